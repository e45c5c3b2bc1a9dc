// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/ids.h"
#include "engine/json/value.h"

#include <string>
#include <vector>

namespace batuta::client {

/// Who acts, for the audit and for approvals. The face that passes the act on fills it in: the token's name
/// and roles over HTTP, the user of this machine with every role in the console and on the command line.
struct Actor
{
    std::string who;
    std::vector<std::string> roles; ///< `*` is every role
};

/// One manual act on an engine. Every act that is accepted is an entry of the audit before it takes effect.
///
/// verb          subject       step   data
/// cancel        execution            {compensate}; accepted means asked, the record says what stopped
/// pause         execution
/// resume        execution
/// rerun         execution     from   {input, version: same|newest, only, until, pins}; `from` empty: from
/// the
///                                    steps that failed
/// breakpoints   execution            {steps: {id: condition or null}, stepping}
/// release       execution     held   {stepping, input: replaces what the step's expressions see of `input`}
/// answer        execution     asked  {approved, comment, form}
/// signal        execution            {name, data}
/// pause_schedule, resume_schedule    flow
/// backfill      flow                 {since, until, all}
/// message       queue                {body, headers}
/// prune                              {age, count, bytes}
/// reload                             reads the flows and routes of the workspace again; what runs goes on
/// with
///                                    its version
/// reveal_secret environment/NAME     accepted means audited; wants the role secrets.reveal. The value comes
///                                    from elsewhere
/// route_traffic environment/SERVICE  {etag, traffic: [{revision, percent, tag}], before}; wants the role
///                                    releases.route, and a reason where the environment is guarded
/// roll_back     environment/SERVICE  the same, to go back to a revision: {revision, …}
/// build_image   environment/SERVICE  {directory, image}; the answer is {build}, to look its state up
/// export_service environment/SERVICE the answer is {yaml, sha256}, values of keys and all
/// back_up       environment/         every service into a folder; the answer is {folder, backup, services}
/// restore_service environment/SERVICE {backup, confirmed: the name of the service, or of the environment
/// when
///                                    all of it is restored}
/// save_alert    environment/SERVICE  {name, kind: errors|latency, share, p95_ms, minutes, channels, enabled}
/// save_budget   environment/         a budget of Cloud Billing
/// roll_out      environment/SERVICE  a rollout (rollout.h), which is an execution of its own; wants the role
///                                    releases.route, and where the environment is guarded a reason and
///                                    {confirmed: SERVICE}
struct Act
{
    std::string verb;
    std::string subject; ///< an execution id, a flow, a queue
    std::string step;
    json::Value data;
    std::string why;
    Actor actor;
};

/// Who runs this program, with every role: the console and the command line act for that user.
Actor thisUser();

Act cancelOf(const ExecutionId &id, Actor actor);

} // namespace batuta::client
