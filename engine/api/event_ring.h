// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <cstdint>
#include <deque>
#include <string>

namespace batuta::api {

/// The newest events of all executions, numbered across them in the order in which they came, each as the
/// text that every stream sends: made once, however many listen. Bounded in number and bytes; the oldest go
/// first.
class EventRing
{
public:
    struct Entry
    {
        std::string kind;
        std::string data; ///< JSON
    };

    EventRing(std::size_t entries, std::size_t bytes)
        : m_mostEntries(entries)
        , m_mostBytes(bytes)
    {
    }

    void add(const client::EventRecord &event);
    /// Events have passed that were not added: whoever has seen all until now has a gap.
    void skip();

    /// The number of the newest event that was added or skipped; 0 before the first.
    std::int64_t last() const { return m_last; }
    /// Whether everything after this number is still here.
    bool hasAllAfter(std::int64_t number) const { return number <= m_last && number + 1 >= first(); }
    /// Null when there is none of that number.
    const Entry *find(std::int64_t number) const;

private:
    std::int64_t first() const { return m_last - static_cast<std::int64_t>(m_entries.size()) + 1; }

    std::size_t m_mostEntries;
    std::size_t m_mostBytes;
    std::deque<Entry> m_entries;
    std::size_t m_bytes = 0;
    std::int64_t m_last = 0;
};

} // namespace batuta::api
