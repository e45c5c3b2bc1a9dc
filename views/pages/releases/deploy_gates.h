// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_plan.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace batuta::views {

class Button;
class Label;

/// The bounds that a new revision must keep in every stage: which are meant, how far they go, and over which
/// time they look.
class DeployGates final : public QWidget
{
    Q_OBJECT

public:
    explicit DeployGates(DeployPlan &plan, QWidget *parent);
    void present();
    /// One more, of PromQL, a series of Monitoring, or a flow.
    void addGate(const std::string &figure);
    int count() const { return static_cast<int>(m_lines.size()); }
    QCheckBox &check(int gate) { return *m_lines[static_cast<std::size_t>(gate)].isOn; }
    QLineEdit &limit(int gate) { return *m_lines[static_cast<std::size_t>(gate)].limit; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        std::string figure;
        QWidget *whole;
        QCheckBox *isOn;
        QLineEdit *query, *limit, *window;
        Button *remove;
    };
    void addHead();
    void addLine(const DeployDraft::Gate &gate);
    QLineEdit *field(QWidget *parent, int width, const QString &name);
    template <class Change> void change(int gate, Change what);

    DeployPlan &m_plan;
    QVBoxLayout *m_rows;
    std::vector<Line> m_lines;
};

} // namespace batuta::views
