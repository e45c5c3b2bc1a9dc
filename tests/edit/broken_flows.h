// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"

#include <string>
#include <utility>
#include <vector>

namespace batuta::test {

/// `codes` of the problems in the order of their places: `E flow.unknown_step steps.b.needs[0]`, one a line.
inline std::string listed(const edit::Problems &problems)
{
    std::string text;
    for (const edit::Problem &problem : problems) {
        const char severity = "EWN"[static_cast<std::size_t>(problem.severity)];
        text += severity;
        text += " " + problem.code + (problem.subject.empty() ? "" : " " + problem.subject) + "\n";
    }
    return text;
}

/// What a flow is checked against in these tests: two environments, and one other flow.
inline edit::Surroundings surroundingsOfTests()
{
    edit::Surroundings around;
    around.environmentKeys = {{"dev", {"URL", "OTHER"}}, {"production", {"URL"}}};
    around.secretKeys = {{"dev", {"TOKEN"}}, {"production", {"TOKEN"}}};
    return around;
}

struct BrokenFlow
{
    const char *name;
    std::string text;
};

/// Each has at least one problem with a fix.
const std::vector<BrokenFlow> &brokenFlows();

} // namespace batuta::test
