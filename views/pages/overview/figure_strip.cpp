// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/overview/figure_strip.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr int kHeight = 88, kInset = 14, kLineWidth = 84, kLineHeight = 24;

} // namespace

FigureStrip::FigureStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureStrip::setFigures(QList<Figure> figures)
{
    m_figures = std::move(figures);
    QStringList said;
    for (const Figure &figure : m_figures)
        said << QStringList{figure.caption + ' ' + figure.value, figure.note}.join(", ");
    setAccessibleDescription(said.join("; "));
    setToolTip(said.join('\n'));
    update();
}

QSize FigureStrip::sizeHint() const
{
    return {themeOf(this).scaled(600), themeOf(this).scaled(kHeight)};
}

void FigureStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(0, height() - 1, width(), 1, c.borderSubtle);
    for (int i = 0; i < m_figures.size(); ++i) {
        const int count = static_cast<int>(m_figures.size());
        const QRect tile(width() * i / count, 0, width() * (i + 1) / count - width() * i / count,
                         height() - 1);
        if (i > 0)
            painter.fillRect(tile.left(), 0, 1, height() - 1, c.borderSubtle);
        paintFigure(painter, m_figures.at(i), tile.adjusted(kInset, 0, -kInset, 0));
    }
}

void FigureStrip::paintFigure(QPainter &painter, const Figure &figure, const QRect &tile) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int caption = theme.lineHeight(TextStyle::Small), value = theme.lineHeight(TextStyle::Metric);
    const int top = (tile.height() - 2 * caption - value - 4) / 2;
    const auto write = [&](TextStyle style, const QColor &color, const QRect &room, const QString &text) {
        painter.setFont(theme.font(style));
        painter.setPen(color);
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    // The figure comes first: its line takes what is left.
    const int wide = QFontMetrics(theme.font(TextStyle::Metric)).horizontalAdvance(figure.value) + 12;
    const int line = std::min(theme.scaled(kLineWidth), std::max(0, tile.width() - wide));
    write(TextStyle::Small, c.textSecondary, {tile.left(), top, tile.width(), caption}, figure.caption);
    write(TextStyle::Metric, c.textPrimary, {tile.left(), top + caption + 2, tile.width() - line, value},
          figure.value);
    write(TextStyle::Small, figure.status ? c.of(*figure.status).fg : c.textTertiary,
          {tile.left(), top + caption + value + 4, tile.width(), caption}, figure.note);
    if (line < theme.scaled(24))
        return;
    const int high = theme.scaled(kLineHeight);
    paintLine(painter, figure,
              QRectF(tile.right() - line, top + caption + 2 + (value - high) / 2.0, line, high));
}

void FigureStrip::paintLine(QPainter &painter, const Figure &figure, const QRectF &area) const
{
    double least = INFINITY, most = -INFINITY;
    for (const double value : figure.values)
        if (!std::isnan(value)) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    if (figure.values.size() < 2 || !(most >= least))
        return;
    const double span = most > least ? most - least : 1;
    const Colors &c = themeOf(this).colors();
    const Role &role = figure.isAccent ? c.accent : c.of(figure.line);
    QPolygonF stretch;
    const auto finish = [&] {
        if (stretch.size() == 1)
            painter.fillRect(QRectF(stretch.first() - QPointF(1, 1), QSizeF(2, 2)), role.solid);
        if (stretch.size() > 1) {
            QPolygonF filled = stretch;
            filled << QPointF(stretch.last().x(), area.bottom())
                   << QPointF(stretch.first().x(), area.bottom());
            painter.setPen(Qt::NoPen);
            painter.setBrush(role.soft);
            painter.drawPolygon(filled);
            painter.setPen(QPen(role.solid, 1.4));
            painter.drawPolyline(stretch);
        }
        stretch.clear();
    };
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < figure.values.size(); ++i) {
        const double value = figure.values[i];
        if (std::isnan(value)) {
            finish();
            continue;
        }
        const double x = area.left() + area.width() * static_cast<double>(i) /
                                           static_cast<double>(figure.values.size() - 1);
        stretch << QPointF(x, area.bottom() - area.height() * (value - least) / span);
    }
    finish();
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace batuta::views
