// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_plan.h"
#include "views/models/releases/deploy_run.h"
#include "views/pages/releases/deploy_steps.h"

class QScrollArea;
class QStackedWidget;

namespace batuta::views {

class Button;
class Chip;
class DeployConfig;
class DeployKeys;
class DeployPane;
class DeployPreflight;
class DeployProgress;
class DeployReview;
class DeployRollout;
class DeploySource;
class DeploySummary;
class Label;
class ReleasesModel;

/// A deployment, step by step, and how it goes. Nothing changes before the last step; the draft is kept until
/// it is cancelled. Keys: Alt+Left back, Ctrl+Enter on.
class DeployWizard final : public QWidget
{
    Q_OBJECT

public:
    using Step = DeployPlan::Step;

    DeployWizard(ReleasesModel &model, EngineLink &engine, QWidget *parent);

    /// Begins, or goes on with the draft of this service.
    void begin(bool isNew);
    bool hasDraft() const { return m_hasDraft; }
    void setUtc(bool utc) { m_utc = utc; }
    void go(Step step);
    Step step() const { return m_step; }
    DeployPlan &plan() { return *m_plan; }
    DeployRun *run() const { return m_run; }

    DeploySource &source() { return *m_source; }
    DeployConfig &config() { return *m_config; }
    DeployKeys &keys() { return *m_keys; }
    DeployRollout &rollout() { return *m_rollout; }
    DeployPreflight &preflight() { return *m_preflight; }
    DeployReview &review() { return *m_review; }
    DeployProgress &progress() { return *m_progress; }
    DeploySummary &summary() { return *m_summary; }
    int overflow() const; ///< of the step's width, that one has to scroll
    DeploySteps &steps() { return *m_steps; }
    Button &nextButton() { return *m_next; }

signals:
    void left(); ///< back to the board; the draft stays
    void told(const QString &text);
    void runRequested(const QString &execution); ///< shows it as an execution

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildFoot();
    template <class Pane> Pane *addPane(Pane *pane);
    void fit();
    void present();
    void presentSteps();
    void presentFoot();
    QString detailOf(Step step) const;
    void next();
    void back();
    void cancel();
    void follow(const QString &execution);
    bool isGuarded() const;

    ReleasesModel &m_model;
    EngineLink &m_engine;
    DeployPlan *m_plan;
    DeployRun *m_run = nullptr;
    Step m_step = Step::Source;
    bool m_hasDraft = false, m_utc = false;
    Label *m_service, *m_kept;
    Chip *m_from, *m_to;
    Label *m_arrow;
    DeploySteps *m_steps;
    QScrollArea *m_scroll;
    QStackedWidget *m_panes, *m_bodies;
    DeploySource *m_source;
    DeployConfig *m_config;
    DeployKeys *m_keys;
    DeployRollout *m_rollout;
    DeployPreflight *m_preflight;
    DeployReview *m_review;
    DeploySummary *m_summary;
    DeployProgress *m_progress;
    std::array<DeployPane *, DeployPlan::kSteps> m_all{};
    Label *m_foot;
    Button *m_cancel, *m_back, *m_next, *m_open;
};

} // namespace batuta::views
