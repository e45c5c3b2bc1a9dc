// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace batuta::logs {

/// Hears from the system when something is written, made or renamed in folders. Belongs to one thread. On a
/// file system that tells nothing (of another machine) only time tells: look now and then besides.
class LogWatch
{
public:
    explicit LogWatch(const std::vector<std::string> &folders);
    ~LogWatch();
    LogWatch(const LogWatch &) = delete;
    LogWatch &operator=(const LogWatch &) = delete;

    /// Readable when something happened; -1 when the system has none to give.
    int descriptor() const { return m_descriptor; }
    /// Forgets what happened so far.
    void clear();
    /// Waits until something happens, at most `milliseconds`; then clear().
    void wait(int milliseconds);

private:
    int m_descriptor;
};

} // namespace batuta::logs
