// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_scene.h"

namespace batuta::views {
namespace {

std::size_t at(int position)
{
    return static_cast<std::size_t>(position);
}

} // namespace

FlowScene::FlowScene(QObject *parent)
    : QGraphicsScene(parent)
{
    setItemIndexMethod(QGraphicsScene::BspTreeIndex);
}

FlowScene::~FlowScene()
{
    clear(); // before the style that the items look at
}

void FlowScene::show(FlowGraph graph, GraphLayout layout, const Theme &theme)
{
    const std::string selected = m_selected < 0 ? std::string() : m_graph.node(m_selected).step;
    clear();
    m_steps.clear();
    m_edges.clear();
    m_selected = -1;
    m_graph = std::move(graph);
    m_layout = std::move(layout);
    m_style = std::make_unique<NodeStyle>(theme);
    for (std::size_t i = 0; i < m_layout.groups.size(); ++i)
        if (!m_layout.groups[i].isNull())
            addItem(new GroupItem(*m_style, m_graph.groups[i], m_layout.groups[i]));
    for (const QPolygonF &route : m_layout.routes) {
        EdgeItem *edge = route.isEmpty() ? nullptr : new EdgeItem(*m_style, route);
        if (edge)
            addItem(edge);
        m_edges.push_back(edge);
    }
    for (int i = 0; i < m_graph.size(); ++i) {
        StepItem *step = nullptr;
        if (m_graph.isStep(i))
            addItem(step = new StepItem(*m_style, m_graph.node(i), boxOf(i)));
        else
            addItem(new TerminalItem(*m_style, m_graph.node(i).role, boxOf(i)));
        m_steps.push_back(step);
    }
    const auto statuses = std::move(m_statuses);
    m_statuses.clear();
    setStatuses(statuses);
    select(m_graph.find(selected));
}

void FlowScene::setStatuses(const std::map<std::string, Status> &statuses)
{
    m_statuses = statuses;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        if (StepItem *step = m_steps[at(i)])
            step->setStatus(statusOf(i));
}

std::optional<Status> FlowScene::statusOf(int node) const
{
    const auto found = m_statuses.find(m_graph.node(node).step);
    return found == m_statuses.end() ? std::nullopt : std::optional(found->second);
}

void FlowScene::select(int node)
{
    const int next = m_graph.isStep(node) && at(node) < m_steps.size() ? node : -1;
    if (next == m_selected)
        return;
    mark(m_selected, false);
    m_selected = next;
    mark(m_selected, true);
}

void FlowScene::mark(int node, bool isMarked)
{
    if (node < 0)
        return;
    m_steps[at(node)]->setMarked(isMarked);
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_edges[i] && (m_graph.edges[i].first == node || m_graph.edges[i].second == node))
            m_edges[i]->setMarked(isMarked);
}

int FlowScene::stepAt(const QPointF &point) const
{
    for (QGraphicsItem *item : items(point))
        for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
            if (m_steps[at(i)] == item)
                return i;
    return -1;
}

} // namespace batuta::views
