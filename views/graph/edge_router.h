// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/layout.h"

#include <QPainterPath>

namespace batuta::views {

/// Room for lines between two columns: the trunks run here, one beside the other. Gap 0 is left of the first
/// column, gap n is right of column n-1.
struct Gap
{
    int tracks = 0; ///< trunks side by side
};

/// One edge as it will run: down the gap behind its tail, along a lane, down the gap before its head.
struct EdgePlan
{
    int tailGap = 0, headGap = 0;     ///< equal when there is one trunk only
    int tailTrack = 0, headTrack = 0; ///< which trunk of the gap
    qreal lane = 0;                   ///< height of the piece between both gaps
    bool isUsed = false;
};

/// What is needed of the nodes before their columns have a place from left to right.
struct RouteInput
{
    const LayoutInput &graph;
    const Placing &placing;
    int columns = 0;
};

/// Chooses lanes that cross no node, and shares trunks between edges with a common head or tail; others that
/// would touch get a track of their own.
struct RoutePlan
{
    std::vector<Gap> gaps;
    std::vector<EdgePlan> edges;
};
RoutePlan planRoutes(const RouteInput &input);

/// A route with its corners rounded.
QPainterPath roundedPath(const QPolygonF &route, qreal radius);

} // namespace batuta::views
