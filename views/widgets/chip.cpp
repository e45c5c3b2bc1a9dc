// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/chip.h"

#include "views/theme/draw.h"
#include "views/widgets/words.h"

#include <QPainter>

namespace batuta::views {
namespace {

/// `Ctrl+K` as two caps; the plus key is a cap of its own.
QStringList capsOf(const QString &keys)
{
    QStringList caps = keys.split('+', Qt::SkipEmptyParts);
    if (keys.endsWith('+'))
        caps << "+";
    return caps;
}

void prepare(QWidget *widget)
{
    widget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QObject::connect(&themeOf(widget), &Theme::changed, widget, [widget] { widget->updateGeometry(); });
}

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    prepare(this);
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setStatus(Status status)
{
    m_kind = Kind::State;
    m_status = status;
    updateGeometry();
    update();
}

void Chip::setEnvironment(EnvironmentKind kind)
{
    m_kind = Kind::Environment;
    m_environment = kind;
    updateGeometry();
    update();
}

void Chip::setAccent()
{
    m_kind = Kind::Accent;
    update();
}

void Chip::setMono(bool mono)
{
    m_mono = mono;
    updateGeometry();
}

QFont Chip::textFont() const
{
    QFont font = themeOf(this).font(m_mono ? TextStyle::MonoSmall : TextStyle::Caption);
    font.setWeight(QFont::Medium);
    return font;
}

QSize Chip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int glyph = m_kind == Kind::State || m_kind == Kind::Environment ? theme.scaled(13) + 5 : 0;
    return {QFontMetrics(textFont()).horizontalAdvance(m_text) + glyph + 14, theme.scaled(20)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const Role neutral{c.textSecondary, c.raised, c.textPrimary, c.raised, c.borderStrong};
    const Role &role = m_kind == Kind::State         ? c.of(m_status)
                       : m_kind == Kind::Environment ? c.of(m_environment)
                       : m_kind == Kind::Accent      ? c.accent
                                                     : neutral;
    drawBox(painter, rect(), 4, role.soft, role.softBorder);
    int x = 7;
    const int glyph = theme.scaled(13);
    const QRect at(x, (height() - glyph) / 2, glyph, glyph);
    if (m_kind == Kind::State)
        painter.drawPixmap(at.topLeft(), theme.statusPixmap(m_status, glyph, devicePixelRatioF()));
    else if (m_kind == Kind::Environment)
        drawEnvironmentShape(painter, at, m_environment, role.fg);
    if (m_kind == Kind::State || m_kind == Kind::Environment)
        x += glyph + 5;
    painter.setFont(textFont());
    painter.setPen(role.fg);
    painter.drawText(rect().adjusted(x, 0, -4, 0), Qt::AlignVCenter, m_text);
}

StatusGlyph::StatusGlyph(Status status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    prepare(this);
    setStatus(status);
}

void StatusGlyph::setStatus(Status status)
{
    m_status = status;
    setAccessibleName(statusWord(status));
    update();
}

QSize StatusGlyph::sizeHint() const
{
    const int side = themeOf(this).scaled(13);
    return {side, side};
}

void StatusGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.drawPixmap(0, 0, theme.statusPixmap(m_status, theme.scaled(13), devicePixelRatioF()));
}

KeyHint::KeyHint(const QString &keys, QWidget *parent)
    : QWidget(parent)
    , m_caps(capsOf(keys))
{
    prepare(this);
    setAccessibleName(keys);
}

QSize KeyHint::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics metrics(theme.font(TextStyle::Caption));
    int width = 0;
    for (const QString &cap : m_caps)
        width += qMax(theme.scaled(18), metrics.horizontalAdvance(cap) + 10) + 4;
    return {qMax(0, width - 4), theme.scaled(18)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.setFont(theme.font(TextStyle::Caption));
    int x = 0;
    for (const QString &cap : m_caps) {
        const int width = qMax(theme.scaled(18), painter.fontMetrics().horizontalAdvance(cap) + 10);
        const QRect box(x, 0, width, height());
        drawBox(painter, box, 4, c.raised, c.borderStrong);
        painter.setPen(c.textSecondary);
        painter.drawText(box, Qt::AlignCenter, cap);
        x += width + 4;
    }
}

} // namespace batuta::views
