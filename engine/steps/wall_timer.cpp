// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/wall_timer.h"

namespace batuta::steps {

AttemptLimit limitOf(const Attempt &attempt, const Clock &clock)
{
    AttemptLimit limit;
    const auto cut = [&](WallTime from, const std::optional<Duration> &timeout) {
        if (timeout && from + *timeout < limit.at)
            limit = {from + *timeout, "Timeout after " + durationText(*timeout)};
    };
    cut(beginOf(attempt, clock), attempt.step.timeout);
    cut(clock.wall(), attempt.timeout);
    return limit;
}

} // namespace batuta::steps
