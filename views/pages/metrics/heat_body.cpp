// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/heat_body.h"

#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace batuta::views {

QRect HeatBody::plot() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics words(theme.font(TextStyle::Small));
    int widest = theme.scaled(60);
    for (const PanelLine &line : data().lines)
        widest = std::max(widest, words.horizontalAdvance(line.name));
    const int left = 14 + std::min(widest, width() / 3) + 10;
    return {left, 4, std::max(1, width() - left - 14), std::max(1, height() - 4 - timesHeight())};
}

double HeatBody::rowHeight() const
{
    const double most = themeOf(this).scaled(26);
    return data().lines.empty() ? most
                                : std::min(most, plot().height() / static_cast<double>(data().lines.size()));
}

int HeatBody::lineAt(int, double y) const
{
    const int line = static_cast<int>(y / rowHeight());
    return line >= 0 && line < static_cast<int>(data().lines.size()) ? line : -1;
}

void HeatBody::dataChanged()
{
    m_least = m_most = 0;
    for (const PanelLine &line : data().lines)
        for (const double value : line.values)
            if (value > 0) {
                m_least = m_least == 0 ? value : std::min(m_least, value);
                m_most = std::max(m_most, value);
            }
    const auto &ramp = themeOf(this).colors().heat;
    const int rows = static_cast<int>(data().lines.size());
    m_cells = rows > 0 && data().steps() > 0
                  ? QImage(data().steps(), rows, QImage::Format_ARGB32_Premultiplied)
                  : QImage();
    if (m_cells.isNull())
        return;
    m_cells.fill(Qt::transparent);
    const double span = m_most > m_least ? std::log(m_most / m_least) : 1;
    for (int row = 0; row < rows; ++row) {
        auto *pixels = reinterpret_cast<QRgb *>(m_cells.scanLine(row));
        const std::vector<double> &values = data().lines[static_cast<std::size_t>(row)].values;
        for (int step = 0; step < data().steps(); ++step) {
            const double value = values[static_cast<std::size_t>(step)];
            if (std::isnan(value))
                continue; // nothing ran: no cell
            const double share = value > 0 && m_least > 0 ? std::log(value / m_least) / span : 0;
            const auto level = static_cast<std::size_t>(
                std::clamp(1 + static_cast<int>(share * static_cast<double>(ramp.size() - 1)), 1,
                           static_cast<int>(ramp.size()) - 1));
            pixels[step] = faded(ramp[level]).rgb();
        }
    }
}

void HeatBody::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const QRect area = plot();
    const double tall = rowHeight();
    const int rows = static_cast<int>(data().lines.size());
    const QRect cells(area.x(), area.y(), area.width(), qRound(tall * rows));
    painter.fillRect(cells, c.heat.front());
    if (!m_cells.isNull())
        painter.drawImage(cells, m_cells);
    const double wide = area.width() / static_cast<double>(std::max(1, data().steps()));
    if (wide >= 4) // a hair between cells
        for (int step = 1; step < data().steps(); ++step)
            painter.fillRect(QRect(area.x() + qRound(step * wide), cells.y(), 1, cells.height()), c.panel);
    painter.setFont(theme.font(TextStyle::Small));
    for (int row = 0; row < rows; ++row) {
        const int y = area.y() + qRound(row * tall);
        painter.fillRect(QRect(cells.x(), y + qRound(tall) - 2, cells.width(), 2), c.panel);
        painter.setPen(c.textSecondary);
        const QRect text(14, y, area.x() - 14 - 10, qRound(tall));
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(data().lines[static_cast<std::size_t>(row)].name,
                                                          Qt::ElideMiddle, text.width()));
    }
    paintTimes(painter, QRect(area.x(), area.y(), area.width(), std::min(area.height(), cells.height() + 4)));
}

} // namespace batuta::views
