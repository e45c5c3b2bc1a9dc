// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/graph_walk.h"

#include <Qt>

#include <cmath>

namespace batuta::views {
namespace {

QPointF middle(const GraphLayout &layout, int node)
{
    return layout.boxes[static_cast<std::size_t>(node)].center();
}

int alongEdges(const FlowGraph &graph, const GraphLayout &layout, int from, bool isForth)
{
    int best = -1;
    qreal distance = 0;
    for (const int node : isForth ? graph.afterOf(from) : graph.beforeOf(from)) {
        const QPointF way = middle(layout, node) - middle(layout, from);
        const qreal length = std::abs(way.y()) + std::abs(way.x()) / 100; // the longer edge loses a tie
        if (graph.isStep(node) && (best < 0 || length < distance)) {
            best = node;
            distance = length;
        }
    }
    return best;
}

int acrossColumn(const FlowGraph &graph, const GraphLayout &layout, int from, bool isDown)
{
    int best = -1;
    qreal distance = 0;
    for (int node = 0; node < graph.size(); ++node) {
        const QPointF way = middle(layout, node) - middle(layout, from);
        if (!graph.isStep(node) || (isDown ? way.y() <= 1 : way.y() >= -1))
            continue;
        const qreal length = std::abs(way.y()) + std::abs(way.x()) * 4; // the own column comes first
        if (best < 0 || length < distance) {
            best = node;
            distance = length;
        }
    }
    return best;
}

} // namespace

std::optional<Way> wayOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Way::Back;
    case Qt::Key_Right:
        return Way::Forth;
    case Qt::Key_Up:
        return Way::Up;
    case Qt::Key_Down:
        return Way::Down;
    case Qt::Key_Home:
        return Way::First;
    case Qt::Key_End:
        return Way::Last;
    default:
        return {};
    }
}

int walk(const FlowGraph &graph, const GraphLayout &layout, int from, Way way)
{
    const std::vector<int> order = graph.topological();
    if (order.empty() || layout.boxes.size() != graph.nodes.size())
        return -1;
    if (way == Way::Last)
        return order.back();
    if (way == Way::First || !graph.isStep(from))
        return order.front();
    if (way == Way::Forth || way == Way::Back)
        return alongEdges(graph, layout, from, way == Way::Forth);
    return acrossColumn(graph, layout, from, way == Way::Down);
}

} // namespace batuta::views
