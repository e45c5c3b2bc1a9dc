// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/log_filter.h"

#include <re2/re2.h>

namespace batuta::cloud_local {

struct LogFilter::Node
{
    enum class Kind { And, Or, Not, Compare, Text, LogId, Sample, Search };

    Kind kind = Kind::And;
    std::vector<std::shared_ptr<const Node>> parts{};
    std::vector<std::string> path{};
    std::string sign{};
    std::string value{};
    std::shared_ptr<const re2::RE2> pattern{};
    double share = 1; ///< of Sample
};

using FilterNode = LogFilter::Node;
using FilterPart = std::shared_ptr<const FilterNode>;

struct FilterToken
{
    enum class Kind { End, Word, Text, Open, Close, Comma, Sign, Minus };

    Kind kind = Kind::End;
    std::string text{};
    std::vector<std::string> path{}; ///< of a word: its parts at dots
    std::size_t at = 0;
};

/// The tokens of a filter, or the place of what is none.
Outcome<std::vector<FilterToken>> filterTokens(std::string_view text);
/// `Unparseable filter: …` with line and column.
Refused unparseable(std::string_view text, std::size_t at, std::string_view what);
bool filterMatches(const FilterNode &node, const json::Value &entry);

} // namespace batuta::cloud_local
