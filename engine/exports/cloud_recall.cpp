// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/cloud_recall.h"

namespace batuta::exports {
namespace {

constexpr int kPage = 100;
constexpr int kMostEvents = 100'000; ///< of one execution

bool hasEnded(const store::ExecutionRecord &record)
{
    return record.status == "success" || record.status == "failed" || record.status == "cancelled" ||
           record.status == "interrupted";
}

} // namespace

CloudRecall::CloudRecall(const Ports &ports, Cursor cursor, Needs needs)
    : m_ports(ports)
    , m_needs(std::move(needs))
    , m_left(std::move(cursor))
    , m_taken(m_left.behind)
    , m_until(ports.clock.wall())
{
    for (const auto &[execution, taken] : m_taken)
        m_names.push_back(execution);
}

CloudRecall::~CloudRecall()
{
    *m_alive = false;
}

std::int64_t CloudRecall::takenOf(const std::string &execution) const
{
    const auto known = m_taken.find(execution);
    return known == m_taken.end() ? 0 : known->second;
}

/// For the history's threads: brings the answer back to the loop.
template <class T> std::function<void(Result<T>)> CloudRecall::later(std::function<void(Result<T>)> work)
{
    return [&loop = m_ports.loop, alive = m_alive, work = std::move(work)](Result<T> result) {
        loop.post([alive, work, result = std::make_shared<Result<T>>(std::move(result))] {
            if (*alive)
                work(std::move(*result));
        });
    };
}

void CloudRecall::goOn()
{
    if (!m_isLooking && !m_isOver && m_needs.hasRoom())
        look();
}

void CloudRecall::look()
{
    m_isLooking = false;
    while (!m_names.empty()) {
        const std::string execution = m_names.front();
        if (m_needs.isKnown(execution)) { // its lane says from now on what was taken
            m_left.behind.erase(execution);
            m_names.pop_front();
            continue;
        }
        if (!m_needs.hasRoom())
            return;
        m_names.pop_front();
        return lookAt(execution);
    }
    if (m_hasPages)
        return nextPage();
    m_left.since = WallTime::max();
    m_isOver = true;
    m_needs.finished();
}

void CloudRecall::lookAt(const std::string &execution)
{
    m_isLooking = true;
    m_ports.history.find(execution,
                         later<std::optional<store::ExecutionRecord>>(
                             [this, execution](auto record) { read(execution, std::move(record)); }));
}

void CloudRecall::read(const std::string &execution, Result<std::optional<store::ExecutionRecord>> record)
{
    if (!record)
        m_ports.log.error("cloud_events", "history_read_failed", {{"message", errorText(record.error())}});
    if (!record || !*record || !hasEnded(**record)) {
        // One that another engine runs stays in the note: whoever goes on with it sends the rest.
        if (record && !*record)
            m_left.behind.erase(execution);
        else
            m_left.behind.emplace(execution, 0);
        return look();
    }
    m_ports.history.events(
        execution, 0, kMostEvents,
        later<std::vector<store::EventRecord>>([this, found = std::move(**record)](auto events) {
            if (events && !m_needs.isKnown(found.id))
                m_needs.found(found, *events, takenOf(found.id));
            m_left.behind.erase(found.id);
            look();
        }));
}

void CloudRecall::nextPage()
{
    m_isLooking = true;
    store::ExecutionQuery query;
    query.since = m_left.since;
    query.until = m_until;
    query.limit = kPage;
    query.cursor = m_page;
    query.order = store::Order::Oldest;
    m_ports.history.list(std::move(query),
                         later<store::ExecutionPage>([this](const auto &page) { turned(page); }));
}

void CloudRecall::turned(const Result<store::ExecutionPage> &page)
{
    if (!page)
        m_ports.log.error("cloud_events", "history_read_failed", {{"message", errorText(page.error())}});
    m_page = page ? page->next : std::string();
    m_hasPages = !m_page.empty();
    if (page)
        for (const store::ExecutionRecord &record : page->items)
            if (!m_taken.contains(record.id)) // those were looked at by their names
                m_names.push_back(record.id);
    look();
}

} // namespace batuta::exports
