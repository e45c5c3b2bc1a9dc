// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <utility>
#include <vector>

namespace batuta::views {

/// Distances of a layout, in logical pixels.
struct LayoutGaps
{
    qreal node = 22;      ///< between two nodes of a column
    qreal column = 34;    ///< between two columns, at least
    qreal track = 8;      ///< between two lines that run down the same gap
    qreal group = 12;     ///< between a group's frame and its nodes
    qreal groupHead = 32; ///< the same at its top, where the title stands
};

struct LayoutGroup
{
    std::vector<int> nodes;
    qreal extraHead = 0; ///< more room at the top
};

/// What is to be laid out, from left to right. Positions that do not exist and edges of a node to itself are
/// left out; the rest may hold circles.
struct LayoutInput
{
    std::vector<QSizeF> sizes; ///< of each node
    std::vector<bool> fixed;   ///< keeps its own width instead of that of its column; may be shorter
    std::vector<std::pair<int, int>> edges;
    std::vector<LayoutGroup> groups; ///< without common nodes
    LayoutGaps gaps;
};

struct GraphLayout
{
    std::vector<QRectF> boxes; ///< of each node
    std::vector<QPolygonF>
        routes;                 ///< of each edge: horizontal and vertical pieces; empty when it was left out
    std::vector<QRectF> groups; ///< null when the frame would hold or touch what is not part of the group
    QRectF bounds;
    bool isEmpty() const { return boxes.empty(); }
};

/// In which column a node stands, and the height of its middle.
struct Placing
{
    std::vector<int> column;
    std::vector<qreal> y;
};

/// Above these, graphviz takes too long (2,000 steps: 3 s to 20 s): placeInLayers is used instead.
constexpr std::size_t kGraphvizNodes = 1000;
constexpr std::size_t kGraphvizEdges = 3000;

/// Places, routes and frames. Deterministic. Call it on one thread at a time: graphviz crashes on two.
GraphLayout layoutGraph(LayoutInput input);

/// By graphviz, which keeps the nodes of a group together. Nothing when it refuses.
std::optional<Placing> placeByGraphviz(const LayoutInput &input);
/// By longest paths and the middles of neighbours; knows no groups. For graphs of any size.
Placing placeInLayers(const LayoutInput &input);

} // namespace batuta::views
