// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/panel_tip.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kInset = 10;
constexpr int kMostName = 220;

} // namespace

PanelTip::PanelTip(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

QSize PanelTip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics name(theme.font(TextStyle::Small)), mono(theme.font(TextStyle::MonoSmall));
    int wide = std::max(mono.horizontalAdvance(m_title), name.horizontalAdvance(m_hint));
    for (const Row &row : m_rows)
        wide = std::max(wide, 16 + std::min(theme.scaled(kMostName), name.horizontalAdvance(row.name)) + 24 +
                                  mono.horizontalAdvance(row.value));
    const int lines = static_cast<int>(m_rows.size()) + 1 + (m_hint.isEmpty() ? 0 : 1);
    return {wide + 2 * kInset, lines * theme.scaled(18) + 2 * kInset - 4};
}

void PanelTip::show(const QString &title, const QList<Row> &rows, const QString &hint, const QPoint &beside)
{
    m_title = title;
    m_rows = rows;
    m_hint = hint;
    const QSize size = sizeHint();
    constexpr int kAway = 14;
    const QRect room = parentWidget()->rect();
    int x = beside.x() - kAway - size.width();
    if (x < 4)
        x = beside.x() + kAway;
    x = std::clamp(x, 4, std::max(4, room.width() - size.width() - 4));
    const int y =
        std::clamp(beside.y() - size.height() / 2, 4, std::max(4, room.height() - size.height() - 4));
    setGeometry(QRect(QPoint(x, y), size));
    QWidget::show();
    raise();
    update();
}

void PanelTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    drawBox(painter, rect(), 6, c.raised, c.borderStrong);
    const int tall = theme.scaled(18);
    QRect row(kInset, kInset - 2, width() - 2 * kInset, tall);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textSecondary);
    painter.drawText(row, Qt::AlignVCenter, m_title);
    for (const Row &own : m_rows) {
        row.translate(0, tall);
        painter.setPen(Qt::NoPen);
        if (own.color.isValid()) {
            painter.setBrush(own.color);
            painter.drawEllipse(QPointF(row.x() + 4, row.center().y() + 0.5), 3.5, 3.5);
        }
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(c.textPrimary);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, own.value);
        const int value = painter.fontMetrics().horizontalAdvance(own.value);
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(c.textSecondary);
        const QRect name = row.adjusted(16, 0, -value - 12, 0);
        painter.drawText(name, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(own.name, Qt::ElideMiddle, name.width()));
    }
    if (m_hint.isEmpty())
        return;
    row.translate(0, tall);
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.accent.fg);
    painter.drawText(row, Qt::AlignVCenter, m_hint);
}

} // namespace batuta::views
