// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/input_field.h"
#include "views/models/input/input_problem.h"

#include <QString>

namespace batuta::views {

/// Type and limits in one line: `integer, 1 to 20, default 8`. Names of types are those of the schema.
QString fieldKindLine(const InputField &field);
/// What a person has to know to mend it, in one sentence that names the rule.
QString problemSentence(const InputProblem &problem, const InputField *field);
/// A JSON value in one line, shortened.
QString shortValue(const json::Value &value);
/// `user_id=u1, session_id=s1`: what tells one input from another.
QString inputSummary(const json::Value &input);

} // namespace batuta::views
