// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/cloud_port.h"
#include "engine/steps/runner.h"
#include "engine/store/records.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::steps {

/// Where an environment of the workspace lives in its cloud, and the way there.
struct CloudPlace
{
    std::shared_ptr<cloud::CloudPort> cloud;
    std::string environment;
    std::string project;
    std::string region;
    std::string service; ///< the one that is meant when none is named; "" for none
    bool isLocal = false;
    bool isGuarded = false; ///< changes want the service's name typed, and a reason
    AskIdToken idToken{};   ///< for what runs there; null: there is nobody to ask
};

/// A change for the record of acts.
struct CloudEntry
{
    std::string verb;    ///< as the acts are called: deploy, route_traffic, roll_back, release_refused
    std::string subject; ///< environment/SERVICE
    std::string who;
    std::string why;
    json::Value data;
};

/// Which executions of a flow are to be found.
struct RecordedQuery
{
    std::string flow;
    int succeeded = 0; ///< the newest so many of them
    int failed = 0;
    Moved moved; ///< one of whose addresses they called
};
/// An execution that is run once more: what called one of the addresses calls what stands in its place, and
/// nothing else is called; other steps keep what they gave then.
struct Rehearsed
{
    std::string origin; ///< the execution
    std::string key;    ///< names the new one: what was begun under it is not run again
    std::string parent; ///< who asks
    Moved moved;
};

/// Whose traffic: who has moved it besides the execution that asks?
struct MovedQuery
{
    std::string environment;
    std::string service;
    std::string execution;
};

/// Port: what `cloud_run` steps stand on. All of it answers on the loop's thread.
struct CloudAccess
{
    /// "" is the engine's own environment.
    std::function<Result<CloudPlace>(const std::string &environment)> place;
    /// `then` once the entry is there, or could not be.
    std::function<void(CloudEntry entry, std::function<void()> then)> note;
    /// The newest value of each line that a Prometheus server of the workspace answers with.
    std::function<void(const std::string &promql, WallTime at,
                       std::function<void(Result<std::vector<double>>)> reply)>
        measure;
    /// Whole records, the newest first; fewer when there are not so many.
    std::function<void(RecordedQuery query,
                       std::function<void(Result<std::vector<store::ExecutionRecord>>)> reply)>
        recorded{};
    /// The record of the new execution when it has ended, or why there is none. Gives the way to cancel it.
    std::function<CancelSubflow(Rehearsed which, std::function<void(Result<store::ExecutionRecord>)> ended)>
        rehearse{};
    /// Who moved the traffic last, when it was not the execution itself; "" when nobody did from here.
    std::function<void(const MovedQuery &query, std::function<void(std::string who)> reply)> mover{};
};

} // namespace batuta::steps
