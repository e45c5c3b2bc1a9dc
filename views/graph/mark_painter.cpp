// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/mark_painter.h"

#include "views/theme/draw.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace batuta::views {

qreal markRoom(const Theme &theme)
{
    return theme.scaled(10);
}

void MarkPainter::paintIcon(QPointF middle, const QPixmap &picture) const
{
    const QSizeF size = picture.deviceIndependentSize();
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_painter.drawPixmap(middle - QPointF(size.width() / 2, size.height() / 2), picture);
}

void MarkPainter::paintCorners(const QRectF &box, const StepMarks &marks) const
{
    const Colors &c = m_theme.colors();
    const int size = m_theme.scaled(15);
    const QPointF corner = box.topRight() + QPointF(-3, 2);
    if (marks.errors > 0 || marks.warnings > 0) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(c.canvas); // a gap between the glyph and the border
        m_painter.drawEllipse(corner, size / 2.0 + 1.5, size / 2.0 + 1.5);
        paintIcon(corner, marks.errors > 0
                              ? m_theme.statusPixmap(Status::Failed, size, m_ratio)
                              : m_theme.pixmap("warnf", size, c.of(Status::Waiting).solid, m_ratio));
    }
    if (marks.hasBreakpoint) {
        const QPointF left = box.topLeft() + QPointF(3, 2);
        m_painter.setPen(QPen(c.canvas, 2));
        m_painter.setBrush(c.of(Status::Failed).solid);
        m_painter.drawEllipse(left, size / 2.0 - 1, size / 2.0 - 1);
    }
}

qreal MarkPainter::paintTag(QPointF left, const QString &icon, const QString &text, const Role &role) const
{
    const QFont font = m_theme.font(TextStyle::Micro);
    const qreal height = m_theme.scaled(15), inset = m_theme.scaled(5);
    const int picture = m_theme.scaled(11);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, m_theme.scaled(64));
    const qreal width = picture + 3 * inset - 2 + QFontMetricsF(font).horizontalAdvance(shown);
    const QRectF tag(left.x(), left.y() - height / 2, width, height);
    drawBox(m_painter, tag, 4, role.solid, m_theme.colors().canvas);
    paintIcon({tag.left() + inset + picture / 2.0, tag.center().y()},
              m_theme.pixmap(icon, picture, role.onSolid, m_ratio));
    m_painter.setFont(font);
    m_painter.setPen(role.onSolid);
    m_painter.drawText(tag.adjusted(2 * inset + picture - 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       shown);
    return width;
}

void MarkPainter::paintFoot(const QRectF &box, const StepMarks &marks) const
{
    const Colors &c = m_theme.colors();
    // Mostly inside: a condition stands close above the next step.
    QPointF left = box.bottomLeft() + QPointF(m_theme.scaled(8), -m_theme.scaled(3));
    if (!marks.fault.isEmpty())
        left.rx() += paintTag(left, "bolt", marks.fault, c.of(Status::Waiting)) + m_theme.scaled(4);
    if (marks.isPinned)
        paintTag(left, "pin", QCoreApplication::translate("batuta::views::StepItem", "Pinned"), c.accent);
}

qreal MarkPainter::paintFigure(QPointF right, const StepMarks &marks) const
{
    const QFont font = m_theme.font(TextStyle::MonoSmall);
    const Colors &c = m_theme.colors();
    m_painter.setFont(font);
    m_painter.setPen(marks.isFigureHigh ? c.of(Status::Waiting).fg : c.textPrimary);
    const QRectF room(right.x() - 200, right.y() - 20, 200, 40);
    QRectF drawn;
    m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, marks.figure, &drawn);
    return drawn.width();
}

void MarkPainter::paintEdited(QPointF middle) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.colors().accent.fg);
    m_painter.drawEllipse(middle, 2.5, 2.5);
}

} // namespace batuta::views
