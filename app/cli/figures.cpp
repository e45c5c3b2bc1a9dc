// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta find and batuta failures: questions over all executions, here or on a running engine.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/history.h"
#include "app/cli/output.h"
#include "app/cli/records.h"
#include "app/cli/remote.h"
#include "app/shared/text_table.h"
#include "engine/client/codec_questions.h"
#include "engine/json/json.h"
#include "engine/net/url.h"

#include <iostream>

namespace batuta::cli {
namespace {

Result<client::Found> findHere(const Options &options)
{
    const auto history = openHistory(options, HistoryUse::Reading);
    if (!history)
        return history.error();
    return answerOf<Result<client::Found>>([&](auto answer) {
        (*history)->lookUp({options.text, options.limit}, answer);
    });
}

Result<client::Found> findThere(const Options &options)
{
    const std::string path = "/find?text=" + net::percentEncoded(options.text) +
                             "&limit=" + std::to_string(std::min(options.limit, 50));
    const Result<json::Value> answer = callEngine(options, {"GET", path, {}, {}});
    return answer ? client::foundFromJson(*answer) : answer.error();
}

std::string foundText(const client::Found &found)
{
    app::TextTable table({"MATCHES", "VALUE", "EXECUTIONS", "NEWEST", "FLOW", "STATUS", "STARTED"});
    for (const client::FindHit &hit : found.hits)
        table.add({hit.field, hit.value, std::to_string(hit.count) + (hit.isMore ? "+" : ""), hit.newest.id,
                   hit.newest.flow, hit.newest.status, isoTime(hit.newest.startedAt)});
    return found.hits.empty() ? "Nothing has this id.\n" : table.text();
}

Result<client::FailureQuery> failureQueryOf(const Options &options)
{
    const Result<client::ExecutionQuery> filter = queryOf(options.filter);
    if (!filter)
        return filter.error();
    client::FailureQuery query;
    query.since = filter->since;
    query.until = filter->until;
    query.flow = filter->flow;
    query.limit = options.limit;
    return query;
}

Result<client::FailureReport> failuresHere(const Options &options, const client::FailureQuery &query)
{
    const auto history = openHistory(options, HistoryUse::Reading);
    if (!history)
        return history.error();
    return answerOf<Result<client::FailureReport>>([&](auto answer) { (*history)->failures(query, answer); });
}

Result<client::FailureReport> failuresThere(const Options &options, const client::FailureQuery &query)
{
    std::string path = "/failures?limit=" + std::to_string(query.limit);
    if (query.since)
        path += "&since=" + isoTime(*query.since);
    if (query.until)
        path += "&until=" + isoTime(*query.until);
    if (!query.flow.empty())
        path += "&flow=" + net::percentEncoded(query.flow);
    const Result<json::Value> answer = callEngine(options, {"GET", path, {}, {}});
    return answer ? client::failuresFromJson(*answer) : answer.error();
}

std::string failuresText(const client::FailureReport &report)
{
    app::TextTable table({"COUNT", "FLOW", "STEP", "ERROR", "FIRST SEEN", "LAST SEEN", "STATE", "SAMPLE"});
    for (const client::FailureGroup &group : report.groups)
        table.add({std::to_string(group.count), group.flow, group.step, group.pattern,
                   isoTime(group.firstSeen), isoTime(group.lastSeen),
                   group.isAddressed ? "addressed" : group.note.assignee,
                   group.samples.empty() ? "" : group.samples.front()});
    if (report.groups.empty())
        return "Nothing failed.\n";
    return table.text() + (report.isCut ? "There are more groups: raise --limit, or name a time.\n" : "");
}

} // namespace

int find(const Options &options)
{
    const Result<client::Found> found = options.engine.empty() ? findHere(options) : findThere(options);
    if (!found)
        return fail(found.error());
    std::cout << (options.json ? json::writePretty(client::toJson(*found)) + "\n" : foundText(*found));
    return kSuccess;
}

int failures(const Options &options)
{
    const Result<client::FailureQuery> query = failureQueryOf(options);
    if (!query)
        return fail(query.error());
    const Result<client::FailureReport> report =
        options.engine.empty() ? failuresHere(options, *query) : failuresThere(options, *query);
    if (!report)
        return fail(report.error());
    std::cout << (options.json ? json::writePretty(client::toJson(*report)) + "\n" : failuresText(*report));
    return kSuccess;
}

} // namespace batuta::cli
