// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/questions.h"
#include "engine/series/alert_values.h"

#include <cstdint>
#include <string>
#include <vector>

namespace batuta::views {

/// One thing that somebody should look at. What has the same cause is one of them.
struct Cause
{
    enum class Kind { Failure, Alert, Approval, Problems, Environment };
    enum class Severity { Info, Warning, Critical };

    Kind kind = Kind::Failure;
    Severity severity = Severity::Warning;
    std::int64_t radius = 0; ///< runs, answers or problems: how many it is
    WallTime since{};        ///< zero when unknown
    std::string
        subject{};      ///< the pattern of a failure, the title of a rule, a step, a problem, an environment
    std::string step{}; ///< that failed, or asks
    std::vector<std::string> flows{};
    std::vector<std::string> keys{}; ///< groups of failures, the name of a rule, or executions that ask
    double value = 0;                ///< of an alert

    bool canAcknowledge() const { return kind == Kind::Failure || kind == Kind::Alert; }
};

/// An environment whose keys are missing or do not work.
struct EnvironmentTrouble
{
    std::string name;
    int errors = 0;
};

/// What the causes are made of.
struct Troubles
{
    const std::vector<client::FailureGroup> &failures;
    const std::vector<client::WaitingStep> &waiting;
    const std::vector<series::Alert> &alerts;
    const Errors &problems;
    std::vector<EnvironmentTrouble> environments{};
};

/// Those that nobody has dealt with yet: by severity, then by how much they touch, then the oldest first.
std::vector<Cause> causesOf(const Troubles &troubles, WallTime now);

} // namespace batuta::views
