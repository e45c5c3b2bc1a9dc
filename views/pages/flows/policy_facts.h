// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/flows/inspector_facts.h"

namespace batuta::views {

/// What a step shares with others or does more than once: its items, breaker, rate limit, undo.
QList<InspectorSection> sharedSections(const flow::Step &step);
/// What starts a flow by itself, and how its executions get on with each other.
QList<InspectorSection> startSections(const flow::Flow &flow);

} // namespace batuta::views
