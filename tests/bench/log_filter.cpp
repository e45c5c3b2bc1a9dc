// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// bench_logs --make FILE MEGABYTES: writes a log such as engines write.
// bench_logs FILE QUERY ...: opens and indexes it, then asks each query; prints times, counts and memory.
#include "engine/base/clock.h"
#include "engine/logs/log_figures.h"
#include "engine/logs/log_source.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <random>
#include <string>

using namespace batuta;
using namespace batuta::logs;
using Watch = std::chrono::steady_clock;

namespace {

double msSince(Watch::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Watch::now() - begin).count();
}

/// Megabytes of `VmHWM` or `RssAnon` of this process.
double memoryOf(const char *name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::strtod(line.c_str() + std::strlen(name) + 1, nullptr) / 1024;
    return 0;
}

std::string idOf(std::mt19937_64 &random)
{
    char text[64];
    const auto a = random();
    const auto b = random();
    std::snprintf(text, sizeof text, "%08x-%04x-4%03x-8%03x-%012llx", static_cast<unsigned>(a),
                  static_cast<unsigned>(a >> 32 & 0xFFFF), static_cast<unsigned>(a >> 48 & 0xFFF),
                  static_cast<unsigned>(b & 0xFFF), static_cast<unsigned long long>(b >> 16));
    return text;
}

int make(const char *path, double megabytes)
{
    std::mt19937_64 random(7);
    std::ofstream out(path, std::ios::binary);
    const char *steps[] = {"create_embeddings", "match_candidato", "gap_analysis_user_vacancy",
                           "course_suggestion", "resolve_flow"};
    const char *services[] = {"ml-orchestrator", "gap-analysis", "match-candidato", "api_gateway"};
    std::string execution = idOf(random);
    std::int64_t micros = 1'763'733'600'000'000;
    double written = 0;
    char line[512];
    while (written < megabytes * 1e6) {
        micros += static_cast<std::int64_t>(random() % 9000);
        if (random() % 40 == 0)
            execution = idOf(random);
        const auto kind = random() % 1000;
        const char *severity = kind < 5 ? "ERROR" : kind < 60 ? "WARNING" : kind < 200 ? "DEBUG" : "INFO";
        const int status = kind < 5 ? 503 : kind < 60 ? 429 : 200;
        const std::string at = isoTime(WallTime(std::chrono::microseconds(micros)));
        const int length = std::snprintf(
            line, sizeof line,
            R"({"severity":"%s","timestamp":"%s","service":"%s","message":"%s","execution_id":"%s","step_name":"%s","latency_ms":%d,"status":%d})"
            "\n",
            severity, at.c_str(), services[random() % 4],
            status == 200   ? "step finished"
            : status == 503 ? "no healthy instance"
                            : "attempt failed",
            execution.c_str(), steps[random() % 5], static_cast<int>(random() % 5000), status);
        out.write(line, length);
        written += length;
    }
    return out ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--make") == 0)
        return make(argv[2], std::strtod(argv[3], nullptr));
    if (argc < 2)
        return 2;
    auto begin = Watch::now();
    LogSource source({argv[1]});
    double first = 0;
    source.update({}, [&](const LogSnapshotPtr &snapshot) {
        if (first == 0 && snapshot->lines > 0)
            first = msSince(begin);
    });
    const LogSnapshotPtr snapshot = source.snapshot();
    std::printf("%-52s %9.1f ms\n", "first lines to look at", first);
    std::printf("%-52s %9.1f ms  %llu lines, %.0f MB\n", "index of all lines", msSince(begin),
                static_cast<unsigned long long>(snapshot->lines), static_cast<double>(snapshot->bytes) / 1e6);
    std::size_t index = 0;
    for (const auto &file : snapshot->files)
        index += file->memory();
    std::printf("%-52s %9.1f MB  %.2f bytes a line\n", "memory of the index",
                static_cast<double>(index) / 1e6,
                static_cast<double>(index) / static_cast<double>(snapshot->lines));
    for (int i = 2; i < argc; ++i) {
        const Result<LogQuery> query = LogQuery::parse(argv[i]);
        if (!query) {
            std::fprintf(stderr, "%s\n", errorText(query.error()).c_str());
            return 1;
        }
        begin = Watch::now();
        const LogRowsPtr rows = findRows(snapshot, LogMatcher(*query));
        std::printf("%-52s %9.1f ms  %llu lines\n", argv[i], msSince(begin),
                    static_cast<unsigned long long>(rows->count()));
    }
    const LogRowsPtr all = findRows(snapshot, LogMatcher(LogQuery()));
    begin = Watch::now();
    histogramOf(*all, timeSpan(*snapshot), 140);
    std::printf("%-52s %9.1f ms\n", "histogram of all lines", msSince(begin));
    begin = Watch::now();
    facetsOf(*all, {"service", "step_name"});
    std::printf("%-52s %9.1f ms\n", "two facets of all lines", msSince(begin));
    std::printf("%-52s %9.1f MB, at most %.1f MB\n", "memory of the program", memoryOf("RssAnon:"),
                memoryOf("VmHWM:"));
    return 0;
}
