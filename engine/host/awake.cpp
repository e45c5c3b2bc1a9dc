// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/awake.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace batuta::host {
namespace {

constexpr std::int32_t kNoWish = 2'000'000'000; // PM_QOS_CPU_LATENCY_DEFAULT_VALUE, us

}

Result<std::unique_ptr<Awake>> Awake::open(net::Loop &loop, const Clock &clock, const std::string &device)
{
    const int file = ::open(device.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return Error{ErrorCode::FileUnwritable,
                     device,
                     std::strerror(errno),
                     {},
                     "Give the engine's user the right to write it, for example with the rule "
                     "KERNEL==\"cpu_dma_latency\", GROUP=\"batuta\", MODE=\"0660\" in /etc/udev/rules.d."};
    std::unique_ptr<Awake> awake(new Awake(loop, clock, file));
    awake->ask(kNoWish);
    return awake;
}

Awake::Awake(net::Loop &loop, const Clock &clock, int file)
    : m_loop(loop)
    , m_clock(clock)
    , m_file(file)
{
}

Awake::~Awake()
{
    m_loop.cancelTimer(m_timer);
    ::close(m_file);
}

void Awake::stir()
{
    m_stirred = m_clock.steady();
    if (m_timer != 0)
        return;
    ask(0);
    m_timer = m_loop.startTimer(m_stirred + kCalm, [this] { calm(); });
}

void Awake::calm()
{
    if (m_clock.steady() < m_stirred + kCalm) {
        m_timer = m_loop.startTimer(m_stirred + kCalm, [this] { calm(); });
        return;
    }
    m_timer = 0;
    ask(kNoWish);
}

/// What the kernel does not take leaves executions slower, and nothing else.
void Awake::ask(std::int32_t microseconds)
{
    std::ignore = ::pwrite(m_file, &microseconds, sizeof microseconds, 0);
}

} // namespace batuta::host
