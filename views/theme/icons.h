// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/tokens.h"

#include <QIconEngine>
#include <QPixmap>

namespace batuta::views {

class Theme;

/// One picture of an icon: which, how large (logical pixels), and in which colours.
struct IconRequest
{
    QString name;
    int size = 16;
    qreal ratio = 1;
    QColor fg, solid, onSolid;
};

/// Draws it, or takes it from the cache of pictures. A transparent picture for an unknown name.
QPixmap renderIcon(const IconRequest &request, const Colors &colors);
QString statusIconName(Status status);

/// A line icon in the colours that the theme has when it is painted.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(const Theme &theme, QString name);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

private:
    QPixmap draw(int size, QIcon::Mode mode, qreal ratio) const;

    const Theme &m_theme;
    QString m_name;
};

} // namespace batuta::views
