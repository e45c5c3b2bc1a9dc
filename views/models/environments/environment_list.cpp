// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/environment_list.h"

#include "engine/environments/env_history.h"
#include "engine/environments/matrix.h"
#include "engine/secrets/secret_store.h"

#include <QFile>
#include <QThreadPool>

namespace batuta::views {
namespace {

constexpr std::size_t kMostChanges = 200; ///< as far back as "applied last" is looked for

} // namespace

EnvironmentList::EnvironmentList(std::string workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
{
}

std::vector<EnvironmentList::Item> EnvironmentList::read(const std::string &workspace)
{
    environments::WorkspaceFiles files =
        environments::readWorkspaceFiles(workspace, std::string(env::kOwnName));
    if (const auto store = secrets::listStore(workspace))
        for (const secrets::SecretName &name : store->names)
            environments::addStored(files, name.environment, name.name);
    const environments::Matrix matrix = environments::matrixOf(files, environments::keyUsesOf(workspace), 0);
    std::vector<Item> items;
    for (const std::string &name : matrix.environments)
        items.push_back({name, 0, {}, {}});
    for (const environments::Finding &finding : matrix.findings)
        if (finding.severity == environments::Finding::Severity::Error && finding.environment < items.size())
            ++items[finding.environment].errors;
    if (!QFile::exists(QString::fromStdString(workspace) + "/.batuta/environments/history.jsonl"))
        return items;
    const auto history = environments::EnvHistory::open(workspace);
    const auto changes = history ? history->newest(kMostChanges) : history.error();
    for (std::size_t i = 0; changes && i < changes->size(); ++i)
        for (Item &item : items)
            if (const environments::EnvChange &change = (*changes)[i];
                item.name == change.environment && !item.appliedAt && !change.file.empty()) {
                item.appliedAt = change.at;
                item.appliedBy = change.who;
            }
    return items;
}

void EnvironmentList::refresh()
{
    m_isAskedAgain = m_isReading;
    if (m_isReading || m_workspace.empty())
        return;
    m_isReading = true;
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), workspace = m_workspace] {
        auto items = std::make_shared<std::vector<Item>>(read(workspace));
        way([this, items] {
            m_isReading = false;
            m_items = std::move(*items);
            emit changed();
            if (m_isAskedAgain)
                refresh();
        });
    });
}

int EnvironmentList::errors() const
{
    int count = 0;
    for (const Item &item : m_items)
        count += item.errors;
    return count;
}

} // namespace batuta::views
