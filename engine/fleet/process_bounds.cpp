// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/process_bounds.h"

#include "engine/fleet/process_list.h"

#include <cmath>
#include <sched.h>
#include <sys/resource.h>
#include <vector>

namespace batuta::fleet {

ProcessBounds::ProcessBounds(const std::string &cgroupRoot, const std::string &name, Cgroup::Bounds bounds)
    : m_bounds(bounds)
    , m_cgroup(Cgroup::make(cgroupRoot, name, bounds))
{
}

void ProcessBounds::take(int process, unsigned spread)
{
    m_process = process;
    if (m_cgroup && !m_cgroup->add(process))
        m_cgroup.reset();
    if (!m_cgroup)
        bindToProcessors(spread);
}

void ProcessBounds::bindToProcessors(unsigned spread) const
{
    const auto wanted = static_cast<int>(std::ceil(m_bounds.cpu));
    cpu_set_t all;
    if (::sched_getaffinity(0, sizeof all, &all) != 0 || wanted >= CPU_COUNT(&all) || wanted < 1)
        return;
    std::vector<int> numbers;
    for (int number = 0; number < CPU_SETSIZE; ++number)
        if (CPU_ISSET(number, &all))
            numbers.push_back(number);
    cpu_set_t some;
    CPU_ZERO(&some);
    for (unsigned i = 0; i < static_cast<unsigned>(wanted); ++i)
        CPU_SET(numbers[(spread + i) % numbers.size()], &some);
    ::sched_setaffinity(m_process, sizeof some, &some);
}

void ProcessBounds::boundGrowth() const
{
    if (!wantsLooks())
        return;
    const rlim_t most = dataBytes(m_process) + 2 * m_bounds.memoryBytes + (512ULL << 20);
    const rlimit data{most, most};
    ::prlimit(m_process, RLIMIT_DATA, &data, nullptr);
}

std::string ProcessBounds::words(std::uint64_t used) const
{
    const auto text = [](std::uint64_t bytes) { return std::to_string((bytes + (1u << 19)) >> 20) + " MiB"; };
    return "Memory limit of " + text(m_bounds.memoryBytes) + " exceeded with " + text(used) +
           " used. Consider increasing the memory limit.";
}

} // namespace batuta::fleet
