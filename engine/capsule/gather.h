// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/capsule/capsule.h"
#include "engine/store/history.h"

#include <utility>

namespace batuta::capsule {

/// Where what belongs to an execution is found.
struct Sources
{
    std::string workspace;
    std::vector<std::pair<std::string, std::string>> overrides; ///< of its environment
    std::string logFile;                                        ///< "" when there is none
};

/// Events of an execution, all of them, and the text that it ran when it is kept. They block for the history.
Result<std::vector<store::EventRecord>> eventsOf(store::History &history, const std::string &id);
Result<std::optional<store::FlowText>> flowTextOf(store::History &history,
                                                  const store::ExecutionRecord &record);

/// Of the key that signs the capsules of a workspace.
std::string keyFileOf(const std::string &workspace);
/// Executions that have ended, each with its events, flow, newest 10,000 log lines and the keys of its
/// environment. Blocks for history and files: not on the engine's loop. ExecutionUnknown; InputInvalid for
/// one that has not ended, without an id and with more than kMostExecutions.
Result<std::string> packExecutions(store::History &history, const Sources &sources,
                                   const std::vector<std::string> &ids, const std::string &madeBy,
                                   WallTime madeAt);

} // namespace batuta::capsule
