// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace batuta::policy {

/// Values by name, at most kMost of them. When it is full, the least recently used that may be forgotten
/// goes, or the least recently used of all when none may. One thread at a time.
template <class Value> class NamedBook
{
public:
    static constexpr std::size_t kMost = 10'000;

    /// The value of that name, made if need be. `mayForget(value)` says which ones are of no use any more.
    template <class MayForget> Value &use(const std::string &name, const MayForget &mayForget)
    {
        if (Value *known = find(name))
            return *known;
        if (m_used.size() >= kMost)
            forgetOne(mayForget);
        m_used.emplace_front(name, Value());
        m_index[name] = m_used.begin();
        return m_used.front().second;
    }

    /// The value of that name, which then is the most recently used; null when there is none.
    Value *find(const std::string &name)
    {
        const auto known = m_index.find(name);
        if (known == m_index.end())
            return nullptr;
        m_used.splice(m_used.begin(), m_used, known->second);
        return &known->second->second;
    }

    /// Most recently used first.
    const std::list<std::pair<std::string, Value>> &all() const { return m_used; }

private:
    template <class MayForget> void forgetOne(const MayForget &mayForget)
    {
        auto victim = std::prev(m_used.end());
        for (auto entry = m_used.rbegin(); entry != m_used.rend(); ++entry) {
            if (mayForget(entry->second)) {
                victim = std::prev(entry.base());
                break;
            }
        }
        m_index.erase(victim->first);
        m_used.erase(victim);
    }

    std::list<std::pair<std::string, Value>> m_used;
    std::unordered_map<std::string, typename std::list<std::pair<std::string, Value>>::iterator> m_index;
};

} // namespace batuta::policy
