// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/store/sample.h"

#include <array>
#include <cstdio>
#include <future>

namespace batuta::test {

using namespace std::chrono_literals;

std::string idOf(int number)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "6f1c2a3b-4d5e-4f60-8a7b-%012d", number);
    return text.data();
}

store::ExecutionRecord begun(int number)
{
    store::ExecutionRecord record;
    record.id = idOf(number);
    record.flow = "update_profile";
    record.flowVersion = "9f86d081884c";
    record.status = "running";
    record.trigger = "api";
    record.environment = "staging";
    record.userId = "ana";
    record.sessionId = "s-1";
    record.correlationId = "c-1";
    record.identifier = "i-1";
    record.parent = idOf(999'999);
    record.origin = idOf(888'888);
    record.startedAt =
        WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)) + std::chrono::seconds(number);
    json::Object input;
    input.set("user_id", "ana");
    input.set("number", number);
    record.input = std::move(input);
    return record;
}

store::ExecutionRecord ended(int number)
{
    store::ExecutionRecord record = begun(number);
    record.status = "success";
    record.routeRule = "default";
    record.endedAt = record.startedAt + 1500ms;
    record.duration = 1500ms;
    record.output = json::Value(json::Array{1, "two", 2.5});
    record.sealed = "c2VhbGVk";
    store::StepRecord step;
    step.step = "create_embeddings";
    step.kind = "http";
    step.status = "success";
    step.statusCode = 200;
    step.attempts = 2;
    step.startedAt = record.startedAt + 1ms;
    step.endedAt = record.startedAt + 900ms;
    step.duration = 899ms;
    json::Object attempt;
    attempt.set("attempt", 1);
    attempt.set("error", "timeout");
    step.attemptsDetail = json::Value(json::Array{std::move(attempt)});
    step.output = R"({"text":"maçã \" \\ ` ' "})";
    store::StepRecord skipped;
    skipped.step = "notify";
    skipped.kind = "http";
    skipped.status = "skipped";
    skipped.reason = "URL not configured: DEFAULT_WEBHOOK_URL";
    skipped.isFinally = true;
    skipped.isUndo = true;
    record.steps = {step, skipped};
    return record;
}

store::EventRecord eventOf(int number, std::int64_t sequence)
{
    store::EventRecord event;
    event.sequence = sequence;
    event.execution = idOf(number);
    event.at = begun(number).startedAt + std::chrono::milliseconds(sequence);
    event.kind = "step_started";
    event.step = "create_embeddings";
    event.data = json::Value(json::Array{sequence});
    return event;
}

Status beginNow(store::History &history, store::ExecutionRecord record, std::string resume)
{
    return answerOf<Status>(
        [&](auto done) { history.begin(std::move(record), std::move(resume), std::move(done)); });
}

Status journalNow(store::History &history, const std::string &execution, std::string entry)
{
    return answerOf<Status>(
        [&](auto done) { history.journal(execution, std::move(entry), std::move(done)); });
}

Result<std::vector<store::Unfinished>> claimNow(store::History &history)
{
    return answerOf<Result<std::vector<store::Unfinished>>>(
        [&](auto done) { history.claim(std::move(done)); });
}

Status finishNow(store::History &history, store::ExecutionRecord record,
                 std::vector<store::EventRecord> events)
{
    return answerOf<Status>(
        [&](auto done) { history.finish(std::move(record), std::move(events), std::move(done)); });
}

} // namespace batuta::test
