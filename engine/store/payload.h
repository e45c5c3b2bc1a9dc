// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/text.h"
#include "engine/store/records.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::store {

/// Input, output and steps of an execution as one compact JSON text: one row to write, whatever the steps.
void writePayload(const ExecutionRecord &record, json::Text &out);
/// Fills in what writePayload wrote.
Status readPayload(std::string_view text, ExecutionRecord &record);

/// What a row of a list shows of the steps (id, status, attempts, times), small enough to read 200 of them.
void writeCells(const ExecutionRecord &record, json::Text &out);
/// Fills in the steps from what writeCells wrote, or from the payload of an execution that has no cells.
Status readCells(std::string_view text, ExecutionRecord &record);

/// The 16 bytes of a UUID.
using IdBytes = std::array<char, 16>;
std::optional<IdBytes> idBytes(std::string_view uuid);
std::string idText(std::string_view bytes); ///< "" unless there are 16
inline std::string_view viewOf(const IdBytes &id)
{
    return {id.data(), id.size()};
}

} // namespace batuta::store
