// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/expr/template.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::flow {

/// Waiting time before attempt n+1: first × factor^(n-1), at most max; `full` jitter draws from 0 to that.
struct Backoff
{
    Duration first = std::chrono::seconds(1);
    double factor = 2;
    Duration max = std::chrono::seconds(30);
    bool fullJitter = true;
};

struct RetryPolicy
{
    int attempts = 1; ///< in all, the first one included; 1 to 100
    bool onConnection = true;
    bool onTimeout = true;
    std::vector<std::pair<int, int>> onStatus; ///< closed ranges: {429,429}, {500,599}
    Backoff backoff;
};

/// Calls that keep failing are not made for a while. Shared by name among all executions of an engine.
struct BreakerPolicy
{
    std::string name; ///< `<flow>.<step>` unless the file gives one
    int failures = 5; ///< in a row, none older than forgetAfter
    Duration open = std::chrono::seconds(60);
    Duration forgetAfter = std::chrono::seconds(300);
    int probes = 1; ///< calls let through when half-open; that many successes close it
};

/// At most `limit` calls in any `per`; more of them wait. Shared by name like a breaker.
struct RateLimitPolicy
{
    std::string name;
    int limit = 1;
    Duration per = std::chrono::seconds(1);
};

/// The step is done once for each item; its output is the list of theirs, in the order of the items.
struct Foreach
{
    expr::TemplateTree items;
    std::string as = "item"; ///< the name beside `item`
    int maxParallel = 8;
    bool stopsOnFailure = false; ///< `on_failure: stop`; collect lets the others go on
};

/// How many executions of the flow (with the same key) run at a time.
struct Concurrency
{
    enum class WhenFull { Queue, Reject, CancelOldest };
    int limit = 1;
    std::optional<expr::Template> key;
    WhenFull whenFull = WhenFull::Queue;
};

} // namespace batuta::flow
