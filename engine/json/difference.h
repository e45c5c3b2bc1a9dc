// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::json {

/// One place where two values are not the same. What only one side has is nothing on the other.
struct ValueDifference
{
    std::string path; ///< as expressions name it: `input.vacancy_ids[1]`; the root's own name first
    std::optional<Value> a, b;
};

/// All of them, the deepest places that differ, in the order of `a`; at most `most`. Lists are compared from
/// both ends, so that an item put in between is one difference.
std::vector<ValueDifference> differencesOf(const std::string &name, const Value &a, const Value &b,
                                           std::size_t most = 1000);

/// One line for a table: texts without quotes, objects and lists as JSON, cut after `most` bytes.
std::string lineOf(const std::optional<Value> &value, std::size_t most = 200);

} // namespace batuta::json
