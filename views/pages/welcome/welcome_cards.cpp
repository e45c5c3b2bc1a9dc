// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/welcome/welcome_cards.h"

#include "views/theme/draw.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace batuta::views {
void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, rect(), 8, c.panel, c.borderSubtle);
}

Hairline::Hairline(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect().adjusted(1, 0, -1, 0), themeOf(this).colors().borderSubtle);
}

StepMark::StepMark(int number, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StepMark::setStatus(Status status)
{
    m_status = status;
    update();
}

QSize StepMark::sizeHint() const
{
    const int side = themeOf(this).scaled(24);
    return {side, side};
}

void StepMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const bool known = m_status == Status::Success || m_status == Status::Failed;
    const Role &role = c.of(m_status);
    drawBox(painter, rect(), width() / 2.0, known ? role.soft : c.panel,
            known ? role.softBorder : c.borderControl);
    if (m_status == Status::Success)
        return drawTick(painter, QRectF(rect()).adjusted(5, 5, -5, -5), role.fg);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(known ? role.fg : c.textSecondary);
    painter.drawText(rect(), Qt::AlignCenter, m_status == Status::Failed ? "!" : QString::number(m_number));
}

Emblem::Emblem(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Emblem::sizeHint() const
{
    const int side = themeOf(this).scaled(56);
    return {side, side};
}

void Emblem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, rect(), 10, c.panel, c.borderStrong);
    drawBaton(painter, QRectF(rect()).adjusted(11, 11, -11, -11), c);
}

FlowDrawing::FlowDrawing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(0);
}

QSize FlowDrawing::sizeHint() const
{
    return {470, 90};
}

void FlowDrawing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (width() < sizeHint().width())
        return; // half a drawing is worse than none
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = themeOf(this).colors();
    const QPointF nodes[] = {{4, 34}, {120, 10}, {120, 60}, {236, 10}, {236, 34}, {236, 70}, {396, 34}};
    const std::pair<int, int> edges[] = {{0, 1}, {0, 2}, {1, 3}, {2, 4}, {2, 5}, {3, 6}, {4, 6}, {5, 6}};
    painter.setPen(QPen(c.borderStrong, 1.4));
    for (const auto &[from, to] : edges) {
        const QPointF a = nodes[from] + QPointF(70, 9), b = nodes[to] + QPointF(0, 9);
        QPainterPath path(a);
        const qreal bend = (b.x() - a.x()) / 2;
        path.cubicTo(a + QPointF(bend, 0), b - QPointF(bend, 0), b);
        painter.drawPath(path);
    }
    for (const QPointF &node : nodes) {
        drawBox(painter, QRectF(node, QSizeF(70, 18)), 4, c.panel, c.borderStrong);
        painter.setPen(QPen(c.borderControl, 1.2));
        painter.setBrush(c.panel);
        painter.drawEllipse(node + QPointF(0, 9), 2.8, 2.8);
        painter.drawEllipse(node + QPointF(70, 9), 2.8, 2.8);
    }
}

SampleRow::SampleRow(const QString &title, const QString &detail, const QString &figure, QWidget *parent)
    : QAbstractButton(parent)
    , m_detail(detail)
    , m_figure(figure)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SampleRow::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.scaled(280), theme.scaled(48)};
}

void SampleRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    if (underMouse() || isDown())
        painter.fillRect(rect().adjusted(1, 0, -1, 0), c.raised);
    painter.fillRect(QRect(1, 0, width() - 2, 1), c.borderSubtle);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect().adjusted(3, 3, -3, -3), 4, c.focus, true);
    const int side = theme.scaled(28), size = theme.scaled(16);
    const QRect box(16, (height() - side) / 2, side, side);
    drawBox(painter, box, 6, c.accent.soft, c.accent.softBorder);
    painter.drawPixmap(box.center() - QPoint(size / 2, size / 2),
                       theme.pixmap("flows", size, c.accent.fg, devicePixelRatioF()));
    painter.setFont(theme.font(TextStyle::MonoSmall));
    const int figure = painter.fontMetrics().horizontalAdvance(m_figure);
    painter.setPen(c.textSecondary);
    painter.drawText(QRect(width() - figure - 16, 5, figure, height() / 2), Qt::AlignVCenter, m_figure);
    QFont font = theme.font(TextStyle::Body);
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    painter.setPen(c.textPrimary);
    const int x = box.right() + 14, wide = width() - x - figure - 28;
    painter.drawText(QRect(x, 5, wide, height() / 2), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, wide));
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    painter.drawText(QRect(x, height() / 2 - 1, width() - x - 16, height() / 2 - 4), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, width() - x - 16));
}

void SampleRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace batuta::views
