// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/board.h"

#include <string>

namespace batuta::views {

/// What a person can change of a panel, as it is typed.
struct PanelForm
{
    std::string title, note; ///< in the language of the window
    series::PanelKind kind = series::PanelKind::Lines;
    series::Unit unit = series::Unit::Count;
    std::string objective, alert; ///< numbers, or ""
    std::string series;           ///< YAML: a list, one question for each line or area
};

/// A board as text, and whose language is edited: where a title is written in two, the other one stays.
struct BoardDraft
{
    std::string text;
    std::string file; ///< for what errors say
    bool isPortuguese = false;
};

// Panels count from 0 in the order of the file; the board must be one without errors, so that those are the
// panels that are shown. Comments, order and all that is not changed stay as they are. A result that would be
// no board is refused with what is wrong with it.

PanelForm formOf(const BoardDraft &draft, std::size_t panel);
Result<std::string> withPanel(const BoardDraft &draft, std::size_t panel, const PanelForm &form);
/// Behind the others, on a row of its own.
Result<std::string> withNewPanel(const BoardDraft &draft, const PanelForm &form);
/// ActRefused for the only one.
Result<std::string> withoutPanel(const BoardDraft &draft, std::size_t panel);

} // namespace batuta::views
