// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/held_strip.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace batuta::views {

HeldStrip::HeldStrip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    retranslate();
}

void HeldStrip::setHeld(int count, Reason reason)
{
    m_count = count;
    m_reason = reason;
    retranslate();
}

void HeldStrip::retranslate()
{
    setText(tr("%Ln newer run(s)", nullptr, m_count));
    switch (m_reason) {
    case Reason::Selected:
        m_why = tr("held while a row is selected");
        break;
    case Reason::Scrolled:
        m_why = tr("held while the list is scrolled");
        break;
    case Reason::Pointer:
        m_why = tr("held while the pointer moves over the list");
        break;
    case Reason::Sorted:
        m_why = tr("held while the list is sorted by duration");
        break;
    case Reason::Paused:
        m_why = tr("held while the list is paused");
        break;
    }
    setAccessibleName(text());
    setAccessibleDescription(m_why);
    update();
}

QSize HeldStrip::sizeHint() const
{
    return {100, themeOf(this).scaled(24)};
}

void HeldStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void HeldStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.accent.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.accent.softBorder);
    const QFont strong = theme.font(TextStyle::Strong), body = theme.font(TextStyle::Body),
                key = theme.font(TextStyle::Caption);
    const int gap = 8, icon = theme.scaled(12);
    const QString keyName = QStringLiteral("Home");
    const int textWidth = QFontMetrics(strong).horizontalAdvance(text());
    const int whyWidth = QFontMetrics(body).horizontalAdvance(m_why);
    const int keyWidth = QFontMetrics(key).horizontalAdvance(keyName) + 10;
    int x = (width() - icon - textWidth - whyWidth - keyWidth - 3 * gap) / 2;
    painter.drawPixmap(x, (height() - icon) / 2,
                       theme.pixmap("arrowu", icon, c.accent.fg, devicePixelRatioF()));
    x += icon + gap;
    painter.setFont(strong);
    painter.setPen(c.accent.fg);
    painter.drawText(QRect(x, 0, textWidth + 2, height()), Qt::AlignVCenter, text());
    x += textWidth + gap;
    painter.setFont(body);
    painter.setPen(c.textSecondary);
    painter.drawText(QRect(x, 0, whyWidth + 2, height()), Qt::AlignVCenter, m_why);
    x += whyWidth + gap;
    const QRect cap(x, (height() - theme.scaled(16)) / 2, keyWidth, theme.scaled(16));
    drawBox(painter, cap, 4, c.raised, c.borderStrong);
    painter.setFont(key);
    painter.drawText(cap, Qt::AlignCenter, keyName);
    if (hasFocus())
        drawFocusRing(painter, rect(), 0, c.focus, true);
}

} // namespace batuta::views
