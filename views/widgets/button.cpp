// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/button.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/command_registry.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kInset = 11;
constexpr int kGap = 7;

struct Looks
{
    QColor fill, border, text;
};

Looks looksOf(Button::Variant variant, const Colors &c)
{
    const Role &failed = c.of(Status::Failed), &production = c.of(EnvironmentKind::Production);
    switch (variant) {
    case Button::Variant::Primary:
        return {c.accent.solid, c.accent.solid, c.accent.onSolid};
    case Button::Variant::Danger:
        return {failed.soft, failed.softBorder, failed.fg};
    case Button::Variant::Production:
        return {production.solid, production.solid, production.onSolid};
    case Button::Variant::Ghost:
        return {QColor(), QColor(), c.textSecondary};
    case Button::Variant::Normal:
        break;
    }
    return {c.raised, c.borderStrong, c.textPrimary};
}

} // namespace

Button::Button(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

Button::Button(const QString &text, const QString &icon, Variant variant, QWidget *parent)
    : Button(parent)
{
    m_iconName = icon;
    m_variant = variant;
    setText(text);
    setAccessibleName(text);
}

Button::Button(QAction *action, Variant variant, QWidget *parent)
    : Button(parent)
{
    m_variant = variant;
    if (!action)
        return;
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { follow(action); });
    connect(action, &QObject::destroyed, this, [this] { setEnabled(false); });
    follow(action);
}

void Button::follow(QAction *action)
{
    setText(action->text());
    setAccessibleName(action->text());
    setEnabled(action->isEnabled());
    m_iconName = action->property("iconName").toString();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString reason = CommandRegistry::whyNot(action);
    setToolTip(!reason.isEmpty() ? reason : keys.isEmpty() ? action->text() : action->text() + "  " + keys);
    setAccessibleDescription(reason);
    updateGeometry();
    update();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    update();
}

void Button::setVariant(Variant variant)
{
    m_variant = variant;
    update();
}

void Button::setKeyHint(const QString &keys)
{
    m_keyHint = keys;
    updateGeometry();
}

void Button::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    if (iconOnly && toolTip().isEmpty())
        setToolTip(text());
    updateGeometry();
}

void Button::setSmall(bool isSmall)
{
    m_small = isSmall;
    updateGeometry();
}

void Button::setHasMenu(bool hasMenu)
{
    m_hasMenu = hasMenu;
    updateGeometry();
}

int Button::height28() const
{
    return themeOf(this).scaled(m_small ? 24 : 28);
}

QSize Button::sizeHint() const
{
    const Theme &theme = themeOf(this);
    if (m_iconOnly)
        return {height28() + (m_hasMenu ? 14 : 0), height28()};
    int width = 2 * (m_small ? 9 : kInset);
    if (!m_iconName.isEmpty())
        width += theme.scaled(14) + (text().isEmpty() ? 0 : kGap);
    QFont font = theme.font(TextStyle::Small);
    font.setWeight(QFont::Medium);
    width += QFontMetrics(font).horizontalAdvance(text());
    if (!m_keyHint.isEmpty())
        width += kGap + QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(m_keyHint);
    if (m_hasMenu)
        width += 18;
    return {width, height28()};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    Looks looks = looksOf(m_variant, c);
    const bool hovered = underMouse() && isEnabled();
    if (!isEnabled()) {
        looks = {m_variant == Variant::Ghost ? QColor() : c.raised,
                 m_variant == Variant::Ghost ? QColor() : c.borderSubtle, c.textDisabled};
    } else if (isDown() || isChecked() || hovered) {
        const QColor base = looks.fill.isValid() ? looks.fill : c.panel;
        const bool solid = m_variant == Variant::Primary || m_variant == Variant::Production;
        looks.fill = mixed(base, solid ? Qt::black : c.active,
                           solid                  ? 0.12
                           : hovered && !isDown() ? 0.6
                                                  : 1.0);
    }
    drawBox(painter, rect(), 5, looks.fill, looks.border);
    if (hasFocus() &&
        (property("keyboardFocus").toBool() || window()->testAttribute(Qt::WA_KeyboardFocusChange)))
        drawFocusRing(painter, rect(), 5, c.focus, true);

    const int iconSize = theme.scaled(14);
    int x = m_iconOnly ? (width() - iconSize - (m_hasMenu ? 12 : 0)) / 2 : m_small ? 9 : kInset;
    if (!m_iconName.isEmpty()) {
        painter.drawPixmap(x, (height() - iconSize) / 2,
                           theme.pixmap(m_iconName, iconSize, looks.text, devicePixelRatioF()));
        x += iconSize + kGap;
    }
    QFont font = theme.font(TextStyle::Small);
    font.setWeight(QFont::Medium);
    if (!m_iconOnly) {
        painter.setFont(font);
        painter.setPen(looks.text);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        x += QFontMetrics(font).horizontalAdvance(text()) + kGap;
    }
    if (!m_keyHint.isEmpty() && !m_iconOnly) {
        const bool solid = m_variant == Variant::Primary || m_variant == Variant::Production;
        painter.setFont(theme.font(TextStyle::Caption));
        painter.setPen(!isEnabled() ? c.textDisabled : solid ? looks.text : c.textTertiary);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, m_keyHint);
    }
    if (m_hasMenu)
        drawChevron(painter, QRectF(width() - 20, 0, 12, height()), looks.text, Qt::DownArrow);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void Button::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Button::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace batuta::views
