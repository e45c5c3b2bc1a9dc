// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_plan.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace batuta::views {

class Button;
class Label;
class StageChart;

/// The stages of a canary as lines beside their chart: a share, how long it lasts, and a button that takes it
/// away. The last line is what follows: everything.
class DeployStages final : public QWidget
{
    Q_OBJECT

public:
    explicit DeployStages(DeployPlan &plan, QWidget *parent);
    void present();
    int count() const { return static_cast<int>(m_lines.size()); }
    QLineEdit &percentField(int stage) { return *m_lines[static_cast<std::size_t>(stage)].percent; }
    QLineEdit &lengthField(int stage) { return *m_lines[static_cast<std::size_t>(stage)].length; }
    StageChart &chart() { return *m_chart; }
    void addStage();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QWidget *whole;
        Label *number;
        QLineEdit *percent, *length;
        class ShareBar *bar;
        Button *remove;
    };
    void addLine();
    void setPercent(int stage, int percent);
    void setLength(int stage, Duration length);

    DeployPlan &m_plan;
    QVBoxLayout *m_rows;
    std::vector<Line> m_lines;
    QWidget *m_last;
    StageChart *m_chart;
};

} // namespace batuta::views
