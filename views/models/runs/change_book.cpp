// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/change_book.h"

#include "engine/environments/env_history.h"
#include "engine/versions/version_book.h"
#include "views/models/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace batuta::views {
namespace {

using Change = ChangeBook::Change;

constexpr std::size_t kMostEdits = 2'000; // of env files, the newest

/// The files without a suffix have three names.
std::string plainName(const std::string &environment)
{
    return environment.empty() || environment == "default" ? std::string("dev") : environment;
}

std::vector<Change> publishesOf(const std::string &index, const std::string &flow)
{
    std::vector<Change> changes;
    if (const auto reading = versions::readIndex(index))
        for (const versions::VersionEntry &entry : reading->entries)
            changes.push_back(
                {Change::Kind::Publish, entry.at, textOf(entry.author), textOf(flow), entry.number});
    return changes;
}

std::vector<Change> editsOf(const std::string &workspace)
{
    std::vector<Change> changes;
    const auto history = environments::EnvHistory::open(workspace);
    const auto newest = history ? history->newest(kMostEdits) : history.error();
    if (!newest)
        return changes;
    for (const environments::EnvChange &edit : *newest) {
        if (edit.file.empty())
            continue; // a secret was looked at, and nothing changed
        Change change{Change::Kind::Environment, edit.at, textOf(edit.who),
                      textOf(plainName(edit.environment))};
        for (const environments::KeyChange &key : edit.keys)
            change.keys.append(textOf(key.key));
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace

void ChangeBook::read(const std::string &workspace, const std::string &flow)
{
    if (workspace.empty())
        return;
    const auto later = [this](auto work) {
        QThreadPool::globalInstance()->start([self = QPointer(this), work] {
            QMetaObject::invokeMethod(QCoreApplication::instance(), [self, changes = work()] {
                if (!self || changes.empty())
                    return;
                self->m_changes.insert(self->m_changes.end(), changes.begin(), changes.end());
                emit self->changed();
            });
        });
    };
    const std::string index = versions::VersionBook::indexOf(workspace, flow);
    if (m_read.insert(index).second)
        later([index, flow] { return publishesOf(index, flow); });
    const std::string edits = workspace + "/.batuta/environments/history.jsonl";
    if (m_read.insert(edits).second && QFile::exists(textOf(edits)))
        later([workspace] { return editsOf(workspace); });
}

void ChangeBook::forget()
{
    m_read.clear();
    m_changes.clear();
}

std::vector<Change> ChangeBook::between(const std::string &flow, const std::string &environment,
                                        WallTime since, WallTime until) const
{
    std::vector<Change> found;
    for (const Change &change : m_changes) {
        const QString wanted = textOf(change.kind == Change::Kind::Publish ? flow : plainName(environment));
        if (change.at > since && change.at <= until && change.subject == wanted)
            found.push_back(change);
    }
    std::ranges::sort(found, std::greater(), &Change::at);
    return found;
}

} // namespace batuta::views
