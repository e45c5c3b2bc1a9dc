// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"

#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace batuta::views {
namespace {

constexpr qreal kStep = 1.2;       // one press of + or -
constexpr qreal kReadable = 0.7;   // a picture that nobody zoomed is at least this large
constexpr qreal kLargestFit = 1;   // a small graph is not blown up
constexpr qreal kViewMargin = 18;  // around the graph when it fits
constexpr qreal kLeastZoom = 0.01; // of fit()

} // namespace

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
    if (bounds.width() * zoom() > viewport()->width() - kViewMargin)
        centerOn(bounds.left() - kViewMargin + viewport()->width() / zoom() / 2, bounds.center().y());
    m_isChosen = true;
}

/// Some of the graph is out of sight.
bool FlowView::isCut() const
{
    return !viewport()->rect().contains(mapFromScene(m_scene->layout().bounds).boundingRect());
}

void FlowView::showRect(const QRectF &rect, qreal smallest)
{
    if (rect.isEmpty())
        return;
    const qreal width = std::max(1.0, viewport()->width() - 2 * kViewMargin);
    const qreal height = std::max(1.0, viewport()->height() - 2 * kViewMargin);
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
    QRectF boxes;
    for (const int node : m_scene->selection())
        boxes |= m_scene->boxOf(node);
    if (boxes.isNull())
        fit();
    else
        showRect(boxes.adjusted(-120, -80, 120, 80), kLeastZoom);
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
    m_isChosen = false;
    m_ground.forget();
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

} // namespace batuta::views
