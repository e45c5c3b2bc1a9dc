// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/environment_tag.h"

#include "views/shell/environment_menu.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QKeyEvent>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kInset = 11;

} // namespace

EnvironmentTag::EnvironmentTag(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
    setName(name);
}

void EnvironmentTag::setName(const QString &name)
{
    m_name = name;
    m_kind = environmentKind(name.toStdString());
    tell();
}

void EnvironmentTag::setUnlocked(int seconds)
{
    const QString left = seconds > 0 ? countdownWord(seconds) : QString();
    if (left == m_left)
        return;
    m_left = left;
    tell();
}

void EnvironmentTag::tell()
{
    setText(environmentWord(m_name.toStdString()));
    const QString word = tr("Environment %1").arg(m_name);
    setAccessibleName(!isProduction()    ? word
                      : m_left.isEmpty() ? tr("%1, locked").arg(word)
                                         : tr("%1, unlocked").arg(word));
    updateGeometry();
    update();
}

QFont EnvironmentTag::textFont() const
{
    return themeOf(this).font(TextStyle::Strong);
}

int EnvironmentTag::stateWidth() const
{
    if (!isProduction())
        return 0;
    return 6 + (m_left.isEmpty() ? themeOf(this).scaled(14)
                                 : QFontMetrics(textFont()).horizontalAdvance(QStringLiteral("00:00")));
}

QSize EnvironmentTag::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {QFontMetrics(textFont()).horizontalAdvance(text()) + theme.scaled(11) + 7 + 2 * kInset +
                stateWidth() + 6 + theme.scaled(12),
            theme.scaled(28)};
}

void EnvironmentTag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().of(m_kind);
    const qreal ratio = devicePixelRatioF();
    const bool isLit = underMouse() || isDown();
    drawBox(painter, rect(), 5, isProduction() ? role.solid : role.soft,
            isProduction() ? role.solid
            : isLit        ? role.fg
                           : role.softBorder);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), 5, theme.colors().focus, true);
    const QColor ink = isProduction() ? role.onSolid : role.fg;
    const int glyph = theme.scaled(11), lock = theme.scaled(14), arrow = theme.scaled(12);
    drawEnvironmentShape(painter, QRectF(kInset, (height() - glyph) / 2.0, glyph, glyph), m_kind, ink);
    painter.setFont(textFont());
    painter.setPen(ink);
    int x = kInset + glyph + 7;
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, text());
    x += painter.fontMetrics().horizontalAdvance(text()) + 6;
    if (isProduction() && m_left.isEmpty())
        painter.drawPixmap(x, (height() - lock) / 2, theme.pixmap("lock", lock, ink, ratio));
    else if (isProduction())
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, m_left);
    drawChevron(painter, QRectF(width() - arrow - kInset + 2, 0, arrow, height()), ink, Qt::DownArrow);
}

void EnvironmentTag::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void EnvironmentTag::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QAbstractButton::changeEvent(event);
}

} // namespace batuta::views
