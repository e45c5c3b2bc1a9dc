// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/problem.h"

#include <QString>

#include <vector>

namespace batuta::views {

// Problems in the language of the window. The engine speaks English; its sentences are known here with gaps
// (`%1 has no value in %2`), and what is not known stays English.

QString problemMessage(const edit::Problem &problem);
QString problemAdvice(const edit::Problem &problem);
QString fixTitle(const edit::Fix &fix);
QString severityWord(edit::Severity severity);
/// `flow.unknown_step · gap_analysis, line 65`
QString problemPlace(const edit::Problem &problem);

/// All sentences with gaps, for the test that the engine still speaks them.
const std::vector<const char *> &problemTexts();

} // namespace batuta::views
