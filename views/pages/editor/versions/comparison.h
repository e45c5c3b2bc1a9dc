// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/versions/flow_diff.h"
#include "views/graph/flow_graph.h"
#include "views/pages/editor/versions/diff_rows.h"

#include <map>
#include <string>

namespace batuta::views {

/// Two texts of a flow, compared. A value, made on a worker.
struct Comparison
{
    DiffRows text;
    bool isReadable = false; ///< both are YAML: `steps` and `graph` say something
    Error trouble;           ///< why they are not
    versions::FlowDiff steps;
    FlowGraph graph; ///< of the new text, and the steps that only the old one has
    /// By step: also those of which only what they need has changed.
    std::map<std::string, versions::ChangeKind> changes;

    bool isSame() const { return text.differences.empty(); }
};

Comparison comparisonOf(const std::string &before, const std::string &after);

} // namespace batuta::views
