// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/ids.h"
#include "engine/flow/definition.h"
#include "engine/net/http_client.h"
#include "engine/plan/state.h"
#include "engine/telemetry/log.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::steps {

/// An HTTP call as it went over the wire, for the trace. Not redacted yet.
struct Exchange
{
    std::string method;
    std::string url;
    net::Headers requestHeaders;
    std::string requestBody;
    int status = 0;
    net::Headers responseHeaders;
    std::string responseBody;
    net::HttpTimings timings;
};

/// What one attempt came to.
struct AttemptReport
{
    plan::Outcome outcome;
    json::Value output; ///< null unless the attempt was asked for it and succeeded
    std::optional<Exchange> exchange;
    json::Array items{};    ///< of a foreach: the attempts of its items, as the record keeps them
    json::Value injected{}; ///< what went wrong on purpose; null for what really happened
};

/// How a subflow ended.
struct SubflowEnd
{
    bool succeeded = false;
    bool cancelled = false;
    std::string error;
    json::Value output;
};

/// Port: starts a flow as the child of an execution. Gives the way to cancel it.
using CancelSubflow = std::function<void()>;
using StartSubflow = std::function<Result<CancelSubflow>(const FlowName &flow, int item, json::Value input,
                                                         std::function<void(SubflowEnd)> ended)>;

/// One attempt of one step: all that a runner may know. The references outlive the attempt.
struct Attempt
{
    const flow::Step &step;
    const expr::Context &context;
    const telemetry::ExecutionLog &log;
    const StartSubflow &startSubflow;
    ExecutionId execution;
    int number = 1;
    int item = -1;        ///< position among the items of a foreach, or -1
    WallTime startedAt{}; ///< when it began; long ago for one that a crash interrupted and that goes on now
    std::optional<Duration> timeout; ///< the step's own, cut to what the deadline leaves
    bool wantsOutput = false;        ///< some expression of the flow may look at it
    std::string traceparent;         ///< for the next hop; "" sends none
};

/// What a `notify` step says to whoever watches.
struct Notice
{
    std::string level;
    std::string title;
    std::string text;
};

/// Port: an id token of Google for an audience. Answers later, once, on the loop's thread.
using AskIdToken =
    std::function<void(const std::string &audience, std::function<void(Result<std::string>)> reply)>;

struct CloudAccess;

/// Addresses and what is called instead: in a rehearsal a service, and one revision of it.
using Moved = std::vector<std::pair<std::string, std::string>>;

/// What runners stand on. All of it lives on the loop's thread.
struct Services
{
    net::Loop &loop;
    net::HttpClient &http;
    const Clock &clock;
    std::string workspace; ///< folder where processes run
    std::function<void(const std::string &execution, const std::string &step, const Notice &)> notify;
    AskIdToken idToken{};                       ///< null: there is nobody to ask
    std::shared_ptr<const CloudAccess> cloud{}; ///< of cloud_access.h; null: there is no cloud
    Moved moved{};                              ///< when there are any, nothing else is called over HTTP
};

/// Something from outside for a step that waits: the answer to an approval, or a signal by name.
struct Delivery
{
    enum class Kind { Answer, Signal };
    Kind kind = Kind::Signal;
    std::string name; ///< of the signal
    json::Value data; ///< of an answer: {approved, comment, form}
    std::string who;
    std::vector<std::string> roles; ///< of who answers; `*` is every role
};

/// An attempt under way. Destroying it forgets the attempt: nothing is reported any more.
class RunningAttempt
{
public:
    virtual ~RunningAttempt() = default;
    /// Asks it to stop. It still reports, soon, what really happened.
    virtual void cancel() = 0;
    /// True when it was for this attempt and taken, which then reports; false when it is for somebody else;
    /// an error when it is for this attempt and cannot be taken (a wrong role, a form that does not fit).
    virtual Result<bool> deliver(const Delivery &) { return false; }
    /// What a person or program is asked while it waits, for the record: {role, message, form, expires_at}.
    virtual json::Value question() const { return {}; }
    /// How far it has come, for who looks at it meanwhile; null says nothing.
    virtual json::Value progress() const { return {}; }
};

/// Called exactly once per attempt, on the loop's thread; may be called before start() has returned. Takes
/// what it wants out of the report before anything follows from it: who reported may be gone then.
using Report = std::function<void(AttemptReport &&)>;

/// Starts an attempt with the runner of its step's kind. Null when it was over at once.
std::unique_ptr<RunningAttempt> start(const Attempt &attempt, const Services &services, Report report);

plan::Outcome done();
plan::Outcome failed(plan::Outcome::Cause cause, std::string reason, int statusCode = 0);
plan::Outcome critical(const Error &error);
plan::Outcome cancelled();

} // namespace batuta::steps
