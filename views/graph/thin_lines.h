// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QLineF>
#include <QTransform>

#include <vector>

class QPainter;

namespace batuta::views {

/// Upright and level lines of one pixel in one colour, of which thousands lie over each other from afar: what
/// several cover is painted once. A value, for one frame.
class ThinLines
{
public:
    /// In the scene; `toScreen` maps it.
    void add(const QLineF &line, const QTransform &toScreen);
    bool isEmpty() const { return m_level.empty() && m_upright.empty(); }
    /// Only what is in `visible`, of the screen.
    void paint(QPainter &painter, const QColor &color, const QRect &visible);

private:
    /// From and to on the line at this height, or beside the left side.
    struct Piece
    {
        int at, from, to;
    };
    using Pieces = std::vector<Piece>;
    static void merge(Pieces &pieces);

    Pieces m_level, m_upright;
};

} // namespace batuta::views
