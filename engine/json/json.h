// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace batuta::json {

/// What a reader accepts; everything beyond is refused before it costs memory.
struct Limits
{
    std::uint64_t bytes = 16ULL << 20;
    int depth = 64;
};

/// Strict RFC 8259 in UTF-8; duplicate names are refused. Errors carry line and column.
Result<Value> parse(std::string_view text, const Limits &limits = {});
/// Whether the text is valid JSON, without building it.
Status check(std::string_view text, const Limits &limits = {});

/// Compact text. Doubles are written so that they read back the same; NaN and infinities become null.
std::string write(const Value &value);
void write(const Value &value, std::string &out);
/// Indented by two blanks, for people.
std::string writePretty(const Value &value);
/// `text` as a JSON string with its quotes, appended to `out`.
void writeString(std::string_view text, std::string &out);
/// A double as JSON spells it; GitHub's expressions use it too (1, 1.5, 1e+21 → 1E+21 is theirs, not ours).
std::string numberText(double number);

/// RFC 6901: `/steps/0/name`. Null when nothing is there.
const Value *pointer(const Value &root, std::string_view path);

} // namespace batuta::json
