// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/edge_router.h"
#include "views/graph/scene_items.h"
#include "views/graph/thin_lines.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr qreal kRadius = 7, kSeam = 0.3;

/// With the room that a thick line and its handles take.
QRectF hitPieceOf(const QPointF &a, const QPointF &b)
{
    return QRectF(a, b).normalized().adjusted(-5, -5, 5, 5);
}

} // namespace

EdgeItem::EdgeItem(const NodeStyle &style, const QPolygonF &route)
    : m_style(style)
{
    setRoute(route);
}

void EdgeItem::setRoute(const QPolygonF &route)
{
    m_route = route;
    m_straight.clear();
    m_corners.clear();
    m_bounds = route.boundingRect().adjusted(-5, -5, 5, 5); // the handles of a selected one stand out
}

bool EdgeItem::setLook(EdgeLook look)
{
    if (m_look == look)
        return false;
    m_look = look;
    return true;
}

bool EdgeItem::isNear(const QPointF &point, qreal distance) const
{
    if (!m_bounds.adjusted(-distance, -distance, distance, distance).contains(point))
        return false;
    for (qsizetype i = 1; i < m_route.size(); ++i)
        if (QRectF(m_route[i - 1], m_route[i])
                .normalized()
                .adjusted(-distance, -distance, distance, distance)
                .contains(point))
            return true;
    return false;
}

bool EdgeItem::isSeen(const Sight &sight) const
{
    if (!m_isVisible || !sight.sees(m_bounds))
        return false;
    for (qsizetype i = 1; i < m_route.size(); ++i)
        if (sight.sees(hitPieceOf(m_route[i - 1], m_route[i])))
            return true;
    return false;
}

bool EdgeItem::isThin(Detail detail) const
{
    return detail == Detail::Box || detail == Detail::Title ||
           (detail == Detail::NoIds && m_look == EdgeLook::Normal);
}

QColor EdgeItem::color() const
{
    const Colors &c = m_style.colors();
    if (m_look == EdgeLook::Refused)
        return c.of(Status::Failed).fg;
    return m_look == EdgeLook::Normal ? c.borderControl : c.accent.fg;
}

void EdgeItem::addPieces(const Sight &sight, const QTransform &toScreen, ThinLines &lines) const
{
    for (qsizetype i = 1; i < m_route.size(); ++i)
        if (sight.sees(hitPieceOf(m_route[i - 1], m_route[i])))
            lines.add(QLineF(m_route[i - 1], m_route[i]), toScreen);
}

/// What is level or upright apart from the corners: rects are filled faster than paths are stroked,
/// and hundreds of edges follow a drag.
void EdgeItem::split()
{
    QPointF from = m_route.isEmpty() ? QPointF() : m_route.first();
    for (qsizetype i = 1; i + 1 < m_route.size(); ++i) {
        const QLineF in(m_route[i], m_route[i - 1]), out(m_route[i], m_route[i + 1]);
        const qreal cut = std::min({kRadius, in.length() / 2, out.length() / 2});
        if (cut <= 0)
            continue;
        const QPointF start = in.pointAt(cut / in.length()), end = out.pointAt(cut / out.length());
        m_straight.append({from, start});
        QPainterPath corner(start);
        corner.quadTo(m_route[i], end);
        m_corners.append(corner);
        from = end;
    }
    if (!m_route.isEmpty())
        m_straight.append({from, m_route.last()});
}

void EdgeItem::paint(QPainter &painter, const Sight &sight)
{
    const bool isStrong = m_look != EdgeLook::Normal;
    QPen pen(color(), m_look == EdgeLook::Selected ? 3 : (isStrong ? 2 : 1.5));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (m_look == EdgeLook::Refused) {
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawPath(roundedPath(m_route, kRadius));
    } else {
        if (m_straight.isEmpty())
            split();
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        const qreal half = pen.widthF() / 2;
        for (const QLineF &line : m_straight) {
            const bool isUpright = line.dx() == 0;
            const qreal wide = isUpright ? half : kSeam, high = isUpright ? kSeam : half;
            if (!isUpright && line.dy() != 0)
                painter.drawLine(line);
            else if (sight.sees(
                         hitPieceOf(line.p1(), line.p2()))) // a little into the corners: no seam is seen
                painter.fillRect(QRectF(line.p1(), line.p2()).normalized().adjusted(-wide, -high, wide, high),
                                 pen.color());
        }
        for (const QPainterPath &corner : m_corners)
            if (sight.sees(corner.controlPointRect().adjusted(-half, -half, half, half)))
                painter.drawPath(corner);
    }
    if (m_look != EdgeLook::Selected || m_route.isEmpty())
        return;
    painter.setPen(QPen(color(), 1.5));
    painter.setBrush(m_style.colors().panel);
    for (const QPointF &end : {m_route.first(), m_route.last()})
        painter.drawEllipse(end, 4, 4);
}

} // namespace batuta::views
