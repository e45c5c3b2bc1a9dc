// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints what a log line costs its caller in CPU: bench_log [FILE] [LINES].
#include "engine/telemetry/log.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace batuta;
using namespace batuta::telemetry;

namespace {

/// The thread's own time: other programs on the machine do not count.
double cpuMicros()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) * 1e-3;
}

template <class Call> void measure(const char *name, int lines, Call call)
{
    const double start = cpuMicros();
    for (int i = 0; i < lines; ++i)
        call(i);
    std::printf("%-40s %6.2f us CPU a line\n", name, (cpuMicros() - start) / lines);
}

} // namespace

int main(int argc, char **argv)
{
    Logger::Options options;
    options.file = argc > 1 ? argv[1] : "bench_log.jsonl";
    const int lines = argc > 2 ? std::atoi(argv[2]) : 500'000;
    const Result<std::unique_ptr<Logger>> opened = Logger::open(options);
    if (!opened) {
        std::fprintf(stderr, "%s\n", errorText(opened.error()).c_str());
        return 1;
    }
    Logger &logger = **opened;
    const ExecutionLog plain(logger, {"6f1c2a3b-4d5e-4f60-8a7b-000000000001", "", {}});
    const ExecutionLog masking(logger, {"6f1c2a3b-4d5e-4f60-8a7b-000000000001", "",
                                        json::Redactor({"hunter2-hunter2", "another-secret"})});
    const auto stepEnd = [](const ExecutionLog &log) {
        return [&log](int i) {
            log.info("step_executor", "step_execution_end",
                     {{"step", "match_usuario_profissao"},
                      {"status", "success"},
                      {"status_code", 200},
                      {"duration_ms", i}});
        };
    };
    measure("four fields", lines, stepEnd(plain));
    measure("four fields, two secrets to look for", lines, stepEnd(masking));
    measure("below the level", lines, [&](int i) { logger.debug("main", "loop", {{"round", i}}); });
    return 0;
}
