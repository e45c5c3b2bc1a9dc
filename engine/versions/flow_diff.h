// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::versions {

enum class ChangeKind { Added, Removed, Changed };

/// One value that differs, as JSON on one line; a text without its quotes. A list is one value.
struct FieldChange
{
    std::vector<std::string> path; ///< within the step, or the flow: {"retry", "attempts"}
    std::optional<std::string> before;
    std::optional<std::string> after;

    ChangeKind kind() const
    {
        return !before ? ChangeKind::Added : !after ? ChangeKind::Removed : ChangeKind::Changed;
    }
};

struct StepChange
{
    ChangeKind kind = ChangeKind::Changed;
    std::string step;
    bool isFinally = false;
    std::vector<FieldChange> fields; ///< of a changed step; what it needs is an edge
};

/// `to` needs `from`.
struct EdgeChange
{
    ChangeKind kind = ChangeKind::Added;
    std::string from;
    std::string to;
};

/// What differs between two texts of a flow in what they say; comments, order of keys and quoting say
/// nothing.
struct FlowDiff
{
    std::vector<StepChange> steps; ///< by the order of the new text, removed ones behind them
    std::vector<EdgeChange> edges;
    std::vector<FieldChange> fields; ///< of the flow itself
    bool hasOtherOrder = false;      ///< steps that both have stand in another order

    bool isEmpty() const { return steps.empty() && edges.empty() && fields.empty() && !hasOtherOrder; }
    const StepChange *find(std::string_view step) const;
    int count(ChangeKind kind) const; ///< of steps
};

/// Both need YAML that can be read, not a valid flow. The error is of the first that cannot be read. Any
/// thread.
Result<FlowDiff> flowDiff(std::string_view before, std::string_view after);

} // namespace batuta::versions
