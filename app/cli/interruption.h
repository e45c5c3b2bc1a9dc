// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <csignal>
#include <ctime>
#include <pthread.h>

namespace batuta::cli {

/// Ctrl+C asks the execution to cancel instead of leaving it behind. Signals are blocked in all threads and
/// taken here.
class Interruption
{
public:
    Interruption()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }
    bool came() const { return cameWithin({}); }
    /// Waits for it so long.
    bool cameWithin(std::chrono::milliseconds most) const
    {
        const timespec time{most.count() / 1'000, most.count() % 1'000 * 1'000'000};
        return sigtimedwait(&m_signals, nullptr, &time) > 0;
    }

private:
    sigset_t m_signals{};
};

} // namespace batuta::cli
