// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/gather.h"

#include "engine/base/answer_of.h"
#include "engine/capsule/signing_key.h"
#include "engine/env/environment.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/logs/log_search.h"

#include <filesystem>

namespace batuta::capsule {
namespace {

constexpr int kMostLines = 10'000; // of one execution, the newest

/// Only of files: what the process of the exporting person has is none of the execution's.
json::Redactor addEnvironment(const Sources &sources, CapsuleExecution &one)
{
    const std::string &name = one.line.record.environment;
    const env::Loaded loaded =
        env::load({sources.workspace, name == "default" ? std::string() : name, sources.overrides});
    one.environment.name = name;
    one.environment.fingerprint = loaded.environment.fingerprint();
    for (const env::Entry &entry : loaded.environment.entries())
        one.environment.keys.push_back(
            {entry.key, std::string(env::sourceName(entry.source)), json::isSecretName(entry.key)});
    return json::Redactor(loaded.environment.secretValues());
}

Status addLogs(logs::LogSearch &log, const json::Redactor &redactor, CapsuleExecution &one)
{
    const auto found = log.find(one.line.record.id, {}, kMostLines);
    if (!found)
        return found.error();
    for (const logs::FoundLine &line : *found) {
        const Result<json::Value> value = json::parse(line.json);
        one.logs.push_back({line.at, line.level, line.logger, line.event, redactor.text(line.message),
                            value ? json::write(redactor.value(*value)) : redactor.text(line.json)});
    }
    return {};
}

} // namespace

Result<std::vector<store::EventRecord>> eventsOf(store::History &history, const std::string &id)
{
    constexpr int kPage = 10'000;
    std::vector<store::EventRecord> events;
    for (std::size_t read = kPage; read == kPage;) {
        Result<std::vector<store::EventRecord>> page =
            history.eventsNow(id, events.empty() ? 0 : events.back().sequence, kPage);
        if (!page)
            return page;
        read = page->size();
        events.insert(events.end(), page->begin(), page->end());
    }
    return events;
}

Result<std::optional<store::FlowText>> flowTextOf(store::History &history,
                                                  const store::ExecutionRecord &record)
{
    return answerOf<Result<std::optional<store::FlowText>>>(
        [&](auto answer) { history.flowText(record.flow, record.flowVersion, answer); });
}

namespace {

Result<CapsuleExecution> gather(store::History &history, const Sources &sources, const std::string &id,
                                logs::LogSearch *log)
{
    Result<std::optional<client::ExecutionRecord>> record = history.findNow(id);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorCode::ExecutionUnknown, id, {}, {}, {}};
    const std::string &status = (*record)->status;
    if (status == "queued" || status == "running" || status == "paused")
        return Error{ErrorCode::InputInvalid, id, "it has not ended", {}, "Wait for its end, or cancel it."};
    CapsuleExecution one{{std::move(**record), {}, {}}, {}, {}};
    Result<std::vector<client::EventRecord>> events = eventsOf(history, id);
    Result<std::optional<store::FlowText>> text = flowTextOf(history, one.line.record);
    if (!events || !text)
        return !events ? events.error() : text.error();
    one.line.events = std::move(*events);
    one.line.flow = std::move(*text);
    const json::Redactor redactor = addEnvironment(sources, one);
    if (log)
        if (const Status added = addLogs(*log, redactor, one); !added)
            return added.error();
    return one;
}

} // namespace

std::string keyFileOf(const std::string &workspace)
{
    return (std::filesystem::path(workspace) / ".batuta" / "capsule.key").string();
}

Result<std::string> packExecutions(store::History &history, const Sources &sources,
                                   const std::vector<std::string> &ids, const std::string &madeBy,
                                   WallTime madeAt)
{
    if (ids.empty() || ids.size() > kMostExecutions)
        return Error{ErrorCode::InputInvalid,
                     "capsule",
                     "a capsule holds 1 to " + std::to_string(kMostExecutions) + " executions",
                     {},
                     {}};
    std::error_code failure; // opening the key tells it
    std::filesystem::create_directories(std::filesystem::path(sources.workspace) / ".batuta", failure);
    const Result<SigningKey> key = SigningKey::open(keyFileOf(sources.workspace));
    if (!key)
        return key.error();
    std::optional<logs::LogSearch> log; // none when the engine wrote none, or it is gone
    if (!sources.logFile.empty() && std::filesystem::exists(sources.logFile, failure))
        log.emplace(sources.logFile);
    Capsule capsule{madeBy, madeAt, {}};
    for (const std::string &id : ids) {
        Result<CapsuleExecution> one = gather(history, sources, id, log ? &*log : nullptr);
        if (!one)
            return one.error();
        capsule.executions.push_back(std::move(*one));
    }
    return pack(capsule, *key);
}

} // namespace batuta::capsule
