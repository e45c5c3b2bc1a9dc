// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What an instance uses: processors, memory, and its end when that is too much.
#include "engine/fleet/instance.h"

#include <algorithm>
#include <utility>

namespace batuta::fleet {

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
    if (m_bounds && m_bounds->isExceeded(m_memory))
        outOfMemory(m_memory);
    return isActive;
}

bool Instance::wantsWatching() const
{
    return m_bounds && m_bounds->wantsLooks() &&
           (m_stage == InstanceStage::Starting || m_memory > m_spec.memoryBytes / 4);
}

void Instance::watchMemory()
{
    const std::uint64_t used = residentBytes(m_group);
    if (m_bounds && m_bounds->isExceeded(used))
        outOfMemory(used);
}

void Instance::outOfMemory(std::uint64_t used)
{
    if (m_failure == StartFailure::OutOfMemory)
        return;
    const std::string message = m_bounds->words(used);
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
