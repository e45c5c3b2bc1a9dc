// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/layout.h"

#include "views/graph/at.h"
#include "views/graph/edge_router.h"
#include "views/graph/free_router.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

/// Leaves out what graphviz must not see; the edges that stay keep their number in `origin`.
void clean(LayoutInput &input, std::vector<std::size_t> &origin)
{
    const auto count = static_cast<int>(input.sizes.size());
    const auto isNode = [count](int node) { return node >= 0 && node < count; };
    std::vector<std::pair<int, int>> edges;
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        const auto [from, to] = input.edges[i];
        if (!isNode(from) || !isNode(to) || from == to)
            continue;
        edges.emplace_back(from, to);
        origin.push_back(i);
    }
    input.edges = std::move(edges);
    input.fixed.resize(input.sizes.size());
    for (QSizeF &size : input.sizes)
        size = QSizeF(std::clamp(size.width(), 1.0, 4000.0), std::clamp(size.height(), 1.0, 4000.0));
    std::vector<bool> taken(input.sizes.size());
    for (LayoutGroup &group : input.groups)
        group.nodes.erase(std::remove_if(group.nodes.begin(), group.nodes.end(),
                                         [&](int node) {
                                             if (!isNode(node) || taken[at(node)])
                                                 return true;
                                             taken[at(node)] = true;
                                             return false;
                                         }),
                          group.nodes.end());
}

/// From columns and heights to boxes, frames and routes.
class Builder
{
public:
    Builder(const LayoutInput &input, Placing placing)
        : m_input(input)
        , m_placing(std::move(placing))
    {
        for (const int column : m_placing.column)
            m_columns = std::max(m_columns, column + 1);
    }

    GraphLayout build(const std::vector<std::size_t> &origin, std::size_t edges)
    {
        moveGroups();
        const RoutePlan plan = planRoutes({m_input, m_placing, m_columns});
        placeColumns(plan);
        placeBoxes();
        m_layout.groups = groupFrames(m_input, m_layout.boxes);
        m_layout.routes.resize(edges);
        for (std::size_t i = 0; i < plan.edges.size(); ++i)
            m_layout.routes[origin[i]] = route(m_input.edges[i], plan.edges[i]);
        m_layout.bounds = boundsOf(m_layout);
        return std::move(m_layout);
    }

private:
    /// A placed group has the same room above and below; the title needs it all above.
    void moveGroups()
    {
        for (const LayoutGroup &group : m_input.groups)
            for (const int node : group.nodes)
                m_placing.y[at(node)] += std::floor((headOf(group) - m_input.gaps.group) / 2);
    }

    qreal headOf(const LayoutGroup &group) const { return m_input.gaps.groupHead + group.extraHead; }

    void placeColumns(const RoutePlan &plan)
    {
        std::vector<bool> begins(at(m_columns) + 1), ends(at(m_columns) + 1);
        for (const LayoutGroup &group : m_input.groups) {
            int first = m_columns, last = -1;
            for (const int node : group.nodes) {
                first = std::min(first, m_placing.column[at(node)]);
                last = std::max(last, m_placing.column[at(node)]);
            }
            if (last >= 0)
                begins[at(first)] = ends[at(last) + 1] = true;
        }
        m_width.assign(at(m_columns), 0);
        for (std::size_t i = 0; i < m_input.sizes.size(); ++i)
            m_width[at(m_placing.column[i])] =
                std::max(m_width[at(m_placing.column[i])], m_input.sizes[i].width());
        qreal x = 0;
        for (std::size_t gap = 0; gap <= at(m_columns); ++gap) {
            const qreal before = ends[gap] ? m_input.gaps.group : 0;
            const qreal behind = begins[gap] ? m_input.gaps.group : 0;
            const qreal lines = m_input.gaps.track * std::max(0, plan.gaps[gap].tracks - 1);
            const qreal room =
                std::max(m_input.gaps.column - before - behind, m_input.gaps.column * 0.7) + lines;
            m_trunk.push_back(x + before + std::round((room - lines) / 2));
            x += before + room + behind;
            if (gap < at(m_columns)) {
                m_left.push_back(x);
                x += m_width[gap];
            }
        }
    }

    void placeBoxes()
    {
        for (std::size_t i = 0; i < m_input.sizes.size(); ++i) {
            const std::size_t column = at(m_placing.column[i]);
            const QSizeF size = m_input.sizes[i];
            const qreal width = m_input.fixed[i] ? size.width() : m_width[column];
            const qreal x = m_left[column] + std::round((m_width[column] - width) / 2);
            m_layout.boxes.emplace_back(x, m_placing.y[i] - size.height() / 2, width, size.height());
        }
    }

    QPolygonF route(std::pair<int, int> edge, const EdgePlan &plan) const
    {
        const QRectF &tail = m_layout.boxes[at(edge.first)];
        const QRectF &head = m_layout.boxes[at(edge.second)];
        const QPointF from(tail.right(), tail.center().y());
        const QPointF to(head.left(), head.center().y());
        const qreal first = m_trunk[at(plan.tailGap)] + plan.tailTrack * m_input.gaps.track;
        const qreal second = m_trunk[at(plan.headGap)] + plan.headTrack * m_input.gaps.track;
        const QPointF corners[] = {
            from, {first, from.y()}, {first, plan.lane}, {second, plan.lane}, {second, to.y()}, to};
        QPolygonF line;
        for (const QPointF &corner : corners) {
            if (!line.isEmpty() && line.last() == corner)
                continue;
            const auto size = line.size();
            const bool isStraight =
                size >= 2 &&
                ((line[size - 2].x() == line[size - 1].x() && line[size - 1].x() == corner.x()) ||
                 (line[size - 2].y() == line[size - 1].y() && line[size - 1].y() == corner.y()));
            if (isStraight)
                line.last() = corner;
            else
                line << corner;
        }
        return line;
    }

    const LayoutInput &m_input;
    Placing m_placing;
    int m_columns = 0;
    std::vector<qreal> m_width, m_left, m_trunk;
    GraphLayout m_layout;
};

} // namespace

GraphLayout layoutGraph(LayoutInput input)
{
    const std::size_t edges = input.edges.size();
    std::vector<std::size_t> origin;
    clean(input, origin);
    if (input.sizes.empty())
        return {};
    std::optional<Placing> placing;
    if (input.sizes.size() <= kGraphvizNodes && input.edges.size() <= kGraphvizEdges)
        placing = placeByGraphviz(input);
    return Builder(input, placing ? *placing : placeInLayers(input)).build(origin, edges);
}

} // namespace batuta::views
