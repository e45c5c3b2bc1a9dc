// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/item_chip.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace batuta::views {

ItemChip::ItemChip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(text);
}

QString ItemChip::shown() const
{
    constexpr qsizetype kMost = 32;
    return text().size() > kMost ? text().left(kMost - 1) + QChar(0x2026) : text();
}

QSize ItemChip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int text = QFontMetrics(theme.font(TextStyle::MonoSmall)).horizontalAdvance(shown());
    return {text + theme.scaled(28), theme.scaled(20)};
}

void ItemChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    drawBox(painter, rect(), 4, c.raised, c.borderStrong);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textPrimary);
    painter.drawText(rect().adjusted(7, 0, -theme.scaled(20), 0), Qt::AlignVCenter, shown());
    const int size = theme.scaled(10);
    painter.drawPixmap(width() - size - 6, (height() - size) / 2,
                       theme.pixmap("x", size, c.textSecondary, devicePixelRatioF()));
    if (hasFocus())
        drawFocusRing(painter, rect(), 4, c.focus, true);
}

void ItemChip::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return || key == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace batuta::views
