// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/client/acts.h"
#include "engine/client/values.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::client {

/// The name of the flow that rehearses a revision.
inline constexpr std::string_view kRehearsalFlow = "rehearsal";
/// Its step, and the one of a rollout.
inline constexpr std::string_view kRehearsalStep = "rehearse";

/// Recorded executions of a flow once more, with their calls of a service going to a revision that has a tag
/// and 0 % of the traffic. The functions of that revision are really called, with the recorded input.
struct RehearsalRequest
{
    std::string environment;
    std::string service;
    std::string revision;
    std::string flow;
    int succeeded = 10;   ///< the newest so many executions that succeeded, and called the service
    int failed = 3;       ///< and that failed; at most 50 together
    double different = 0; ///< share of them whose output may differ
    double slower = 0.5;  ///< p95 may be longer by this share, and by 100 ms
    std::vector<std::string> ignore{}; ///< paths of outputs that may differ: `output.id`, `items[*].at`, `at`
    std::string healthPath{};          ///< asked before; "" asks only Cloud Run
    std::string why{};                 ///< for the audit; 10 characters where the environment is guarded
};

json::Value toJson(const RehearsalRequest &request);
/// InputInvalid names what is missing or out of its bounds.
Result<RehearsalRequest> rehearsalFromJson(const json::Value &value);
/// The act `rehearse` on environment/SERVICE, with the role releases.route; the answer is {execution_id}.
Act rehearsalAct(const RehearsalRequest &request, Actor actor);
Result<RehearsalRequest> rehearsalFromAct(const Act &act);
/// The flow that does it; toJson() is its input.
std::string rehearsalFlow();

struct RehearsedDifference
{
    std::string path;
    std::string then, now; ///< one line each; "" for what is not there
};
struct RehearsedCall
{
    std::string step;
    std::string end; ///< same, different, worse, mended, not_run
    std::string statusThen, statusNow;
    int codeThen = 0, codeNow = 0;
    std::optional<double> msThen, msNow;
    std::string error;
    int different = 0; ///< values; `differences` has the first of them
    std::vector<RehearsedDifference> differences;
};
struct RehearsedExecution
{
    std::string origin, execution; ///< ids
    std::string end;               ///< as of a call
    std::string statusThen, statusNow;
    std::string why; ///< of what could not be run
    std::vector<RehearsedCall> calls;
};
struct RehearsalSide
{
    int calls = 0;
    std::optional<double> p50, p95; ///< milliseconds
};
struct RehearsalReport
{
    std::string gate;    ///< `rehearsal FLOW`
    std::string verdict; ///< good, broken, not_enough
    std::string why;     ///< one sentence
    int runs = 0, same = 0, different = 0, worse = 0, mended = 0, notRun = 0;
    RehearsalSide then, now;
    std::vector<RehearsedExecution> executions;
};

/// What an execution of the flow, or a rollout with a rehearsal, tells of it.
struct RehearsalState
{
    std::string execution, environment, service, revision;
    std::string status; ///< of the execution
    bool isOver = false;
    std::string flow; ///< whose executions run again now
    int done = 0, of = 0;
    std::string error;
    std::vector<RehearsalReport> reports; ///< one for each flow that was tried
    /// Of all of them; "" while nothing is known.
    std::string verdict() const;
};
/// Nothing when the execution has no rehearsal.
std::optional<RehearsalState> rehearsalOf(const ExecutionRecord &record);
/// As the command line gives it.
json::Value toJson(const RehearsalState &state);

} // namespace batuta::client
