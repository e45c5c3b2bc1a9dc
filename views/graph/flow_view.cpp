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
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace batuta::views {
namespace {

constexpr qreal kStep = 1.2;       // one press of + or -
constexpr qreal kReadable = 0.7;   // a picture that nobody zoomed is at least this large
constexpr qreal kLargestFit = 1;   // a small graph is not blown up
constexpr int kGrid = 16;          // between two dots
constexpr qreal kMargin = 18;      // around the graph when it fits
constexpr qreal kLeastZoom = 0.01; // of fit()

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
    m_isOther = m_isOther || flow.name.value != m_flow;
    m_flow = flow.name.value;
    m_wanted = camera;
    m_coming = graphOf(flow);
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
    m_dots = {};
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
    m_layouter->lay(std::move(input));
}

void FlowView::take(const GraphLayout &layout)
{
    const std::string before = selected();
    const Camera own = camera();
    const bool hadPicture = isLaidOut() && !m_isOther;
    setScene(nullptr); // see FlowScene::show
    if (m_isOther)
        m_scene->select(-1);
    m_scene->show(m_coming, layout, themeOf(this));
    setScene(m_scene);
    updateSceneRect();
    m_isOther = false;
    m_shown = m_flow;
    if (m_wanted.zoom > 0)
        look(m_wanted);
    else if (hadPicture)
        look(own);
    else
        chooseCamera();
    m_wanted = {};
    if (selected() != before)
        emit selectionChanged(QString::fromStdString(selected()));
    emit laidOut();
    emit cameraChanged();
}

void FlowView::setStatuses(const std::map<std::string, Status> &statuses)
{
    m_scene->setStatuses(statuses);
    emit cameraChanged(); // the minimap shows them as well
}

void FlowView::select(const std::string &step)
{
    const int node = m_scene->graph().find(step);
    selectNode(node);
}

void FlowView::selectNode(int node)
{
    const int before = m_scene->selected();
    m_scene->select(node);
    if (m_scene->selected() == before)
        return;
    announce(m_scene->selected());
    emit selectionChanged(QString::fromStdString(selected()));
    emit cameraChanged();
}

void FlowView::announce(int node)
{
    if (node >= 0)
        announceNode(*this, node);
}

std::string FlowView::selected() const
{
    return m_scene->selected() < 0 ? std::string() : m_scene->graph().node(m_scene->selected()).step;
}

bool FlowView::isLaidOut() const
{
    return !m_scene->isEmpty();
}

qreal FlowView::zoom() const
{
    return transform().m11();
}

Camera FlowView::camera() const
{
    return {zoom(), mapToScene(viewport()->rect().center())};
}

void FlowView::look(Camera camera)
{
    applyZoom(std::clamp(camera.zoom, kLeastZoom, kLargestZoom), viewport()->rect().center());
    hold(camera.centre, viewport()->rect().center());
}

/// Scrolls so that a point of the scene stands at a point of the view.
void FlowView::hold(const QPointF &point, const QPoint &at)
{
    const QPoint way = mapFromScene(point) - at;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + way.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + way.y());
}

/// All of it when that can be read; else its beginning.
void FlowView::chooseCamera()
{
    const QRectF bounds = m_scene->layout().bounds;
    showRect(bounds, kReadable);
    if (bounds.width() * zoom() > viewport()->width() - kMargin)
        centerOn(bounds.left() - kMargin + viewport()->width() / zoom() / 2, bounds.center().y());
}

void FlowView::showRect(const QRectF &rect, qreal smallest)
{
    if (rect.isEmpty())
        return;
    const qreal width = std::max(1.0, viewport()->width() - 2 * kMargin);
    const qreal height = std::max(1.0, viewport()->height() - 2 * kMargin);
    const qreal wanted = std::min({width / rect.width(), height / rect.height(), kLargestFit});
    applyZoom(std::max(wanted, smallest), viewport()->rect().center());
    centerOn(rect.center());
    emit cameraChanged();
}

