// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/label.h"

#include <QPainter>

namespace batuta::views {

Label::Label(TextStyle style, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_style(style)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    connect(&themeOf(this), &Theme::changed, this, &Label::dress);
    dress();
}

Label::Label(const QString &text, TextStyle style, Ink ink, QWidget *parent)
    : Label(style, ink, parent)
{
    setText(text);
}

void Label::setInk(Ink ink)
{
    m_ink = ink;
    m_status.reset();
    dress();
}

void Label::setStatus(Status status)
{
    m_status = status;
    dress();
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    setSizePolicy(QSizePolicy::Expanding, sizePolicy().verticalPolicy());
    update();
}

QSize Label::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return m_elide == Qt::ElideNone ? whole : QSize(fontMetrics().averageCharWidth() * 3, whole.height());
}

void Label::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), m_elide, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

void Label::dress()
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    setFont(theme.font(m_style));
    QColor ink = c.textPrimary;
    switch (m_ink) {
    case Ink::Primary:
        break;
    case Ink::Secondary:
        ink = c.textSecondary;
        break;
    case Ink::Tertiary:
        ink = c.textTertiary;
        break;
    case Ink::Accent:
        ink = c.accent.fg;
        break;
    case Ink::Critical:
        ink = c.critical;
        break;
    }
    if (m_status)
        ink = c.of(*m_status).fg;
    QPalette own = palette();
    own.setColor(foregroundRole(), ink);
    setPalette(own);
}

} // namespace batuta::views
