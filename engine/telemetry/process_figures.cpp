// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/process_figures.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace batuta::telemetry {
namespace {

double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Since the Unix epoch; 0 when it cannot be read.
double startTime()
{
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    // The second field is the program's name, which may hold anything; the last `)` ends it.
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    constexpr int kFieldsBefore = 19; // of the 22nd, counted from the third
    std::string word;
    for (int i = 0; i < kFieldsBefore; ++i)
        fields >> word;
    double ticks = 0;
    double upTime = 0;
    std::ifstream("/proc/uptime") >> upTime;
    if (!(fields >> ticks) || upTime == 0)
        return 0;
    const double now =
        std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    return now - upTime + ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// -1 when they cannot be counted.
std::ptrdiff_t entriesOf(const char *folder)
{
    std::error_code problem;
    std::filesystem::directory_iterator entries(folder, problem);
    std::ptrdiff_t count = 0;
    for (; !problem && entries != std::filesystem::directory_iterator(); entries.increment(problem))
        ++count;
    return problem ? -1 : count;
}

} // namespace

ProcessFigures::ProcessFigures(Metrics &metrics)
    : m_cpu(metrics.mirror("process_cpu_seconds_total", "Processor time that this process took, in seconds"))
    , m_resident(metrics.gauge("process_resident_memory_bytes", "Memory of this process in RAM, in bytes"))
    , m_virtual(metrics.gauge("process_virtual_memory_bytes", "Address space of this process, in bytes"))
    , m_openFiles(metrics.gauge("process_open_fds", "Files and sockets that are open"))
    , m_mostFiles(metrics.gauge("process_max_fds", "How many files and sockets may be open"))
    , m_threads(metrics.gauge("process_threads", "Threads of this process"))
{
    metrics.gauge("process_start_time_seconds", "When this process began, in seconds since the Unix epoch")
        .set(startTime());
}

void ProcessFigures::refresh()
{
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        m_cpu.set(secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime));
    double pages = 0;
    double residentPages = 0;
    if (std::ifstream("/proc/self/statm") >> pages >> residentPages) {
        const auto pageBytes = static_cast<double>(sysconf(_SC_PAGESIZE));
        m_virtual.set(pages * pageBytes);
        m_resident.set(residentPages * pageBytes);
    }
    if (const std::ptrdiff_t count = entriesOf("/proc/self/fd"); count > 0)
        m_openFiles.set(static_cast<double>(count - 1)); // one of them is the folder that is read here
    if (const std::ptrdiff_t count = entriesOf("/proc/self/task"); count > 0)
        m_threads.set(static_cast<double>(count));
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        m_mostFiles.set(static_cast<double>(limit.rlim_cur));
}

} // namespace batuta::telemetry
