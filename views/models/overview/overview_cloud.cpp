// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/overview/overview_cloud.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr auto kRest = std::chrono::minutes(1); // between two looks at services that rest
constexpr auto kMoving = std::chrono::seconds(10);
constexpr auto kTold = std::chrono::minutes(30); // a rollout that was taken over
constexpr std::size_t kMostServices = 8;

OverviewService::Health healthOf(const cloud::Service &service)
{
    if (service.ready.state == cloud::ConditionState::Failed)
        return OverviewService::Health::Failing;
    return service.isReconciling || service.ready.state != cloud::ConditionState::Succeeded
               ? OverviewService::Health::Changing
               : OverviewService::Health::Ready;
}

OverviewService serviceOf(const cloud::Service &service, const std::string &environment)
{
    OverviewService one;
    one.environment = environment;
    one.name = service.name.service;
    one.region = service.name.region;
    one.health = healthOf(service);
    if (one.health == OverviewService::Health::Failing)
        one.trouble = service.ready.message;
    for (cloud::TrafficTarget target : service.routed) {
        if (target.isLatest())
            target.revision = service.latestReady;
        if (target.percent > 0)
            one.shares.push_back(std::move(target));
    }
    std::ranges::stable_sort(one.shares, std::greater<>(), &cloud::TrafficTarget::percent);
    return one;
}

void measure(OverviewService &service, const client::ServiceBoard &board)
{
    const auto add = [](std::optional<double> &sum, const std::optional<double> &value) {
        if (value)
            sum = sum.value_or(0) + *value;
    };
    service.instances = service.requestsPerSecond = service.p95 = std::nullopt;
    for (const client::RevisionFigures &figures : board.figures) {
        add(service.instances, figures.instances);
        add(service.requestsPerSecond, figures.requestsPerSecond);
        const bool serves = std::ranges::find(service.shares, figures.revision,
                                              &cloud::TrafficTarget::revision) != service.shares.end();
        if (serves && figures.p95)
            service.p95 = std::max(service.p95.value_or(0), *figures.p95);
    }
}

} // namespace

OverviewCloud::OverviewCloud(EngineLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
}

void OverviewCloud::refresh(bool isWhole)
{
    const SteadyTime now = SystemClock().steady();
    askRollout();
    if (!isWhole && m_askedAt != SteadyTime{} &&
        now - m_askedAt < (m_rollout && !m_rollout->isOver ? Duration(kMoving) : Duration(kRest)))
        return;
    m_askedAt = now;
    ++m_generation; // what was asked before counts no more
    askPlaces();
}

/// The engine knows its clouds without asking them: who has none is not told of any.
void OverviewCloud::askPlaces()
{
    m_link.clouds(this, [this, asked = m_generation](const Result<std::vector<client::CloudPlace>> &places) {
        if (asked != m_generation)
            return;
        const bool hasCloud = places && !places->empty();
        if (std::exchange(m_hasCloud, hasCloud) != hasCloud)
            emit servicesChanged();
        if (hasCloud)
            askBoard();
    });
}

void OverviewCloud::askBoard()
{
    m_link.releases({}, this, [this, asked = m_generation](const Result<client::ReleaseBoard> &board) {
        if (asked != m_generation)
            return;
        m_isRead = true;
        m_problem = board ? std::nullopt : std::optional(board.error());
        if (board)
            takeBoard(*board);
        emit servicesChanged();
    });
}

/// The figures of before stay until newer ones come.
void OverviewCloud::takeBoard(const client::ReleaseBoard &board)
{
    m_services.clear();
    for (const cloud::Service &service : board.services) {
        OverviewService one = serviceOf(service, board.environment);
        if (const auto before = m_measured.find(one.name); before != m_measured.end()) {
            one.instances = before->second.instances;
            one.requestsPerSecond = before->second.requestsPerSecond;
            one.p95 = before->second.p95;
        }
        m_services.push_back(std::move(one));
    }
    std::ranges::stable_sort(m_services, std::greater<>(), &OverviewService::health);
    for (std::size_t i = 0; i < std::min(m_services.size(), kMostServices); ++i)
        askFigures(m_services[i].name);
}

void OverviewCloud::askFigures(const std::string &name)
{
    const auto at = std::ranges::find(m_services, name, &OverviewService::name);
    m_link.releasedService({at->environment, name}, this,
                           [this, name, asked = m_generation](const Result<client::ServiceBoard> &board) {
                               const auto service =
                                   std::ranges::find(m_services, name, &OverviewService::name);
                               if (asked != m_generation || !board || service == m_services.end())
                                   return;
                               measure(*service, *board);
                               m_measured[name] = *service;
                               emit servicesChanged();
                           });
}

/// The newest that has not ended. One that is held runs, too.
void OverviewCloud::askRollout()
{
    client::ExecutionQuery query;
    query.flow = client::kRolloutFlow;
    query.status = "!success,failed,cancelled,interrupted";
    query.limit = 1;
    m_link.executions(std::move(query), this, [this](const Result<client::ExecutionPage> &page) {
        if (!page)
            return; // what runs is told elsewhere, with the error
        if (page->items.empty())
            return askTakenOver();
        askExecution(ExecutionId(page->items.front().id));
    });
}

/// One that ended because somebody else moved the traffic is told for a while: its question is gone.
void OverviewCloud::askTakenOver()
{
    client::ExecutionQuery query;
    query.flow = client::kRolloutFlow;
    query.limit = 1;
    m_link.executions(std::move(query), this, [this](const Result<client::ExecutionPage> &page) {
        const bool isTold = page && !page->items.empty() && page->items.front().status == "failed" &&
                            SystemClock().wall() - page->items.front().endedAt < kTold;
        if (!isTold)
            return setRollout({});
        askExecution(ExecutionId(page->items.front().id));
    });
}

void OverviewCloud::askExecution(const ExecutionId &id)
{
    m_link.execution(QString::fromStdString(id.value), this,
                     [this](const Result<client::ExecutionRecord> &record) {
                         if (!record)
                             return;
                         std::optional<client::RolloutState> state = client::rolloutOf(*record);
                         const bool isShown = state && (!state->isOver || state->isTakenOver);
                         setRollout(isShown ? std::move(state) : std::nullopt);
                     });
}

void OverviewCloud::setRollout(std::optional<client::RolloutState> rollout)
{
    const bool isNew =
        rollout.has_value() != m_rollout.has_value() || (rollout && rollout->isOver != m_rollout->isOver);
    if (!rollout && !m_rollout)
        return;
    m_rollout = std::move(rollout);
    emit rolloutChanged();
    if (isNew) // the traffic has moved, or is about to
        refresh(true);
}

const OverviewService *OverviewCloud::rolledOut() const
{
    const auto found = std::ranges::find_if(m_services, [this](const OverviewService &service) {
        return m_rollout && service.name == m_rollout->service &&
               service.environment == m_rollout->environment;
    });
    return found == m_services.end() ? nullptr : &*found;
}

} // namespace batuta::views
