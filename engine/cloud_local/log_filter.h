// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/cloud_local/answer.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::cloud_local {

/// The filter language of Cloud Logging: comparisons (`= != > >= < <= : =~ !~`), AND, OR, NOT and `-`,
/// parentheses (also of values), bare text, presence (`field:*`), log_id(), sample(), SEARCH(), comments. OR
/// binds stronger than AND, and what stands side by side is joined by AND, as there. Text is compared
/// regardless of case; regular expressions are RE2's. A value; bounded in length, terms and depth.
class LogFilter
{
public:
    static Outcome<LogFilter> parse(std::string_view text);

    /// `entry` is a LogEntry in JSON.
    bool matches(const json::Value &entry) const;
    /// Times that the whole filter demands; whatever lies outside cannot match.
    std::optional<WallTime> from() const;
    std::optional<WallTime> to() const;
    /// `field = value` that the whole filter demands, or "": what a filter of metrics names.
    std::string demanded(std::string_view field) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root; ///< null lets everything through
};

} // namespace batuta::cloud_local
