// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/rollout.h"

#include <QWidget>

#include <vector>

namespace batuta::views {

/// The share of a new revision over time, as its stages have it. With the keyboard Tab and Shift+Tab leave
/// it, Space goes to the next diamond, the arrows move it: up and down by 5 % (Shift: 1 %), left and right by
/// a minute. It changes nothing itself.
class StageChart final : public QWidget
{
    Q_OBJECT

public:
    explicit StageChart(QWidget *parent = nullptr);
    void setStages(std::vector<client::RolloutStage> stages);
    int current() const { return m_current; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void percentWished(int stage, int percent);
    void lengthWished(int stage, batuta::Duration length);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF plot() const;
    QPointF pointOf(double minutes, double percent) const;
    double wholeMinutes() const; ///< of the axis
    QPointF diamond(int stage) const;
    void describe();
    void paintAxes(QPainter &painter) const;

    std::vector<client::RolloutStage> m_stages;
    int m_current = 0;
};

} // namespace batuta::views
