// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/breakers_body.h"

#include "views/pages/metrics/metrics_words.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <map>

namespace batuta::views {
namespace {

using Stand = BreakersBody::Stand;

std::string labelOf(const PanelLine &line, const char *name)
{
    const auto found = std::find_if(line.labels.begin(), line.labels.end(),
                                    [&](const auto &label) { return label.first == name; });
    return found == line.labels.end() ? std::string() : found->second;
}

Stand standOf(const std::string &state)
{
    return state == "open" ? Stand::Open : state == "half_open" ? Stand::HalfOpen : Stand::Closed;
}

int barHeight(Stand stand)
{
    switch (stand) {
    case Stand::Unknown:
        return 0;
    case Stand::Closed:
        return 4;
    case Stand::HalfOpen:
        return 11;
    case Stand::Open:
        break;
    }
    return 18;
}

} // namespace

QString standWord(Stand stand)
{
    switch (stand) {
    case Stand::Unknown:
        return QStringLiteral("–");
    case Stand::Closed:
        return MetricsText::tr("closed");
    case Stand::HalfOpen:
        return MetricsText::tr("half-open");
    case Stand::Open:
        break;
    }
    return MetricsText::tr("open");
}

QColor standColor(Stand stand, const Colors &colors)
{
    switch (stand) {
    case Stand::Unknown:
        return colors.textTertiary;
    case Stand::Closed:
        return colors.of(Status::Success).solid;
    case Stand::HalfOpen:
        return colors.of(Status::Waiting).solid;
    case Stand::Open:
        break;
    }
    return colors.of(Status::Failed).solid;
}

QRect BreakersBody::plot() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics words(theme.font(TextStyle::Small));
    int widest = theme.scaled(50);
    for (const Row &row : m_rows)
        widest = std::max(widest, words.horizontalAdvance(row.name));
    const int left = 14 + std::min(widest, width() / 3) + 8;
    const int right = theme.scaled(100);
    return {left, 4, std::max(1, width() - left - right), std::max(1, height() - 4 - timesHeight())};
}

/// Lower when there are many, so that none is left out.
int BreakersBody::rowHeight() const
{
    const int rows = std::max(1, static_cast<int>(m_rows.size()));
    return std::clamp(plot().height() / rows, themeOf(this).scaled(18), themeOf(this).scaled(26));
}

/// Of the states that a breaker was in during a step, the worst one is shown.
void BreakersBody::dataChanged()
{
    std::map<std::string, Row> rows;
    for (const PanelLine &line : data().lines) {
        Row &row = rows[labelOf(line, "breaker")];
        row.name = QString::fromStdString(labelOf(line, "breaker"));
        row.stands.resize(line.values.size());
        const Stand stand = standOf(labelOf(line, "state"));
        for (std::size_t i = 0; i < line.values.size(); ++i)
            if (line.values[i] > 0)
                row.stands[i] = std::max(row.stands[i], stand);
    }
    m_rows.clear();
    for (auto &[name, row] : rows) {
        for (auto at = row.stands.rbegin(); at != row.stands.rend() && row.now == Stand::Unknown; ++at)
            row.now = *at;
        m_rows.push_back(std::move(row));
    }
}

void BreakersBody::paintRow(QPainter &painter, const Row &row, const QRect &area, int y) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int tall = rowHeight();
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textPrimary);
    const QRect name(14, y, area.x() - 22, tall);
    painter.drawText(name, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideMiddle, name.width()));
    const int steps = static_cast<int>(row.stands.size());
    for (int i = 0; i < steps;) {
        int end = i + 1;
        while (end < steps &&
               row.stands[static_cast<std::size_t>(end)] == row.stands[static_cast<std::size_t>(i)])
            ++end;
        const Stand stand = row.stands[static_cast<std::size_t>(i)];
        const int from = area.x() + area.width() * i / steps, to = area.x() + area.width() * end / steps;
        const int bar = barHeight(stand);
        painter.fillRect(QRect(from, y + (tall - bar) / 2, std::max(2, to - from), bar),
                         faded(standColor(stand, c)));
        i = end;
    }
    const Status role = row.now == Stand::Open       ? Status::Failed
                        : row.now == Stand::HalfOpen ? Status::Waiting
                                                     : Status::Success;
    const QColor ink = row.now == Stand::Unknown ? c.textTertiary : c.of(role).fg;
    const int icon = theme.scaled(14);
    painter.drawPixmap(
        area.right() + 8, y + (tall - icon) / 2,
        theme.pixmap(row.now == Stand::Open ? "unplug" : "breaker", icon, ink, devicePixelRatioF()));
    painter.setPen(ink);
    painter.drawText(QRect(area.right() + 8 + icon + 6, y, width() - area.right() - icon - 16, tall),
                     Qt::AlignVCenter, standWord(row.now));
}

void BreakersBody::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect area = plot();
    const int tall = rowHeight();
    int y = area.y();
    for (const Row &row : m_rows) {
        if (y + tall > area.bottom() + 2)
            break;
        paintRow(painter, row, area, y);
        y += tall;
    }
    paintTimes(painter, QRect(area.x(), area.y(), area.width(), std::min(area.height(), y - area.y() + 4)));
}

} // namespace batuta::views
