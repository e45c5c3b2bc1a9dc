// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"
#include "engine/edit/text_edit.h"

#include <string_view>
#include <vector>

namespace batuta::edit {

/// Turns the places of errors (line and column in characters) into bytes of the text, and back into line and
/// column in bytes. The lines are found once. A view: the text outlives it.
class TextPlaces
{
public:
    explicit TextPlaces(std::string_view text);

    /// The byte of a place; a column behind the end of its line is that end, an unknown line the start.
    std::size_t offsetOf(const Place &place) const;
    LineColumn lineColumn(std::size_t at) const;
    /// The word, the quoted text or the single character that begins there: what is underlined when nothing
    /// better is known.
    Range wordAt(std::size_t at) const;

private:
    std::size_t endOfLine(std::size_t line) const; ///< without the break; lines count from 0

    std::string_view m_text;
    std::vector<std::size_t> m_starts; ///< of each line
};

} // namespace batuta::edit
