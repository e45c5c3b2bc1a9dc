// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace batuta::json {

// Texts that are many are written piece by piece: values built only to be written cost several times as much.

void writeInteger(std::int64_t number, std::string &out);
/// `number` over ten to the power of `places`, which is six at most, as the double of it would be written.
void writeDecimal(std::int64_t number, int places, std::string &out);

} // namespace batuta::json
