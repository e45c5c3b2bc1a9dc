// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/cloud/watch_values.h"

#include <cstdint>

namespace batuta::client {

/// A question about releases that one place asks.
///
/// kind      service  data            answer
/// deploy    yes      RolloutRequest  DeployCheck: what the new revision would be, and what speaks against it
/// build              {id, from}      BuildState
/// backups                            BackupList
/// backup    yes      {backup}        BackupSides: the service now, and in the backup
/// watching                           Watching: alerts, channels and budgets
struct ReleaseLookup
{
    std::string kind;
    std::string environment; ///< "" for the engine's own, or the first that has a cloud
    std::string service;
    json::Value data;
};

/// One look before a deployment.
struct DeployFinding
{
    enum class State { Passes, Warns, Fails, Unknown };
    std::string check; ///< image, limits, names, keys, traffic, quota, health, cloud
    State state = State::Passes;
    std::string code; ///< of what is wrong: timeout, memory, env …; "" when nothing is
    std::string text; ///< what was found, or is wrong
    std::string mend;
};

/// How one setting or key would differ.
struct DeployChange
{
    enum class Kind { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    std::string key;    ///< `env NAME`, `memory`, `image` …
    std::string before; ///< values of keys with secret names are masked
    std::string after;
};

/// A new revision as it would be. Nothing was changed.
struct DeployCheck
{
    WallTime at{};
    bool isNew = false; ///< the service is not there yet
    std::string etag;   ///< of the state that was looked at
    std::vector<DeployChange> changes;
    std::vector<DeployFinding> findings; ///< every check once, or once for each thing that is wrong
    std::string command;                 ///< the line of gcloud that does the same
};

/// A build of an image from a directory.
struct BuildState
{
    std::string id;
    std::string status; ///< packing, working, success, failure
    std::string said;   ///< the server's word, or why it failed
    std::string image;  ///< that was built, with its digest when the server tells
    std::string log;    ///< its text from the place that was asked for
    std::int64_t next = 0;
};

/// A backup of the services of an environment, in a folder of the engine's workspace.
struct Backup
{
    std::string name; ///< of its folder
    WallTime at{};
    std::vector<std::string> services;
    std::optional<Error> problem; ///< it is not what was written
};
struct BackupList
{
    std::string folder;
    std::vector<Backup> backups; ///< the newest first
};
/// A service as YAML; values of keys with secret names are masked.
struct BackupSides
{
    std::string now; ///< "" when it is not there
    std::string then;
};

/// Who is told of what.
struct Watching
{
    std::vector<cloud::AlertPolicy> policies;
    std::vector<cloud::NotificationChannel> channels;
    std::vector<cloud::Budget> budgets;
    std::string billingAccount; ///< "" when batuta.yaml names none
    std::optional<Error> policiesProblem, budgetsProblem;
};

json::Value toJson(const DeployCheck &check);
json::Value toJson(const BuildState &state);
json::Value toJson(const BackupList &list);
json::Value toJson(const BackupSides &sides);
json::Value toJson(const Watching &watching);
/// A budget as the act save_budget takes it, with its name when it has one.
json::Value budgetValue(const cloud::Budget &budget);
Result<DeployCheck> deployCheckFromJson(const json::Value &value);
Result<BuildState> buildStateFromJson(const json::Value &value);
Result<BackupList> backupListFromJson(const json::Value &value);
Result<BackupSides> backupSidesFromJson(const json::Value &value);
Result<Watching> watchingFromJson(const json::Value &value);

} // namespace batuta::client
