// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/concurrency.h"

#include <algorithm>

namespace batuta::policy {
namespace {

bool erase(std::deque<ExecutionId> &ids, const ExecutionId &id)
{
    const auto place = std::find(ids.begin(), ids.end(), id);
    if (place == ids.end())
        return false;
    ids.erase(place);
    return true;
}

bool contains(const std::deque<ExecutionId> &ids, const ExecutionId &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

ConcurrencyBook::Entry ConcurrencyBook::enter(const FlowName &flow, const std::string &key, int limit,
                                              WhenFull whenFull, const ExecutionId &id)
{
    if (const auto known = m_where.find(id); known != m_where.end())
        return {contains(m_slots.at(known->second).running, id) ? Answer::Run : Answer::Queued, {}};
    const SlotKey where(flow, key);
    Slot &slot = m_slots[where];
    slot.limit = std::max(1, limit);
    const auto most = static_cast<std::size_t>(slot.limit);
    if (slot.running.size() < most && slot.waiting.empty()) {
        slot.running.push_back(id);
        m_where.emplace(id, where);
        return {};
    }
    if (whenFull == WhenFull::Reject)
        return {Answer::Refused, {}};
    if (whenFull == WhenFull::CancelOldest)
        return cancelOldest(slot, where, id);
    const auto waiting = m_waiting.find(flow);
    if (waiting != m_waiting.end() && waiting->second >= kMostWaiting)
        return {Answer::Refused, {}};
    wait(slot, where, id);
    return {Answer::Queued, {}};
}

ConcurrencyBook::Entry ConcurrencyBook::cancelOldest(Slot &slot, const SlotKey &key, const ExecutionId &id)
{
    Entry entry{Answer::RunAfterCancelling, {}};
    // The newcomer takes one of the places; those already told to go do not count.
    std::size_t staying = slot.running.size() - slot.cancelled.size() + slot.waiting.size();
    const auto isOver = [&] { return staying >= static_cast<std::size_t>(slot.limit); };
    for (const ExecutionId &running : slot.running) {
        if (!isOver())
            break;
        if (contains(slot.cancelled, running))
            continue;
        entry.cancel.push_back(running);
        slot.cancelled.push_back(running);
        --staying;
    }
    while (isOver() && !slot.waiting.empty()) {
        const ExecutionId oldest = slot.waiting.front();
        entry.cancel.push_back(oldest);
        forgetWaiting(slot, key, oldest);
        m_where.erase(oldest);
        --staying;
    }
    wait(slot, key, id);
    return entry;
}

void ConcurrencyBook::wait(Slot &slot, const SlotKey &key, const ExecutionId &id)
{
    slot.waiting.push_back(id);
    ++m_waiting[key.first];
    m_where.emplace(id, key);
}

void ConcurrencyBook::forgetWaiting(Slot &slot, const SlotKey &key, const ExecutionId &id)
{
    if (!erase(slot.waiting, id))
        return;
    if (--m_waiting[key.first] == 0)
        m_waiting.erase(key.first);
}

void ConcurrencyBook::resumed(const FlowName &flow, const std::string &key, int limit, const ExecutionId &id)
{
    const SlotKey where(flow, key);
    if (!m_where.emplace(id, where).second)
        return;
    Slot &slot = m_slots[where];
    slot.limit = std::max(1, limit);
    slot.running.push_back(id);
}

std::vector<ExecutionId> ConcurrencyBook::left(const ExecutionId &id)
{
    const auto known = m_where.find(id);
    if (known == m_where.end())
        return {};
    const SlotKey where = known->second;
    m_where.erase(known);
    Slot &slot = m_slots.at(where);
    if (erase(slot.running, id))
        erase(slot.cancelled, id);
    else
        forgetWaiting(slot, where, id);
    std::vector<ExecutionId> next;
    while (slot.running.size() < static_cast<std::size_t>(slot.limit) && !slot.waiting.empty()) {
        next.push_back(slot.waiting.front());
        slot.running.push_back(next.back());
        forgetWaiting(slot, where, next.back());
    }
    if (slot.running.empty())
        m_slots.erase(where);
    return next;
}

std::vector<ConcurrencyBook::Status> ConcurrencyBook::states() const
{
    std::vector<Status> all;
    for (const auto &[where, slot] : m_slots)
        all.push_back({where.first, where.second, slot.limit, slot.running.size(), slot.waiting.size()});
    return all;
}

} // namespace batuta::policy
