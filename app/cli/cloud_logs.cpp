// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta logs --cloud: what a service of Cloud Run has logged, with Cloud Logging's own filter language.
#include "app/cli/cloud_desk.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "engine/cloud/log_client.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"

#include <algorithm>
#include <future>
#include <iostream>

namespace batuta::cli {
namespace {

constexpr int kMostEntries = 100'000, kMostPage = 1'000;

/// Secrets masked, as everywhere.
std::string lineOf(const cloud::LogEntry &entry, bool isJson)
{
    static const json::Redactor kRedactor;
    if (isJson)
        return json::write(kRedactor.value(entry.whole));
    std::string severity = entry.severity;
    severity.resize(9, ' ');
    return isoTime(entry.time) + ' ' + severity + entry.text +
           (entry.revision.empty() ? "" : "  " + entry.revision);
}

void print(const std::vector<cloud::LogEntry> &entries, bool isJson)
{
    for (const cloud::LogEntry &entry : entries)
        std::cout << lineOf(entry, isJson) << '\n';
    std::cout.flush();
}

cloud::LogQuery queryOf(const CloudDesk &desk, const cloud::ServiceName &name)
{
    cloud::LogQuery query;
    query.project = name.project;
    query.filter = cloud::logFilterOf(name, desk.options.cloud.revision);
    if (!desk.options.text.empty())
        query.filter += " AND (" + desk.options.text + ")";
    return query;
}

/// The newest ones, the oldest first.
Result<std::vector<cloud::LogEntry>> newest(CloudDesk &desk, cloud::LogQuery query)
{
    const int wanted = desk.options.limit == 0 ? kMostEntries : std::min(desk.options.limit, kMostEntries);
    std::vector<cloud::LogEntry> entries;
    do {
        query.limit = std::min(kMostPage, wanted - static_cast<int>(entries.size()));
        auto page =
            desk.ask<cloud::LogPage>([&](cloud::Cloud &cloud, auto answer) { cloud.logs(query, answer); });
        if (!page)
            return page.error();
        entries.insert(entries.end(), page->entries.begin(), page->entries.end());
        query.pageToken = page->next;
    } while (!query.pageToken.empty() && static_cast<int>(entries.size()) < wanted);
    std::reverse(entries.begin(), entries.end());
    return entries;
}

/// Until nobody reads any more.
void follow(CloudDesk &desk, const cloud::LogQuery &query, const std::vector<cloud::LogEntry> &shown)
{
    const auto ended = std::make_shared<std::promise<void>>();
    const WallTime from = shown.empty() ? SystemClock().wall() : shown.back().time + Duration(1);
    desk.follow(query, from, [ended, isJson = desk.options.json, isOver = false](auto entries) mutable {
        if (entries)
            print(*entries, isJson);
        else
            fail(entries.error());
        if (!std::cout && !std::exchange(isOver, true))
            ended->set_value();
    });
    ended->get_future().wait();
}

} // namespace

int cloudLogs(const Options &options)
{
    const auto desk = CloudDesk::open(options);
    if (!desk)
        return fail(desk.error());
    const auto name = (*desk)->service(options.cloud.service);
    if (!name)
        return fail(name.error());
    const cloud::LogQuery query = queryOf(**desk, *name);
    const auto entries = newest(**desk, query);
    if (!entries)
        return fail(entries.error());
    if (options.counts)
        std::cout << entries->size() << '\n';
    else
        print(*entries, options.json);
    if (options.follows)
        follow(**desk, query, *entries);
    return kSuccess;
}

} // namespace batuta::cli
