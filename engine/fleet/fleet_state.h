// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/ingress.h"

#include <map>
#include <memory>
#include <string>

namespace batuta::fleet {

/// What Fleet has: revisions, routes, ingress, and the timer that looks at all of them each second.
struct Fleet::State : std::enable_shared_from_this<Fleet::State>
{
    struct Service
    {
        Route route;
        LiveRoutePtr live;
        std::map<std::string, std::shared_ptr<Door>> doors; ///< by tag; "" is the service's own
    };

    State(net::Loop &loop, const Clock &clock, FleetOptions options, FleetHooks hooks);
    ~State();

    Status open();
    Status start(RevisionSpec spec, std::function<void(StartOutcome)> told);
    void retire(const RevisionKey &key, std::function<void()> gone);
    Status route(const ServiceKey &key, Route route);
    void unroute(const ServiceKey &key);
    void stop(std::function<void()> done);

    Status check(const ServiceKey &key, const Route &route) const;
    Status openDoors(const ServiceKey &key, const Route &route, Service &service);
    Result<std::shared_ptr<Door>> openDoor(const ServiceKey &key, const std::string &tag);
    LiveRoutePtr liveRoute(const ServiceKey &key, const Route &route) const;
    void setServing(const ServiceKey &key);
    void setHosts();
    void sampleLater();
    void sample();
    void sampleRevision(Revision &revision, const std::map<int, GroupUse> &use, Duration since);
    void watchMemory();
    void revisionGone();
    void closeAll();

    Core core;
    std::shared_ptr<Ingress> ingress;
    std::map<RevisionKey, std::shared_ptr<Revision>> revisions;
    std::map<ServiceKey, Service> services;
    std::shared_ptr<Door> sharedDoor = std::make_shared<Door>();
    SteadyTime lastSample{};
    net::Loop::TimerId sampleTimer = 0;
    net::Loop::TimerId memoryTimer = 0;
    net::Loop::TimerId stopTimer = 0;
    std::function<void()> stopped;
    bool isStopping = false;
};

} // namespace batuta::fleet
