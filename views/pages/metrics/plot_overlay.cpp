// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/plot_overlay.h"

#include "views/theme/theme.h"
#include "views/widgets/release_marks.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr double kDrag = 4; ///< pixels from which on it is no click

} // namespace

PlotOverlay::PlotOverlay(PanelBody &body)
    : QWidget(&body)
    , m_body(body)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_NoSystemBackground);
    const BoardAxis &axis = body.scene().axis;
    connect(&body, &PanelBody::plotChanged, this, &PlotOverlay::place);
    connect(&axis, &BoardAxis::cursorChanged, this, qOverload<>(&QWidget::update));
    connect(&axis, &BoardAxis::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&body.scene().feed, &BoardFeed::marksChanged, this, qOverload<>(&QWidget::update));
}

void PlotOverlay::place()
{
    setGeometry(m_body.plot());
    raise();
}

int PlotOverlay::stepAt(double x) const
{
    const int steps = m_body.scene().axis.steps();
    return std::clamp(static_cast<int>(x / std::max(1, width()) * steps), 0, std::max(0, steps - 1));
}

void PlotOverlay::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().x();
    event->ignore(); // the panel takes the focus
}

void PlotOverlay::mouseMoveEvent(QMouseEvent *event)
{
    const double x = std::clamp(event->position().x(), 0.0, static_cast<double>(width()));
    if (m_pressed && (m_dragged || std::abs(x - *m_pressed) >= kDrag)) {
        m_dragged = x;
        return update();
    }
    setCursor(Qt::CrossCursor);
    emit hovered(stepAt(x));
}

void PlotOverlay::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    const auto dragged = std::exchange(m_dragged, std::nullopt);
    if (!pressed || event->button() != Qt::LeftButton)
        return;
    if (!dragged) {
        const int step = stepAt(*pressed);
        emit m_body.picked(step, m_body.lineAt(step, event->position().y()));
        return;
    }
    BoardAxis &axis = m_body.scene().axis;
    const int from = stepAt(std::min(*pressed, *dragged)), to = stepAt(std::max(*pressed, *dragged));
    axis.zoom(axis.stepAt(from), axis.stepAt(to + 1));
}

void PlotOverlay::leaveEvent(QEvent *)
{
    emit hovered(std::nullopt);
}

void PlotOverlay::paintCursor(QPainter &painter) const
{
    const BoardAxis &axis = m_body.scene().axis;
    if (!axis.cursor())
        return;
    const Colors &c = themeOf(this).colors();
    const double x = std::floor(axis.toPixel(axis.stepAt(*axis.cursor()) + axis.step() / 2, width())) + 0.5;
    painter.setPen(QPen(c.textSecondary, 1));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(QPen(c.panel, 1));
    for (const auto &[y, color] : m_body.marksAt(*axis.cursor())) {
        painter.setBrush(color);
        painter.drawEllipse(QPointF(x, y), 3.5, 3.5);
    }
}

void PlotOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    if (m_pressed && m_dragged) {
        QColor tint = c.accent.fg;
        tint.setAlphaF(0.18F);
        painter.fillRect(QRectF(QPointF(std::min(*m_pressed, *m_dragged), 0),
                                QPointF(std::max(*m_pressed, *m_dragged), height())),
                         tint);
    }
    const BoardAxis &axis = m_body.scene().axis;
    paintMarks(painter, themeOf(this), m_body.scene().feed.marks(), rect().toRectF(),
               [&axis, wide = width()](WallTime at) { return axis.toPixel(at, wide); });
    paintCursor(painter);
}

} // namespace batuta::views
