// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/metrics/panel_body.h"

namespace batuta::views {

/// The sum of each line over the whole range: as bars, or as rows of their labels.
class BarsBody final : public PanelBody
{
    Q_OBJECT

public:
    BarsBody(Scene scene, bool isTable, QWidget *parent = nullptr);

    /// What can be seen, the greatest first: line and sum.
    const std::vector<std::pair<int, double>> &rows() const { return m_rows; }
    bool isEmpty(const PanelData &data) const override; ///< lines of noughts have no bar

protected:
    void dataChanged() override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int rowAt(const QPoint &at) const;
    int rowHeight() const;
    void paintBar(QPainter &painter, const QRect &rect, int line, double value, double most) const;
    void paintCells(QPainter &painter, const QRect &rect, int line) const;

    bool m_isTable;
    int m_hovered = -1;
    std::vector<std::pair<int, double>> m_rows;
};

} // namespace batuta::views
