// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/thin_lines.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace batuta::views {

void ThinLines::add(const QLineF &line, const QTransform &toScreen)
{
    const auto pixel = [](qreal place) { return static_cast<int>(std::floor(place)); };
    const QLineF seen = toScreen.map(line);
    const auto [left, right] = std::minmax({pixel(seen.x1()), pixel(seen.x2())});
    const auto [top, bottom] = std::minmax({pixel(seen.y1()), pixel(seen.y2())});
    if (bottom - top <= right - left)
        m_level.push_back({top, left, right});
    else
        m_upright.push_back({left, top, bottom});
}

void ThinLines::merge(Pieces &pieces)
{
    std::sort(pieces.begin(), pieces.end(),
              [](const Piece &a, const Piece &b) { return std::tie(a.at, a.from) < std::tie(b.at, b.from); });
    std::size_t last = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i)
        if (pieces[i].at == pieces[last].at && pieces[i].from <= pieces[last].to + 1)
            pieces[last].to = std::max(pieces[last].to, pieces[i].to);
        else
            pieces[++last] = pieces[i];
    pieces.resize(std::min(pieces.size(), last + 1));
}

void ThinLines::paint(QPainter &painter, const QColor &color, const QRect &visible)
{
    merge(m_level);
    merge(m_upright);
    QList<QRect> rects;
    const auto add = [&](const QRect &rect) {
        if (const QRect shown = rect & visible; !shown.isEmpty())
            rects.append(shown);
    };
    for (const Piece &piece : m_level)
        add({piece.from, piece.at, piece.to - piece.from + 1, 1});
    for (const Piece &piece : m_upright)
        add({piece.at, piece.from, 1, piece.to - piece.from + 1});
    painter.save();
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(rects);
    painter.restore();
}

} // namespace batuta::views
