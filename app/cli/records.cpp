// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta trace and batuta executions: what has been recorded, here or on a running engine.
#include "app/cli/records.h"

#include "app/cli/commands.h"
#include "app/cli/history.h"
#include "app/cli/output.h"
#include "app/cli/remote.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"
#include "engine/net/url.h"

#include <iostream>

namespace batuta::cli {
namespace {

Result<client::ExecutionRecord> findRecord(const Options &options)
{
    const std::string id = lowered(options.id);
    if (!options.engine.empty()) {
        const Result<json::Value> answer =
            callEngine(options, {"GET", "/executions/" + net::percentEncoded(id), {}, {}});
        return answer ? client::executionFromJson(*answer) : answer.error();
    }
    const auto history = openHistory(options, HistoryUse::Reading);
    if (!history)
        return history.error();
    Result<std::optional<store::ExecutionRecord>> found = (*history)->findNow(id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::ExecutionUnknown, options.id, {}, {}, {}};
    return std::move(**found);
}

std::string listPath(const client::ExecutionQuery &query)
{
    const std::string since = query.since ? isoTime(*query.since) : "";
    const std::string until = query.until ? isoTime(*query.until) : "";
    std::string path = "/executions?limit=" + std::to_string(query.limit);
    for (const auto &[name, value] : {std::pair{"flow", &query.flow},
                                      {"status", &query.status},
                                      {"user_id", &query.userId},
                                      {"session_id", &query.sessionId},
                                      {"correlation_id", &query.correlationId},
                                      {"since", &since},
                                      {"until", &until},
                                      {"cursor", &query.cursor}})
        if (!value->empty())
            path += std::string("&") + name + "=" + net::percentEncoded(*value);
    return path;
}

Status readMoment(const char *name, const std::string &text, std::optional<WallTime> &moment)
{
    if (text.empty())
        return {};
    WallTime time{};
    const Result<Duration> ago = parseDuration(text);
    if (ago)
        time = SystemClock().wall() - *ago;
    else if (!parseIsoTime(text, time))
        return Error{ErrorCode::UsageInvalid,
                     name,
                     text,
                     {},
                     "Write a UTC time like 2026-11-21T02:00:00Z, or how long ago it is, like 24h."};
    moment = time;
    return {};
}

} // namespace

Result<client::ExecutionQuery> queryOf(const Filter &filter)
{
    client::ExecutionQuery query;
    query.flow = filter.flow;
    query.status = filter.status;
    query.userId = filter.userId;
    query.sessionId = filter.sessionId;
    query.correlationId = filter.correlationId;
    if (Status status = readMoment("--since", filter.since, query.since); !status)
        return status.error();
    if (Status status = readMoment("--until", filter.until, query.until); !status)
        return status.error();
    return query;
}

Result<client::ExecutionPage> listRemote(const Options &options, const client::ExecutionQuery &query)
{
    const Result<json::Value> answer = callEngine(options, {"GET", listPath(query), {}, {}});
    if (!answer)
        return answer.error();
    client::ExecutionPage page;
    for (const json::Value &item : (*answer)["executions"].asArray()) {
        Result<client::ExecutionRecord> record = client::executionFromJson(item);
        if (!record)
            return record.error();
        page.items.push_back(std::move(*record));
    }
    page.next = (*answer)["next"].asString();
    return page;
}

namespace {

Result<client::ExecutionPage> listRecords(const Options &options)
{
    Result<client::ExecutionQuery> query = queryOf(options.filter);
    if (!query)
        return query.error();
    query->limit = options.limit;
    if (!options.engine.empty())
        return listRemote(options, *query);
    const auto history = openHistory(options, HistoryUse::Reading);
    return history ? (*history)->listNow(*query) : history.error();
}

} // namespace

int trace(const Options &options)
{
    const Result<client::ExecutionRecord> record = findRecord(options);
    if (!record)
        return fail(record.error());
    std::cout << (options.json ? json::writePretty(client::toJson(*record)) + "\n" : traceText(*record));
    return kSuccess;
}

int executions(const Options &options)
{
    const Result<client::ExecutionPage> page = listRecords(options);
    if (!page)
        return fail(page.error());
    if (options.json) {
        for (const client::ExecutionRecord &record : page->items)
            std::cout << json::write(client::summaryJson(record)) << '\n';
        return kSuccess;
    }
    std::cout << executionsText(*page);
    if (!page->next.empty())
        std::cout << "There are more: raise --limit, or filter.\n";
    return kSuccess;
}

} // namespace batuta::cli
