// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/edit_view.h"

#include "views/graph/connect_rules.h"
#include "views/graph/graph_walk.h"
#include "views/graph/graph_words.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr qreal kThreshold = 8; // pixels of the screen before a press is a drag
constexpr qreal kPortReach = 10;
constexpr qreal kEdgeReach = 6;
constexpr qreal kEndReach = 28; // of an edge: dragging there moves its end

} // namespace

EditView::EditView(QWidget *parent)
    : FlowView(parent)
    , m_rim(*this, [this] {
        if (m_gesture)
            m_gesture->move(mapToScene(m_pointer), m_keys);
    })
{
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
}

EditView::~EditView()
{
    blockSignals(true);
    aboutToShow(); // gestures let go of the scene while it is there
}

void EditView::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    setAcceptDrops(isEditable);
    cancelGesture();
    if (!isEditable)
        setMode(CanvasMode::Select);
}

void EditView::setMode(CanvasMode mode)
{
    m_keyboardLine.reset();
    if (m_mode == mode || (mode == CanvasMode::Connect && !m_isEditable))
        return;
    m_mode = mode;
    emit modeChanged();
}

void EditView::aboutToShow()
{
    m_rim.stop();
    m_gesture.reset();
    m_keyboardLine.reset();
    m_press.reset();
    m_dropEdge = -1;
}

bool EditView::cancelGesture()
{
    const bool isBusy = m_gesture || m_press;
    m_rim.stop();
    if (m_gesture)
        m_gesture->cancel();
    m_gesture.reset();
    m_press.reset();
    return isBusy;
}

bool EditView::canDrawLines() const
{
    return m_isEditable && detailAt(zoom()) != Detail::Box;
}

EdgeEnds EditView::endsOf(int edge) const
{
    const FlowGraph &graph = flowScene().graph();
    const auto [from, to] = graph.edges[static_cast<std::size_t>(edge)];
    return {graph.node(from).step, graph.node(to).step};
}

std::optional<EdgeEnds> EditView::selectedEdge() const
{
    const int edge = flowScene().selectedEdge();
    return edge < 0 ? std::nullopt : std::optional(endsOf(edge));
}

void EditView::selectEdge(const EdgeEnds &edge)
{
    const FlowGraph &graph = flowScene().graph();
    const std::pair ends(graph.find(edge.from), graph.find(edge.to));
    const auto found = std::find(graph.edges.begin(), graph.edges.end(), ends);
    pickEdge(found == graph.edges.end() ? -1 : static_cast<int>(found - graph.edges.begin()));
}

void EditView::pickEdge(int edge)
{
    selectNodes({});
    items().selectEdge(edge);
    if (edge < 0)
        emit hintChanged({});
    emit edgeSelectionChanged();
}

void EditView::selectAll()
{
    selectNodes(flowScene().graph().topological());
}

QRectF EditView::boxOfStep(const std::string &step) const
{
    const int node = isLaidOut() ? flowScene().graph().find(step) : -1;
    return node < 0 ? QRectF() : flowScene().boxOf(node);
}

std::map<std::string, QPointF> EditView::placesOf(const std::vector<std::string> &steps) const
{
    std::map<std::string, QPointF> places;
    for (const std::string &step : steps)
        if (const QRectF box = boxOfStep(step); !box.isNull())
            places[step] = box.topLeft();
    return places;
}

std::map<std::string, QPointF> EditView::nudged(const QPoint &squares) const
{
    std::map<std::string, QPointF> places = placesOf(selection());
    for (auto &[step, place] : places) {
        const QPointF wanted = place / kGrid + squares;
        place =
            m_isSnapping ? QPointF(std::round(wanted.x()), std::round(wanted.y())) * kGrid : wanted * kGrid;
    }
    return places;
}

bool EditView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_gesture)
        viewport()->unsetCursor();
    return FlowView::viewportEvent(event);
}

void EditView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isPanning()) {
        if (event->button() == Qt::MiddleButton || isPanning())
            FlowView::mousePressEvent(event);
        return;
    }
    const QPointF at = mapToScene(event->pos());
    Press press;
    press.at = event->pos();
    press.isExtending = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    press.step = flowScene().stepAt(at);
    if (canDrawLines() && !press.isExtending)
        press.port = flowScene().portAt(at, inScene(kPortReach));
    if (press.step < 0 && press.port.isNone())
        press.edge = flowScene().edgeAt(at, inScene(kEdgeReach));
    press.wasSelected = flowScene().isSelected(press.step);
    m_keyboardLine.reset();
    pressed(press);
    m_press = press;
    event->accept();
}

/// What a press does at once, whatever the pointer does afterwards.
void EditView::pressed(const Press &press)
{
    const bool isEdgeOfPort = !press.port.isNone() && flowScene().selectedEdge() >= 0;
    if (isEdgeOfPort)
        return; // its end may be meant
    if (press.step >= 0 && press.isExtending) {
        std::vector<int> nodes = flowScene().selection();
        if (press.wasSelected)
            std::erase(nodes, press.step);
        else
            nodes.push_back(press.step);
        selectNodes(nodes);
    } else if (press.step >= 0 && !press.wasSelected) {
        pickEdge(-1);
        selectNodes({press.step});
    } else if (press.edge >= 0) {
        pickEdge(press.edge);
    } else if (press.step < 0 && press.port.isNone() && !press.isExtending) {
        pickEdge(-1);
    }
}

