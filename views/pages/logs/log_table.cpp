// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_table.h"

#include "views/pages/logs/log_header.h"
#include "views/theme/draw.h"
#include "views/theme/icons.h"
#include "views/theme/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace batuta::views {
namespace {

constexpr int kWheelRows = 3;
constexpr int kMostLines = 12; // of a wrapped message

} // namespace

LogTable::LogTable(LogLines &lines, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_lines(lines)
    , m_header(new LogHeader(lines, this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    connect(&lines, &LogLines::columnsChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&themeOf(this), &Theme::changed, this, &LogTable::layOut);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isScrolling && m_follows && value < verticalScrollBar()->maximum())
            setFollowing(false);
        viewport()->update();
    });
    layOut();
}

int LogTable::rowHeight() const
{
    return themeOf(this).scaled(24);
}

int LogTable::visibleRows() const
{
    return qMax(1, viewport()->height() / rowHeight());
}

/// The scroll bar counts rows; more than an int can count are mapped to it.
void LogTable::layOut()
{
    const int head = m_header->sizeHint().height();
    setViewportMargins(0, head, 0, 0);
    m_header->setGeometry(0, 0, width(), head);
    const std::uint64_t most =
        m_lines.count() - std::min<std::uint64_t>(m_lines.count(), static_cast<std::uint64_t>(visibleRows()));
    m_isScrolling = true;
    verticalScrollBar()->setRange(
        0, static_cast<int>(std::min<std::uint64_t>(most, std::numeric_limits<int>::max())));
    verticalScrollBar()->setPageStep(visibleRows());
    m_isScrolling = false;
    viewport()->update();
}

std::uint64_t LogTable::topRow() const
{
    const std::uint64_t shown = static_cast<std::uint64_t>(visibleRows());
    const std::uint64_t most = m_lines.count() - std::min(m_lines.count(), shown);
    const auto value = static_cast<std::uint64_t>(verticalScrollBar()->value());
    const auto range = static_cast<std::uint64_t>(verticalScrollBar()->maximum());
    return most > std::numeric_limits<int>::max() && range > 0 ? most / range * value : std::min(value, most);
}

void LogTable::scrollTo(std::uint64_t row)
{
    const std::uint64_t top = topRow();
    const auto shown = static_cast<std::uint64_t>(visibleRows());
    if (row >= top && row < top + shown && !(m_wraps && rowRect(row).bottom() > viewport()->height()))
        return;
    const std::uint64_t wanted = row < top ? row : row - std::min(row, shown > 1 ? shown - 1 : 0);
    m_isScrolling = true;
    verticalScrollBar()->setValue(
        static_cast<int>(std::min<std::uint64_t>(wanted, std::numeric_limits<int>::max())));
    m_isScrolling = false;
    viewport()->update();
}

void LogTable::linesChanged()
{
    const int before =
        m_hasCurrent && rowRect(m_current).isValid() ? rowRect(m_current).top() / rowHeight() : -1;
    const std::uint64_t top = topRow();
    layOut();
    if (m_hasCurrent) {
        m_others.clear();
        m_current = m_anchor = std::min(m_lines.rowOf(m_currentId),
                                        m_lines.count() - std::min<std::uint64_t>(m_lines.count(), 1));
        m_hasCurrent = m_lines.count() > 0;
        if (m_hasCurrent)
            m_currentId = m_lines.at(m_current);
    }
    m_isScrolling = true;
    if (m_follows)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (m_hasCurrent && before >= 0)
        verticalScrollBar()->setValue(static_cast<int>(
            m_current - std::min<std::uint64_t>(m_current, static_cast<std::uint64_t>(before))));
    else
        verticalScrollBar()->setValue(static_cast<int>(
            std::min<std::uint64_t>(top, static_cast<std::uint64_t>(verticalScrollBar()->maximum()))));
    m_isScrolling = false;
    viewport()->update();
    emit currentChanged();
}

