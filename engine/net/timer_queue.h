// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace batuta::net {

/// Timers in the order of their time, first come first served among equals: a binary heap over reused slots,
/// so that 100,000 of them cost a few megabytes and starting or cancelling one allocates nothing in the long
/// run. Pure: it knows no clock. An id is never given twice.
class TimerQueue
{
public:
    using Id = std::uint64_t;

    Id add(SteadyTime when, std::function<void()> work);
    void cancel(Id id);
    std::size_t size() const { return m_heap.size(); }
    /// When the first timer is due.
    std::optional<SteadyTime> next() const;
    /// Takes out the work of the first timer when it is due at `now`; an empty function otherwise.
    std::function<void()> takeDue(SteadyTime now);
    void clear();

private:
    struct Entry
    {
        SteadyTime when;
        std::uint64_t order;
        std::uint32_t slot;
    };
    struct Slot
    {
        std::function<void()> work;
        std::uint32_t generation = 1;
        std::size_t position = 0;
    };

    static bool isBefore(const Entry &a, const Entry &b);
    void place(std::size_t position, const Entry &entry);
    void siftUp(std::size_t position);
    void siftDown(std::size_t position);
    std::function<void()> remove(std::size_t position);

    std::vector<Entry> m_heap;
    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_free;
    std::uint64_t m_order = 0;
};

} // namespace batuta::net
