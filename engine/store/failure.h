// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::store {

/// An error without what differs from one execution to the next: figures, ids, hexadecimal digits, hosts and
/// queries of addresses, quoted texts. `user 48213 not found` and `user 7 not found` become the same. At most
/// 300 bytes; a status of HTTP stays.
std::string normalisedError(std::string_view error);

/// Why an execution failed, as it is grouped with others.
struct Failure
{
    std::int64_t group = 0; ///< made of all below, and of flow, version and revision
    std::string step;       ///< "" when no step failed
    std::string code;       ///< `503`, `net.timeout`, `deadline`, `interrupted` …
    std::string pattern;
};

/// Of an execution that failed or was interrupted; none otherwise. Steps may be those of a list.
std::optional<Failure> failureOf(const ExecutionRecord &record);

/// How a group's number is spelt: 16 hexadecimal digits.
std::string failureKey(std::int64_t group);
std::optional<std::int64_t> failureGroup(std::string_view key);

} // namespace batuta::store
