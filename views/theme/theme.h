// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QWidget;

namespace batuta::views {

enum class ThemeMode { System, Light, Dark };

/// The look of the program: colours, fonts and sizes from tokens.json, for the scheme and text scale that are
/// set. One per program, on the window's thread; it becomes visible by install(). Widgets find it by
/// themeOf(this), and repaint or set their fonts again on changed().
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Gives the application this theme's style, palette and font, now and after each change.
    void install();

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    /// 0.9, 1, 1.15 or 1.3.
    void setTextScale(qreal scale);
    qreal textScale() const { return m_scale; }
    /// Row height of tables and lists: 26 (compact) or 32 at text scale 1.
    void setRowHeight(int height);
    /// Durations become 0, spinners stand still.
    void setReducedMotion(bool reduced);
    bool reducedMotion() const { return m_reducedMotion; }
    /// Patterns on the bars of a state besides their colour.
    void setPatterns(bool shown);
    bool patterns() const { return m_patterns; }

    const Colors &colors() const { return m_dark ? m_tokens.dark : m_tokens.light; }
    QFont font(TextStyle style) const;
    /// Height of a line of `style`, pixels.
    int lineHeight(TextStyle style) const;
    /// A length of tokens.json (26, 44 …) at the current text scale.
    int scaled(int pixels) const { return qRound(pixels * m_scale); }
    int rowHeight() const { return scaled(m_rowHeight); }

    QPalette palette() const;
    /// A line icon by its name in tokens.json; follows the theme, and the state of its button.
    QIcon icon(const QString &name) const;
    /// The same in one colour, as a picture of `size` logical pixels.
    QPixmap pixmap(const QString &name, int size, const QColor &color, qreal ratio) const;
    QPixmap statusPixmap(Status status, int size, qreal ratio) const;

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followSystem();
    void announce();

    Tokens m_tokens;
    QPalette m_systemPalette;
    ThemeMode m_mode = ThemeMode::System;
    qreal m_scale = 1;
    int m_rowHeight = 26;
    bool m_dark = false;
    bool m_reducedMotion = false;
    bool m_patterns = true;
    bool m_installed = false;
};

/// The theme that paints `widget`: that of the application's style. It must have been installed.
const Theme &themeOf(const QWidget *widget);

} // namespace batuta::views
