// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What an instance uses: processors, memory, and its end when that is too much.
#include "engine/fleet/instance.h"

#include <algorithm>
#include <cmath>
#include <sched.h>
#include <sys/resource.h>
#include <utility>

namespace batuta::fleet {

void Instance::bindToLimits() const
{
    const auto wanted = static_cast<int>(std::ceil(m_spec.cpu));
    cpu_set_t all;
    if (::sched_getaffinity(0, sizeof all, &all) != 0 || wanted >= CPU_COUNT(&all) || wanted < 1)
        return;
    std::vector<int> numbers;
    for (int number = 0; number < CPU_SETSIZE; ++number)
        if (CPU_ISSET(number, &all))
            numbers.push_back(number);
    // Instances begin at different processors, so that they spread.
    cpu_set_t some;
    CPU_ZERO(&some);
    for (int i = 0; i < wanted; ++i)
        CPU_SET(numbers[static_cast<std::size_t>(m_port + i) % numbers.size()], &some);
    ::sched_setaffinity(m_group, sizeof some, &some);
}

bool Instance::sample(const GroupUse &use, Duration since, bool isMinimum)
{
    const double seconds = std::max(secondsOf(since), 0.001);
    // A child that ended takes its share of the sum with it: then this look says nothing.
    const double used = use.cpuSeconds - std::exchange(m_cpuSeconds, use.cpuSeconds);
    m_cpu = std::max(used, 0.0) / seconds;
    m_memory = use.residentBytes;
    Minute &minute = m_core.figures.now(m_spec.key);
    minute.cpu.add(m_cpu / std::max(m_spec.cpu, 0.01));
    minute.memory.add(static_cast<double>(m_memory) /
                      static_cast<double>(std::max<std::uint64_t>(m_spec.memoryBytes, 1)));
    minute.concurrency.add(m_mostRequests);
    const bool isActive = m_mostRequests > 0;
    if (isActive || isMinimum || m_stage == InstanceStage::Starting) {
        minute.billableSeconds += seconds;
        minute.allocatedCpuSeconds += seconds * m_spec.cpu;
    }
    m_mostRequests = m_requests;
    if (!m_cgroup && m_memory > m_spec.memoryBytes)
        outOfMemory(m_memory);
    return isActive;
}

// The watch looks now and then; this stops what grows without bounds between two looks. It counts from what
// the program has reserved when it is ready, which may be much more than it ever uses.
void Instance::boundGrowth() const
{
    const rlim_t most = dataBytes(m_group) + 2 * m_spec.memoryBytes + (512ULL << 20);
    const rlimit data{most, most};
    ::prlimit(m_group, RLIMIT_DATA, &data, nullptr);
}

bool Instance::wantsWatching() const
{
    return !m_cgroup && m_group != 0 &&
           (m_stage == InstanceStage::Starting || m_memory > m_spec.memoryBytes / 4);
}

void Instance::watchMemory()
{
    const std::uint64_t used = residentBytes(m_group);
    if (used > m_spec.memoryBytes)
        outOfMemory(used);
}

void Instance::outOfMemory(std::uint64_t used)
{
    if (m_failure == StartFailure::OutOfMemory)
        return;
    const auto text = [](std::uint64_t bytes) { return std::to_string((bytes + (1u << 19)) >> 20) + " MiB"; };
    const std::string message = "Memory limit of " + text(m_spec.memoryBytes) + " exceeded with " +
                                text(used) + " used. Consider increasing the memory limit.";
    say(Severity::Error, message);
    fail(StartFailure::OutOfMemory, message);
    kill();
}

InstanceState Instance::state() const
{
    InstanceState state;
    state.id = m_id;
    state.stage = m_stage;
    state.process = m_group;
    state.port = m_port;
    state.since = m_since;
    state.requests = m_requests;
    state.handled = m_handled;
    state.cpu = m_cpu;
    state.memoryBytes = m_memory;
    return state;
}

} // namespace batuta::fleet
