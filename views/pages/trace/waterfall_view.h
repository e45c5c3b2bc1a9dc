// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/trace/waterfall_painter.h"

#include <QAbstractScrollArea>

namespace batuta::views {

/// The bars of a trace, a row for each row of the tree beside it. Only rows in view are painted. The owner
/// gives the rows, and joins the two vertical scroll bars. Ctrl+wheel zooms at the pointer, Shift+wheel moves
/// in time, Shift+drag zooms to a range, a double click fits the bar.
class WaterfallView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    WaterfallView(TraceModel &model, TimeAxis &axis, QWidget *parent = nullptr);

    void setRows(std::vector<TraceModel::Node> rows);
    const std::vector<TraceModel::Node> &rows() const { return m_rows; }
    void setSelectedRow(int row);
    void setLook(WaterfallLook look);
    const WaterfallLook &look() const { return m_look; }
    /// The view shows this bar, with room around it.
    void fitBar(const TraceModel::Node &node);

    /// No bar of a step lies in this part of the viewport.
    bool isFree(const QRect &area) const;

signals:
    void rowClicked(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void sizeScrollBar();
    int rowAt(int y) const;
    int yOf(int row) const;
    void paintPath(WaterfallPainter &painter) const;
    QString hint(const QPoint &at) const;
    double timeAt(qreal x) const;

    TraceModel &m_model;
    TimeAxis &m_axis;
    std::vector<TraceModel::Node> m_rows;
    std::vector<int> m_rowOfStep; ///< of a folded step the row of its group; -1 for none
    WaterfallLook m_look;
    int m_selected = -1;
    std::optional<double> m_dragFrom; ///< time at which a Shift+drag began
};

} // namespace batuta::views
