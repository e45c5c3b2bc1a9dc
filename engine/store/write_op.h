// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/history.h"

#include <memory>
#include <string>
#include <vector>

namespace batuta::store {

/// One writing call, waiting to be written. Of the pointers only the one that its kind needs is there.
struct WriteOp
{
    enum class Kind { Begin, Journal, Finish, Import, Keep, KeepFlow, Audit, Applied };
    Kind kind = Kind::Journal;
    std::string id{};   ///< the execution of an entry, or the key of what is kept
    std::string text{}; ///< what to resume with, the entry, or the value; of Applied: what was lost, or ""
    std::unique_ptr<ExecutionRecord> record{};
    std::vector<EventRecord> events{};
    std::unique_ptr<FlowText> flow{};
    std::unique_ptr<AuditEntry> act{};
    History::Done done{};
    std::int64_t number = 0; ///< of Applied: the batch of the write log up to which the tables have come
    std::string payload{};   ///< of the record, packed, when a write log has made it already
    std::string eventText{}; ///< of the events, likewise
    bool isShed = false;     ///< what payload and eventText hold is no longer in the record and the events
    std::size_t shedEvents = 0;

    std::size_t eventCount() const { return events.size() + shedEvents; }
};

/// What one commit wrote.
struct BatchResult
{
    bool isCommitted = false;
    std::uint64_t executions = 0;
    std::uint64_t events = 0;
    std::uint64_t lostEvents = 0;
};

} // namespace batuta::store
