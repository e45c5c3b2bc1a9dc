// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"
#include "engine/edit/problem.h"

#include <string>
#include <string_view>

namespace batuta::edit {

/// An error of reading whose mends are looked for: it names a path of the text, which can be read.
struct Wound
{
    const FlowText &text;
    const Error &error;
    const FieldPath &path; ///< of the error's subject
    Problem &problem;      ///< takes the fixes
};

/// Adds what mends an error of reading. The reader says what it wants in words; those it says are what is
/// offered, so that advice and fix are the same.
void offerMends(const Wound &wound);
/// Of a text whose YAML cannot be read: a key that is there twice, tabs that indent.
void offerMendsOfYaml(std::string_view text, const Error &error, Problem &problem);

// Parts of offerMends.
void mendMissingKey(const Wound &wound);
void mendType(const Wound &wound);
void mendValue(const Wound &wound);
void mendExpression(const Wound &wound);
void mendContradiction(const Wound &wound);

/// The word of "Did you mean `word`?", or "".
std::string meantWord(const Error &error);
/// What stands between the two, or "" when they do not.
std::string_view between(std::string_view text, std::string_view before, std::string_view after);
/// A name as the format wants it, made of any words.
std::string nameFrom(std::string_view words);

} // namespace batuta::edit