void FlowView::fit()
{
    showRect(m_scene->layout().bounds, kLeastZoom);
}

void FlowView::fitSelection()
{
    if (m_scene->selected() >= 0)
        showRect(m_scene->boxOf(m_scene->selected()).adjusted(-120, -80, 120, 80), kLeastZoom);
    else
        fit();
}

void FlowView::setZoom(qreal zoom)
{
    applyZoom(std::clamp(zoom, kSmallestZoom, kLargestZoom), viewport()->rect().center());
}

void FlowView::zoomIn()
{
    setZoom(zoom() * kStep);
}

void FlowView::zoomOut()
{
    if (zoom() > kSmallestZoom)
        setZoom(zoom() / kStep);
}

void FlowView::resetZoom()
{
    setZoom(1);
}

/// What is under `anchor` stays there.
void FlowView::applyZoom(qreal zoom, const QPoint &anchor)
{
    if (qFuzzyCompare(zoom, this->zoom()))
        return;
    const QPointF held = mapToScene(anchor);
    setTransform(QTransform::fromScale(zoom, zoom));
    updateSceneRect();
    hold(held, anchor);
    m_dots = {};
    emit zoomChanged(zoom);
    emit cameraChanged();
}

/// One may pan until the graph is nearly out of sight.
void FlowView::updateSceneRect()
{
    const QSizeF room = QSizeF(viewport()->size()) / zoom() * 0.85;
    setSceneRect(
        m_scene->layout().bounds.adjusted(-room.width(), -room.height(), room.width(), room.height()));
}

void FlowView::walkTo(Way way)
{
    const int next = walk(m_scene->graph(), m_scene->layout(), m_scene->selected(), way);
    if (next < 0)
        return;
    selectNode(next);
    revealSelection();
}

void FlowView::revealSelection()
{
    if (m_scene->selected() < 0)
        return;
    const QRectF box = m_scene->boxOf(m_scene->selected()).adjusted(-16, -24, 16, 16);
    if (!viewport()->rect().contains(mapFromScene(box).boundingRect()))
        ensureVisible(box, 24, 24);
}

void FlowView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    const qreal turns = event->angleDelta().y() / 120.0;
    const qreal least = std::min(kSmallestZoom, zoom());
    const qreal wanted = std::clamp(zoom() * std::pow(kStep, turns), least, kLargestZoom);
    applyZoom(wanted, event->position().toPoint());
    event->accept();
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
        selectNode(m_scene->stepAt(mapToScene(event->pos())));
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
        selectNode(-1);
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
    const QSize before = event->oldSize();
    const Camera own{zoom(), mapToScene(QRect(QPoint(), before.isEmpty() ? event->size() : before).center())};
    QGraphicsView::resizeEvent(event);
    updateSceneRect();
    if (isLaidOut())
        hold(own.centre, viewport()->rect().center());
    emit cameraChanged();
}

void FlowView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (hasFocus())
        viewport()->update(); // the focus ring stays at the edge
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
    return nodeSentence(m_scene->graph(), node, node == m_scene->selected(), m_scene->statusOf(node));
}

void FlowView::drawBackground(QPainter *painter, const QRectF &)
{
    const Colors &c = themeOf(this).colors();
    const qreal ratio = devicePixelRatioF();
    if (m_dots.isNull() || !qFuzzyCompare(m_dots.devicePixelRatio(), ratio)) {
        int grid = qMax(1, qRound(kGrid * zoom()));
        while (grid < 12)
            grid *= 2;
        m_dots = QPixmap(QSize(grid, grid) * ratio);
        m_dots.setDevicePixelRatio(ratio);
        m_dots.fill(c.canvas);
        QPainter dot(&m_dots);
        dot.fillRect(QRectF(grid / 2, grid / 2, 1, 1), mixed(c.canvas, c.borderStrong, 0.8));
    }
    painter->save();
    painter->resetTransform();
    painter->drawTiledPixmap(viewport()->rect(), m_dots, -mapFromScene(QPointF(0, 0)));
    painter->restore();
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