void LogTable::setFollowing(bool follows)
{
    if (follows) {
        m_isScrolling = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_isScrolling = false;
    }
    if (std::exchange(m_follows, follows) != follows)
        emit followingChanged();
}

void LogTable::setWrapping(bool wraps)
{
    m_wraps = wraps;
    viewport()->update();
}

void LogTable::setCurrent(std::uint64_t row, bool extends)
{
    if (m_lines.count() == 0)
        return;
    m_current = std::min(row, m_lines.count() - 1);
    m_currentId = m_lines.at(m_current);
    if (!extends || !m_hasCurrent) {
        m_anchor = m_current;
        m_others.clear();
    }
    m_hasCurrent = true;
    scrollTo(m_current);
    viewport()->update();
    emit currentChanged();
}

void LogTable::setCurrentColumn(int column)
{
    const auto last = static_cast<int>(m_lines.columns().size()) - 1;
    const int step = column < m_column ? -1 : 1;
    for (int i = std::clamp(column, 0, last); i >= 0 && i <= last; i += step)
        if (!m_lines.columns()[i].isHidden) {
            m_column = i;
            break;
        }
    viewport()->update();
    emit currentChanged();
}

void LogTable::clearCurrent()
{
    m_hasCurrent = false;
    m_others.clear();
    viewport()->update();
    emit currentChanged();
}

bool LogTable::isSelected(std::uint64_t row) const
{
    return m_hasCurrent && ((row >= std::min(m_anchor, m_current) && row <= std::max(m_anchor, m_current)) ||
                            m_others.contains(row));
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> LogTable::selection() const
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> parts;
    if (!hasCurrent())
        return parts;
    const std::uint64_t first = std::min(m_anchor, m_current);
    const std::uint64_t last = std::max(m_anchor, m_current);
    for (const std::uint64_t row : m_others)
        if (row < first || row > last)
            parts.emplace_back(row, row);
    parts.emplace_back(first, last);
    std::sort(parts.begin(), parts.end());
    return parts;
}

std::uint64_t LogTable::selectedCount() const
{
    std::uint64_t count = 0;
    for (const auto &[first, last] : selection())
        count += last - first + 1;
    return count;
}

