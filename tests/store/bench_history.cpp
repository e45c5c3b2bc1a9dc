// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints what keeping executions costs: bench_history [STORE] [EXECUTIONS] [IN_FLIGHT] [STEPS]. One thread
// begins and finishes, with so many in flight: first both at once, then as the engine does, the entries of
// its steps when the begin has been committed, and the finish when they have.
#include "engine/base/uuid.h"
#include "engine/store/history.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
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
    const std::string resume(400, 'r');
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
            history.begin(std::move(first), resume, [&history, &done, later](Status) {
                const auto finish = [&history, &done, later](Status) {
                    history.finish(std::move(*later), {}, done);
                };
                if (later->steps.empty())
                    return finish({});
                for (std::size_t step = 1; step < later->steps.size(); ++step)
                    history.journal(later->id, std::string(300, 'e'), nullptr);
                history.journal(later->id, std::string(300, 'e'), finish);
            });
        } else {
            history.begin(std::move(first), resume, nullptr);
            history.finish(std::move(last), {}, done);
        }
    }
    for (int i = 0; i < inFlight; ++i)
        slots.acquire();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::uint64_t transactions = history.stats().transactions - before;
    std::printf("%-24s %8.0f executions/s  %6.1f us CPU each  %6.1f a transaction  %d failed\n",
                waits ? "begin, entries, finish" : "begin and finish at once", count / seconds,
                (cpuSeconds() - cpu) * 1e6 / count,
                static_cast<double>(count) / static_cast<double>(transactions), failures.load());
}

/// Entries one behind the other, of so many executions at a time: what a step waits for its journal.
void runEntries(History &history, int count, int inFlight)
{
    std::counting_semaphore<> ended(0);
    std::atomic<int> left{count};
    std::atomic<int> failures{0};
    std::function<void(const std::string &, Status)> next = [&](const std::string &id, const Status &status) {
        failures += status ? 0 : 1;
        if (--left < 0)
            return ended.release();
        history.journal(id, std::string(300, 'e'), [&next, id](Status done) { next(id, std::move(done)); });
    };
    std::vector<ExecutionRecord> records;
    for (int i = 0; i < inFlight; ++i)
        records.push_back(sample(1));
    const auto start = std::chrono::steady_clock::now();
    for (const ExecutionRecord &record : records) {
        ExecutionRecord first = record;
        first.status = "running";
        first.endedAt = {};
        first.steps.clear();
        history.begin(std::move(first), "resume",
                      [&next, id = record.id](Status done) { next(id, std::move(done)); });
    }
    for (int i = 0; i < inFlight; ++i)
        ended.acquire();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    for (ExecutionRecord &record : records)
        history.finish(std::move(record), {}, nullptr);
    std::printf("entries, %4d in flight   %8.0f entries/s     %8.0f us each            %d failed\n", inFlight,
                count / seconds, seconds * 1e6 * inFlight / count, failures.load());
}

} // namespace

int main(int argc, char **argv)
{
    const std::string path = argc > 1 ? argv[1] : "bench_history.db";
    const int count = argc > 2 ? std::atoi(argv[2]) : 100'000;
    const int inFlight = argc > 3 ? std::atoi(argv[3]) : 256;
    const int steps = argc > 4 ? std::atoi(argv[4]) : 1;
    if (!store::isServer(path))
        for (const char *suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(path + suffix);
    Result<std::unique_ptr<History>> history = store::openHistory({.store = path});
    if (!history) {
        std::fprintf(stderr, "%s\n", errorText(history.error()).c_str());
        return 1;
    }
    run(**history, count, inFlight, steps, false);
    run(**history, count, inFlight, steps, true);
    for (const int entries : {1, 10, 100})
        runEntries(**history, std::min(count, 1'000 * entries), entries);
    return 0;
}
