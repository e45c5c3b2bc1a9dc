// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_scene.h"

#include "views/graph/at.h"

#include <QElapsedTimer>
#include <QGraphicsView>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr qint64 kRoutingMs = 2; // of each move of a drag, to look for ways around boxes
constexpr std::size_t kFew = 24; // changes that are painted apart; of more, all that lies between as well

} // namespace

FlowScene::FlowScene(QObject *parent)
    : QGraphicsScene(parent)
{
    setItemIndexMethod(QGraphicsScene::NoIndex); // there are none
}

FlowScene::~FlowScene() = default;

void FlowScene::show(FlowGraph graph, LayoutInput input, GraphLayout layout, const Theme &theme)
{
    std::vector<std::string> selected;
    for (const int node : m_selection)
        selected.push_back(m_graph.node(node).step);
    m_selection.clear();
    m_router.reset();
    m_line.reset();
    m_band = {};
    m_selectedEdge = -1;
    m_graph = std::move(graph);
    m_input = std::move(input);
    m_layout = std::move(layout);
    m_isSelected.assign(m_graph.nodes.size(), false);
    makeItems(theme);
    setStatuses(std::map<std::string, Status>(m_statuses));
    setMarks(std::map<std::string, StepMarks>(m_marks));
    std::vector<int> nodes;
    for (const std::string &step : selected)
        nodes.push_back(m_graph.find(step));
    setSelection(nodes);
    repaint();
}

void FlowScene::makeItems(const Theme &theme)
{
    m_steps.clear();
    m_terminals.clear();
    m_edges.clear();
    m_groups.clear();
    m_style = std::make_unique<NodeStyle>(theme);
    for (std::size_t i = 0; i < m_layout.groups.size(); ++i)
        m_groups.push_back(std::make_unique<GroupItem>(*m_style, m_graph.groups[i], m_layout.groups[i]));
    for (const QPolygonF &route : m_layout.routes)
        m_edges.push_back(route.isEmpty() ? nullptr : std::make_unique<EdgeItem>(*m_style, route));
    for (int i = 0; i < m_graph.size() && !m_layout.isEmpty(); ++i) {
        const GraphNode &node = m_graph.node(i);
        const bool isStep = m_graph.isStep(i);
        m_steps.push_back(isStep ? std::make_unique<StepItem>(*m_style, node, boxOf(i)) : nullptr);
        m_terminals.push_back(isStep ? nullptr
                                     : std::make_unique<TerminalItem>(*m_style, node.role, boxOf(i)));
    }
}

/// Straight to the views: what QGraphicsScene::update() keeps for later is forgotten when a view is painted
/// meanwhile, and moves when it is scrolled.
void FlowScene::repaint()
{
    for (const QGraphicsView *view : views())
        view->viewport()->update();
}

void FlowScene::repaint(const QRectF &rect)
{
    for (const QGraphicsView *view : views())
        view->viewport()->update(view->mapFromScene(rect).boundingRect().adjusted(-2, -2, 2, 2));
}

/// Paints anew what was changed.
void FlowScene::refresh(const std::vector<QRectF> &changed)
{
    QRectF all;
    for (const QRectF &rect : changed) {
        if (changed.size() <= kFew)
            repaint(rect);
        all |= rect;
    }
    if (changed.size() > kFew)
        repaint(all);
}

/// Its item goes where the layout has it.
void FlowScene::placeNode(int node)
{
    if (StepItem *step = m_steps[at(node)].get())
        step->setBox(boxOf(node));
    else
        m_terminals[at(node)]->setBox(boxOf(node));
}

void FlowScene::adopt(GraphLayout layout)
{
    m_layout = std::move(layout);
    m_router.reset();
    for (int i = 0; i < m_graph.size(); ++i)
        placeNode(i);
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_edges[i] && m_edges[i]->route() != m_layout.routes[i])
            m_edges[i]->setRoute(m_layout.routes[i]);
    for (std::size_t i = 0; i < m_groups.size(); ++i)
        m_groups[i]->setFrame(m_layout.groups[i]);
    repaint();
}

