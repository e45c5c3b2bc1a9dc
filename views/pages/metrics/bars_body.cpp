// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/bars_body.h"

#include "views/pages/metrics/metrics_words.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {

BarsBody::BarsBody(Scene scene, bool isTable, QWidget *parent)
    : PanelBody(scene, parent)
    , m_isTable(isTable)
{
    setMouseTracking(true);
}

void BarsBody::dataChanged()
{
    m_rows.clear();
    for (int line = 0; line < static_cast<int>(data().lines.size()); ++line)
        if (const double sum = data().lines[static_cast<std::size_t>(line)].sum(); sum > 0)
            m_rows.emplace_back(line, sum);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
}

bool BarsBody::isEmpty(const PanelData &data) const
{
    return std::ranges::none_of(data.lines, [](const PanelLine &line) { return line.sum() > 0; });
}

int BarsBody::rowHeight() const
{
    return themeOf(this).scaled(26);
}

int BarsBody::rowAt(const QPoint &at) const
{
    const int row = (at.y() - 4) / rowHeight();
    return at.y() >= 4 && row < static_cast<int>(m_rows.size()) ? row : -1;
}

void BarsBody::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, row) != row)
        update();
}

void BarsBody::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void BarsBody::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->position().toPoint()); row >= 0 && event->button() == Qt::LeftButton)
        emit picked(-1, m_rows[static_cast<std::size_t>(row)].first);
}

/// Red from half of the greatest on, amber above a twentieth, else quiet.
void BarsBody::paintBar(QPainter &painter, const QRect &rect, int line, double value, double most) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int figure = theme.scaled(56), words = rect.width() * 45 / 100;
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textPrimary);
    painter.drawText(QRect(rect.x(), rect.y(), words - 8, rect.height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(data().lines[static_cast<std::size_t>(line)].name,
                                                      Qt::ElideMiddle, words - 8));
    const int room = rect.width() - words - figure;
    const int wide = std::max(3, qRound(room * value / most));
    const QColor color = value >= most / 2    ? c.of(Status::Failed).solid
                         : value >= most / 20 ? c.of(Status::Waiting).solid
                                              : c.of(Status::Queued).solid;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color));
    painter.drawRoundedRect(QRectF(rect.x() + words, rect.center().y() - 4, wide, 8), 2, 2);
}

/// The first label in red and mono: it is what went wrong.
void BarsBody::paintCells(QPainter &painter, const QRect &rect, int line) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const PanelLine &own = data().lines[static_cast<std::size_t>(line)];
    std::vector<QString> cells;
    for (const std::string &wanted : panel().series.front().question.by)
        for (const auto &[name, value] : own.labels)
            if (name == wanted)
                cells.push_back(QString::fromStdString(value));
    if (cells.empty())
        cells.push_back(own.name);
    const int figure = theme.scaled(56), first = theme.scaled(110);
    const int rest =
        std::max(1, rect.width() - first - figure) / std::max(1, static_cast<int>(cells.size()) - 1);
    int x = rect.x();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int wide = i == 0 ? first : rest;
        painter.setFont(theme.font(i == 0 ? TextStyle::Mono : TextStyle::Small));
        painter.setPen(i == 0 ? c.of(Status::Failed).fg : i == 1 ? c.textPrimary : c.textSecondary);
        painter.drawText(QRect(x, rect.y(), wide - 8, rect.height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(cells[i], Qt::ElideMiddle, wide - 8));
        x += wide;
    }
    painter.fillRect(QRect(0, rect.bottom(), width(), 1), c.borderSubtle);
}

void BarsBody::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const double most = m_rows.empty() ? 1 : m_rows.front().second;
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const auto &[line, value] = m_rows[static_cast<std::size_t>(row)];
        const QRect rect(14, 4 + row * rowHeight(), width() - 28, rowHeight());
        if (rect.bottom() > height())
            break;
        if (row == m_hovered)
            painter.fillRect(QRect(0, rect.y(), width(), rect.height()), c.active);
        if (m_isTable)
            paintCells(painter, rect, line);
        else
            paintBar(painter, rect, line, value, most);
        painter.setFont(theme.font(TextStyle::Mono));
        painter.setPen(c.textPrimary);
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, valueWord(panel().unit, value));
    }
}

} // namespace batuta::views
