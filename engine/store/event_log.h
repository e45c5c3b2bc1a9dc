// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/text.h"
#include "engine/store/database.h"
#include "engine/store/records.h"

#include <span>

namespace batuta::store {

/// The events of an execution as one compact JSON text, in the order of their sequences.
void writeEvents(std::span<const EventRecord> events, json::Text &out);

struct EventRange
{
    std::int64_t after = 0; ///< only sequences above it
    std::size_t limit = 0;
};

/// Those of what writeEvents() wrote.
Result<std::vector<EventRecord>> parseEvents(std::string_view text, const std::string &id, EventRange range);

/// The events of execution `id`, whose key is `seq`, also when an older version wrote them.
Result<std::vector<EventRecord>> readEvents(Database &database, const std::string &id, std::int64_t seq,
                                            EventRange range);

} // namespace batuta::store
