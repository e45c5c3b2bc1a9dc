// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/takeover.h"

#include <algorithm>
#include <iterator>

namespace batuta::store {
namespace {

constexpr const char *kNoJournal = "the engine stopped before the execution ended";

} // namespace

void Takeover::addExecution(std::int64_t seq, ExecutionRecord record, std::string_view start)
{
    Case one;
    one.claimed.seq = seq;
    one.claimed.unfinished.record = std::move(record);
    one.claimed.id = idBytes(one.claimed.unfinished.record.id).value_or(IdBytes{});
    if (!start.empty())
        if (Status read = readPayload(start, one.claimed.unfinished.record); !read)
            damage(one, "the record as it began");
    m_caseOf.insert_or_assign(one.claimed.id, m_cases.size());
    m_cases.push_back(std::move(one));
}

Status Takeover::addRow(std::int64_t row, std::string_view body, const IsKnown &isKnown)
{
    m_rows.push_back(row);
    const std::string where = "row " + std::to_string(row) + " of the journal";
    FrameReader reader(body);
    bool isAnybodys = false; // an entry is lost, and nobody can say whose it was
    while (const std::optional<Frame> frame = reader.next()) {
        const auto found = m_caseOf.find(frame->id);
        if (found == m_caseOf.end()) {
            // Mostly of an execution that has ended; otherwise it is the id that is damaged.
            const Result<bool> known = frame->isSound ? Result<bool>(true) : isKnown(frame->id);
            if (!known)
                return known.error();
            isAnybodys |= !*known;
            continue;
        }
        Case &one = m_cases[found->second];
        Claimed &claimed = one.claimed;
        if (claimed.rows.empty() || claimed.rows.back() != row)
            claimed.rows.push_back(row);
        if (!frame->isSound || (frame->kind == FrameKind::Start) == one.hasStart) {
            damage(one, where);
        } else if (frame->kind == FrameKind::Start) {
            one.hasStart = true;
            claimed.unfinished.resume = frame->bytes;
        } else {
            claimed.unfinished.entries.emplace_back(frame->bytes);
        }
    }
    if (isAnybodys || reader.isCut())
        for (Case &one : m_cases)
            if (one.hasStart) // whoever begins in a later row has lost nothing in this one
                damage(one, where);
    return {};
}

void Takeover::damage(Case &one, std::string_view where)
{
    if (one.problem.empty())
        one.problem = errorText({ErrorCode::StoreCorrupt,
                                 one.claimed.unfinished.record.id,
                                 "its journal cannot be read, " + std::string(where),
                                 {},
                                 ""});
}

Takeover::Sorted Takeover::take()
{
    Sorted sorted;
    for (Case &one : m_cases) {
        if (!one.hasStart || !one.problem.empty()) {
            sorted.interrupted.push_back(
                {one.claimed.seq, one.problem.empty() ? std::string(kNoJournal) : one.problem});
            continue;
        }
        sorted.needed.insert(sorted.needed.end(), one.claimed.rows.begin(), one.claimed.rows.end());
        sorted.claimed.push_back(std::move(one.claimed));
    }
    std::sort(sorted.needed.begin(), sorted.needed.end());
    sorted.needed.erase(std::unique(sorted.needed.begin(), sorted.needed.end()), sorted.needed.end());
    std::set_difference(m_rows.begin(), m_rows.end(), sorted.needed.begin(), sorted.needed.end(),
                        std::back_inserter(sorted.unneeded)); // both are in order
    return sorted;
}

} // namespace batuta::store
