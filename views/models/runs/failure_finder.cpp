// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/failure_finder.h"

#include <algorithm>
#include <memory>

namespace batuta::views {
namespace {

/// One question at a time: mostly the first one answers it.
struct Search
{
    EngineLink &link;
    QObject *context;
    std::string id;
    WallTime startedAt{};
    std::vector<std::string> keys; ///< groups that it may be in, the likeliest last
    std::function<void(const QString &)> then;
};

void askNext(const std::shared_ptr<Search> &search)
{
    if (search->keys.empty())
        return search->then({});
    client::ExecutionQuery query;
    query.failure = search->keys.back();
    search->keys.pop_back();
    query.since = search->startedAt;
    query.until = search->startedAt + Duration(1);
    query.limit = 1'000;
    const QString key = QString::fromStdString(query.failure);
    search->link.executions(std::move(query), search->context,
                            [search, key](const Result<client::ExecutionPage> &page) {
                                const auto isIt = [&](const auto &run) { return run.id == search->id; };
                                if (page && std::ranges::any_of(page->items, isIt))
                                    return search->then(key);
                                askNext(search);
                            });
}

} // namespace

void findFailureGroup(EngineLink &link, const client::ExecutionRecord &run, QObject *context,
                      std::function<void(const QString &)> then)
{
    client::FailureQuery query;
    query.flow = run.flow;
    query.limit = 500;
    auto search = std::make_shared<Search>(Search{link, context, run.id, run.startedAt, {}, std::move(then)});
    link.failures(std::move(query), context,
                  [search, version = run.flowVersion, revision = run.revision,
                   error = run.error](const Result<client::FailureReport> &report) {
                      if (!report)
                          return search->then({});
                      for (const client::FailureGroup &group : report->groups) {
                          if (group.flowVersion != version || group.revision != revision)
                              continue;
                          if (std::ranges::find(group.samples, search->id) != group.samples.end())
                              return search->then(QString::fromStdString(group.key));
                          const bool isLikely = error.starts_with(group.step + ": ");
                          search->keys.insert(isLikely ? search->keys.end() : search->keys.begin(),
                                              group.key);
                      }
                      askNext(search);
                  });
}

} // namespace batuta::views
