// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

namespace batuta::test {

/// What the tests' tokens call now.
inline constexpr std::int64_t kSeconds = 1'795'271'400;
inline const WallTime kNow{std::chrono::seconds(kSeconds)};

/// A clock that stands where a test sets it.
class SetTime final : public Clock
{
public:
    WallTime wall() const override { return now; }
    SteadyTime steady() const override { return {}; }

    WallTime now = kNow;
};

} // namespace batuta::test
