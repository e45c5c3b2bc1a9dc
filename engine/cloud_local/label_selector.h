// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::cloud_local {

/// Kubernetes' label selectors: `a = b, c != d, e in (f, g), h notin (i), j, !k`.
class LabelSelector
{
public:
    static Outcome<LabelSelector> parse(std::string_view text);
    bool matches(const json::Value &labels) const;

private:
    struct Term
    {
        std::string key;
        bool isNegated = false;
        bool isPresence = false;
        std::vector<std::string> values{};
    };

    static Outcome<Term> term(std::string_view text);

    std::vector<Term> m_terms;
};

} // namespace batuta::cloud_local
