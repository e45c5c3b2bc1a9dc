// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/env/seal.h"
#include "engine/host/execution.h"
#include "engine/store/history.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::host {

inline constexpr std::string_view kRepeats =
    "repeat/"; ///< what idempotent flows were started with, in the history

/// What an engine knows of each execution that is under way. On the loop's thread.
struct EngineParts
{
    struct Live
    {
        std::unique_ptr<Execution> execution;
        std::vector<std::string> secrets;
        std::vector<client::Reply<client::ExecutionRecord>> waiting;
        std::function<void(steps::SubflowEnd)> parentTold;
        std::string repeatKey; ///< of an idempotent flow
        bool isDurable = false;
        std::vector<std::function<void(Status)>> begun; ///< who started it and waits until it is durable
    };
    /// Where an execution comes from when another one starts it.
    struct Parent
    {
        std::string id;
        int depth = 0;
        std::vector<std::string> secrets; ///< may reach the child under any name
        std::function<void(steps::SubflowEnd)> told;
        std::shared_ptr<bool> isUnwanted{}; ///< true: cancelled while it was being looked for
    };
    /// What an engine is made with.
    struct Stores
    {
        std::unique_ptr<store::History> history;
        env::Seal seal;
    };
    /// An idempotent flow was started with this key before.
    struct Repeat
    {
        std::string key;     ///< "" for a flow that has none
        std::string earlier; ///< execution id, or ""
    };
};

} // namespace batuta::host
