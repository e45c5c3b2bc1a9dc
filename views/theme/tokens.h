// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QColor>
#include <QString>

#include <array>

namespace batuta::views {

/// A colour in its five uses: text and glyph, fill, text on the fill, tint, and border of the tint.
struct Role
{
    QColor fg, solid, onSolid, soft, softBorder;
};

/// The colours of one theme, as tokens.json names them.
struct Colors
{
    QColor canvas, panel, raised, active;
    QColor borderSubtle, borderStrong, borderControl;
    QColor textPrimary, textSecondary, textTertiary, textDisabled, textInverse;
    Role accent;
    QColor selection, focus, critical, scrim;
    std::array<Role, kStatusCount> status;
    std::array<Role, 3> environment;
    std::array<QColor, 6> series;
    std::array<QColor, 7> heat;
    struct Code
    {
        QColor key, string, number, keyword, comment, punct, variable, addBg, delBg;
    } code;

    const Role &of(Status state) const { return status[static_cast<std::size_t>(state)]; }
    const Role &of(EnvironmentKind kind) const { return environment[static_cast<std::size_t>(kind)]; }
};

enum class TextStyle {
    Micro,
    Caption,
    Small,
    Body,
    Text,
    Strong,
    Title,
    Metric,
    Display,
    Mono,
    MonoSmall,
    Code
};
constexpr int kTextStyleCount = 12;

struct TextMetrics
{
    qreal size = 0; ///< pixels at text scale 1
    int line = 0;   ///< pixels at text scale 1
    int weight = 400;
    bool isMono = false;
};

/// Everything that the theme reads from tokens.json. Made once; a broken resource is a broken build, so
/// reading it ends the program.
struct Tokens
{
    Colors light, dark;
    std::array<TextMetrics, kTextStyleCount> text;
};

Tokens readTokens();
/// SVG elements of a line icon (`play`) or a status glyph (`status.failed`); empty for an unknown name.
QString iconMarkup(const QString &name);

} // namespace batuta::views
