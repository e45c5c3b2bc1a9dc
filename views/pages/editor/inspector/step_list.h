// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"

namespace batuta::views {

/// The step stands at the end of the other list, with its comments: of `steps`, or of what runs at the end.
/// There it needs nothing, and what needed it needs what it had needed.
Result<edit::TextEdits> moveToList(const edit::FlowText &text, const std::string &step, edit::StepList list);

} // namespace batuta::views
