// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/routes.h"

#include <map>
#include <string>

namespace batuta::flow {

/// All flows and routes of a workspace: `flows/<system>/*.yaml`. A value; broken files are left out and
/// reported.
struct Library
{
    std::map<std::string, FlowPtr> flows; ///< by name
    std::map<std::string, Routes> routes; ///< by system
    Errors errors;

    FlowPtr find(const FlowName &name) const;
    /// The routes of the system that the flow belongs to, or null.
    const Routes *routesOf(const Flow &flow) const;
};

/// Reads `<workspace>/flows`. Also checks across files: names used twice, subflows and routes that name no
/// flow, subflows in a circle.
Library loadLibrary(const std::string &workspace, const YamlLimits &limits = {});

/// What would stand in the way of a flow if it took the place of its namesake: calls of flows that there are
/// not, and calls in a circle.
Errors checkDraft(const Library &library, const FlowPtr &draft);

} // namespace batuta::flow
