// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/minimap.h"

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/graph_painter.h"
#include "views/theme/draw.h"

#include <QEvent>
#include <QMouseEvent>

namespace batuta::views {

Minimap::Minimap(FlowView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setCursor(Qt::ArrowCursor);
    connect(&view, &FlowView::cameraChanged, this, &Minimap::follow);
    retranslate();
    follow();
}

QSize Minimap::sizeHint() const
{
    return {themeOf(this).scaled(152), themeOf(this).scaled(82)};
}

void Minimap::follow()
{
    setVisible(m_view.isLaidOut());
    update();
}

QRectF Minimap::room() const
{
    return QRectF(rect()).adjusted(14, 12, -14, -12);
}

QTransform Minimap::toMap() const
{
    return fitted(m_view.flowScene().layout().bounds, room(), 1);
}

QRectF Minimap::frame() const
{
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    return toMap().mapRect(seen);
}

void Minimap::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const FlowScene &scene = m_view.flowScene();
    QPainter painter(this);
    drawBox(painter, QRectF(rect()), 4, c.panel, c.borderStrong);
    if (scene.isEmpty())
        return;
    const QRectF edge = QRectF(rect()).adjusted(6, 5, -6, -5);
    const QRectF view = frame().intersected(edge);
    if (!view.isEmpty())
        drawBox(painter, view, 1, c.selection, {});
    painter.save();
    painter.setTransform(toMap(), true);
    GraphPainter(painter, c, false)
        .paintNodes({scene.graph(), scene.layout(), scene.mapStatuses(), scene.selected()});
    painter.restore();
    if (!view.isEmpty())
        drawBox(painter, view, 1, {}, c.accent.fg);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    m_hold = frame().contains(at) ? at - frame().center() : QPointF();
    moveTo(at - m_hold);
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(event->position() - m_hold);
}

void Minimap::moveTo(const QPointF &at)
{
    if (!m_view.flowScene().isEmpty())
        m_view.centerOn(toMap().inverted().map(at));
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Minimap::retranslate()
{
    setAccessibleName(tr("Map of the whole graph"));
}

} // namespace batuta::views
