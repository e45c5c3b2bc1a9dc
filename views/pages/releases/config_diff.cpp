// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/config_diff.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kPad = 8;
constexpr int kNumber = 3; // digits

} // namespace

ConfigDiff::ConfigDiff(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    connect(&themeOf(this), &Theme::changed, this, &ConfigDiff::dress);
    dress();
}

void ConfigDiff::dress()
{
    const QFont font = themeOf(this).font(TextStyle::Code);
    viewport()->setFont(font);
    m_line = themeOf(this).lineHeight(TextStyle::Code);
    m_character = std::max(1, QFontMetrics(font).horizontalAdvance('0'));
    measure();
    viewport()->update();
}

void ConfigDiff::setTexts(const std::string &before, const std::string &after)
{
    if (before == m_before && after == m_after && !m_lines.empty())
        return;
    m_before = before;
    m_after = after;
    const DiffRows rows = diffRows(before, after);
    m_added = rows.added;
    m_removed = rows.removed;
    m_lines.clear();
    std::vector<Line> come; // of the difference that is being read
    for (const DiffRow &row : rows.rows) {
        if (row.isSame) {
            m_lines.insert(m_lines.end(), come.begin(), come.end());
            come.clear();
            m_lines.push_back({row.before.number, row.after.number, row.after.text});
            continue;
        }
        if (row.before.number > 0)
            m_lines.push_back({row.before.number, 0, row.before.text});
        if (row.after.number > 0)
            come.push_back({0, row.after.number, row.after.text});
    }
    m_lines.insert(m_lines.end(), come.begin(), come.end());
    setAccessibleName(tr("Configuration: %1 line(s) added, %2 removed").arg(m_added).arg(m_removed));
    measure();
    const auto first = std::find_if(m_lines.begin(), m_lines.end(),
                                    [](const Line &line) { return line.before == 0 || line.after == 0; });
    const int row = first == m_lines.end() ? 0 : static_cast<int>(first - m_lines.begin());
    verticalScrollBar()->setValue(std::max(0, row - 3));
    viewport()->update();
}

void ConfigDiff::measure()
{
    const int shown = std::max(1, viewport()->height() / m_line);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_lines.size()) - shown));
    verticalScrollBar()->setPageStep(std::max(1, shown - 1));
}

void ConfigDiff::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void ConfigDiff::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Colors &c = themeOf(this).colors();
    painter.setFont(viewport()->font());
    painter.fillRect(viewport()->rect(), c.canvas);
    const int top = verticalScrollBar()->value();
    for (int i = 0; i <= viewport()->height() / m_line; ++i)
        if (top + i < static_cast<int>(m_lines.size()))
            paintLine(painter, m_lines[static_cast<std::size_t>(top + i)], i * m_line);
    if (hasFocus())
        drawFocusRing(painter, QRectF(viewport()->rect()), 0, c.focus, true);
}

void ConfigDiff::paintLine(QPainter &painter, const Line &line, int top) const
{
    const Colors &c = themeOf(this).colors();
    const bool isGone = line.after == 0, hasCome = line.before == 0;
    if (isGone || hasCome)
        painter.fillRect(QRect(0, top, viewport()->width(), m_line), isGone ? c.code.delBg : c.code.addBg);
    const int number = kNumber * m_character;
    painter.setPen(c.textTertiary);
    const auto put = [&](int value, int left) {
        if (value > 0)
            painter.drawText(QRect(left, top, number, m_line), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(value));
    };
    put(line.before, kPad);
    put(line.after, kPad + number + m_character);
    const int sign = kPad + 2 * number + 2 * m_character;
    painter.setPen(isGone ? c.of(Status::Failed).fg : c.of(Status::Success).fg);
    if (isGone || hasCome)
        painter.drawText(QRect(sign, top, m_character, m_line), Qt::AlignCenter, isGone ? "-" : "+");
    QRect room(sign + 2 * m_character, top, viewport()->width() - sign - 3 * m_character, m_line);
    const qsizetype colon = line.text.indexOf(QStringLiteral(":"));
    const QString key = colon < 0 ? QString() : line.text.left(colon + 1);
    painter.setPen(c.code.key);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, key);
    room.setLeft(room.left() + static_cast<int>(key.size()) * m_character);
    painter.setPen(c.textPrimary);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.text.mid(key.size()), Qt::ElideMiddle,
                                                      std::max(0, room.width())));
}

void ConfigDiff::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QAbstractScrollArea::keyPressEvent(event);
    QString text;
    for (const Line &line : m_lines)
        if (line.before == 0 || line.after == 0)
            text += (line.after == 0 ? "-" : "+") + line.text + "\n";
    QGuiApplication::clipboard()->setText(text);
}

} // namespace batuta::views
