// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/watch_values.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::releases {

/// What a person fills in for an alert on one service.
struct AlertForm
{
    enum class Kind { Errors, Latency };
    std::string name; ///< of the policy that is changed; "" makes one
    std::string service;
    Kind kind = Kind::Errors;
    double share = 0.05;      ///< Errors: of the requests answered with 5xx; 0.05 is 5 %
    int milliseconds = 2'000; ///< Latency: p95
    int minutes = 1;          ///< for so long, before somebody is told
    std::vector<std::string> channels;
    bool isEnabled = true;
};

/// FlowBadValue names the field that is out of its bounds.
Status checkForm(const AlertForm &form);
/// The policy that the form means: ratios of rates, whole minutes. What `was` (the policy that is changed)
/// says besides stays.
cloud::AlertPolicy policyOf(const AlertForm &form, const cloud::AlertPolicy *was = nullptr);
/// The form behind a policy on one service; nothing when it is another kind of policy.
std::optional<AlertForm> formOf(const cloud::AlertPolicy &policy);

/// The budget that the guides mean: thresholds at 50 %, 90 % and 100 %, as shares.
cloud::Budget usualBudget(const std::string &project);

} // namespace batuta::releases
