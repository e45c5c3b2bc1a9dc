// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/overview/overview_feed.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kPause = 2'000, kEvery = 10'000; // milliseconds
constexpr int kMostGroups = 200, kMostRunning = 12;
constexpr std::size_t kMostDeeds = 14;

bool isAboutRuns(const client::EventRecord &event)
{
    return event.kind.starts_with("execution_") || event.kind == "step_retry";
}

std::optional<OverviewDeed::Kind> deedOf(const std::string &what)
{
    if (what == "firing")
        return OverviewDeed::Kind::Fired;
    if (what == "resolved")
        return OverviewDeed::Kind::Resolved;
    if (what == "acknowledged")
        return OverviewDeed::Kind::Acknowledged;
    if (what == "muted")
        return OverviewDeed::Kind::Muted;
    return std::nullopt;
}

} // namespace

OverviewFeed::OverviewFeed(EngineLink &link, std::string workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_clock(clock)
    , m_environments(new EnvironmentList(std::move(workspace), this))
    , m_cloud(new OverviewCloud(link, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    m_often.setInterval(kEvery);
    connect(&m_soon, &QTimer::timeout, this, &OverviewFeed::ask);
    connect(&m_often, &QTimer::timeout, this, &OverviewFeed::ask);
    connect(&link, &EngineLink::eventsArrived, this, &OverviewFeed::askSoon);
    connect(&link, &EngineLink::eventsLost, this, &OverviewFeed::refresh);
    connect(m_environments, &EnvironmentList::changed, this, [this] {
        emit changed(Part::Attention);
        emit changed(Part::Activity);
    });
    connect(m_cloud, &OverviewCloud::servicesChanged, this, &OverviewFeed::tellServices);
    connect(m_cloud, &OverviewCloud::rolloutChanged, this, [this] { emit changed(Part::Release); });
    connect(&link, &EngineLink::flowsChanged, this, [this] {
        if (m_isWanted)
            m_environments->refresh();
    });
    connect(&link, &EngineLink::infoChanged, this, [this] { emit changed(Part::Attention); });
    connect(&link, &EngineLink::stateChanged, this, [this] {
        if (m_link.isRunning())
            refresh();
    });
}

void OverviewFeed::setHours(int hours)
{
    if (std::exchange(m_hours, hours) == hours)
        return;
    m_ready.clear();
    refresh();
    for (const Part part : {Part::Figures, Part::Attention, Part::Running, Part::Flows, Part::Activity})
        emit changed(part);
}

void OverviewFeed::setWanted(bool wanted)
{
    if (std::exchange(m_isWanted, wanted) == wanted)
        return;
    if (!wanted)
        return m_often.stop();
    m_often.start();
    m_environments->refresh();
    refresh();
}

void OverviewFeed::refresh()
{
    ++m_generation; // what was asked before counts no more
    ask();
}

const Error *OverviewFeed::error(Part part) const
{
    const auto found = m_errors.find(part);
    return found == m_errors.end() ? nullptr : &found->second;
}

void OverviewFeed::tell(Part part)
{
    m_ready.insert(part);
    m_errors.erase(part);
    emit changed(part);
}

WallTime OverviewFeed::since() const
{
    return m_clock.wall() - std::chrono::hours(m_hours);
}

/// Steps of the runs that are shown move at once; all else is read again soon.
void OverviewFeed::askSoon(const client::EventBatch &batch)
{
    if (!m_isWanted)
        return;
    bool moved = false;
    for (const client::EventRecord &event : batch.events)
        for (RunRow &run : m_running)
            if (run.id == event.execution)
                moved = applyEvent(run, event) || moved;
    if (moved)
        emit changed(Part::Running);
    if ((batch.hasGap || std::ranges::any_of(batch.events, isAboutRuns)) && !m_soon.isActive())
        m_soon.start();
}

void OverviewFeed::ask()
{
    if (!m_isWanted || !m_link.isRunning())
        return;
    askFigures();
    askLines();
    askObjective();
    askAttention();
    askRunning();
    askPublishes();
    askActs();
    m_cloud->refresh(std::exchange(m_cloudGeneration, m_generation) != m_generation);
}

void OverviewFeed::tellServices()
{
    m_errors.erase(Part::Services);
    if (m_cloud->problem())
        m_errors.insert_or_assign(Part::Services, *m_cloud->problem());
    if (m_cloud->isRead())
        m_ready.insert(Part::Services);
    emit changed(Part::Services);
    emit changed(Part::Release); // the shares of a rollout are the service's
}

/// Each of the three answers is shown as it comes; the failures say whether there is anything to show.
void OverviewFeed::askAttention()
{
    const int asked = m_generation;
    m_link.waiting(this, [this, asked](Result<std::vector<client::WaitingStep>> waiting) {
        if (asked != m_generation || !waiting)
            return;
        m_waiting = std::move(*waiting);
        if (isReady(Part::Attention))
            emit changed(Part::Attention);
    });
    m_link.alerts(this, [this, asked](Result<series::AlertBook> book) {
        if (asked != m_generation)
            return;
        if (!book && book.error().code != ErrorCode::HttpNotFound) {
            m_errors.insert_or_assign(Part::Activity, book.error());
            return emit changed(Part::Activity);
        }
        m_keepsFigures = book.has_value(); // without them there are no alerts
        m_alerts = book ? std::move(*book) : series::AlertBook();
        for (const series::AlertEvent &event : m_alerts.history)
            if (event.what == "firing")
                m_lastProblem = std::max(m_lastProblem, event.at);
        tell(Part::Activity);
        if (isReady(Part::Attention))
            emit changed(Part::Attention);
    });
    client::FailureQuery last;
    last.limit = 1;
    m_link.failures(std::move(last), this, [this, asked](const Result<client::FailureReport> &report) {
        if (asked == m_generation && report && !report->groups.empty())
            m_lastProblem = std::max(m_lastProblem, report->groups.front().lastSeen);
    });
    client::FailureQuery query;
    query.since = since();
    query.limit = kMostGroups;
    m_link.failures(std::move(query), this, [this, asked](Result<client::FailureReport> report) {
        if (asked != m_generation)
            return;
        if (report) {
            m_failures = std::move(*report);
            tell(Part::Attention);
            return emit changed(Part::Activity);
        }
        m_errors.insert_or_assign(Part::Attention, report.error());
        emit changed(Part::Attention);
    });
}

void OverviewFeed::askRunning()
{
    client::ExecutionQuery query;
    query.status = "running";
    query.limit = kMostRunning;
    query.withSteps = true;
    m_link.executions(std::move(query), this,
                      [this, asked = m_generation](const Result<client::ExecutionPage> &page) {
                          if (asked != m_generation)
                              return;
                          if (!page) {
                              m_errors.insert_or_assign(Part::Running, page.error());
                              return emit changed(Part::Running);
                          }
                          m_running.clear();
                          std::ranges::transform(page->items, std::back_inserter(m_running), rowOf);
                          tell(Part::Running);
                      });
}

std::vector<Cause> OverviewFeed::causes() const
{
    std::vector<EnvironmentTrouble> environments;
    for (const EnvironmentList::Item &item : m_environments->items())
        environments.push_back({item.name, item.errors});
    return causesOf(
        {m_failures.groups, m_waiting, m_alerts.alerts, m_link.info().problems, std::move(environments)},
        m_clock.wall());
}

std::vector<OverviewDeed> OverviewFeed::deeds() const
{
    std::vector<OverviewDeed> deeds = m_publishes;
    deeds.insert(deeds.end(), m_acts.begin(), m_acts.end());
    for (const series::AlertEvent &event : m_alerts.history)
        if (const auto kind = deedOf(event.what)) {
            const bool isPerson =
                *kind == OverviewDeed::Kind::Acknowledged || *kind == OverviewDeed::Kind::Muted;
            deeds.push_back({*kind, event.at, event.rule, isPerson ? event.text : std::string()});
        }
    for (const client::FailureGroup &group : m_failures.groups) {
        const std::string &subject = group.step.empty() ? group.flow : group.step;
        if (group.note.addressedAt != WallTime{})
            deeds.push_back({OverviewDeed::Kind::Addressed, group.note.addressedAt, subject, group.note.who});
        else if (group.note.at != WallTime{} && !group.note.text.empty())
            deeds.push_back({OverviewDeed::Kind::Noted, group.note.at, subject, group.note.who});
    }
    for (const EnvironmentList::Item &item : m_environments->items())
        if (item.appliedAt)
            deeds.push_back({OverviewDeed::Kind::Applied, *item.appliedAt, item.name, item.appliedBy});
    std::erase_if(deeds, [from = since()](const OverviewDeed &deed) { return deed.at < from; });
    std::ranges::stable_sort(deeds, std::greater<>(), &OverviewDeed::at);
    deeds.resize(std::min(deeds.size(), kMostDeeds));
    return deeds;
}

} // namespace batuta::views
