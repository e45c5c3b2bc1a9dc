// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"
#include "engine/series/alert_values.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::series {

enum class PanelKind { Lines, Stacked, Heat, Breakers, Bars, Table };
enum class Unit { Count, PerMinute, Seconds, Share, Bytes };

/// One question of a panel, and how its lines are called: `name`, or their labels.
struct PanelSeries
{
    Question question{};
    flow::LocalText name{};
    Duration shift{}; ///< the same, so much earlier
};

/// Where a panel stands on the grid of three columns; all count from 0.
struct PanelPlace
{
    int column = 0;
    int row = 0;
    int wide = 1;
    int high = 1;

    bool operator==(const PanelPlace &) const = default;
};

struct Panel
{
    flow::LocalText title{};
    flow::LocalText note{}; ///< beside the title, in grey
    PanelKind kind = PanelKind::Lines;
    Unit unit = Unit::Count;
    PanelPlace place{};
    std::vector<PanelSeries> series{};
    std::optional<double> objective{}; ///< a dashed line
    std::optional<double> alert{};     ///< what lies above is tinted
};

struct Board
{
    std::string name{};
    flow::LocalText title{};
    std::vector<Panel> panels{};
};

struct BoardReading
{
    Board board{};
    Errors errors{}; ///< panels that are wrong are left out
};

/// A board of YAML or JSON. Any thread.
BoardReading readBoard(std::string_view text, const std::string &file);
/// The files of `boards/` in the workspace, by name, and those that come with the program and have no file of
/// their name. Blocks its thread; files above 1 MB are left out.
std::vector<BoardText> loadBoards(const std::string &workspace);
/// Writes a board's file, whole or not at all. The text must be a board without errors.
Status saveBoard(const std::string &workspace, const std::string &name, std::string_view text);
/// [a-z0-9_-], at most 63 of them.
bool isBoardName(std::string_view name);

} // namespace batuta::series
