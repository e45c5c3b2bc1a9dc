// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/timer_queue.h"

#include <utility>

namespace batuta::net {

bool TimerQueue::isBefore(const Entry &a, const Entry &b)
{
    return a.when != b.when ? a.when < b.when : a.order < b.order;
}

void TimerQueue::place(std::size_t position, const Entry &entry)
{
    m_heap[position] = entry;
    m_slots[entry.slot].position = position;
}

void TimerQueue::siftUp(std::size_t position)
{
    const Entry entry = m_heap[position];
    while (position > 0) {
        const std::size_t parent = (position - 1) / 2;
        if (!isBefore(entry, m_heap[parent]))
            break;
        place(position, m_heap[parent]);
        position = parent;
    }
    place(position, entry);
}

void TimerQueue::siftDown(std::size_t position)
{
    const Entry entry = m_heap[position];
    for (;;) {
        std::size_t child = 2 * position + 1;
        if (child >= m_heap.size())
            break;
        if (child + 1 < m_heap.size() && isBefore(m_heap[child + 1], m_heap[child]))
            ++child;
        if (!isBefore(m_heap[child], entry))
            break;
        place(position, m_heap[child]);
        position = child;
    }
    place(position, entry);
}

TimerQueue::Id TimerQueue::add(SteadyTime when, std::function<void()> work)
{
    std::uint32_t slot = 0;
    if (m_free.empty()) {
        slot = static_cast<std::uint32_t>(m_slots.size());
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slots[slot].work = std::move(work);
    m_heap.push_back({when, ++m_order, slot});
    siftUp(m_heap.size() - 1);
    return (std::uint64_t{m_slots[slot].generation} << 32) | slot;
}

// The work is given back instead of destroyed here: its destructor may come back to this queue.
std::function<void()> TimerQueue::remove(std::size_t position)
{
    const std::uint32_t slot = m_heap[position].slot;
    auto work = std::exchange(m_slots[slot].work, nullptr);
    ++m_slots[slot].generation;
    m_free.push_back(slot);
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (position < m_heap.size()) {
        place(position, last);
        siftUp(position);
        siftDown(m_slots[last.slot].position);
    }
    return work;
}

void TimerQueue::cancel(Id id)
{
    const auto slot = static_cast<std::uint32_t>(id);
    const auto generation = static_cast<std::uint32_t>(id >> 32);
    if (slot < m_slots.size() && m_slots[slot].generation == generation)
        remove(m_slots[slot].position);
}

std::optional<SteadyTime> TimerQueue::next() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front().when;
}

std::function<void()> TimerQueue::takeDue(SteadyTime now)
{
    if (m_heap.empty() || m_heap.front().when > now)
        return nullptr;
    return remove(0);
}

void TimerQueue::clear()
{
    while (!m_heap.empty())
        remove(m_heap.size() - 1);
}

} // namespace batuta::net