void FlowScene::drag(const NodePlaces &places)
{
    std::vector<QRectF> changed;
    QPointF way;
    for (const auto &[node, place] : places) {
        QRectF &box = m_layout.boxes[at(node)];
        changed.push_back(m_steps[at(node)] ? m_steps[at(node)]->bounds() : box);
        way = place - box.topLeft();
        changed.push_back(changed.back().translated(way));
        box.moveTopLeft(place);
        placeNode(node);
    }
    std::vector<std::size_t> bent;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const auto [from, to] = m_graph.edges[i];
        const bool isFromMoved = places.contains(from), isToMoved = places.contains(to);
        if (!m_edges[i] || (!isFromMoved && !isToMoved))
            continue;
        changed.push_back(m_edges[i]->bounds());
        if (isFromMoved != isToMoved) {
            bent.push_back(i);
            continue;
        }
        m_layout.routes[i].translate(way);
        m_edges[i]->setRoute(m_layout.routes[i]);
        changed.push_back(m_edges[i]->bounds());
    }
    if (bent.empty())
        m_router.reset();
    else if (!m_router)
        m_router = std::make_unique<FreeRouter>(m_layout.boxes);
    else
        for (const auto &[node, place] : places)
            m_router->move(node, boxOf(node));
    route(bent);
    for (const std::size_t i : bent)
        changed.push_back(m_edges[i]->bounds());
    m_layout.groups = m_groups.empty() ? m_layout.groups : groupFrames(m_input, m_layout.boxes);
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        changed.push_back(m_groups[i]->frame() | m_layout.groups[i]);
        m_groups[i]->setFrame(m_layout.groups[i]);
    }
    refresh(changed);
}

/// Around what stands in the way as long as the frame lasts, plainly afterwards.
void FlowScene::route(const std::vector<std::size_t> &bent)
{
    QElapsedTimer clock;
    clock.start();
    for (const std::size_t i : bent) {
        const auto [from, to] = m_graph.edges[i];
        m_layout.routes[i] =
            clock.elapsed() < kRoutingMs ? m_router->route(from, to) : m_router->plainRoute(from, to);
        m_edges[i]->setRoute(m_layout.routes[i]);
    }
}

void FlowScene::setStatuses(const std::map<std::string, Status> &statuses)
{
    m_statuses = statuses;
    std::vector<QRectF> changed;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        if (StepItem *step = m_steps[at(i)].get(); step && step->setStatus(statusOf(i)))
            changed.push_back(step->bounds());
    refresh(changed);
}

std::optional<Status> FlowScene::statusOf(int node) const
{
    const auto found = m_statuses.find(m_graph.node(node).step);
    return found == m_statuses.end() ? std::nullopt : std::optional(found->second);
}

std::map<std::string, Status> FlowScene::mapStatuses() const
{
    std::map<std::string, Status> shown = m_statuses;
    for (const auto &[step, marks] : m_marks)
        if (marks.errors > 0)
            shown[step] = Status::Failed;
    return shown;
}

void FlowScene::setMarks(std::map<std::string, StepMarks> marks)
{
    m_marks = std::move(marks);
    std::vector<QRectF> changed;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        if (StepItem *step = m_steps[at(i)].get(); step && step->setMarks(marksOf(i)))
            changed.push_back(step->bounds());
    refresh(changed);
}

const StepMarks &FlowScene::marksOf(int node) const
{
    static const StepMarks none;
    const auto found = m_marks.find(m_graph.node(node).step);
    return found == m_marks.end() ? none : found->second;
}

bool FlowScene::isSelected(int node) const
{
    return node >= 0 && at(node) < m_isSelected.size() && m_isSelected[at(node)];
}

void FlowScene::setSelection(const std::vector<int> &nodes)
{
    std::vector<int> wanted;
    std::vector<bool> isSelected(m_graph.nodes.size());
    for (const int node : nodes) {
        if (!m_graph.isStep(node) || at(node) >= m_steps.size() || isSelected[at(node)])
            continue;
        isSelected[at(node)] = true;
        wanted.push_back(node);
    }
    m_selection = std::move(wanted);
    m_isSelected = std::move(isSelected);
    m_selectedEdge = -1;
    std::vector<QRectF> changed;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        if (m_steps[i] && m_steps[i]->setMarked(m_isSelected[i]))
            changed.push_back(m_steps[i]->bounds());
    refresh(changed);
    dressEdges();
}

