// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/metrics/panel_body.h"

#include <QMap>

class QChartView;
class QLineSeries;
class QAreaSeries;
class QValueAxis;

namespace batuta::views {

/// Lines, or areas upon each other, by Qt Charts; its axes are ours. A gap is no line: each stretch between
/// two gaps is a series. Points are reduced to the least and greatest of four pixels before the chart sees
/// them.
class LinesBody final : public PanelBody
{
    Q_OBJECT

public:
    explicit LinesBody(Scene scene, QWidget *parent = nullptr);

    QRect plot() const override;
    int lineAt(int step, double y) const override;
    QVector<QPair<double, QColor>> marksAt(int step) const override;
    bool hasLegend() const override { return true; }

protected:
    void dataChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// One stretch on the screen; made once and used again.
    struct Stretch
    {
        QLineSeries *upper = nullptr;
        QLineSeries *lower = nullptr;
        QAreaSeries *area = nullptr; ///< null in a panel of lines
    };
    Stretch &stretch(int number);
    void showLine(int line, const QVector<QPointF> &upper, const QVector<QPointF> &lower, int number);
    double heightOf(double value) const;
    const std::vector<double> &valuesOf(int line) const;
    bool isStacked() const { return panel().kind == series::PanelKind::Stacked; }

    QChartView *m_view;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QList<Stretch> m_stretches;
    ValueScale m_scale;
    std::vector<std::vector<double>> m_sums; ///< of stacked lines
};

} // namespace batuta::views
