// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// How LogTable paints its rows.
#include "views/pages/logs/log_header.h"
#include "views/pages/logs/log_table.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace batuta::views {

void LogTable::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Colors &c = themeOf(this).colors();
    painter.fillRect(viewport()->rect(), c.panel);
    painter.setFont(themeOf(this).font(TextStyle::Mono));
    int y = 0;
    for (std::uint64_t row = topRow(); row < m_lines.count() && y < viewport()->height(); ++row) {
        const int height = heightOf(row);
        paintRow(painter, row, QRect(0, y, viewport()->width(), height));
        y += height;
    }
}

void LogTable::paintRow(QPainter &painter, std::uint64_t row, const QRect &rect) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const LogRow &own = m_lines.row(row);
    const SeverityLook look = lookOf(own.severity);
    if (isSelected(row))
        painter.fillRect(rect, c.selection);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.borderSubtle);
    if (look.isMarked)
        painter.fillRect(QRect(0, rect.top(), 3, rect.height() - 1), c.of(look.status).solid);
    if (isSelected(row) && !look.isMarked)
        painter.fillRect(QRect(0, rect.top(), 2, rect.height() - 1), c.accent.solid);
    for (int i = 0; i < m_lines.columns().size(); ++i) {
        if (m_lines.columns()[i].isHidden)
            continue;
        const QRect column = m_header->columnRect(i);
        paintCell(painter, own, i, QRect(column.left(), rect.top(), column.width() - 8, rect.height()));
        if (hasFocus() && m_hasCurrent && row == m_current && i == m_column)
            drawFocusRing(painter, QRectF(column.left() - 5, rect.top(), column.width(), rect.height() - 1),
                          3, c.focus, true);
    }
}

void LogTable::paintCell(QPainter &painter, const LogRow &row, int column, QRect cell) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const LogColumn &own = m_lines.columns()[column];
    const QString text = row.cells.value(column);
    if (own.isSeverity()) {
        const SeverityLook look = lookOf(row.severity);
        const int icon = theme.scaled(12);
        const QRect first(cell.left(), cell.top(), cell.width(), rowHeight());
        if (look.icon == "status.failed")
            painter.drawPixmap(first.left(), first.center().y() - icon / 2,
                               theme.statusPixmap(look.status, icon, devicePixelRatioF()));
        else if (!look.icon.isEmpty())
            painter.drawPixmap(first.left(), first.center().y() - icon / 2,
                               theme.pixmap(look.icon, icon, c.of(look.status).fg, devicePixelRatioF()));
        cell.setLeft(cell.left() + icon + 4);
        painter.setPen(c.of(look.status).fg);
        painter.drawText(QRect(cell.left(), first.top(), cell.width(), first.height()), Qt::AlignVCenter,
                         text);
        return;
    }
    if (!own.isMessage())
        return paintMarked(painter, cell, text,
                           own.isTime() ? c.textSecondary
                           : own.name.startsWith("step") || own.name.endsWith("_id")
                               ? c.of(Status::Running).fg
                               : c.textSecondary);
    if (row.repeats > 1) {
        const QString times =
            QString(QChar(0x00D7)) + QLocale().toString(static_cast<qulonglong>(row.repeats));
        const int width = painter.fontMetrics().horizontalAdvance(times) + 10;
        const QRect badge(cell.left(), cell.top() + (rowHeight() - theme.scaled(16)) / 2, width,
                          theme.scaled(16));
        drawBox(painter, badge, 4, c.accent.soft, c.accent.softBorder);
        painter.setPen(c.accent.fg);
        painter.drawText(badge, Qt::AlignCenter, times);
        cell.setLeft(badge.right() + 8);
    }
    paintMarked(painter, cell, text, c.textPrimary);
    if (m_wraps || row.extra.isEmpty())
        return;
    const int used =
        painter.fontMetrics().horizontalAdvance(text) + 2 * painter.fontMetrics().horizontalAdvance('0');
    if (const QRect rest = cell.adjusted(used, 0, 0, 0); rest.width() > theme.scaled(40))
        paintMarked(painter, rest, row.extra, c.textSecondary);
}

/// Text with what is looked for on a ground of its own.
void LogTable::paintMarked(QPainter &painter, const QRect &cell, const QString &text, const QColor &ink) const
{
    const Colors &c = themeOf(this).colors();
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(ink);
    if (m_wraps && cell.height() > rowHeight()) {
        painter.drawText(cell.adjusted(0, 4, 0, -4), Qt::TextWrapAnywhere, text);
        return;
    }
    const QString shown = metrics.elidedText(text.left(4000), Qt::ElideRight, cell.width());
    const QString &find = m_lines.find();
    const Qt::CaseSensitivity cases = find.toLower() == find ? Qt::CaseInsensitive : Qt::CaseSensitive;
    for (qsizetype at = find.isEmpty() ? -1 : shown.indexOf(find, 0, cases); at >= 0;
         at = shown.indexOf(find, at + find.size(), cases)) {
        const QRect mark(cell.left() + metrics.horizontalAdvance(shown.left(at)) - 1, cell.top() + 4,
                         metrics.horizontalAdvance(shown.mid(at, find.size())) + 2, rowHeight() - 9);
        drawBox(painter, mark, 2, c.of(Status::Waiting).soft, c.of(Status::Waiting).softBorder);
    }
    painter.setPen(ink);
    painter.drawText(QRect(cell.left(), cell.top(), cell.width(), rowHeight()),
                     Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace batuta::views
