// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace batuta::views {

/// How long to wait before the next try: twice as long after each failure, and never quite the same, so that
/// a thousand clients of an engine that comes back do not come at once.
class Backoff
{
public:
    using Millis = std::chrono::milliseconds;

    Backoff(Millis first, Millis most)
        : m_first(first)
        , m_most(most)
    {
    }

    /// Between half and all of first * 2^failures, at most `most`; counts a failure.
    Millis next();
    void succeeded() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Millis m_first;
    Millis m_most;
    int m_failures = 0;
};

} // namespace batuta::views
