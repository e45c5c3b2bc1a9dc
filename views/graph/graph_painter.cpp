// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/graph_painter.h"

#include "views/graph/edge_router.h"
#include "views/theme/draw.h"

namespace batuta::views {
namespace {

constexpr std::size_t kMostEdges = 400;

QPen cosmetic(const QColor &color, qreal width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, width, style);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

void GraphPainter::paintEdges(const GraphPicture &picture)
{
    if (picture.layout.routes.size() > kMostEdges)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(cosmetic(m_colors.borderControl, 1));
    for (const QPolygonF &route : picture.layout.routes)
        m_painter.drawPath(roundedPath(route, 4));
    m_painter.restore();
}

void GraphPainter::paintNodes(const GraphPicture &picture)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < picture.graph.size(); ++i) {
        const QRectF &box = picture.layout.boxes[static_cast<std::size_t>(i)];
        const GraphNode &node = picture.graph.node(i);
        if (node.role == NodeRole::Step) {
            const auto status = picture.statuses.find(node.step);
            paintStep(box, status == picture.statuses.end() ? nullptr : &status->second,
                      i == picture.selected);
            continue;
        }
        const bool isStart = node.role == NodeRole::Start;
        m_painter.setPen(isStart ? QPen(Qt::NoPen) : cosmetic(m_colors.borderControl, 1.5));
        m_painter.setBrush(isStart ? QBrush(m_colors.borderControl) : QBrush(Qt::NoBrush));
        m_painter.drawEllipse(box);
    }
    m_painter.restore();
}

void GraphPainter::paintStep(const QRectF &box, const Status *status, bool isSelected)
{
    const qreal radius = qMin(box.height() / 6, 4.0);
    const bool isOutline = status && (*status == Status::Queued || *status == Status::Skipped);
    if (isOutline) {
        const bool isSkipped = *status == Status::Skipped;
        m_painter.setPen(cosmetic(m_colors.of(*status).solid, 1, isSkipped ? Qt::DashLine : Qt::SolidLine));
        m_painter.setBrush(m_colors.panel);
        m_painter.drawRoundedRect(box, radius, radius);
    } else {
        const QColor fill = status ? m_colors.of(*status).solid : m_colors.borderControl;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(isSelected && !status ? m_colors.accent.solid : fill);
        m_painter.drawRoundedRect(box, radius, radius);
        if (status && m_patterns && (*status == Status::Failed || *status == Status::Waiting)) {
            m_painter.setBrush(QBrush(mixed(fill, Qt::black, 0.28),
                                      *status == Status::Failed ? Qt::BDiagPattern : Qt::VerPattern));
            m_painter.drawRoundedRect(box, radius, radius);
        }
    }
    if (!isSelected)
        return;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(cosmetic(m_colors.accent.fg, 1.5));
    const qreal ring = box.height() / 5;
    m_painter.drawRoundedRect(box.adjusted(-ring, -ring, ring, ring), radius + ring, radius + ring);
}

QTransform fitted(const QRectF &from, const QRectF &into, qreal largest)
{
    if (from.isEmpty() || into.isEmpty())
        return {};
    const qreal scale = std::min({into.width() / from.width(), into.height() / from.height(), largest});
    const QPointF corner = into.center() - from.center() * scale;
    return QTransform(scale, 0, 0, scale, corner.x(), corner.y());
}

} // namespace batuta::views