int LogTable::heightOf(std::uint64_t row) const
{
    if (!m_wraps)
        return rowHeight();
    const int column = static_cast<int>(m_lines.columns().size()) - 1;
    const QRect cell = m_header->columnRect(column);
    const QFontMetrics metrics(themeOf(this).font(TextStyle::Mono));
    const LogRow &own = m_lines.row(row);
    const QString text = own.cells.value(column) + (own.extra.isEmpty() ? QString() : "  " + own.extra);
    const int height =
        metrics.boundingRect(QRect(0, 0, qMax(40, cell.width() - 8), 10'000), Qt::TextWrapAnywhere, text)
            .height();
    return qMax(rowHeight(), qMin(height, metrics.lineSpacing() * kMostLines) + 8);
}

QRect LogTable::rowRect(std::uint64_t row) const
{
    const std::uint64_t top = topRow();
    if (row < top || row >= m_lines.count())
        return {};
    int y = 0;
    for (std::uint64_t at = top; y < viewport()->height(); ++at) {
        if (at >= m_lines.count())
            return {};
        const int height = heightOf(at);
        if (at == row)
            return {0, y, viewport()->width(), height};
        y += height;
    }
    return {};
}

std::uint64_t LogTable::rowAt(int y) const
{
    std::uint64_t row = topRow();
    for (int at = 0; row < m_lines.count(); ++row) {
        at += heightOf(row);
        if (y < at)
            break;
    }
    return row;
}

int LogTable::columnAt(int x) const
{
    return m_header->columnAt(x);
}

void LogTable::move(std::int64_t by, bool extends)
{
    if (m_lines.count() == 0)
        return;
    if (!m_hasCurrent)
        return setCurrent(m_follows ? m_lines.count() - 1 : topRow());
    if (by < 0)
        setFollowing(false);
    const auto last = static_cast<std::int64_t>(m_lines.count()) - 1;
    setCurrent(static_cast<std::uint64_t>(
                   std::clamp<std::int64_t>(static_cast<std::int64_t>(m_current) + by, 0, last)),
               extends);
}

void LogTable::keyPressEvent(QKeyEvent *event)
{
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_K:
        return move(-1, extends);
    case Qt::Key_Down:
    case Qt::Key_J:
        return move(1, extends);
    case Qt::Key_PageUp:
        return move(-visibleRows(), extends);
    case Qt::Key_PageDown:
        return move(visibleRows(), extends);
    case Qt::Key_Slash:
        return emit queryWanted();
    case Qt::Key_Home:
        setFollowing(false);
        return setCurrent(0, extends);
    case Qt::Key_Left:
        return setCurrentColumn(m_column - 1);
    case Qt::Key_Right:
        return setCurrentColumn(m_column + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit activated();
    case Qt::Key_Escape:
        if (m_hasCurrent)
            return clearCurrent();
        break;
    case Qt::Key_A:
        if (event->modifiers() & Qt::ControlModifier && m_lines.count() > 0) {
            m_anchor = 0;
            m_current = m_lines.count() - 1;
            m_currentId = m_lines.at(m_current);
            m_hasCurrent = true;
            viewport()->update();
            return emit currentChanged();
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void LogTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const std::uint64_t row = rowAt(at.y());
    if (row >= m_lines.count())
        return clearCurrent();
    m_column = columnAt(at.x());
    if (event->modifiers() & Qt::ControlModifier && event->button() == Qt::LeftButton) {
        if (m_hasCurrent)
            for (std::uint64_t own = std::min(m_anchor, m_current);
                 own <= std::max(m_anchor, m_current) && m_others.size() < 10'000; ++own)
                m_others.insert(own);
        if (m_others.erase(row) == 0)
            m_others.insert(row);
        if (m_others.empty())
            return clearCurrent();
        m_current = m_anchor = m_others.contains(row) ? row : *m_others.begin();
        m_currentId = m_lines.at(m_current);
        m_hasCurrent = true;
        viewport()->update();
        return emit currentChanged();
    }
    if (event->button() == Qt::LeftButton || !isSelected(row))
        setCurrent(row, event->modifiers() & Qt::ShiftModifier);
}

void LogTable::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && m_hasCurrent && !(event->modifiers() & Qt::ControlModifier))
        if (const std::uint64_t row = rowAt(event->position().toPoint().y());
            row < m_lines.count() && row != m_current)
            setCurrent(row, true);
}

void LogTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (rowAt(event->position().toPoint().y()) < m_lines.count())
        emit activated();
}

void LogTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard && hasCurrent())
        return emit menuRequested(viewport()->mapToGlobal(rowRect(m_current).center()));
    emit menuRequested(event->globalPos());
}

void LogTable::wheelEvent(QWheelEvent *event)
{
    const int rows = -event->angleDelta().y() * kWheelRows / 120;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (rows != 0                     ? rows
                                                                  : event->angleDelta().y() > 0 ? -1
                                                                                                : 1));
    event->accept();
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    if (m_follows)
        setFollowing(true);
}

void LogTable::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogTable::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

/// The whole of a shortened cell.
bool LogTable::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::uint64_t row = rowAt(help->pos().y());
    const int column = columnAt(help->pos().x());
    QString text;
    if (row < m_lines.count()) {
        const LogRow &own = m_lines.row(row);
        text = own.cells.value(column).left(2000);
        if (column == m_lines.columns().size() - 1 && !own.extra.isEmpty())
            text += '\n' + own.extra.left(2000);
    }
    QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), viewport());
    return true;
}

} // namespace batuta::views
