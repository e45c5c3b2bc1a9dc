// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/series/values.h"

#include <string>
#include <vector>

namespace batuta::series {

enum class AlertState { Quiet, Pending, Firing };

/// When somebody is told: the figure of a question, over the last `window`, is above or below a limit for
/// `patience`.
struct AlertRule
{
    std::string name{};
    std::string title{};
    Question question{}; ///< its times are left empty
    Duration window = std::chrono::minutes(5);
    bool isBelow = false;
    double limit = 0;
    double atLeast = 0; ///< samples in the window; with fewer the figure says nothing
    Duration patience{};
    std::string severity = "warning"; ///< info, warning or critical
    std::vector<std::string> to{};    ///< names of channels; `desktop` is every console that looks
};

/// How a rule stands.
struct Alert
{
    AlertRule rule{};
    AlertState state = AlertState::Quiet;
    WallTime since{};           ///< of the state
    double value = 0;           ///< NaN when nothing is known
    double samples = 0;         ///< that the value stands on
    Labels worst{};             ///< of the line that is furthest beyond the limit
    std::string problem{};      ///< why it could not be looked at, or ""
    std::string acknowledged{}; ///< by whom, or ""
    WallTime mutedUntil{};
};

/// Something that an alert did.
struct AlertEvent
{
    std::int64_t number = 0;
    WallTime at{};
    std::string rule{};
    std::string what{}; ///< pending, firing, resolved, acknowledged, muted, sent or not_sent
    std::string text{}; ///< the value, who, or whereto
};

struct AlertBook
{
    std::vector<Alert> alerts{};
    std::vector<AlertEvent> history{}; ///< the newest first
    Errors problems{};                 ///< of metrics.yaml
    std::string file{};                ///< where the rules stand, or would stand
};

/// A board as its file tells it.
struct BoardText
{
    std::string name{};
    std::string file{}; ///< "" for one that comes with the program
    std::string text{};
};

} // namespace batuta::series
