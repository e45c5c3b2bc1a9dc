// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/tokens.h"

#include <QGraphicsView>
#include <QPixmap>

namespace batuta::views {

/// Distance of the dots on the ground of the canvas, and of the places that steps snap to.
constexpr int kGrid = 16;

/// The canvas below a graph: dots that keep their distance in the scene, on a picture that is made once for
/// each zoom.
class DottedGround
{
public:
    /// Theme, zoom or screen have changed.
    void forget() { m_dots = {}; }
    void paint(QPainter &painter, const QGraphicsView &view, const Colors &colors);

private:
    QPixmap m_dots;
};

} // namespace batuta::views
