// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/base/units.h"
#include "engine/client/acts.h"
#include "engine/client/values.h"
#include "engine/cloud/values.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::client {

/// The name of the flow that rolls a revision out.
inline constexpr std::string_view kRolloutFlow = "rollout";

/// One stage of a canary: so many percent for so long.
struct RolloutStage
{
    int percent = 0;
    Duration length{};
};

/// A bound that the new revision must keep while a stage lasts.
struct RolloutGate
{
    std::string figure;        ///< error_rate, p95, memory, series, promql, flow, rehearsal
    std::optional<double> max; ///< error_rate and memory: a share from 0 to 1; p95: milliseconds
    std::optional<double> min;
    std::string name{};  ///< for people; "" is the figure
    std::string query{}; ///< series: a filter of Monitoring; promql: the question; flow, rehearsal: the
                         ///< flow's name
    int samples = 20;    ///< requests (points of a series) below which it is "not enough", never good
    Duration window{};   ///< looks back so far, not beyond the stage's beginning; 0 is the whole stage
    /// Of a rehearsal, which comes before any traffic: {succeeded, failed, different, slower, ignore}.
    json::Value rehearsal{};
};

/// What the new revision is made of; what is not named stays as it is.
struct RolloutDraft
{
    std::string image;
    std::string suffix; ///< of the revision's name; "" is made of the execution's id
    /// memory 2Gi, cpu 2, timeout 540s, concurrency, min, max, port, service-account: as `batuta deploy`
    /// spells them.
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<cloud::EnvVar> env; ///< added or changed
    std::vector<std::string> unset; ///< keys to take away
    std::string from{};             ///< the revision that is copied; "" is what the service has
};

/// A new revision on its way to all of the traffic: deployed with 0 %, asked for its health, then stage by
/// stage behind its gates. Without stages it gets everything once it is healthy.
struct RolloutRequest
{
    std::string environment;
    std::string service;
    std::string revision; ///< one that is there already; "" deploys `draft`
    RolloutDraft draft;
    std::string tag;        ///< of the new revision; "" for none
    std::string healthPath; ///< asked of the new revision before it gets traffic; "" asks only Cloud Run
    std::vector<RolloutStage> stages;
    std::vector<RolloutGate> gates;
    bool holds = false;     ///< a broken gate asks a person; otherwise it goes back at once
    Duration heldMost{};    ///< then nobody has answered: it goes back; 0 holds until somebody does
    bool isPromoted = true; ///< false leaves the revision with what its last stage gave it
    std::string confirmed;  ///< the service's name as somebody typed it, where the environment is guarded
    std::string why;        ///< for the audit; 10 characters where the environment is guarded
};

json::Value toJson(const RolloutRequest &request);
/// InputInvalid names what is missing or out of its bounds.
Result<RolloutRequest> rolloutFromJson(const json::Value &value);
/// The flow that does it, as a file below flows/ would have it, and what it is started with.
std::string rolloutFlow(const RolloutRequest &request);
json::Value rolloutInput(const RolloutRequest &request);
json::Value gatesJson(const RolloutRequest &request);      ///< those that watch a stage
json::Value rehearsalsJson(const RolloutRequest &request); ///< the others
json::Value stagesJson(const RolloutRequest &request);
/// The act `roll_out` that starts it. It wants the role releases.route; the answer is {execution_id}. What
/// follows is acts on that execution:
///   hold, go on     signal {name: hold} and {name: go_on}: the stage lasts, and its gates go on watching
///   next stage now  signal {name: next}
///   promote         signal {name: promote}: all of the traffic, whatever stages are left
///   abort           cancel, with a reason: the traffic goes back to what it was before
///   a held gate     answer on the step that asks (RolloutState::asks): approved goes on
Act rolloutAct(const RolloutRequest &request, Actor actor);

/// What an execution of the flow tells of its rollout, for who shows it.
struct RolloutState
{
    struct Gate
    {
        std::string name;
        std::string verdict; ///< good, broken, not_enough
        std::optional<double> value;
        std::optional<double> stable; ///< of the revision that serves besides, in the same time
        std::optional<double> bound;
        double samples = 0;
        std::string why; ///< one sentence
    };
    struct Stage
    {
        RolloutStage planned;
        std::string status; ///< pending, running, good, broken, held, skipped
        WallTime beganAt{};
        WallTime endedAt{};
        std::vector<Gate> gates; ///< as they were found last
    };
    std::string execution;
    std::string service;
    std::string environment;
    std::string revision; ///< the new one; "" before it is known
    std::string status;   ///< of the execution
    bool isOver = false;
    bool wentBack = false; ///< the traffic was put back to what it was
    /// Somebody else has moved the traffic meanwhile: it stays where it is, and nobody is asked any more.
    bool isTakenOver = false;
    std::string movedBy; ///< who that was; "" when nobody knows
    WallTime endedAt{};
    std::vector<Stage> stages;
    std::string asks; ///< the step that waits for a person; "" for none
    WallTime asksUntil{};
    std::string error;
};
/// Nothing when the execution is of another flow.
std::optional<RolloutState> rolloutOf(const ExecutionRecord &record);

} // namespace batuta::client
