// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace batuta {

using Duration = std::chrono::microseconds;

/// `250ms`, `90s`, `1.5s`, `5m`, `24h`, `7d`. No sign, no blanks, at most 10 years.
Result<Duration> parseDuration(std::string_view text);
/// The shortest of the same spellings that is exact: 90s, 250ms, 1500us.
std::string durationText(Duration duration);
/// For people: `24.8 s`, `812 ms`, `3 m 05 s`.
std::string durationForPeople(Duration duration);
double secondsOf(Duration duration);

/// `512`, `64KiB`, `16MiB`, `2Gi`, `10MB`. Bytes.
Result<std::uint64_t> parseSize(std::string_view text);
std::string sizeText(std::uint64_t bytes);

} // namespace batuta
