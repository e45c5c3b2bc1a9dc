// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_progress.h"

#include "views/models/releases/config_text.h"
#include "views/pages/releases/deploy_words.h"
#include "views/pages/releases/finding_list.h"
#include "views/pages/releases/tail_text.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QScrollArea>
#include <QSplitter>

namespace batuta::views {
namespace {

constexpr int kProgressInset = 20;

} // namespace

DeployProgress::DeployProgress(QWidget *parent)
    : Surface(Level::Canvas, parent)
    , m_end(new Notice(Notice::Kind::Info, this))
{
    auto *upper = new QScrollArea(this);
    upper->setFrameShape(QFrame::NoFrame);
    upper->setWidgetResizable(true);
    upper->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(upper);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(kProgressInset, 16, kProgressInset, 12);
    rows->setSpacing(6);
    m_title = new Label(TextStyle::Title, Ink::Primary, body);
    m_detail = new Label(TextStyle::Body, Ink::Secondary, body);
    m_detail->setWordWrap(true);
    m_phases = new FindingList(body);
    m_phases->setAccessibleName(tr("Phases"));
    m_conditionsTitle =
        new Label(tr("What Cloud Run says of the revision"), TextStyle::Strong, Ink::Primary, body);
    m_conditions = new FindingList(body);
    m_conditions->setAccessibleName(m_conditionsTitle->text());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_detail, m_phases})
        rows->addWidget(widget);
    rows->addSpacing(8);
    rows->addWidget(m_conditionsTitle);
    rows->addWidget(m_conditions);
    rows->addStretch(1);
    upper->setWidget(body);
    auto *lower = new QWidget(this);
    QVBoxLayout *log = column(lower);
    auto *bar = new Bar(Bar::Kind::PanelTitle, lower);
    m_logTitle = new Label(TextStyle::Strong, Ink::Primary, bar);
    bar->row()->addWidget(m_logTitle);
    bar->row()->addStretch(1);
    m_log = new CodeView(lower);
    m_log->setAccessibleName(tr("Log of the new revision"));
    log->addWidget(bar);
    log->addWidget(m_log, 1);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(upper);
    split->addWidget(lower);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    QVBoxLayout *all = column(this);
    all->addWidget(m_end);
    all->addWidget(split, 1);
    m_end->hide();
}

void DeployProgress::follow(DeployRun *run, bool utc)
{
    m_run = run;
    m_utc = utc;
    m_end->hide();
    if (run == nullptr)
        return;
    run->log().setUtc(utc);
    connect(run, &DeployRun::changed, this, [this, run] {
        if (run == m_run)
            present();
    });
    present();
}

QString DeployProgress::verdict() const
{
    if (m_run == nullptr || !m_run->isOver())
        return {};
    const client::RolloutState &state = *m_run->state();
    const QString revision = QString::fromStdString(shortRevision(state.revision, state.service));
    if (m_run->hasSucceeded())
        return tr("%1 is deployed.").arg(revision);
    if (state.isTakenOver)
        return state.movedBy.empty()
                   ? tr("The traffic was moved by somebody else since: nothing was changed.")
                   : tr("The traffic was moved by %1 since: nothing was changed.")
                         .arg(QString::fromStdString(state.movedBy));
    return state.wentBack                ? tr("%1 was taken back.").arg(revision)
           : state.status == "cancelled" ? tr("The deployment was cancelled.")
                                         : tr("Not deployed: the traffic is where it was.");
}

void DeployProgress::present()
{
    const auto &state = m_run->state();
    const QString service = state ? QString::fromStdString(state->service) : QString();
    m_title->setText(tr("Deploying %1").arg(service));
    m_detail->setText(m_run->problem() ? errorSentence(*m_run->problem())
                      : m_run->isOver()
                          ? (state->isTakenOver ? QString() : QString::fromStdString(state->error))
                          : tr("It goes on in the engine when you leave this, or close the window."));
    m_phases->setLines(phaseLines(*m_run, m_utc));
    const QList<FindingList::Line> conditions = conditionLines(*m_run);
    m_conditions->setLines(conditions);
    m_conditionsTitle->setVisible(!conditions.isEmpty());
    const int failures = m_run->log().failures();
    m_logTitle->setText(failures > 0 ? tr("Log, %n error(s)", nullptr, failures) : tr("Log"));
    const auto &trouble = m_run->log().problem();
    showTail(*m_log, m_run->log().lines().isEmpty() && trouble ? errorSentence(*trouble)
                                                               : m_run->log().lines().join('\n'));
    presentEnd();
}

void DeployProgress::presentEnd()
{
    m_end->setVisible(m_run->isOver());
    if (!m_run->isOver())
        return;
    m_end->setKind(m_run->hasSucceeded()         ? Notice::Kind::Info
                   : m_run->state()->isTakenOver ? Notice::Kind::Warning
                                                 : Notice::Kind::Error);
    const QString traffic = tr("Traffic is now at: %1").arg(QString::fromStdString(m_run->traffic()));
    m_end->setText(verdict(), traffic);
}

} // namespace batuta::views
