// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/event_ring.h"

#include "engine/client/codec.h"
#include "engine/json/json.h"

namespace batuta::api {

void EventRing::add(const client::EventRecord &event)
{
    Entry &entry = m_entries.emplace_back(Entry{event.kind, json::write(client::toJson(event))});
    ++m_last;
    m_bytes += entry.data.size();
    while (m_entries.size() > m_mostEntries || (m_bytes > m_mostBytes && m_entries.size() > 1)) {
        m_bytes -= m_entries.front().data.size();
        m_entries.pop_front();
    }
}

void EventRing::skip()
{
    m_entries.clear();
    m_entries.shrink_to_fit();
    m_bytes = 0;
    ++m_last;
}

const EventRing::Entry *EventRing::find(std::int64_t number) const
{
    if (number < first() || number > m_last)
        return nullptr;
    return &m_entries[static_cast<std::size_t>(number - first())];
}

} // namespace batuta::api
