// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta trace and batuta executions: what has been recorded, here or on a running engine.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/output.h"
#include "app/cli/remote.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/net/url.h"
#include "engine/store/history.h"

#include <filesystem>
#include <iostream>

namespace batuta::cli {
namespace {

Result<std::unique_ptr<store::History>> openHistory(const Options &options)
{
    const Result<host::EngineOptions> engine = engineOptions(options);
    if (!engine)
        return engine.error();
    std::error_code failure;
    if (!std::filesystem::exists(engine->historyFile, failure))
        return Error{ErrorCode::StoreOpen,
                     engine->historyFile,
                     "nothing has been run in this workspace yet",
                     {},
                     "Run a flow first, or name a running engine with --engine."};
    return store::openSqlite({engine->historyFile, true, "FULL"});
}

Result<client::ExecutionRecord> findRecord(const Options &options)
{
    const std::string id = lowered(options.id);
    if (!options.engine.empty()) {
        const Result<json::Value> answer =
            callEngine(options, {"GET", "/executions/" + net::percentEncoded(id), {}, {}});
        return answer ? client::executionFromJson(*answer) : answer.error();
    }
    const auto history = openHistory(options);
    if (!history)
        return history.error();
    Result<std::optional<store::ExecutionRecord>> found = (*history)->findNow(id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::ExecutionUnknown, options.id, {}, {}, {}};
    return std::move(**found);
}

std::string listPath(const Options &options)
{
    std::string path = "/executions?limit=" + std::to_string(options.limit);
    for (const auto &[name, value] : {std::pair{"flow", &options.flow},
                                      {"status", &options.status},
                                      {"user_id", &options.userId},
                                      {"session_id", &options.sessionId},
                                      {"correlation_id", &options.correlationId}})
        if (!value->empty())
            path += std::string("&") + name + "=" + net::percentEncoded(*value);
    return path;
}

Result<client::ExecutionPage> listRecords(const Options &options)
{
    if (options.engine.empty()) {
        const auto history = openHistory(options);
        if (!history)
            return history.error();
        client::ExecutionQuery query;
        query.flow = options.flow;
        query.status = options.status;
        query.userId = options.userId;
        query.sessionId = options.sessionId;
        query.correlationId = options.correlationId;
        query.limit = options.limit;
        return (*history)->listNow(query);
    }
    const Result<json::Value> answer = callEngine(options, {"GET", listPath(options), {}, {}});
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
