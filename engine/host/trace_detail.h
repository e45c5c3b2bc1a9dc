// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/redact.h"
#include "engine/steps/runner.h"

#include <optional>

namespace batuta::host {

/// Longest request or response body that the record keeps; longer ones are cut and say so.
inline constexpr std::size_t kRecordedBodyBytes = 1u << 20;

/// What every attempt has besides its report.
struct AttemptTimes
{
    int number = 1;
    WallTime startedAt{};
    Duration duration{};
    std::optional<WallTime> cancelAskedAt{}; ///< it was asked to stop
};

/// One attempt as the record keeps it, with secrets masked: status, error, timings, request and response.
json::Value attemptDetail(const steps::AttemptReport &report, const AttemptTimes &times,
                          const json::Redactor &redactor);

/// A body as text with secrets masked: known values anywhere, and members with secret names when it is JSON.
std::string redactedBody(std::string_view body, const json::Redactor &redactor);

} // namespace batuta::host
