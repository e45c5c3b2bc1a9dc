// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/pool.h"

#include <atomic>
#include <thread>

namespace batuta::logs {

bool forEachIndex(std::size_t count, const std::stop_token &stop,
                  const std::function<void(std::size_t)> &work, const std::function<void()> &after)
{
    constexpr std::size_t kWorthAThread = 4;
    std::atomic<std::size_t> next{0};
    const auto loop = [&](bool isCaller) {
        for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) {
            work(i);
            if (isCaller && after)
                after();
        }
    };
    std::jthread helper;
    if (count >= kWorthAThread)
        helper = std::jthread([&loop] { loop(false); });
    loop(true);
    if (helper.joinable())
        helper.join();
    return !stop.stop_requested();
}

} // namespace batuta::logs
