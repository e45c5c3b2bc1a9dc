// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"
#include "engine/series/alert_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::series {

/// The states of alert rules: quiet, pending for a while, firing, and quiet again. Told the time and the
/// figures, so that it has no clock. Says what happened; who is told is decided elsewhere. Used on one
/// thread.
class AlertStates
{
public:
    /// Rules by name keep their state; others begin quiet.
    void setRules(std::vector<AlertRule> rules, WallTime now);
    const std::vector<Alert> &alerts() const { return m_alerts; }

    /// What a question about a rule was answered. Gives what followed: pending, firing, resolved.
    std::vector<AlertEvent> answered(std::string_view rule, const Answer &answer, WallTime now);
    /// It could not be looked at: the state stays, and says so.
    void failed(std::string_view rule, const Error &error);

    /// Somebody knows; until it is quiet again. ActRefused when it does not fire.
    Result<AlertEvent> acknowledge(const std::string &rule, const std::string &who, WallTime now);
    /// Nobody is told until then; a time that has passed ends it.
    Result<AlertEvent> mute(const std::string &rule, const std::string &who, WallTime until, WallTime now);
    const Alert *find(std::string_view rule) const;

    /// What must outlive the engine.
    json::Value kept() const;
    void restore(const json::Value &kept);

private:
    Alert *own(std::string_view rule);

    std::vector<Alert> m_alerts;
    json::Value m_kept; ///< states of rules that are not known yet
};

std::string_view alertStateName(AlertState state); ///< quiet, pending or firing
/// The figure of the worst line: its last known value, and the sample in the window.
struct AlertFigure
{
    double value = 0; ///< NaN when nothing is known
    double samples = 0;
    Labels labels{};
};
AlertFigure figureOf(const AlertRule &rule, const Answer &answer);

} // namespace batuta::series
