// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/draw.h"

#include <QPainterPath>

namespace batuta::views {
namespace {

void hatch(QPainter &painter, const QRectF &rect, const QColor &color, qreal gap)
{
    painter.setPen(QPen(color, 1.4));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += gap)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
}

void verticalBars(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.setPen(QPen(color, 1.4));
    for (qreal x = rect.left() + 4; x < rect.right(); x += 6)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
}

QPainterPath cutEnd(const QRectF &rect)
{
    const qreal cut = qMin(rect.height(), rect.width());
    QPainterPath path(rect.topLeft());
    path.lineTo(rect.right(), rect.top());
    path.lineTo(rect.right() - cut, rect.bottom());
    path.lineTo(rect.bottomLeft());
    path.closeSubpath();
    return path;
}

} // namespace

void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, 1) : Qt::NoPen);
    painter.setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const QColor &color, bool inside)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    const qreal shift = inside ? 1 : -1;
    painter.drawRoundedRect(rect.adjusted(shift, shift, -shift, -shift), radius, radius);
    painter.restore();
}

void drawChevron(QPainter &painter, const QRectF &rect, const QColor &color, Qt::ArrowType direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(rect.center());
    painter.rotate(direction == Qt::RightArrow  ? -90
                   : direction == Qt::UpArrow   ? 180
                   : direction == Qt::LeftArrow ? 90
                                                : 0);
    painter.drawPolyline(QPolygonF({{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}}));
    painter.restore();
}

void drawTick(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    painter.drawPolyline(QPolygonF({at(0.24, 0.53), at(0.42, 0.70), at(0.77, 0.30)}));
    painter.restore();
}

void drawEnvironmentShape(QPainter &painter, const QRectF &rect, EnvironmentKind kind, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF c = rect.center();
    const qreal r = qMin(rect.width(), rect.height()) / 2 - 1;
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(kind == EnvironmentKind::Production ? QBrush(color) : Qt::NoBrush);
    if (kind == EnvironmentKind::Dev)
        painter.drawEllipse(c, r, r);
    else if (kind == EnvironmentKind::Staging)
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y() + r * 0.8}, {c.x() - r, c.y() + r * 0.8}}));
    else
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
    painter.restore();
}

void drawStatusBar(QPainter &painter, const QRectF &rect, Status status, const Colors &colors, bool patterns)
{
    const Role &role = colors.of(status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = qMin(2.0, rect.width() / 2);
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    if (status == Status::Queued || status == Status::Skipped) {
        QPen pen(role.solid, 1);
        if (status == Status::Skipped)
            pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.restore();
        return;
    }
    painter.fillPath(status == Status::Cancelled && patterns ? cutEnd(rect) : shape, role.solid);
    if (patterns) {
        painter.setClipPath(shape);
        const QColor mark = mixed(role.solid, Qt::black, 0.28);
        if (status == Status::Failed)
            hatch(painter, rect, mark, 6);
        else if (status == Status::Waiting)
            verticalBars(painter, rect, mark);
    }
    if (status == Status::Running) {
        QColor faded = colors.panel;
        faded.setAlphaF(0.45F);
        const qreal edge = qMin(8.0, rect.width());
        painter.setClipPath(shape);
        painter.fillRect(QRectF(rect.right() - edge, rect.top(), edge, rect.height()), faded);
    }
    painter.restore();
}

void drawBaton(QPainter &painter, const QRectF &r, const Colors &c)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal s = r.width() / 32;
    painter.translate(r.topLeft());
    painter.scale(s, s);
    painter.setPen(QPen(c.textSecondary, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(5, 5, 22, 22), 100 * 16, 75 * 16);
    painter.drawArc(QRectF(5, 5, 22, 22), 285 * 16, 65 * 16);
    painter.setPen(QPen(c.accent.solid, 3.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(6, 26), QPointF(22, 10));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.textPrimary);
    painter.drawEllipse(QPointF(24, 8), 3.6, 3.6);
    painter.restore();
}

QColor mixed(const QColor &base, const QColor &color, qreal share)
{
    const auto part = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {part(base.red(), color.red()), part(base.green(), color.green()),
            part(base.blue(), color.blue())};
}

} // namespace batuta::views
