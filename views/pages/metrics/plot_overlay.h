// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/metrics/panel_body.h"

#include <optional>

namespace batuta::views {

/// What lies on top of the plot of a body: flags, crosshair, the marks under it, and the range that is drawn
/// with the pointer. Hovering moves the crosshair of all panels, a click picks a step, a drag zooms all.
class PlotOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit PlotOverlay(PanelBody &body);

    void place(); ///< over the plot of the body

signals:
    /// The pointer is over a step; none when it has left.
    void hovered(std::optional<int> step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int stepAt(double x) const;
    void paintCursor(QPainter &painter) const;

    PanelBody &m_body;
    std::optional<double> m_pressed;
    std::optional<double> m_dragged;
};

} // namespace batuta::views
