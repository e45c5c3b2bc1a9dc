// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"
#include "engine/edit/text_edit.h"

#include <string>
#include <vector>

namespace batuta::edit {

enum class Severity {
    Error,   ///< it cannot run
    Warning, ///< it runs, and may surprise
    Note,
};

/// What mends a problem, as edits of the text it was found in.
struct Fix
{
    std::string title; ///< `Use match_candidato`
    TextEdits edits;
};

/// One thing that is wrong in a flow file, or may be.
struct Problem
{
    Severity severity = Severity::Error;
    std::string code;    ///< stable: `flow.unknown_step`, `check.retry_without_key`
    std::string subject; ///< `steps.create.timeout`
    std::string detail;  ///< what is wrong, in words
    std::string mend;    ///< how to mend it, in words; may be empty
    std::string step;    ///< the step it is about, or ""
    Range range;         ///< what is underlined; empty at the place when it is not known
    LineColumn place;
    std::vector<Fix> fixes;
};

using Problems = std::vector<Problem>;

} // namespace batuta::edit