void FlowScene::selectEdge(int edge)
{
    setSelection({});
    if (edge < 0 || at(edge) >= m_edges.size() || !m_edges[at(edge)] || !m_graph.isNeed(at(edge)))
        return;
    m_selectedEdge = edge;
    dressEdges();
}

EdgeLook FlowScene::usualLook(int edge) const
{
    const auto [from, to] = m_graph.edges[at(edge)];
    if (edge == m_selectedEdge)
        return EdgeLook::Selected;
    return isSelected(from) || isSelected(to) ? EdgeLook::Marked : EdgeLook::Normal;
}

void FlowScene::dressEdges()
{
    std::vector<QRectF> changed;
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_edges[i] && m_edges[i]->setLook(usualLook(static_cast<int>(i))))
            changed.push_back(m_edges[i]->bounds());
    refresh(changed);
}

int FlowScene::stepAt(const QPointF &point) const
{
    for (int i = static_cast<int>(m_steps.size()) - 1; i >= 0; --i)
        if (m_steps[at(i)] && boxOf(i).adjusted(-m_style->port / 2, 0, m_style->port / 2, 0).contains(point))
            return i;
    return -1;
}

Port FlowScene::portAt(const QPointF &point, qreal distance) const
{
    Port best;
    qreal nearest = distance;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        if (!m_steps[at(i)])
            continue;
        const QRectF box = boxOf(i);
        for (const bool isOut : {false, true}) {
            const QPointF way = point - QPointF(isOut ? box.right() : box.left(), box.center().y());
            const qreal length = std::max(std::abs(way.x()), std::abs(way.y()));
            if (length <= nearest) {
                nearest = length;
                best = {i, isOut};
            }
        }
    }
    return best;
}

int FlowScene::edgeAt(const QPointF &point, qreal distance) const
{
    for (std::size_t i = m_edges.size(); i-- > 0;)
        if (m_edges[i] && m_graph.isNeed(i) && m_edges[i]->isNear(point, distance))
            return static_cast<int>(i);
    return -1;
}

std::vector<int> FlowScene::stepsIn(const QRectF &rect) const
{
    std::vector<int> nodes;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        if (m_steps[at(i)] && boxOf(i).intersects(rect))
            nodes.push_back(i);
    return nodes;
}

void FlowScene::showBand(const QRectF &band)
{
    repaint((m_band | band).adjusted(-4, -4, 4, 4));
    m_band = band;
}

void FlowScene::showLine(const QPolygonF &line, EdgeLook look)
{
    if (!m_style)
        return;
    QRectF changed = m_line ? m_line->bounds() : QRectF();
    m_line = line.isEmpty() ? nullptr : std::make_unique<EdgeItem>(*m_style, line);
    if (m_line) {
        m_line->setLook(look);
        changed |= m_line->bounds();
    }
    if (!changed.isNull())
        repaint(changed);
}

void FlowScene::setPortLooks(const std::vector<PortLook> &looks)
{
    std::vector<QRectF> changed;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        if (m_steps[i] && m_steps[i]->setPortLook(i < looks.size() ? looks[i] : PortLook::Normal))
            changed.push_back(m_steps[i]->bounds());
    refresh(changed);
}

void FlowScene::setEdgeLook(int edge, EdgeLook look)
{
    if (edge < 0 || at(edge) >= m_edges.size() || !m_edges[at(edge)])
        return;
    if (m_edges[at(edge)]->setLook(look == EdgeLook::Normal ? usualLook(edge) : look))
        repaint(m_edges[at(edge)]->bounds());
}

void FlowScene::setEdgeVisible(int edge, bool isVisible)
{
    if (edge < 0 || at(edge) >= m_edges.size() || !m_edges[at(edge)])
        return;
    m_edges[at(edge)]->setVisible(isVisible);
    repaint(m_edges[at(edge)]->bounds());
}

} // namespace batuta::views
