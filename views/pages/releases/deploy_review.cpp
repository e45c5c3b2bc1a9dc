// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_review.h"

#include "views/pages/releases/deploy_words.h"
#include "views/pages/releases/finding_list.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QCheckBox>
#include <QLineEdit>

namespace batuta::views {
namespace {

constexpr int kShortReason = 10, kCommandHigh = 120;

/// What happens one after the other, in words.
QString storyOf(const DeployDraft &draft)
{
    QStringList lines;
    if (draft.isNew) {
        lines << DeployReview::tr(
            "The service is made, and its first revision serves as soon as it is ready.");
        return lines.join('\n');
    }
    lines << DeployReview::tr("A new revision is made without traffic; what serves now goes on.");
    lines << (draft.healthPath.empty()
                  ? DeployReview::tr("It has to be ready for Cloud Run.")
                  : DeployReview::tr("It has to be ready for Cloud Run, and to answer 2xx at %1.")
                        .arg(QString::fromStdString(draft.healthPath)));
    if (draft.rollout == DeployDraft::Rollout::NoTraffic)
        lines << DeployReview::tr("It stays without traffic, at the tag %1.")
                     .arg(QString::fromStdString(draft.tag));
    if (draft.rollout == DeployDraft::Rollout::Canary)
        for (const client::RolloutStage &stage : draft.stages)
            lines
                << DeployReview::tr("It gets %1 % for %2.").arg(stage.percent).arg(minutesWord(stage.length));
    if (draft.rollout != DeployDraft::Rollout::NoTraffic)
        lines << DeployReview::tr("Then it gets all of the traffic.");
    lines << DeployReview::tr("When something fails, the traffic goes back to where it was.");
    return lines.join('\n');
}

} // namespace

DeployPreflight::DeployPreflight(DeployPlan &plan, QWidget *parent)
    : DeployPane(plan, tr("Preflight"),
                 tr("Looked at without changing anything; the last look is the cloud's own."), parent)
{
    auto *again = new Button(tr("Look again"), "retry", Button::Variant::Normal, this);
    m_state = new Label(TextStyle::Small, Ink::Secondary, this);
    auto *line = new QHBoxLayout;
    line->addWidget(m_state, 1);
    line->addWidget(again);
    rows().addLayout(line);
    m_problem = new Notice(Notice::Kind::Error, this);
    m_problem->hide();
    rows().addWidget(m_problem);
    m_findings = new FindingList(this);
    m_findings->setAccessibleName(tr("Preflight"));
    rows().addWidget(m_findings);
    rows().addStretch(1);
    connect(again, &QAbstractButton::clicked, &plan, &DeployPlan::look);
}

void DeployPreflight::present()
{
    const auto &check = m_plan.check();
    m_problem->setVisible(m_plan.problem().has_value());
    if (m_plan.problem())
        m_problem->setText(errorSentence(*m_plan.problem()), errorAdvice(*m_plan.problem()));
    m_findings->setLines(check ? findingLines(*check, draft()) : waitingLines());
    m_findings->setVisible(check.has_value() || m_plan.isLooking());
    const auto all = check ? check->findings.size() : 0;
    const auto bad = check ? std::count_if(check->findings.begin(), check->findings.end(),
                                           [](const client::DeployFinding &one) {
                                               return one.state == client::DeployFinding::State::Fails;
                                           })
                           : 0;
    m_state->setText(m_plan.isLooking() ? tr("Looking …")
                     : !check           ? QString()
                     : bad > 0          ? tr("%n look(s) failed: nothing can be deployed like this.", nullptr,
                                             static_cast<int>(bad))
                                        : tr("%n look(s), none failed.", nullptr, static_cast<int>(all)));
}

DeployReview::DeployReview(DeployPlan &plan, QWidget *parent)
    : DeployPane(plan, tr("Review and deploy"), tr("Nothing has happened yet."), parent)
{
    m_what = new Label(TextStyle::Body, Ink::Primary, this);
    m_what->setWordWrap(true);
    rows().addWidget(m_what);
    addTitle(tr("The same with gcloud"));
    m_command = new CodeView(this);
    m_command->setFixedHeight(themeOf(this).scaled(kCommandHigh));
    m_command->setAccessibleName(tr("The same with gcloud"));
    rows().addWidget(m_command);
    rows().addSpacing(8);
    m_reason = addField(m_reasonLabel, tr("Reason, kept in the audit trail"));
    m_name = addField(m_nameLabel, {});
    m_name->setFont(themeOf(this).font(TextStyle::Mono));
    m_backup = new QCheckBox(tr("Save a backup of the configuration first"), this);
    m_backup->setChecked(true);
    rows().addSpacing(4);
    rows().addWidget(m_backup);
    m_refused = new Notice(Notice::Kind::Error, this);
    m_refused->hide();
    rows().addWidget(m_refused);
    rows().addStretch(1);
}

QLineEdit *DeployReview::addField(Label *&label, const QString &title)
{
    label = new Label(title, TextStyle::Small, Ink::Secondary, this);
    auto *field = new QLineEdit(this);
    field->setMaxLength(500);
    field->setAccessibleName(title);
    label->setBuddy(field);
    rows().addWidget(label);
    rows().addWidget(field);
    connect(field, &QLineEdit::textChanged, this, [this] {
        m_refused->hide();
        emit edited();
    });
    return field;
}

void DeployReview::setGuarded(bool isGuarded)
{
    m_isGuarded = isGuarded;
    m_nameLabel->setVisible(isGuarded);
    m_name->setVisible(isGuarded);
}

void DeployReview::setRefused(const QString &strong, const QString &text)
{
    m_refused->setText(strong, text);
    m_refused->show();
}

void DeployReview::present()
{
    m_what->setText(storyOf(draft()));
    m_backup->setVisible(!draft().isNew);
    const QString service = QString::fromStdString(draft().service);
    m_nameLabel->setText(tr("Type %1 to confirm").arg(service));
    m_name->setPlaceholderText(service);
    m_name->setAccessibleName(m_nameLabel->text());
    if (!m_plan.check())
        return;
    QString command = QString::fromStdString(m_plan.check()->command);
    command.replace(QStringLiteral(" --"), QStringLiteral(" \\\n    --"));
    m_command->setCode(QStringLiteral("$ ") + command.replace('\n' + QStringLiteral("gcloud"),
                                                              '\n' + QStringLiteral("$ gcloud")),
                       CodeView::Language::Shell);
}

QString DeployReview::whyNot() const
{
    if (m_plan.isSending())
        return tr("It is being sent.");
    if (const QString why = m_plan.whyNot(DeployPlan::Step::Preflight); !why.isEmpty())
        return why;
    const auto reason = static_cast<int>(m_reason->text().trimmed().size());
    if (m_isGuarded && reason < kShortReason)
        return tr("The reason needs %n more character(s).", nullptr, kShortReason - reason);
    const QString name = QString::fromStdString(draft().service);
    if (!m_isGuarded || m_name->text() == name)
        return {};
    const auto missing = static_cast<int>(name.size() - m_name->text().size());
    return name.startsWith(m_name->text()) ? tr("%n more character(s) to type.", nullptr, missing)
                                           : tr("That is not the name of the service.");
}

} // namespace batuta::views
