// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints what questions over all executions cost: bench_questions [EXECUTIONS] [STORE]. Fills an empty store
// (a file in a temporary folder, or the file or server that STORE names) with executions of thirty days, then
// asks each question many times: the median and the worst of them.
#include "engine/base/answer_of.h"
#include "engine/base/uuid.h"
#include "engine/store/failure.h"
#include "engine/store/history.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <semaphore>
#include <unistd.h>

using namespace batuta;
using namespace batuta::store;
using namespace std::chrono_literals;

namespace {

constexpr int kInFlight = 20'000;
constexpr int kFlows = 12, kDays = 30, kRounds = 21;

ExecutionRecord sample(int number, int all, WallTime now)
{
    ExecutionRecord record;
    record.id = newUuid();
    record.flow = "flow_" + std::to_string(number % kFlows);
    record.flowVersion = "9f86d08188" + std::to_string(10 + number / (all / 5 + 1));
    record.revision = "api-0004" + std::to_string(number / (all / 4 + 1)) + "-kid";
    record.environment = "production";
    record.status = number % 40 == 0 ? "failed" : number % 300 == 1 ? "cancelled" : "success";
    record.trigger = number % 9 == 0 ? "schedule" : "http";
    record.userId = "usr_" + std::to_string(number / 20);
    record.sessionId = "session-" + std::to_string(number / 4);
    record.correlationId = "corr-20261121-" + std::to_string(number);
    record.startedAt = now - std::chrono::hours(24 * kDays) +
                       Duration(std::chrono::microseconds(24h * kDays).count() / all * number);
    record.duration = 200ms + std::chrono::microseconds(number * 7919LL % 3'000'000);
    record.endedAt = record.startedAt + record.duration;
    record.input = json::Object{{"user_id", record.userId}, {"session_id", record.sessionId}};
    StepRecord step;
    step.step = "step_" + std::to_string(number % 5);
    step.kind = "http";
    step.status = record.status;
    step.attempts = 1;
    step.startedAt = record.startedAt;
    step.endedAt = record.endedAt;
    step.duration = record.duration;
    if (record.status == "failed") {
        step.statusCode = number % 80 == 0 ? 503 : 429;
        record.error =
            step.step + ": HTTP " + std::to_string(step.statusCode) + " for user " + std::to_string(number);
    }
    record.steps.push_back(std::move(step));
    return record;
}

std::vector<std::string> fill(History &history, int count)
{
    std::counting_semaphore<> slots(kInFlight);
    std::vector<std::string> ids;
    const WallTime now = SystemClock().wall();
    const SteadyTime began = SystemClock().steady();
    for (int i = 0; i < count; ++i) {
        slots.acquire();
        ExecutionRecord record = sample(i, count, now);
        if (i % (count / 100 + 1) == 0)
            ids.push_back(record.id);
        ExecutionRecord begun; // with its end in one transaction it is written once
        begun.id = record.id;
        begun.status = "running";
        begun.startedAt = record.startedAt;
        history.begin(std::move(begun), "", nullptr);
        history.finish(std::move(record), {}, [&slots](const Status &) { slots.release(); });
    }
    for (int i = 0; i < kInFlight; ++i)
        slots.acquire();
    const double seconds = std::chrono::duration<double>(SystemClock().steady() - began).count();
    std::printf("%-46s %10d  %.1f s, %.0f a second\n", "executions written", count, seconds, count / seconds);
    return ids;
}

/// `ask` gives how many things the answer holds; -1 is a failure.
void measure(const char *name, const std::function<std::int64_t(int)> &ask)
{
    std::vector<double> times;
    std::int64_t found = 0;
    for (int round = 0; round < kRounds; ++round) {
        const SteadyTime began = SystemClock().steady();
        found = ask(round);
        times.push_back(std::chrono::duration<double, std::milli>(SystemClock().steady() - began).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-46s %10lld  median %8.2f ms, worst %8.2f ms\n", name, static_cast<long long>(found),
                times[times.size() / 2], times.back());
}

std::int64_t hitsOf(History &history, const std::string &text)
{
    const auto found = answerOf<Result<Found>>([&](auto done) { history.lookUp({text, 12}, done); });
    return found ? static_cast<std::int64_t>(found->hits.size()) : -1;
}

std::int64_t totalOf(History &history, const ExecutionQuery &filter)
{
    const auto figures = answerOf<Result<RunFigures>>([&](auto done) {
        history.figures({filter, 90}, done);
    });
    return figures ? figures->total : -1;
}

std::int64_t pageOf(History &history, ExecutionQuery query)
{
    query.limit = 200;
    query.withSteps = true;
    const Result<ExecutionPage> page = history.listNow(query);
    return page ? static_cast<std::int64_t>(page->items.size()) : -1;
}

void find(History &history, const std::vector<std::string> &ids, int count)
{
    const auto id = [&](int round) { return ids[static_cast<std::size_t>(round) % ids.size()]; };
    measure("id to trace: find, then the whole record", [&](int round) {
        const std::int64_t hits = hitsOf(history, id(round));
        const auto record = history.findNow(id(round));
        return record && *record ? hits : std::int64_t(-1);
    });
    measure("find: first 8 characters of an id",
            [&](int round) { return hitsOf(history, id(round).substr(0, 8)); });
    measure("find: a user", [&](int round) {
        return hitsOf(history, "usr_" + std::to_string((count / 20 - 1) * round / kRounds));
    });
    measure("find: a correlation", [&](int round) {
        return hitsOf(history, "corr-20261121-" + std::to_string((count - 1) / kRounds * round));
    });
    measure("find: a revision", [&](int) { return hitsOf(history, "api-00042-kid"); });
    measure("find: nothing has it", [&](int) { return hitsOf(history, "no-such-id-1"); });
}

void count(History &history)
{
    const WallTime now = SystemClock().wall();
    measure("facets and histogram: all of it", [&](int) { return totalOf(history, {}); });
    measure("facets and histogram: the last 24 hours",
            [&](int) { return totalOf(history, {.since = now - 24h}); });
    measure("facets and histogram: the last 6 hours",
            [&](int) { return totalOf(history, {.since = now - 6h}); });
    measure("facets and histogram: a flow and a status",
            [&](int) { return totalOf(history, {.flow = "flow_4", .status = "failed"}); });
    measure("facets and histogram: an error code",
            [&](int) { return totalOf(history, {.errorCode = "503"}); });
    measure("facets and histogram: a user", [&](int) { return totalOf(history, {.userId = "usr_77"}); });
}

void rank(History &history)
{
    const WallTime now = SystemClock().wall();
    const auto longest = [&](const char *name, ExecutionQuery query) {
        query.order = Order::Longest;
        measure(name, [&](int) { return pageOf(history, query); });
    };
    longest("longest, 200 rows: of all", {});
    longest("longest, 200 rows: a flow", {.flow = "flow_3"});
    longest("longest, 200 rows: cancelled", {.status = "cancelled"});
    longest("longest, 200 rows: a revision", {.revision = "api-00041-kid"});
    longest("longest, 200 rows: a user", {.userId = "usr_77"});
    longest("longest, 200 rows: the last hour", {.since = now - 1h});
    longest("longest, 200 rows: the last 10 days", {.since = now - 240h});
    measure("longest: 10,000 counted with their marks", [&](int) {
        const Result<ExecutionPage> page =
            history.listNow({.limit = kMostRanked, .order = Order::Longest, .markEvery = 200});
        return page ? page->total : std::int64_t(-1);
    });
}

void list(History &history)
{
    measure("list, 200 rows: status is failed", [&](int) { return pageOf(history, {.status = "failed"}); });
    measure("list, 200 rows: flow and version",
            [&](int) { return pageOf(history, {.flow = "flow_3", .flowVersion = "9f86d0818812"}); });
    measure("list, 200 rows: trigger", [&](int) { return pageOf(history, {.trigger = "schedule"}); });
    measure("list, 200 rows: error code", [&](int) { return pageOf(history, {.errorCode = "503"}); });
    measure("list, 200 rows: the oldest revision",
            [&](int) { return pageOf(history, {.revision = "api-00040-kid"}); });
    rank(history);
    const auto report = answerOf<Result<FailureReport>>([&](auto done) { history.failures({}, done); });
    if (report && !report->groups.empty())
        measure("list, 200 rows: a group of failures",
                [&](int) { return pageOf(history, {.failure = report->groups.front().key}); });
    const auto groups = [&](std::optional<WallTime> since) {
        const auto answer =
            answerOf<Result<FailureReport>>([&](auto done) { history.failures({.since = since}, done); });
        return answer ? static_cast<std::int64_t>(answer->groups.size()) : std::int64_t(-1);
    };
    measure("failure groups: all time", [&](int) { return groups(std::nullopt); });
    measure("failure groups: the last 24 hours", [&](int) { return groups(SystemClock().wall() - 24h); });
}

} // namespace

int main(int argc, char **argv)
{
    const int executions = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("batuta-questions-" + std::to_string(::getpid()));
    const std::string store = argc > 2 ? argv[2] : (folder / "history.db").string();
    auto history = openHistory({store, false, Durability::Normal});
    if (!history || executions < 1'000) {
        std::fprintf(stderr, "%s\n",
                     history ? "usage: bench_questions [1000 or more] [STORE]"
                             : errorText(history.error()).c_str());
        return 1;
    }
    const std::vector<std::string> ids = fill(**history, executions);
    find(**history, ids, executions);
    count(**history);
    list(**history);
    (*history)->close();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return 0;
}
