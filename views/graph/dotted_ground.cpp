// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/dotted_ground.h"

#include "views/theme/draw.h"

namespace batuta::views {

void DottedGround::paint(QPainter &painter, const QGraphicsView &view, const Colors &colors)
{
    const qreal ratio = view.devicePixelRatioF();
    if (m_dots.isNull() || !qFuzzyCompare(m_dots.devicePixelRatio(), ratio)) {
        int grid = qMax(1, qRound(kGrid * view.transform().m11()));
        while (grid < 12)
            grid *= 2;
        m_dots = QPixmap(QSize(grid, grid) * ratio);
        m_dots.setDevicePixelRatio(ratio);
        m_dots.fill(colors.canvas);
        QPainter dot(&m_dots);
        dot.fillRect(QRectF(grid / 2, grid / 2, 1, 1), mixed(colors.canvas, colors.borderStrong, 0.8));
    }
    painter.save();
    painter.resetTransform();
    painter.drawTiledPixmap(view.viewport()->rect(), m_dots, -view.mapFromScene(QPointF(0, 0)));
    painter.restore();
}

} // namespace batuta::views
