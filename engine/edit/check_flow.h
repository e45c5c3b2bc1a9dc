// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"
#include "engine/edit/problem.h"
#include "engine/flow/library.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace batuta::edit {

/// What a flow is checked against besides itself. Empty members are not checked.
struct Surroundings
{
    std::shared_ptr<const flow::Library> library; ///< for names of subflows and of flows
    /// By environment: the keys that have a value there. Values never come here.
    std::map<std::string, std::set<std::string>> environmentKeys;
    std::map<std::string, std::set<std::string>> secretKeys;
};

/// A flow file, read and judged. `flow` is null exactly when there is a problem of severity Error that keeps
/// it from being read.
struct Checked
{
    flow::FlowPtr flow;
    Problems problems;            ///< by place
    std::optional<FlowText> text; ///< what was read on the way; no value when the YAML cannot be read
};

/// All that reading refuses, and what the format allows but is likely wrong: an env key without a value, a
/// retry of a call that may not be repeated, a step whose worst case is longer than the deadline, a step that
/// never runs, an output nobody uses. Used by the editor and by `batuta validate`. Any thread.
Checked checkFlow(const std::string &text, const std::string &file, const Surroundings &surroundings);

} // namespace batuta::edit
