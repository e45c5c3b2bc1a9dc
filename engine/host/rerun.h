// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/env/seal.h"

#include <map>

namespace batuta::host {

/// What a new execution takes over from an earlier one.
struct Repeated
{
    std::string origin;                        ///< execution id, or "" for one that repeats nothing
    flow::FlowPtr flow;                        ///< the version to run; null takes the newest
    std::map<std::string, std::string> pinned; ///< step → where its output is from
    json::Value outputs{json::Object{}};       ///< of the pinned steps
    std::vector<std::string> left;             ///< steps that do not run at all
};

/// How to repeat `record` on `flow`. `data` as in client::Act: `from` ("" takes the steps that did not
/// succeed), `only`, `until`, `pins` {step: output, or null for the one that it gave}. Steps that succeeded
/// and do not follow from a step that runs again are pinned to what they gave. ActRefused names what cannot
/// be done.
Result<Repeated> planRepeat(const client::ExecutionRecord &record, flow::FlowPtr flow,
                            const json::Value &data, const env::Seal &seal);

/// The input as it was, with what masking took away.
Result<json::Value> inputOf(const client::ExecutionRecord &record, const env::Seal &seal);
/// The same for what the execution answered.
Result<json::Value> finalOutputOf(const client::ExecutionRecord &record, const env::Seal &seal);
/// Gives the command what `trigger` and `message` were for the expressions of the execution.
Status takeTrigger(const client::ExecutionRecord &record, const env::Seal &seal,
                   client::StartExecution &command);
/// What expressions saw of a step that succeeded; nothing when the record does not hold it whole.
std::optional<json::Value> outputOf(const client::StepRecord &step, const json::Value &sealed);

} // namespace batuta::host
