// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"
#include "engine/json/schema.h"

#include <string>
#include <vector>

namespace batuta::views {

/// One rule that an input breaks, as a value; the words are the dialog's.
struct InputProblem
{
    enum class Rule {
        Required,
        Type,
        Choice,
        Minimum,
        Above,
        Maximum,
        Below,
        MultipleOf,
        MinLength,
        MaxLength,
        MinItems,
        MaxItems,
        Unique,
        Pattern,
        Format,
        UnknownKey, ///< a member that the schema does not allow
        KnownKey,   ///< among the other keys, but it has a field of its own
        Syntax,     ///< text that is no value: `fact` is the error's own words
        Engine,     ///< anything else: `fact` is what the engine says, in English
    };

    std::string pointer; ///< RFC 6901, into the input; "" is the whole
    std::string field;   ///< the top-level member, or ""
    Rule rule = Rule::Engine;
    json::Value fact; ///< what the schema's keyword says, or the words

    bool operator==(const InputProblem &other) const = default;
};

/// What the engine would refuse, in its order. Defaults are filled in first, as the engine does.
std::vector<InputProblem> inputProblems(const json::Schema &schema, const json::Value &input);
/// What the engine did refuse, split again into the fields that it names.
std::vector<InputProblem> inputProblems(const Error &refusal, const std::vector<std::string> &fields);

} // namespace batuta::views
