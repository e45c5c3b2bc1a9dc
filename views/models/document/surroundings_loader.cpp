// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/surroundings_loader.h"

#include "engine/env/environment.h"

#include <QDir>
#include <QThreadPool>

#include <unistd.h>

namespace batuta::views {
namespace {

const QString kDotenv = QStringLiteral(".env.");
const QString kYamlHead = QStringLiteral("env-vars."), kYamlTail = QStringLiteral(".yaml");

/// The environments that have files of their own.
std::set<std::string> namedEnvironments(const QString &workspace)
{
    std::set<std::string> names;
    const auto look = [&](const QString &folder) {
        const QStringList files =
            QDir(folder).entryList({kDotenv + '*', kYamlHead + '*' + kYamlTail}, QDir::Files | QDir::Hidden);
        for (const QString &file : files) {
            const QString name = file.startsWith(kDotenv)
                                     ? file.mid(kDotenv.size())
                                     : file.mid(kYamlHead.size()).chopped(kYamlTail.size());
            if (!name.isEmpty() && name != "example" && name != "template")
                names.insert(name.toStdString());
        }
    };
    look(workspace);
    look(workspace + "/deployments");
    return names;
}

std::set<std::string> keysOf(const env::LoadOptions &options)
{
    std::set<std::string> keys;
    const env::Loaded loaded = env::load(options);
    for (const env::Entry &entry : loaded.environment.entries())
        if (!entry.value.empty())
            keys.insert(entry.key);
    return keys;
}

} // namespace

edit::Surroundings readSurroundings(const std::string &workspace, const std::string &environment)
{
    edit::Surroundings surroundings;
    surroundings.library = std::make_shared<const flow::Library>(flow::loadLibrary(workspace));
    env::LoadOptions own;
    own.workspace = workspace;
    own.process = ::environ;
    surroundings.environmentKeys[environment] = keysOf(own);
    for (const std::string &name : namedEnvironments(QString::fromStdString(workspace))) {
        env::LoadOptions other;
        other.workspace = workspace;
        other.name = name;
        surroundings.environmentKeys[name] = keysOf(other);
    }
    surroundings.secretKeys = surroundings.environmentKeys; // secrets are keys of the environment
    return surroundings;
}

SurroundingsLoader::SurroundingsLoader(std::string workspace, std::string environment, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_environment(std::move(environment))
{
}

void SurroundingsLoader::load()
{
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), workspace = m_workspace,
                                          environment = m_environment, asked = ++m_asked] {
        auto read = std::make_shared<edit::Surroundings>(readSurroundings(workspace, environment));
        way([this, read, asked] {
            if (asked != m_asked)
                return;
            m_surroundings = std::move(*read);
            emit loaded();
        });
    });
}

} // namespace batuta::views
