// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/fleet.h"

#include "engine/fleet/fleet_state.h"

#include <utility>

namespace batuta::fleet {

Fleet::Fleet(net::Loop &loop, const Clock &clock, FleetOptions options, FleetHooks hooks)
    : m_state(std::make_shared<State>(loop, clock, std::move(options), std::move(hooks)))
{
}

Fleet::~Fleet() = default;

Status Fleet::open()
{
    return m_state->open();
}

Status Fleet::start(RevisionSpec spec, std::function<void(StartOutcome)> told)
{
    return m_state->start(std::move(spec), std::move(told));
}

void Fleet::scale(const RevisionKey &key, int minInstances, int maxInstances)
{
    if (const auto found = m_state->revisions.find(key); found != m_state->revisions.end())
        found->second->scale(minInstances, maxInstances);
}

void Fleet::retire(const RevisionKey &key, std::function<void()> gone)
{
    m_state->retire(key, std::move(gone));
}

Status Fleet::route(const ServiceKey &key, Route route)
{
    return m_state->route(key, std::move(route));
}

void Fleet::unroute(const ServiceKey &key)
{
    m_state->unroute(key);
}

std::optional<Route> Fleet::routeOf(const ServiceKey &key) const
{
    const auto found = m_state->services.find(key);
    return found == m_state->services.end() ? std::nullopt : std::optional(found->second.route);
}

std::string Fleet::url(const ServiceKey &key, const std::string &tag) const
{
    const auto service = m_state->services.find(key);
    if (service == m_state->services.end())
        return {};
    const auto door = service->second.doors.find(tag);
    return door == service->second.doors.end() ? std::string()
                                               : "http://127.0.0.1:" + std::to_string(door->second->port);
}

std::uint16_t Fleet::sharedPort() const
{
    return m_state->sharedDoor->port;
}

std::vector<RevisionState> Fleet::revisions() const
{
    std::vector<RevisionState> states;
    states.reserve(m_state->revisions.size());
    for (const auto &[key, revision] : m_state->revisions)
        states.push_back(revision->state());
    return states;
}

std::optional<RevisionState> Fleet::revision(const RevisionKey &key) const
{
    const auto found = m_state->revisions.find(key);
    return found == m_state->revisions.end() ? std::nullopt : std::optional(found->second->state());
}

std::vector<InstanceState> Fleet::instances(const RevisionKey &key) const
{
    const auto found = m_state->revisions.find(key);
    return found == m_state->revisions.end() ? std::vector<InstanceState>() : found->second->instanceStates();
}

Book &Fleet::book()
{
    return m_state->core.book;
}

const Figures &Fleet::figures() const
{
    return m_state->core.figures;
}

LimitKind Fleet::limitKind() const
{
    return m_state->core.cgroupRoot.empty() ? LimitKind::Watched : LimitKind::Cgroup;
}

std::unique_ptr<ProcessBounds> Fleet::bounds(const std::string &name, Cgroup::Bounds bounds) const
{
    return std::make_unique<ProcessBounds>(m_state->core.cgroupRoot, name, bounds);
}

void Fleet::stop(std::function<void()> done)
{
    m_state->stop(std::move(done));
}

} // namespace batuta::fleet
