// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/net/loop.h"

#include <cstdint>
#include <memory>
#include <string>

namespace batuta::host {

/// Keeps the processors of this machine from sleeping while something happens in executions: from each event
/// until kCalm later. A processor that sleeps takes 50 to 300 us to answer a function, a disk or a thread,
/// most of all in a virtual machine, and an execution pays that at each of its steps. Asks for it with
/// Linux's PM QoS (Documentation/power/pm_qos_interface.rst): as long as the file is open and says 0, idle
/// processors wait instead of sleeping, which costs their power; the kernel takes the wish back when the
/// process ends. On the loop's thread.
class Awake
{
public:
    static constexpr const char *kDevice = "/dev/cpu_dma_latency";
    /// How long after the last event the processors stay awake.
    static constexpr std::chrono::milliseconds kCalm{100};

    /// FileUnwritable when this user may not ask for it.
    static Result<std::unique_ptr<Awake>> open(net::Loop &loop, const Clock &clock,
                                               const std::string &device);
    ~Awake();
    Awake(const Awake &) = delete;
    Awake &operator=(const Awake &) = delete;

    /// Something happened in an execution, so that more is soon to come.
    void stir();

private:
    Awake(net::Loop &loop, const Clock &clock, int file);
    void calm();
    void ask(std::int32_t microseconds);

    net::Loop &m_loop;
    const Clock &m_clock;
    int m_file;
    SteadyTime m_stirred;
    net::Loop::TimerId m_timer = 0; ///< 0: they may sleep
};

} // namespace batuta::host
