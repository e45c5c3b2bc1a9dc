// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/layout.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace batuta::views {

/// Boxes by the squares of a wide grid that they touch, so that a few of thousands are found at once.
class BoxIndex
{
public:
    void add(int box, const QRectF &rect);
    void remove(int box, const QRectF &rect);
    /// Calls `visit(box)` for each that may touch `rect`, some of them twice, until it answers true.
    template <typename Visit> bool any(const QRectF &rect, Visit visit) const;

private:
    static constexpr qreal kWidth = 192, kHeight = 128;
    static std::int64_t key(int column, int row) { return (std::int64_t{column} << 32) ^ row; }
    template <typename Act> static bool cells(const QRectF &rect, Act act);

    std::unordered_map<std::int64_t, std::vector<int>> m_cells;
};

/// Routes single edges between boxes that stand anywhere: horizontal and vertical pieces, around what stands
/// in the way where that is possible. Cheap enough for every move of the pointer. A value.
class FreeRouter
{
public:
    explicit FreeRouter(std::vector<QRectF> boxes);

    const QRectF &box(int node) const { return m_boxes[static_cast<std::size_t>(node)]; }
    void move(int node, const QRectF &box);
    /// From the right side of a box to the left side of another.
    QPolygonF route(int from, int to) const;
    /// The same without a look at what stands between: for hundreds at once.
    QPolygonF plainRoute(int from, int to) const;
    /// To a point, as while a line is drawn.
    static QPolygonF lineTo(const QPointF &from, const QPointF &to);
    /// Whether a route runs through a box other than those of its own ends.
    bool isBlocked(const QPolygonF &route, int from, int to) const;
    /// Whether a box with that place would stand on another one.
    bool isTaken(const QRectF &rect, int except) const;

private:
    bool hits(const QRectF &piece, int except, int alsoExcept) const;
    std::vector<qreal> lanes(const QRectF &between) const;

    std::vector<QRectF> m_boxes;
    BoxIndex m_index;
};

/// Frames of the groups, null where one would hold or touch what is not part of it.
std::vector<QRectF> groupFrames(const LayoutInput &input, const std::vector<QRectF> &boxes);
/// Of boxes, frames and routes.
QRectF boundsOf(const GraphLayout &layout);

/// Where steps stand that a person has placed: left upper corners, by node.
using NodePlaces = std::unordered_map<int, QPointF>;

/// A layout in which the placed nodes stand at their places. The others stay where they are unless a placed
/// one stands there; the terminals keep to the sides.
GraphLayout withPlaces(const LayoutInput &input, GraphLayout layout, const NodePlaces &places);

} // namespace batuta::views
