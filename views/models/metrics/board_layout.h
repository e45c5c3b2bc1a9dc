// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/board.h"

#include <QString>

#include <vector>

namespace batuta::views {

constexpr int kBoardColumns = 3;

using BoardPlaces = std::vector<series::PanelPlace>;

BoardPlaces placesOf(const series::Board &board);
/// Panel `panel` gets `wanted`, brought onto the grid; the others make room downwards, and all move up as far
/// as they can. No two overlap afterwards.
BoardPlaces placed(BoardPlaces places, std::size_t panel, series::PanelPlace wanted);
int rowsOf(const BoardPlaces &places);
/// The text of a board with these places: only the numbers of `at` are changed, comments stay. An error when
/// the text cannot be read.
Result<std::string> withPlaces(const std::string &text, const std::string &file, const BoardPlaces &places);

} // namespace batuta::views
