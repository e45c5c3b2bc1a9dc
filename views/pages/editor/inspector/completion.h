// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QString>

#include <set>
#include <string>
#include <vector>

namespace batuta::views {

/// What expressions of a flow may name.
struct CompletionSource
{
    json::Value input; ///< the flow's JSON Schema
    std::vector<std::string> steps;
    std::set<std::string> environmentKeys;
    std::set<std::string> secretKeys;
    json::Value roots;    ///< of the last recorded run
    std::string itemName; ///< the `as` of the step's foreach
};

struct Completion
{
    QString text;
    QString detail; ///< its type, or its value in the last run
};

struct Completions
{
    qsizetype from = 0; ///< what is replaced begins here, and ends at the caret
    QString before;     ///< put before and behind what is chosen: `${{ ` and ` }}`
    QString after;
    std::vector<Completion> items;
};

/// What fits at the caret. Outside of `${{ }}` there is nothing unless it `isAsked` for: then whole
/// expressions are.
Completions completionsAt(const QString &text, qsizetype caret, bool isCondition, bool isAsked,
                          const CompletionSource &source);

} // namespace batuta::views
