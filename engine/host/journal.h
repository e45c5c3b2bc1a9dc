// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/env/seal.h"
#include "engine/plan/state.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace batuta::host {

/// One thing that an execution was told: by a runner, the clock or a person. The plan is a function of these
/// alone, so the list of them is the journal: told again in the same order they bring the execution back.
struct Input
{
    enum class Kind {
        Report, ///< an attempt of `step` ended
        Time,   ///< a retry or the deadline was due
        Cancel, ///< data: {compensate}
        Pause,
        Resume,
        Breakpoints, ///< data: {steps, stepping}
        Release,     ///< `step` goes on; data: {stepping, input}
        Signal,      ///< data: {name, data}, kept until a step waits for it
        Item,        ///< an item of a foreach `step` succeeded; data: {item, output}
        Start,       ///< it has waited for a place among others, and has it now
    };
    Kind kind = Kind::Time;
    Duration at{}; ///< since the execution began
    int step = -1;
    std::int64_t number = 0; ///< counts from 1: an entry that could not be written leaves a gap
    // Of a report:
    Duration began{}; ///< of the attempt, since the execution began
    plan::Outcome outcome{};
    json::Value detail{};  ///< of the attempt, redacted, as the record keeps it
    json::Value output{};  ///< as expressions see it
    bool isSecret = false; ///< masking would change the output: it is sealed in the journal
    json::Value data{};    ///< of the other kinds
};

/// What going on needs besides the entries.
struct Resume
{
    json::Value input;
    bool isSecret = false;   ///< masking would change the input
    std::string environment; ///< fingerprint
    std::string traceparent;
    std::string callerSpan;
    std::optional<int> maxParallel;
    int depth = 0;
    std::vector<bool> dropped;
    client::RoutingView routing;
    std::map<std::string, std::string> pinned; ///< step → the execution that its output is from
    json::Value outputs;                       ///< of the pinned steps, an object; sealed like the input
    std::vector<std::string> secrets;          ///< that the parent had; sealed
    bool isQueued = false;                     ///< it waits for a place; its Start will be an entry
    json::Value triggerData;                   ///< more members of `trigger`
    json::Value message;
    json::Value faults;      ///< null for none; as of client::StartExecution
    json::Value breakpoints; ///< those that it began with
};

std::string writeInput(const Input &input, const env::Seal &seal);
Result<Input> readInput(std::string_view entry, const env::Seal &seal);
std::string writeResume(const Resume &resume, const env::Seal &seal);
Result<Resume> readResume(std::string_view text, const env::Seal &seal);

} // namespace batuta::host
