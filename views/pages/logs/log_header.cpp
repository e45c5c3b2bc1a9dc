// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_header.h"

#include "views/pages/logs/log_lines.h"
#include "views/theme/theme.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kEdge = 4;   // pixels beside an edge that take hold of it
constexpr int kFirst = 14; // inset of the first column
constexpr int kDrag = 8;   // pixels until a press is a drag

} // namespace

LogHeader::LogHeader(LogLines &lines, QWidget *parent)
    : QWidget(parent)
    , m_lines(lines)
{
    setMouseTracking(true);
    setAcceptDrops(true);
    connect(&lines, &LogLines::columnsChanged, this, qOverload<>(&QWidget::update));
    connect(&themeOf(this), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize LogHeader::sizeHint() const
{
    return {100, themeOf(this).scaled(26)};
}

int LogHeader::widthOf(int column) const
{
    const LogColumn &own = m_lines.columns()[column];
    if (own.isHidden)
        return 0;
    if (own.width > 0)
        return themeOf(this).scaled(own.width);
    const QFontMetrics mono(themeOf(this).font(TextStyle::Mono));
    const int digit = mono.horizontalAdvance('0');
    if (own.isTime())
        return digit * 12 + 16;
    if (own.isSeverity())
        return digit * 8 + themeOf(this).scaled(20) + 8;
    return digit * (own.name.startsWith("step") ? 23 : 15) + 14;
}

QRect LogHeader::columnRect(int column) const
{
    int left = kFirst;
    for (int i = 0; i < column; ++i)
        left += widthOf(i);
    const bool isLast = column == m_lines.columns().size() - 1;
    const int width = isLast && !m_lines.columns()[column].isHidden
                          ? qMax(widthOf(column), this->width() - left - 8)
                          : widthOf(column);
    return {left, 0, width, height()};
}

int LogHeader::columnAt(int x) const
{
    for (int i = 0; i < m_lines.columns().size(); ++i)
        if (const QRect rect = columnRect(i); x >= rect.left() && x <= rect.right())
            return i;
    return x < kFirst ? 0 : static_cast<int>(m_lines.columns().size()) - 1;
}

int LogHeader::edgeAt(int x) const
{
    for (int i = 0; i + 1 < m_lines.columns().size(); ++i)
        if (!m_lines.columns()[i].isHidden && qAbs(columnRect(i).right() - x) <= kEdge)
            return i;
    return -1;
}

int LogHeader::gapAt(int x) const
{
    for (int i = 0; i < m_lines.columns().size(); ++i)
        if (!m_lines.columns()[i].isHidden && x < columnRect(i).center().x())
            return i;
    return static_cast<int>(m_lines.columns().size());
}

void LogHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    QFont font = theme.font(TextStyle::Caption);
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    for (int i = 0; i < m_lines.columns().size(); ++i) {
        const QRect own = columnRect(i);
        if (m_lines.columns()[i].isHidden)
            continue;
        painter.setPen(i == m_moved ? c.textPrimary : c.textTertiary);
        const QString title = LogLines::columnTitle(m_lines.columns()[i].name);
        painter.drawText(own.adjusted(0, 0, -8, 0), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(title, Qt::ElideRight, own.width() - 8));
    }
    if (m_gap >= 0) {
        const int x = m_gap < m_lines.columns().size() ? columnRect(m_gap).left() - 4 : width() - 4;
        painter.fillRect(QRect(x, 2, 2, height() - 4), c.accent.solid);
    }
}

void LogHeader::mousePressEvent(QMouseEvent *event)
{
    m_from = event->position().toPoint().x();
    m_sized = edgeAt(m_from);
    m_before = m_sized >= 0 ? columnRect(m_sized).width() : 0;
    m_moved = m_sized < 0 && event->button() == Qt::LeftButton ? columnAt(m_from) : -1;
}

void LogHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (event->buttons() == Qt::NoButton) {
        setCursor(edgeAt(x) >= 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
    } else if (m_sized >= 0) {
        QList<LogColumn> columns = m_lines.columns();
        columns[m_sized].width = qRound(qMax(30, m_before + x - m_from) / themeOf(this).textScale());
        m_lines.setColumns(columns);
    } else if (m_moved >= 0 && qAbs(x - m_from) > kDrag) {
        m_gap = gapAt(x);
        update();
    }
}

void LogHeader::mouseReleaseEvent(QMouseEvent *)
{
    const bool isSized = m_sized >= 0;
    if (m_moved >= 0 && m_gap >= 0 && m_gap != m_moved && m_gap != m_moved + 1) {
        QList<LogColumn> columns = m_lines.columns();
        const LogColumn column = columns.takeAt(m_moved);
        columns.insert(m_gap > m_moved ? m_gap - 1 : m_gap, column);
        m_lines.setColumns(columns);
    }
    m_moved = m_sized = m_gap = -1;
    update();
    if (isSized)
        emit resized();
}

void LogHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int edge = edgeAt(event->position().toPoint().x());
    if (edge < 0)
        return;
    QList<LogColumn> columns = m_lines.columns();
    columns[edge].width = 0;
    m_lines.setColumns(columns);
}

void LogHeader::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->globalPos(), columnAt(event->pos().x()));
}

void LogHeader::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(kFieldMime))
        event->acceptProposedAction();
}

void LogHeader::dragMoveEvent(QDragMoveEvent *event)
{
    m_gap = gapAt(event->position().toPoint().x());
    event->acceptProposedAction();
    update();
}

void LogHeader::dragLeaveEvent(QDragLeaveEvent *)
{
    m_gap = -1;
    update();
}

void LogHeader::dropEvent(QDropEvent *event)
{
    const QString field = QString::fromUtf8(event->mimeData()->data(kFieldMime));
    const int gap = std::exchange(m_gap, -1);
    if (!field.isEmpty())
        m_lines.addColumn(field, gap);
    event->acceptProposedAction();
    update();
}

} // namespace batuta::views
