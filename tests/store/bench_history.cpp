// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints what keeping executions costs: bench_history [FILE] [EXECUTIONS] [IN_FLIGHT] [STEPS]. One thread
// begins and finishes, with so many in flight; each finish is sent when its begin has been committed, as the
// engine does, and a second run sends both at once.
#include "engine/base/uuid.h"
#include "engine/store/history.h"

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <semaphore>

namespace {

using namespace batuta;
using store::ExecutionRecord;
using store::History;

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

ExecutionRecord sample(int steps)
{
    ExecutionRecord record;
    record.id = newUuid();
    record.flow = "update_profile";
    record.flowVersion = "9f86d081884c";
    record.status = "success";
    record.trigger = "api";
    record.routeRule = "default";
    record.userId = "user-" + record.id.substr(0, 5);
    record.sessionId = "session-" + record.id.substr(0, 6);
    record.startedAt = SystemClock().wall();
    record.endedAt = record.startedAt + std::chrono::milliseconds(5);
    record.duration = std::chrono::milliseconds(5);
    json::Object input;
    input.set("user_id", record.userId);
    input.set("session_id", record.sessionId);
    input.set("update_profile", true);
    record.input = std::move(input);
    for (int i = 0; i < steps; ++i) {
        store::StepRecord step;
        step.step = "match_usuario_profissao";
        step.kind = "http";
        step.status = "success";
        step.statusCode = 200;
        step.attempts = 1;
        step.startedAt = record.startedAt;
        step.endedAt = record.endedAt;
        step.duration = record.duration;
        step.output = R"({"matches":[{"id":"p-001","score":0.91},{"id":"p-017","score":0.88}],"count":2})";
        record.steps.push_back(std::move(step));
    }
    return record;
}

void run(History &history, int count, int inFlight, int steps, bool waits)
{
    std::counting_semaphore<> slots(inFlight);
    std::atomic<int> failures{0};
    const auto done = [&](Status status) {
        failures += status ? 0 : 1;
        slots.release();
    };
    const std::uint64_t before = history.stats().transactions;
    const double cpu = cpuSeconds();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        slots.acquire();
        ExecutionRecord last = sample(steps);
        ExecutionRecord first = last;
        first.status = "running";
        first.steps.clear();
        if (waits) {
            auto later = std::make_shared<ExecutionRecord>(std::move(last));
            history.begin(std::move(first),
                          [&history, &done, later](Status) { history.finish(std::move(*later), {}, done); });
        } else {
            history.begin(std::move(first), nullptr);
            history.finish(std::move(last), {}, done);
        }
    }
    for (int i = 0; i < inFlight; ++i)
        slots.acquire();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::uint64_t transactions = history.stats().transactions - before;
    std::printf("%-24s %8.0f executions/s  %6.1f us CPU each  %6.1f a transaction  %d failed\n",
                waits ? "finish after begin" : "begin and finish at once", count / seconds,
                (cpuSeconds() - cpu) * 1e6 / count,
                static_cast<double>(count) / static_cast<double>(transactions), failures.load());
}

} // namespace

int main(int argc, char **argv)
{
    const std::string path = argc > 1 ? argv[1] : "bench_history.db";
    const int count = argc > 2 ? std::atoi(argv[2]) : 100'000;
    const int inFlight = argc > 3 ? std::atoi(argv[3]) : 256;
    const int steps = argc > 4 ? std::atoi(argv[4]) : 1;
    for (const char *suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(path + suffix);
    Result<std::unique_ptr<History>> history = store::openSqlite({.path = path});
    if (!history) {
        std::fprintf(stderr, "%s\n", errorText(history.error()).c_str());
        return 1;
    }
    run(**history, count, inFlight, steps, false);
    run(**history, count, inFlight, steps, true);
    return 0;
}
