// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/theme.h"

#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>
#include <QWidget>

#include <utility>

namespace batuta::views {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_tokens(readTokens())
{
    loadFonts();
}

Theme::~Theme() = default;

void Theme::install()
{
    m_systemPalette = QApplication::palette();
    m_installed = true;
    QApplication::setStyle(new BatutaStyle(*this)); // the application owns it
    followSystem();
    announce();
    qApp->installEventFilter(this);
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    followSystem();
    announce();
}

void Theme::setTextScale(qreal scale)
{
    const qreal bounded = qBound(0.9, scale, 1.3);
    if (qFuzzyCompare(bounded, m_scale))
        return;
    m_scale = bounded;
    announce();
}

void Theme::setRowHeight(int height)
{
    const int wanted = height >= 32 ? 32 : 26;
    if (wanted != std::exchange(m_rowHeight, wanted))
        announce();
}

void Theme::setReducedMotion(bool reduced)
{
    if (reduced != std::exchange(m_reducedMotion, reduced))
        announce();
}

void Theme::setPatterns(bool shown)
{
    if (shown != std::exchange(m_patterns, shown))
        announce();
}

QFont Theme::font(TextStyle style) const
{
    const TextMetrics &metrics = m_tokens.text[static_cast<std::size_t>(style)];
    return makeFont(metrics, m_scale);
}

int Theme::lineHeight(TextStyle style) const
{
    return scaled(m_tokens.text[static_cast<std::size_t>(style)].line);
}

QPalette Theme::palette() const
{
    const Colors &c = colors();
    QPalette p;
    p.setColor(QPalette::Window, c.panel);
    p.setColor(QPalette::WindowText, c.textPrimary);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::Text, c.textPrimary);
    p.setColor(QPalette::PlaceholderText, c.textTertiary);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ButtonText, c.textPrimary);
    p.setColor(QPalette::BrightText, c.of(Status::Failed).fg);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.textPrimary);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.textPrimary);
    p.setColor(QPalette::Link, c.accent.fg);
    p.setColor(QPalette::LinkVisited, c.accent.fg);
    p.setColor(QPalette::Light, c.raised);
    p.setColor(QPalette::Midlight, c.active);
    p.setColor(QPalette::Mid, c.borderSubtle);
    p.setColor(QPalette::Dark, c.borderStrong);
    p.setColor(QPalette::Shadow, c.borderStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.textDisabled);
    return p;
}

QIcon Theme::icon(const QString &name) const
{
    return QIcon(new IconEngine(*this, name)); // the icon owns its engine
}

QPixmap Theme::pixmap(const QString &name, int size, const QColor &color, qreal ratio) const
{
    return renderIcon({name, size, ratio, color, color, color}, colors());
}

QPixmap Theme::statusPixmap(Status status, int size, qreal ratio) const
{
    const Role &role = colors().of(status);
    return renderIcon({statusIconName(status), size, ratio, role.fg, role.solid, role.onSolid}, colors());
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange && m_mode == ThemeMode::System) {
        m_systemPalette = QApplication::style()->standardPalette();
        followSystem();
        announce();
    }
    return QObject::eventFilter(watched, event);
}

// Qt 6.4 does not say whether the system is dark: the lightness of its palette does.
void Theme::followSystem()
{
    const bool systemDark = m_systemPalette.color(QPalette::Window).lightness() < 128;
    m_dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && systemDark);
}

void Theme::announce()
{
    if (!m_installed)
        return;
    QApplication::setFont(font(TextStyle::Body));
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    emit changed();
}

const Theme &themeOf(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const auto *ours = qobject_cast<const BatutaStyle *>(style);
    if (!ours)
        ours = qobject_cast<const BatutaStyle *>(QApplication::style());
    Q_ASSERT_X(ours, "themeOf", "Theme::install() comes first");
    return ours->theme();
}

} // namespace batuta::views
