// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace batuta::telemetry {

/// One destination of log lines and the thread that writes to it, so that a full pipe or a slow disk holds up
/// nobody else. Lines wait in memory, up to kMaxWaiting bytes; what comes on top is dropped, and one line
/// tells how many were. Safe on any thread.
class LogOutlet
{
public:
    static constexpr std::size_t kMaxWaiting = 4u << 20;

    /// Takes whole lines with their ends. While it waits for its destination it looks at `giveUp`, which is
    /// set once nobody can wait for it any more. Called on the outlet's thread only.
    using Write = std::function<void(std::string_view lines, const std::atomic<bool> &giveUp)>;

    explicit LogOutlet(Write write);
    /// Writes what waits, but ends without it when the destination takes nothing for a second.
    ~LogOutlet();
    LogOutlet(const LogOutlet &) = delete;
    LogOutlet &operator=(const LogOutlet &) = delete;

    /// Never waits. An urgent line is written without delay, others within a second.
    void push(std::string_view line, bool urgent);
    /// Returns when all lines pushed before are written, or after a second.
    void flush();

private:
    void run();
    void writeBatch(std::string &lines, std::uint64_t dropped);

    const Write m_write;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_progress;
    std::string m_waiting;
    std::uint64_t m_pushed = 0;  ///< lines ever taken in
    std::uint64_t m_written = 0; ///< of those, lines handed to m_write and back
    std::uint64_t m_dropped = 0; ///< since the last batch
    bool m_hurry = false;
    bool m_ending = false;
    bool m_ended = false;
    std::atomic<bool> m_giveUp{false};
    std::thread m_thread; ///< last: it uses the rest
};

/// Writes to a descriptor that stays the caller's, such as that of stdout.
LogOutlet::Write descriptorWriter(int descriptor);
/// Writes to a file that rotates. Throws what spdlog throws when it cannot be opened.
LogOutlet::Write fileWriter(const std::string &path, std::uint64_t bytes, int oldFiles);

} // namespace batuta::telemetry
