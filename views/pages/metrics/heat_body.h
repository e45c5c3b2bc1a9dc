// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/metrics/panel_body.h"

#include <QImage>

namespace batuta::views {

/// One row of cells for each line, darker to lighter on a logarithmic scale. The cells are one picture, a
/// pixel each, that is drawn large without smoothing.
class HeatBody final : public PanelBody
{
    Q_OBJECT

public:
    explicit HeatBody(Scene scene, QWidget *parent = nullptr)
        : PanelBody(scene, parent)
    {
    }

    QRect plot() const override;
    int lineAt(int step, double y) const override;
    /// What the darkest and the lightest cell stand for; equal when there is nothing.
    std::pair<double, double> limits() const { return {m_least, m_most}; }

protected:
    void dataChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    double rowHeight() const;

    QImage m_cells;
    double m_least = 0;
    double m_most = 0;
};

} // namespace batuta::views
