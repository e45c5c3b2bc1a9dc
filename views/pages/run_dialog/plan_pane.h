// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/plan_model.h"

#include <QWidget>

class QListView;

namespace batuta::views {

class Label;

/// One thing that is looked at before a run.
struct RunCheck
{
    enum class State { Good, Warning, Bad };
    State state = State::Good;
    QString text;
    QString detail;

    bool operator==(const RunCheck &) const = default;
};

/// The Plan tab: what would happen to each step and why, how the flow was chosen, and the checks before a
/// run.
class PlanPane final : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the pane.
    PlanPane(const PlanModel &model, QWidget *parent);

    /// The line above the steps.
    void setHeader(const QString &text, bool isStale);
    /// How the routes decided; "" when a flow was named.
    void setRouting(const QString &text);
    void setChecks(const QString &caption, const QList<RunCheck> &checks);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Checks;
    void fit();
    void retranslate();

    const PlanModel &m_model;
    Label *m_header;
    QWidget *m_head;
    Label *m_routing;
    QListView *m_steps;
    Label *m_caption;
    Checks *m_checks;
};

} // namespace batuta::views
