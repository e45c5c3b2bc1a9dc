// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_view.h"

#include "views/graph/flow_accessible.h"
#include "views/graph/flow_scene.h"
#include "views/graph/graph_layouter.h"
#include "views/graph/graph_walk.h"
#include "views/graph/graph_words.h"
#include "views/theme/draw.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace batuta::views {
namespace {

constexpr int kMostRects = 24; // that are painted apart

} // namespace

FlowView::FlowView(QWidget *parent)
    : QGraphicsView(parent)
    , m_layouter(new GraphLayouter(this))
    , m_scene(new FlowScene(this))
{
    installFlowAccessibility();
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 80);
    connect(m_layouter, &GraphLayouter::laidOut, this, &FlowView::take);
    connect(&themeOf(this), &Theme::changed, this, &FlowView::layOut);
    retranslate();
}

FlowView::~FlowView()
{
    setScene(nullptr); // items go without telling a view that is half gone
}

void FlowView::setFlow(const client::FlowSummary &flow, Camera camera)
{
    setGraph(flow.name.value, graphOf(flow), camera);
}

void FlowView::setGraph(const std::string &name, FlowGraph graph, Camera camera)
{
    m_isOther = m_isOther || name != m_flow;
    m_flow = name;
    m_wanted = camera;
    m_coming = std::move(graph);
    layOut();
}

void FlowView::clear()
{
    m_layouter->cancel();
    m_coming = {};
    m_flow.clear();
    m_isOther = true;
    take({});
}

void FlowView::layOut()
{
    m_ground.forget();
    viewport()->update();
    if (m_coming.nodes.empty())
        return;
    const Theme &theme = themeOf(this);
    const NodeStyle style(theme);
    LayoutInput input;
    input.gaps = {22 * theme.textScale(), 34, 8, 12, 32 * theme.textScale()};
    input.edges = m_coming.edges;
    for (const GraphNode &node : m_coming.nodes) {
        input.sizes.push_back(style.sizeOf(node));
        input.fixed.push_back(node.role != NodeRole::Step);
    }
    for (const GraphGroup &group : m_coming.groups) {
        const bool hasLabel = std::any_of(group.nodes.begin(), group.nodes.end(), [this](int node) {
            return !conditionWord(m_coming.node(node)).isEmpty();
        });
        input.groups.push_back({group.nodes, hasLabel ? 15 * theme.textScale() : 0});
    }
    m_input = input;
    m_layouter->lay(std::move(input));
}

/// The layout of the graph with what a person has placed.
GraphLayout FlowView::placed(const FlowGraph &graph, const LayoutInput &input) const
{
    NodePlaces places;
    for (int i = 0; i < graph.size() && !m_places.empty(); ++i)
        if (const auto place = m_places.find(graph.node(i).step); place != m_places.end())
            places.emplace(i, place->second);
    return withPlaces(input, m_automatic, places);
}

void FlowView::setPlaces(std::map<std::string, QPointF> places)
{
    m_places = std::move(places);
    if (!isLaidOut() || m_isOther)
        return; // it will be laid out with them
    m_scene->adopt(placed(m_scene->graph(), m_shownInput));
    updateSceneRect();
    emit cameraChanged();
}

void FlowView::take(const GraphLayout &layout)
{
    aboutToShow();
    const std::vector<std::string> before = selection();
    const Camera own = camera();
    const bool hadPicture = isLaidOut() && !m_isOther, wasChosen = m_isChosen;
    if (m_isOther)
        m_scene->setSelection({});
    m_automatic = layout;
    m_shownInput = m_input;
    m_scene->show(m_coming, m_input, placed(m_coming, m_input), themeOf(this));
    updateSceneRect();
    m_isOther = false;
    m_shown = m_flow;
    const bool isWanted = m_wanted.zoom > 0;
    if (isWanted || hadPicture)
        look(isWanted ? m_wanted : own);
    m_isChosen = !isWanted && hadPicture && wasChosen;
    if (!isWanted && (!hadPicture || (m_isChosen && isCut())))
        chooseCamera();
    m_wanted = {};
    if (selection() != before)
        emit selectionChanged(QString::fromStdString(selected()));
    emit laidOut();
    emit cameraChanged();
}

void FlowView::setStatuses(const std::map<std::string, Status> &statuses)
{
    m_scene->setStatuses(statuses);
    emit cameraChanged(); // the minimap shows them as well
}

void FlowView::setMarks(std::map<std::string, StepMarks> marks)
{
    m_scene->setMarks(std::move(marks));
    emit cameraChanged();
}

void FlowView::setSelection(const std::vector<std::string> &steps)
{
    std::vector<int> nodes;
    for (const std::string &step : steps)
        nodes.push_back(m_scene->graph().find(step));
    selectNodes(nodes);
}

void FlowView::selectNodes(const std::vector<int> &nodes)
{
    const std::vector<int> before = m_scene->selection();
    m_scene->setSelection(nodes);
    if (m_scene->selection() == before)
        return;
    if (m_scene->selected() >= 0)
        announceNode(*this, m_scene->selected());
    emit selectionChanged(QString::fromStdString(selected()));
    emit cameraChanged();
}

std::vector<std::string> FlowView::selection() const
{
    std::vector<std::string> steps;
    for (const int node : m_scene->selection())
        steps.push_back(m_scene->graph().node(node).step);
    return steps;
}

