// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <string>
#include <string_view>

namespace batuta::expr::detail {

/// Texts are compared by their upper-case letters, code unit by code unit, without any language's rules.
bool equalFolded(std::string_view a, std::string_view b);
int compareFolded(std::string_view a, std::string_view b);
std::string foldedText(std::string_view text);
/// Whether `part` stands in `text` (both folded); takes time in proportion to both lengths, whatever they
/// hold.
bool containsFolded(std::string_view text, std::string_view part);

/// null is 0, true is 1, texts are read as numbers; arrays and objects are NaN.
double toNumber(const json::Value &value);
/// "" for null; `Array` and `Object` for those, as GitHub has it.
std::string toText(const json::Value &value);
bool isPrimitive(const json::Value &value);

/// `==` with GitHub's coercions; arrays and objects equal only themselves.
bool looselyEqual(const json::Value &a, const json::Value &b);
/// -1, 0 or 1 after coercion; 2 when the two have no order.
int looseOrder(const json::Value &a, const json::Value &b);

/// A member by its name in any case; the exact spelling wins.
const json::Value *findMember(const json::Object &object, std::string_view name);

} // namespace batuta::expr::detail
