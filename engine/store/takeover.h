// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/journal_frames.h"
#include "engine/store/records.h"

#include <cstring>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::store {

struct IdHash
{
    std::size_t operator()(const IdBytes &id) const
    {
        std::size_t hash = 0;
        std::memcpy(&hash, id.data(), sizeof hash); // the bytes are random already
        return hash;
    }
};

/// One execution taken over from a dead engine.
struct Claimed
{
    std::int64_t seq = 0;
    IdBytes id{};
    Unfinished unfinished;
    std::vector<std::int64_t> rows; ///< of the journal, in order
};

/// Puts together what one dead engine left: first every execution, then every row of the journal, in order.
/// What cannot be gone on with (no journal, or a damaged one) is to be marked as interrupted.
class Takeover
{
public:
    struct Interrupted
    {
        std::int64_t seq = 0;
        std::string why;
    };
    struct Sorted
    {
        std::vector<Claimed> claimed;
        std::vector<Interrupted> interrupted;
        std::vector<std::int64_t> needed; ///< rows of the journal that a claimed execution stands in
        std::vector<std::int64_t> unneeded;
    };
    /// Whether an execution with that id is, or was, in the store at all.
    using IsKnown = std::function<Result<bool>(const IdBytes &)>;

    /// `start` is the payload as begin() wrote it, or "".
    void addExecution(std::int64_t seq, ExecutionRecord record, std::string_view start);
    Status addRow(std::int64_t row, std::string_view body, const IsKnown &isKnown);
    Sorted take();

private:
    struct Case
    {
        Claimed claimed;
        bool hasStart = false;
        std::string problem;
    };
    static void damage(Case &one, std::string_view where);

    std::vector<Case> m_cases;
    std::unordered_map<IdBytes, std::size_t, IdHash> m_caseOf;
    std::vector<std::int64_t> m_rows;
};

} // namespace batuta::store
