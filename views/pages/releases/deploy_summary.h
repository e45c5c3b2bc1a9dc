// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_plan.h"
#include "views/widgets/pane.h"

class QVBoxLayout;

namespace batuta::views {

class ChangeLines;
class FindingList;
class Label;

/// What the wizard has come to, always whole: facts, what changes, and what was found.
class DeploySummary final : public Surface
{
    Q_OBJECT

public:
    explicit DeploySummary(DeployPlan &plan, QWidget *parent);
    void present();
    ChangeLines &changes() { return *m_changes; }

private:
    void addFact(QVBoxLayout &rows, int at, const QString &title);
    void presentWarnings();

    DeployPlan &m_plan;
    std::array<Label *, 5> m_facts{};
    Label *m_changesCount, *m_changesTitle, *m_warningsCount;
    ChangeLines *m_changes;
    QWidget *m_warningsBar;
    Label *m_warnings;
};

/// Settings and keys that change: a line for what was, a line for what will be.
class ChangeLines final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeLines(QWidget *parent = nullptr);
    void setChanges(const std::vector<releases::KeyChange> &changes);
    int lineCount() const { return static_cast<int>(m_lines.size()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        bool isGone = false;
        QString key, value;
    };
    std::vector<Line> m_lines;
};

} // namespace batuta::views
