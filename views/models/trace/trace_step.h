// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include "engine/client/values.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// One attempt of a step, from the record or, while it is live, from events.
struct TraceAttempt
{
    int number = 1;
    int item = -1;                   ///< of a foreach: which item it was for
    std::string name;                ///< of a sub-flow: its step
    Status status = Status::Running; ///< running, success, failed or cancelled
    bool isOpen = false;             ///< still running: it lasts up to now
    WallTime startedAt{};
    Duration duration{};
    int statusCode = 0;
    std::string error;
    json::Value detail; ///< as the record keeps it; null while only events told of the attempt
};

/// One step of a trace.
struct TraceStep
{
    std::string id;
    std::string kind;
    std::string status; ///< the engine's word
    std::string reason;
    int statusCode = 0;
    bool isFinally = false;
    WallTime startedAt{};
    WallTime endedAt{};
    Duration duration{};
    std::vector<TraceAttempt> attempts; ///< empty: it never ran
    std::vector<TraceAttempt> items;    ///< of a foreach: the attempts of its items; of a sub-flow: its steps
    std::string output;                 ///< JSON text, or ""

    // Of the flow, when it is known.
    std::string domain;
    flow::LocalText title;
    int maxAttempts = 0;    ///< 0: not known
    std::string onFailure;  ///< `continue`, `skip_dependents` or `abort`; "" when not known
    std::vector<int> needs; ///< positions of steps

    bool isCritical = false;

    Status picture() const { return statusOf(status); }
    bool hasEnded() const { return isEnded(status); }
    bool hasRun() const { return !attempts.empty(); }
    /// What its rows show: the attempts of its items, or its own.
    const std::vector<TraceAttempt> &rows() const { return items.empty() ? attempts : items; }
    /// What is asked of a person; null when nothing is.
    const json::Value &question() const;
    /// Runs, or waits for its next attempt.
    bool isOpen() const { return hasRun() && !hasEnded(); }
    /// Its last moment: `now` while it is open.
    WallTime end(WallTime now) const;
    /// Of all pauses between its attempts.
    Duration waited() const;
    /// How far it has come; only grows in the life of an execution.
    int progress() const;
};

/// Between the end of the attempt before and the start of this one, among rows(); 0 for the first, and for
/// the first of an item.
Duration backoffBefore(const TraceStep &step, std::size_t row);

/// How long each phase of a call took.
struct Phases
{
    Duration wait{}, dns{}, connect{}, tls{}, firstByte{}, transfer{};
    bool reused = false;
};
std::optional<Phases> phasesOf(const TraceAttempt &attempt); ///< nothing for what is no call

TraceStep traceStepOf(client::StepRecord record);
/// Brings in what a snapshot knows. It may be older than what events have told: then it only adds details.
/// Returns whether anything changed.
bool mergeStep(TraceStep &step, TraceStep snapshot);
/// Returns whether the event told anything new.
bool applyEvent(TraceStep &step, const client::EventRecord &event);

} // namespace batuta::views
