// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::capsule {

/// One line of an export: an execution that has ended, with everything the history shows of it. The text of a
/// flow's version stands on the first line that needs it. What the host has sealed for repeating an execution
/// is left out: it needs a key that stays where it is.
struct ExecutionLine
{
    client::ExecutionRecord record;
    std::vector<client::EventRecord> events;
    std::optional<store::FlowText> flow;
};

/// JSON without a line break.
std::string writeLine(const ExecutionLine &line);
/// Reads what writeLine writes, and takes nothing else: unknown members, wrong types, ids that are none,
/// executions that have not ended and events out of order are refused. Errors carry the column.
Result<ExecutionLine> readLine(const std::string &text);

} // namespace batuta::capsule
