// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace batuta::views {

/// What is shown on a step besides its state. A value.
struct StepMarks
{
    int errors = 0;
    int warnings = 0;
    bool isEdited = false; ///< since the version that runs
    QString figure;        ///< of the overlay: `8.4 s`
    bool isFigureHigh = false;
    bool hasBreakpoint = false;
    bool isPinned = false; ///< it answers with recorded data instead of running
    QString fault;         ///< what is done to it on purpose, in short: `500`

    bool operator==(const StepMarks &) const = default;
};

/// How a step stands to the line that is being drawn.
enum class PortLook { Normal, Possible, Target, Impossible };

} // namespace batuta::views
