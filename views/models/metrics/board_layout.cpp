// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/board_layout.h"

#include "engine/edit/flow_text.h"

#include <algorithm>
#include <numeric>

namespace batuta::views {
namespace {

constexpr int kMostHigh = 6;

bool overlap(const series::PanelPlace &a, const series::PanelPlace &b)
{
    return a.column < b.column + b.wide && b.column < a.column + a.wide && a.row < b.row + b.high &&
           b.row < a.row + a.high;
}

std::string flowText(const series::PanelPlace &place)
{
    return "[" + std::to_string(place.column + 1) + ", " + std::to_string(place.row + 1) + ", " +
           std::to_string(place.wide) + ", " + std::to_string(place.high) + "]";
}

} // namespace

BoardPlaces placesOf(const series::Board &board)
{
    BoardPlaces places;
    for (const series::Panel &panel : board.panels)
        places.push_back(panel.place);
    return places;
}

int rowsOf(const BoardPlaces &places)
{
    int rows = 0;
    for (const series::PanelPlace &place : places)
        rows = std::max(rows, place.row + place.high);
    return rows;
}

BoardPlaces placed(BoardPlaces places, std::size_t panel, series::PanelPlace wanted)
{
    wanted.wide = std::clamp(wanted.wide, 1, kBoardColumns);
    wanted.high = std::clamp(wanted.high, 1, kMostHigh);
    wanted.column = std::clamp(wanted.column, 0, kBoardColumns - wanted.wide);
    wanted.row = std::max(0, wanted.row);
    places[panel] = wanted;
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (places[a].row != places[b].row)
            return places[a].row < places[b].row;
        return a == panel || (b != panel && places[a].column < places[b].column);
    });
    BoardPlaces done;
    for (const std::size_t index : order) {
        series::PanelPlace &place = places[index];
        const auto isFree = [&] {
            return std::none_of(done.begin(), done.end(),
                                [&](const auto &other) { return overlap(place, other); });
        };
        while (!isFree())
            ++place.row;
        for (; place.row > 0; --place.row) { // up, as long as nothing is in the way
            --place.row;
            const bool fits = isFree();
            ++place.row;
            if (!fits)
                break;
        }
        done.push_back(place);
    }
    return places;
}

Result<std::string> withPlaces(const std::string &text, const std::string &file, const BoardPlaces &places)
{
    Result<edit::FlowText> board = edit::FlowText::read(text, file);
    if (!board)
        return board.error();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const series::PanelPlace &place = places[i];
        const json::Value at = json::Array{place.column + 1, place.row + 1, place.wide, place.high};
        const edit::FieldPath path{"panels", std::to_string(i), "at"};
        if (board->valueAt(path) == std::optional(at))
            continue;
        const Result<edit::TextEdits> edits = board->setRaw(path, flowText(place));
        if (!edits)
            return edits.error();
        Result<edit::FlowText> changed = edit::FlowText::read(edit::applied(board->text(), *edits), file);
        if (!changed)
            return changed.error();
        board = std::move(changed);
    }
    return board->text();
}

} // namespace batuta::views