void EditView::mouseMoveEvent(QMouseEvent *event)
{
    if (isPanning() || !(event->buttons() & Qt::LeftButton)) {
        if (!isPanning())
            showCursor(event->pos());
        FlowView::mouseMoveEvent(event);
        return;
    }
    if (m_press && !m_gesture && (event->pos() - m_press->at).manhattanLength() >= kThreshold) {
        m_gesture = begin(*m_press);
        if (!m_gesture)
            m_press.reset();
    }
    if (!m_gesture)
        return;
    m_pointer = event->pos();
    m_keys = event->modifiers();
    m_gesture->move(mapToScene(m_pointer), m_keys);
    m_rim.follow(m_pointer);
}

void EditView::showCursor(const QPoint &at)
{
    const bool isPort = canDrawLines() && !flowScene().portAt(mapToScene(at), inScene(kPortReach)).isNone();
    const bool isLine = isPort || (m_mode == CanvasMode::Connect && flowScene().stepAt(mapToScene(at)) >= 0);
    viewport()->setCursor(isLine ? Qt::CrossCursor : Qt::ArrowCursor);
}

std::unique_ptr<Gesture> EditView::begin(const Press &press)
{
    const QPointF from = mapToScene(press.at);
    if (!press.port.isNone())
        return beginLine(press.port);
    if (press.edge >= 0) {
        const QPolygonF &route = flowScene().layout().routes[static_cast<std::size_t>(press.edge)];
        const auto [tail, head] = flowScene().graph().edges[static_cast<std::size_t>(press.edge)];
        const qreal toTail = (from - route.first()).manhattanLength();
        const qreal toHead = (from - route.last()).manhattanLength();
        if (!m_isEditable || std::min(toTail, toHead) > inScene(kEndReach))
            return nullptr;
        return toHead <= toTail ? line({tail, true}, press.edge) : line({head, false}, press.edge);
    }
    if (press.step < 0) {
        const std::vector<int> before = press.isExtending ? flowScene().selection() : std::vector<int>();
        return std::make_unique<BandGesture>(items(), from, before,
                                             [this](const std::vector<int> &nodes) { selectNodes(nodes); });
    }
    if (!m_isEditable || !flowScene().isSelected(press.step))
        return nullptr;
    if (m_mode == CanvasMode::Connect)
        return line({press.step, true}, -1);
    auto move = std::make_unique<MoveGesture>(items(), press.step, flowScene().selection(), from,
                                              [this](const NodePlaces &moved) {
                                                  std::map<std::string, QPointF> places;
                                                  for (const auto &[node, place] : moved)
                                                      places[flowScene().graph().node(node).step] = place;
                                                  emit stepsMoved(places);
                                              });
    move->setSnapping(m_isSnapping);
    return move;
}

/// A port's line: the end of the selected edge, or of the only edge that comes in; else a new one.
std::unique_ptr<Gesture> EditView::beginLine(Port port)
{
    const FlowGraph &graph = flowScene().graph();
    std::vector<int> own;
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        if (graph.isNeed(i) && (port.isOut ? graph.edges[i].first : graph.edges[i].second) == port.node)
            own.push_back(static_cast<int>(i));
    int meant = -1;
    if (std::find(own.begin(), own.end(), flowScene().selectedEdge()) != own.end())
        meant = flowScene().selectedEdge();
    else if (!port.isOut && own.size() == 1)
        meant = own.front();
    if (meant < 0)
        return line(port, -1);
    const auto [from, to] = graph.edges[static_cast<std::size_t>(meant)];
    return port.isOut ? line({to, false}, meant) : line({from, true}, meant);
}

std::unique_ptr<Gesture> EditView::line(Port fixed, int replaced)
{
    const auto connect = [this, replaced](int from, int to) {
        const FlowGraph &graph = flowScene().graph();
        const EdgeEnds made{graph.node(from).step, graph.node(to).step};
        if (replaced < 0)
            emit connectWanted(made);
        else if (const EdgeEnds before = endsOf(replaced); before != made)
            emit reconnectWanted(before, made);
    };
    const auto hint = [this](const QString &text) { emit hintChanged(text); };
    return std::make_unique<ConnectGesture>(items(), fixed, replaced, inScene(2 * kPortReach),
                                            ConnectGesture::Tell{connect, hint});
}

void EditView::mouseReleaseEvent(QMouseEvent *event)
{
    m_rim.stop();
    const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
    const std::optional<Press> press = std::exchange(m_press, std::nullopt);
    if (gesture)
        gesture->finish();
    else if (press && press->step >= 0 && press->wasSelected && !press->isExtending)
        selectNodes({press->step}); // a click on one of several
    FlowView::mouseReleaseEvent(event);
}

void EditView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int step = flowScene().stepAt(mapToScene(event->pos()));
    if (event->button() != Qt::LeftButton || step < 0) {
        mousePressEvent(event);
        return;
    }
    selectNodes({step});
    emit stepActivated(QString::fromStdString(flowScene().graph().node(step).step));
}

} // namespace batuta::views
