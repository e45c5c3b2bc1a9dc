// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/text.h"

#include <cstdint>
#include <string_view>

namespace batuta::json {

class Value;

// Texts that are many are written piece by piece: values built only to be written cost several times as much.

void write(const Value &value, Text &out);
void writeString(std::string_view text, Text &out);
void writeInteger(std::int64_t number, Text &out);
/// So many thousandths or millionths, as the double of it would be written.
void writeThousandths(std::int64_t number, Text &out);
void writeMillionths(std::int64_t number, Text &out);

} // namespace batuta::json
