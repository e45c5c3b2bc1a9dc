// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_wizard.h"

#include "views/models/releases/config_text.h"
#include "views/models/releases/releases_model.h"
#include "views/pages/releases/deploy_config.h"
#include "views/pages/releases/deploy_keys.h"
#include "views/pages/releases/deploy_progress.h"
#include "views/pages/releases/deploy_review.h"
#include "views/pages/releases/deploy_rollout.h"
#include "views/pages/releases/deploy_source.h"
#include "views/pages/releases/deploy_summary.h"
#include "views/pages/releases/deploy_words.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/column.h"
#include "views/widgets/words.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace batuta::views {
namespace {

constexpr int kStepsWidth = 226, kPaneWidth = 780, kSummaryWidth = 320, kLeastPane = 600, kLeastReview = 460;

} // namespace

DeployWizard::DeployWizard(ReleasesModel &model, EngineLink &engine, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_engine(engine)
    , m_plan(new DeployPlan(model, engine, this))
    , m_bodies(new QStackedWidget(this))
{
    QVBoxLayout *rows = column(this);
    rows->addWidget(buildHead());
    m_bodies->addWidget(buildBody());
    m_progress = new DeployProgress(this);
    m_bodies->addWidget(m_progress);
    rows->addWidget(m_bodies, 1);
    rows->addWidget(buildFoot());
    setAccessibleName(tr("Deploy"));
    connect(m_plan, &DeployPlan::changed, this, &DeployWizard::present);
    connect(m_plan, &DeployPlan::sent, this, &DeployWizard::follow);
    connect(m_plan, &DeployPlan::refused, this, [this](const Error &error) {
        m_review->setRefused(errorSentence(error), errorAdvice(error));
        presentFoot();
    });
    connect(m_review, &DeployReview::edited, this, &DeployWizard::presentFoot);
    connect(m_steps, &DeploySteps::chosen, this, [this](int step) { go(static_cast<Step>(step)); });
}

QWidget *DeployWizard::buildHead()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *releases = new Button(tr("Releases"), {}, Button::Variant::Ghost, head);
    m_service = new Label(TextStyle::Strong, Ink::Secondary, head);
    auto *deploy = new Label(tr("Deploy"), TextStyle::Title, Ink::Primary, head);
    m_kept = new Label(tr("draft kept until you cancel"), TextStyle::Small, Ink::Secondary, head);
    m_from = new Chip({}, head);
    m_from->setMono(true);
    m_arrow = new Label(QStringLiteral("→"), TextStyle::Body, Ink::Secondary, head);
    m_to = new Chip({}, head);
    const auto below = [head] {
        return new Label(QStringLiteral("›"), TextStyle::Strong, Ink::Tertiary, head);
    };
    for (QWidget *widget :
         std::initializer_list<QWidget *>{releases, below(), m_service, below(), deploy, m_kept})
        head->row()->addWidget(widget);
    head->row()->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_from, m_arrow, m_to})
        head->row()->addWidget(widget);
    connect(releases, &QAbstractButton::clicked, this, &DeployWizard::left);
    return head;
}

template <class Pane> Pane *DeployWizard::addPane(Pane *pane)
{
    m_all[static_cast<std::size_t>(m_panes->count())] = pane;
    m_panes->addWidget(pane);
    return pane;
}

QWidget *DeployWizard::buildBody()
{
    auto *left = new Surface(Surface::Level::Panel, this);
    QVBoxLayout *column = views::column(left);
    m_steps = new DeploySteps(left);
    column->addWidget(m_steps, 1);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_panes = new QStackedWidget(m_scroll);
    m_scroll->setWidget(m_panes);
    m_source = addPane(new DeploySource(*m_plan, m_model, m_panes));
    m_config = addPane(new DeployConfig(*m_plan, m_panes));
    m_keys = addPane(new DeployKeys(*m_plan, m_panes));
    m_rollout = addPane(new DeployRollout(*m_plan, m_panes));
    m_preflight = addPane(new DeployPreflight(*m_plan, m_panes));
    m_review = addPane(new DeployReview(*m_plan, m_panes));
    for (DeployPane *pane : m_all)
        pane->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_summary = new DeploySummary(*m_plan, this);
    auto *split = new QSplitter(Qt::Horizontal, this);
    for (QWidget *widget : std::initializer_list<QWidget *>{left, m_scroll, m_summary})
        split->addWidget(widget);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    const Theme &theme = themeOf(this);
    split->setSizes({theme.scaled(kStepsWidth), theme.scaled(kPaneWidth), theme.scaled(kSummaryWidth)});
    return split;
}

