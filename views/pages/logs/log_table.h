// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/logs/log_lines.h"

#include <QAbstractScrollArea>
#include <QPointer>

#include <set>

namespace batuta::views {

class LogHeader;

/// The lines of a picture as a table that paints itself: only what is visible is read, so that ten million
/// rows cost no more than forty. Rows are addressed by 64 bits; the scroll bar counts rows. The line that is
/// current stays so, and stays where it is, while files grow and queries change. Lives on the window's
/// thread.
class LogTable final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogTable(LogLines &lines, QWidget *parent = nullptr);

    /// After the lines have changed: keeps the current line, or the last one when it follows.
    void linesChanged();
    std::uint64_t current() const { return m_current; }
    bool hasCurrent() const { return m_hasCurrent && m_current < m_lines.count(); }
    int currentColumn() const { return m_column; }
    void setCurrent(std::uint64_t row, bool extends = false);
    void setCurrentColumn(int column);
    void clearCurrent();
    std::vector<std::pair<std::uint64_t, std::uint64_t>> selection() const; ///< first and last of each part
    std::uint64_t selectedCount() const;
    void setFollowing(bool follows);
    bool isFollowing() const { return m_follows; }
    void setWrapping(bool wraps);
    bool isWrapping() const { return m_wraps; }
    void scrollTo(std::uint64_t row);
    std::uint64_t topRow() const;
    /// The rows that are seen.
    std::uint64_t rowAt(int y) const;
    int columnAt(int x) const;
    QRect rowRect(std::uint64_t row) const; ///< in the viewport; empty when it is not seen
    LogLines &lines() { return m_lines; }
    LogHeader &header() { return *m_header; }
    int rowHeight() const;

signals:
    void currentChanged();
    void activated(); ///< Enter, or a double click
    void followingChanged();
    void queryWanted(); ///< the slash
    void menuRequested(const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void layOut();
    int heightOf(std::uint64_t row) const;
    int visibleRows() const;
    bool isSelected(std::uint64_t row) const;
    void move(std::int64_t by, bool extends);
    void paintRow(QPainter &painter, std::uint64_t row, const QRect &rect) const;
    void paintCell(QPainter &painter, const LogRow &row, int column, QRect cell) const;
    void paintMarked(QPainter &painter, const QRect &cell, const QString &text, const QColor &ink) const;

    LogLines &m_lines;
    LogHeader *m_header;
    std::uint64_t m_current = 0, m_anchor = 0;
    logs::LineId m_currentId;
    bool m_hasCurrent = false;
    std::set<std::uint64_t> m_others; ///< chosen one by one besides
    int m_column = 0;
    bool m_follows = false;
    bool m_wraps = false;
    bool m_isScrolling = false; ///< by the table itself
};

} // namespace batuta::views
