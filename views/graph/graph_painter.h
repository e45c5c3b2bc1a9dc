// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/graph/layout.h"
#include "views/theme/tokens.h"

#include <QPainter>

#include <map>
#include <string>

namespace batuta::views {

/// What a small picture of a graph is painted from.
struct GraphPicture
{
    const FlowGraph &graph;
    const GraphLayout &layout;
    const std::map<std::string, Status> &statuses; ///< by step id
    int selected = -1;
};

/// Boxes, arrows and terminals of the whole graph, in the coordinates of the layout: for miniatures. Lines
/// keep their width at any scale. Arrows are left out above 400 of them.
class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const Colors &colors, bool patterns)
        : m_painter(painter)
        , m_colors(colors)
        , m_patterns(patterns)
    {
    }

    void paintEdges(const GraphPicture &picture);
    void paintNodes(const GraphPicture &picture);

private:
    void paintStep(const QRectF &box, const Status *status, bool isSelected);

    QPainter &m_painter;
    const Colors &m_colors;
    bool m_patterns;
};

/// Moves `from` into the middle of `into`, smaller or larger, `largest` times at most.
QTransform fitted(const QRectF &from, const QRectF &into, qreal largest);

} // namespace batuta::views