QWidget *DeployWizard::buildFoot()
{
    auto *foot = new Bar(Bar::Kind::ViewHeader, this);
    m_cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_foot = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_foot->setElide(Qt::ElideRight);
    m_foot->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_back = new Button(tr("Back"), "arrowl", Button::Variant::Normal, foot);
    m_back->setKeyHint(tr("Alt+←", "a key"));
    m_open = new Button(tr("Open the run"), "runs", Button::Variant::Normal, foot);
    m_next = new Button({}, "arrow", Button::Variant::Primary, foot);
    foot->row()->addWidget(m_cancel);
    foot->row()->addWidget(m_foot, 1);
    for (Button *button : {m_open, m_back, m_next})
        foot->row()->addWidget(button);
    connect(m_cancel, &QAbstractButton::clicked, this, &DeployWizard::cancel);
    connect(m_back, &QAbstractButton::clicked, this, &DeployWizard::back);
    connect(m_next, &QAbstractButton::clicked, this, &DeployWizard::next);
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_run)
            emit runRequested(m_run->execution());
    });
    m_next->installEventFilter(this);
    return foot;
}

bool DeployWizard::isGuarded() const
{
    const DeployDraft &draft = m_plan->draft();
    bool isGuarded = environmentKind(draft.environment) == EnvironmentKind::Production;
    if (m_model.board())
        for (const client::CloudPlace &place : m_model.board()->places)
            isGuarded = isGuarded || (place.environment == draft.environment && place.isGuarded);
    return isGuarded;
}

void DeployWizard::begin(bool isNew)
{
    const DeployDraft &draft = m_plan->draft();
    const bool isKept = m_hasDraft && draft.isNew == isNew && draft.environment == m_model.environment() &&
                        (isNew || draft.service == m_model.serviceName());
    if (m_run && m_run->isOver()) {
        m_run->deleteLater();
        m_run = nullptr;
    }
    if (!isKept) {
        m_plan->begin(isNew);
        m_review->reason().clear();
        m_review->typedName().clear();
        m_step = Step::Source;
    }
    m_hasDraft = true;
    m_review->setGuarded(isGuarded());
    go(m_run ? m_step : isKept ? m_step : Step::Source);
}

void DeployWizard::go(Step step)
{
    if (!m_plan->isReachable(step))
        return;
    m_step = step;
    m_panes->setCurrentWidget(m_all[static_cast<std::size_t>(step)]);
    for (DeployPane *pane : m_all) {
        const bool isShown = pane == m_panes->currentWidget();
        pane->setSizePolicy(isShown ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                            isShown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_scroll->ensureVisible(0, 0);
    if (step == Step::Preflight && m_plan->isStale() && !m_plan->isLooking())
        m_plan->look();
    present();
    fit();
    m_panes->currentWidget()->setFocus();
}

/// The summary stands beside what leaves room for it; to the last step it belongs most.
void DeployWizard::fit()
{
    const Theme &theme = themeOf(this);
    const int least = theme.scaled(m_step == Step::Review ? kLeastReview : kLeastPane);
    const int scroll = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int pane = std::max(m_panes->currentWidget()->minimumSizeHint().width() + scroll, least);
    m_summary->setVisible(width() >= theme.scaled(kStepsWidth + kSummaryWidth) + pane);
}

int DeployWizard::overflow() const
{
    return m_panes->width() - m_scroll->viewport()->width();
}

void DeployWizard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void DeployWizard::next()
{
    if (m_run)
        return emit left();
    if (m_step != Step::Review)
        return go(static_cast<Step>(static_cast<int>(m_step) + 1));
    if (!m_review->whyNot().isEmpty())
        return;
    if (m_plan->isStale())
        return go(Step::Preflight); // what was looked at is old
    m_plan->send(m_review->reason().text(), m_review->typedName().text(),
                 m_review->backup().isChecked() && !m_plan->draft().isNew);
}

void DeployWizard::back()
{
    if (m_step == Step::Source)
        return emit left();
    go(static_cast<Step>(static_cast<int>(m_step) - 1));
}

/// The draft is gone; a deployment that runs goes on.
void DeployWizard::cancel()
{
    m_hasDraft = false;
    emit left();
}

void DeployWizard::follow(const QString &execution)
{
    m_hasDraft = false;
    m_run = new DeployRun(m_engine, execution, this);
    m_progress->follow(m_run, m_utc);
    connect(m_run, &DeployRun::ended, this, [this] {
        emit told(m_progress->verdict());
        m_model.refresh();
        presentFoot();
    });
    present();
    m_next->setFocus();
}

} // namespace batuta::views