std::string FlowView::selected() const
{
    return m_scene->selected() < 0 ? std::string() : m_scene->graph().node(m_scene->selected()).step;
}

bool FlowView::isLaidOut() const
{
    return !m_scene->isEmpty();
}

void FlowView::walkTo(Way way)
{
    const int next = walk(m_scene->graph(), m_scene->layout(), m_scene->selected(), way);
    if (next < 0)
        return;
    selectNodes({next});
    revealSelection();
}

void FlowView::revealSelection()
{
    if (m_scene->selected() >= 0)
        revealNode(m_scene->selected());
}

void FlowView::revealNode(int node)
{
    const QRectF box = m_scene->boxOf(node).adjusted(-16, -24, 16, 16);
    if (!viewport()->rect().contains(mapFromScene(box).boundingRect()))
        ensureVisible(box, 24, 24);
}

void FlowView::startPan(const QPoint &at)
{
    m_isPanning = true;
    m_panFrom = at;
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void FlowView::endPan()
{
    m_isPanning = false;
    viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void FlowView::mousePressEvent(QMouseEvent *event)
{
    const bool isLeft = event->button() == Qt::LeftButton;
    if (event->button() == Qt::MiddleButton || (isLeft && m_isSpaceDown))
        startPan(event->pos());
    else if (isLeft)
        selectNodes({m_scene->stepAt(mapToScene(event->pos()))});
    event->accept();
}

void FlowView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPanning) {
        QGraphicsView::mouseMoveEvent(event);
        return;
    }
    const QPoint way = event->pos() - m_panFrom;
    m_panFrom = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
}

void FlowView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isPanning)
        endPan();
    event->accept();
}

void FlowView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (const std::optional<Way> way = wayOf(event->key()); way && isPlain)
        walkTo(*way);
    else if (event->key() == Qt::Key_F && isPlain)
        event->modifiers() & Qt::ShiftModifier ? fitSelection() : fit();
    else if (event->key() == Qt::Key_0 && isPlain)
        resetZoom();
    else if ((event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) && isPlain)
        zoomIn();
    else if (event->key() == Qt::Key_Minus && isPlain)
        zoomOut();
    else if (event->key() == Qt::Key_Escape && m_scene->selected() >= 0)
        selectNodes({});
    else if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceDown = true;
        viewport()->setCursor(Qt::OpenHandCursor);
    } else
        QAbstractScrollArea::keyPressEvent(event);
}

void FlowView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceDown = false;
        endPan();
    } else
        QGraphicsView::keyReleaseEvent(event);
}

void FlowView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void FlowView::focusOutEvent(QFocusEvent *event)
{
    m_isSpaceDown = false;
    endPan();
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void FlowView::resizeEvent(QResizeEvent *event)
{
    // A view that was hidden meanwhile is not told what size it had.
    const QSize before = m_seen.isEmpty() ? event->size() : m_seen;
    const QPointF centre = mapToScene(QRect(QPoint(), before).center());
    const bool wasChosen = m_isChosen;
    m_seen = event->size();
    QGraphicsView::resizeEvent(event);
    updateSceneRect();
    if (isLaidOut() && wasChosen)
        chooseCamera();
    else if (isLaidOut())
        hold(centre, viewport()->rect().center());
    emit cameraChanged();
}

void FlowView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    m_isChosen = false;
    updateFocusRing(dx, dy);
    emit cameraChanged();
}

void FlowView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        layOut(); // titles are in the other language, and of another width
    }
    QGraphicsView::changeEvent(event);
}

void FlowView::retranslate()
{
    setAccessibleName(tr("Graph of the flow"));
    setAccessibleDescription(tr("Arrow keys move along the edges between steps."));
}

QString FlowView::sentenceOf(int node) const
{
    return nodeSentence(m_scene->graph(), node, m_scene->isSelected(node), m_scene->statusOf(node),
                        m_scene->marksOf(node));
}

/// The ring stays at the rim while all else moves: what it covered there, and where it has gone.
void FlowView::updateFocusRing(int dx, int dy)
{
    constexpr int kRing = 4;
    if (!hasFocus() || m_scene->selected() >= 0)
        return;
    const QRect all = viewport()->rect();
    const QRect inner = all.adjusted(kRing + std::abs(dx), kRing + std::abs(dy), -kRing - std::abs(dx),
                                     -kRing - std::abs(dy));
    viewport()->update(QRegion(all) - inner);
}

void FlowView::paintEvent(QPaintEvent *event)
{
    m_exposed = event->region();
    QGraphicsView::paintEvent(event);
    m_exposed = {};
}

void FlowView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->save();
    m_ground.paint(*painter, *this, themeOf(this).colors());
    painter->restore();
    std::vector<QRectF> rects{rect};
    if (m_exposed.rectCount() > 1 && m_exposed.rectCount() <= kMostRects) {
        rects.clear();
        for (const QRect &part : m_exposed)
            rects.push_back(mapToScene(part.adjusted(-1, -1, 1, 1)).boundingRect());
    }
    m_scene->paint(*painter, rects);
}

void FlowView::drawForeground(QPainter *painter, const QRectF &)
{
    if (!hasFocus() || m_scene->selected() >= 0)
        return;
    painter->save();
    painter->resetTransform();
    drawFocusRing(*painter, QRectF(viewport()->rect()), 0, themeOf(this).colors().focus, true);
    painter->restore();
}

} // namespace batuta::views
