// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <string>
#include <string_view>

namespace batuta::cloud {

/// What Google says in `{"error": …}` with an HTTP status, as one of our errors: its words, and what to do.
/// Bodies of other forms give the status alone. Never longer than 2,000 characters.
Error refusalOf(int status, std::string_view body, const std::string &subject);
/// The same for the `error` of an operation: {code (google.rpc.Code), message, details}.
Error operationError(const json::Value &error, const std::string &subject);
/// Foreign words for an error: without control characters, cut at `most` bytes.
std::string citation(std::string_view text, std::size_t most = 2'000);

} // namespace batuta::cloud
