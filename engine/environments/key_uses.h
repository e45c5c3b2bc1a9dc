// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>
#include <vector>

namespace batuta::environments {

/// What a step of a flow wants of a key, and so what its absence does.
enum class UseKind {
    Url,      ///< of a call: without it the step is skipped, "URL not configured: KEY"
    Needed,   ///< of a header, a body or a token: without it the step is skipped
    Other,    ///< in a condition or a value: without it the expression has nothing to look at, and fails
    Optional, ///< in default(…) or ?.: nothing happens without it
};

struct KeyUse
{
    std::string key;
    std::string flow;
    std::string step; ///< "" outside of the steps: the flow's input, output, triggers
    UseKind kind = UseKind::Other;
    bool isSecret = false; ///< as `secrets.KEY`: its value is one, whatever its name says
};

/// Every `env.KEY` and `secrets.KEY` of a flow's text, each step's once, with its strongest want. What cannot
/// be read says nothing.
std::vector<KeyUse> keyUses(const std::string &text, const std::string &file);

/// The same of all flows of a workspace (`flows/<system>/*.yaml`). Reads files: call it on a worker.
std::vector<KeyUse> keyUsesOf(const std::string &workspace);

} // namespace batuta::environments
