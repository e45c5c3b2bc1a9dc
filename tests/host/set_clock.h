// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <stdexcept>

namespace batuta::tests {

/// The clock of this machine, whose wall time a test sets forward and back; it goes on from there.
class SetClock final : public Clock
{
public:
    WallTime wall() const override { return m_system.wall() + m_shift; }
    SteadyTime steady() const override { return m_system.steady(); }

    void set(WallTime time) { m_shift = time - m_system.wall(); }
    /// `2026-11-21T14:21:00Z`
    void set(const char *time)
    {
        WallTime wall;
        if (!parseIsoTime(time, wall))
            throw std::runtime_error(time);
        set(wall);
    }

private:
    SystemClock m_system;
    Duration m_shift{};
};

} // namespace batuta::tests
