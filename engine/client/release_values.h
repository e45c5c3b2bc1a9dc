// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/units.h"
#include "engine/cloud/values.h"
#include "engine/json/value.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::client {

/// Where an environment of the workspace runs.
struct CloudPlace
{
    std::string environment;
    std::string project;
    std::string region;
    std::string service;    ///< the one that is meant when none is named; "" for none
    bool isLocal = false;   ///< a local stand-in for Google Cloud
    bool isGuarded = false; ///< changes want the service's name typed, and a reason
};

struct ReleaseQuery
{
    std::string environment; ///< "" for the engine's own, or the first that has a cloud
};

/// The services of an environment at one moment. No places: the workspace names no cloud.
struct ReleaseBoard
{
    WallTime at{};                  ///< the engine's clock
    std::string environment;        ///< that the services are of
    std::vector<CloudPlace> places; ///< every environment with a cloud, in the order of the file
    std::vector<cloud::Service> services;
};

struct ServiceQuery
{
    std::string environment;
    std::string service;
};

/// A time in which requests came to a revision without a pause.
struct ServingWindow
{
    WallTime from{}, to{};
    double requests = 0;
    double failures = 0; ///< answered with 5xx
};

/// What the figures say of one revision. Missing figures are absent, not zero.
struct RevisionFigures
{
    std::string revision;
    std::optional<double> instances;         ///< now
    std::optional<double> requestsPerSecond; ///< in the last five minutes
    Duration served{};                       ///< in the last day: for how long requests came
    double requests = 0;                     ///< in the last day
    double failures = 0;                     ///< of them answered with 5xx
    std::optional<double> p95;               ///< milliseconds, of the last hour
    std::vector<ServingWindow> windows{};    ///< of the last day, the oldest first
};

/// One line of what happened to a service: an act of somebody here, or what the cloud itself tells.
struct ReleaseEntry
{
    WallTime at{};
    std::string who;
    std::string verb; ///< route_traffic, roll_back, release_refused (acts.h); deployed
    std::string revision;
    std::string why;
    json::Value data; ///< of acts: {traffic, before …}
};

/// One service with everything that is known of it.
struct ServiceBoard
{
    WallTime at{};
    CloudPlace place;
    cloud::Service service;
    std::vector<cloud::Revision> revisions; ///< newest first; values of keys with secret names are masked
    std::vector<RevisionFigures> figures;
    std::optional<Error> figuresProblem; ///< why there are none
    std::vector<ReleaseEntry> entries;   ///< newest first
    std::vector<std::string> flows;      ///< that call it, by the addresses in the engine's environment
};

/// A change of traffic as it would be sent.
struct RouteQuery
{
    std::string environment;
    std::string service;
    std::string etag; ///< of the state it was made from
    std::vector<cloud::TrafficTarget> traffic;
};

/// What the cloud says to a change that is only checked, and what else can be looked up for its revisions.
struct RouteCheck
{
    WallTime at{};
    std::optional<Error> refused;   ///< by the cloud: another state, a missing role, an unknown revision
    std::optional<bool> imageFound; ///< of the first revision named; absent when it cannot be looked up
    std::string image;              ///< that was looked for, or why it was not
};

} // namespace batuta::client
