// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/journal_book.h"

#include <utility>

namespace batuta::store {
namespace {

constexpr std::size_t kJournalRowBytes = 4ULL << 20; // a row is closed once it is larger

} // namespace

Status JournalBook::add(const IdBytes &id, FrameKind kind, std::string_view bytes)
{
    appendFrame(id, kind, bytes, m_body);
    m_framed.insert(id);
    return m_body.size() < kJournalRowBytes ? Status() : flush();
}

Status JournalBook::flush()
{
    if (m_body.empty())
        return {};
    const Result<std::int64_t> key = m_rows.insertJournal(m_body);
    if (!key)
        return key.error();
    m_written.push_back({*key, std::exchange(m_framed, {})});
    m_body.clear();
    return {};
}

Status JournalBook::release(const IdBytes &id)
{
    const auto rows = m_rowsOf.find(id);
    if (rows == m_rowsOf.end())
        return {};
    m_released.push_back(id);
    Status status;
    for (const std::int64_t row : rows->second) {
        if (--m_users[row] != 0)
            continue;
        m_freed.push_back(row);
        if (status)
            status = m_rows.removeJournal(row);
    }
    return status;
}

Status JournalBook::write(const std::unordered_set<IdBytes, IdHash> &ended)
{
    // The new row comes first: keys that grow keep the order, and one that is freed here is not used again
    // at once.
    if (Status flushed = flush(); !flushed)
        return flushed;
    for (const IdBytes &id : ended)
        if (Status released = release(id); !released)
            return released;
    return {};
}

void JournalBook::committed()
{
    for (const std::int64_t row : m_freed)
        m_users.erase(row);
    for (const IdBytes &id : m_released)
        m_rowsOf.erase(id);
    for (const Row &row : m_written) {
        m_users[row.key] = row.executions.size();
        for (const IdBytes &id : row.executions)
            m_rowsOf[id].push_back(row.key);
    }
    forget();
}

void JournalBook::rolledBack()
{
    for (const IdBytes &id : m_released)
        for (const std::int64_t row : m_rowsOf[id])
            ++m_users[row];
    forget();
}

void JournalBook::lose()
{
    forget();
    m_rowsOf.clear();
    m_users.clear();
}

void JournalBook::forget()
{
    m_body.clear();
    m_framed.clear();
    m_written.clear();
    m_released.clear();
    m_freed.clear();
}

void JournalBook::adopt(const IdBytes &id, const std::vector<std::int64_t> &rows)
{
    m_rowsOf[id] = rows;
    for (const std::int64_t row : rows)
        ++m_users[row];
}

} // namespace batuta::store
