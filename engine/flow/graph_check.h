// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/step_reader.h"

namespace batuta::flow {

/// Turns the names in `needs` into positions. Notes names that are not there, steps that need themselves, and
/// each circle with its path. True when every name was found.
bool linkSteps(Reading &reading, std::vector<StepDraft> &drafts);

/// What the expressions of a file may look at.
struct Scenery
{
    const std::vector<StepDraft> *steps = nullptr;        ///< null in routes
    const std::vector<StepDraft> *finallySteps = nullptr; ///< null in routes
    const json::Value *inputSchema = nullptr;
    bool isLinked = true; ///< all needs were found: what a step can read is known
};

/// Checks every reference of the file: that its root may be looked at from there, and that a step that is
/// read has ended by then.
void checkUses(Reading &reading, const Scenery &scenery);

/// Whether `batuta` names the version that is read here; another one is noted. Used by flows and routes
/// alike.
bool isKnownVersion(Reading &reading, const Field &root);

} // namespace batuta::flow
