// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/traffic_watch.h"

#include "engine/steps/cloud_run_attempt.h"

#include <cmath>

namespace batuta::steps {

Result<std::unique_ptr<TrafficWatch>> TrafficWatch::begin(const Attempt &attempt, const Services &services,
                                                          const json::Value &with, Moved moved)
{
    const std::string &step = attempt.step.id.value;
    Result<CloudTarget> target = cloudTargetOf(services, with, step);
    if (!target)
        return target.error();
    const json::Value &percent = with["percent"];
    const std::string &revision = with["revision"].asString();
    if (!percent.isNumber() || revision.empty())
        return Error{ErrorCode::FlowBadValue,
                     step,
                     "traffic: which revision, and how many percent?",
                     {},
                     "Write `revision` and `percent`."};
    TrafficHolder holder{std::move(*target), attempt.execution.value, step, actorOf(attempt), revision};
    return std::unique_ptr<TrafficWatch>(new TrafficWatch(
        services, std::move(holder), static_cast<int>(std::lround(percent.asDouble())), std::move(moved)));
}

TrafficWatch::TrafficWatch(const Services &services, TrafficHolder holder, int percent, Moved moved)
    : m_services(services)
    , m_holder(std::move(holder))
    , m_percent(percent)
    , m_moved(std::move(moved))
    , m_next(services)
{
    look();
}

void TrafficWatch::look()
{
    const CloudTarget &target = m_holder.target;
    target.place.cloud->service(
        target.name, [this, life = std::weak_ptr(m_life)](const Result<cloud::Service> &service) {
            if (life.expired())
                return;
            if (service && shareOf(*service, m_holder.revision) != m_percent)
                return tellMoved(*service);
            const Duration pace = std::chrono::seconds(m_holder.target.place.isLocal ? 1 : 15);
            m_next.start(m_services.clock.wall() + pace, [this] { look(); });
        });
}

void TrafficWatch::tellMoved(const cloud::Service &service)
{
    findTakenOver(*m_services.cloud, m_holder, service,
                  [this, life = std::weak_ptr(m_life)](const TakenOver &over) {
                      if (!life.expired())
                          m_moved(over); // may destroy this
                  });
}

} // namespace batuta::steps
