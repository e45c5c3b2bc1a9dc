// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

class LogLines;

/// The heads of the columns: drag a head to move it, its edge to size it, double click the edge to fit; drop
/// a field on it to add a column. Also says where each column is.
class LogHeader final : public QWidget
{
    Q_OBJECT

public:
    static constexpr const char *kFieldMime = "application/x-batuta-log-field";

    explicit LogHeader(LogLines &lines, QWidget *parent = nullptr);

    /// Where a column is, from the left of the table; the message takes what is left. Empty when it is
    /// hidden.
    QRect columnRect(int column) const;
    int columnAt(int x) const;
    QSize sizeHint() const override;

signals:
    void menuRequested(const QPoint &at, int column);
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    int widthOf(int column) const;
    int edgeAt(int x) const;
    int gapAt(int x) const;

    LogLines &m_lines;
    int m_sized = -1, m_moved = -1, m_gap = -1;
    int m_from = 0, m_before = 0;
};

} // namespace batuta::views
