// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "views/graph/layout.h"

#include <string>
#include <vector>

namespace batuta::tests {

/// A flow of http steps: `a`, `b: a`, `c: a b` are steps with what they need; `!z` is a step of `finally`.
client::FlowSummary flowOf(const std::vector<std::string> &steps);
/// The same as a YAML text would give it, with its definition. Fails the test when it has errors.
client::FlowSummary flowFromYaml(const std::string &text);
/// A flow of this repository, by its file's name without the ending.
client::FlowSummary repositoryFlow(const std::string &name);

/// A wide random flow of `steps` steps, about 1.5 needs each, always the same for the same seed.
client::FlowSummary randomFlow(int steps, unsigned seed);

/// What the views ask for: boxes of 132 × 62.
views::LayoutInput layoutInputOf(const client::FlowSummary &flow);

} // namespace batuta::tests
