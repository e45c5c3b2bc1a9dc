// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/choice_card.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kCardHeight = 56, kCardWidth = 180, kCardInset = 14, kDot = 14;

} // namespace

ChoiceCard::ChoiceCard(const QString &title, const QString &detail, QWidget *parent)
    : QRadioButton(title, parent)
    , m_detail(detail)
{
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize ChoiceCard::sizeHint() const
{
    return {themeOf(this).scaled(kCardWidth), themeOf(this).scaled(kCardHeight)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {themeOf(this).scaled(kCardWidth * 2 / 3), themeOf(this).scaled(kCardHeight)};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    drawBox(painter, rect(), 6, isChecked() ? c.accent.soft : c.panel,
            isChecked() ? c.accent.solid : c.borderControl);
    if (isChecked())
        drawBox(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 5, {}, c.accent.solid);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), 4, c.focus, true);
    const int inset = theme.scaled(kCardInset), dot = theme.scaled(kDot), half = height() / 2;
    const QRectF circle(inset, half - dot - 1, dot, dot);
    painter.setPen(QPen(isChecked() ? c.accent.solid : c.borderControl, 1.2));
    painter.setBrush(isChecked() ? c.accent.solid : c.panel);
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent.onSolid);
        painter.drawEllipse(circle.center(), dot / 5.0, dot / 5.0);
    }
    const QRect room = rect().adjusted(inset + dot + 8, 8, -inset, -8);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(isEnabled() ? c.textPrimary : c.textDisabled);
    painter.drawText(QRect(room.left(), room.top(), room.width(), room.height() / 2), Qt::AlignVCenter,
                     text());
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(isEnabled() ? c.textSecondary : c.textDisabled);
    const QRect below(room.left(), room.top() + room.height() / 2, room.width(), room.height() / 2);
    painter.drawText(below, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, below.width()));
}

} // namespace batuta::views
