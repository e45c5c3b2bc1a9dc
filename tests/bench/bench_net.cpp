// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/http_client.h"
#include "engine/net/timer_queue.h"
#include "tests/support/net/servers.h"

#include <benchmark/benchmark.h>

#include <sys/resource.h>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;

namespace {

constexpr int kInFlight = 64;
constexpr int kBatch = 20'000;

/// Processor time of the calling thread, user and system, in microseconds.
double threadMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/// Sends kBatch calls, kInFlight at a time, and runs the loop until all have ended.
void runBatch(Loop &loop, HttpClient &client, const HttpRequest &request)
{
    int sent = 0;
    int ended = 0;
    std::function<void()> next = [&] {
        if (sent++ >= kBatch)
            return;
        client.send(request, [&](const auto &) {
            if (++ended == kBatch)
                loop.stop();
            else
                next();
        });
    };
    for (int i = 0; i < kInFlight; ++i)
        next();
    loop.run();
}

/// A call with the engine's usual headers and a body of about 215 bytes, answered with 300 bytes at once.
void callsOverLoopback(benchmark::State &state)
{
    const std::string answer = "{\"status\":\"success\",\"data\":\"" + std::string(269, 'x') + "\"}";
    TestServer server([&answer](const ServerRequest &, Responder responder) {
        responder.send({200, "application/json", answer, {}});
    });
    Loop loop;
    HttpClient client(loop, {});
    HttpRequest request;
    request.method = "POST";
    request.url = server.url("/match");
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer 0123456789abcdef"}};
    request.body = "{\"user_id\":\"u1\",\"text\":\"" + std::string(190, 'x') + "\"}";
    runBatch(loop, client, request);
    double serverStart = 0;
    server.thread().run([&] { serverStart = threadMicroseconds(); });
    const double clientStart = threadMicroseconds();
    for (auto _ : state)
        runBatch(loop, client, request);
    const double clientTime = threadMicroseconds() - clientStart;
    double serverTime = 0;
    server.thread().run([&] { serverTime = threadMicroseconds() - serverStart; });
    const double calls = static_cast<double>(state.iterations()) * kBatch;
    state.SetItemsProcessed(state.iterations() * kBatch);
    state.counters["client_us_per_call"] = clientTime / calls;
    state.counters["server_us_per_request"] = serverTime / calls;
}
BENCHMARK(callsOverLoopback)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Starting and cancelling one timer among `range` others: what each call pays for its timeout.
void startAndCancelATimer(benchmark::State &state)
{
    TimerQueue queue;
    const SteadyTime start{};
    for (std::int64_t i = 0; i < state.range(0); ++i)
        queue.add(start + std::chrono::microseconds(i * 7919 % 100'000'000), [] {});
    std::int64_t i = 0;
    for (auto _ : state)
        queue.cancel(queue.add(start + std::chrono::microseconds(++i * 104'729 % 100'000'000), [] {}));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(startAndCancelATimer)->Arg(64)->Arg(100'000);

} // namespace
