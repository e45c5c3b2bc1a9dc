// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/repeat_guard.h"

namespace batuta::host {

bool RepeatGuard::isRepeat(const std::string &key, Duration window, SteadyTime now)
{
    forget(now);
    const auto [entry, isNew] = m_until.try_emplace(key, now + window);
    if (!isNew && entry->second > now)
        return true;
    entry->second = now + window;
    m_order.emplace_back(entry->second, key);
    return false;
}

void RepeatGuard::forget(SteadyTime now)
{
    while (!m_order.empty() && (m_order.front().first <= now || m_order.size() > kMost)) {
        const auto entry = m_until.find(m_order.front().second);
        if (entry != m_until.end() && entry->second <= m_order.front().first)
            m_until.erase(entry);
        m_order.pop_front();
    }
}

} // namespace batuta::host
