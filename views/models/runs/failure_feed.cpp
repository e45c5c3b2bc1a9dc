// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/failure_feed.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kFailurePause = 2'000; // milliseconds
constexpr int kMostGroups = 500;

bool isAboutRuns(const client::EventRecord &event)
{
    return event.kind == "execution_ended" || event.kind == "step_retry" || event.kind == "step_started";
}

} // namespace

FailureFeed::FailureFeed(EngineLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kFailurePause);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_isStale)
            ask();
    });
    connect(&m_changes, &ChangeBook::changed, this, &FailureFeed::changed);
    connect(&link, &EngineLink::eventsArrived, this, [this](const client::EventBatch &batch) {
        const bool counts = batch.hasGap || std::ranges::any_of(batch.events, isAboutRuns);
        m_isStale = m_isStale || counts;
        if (counts && !m_again.isActive())
            m_again.start();
    });
    connect(&link, &EngineLink::stateChanged, this, [this] {
        if (m_link.isRunning())
            refresh();
    });
}

void FailureFeed::setHours(int hours)
{
    if (std::exchange(m_hours, hours) != hours)
        refresh();
}

void FailureFeed::setWanted(bool wanted)
{
    if (std::exchange(m_isWanted, wanted) != wanted && wanted && m_isStale)
        ask();
}

void FailureFeed::refresh()
{
    ++m_generation;
    m_isStale = true;
    m_isAsked = false;
    m_changes.forget();
    ask();
}

void FailureFeed::ask()
{
    if (!m_isWanted || m_isAsked || !m_link.isRunning())
        return;
    m_isAsked = true;
    m_isStale = false;
    client::FailureQuery query;
    query.limit = kMostGroups;
    if (m_hours > 0)
        query.since = SystemClock().wall() - std::chrono::hours(m_hours);
    m_link.waiting(this, [this, asked = m_generation](Result<std::vector<client::WaitingStep>> waiting) {
        if (asked == m_generation && waiting)
            m_waiting = std::move(*waiting);
    });
    m_link.failures(std::move(query), this,
                    [this, asked = m_generation](Result<client::FailureReport> report) {
                        if (asked != m_generation)
                            return;
                        m_isAsked = false;
                        m_state = report ? State::Ready : State::Failed;
                        if (report)
                            m_report = std::move(*report);
                        else
                            m_error = report.error();
                        m_again.start();
                        emit changed();
                    });
}

const client::FailureGroup *FailureFeed::group(const std::string &key) const
{
    const auto found = std::ranges::find_if(m_report.groups,
                                            [&](const client::FailureGroup &one) { return one.key == key; });
    return found == m_report.groups.end() ? nullptr : &*found;
}

FailureFeed::Change FailureFeed::changeBefore(const client::FailureGroup &group)
{
    const std::string version = "version " + group.flow + ' ' + group.flowVersion;
    const std::string revision = "revision " + group.revision;
    if (!m_firsts.contains(version)) {
        client::ExecutionQuery query;
        query.flow = group.flow;
        query.flowVersion = group.flowVersion;
        askFirst(version, std::move(query));
    }
    if (!group.revision.empty() && !m_firsts.contains(revision)) {
        client::ExecutionQuery query;
        query.revision = group.revision;
        askFirst(revision, std::move(query));
    }
    return {m_firsts[version], group.revision.empty() ? WallTime{} : m_firsts[revision]};
}

std::vector<ChangeBook::Change> FailureFeed::editsBefore(const client::FailureGroup &group, Duration window)
{
    const client::EngineInfo &info = m_link.info();
    m_changes.read(info.workspace, group.flow);
    return m_changes.between(group.flow, info.environment, group.firstSeen - window, group.firstSeen);
}

void FailureFeed::askFirst(const std::string &name, client::ExecutionQuery query)
{
    m_firsts[name] = {};
    query.order = client::Order::Oldest;
    query.limit = 1;
    m_link.executions(std::move(query), this, [this, name](Result<client::ExecutionPage> page) {
        if (!page || page->items.empty())
            return;
        m_firsts[name] = page->items.front().startedAt;
        emit changed();
    });
}

} // namespace batuta::views
