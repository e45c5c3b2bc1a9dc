// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/repeat_guard.h"

namespace batuta::host {

std::optional<std::string> RepeatGuard::earlier(const std::string &key, SteadyTime now)
{
    makeRoom(now);
    const auto known = m_known.find(key);
    if (known == m_known.end() || known->second.until <= now)
        return std::nullopt;
    return known->second.execution;
}

void RepeatGuard::remember(const std::string &key, std::string execution, SteadyTime until)
{
    m_known.insert_or_assign(key, Known{until, std::move(execution)});
    m_order.emplace_back(until, key);
}

void RepeatGuard::makeRoom(SteadyTime now)
{
    while (!m_order.empty() && (m_order.front().first <= now || m_order.size() > kMost)) {
        const auto known = m_known.find(m_order.front().second);
        if (known != m_known.end() && known->second.until <= m_order.front().first)
            m_known.erase(known);
        m_order.pop_front();
    }
}

} // namespace batuta::host
