// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/review_dialog.h"

#include "engine/client/acts.h"
#include "views/models/environments/env_mask.h"
#include "views/models/status.h"
#include "views/pages/editor/versions/diff_view.h"
#include "views/pages/environments/env_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace batuta::views {

ReviewDialog::ReviewDialog(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    build();
    connect(&m_model, &EnvironmentsModel::changed, this, &ReviewDialog::refresh);
    connect(&m_model.lock(), &ProductionLock::changed, this, [this] { m_why->setText(whyNot()); });
    connect(&m_model, &EnvironmentsModel::applied, this, [this](int, const Errors &errors) {
        if (errors.empty())
            return emit closeRequested();
        m_notice->setText(errorSentence(errors.front()), errorAdvice(errors.front()));
        m_notice->show();
        refresh();
    });
    connect(m_files, &QComboBox::activated, this, &ReviewDialog::presentFile);
    connect(m_cancel, &QAbstractButton::clicked, this, &ReviewDialog::closeRequested);
    connect(m_apply, &QAbstractButton::clicked, this, &ReviewDialog::apply);
    connect(m_name, &QLineEdit::textChanged, this, &ReviewDialog::refresh);
    refresh();
}

void ReviewDialog::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(tr("Review and apply"), TextStyle::Title, Ink::Primary, head);
    m_state = new Label(TextStyle::Body, Ink::Secondary, head);
    m_files = new QComboBox(head);
    m_files->setMinimumContentsLength(24);
    m_files->setAccessibleName(tr("File"));
    head->row()->addWidget(m_title);
    head->row()->addWidget(m_state, 1);
    head->row()->addWidget(m_files);
    m_notice = new Notice(Notice::Kind::Error, this);
    m_notice->hide();
    m_diff = new DiffView(this);
    m_diff->setSides(tr("On the disk"), tr("With your changes"));
    auto *fields = new QHBoxLayout;
    fields->setContentsMargins(14, 8, 14, 8);
    fields->setSpacing(10);
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(500);
    m_reason->setPlaceholderText(tr("Why? It is kept in the history."));
    m_reason->setAccessibleName(tr("Why"));
    m_nameLabel = new Label(TextStyle::Body, Ink::Primary, this);
    m_name = new QLineEdit(this);
    fields->addWidget(m_reason, 2);
    fields->addWidget(m_nameLabel);
    fields->addWidget(m_name, 1);
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_why = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_why->setElide(Qt::ElideRight);
    m_cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_apply = new Button(tr("Apply"), "check", Button::Variant::Primary, foot);
    foot->row()->addWidget(m_why, 1);
    foot->row()->addWidget(m_cancel);
    foot->row()->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_notice);
    column->addWidget(m_diff, 1);
    column->addLayout(fields);
    column->addWidget(foot);
    setFocusProxy(m_reason);
    setAccessibleName(m_title->text());
}

QString ReviewDialog::productionName() const
{
    for (const EnvPlan &plan : m_model.plans())
        if (m_model.isProduction(plan.environment))
            return QString::fromStdString(m_model.matrix().environments[plan.environment]);
    return {};
}

QString ReviewDialog::whyNot() const
{
    const QString production = productionName();
    if (m_model.isApplying())
        return tr("It is being written");
    if (m_model.plans().empty())
        return tr("Nothing has changed");
    if (!m_model.conflicts().empty())
        return tr("Files have changed on the disk: settle that first");
    for (const EnvPlan &plan : m_model.plans())
        if (!plan.refused.empty())
            return errorSentence(plan.refused.front());
    if (!production.isEmpty() && !m_model.lock().isOpen())
        return tr("Production is locked again");
    if (!production.isEmpty() && m_name->text() != production)
        return tr("Type the name of the environment first");
    return {};
}

void ReviewDialog::refresh()
{
    const auto &plans = m_model.plans();
    const int chosen = std::max(0, m_files->currentIndex());
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    for (const EnvPlan &plan : plans) {
        const QString file = QString::fromStdString(plan.shown);
        m_files->addItem(plan.isNew ? tr("%1 (new)").arg(file) : file);
    }
    m_files->setCurrentIndex(std::min(chosen, m_files->count() - 1));
    const auto &findings = m_model.matrix().findings;
    const auto errors =
        std::count_if(findings.begin(), findings.end(), [](const environments::Finding &finding) {
            return finding.severity == environments::Finding::Severity::Error;
        });
    const QString changes = tr("%n change(s)", nullptr, m_model.pendingCount());
    m_state->setText(errors == 0 ? changes
                                 : tr("%1; %2 afterwards", "3 changes; 2 problems afterwards")
                                       .arg(changes, tr("%n problem(s)", nullptr, static_cast<int>(errors))));
    const QString production = productionName();
    m_nameLabel->setVisible(!production.isEmpty());
    m_name->setVisible(!production.isEmpty());
    m_nameLabel->setText(tr("Type %1 to confirm").arg(production));
    m_name->setAccessibleName(m_nameLabel->text());
    m_apply->setVariant(production.isEmpty() ? Button::Variant::Primary : Button::Variant::Production);
    m_apply->setIconName(production.isEmpty() ? "check" : "lock");
    m_apply->setText(production.isEmpty() ? tr("Apply") : tr("Apply to %1").arg(production));
    const QString why = whyNot();
    m_apply->setEnabled(why.isEmpty());
    m_why->setText(why);
    presentFile();
}

void ReviewDialog::presentFile()
{
    const auto at = static_cast<std::size_t>(m_files->currentIndex());
    if (at >= m_model.plans().size())
        return m_diff->setRows({});
    const EnvPlan &plan = m_model.plans()[at];
    const SecretKeys secret = secretKeysOf(m_model.matrix());
    m_diff->setRows(
        diffRows(maskedText(plan.before, plan.format, secret), maskedText(plan.after, plan.format, secret)));
}

void ReviewDialog::apply()
{
    if (!whyNot().isEmpty())
        return;
    m_notice->hide();
    m_model.apply(client::thisUser().who, m_reason->text().trimmed().toStdString());
}

} // namespace batuta::views
