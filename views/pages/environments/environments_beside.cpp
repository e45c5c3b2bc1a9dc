// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What stands beside the files on the page of the environments: the process's own variables, those of the
// revision that serves, and whether the store of secrets is open.
#include "engine/client/acts.h"
#include "views/models/releases/config_text.h"
#include "views/pages/environments/environments_page.h"
#include "views/pages/environments/matrix_header.h"
#include "views/pages/environments/matrix_view.h"
#include "views/pages/environments/passphrase_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <unistd.h>

namespace batuta::views {
namespace {

const QString kChoice = QStringLiteral("environments/deployed");

} // namespace

void EnvironmentsPage::followDeployed()
{
    m_deployed = std::make_unique<DeployedVariables>(m_context.engine);
    const QJsonValue kept = m_context.state.value(kChoice);
    if (kept.isString())
        m_deployed->choose(kept.toString().toStdString());
    connect(m_deployed.get(), &DeployedVariables::changed, this, &EnvironmentsPage::presentDeployed);
    const auto takeProcess = [this] {
        m_model->setProcess(m_control.workspace().environment.toStdString(), environ);
    };
    connect(&m_control, &EngineControl::workspaceChanged, this, takeProcess);
    takeProcess();
    connect(m_desk.get(), &SecretsDesk::passphraseChanged, this, &EnvironmentsPage::presentSealed);
    connect(m_desk.get(), &SecretsDesk::unlocked, this, [this] {
        emit told(tr("The sealed file is open."));
        secretsChanged(QString());
    });
}

void EnvironmentsPage::buildBeside()
{
    const auto button = [this](Notice *notice, const char *command) {
        QAction *action = m_context.commands.action(command);
        connect(notice->addButton(action->text()), &QAbstractButton::clicked, action, &QAction::trigger);
    };
    button(m_sealed, "environments.passphrase");
    button(m_cloud, "environments.ask_deployed");
    m_sealed->hide();
    m_cloud->hide();
}

void EnvironmentsPage::addBesideCommands()
{
    add("environments.passphrase", [] { return tr("Type the passphrase"); }, "lock", {},
        {[this] { openPassphrase({}); },
         [this] {
             return m_model->store() == secrets::StoreKind::File ? QString()
                                                                 : tr("There is no sealed file here");
         }});
    add("environments.ask_deployed", [] { return tr("Ask the cloud again"); }, "refresh", {},
        {[this] { m_deployed->refresh(); },
         [this] {
             return m_deployed->places().empty() && !m_deployed->problem()
                        ? tr("The workspace names no cloud")
                    : m_deployed->isAsking() ? tr("It is being asked")
                                             : QString();
         }});
}

void EnvironmentsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_deployed)
        m_deployed->setLive(true);
}

void EnvironmentsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (m_deployed)
        m_deployed->setLive(false);
}

void EnvironmentsPage::chooseDeployed(const QString &environment)
{
    m_context.state.setValue(kChoice, environment);
    m_deployed->choose(environment.toStdString());
}

/// The names alone where the bar is narrow: the field's own name says what they are.
void EnvironmentsPage::fillDeployedChoice()
{
    const QSignalBlocker quiet(m_deployedChoice);
    m_deployedChoice->clear();
    qsizetype longest = 0;
    for (const client::CloudPlace &place : m_deployed->places()) {
        const QString name = QString::fromStdString(place.environment);
        m_deployedChoice->addItem(isNarrow() ? name : tr("Deployed: %1").arg(name), name);
        longest = std::max(longest, m_deployedChoice->itemText(m_deployedChoice->count() - 1).size());
    }
    m_deployedChoice->addItem(tr("Deployed: none"), QString());
    m_deployedChoice->setMinimumContentsLength(static_cast<int>(longest)); // the letters are narrow
    m_deployedChoice->setToolTip(m_deployedChoice->accessibleName());
    m_deployedChoice->setCurrentIndex(
        m_deployedChoice->findData(QString::fromStdString(m_deployed->environment())));
    m_deployedChoice->setVisible(!m_deployed->places().empty());
}

/// What has no room beside the choice goes.
void EnvironmentsPage::fitBar()
{
    const bool hasTemplates = !m_model->disk().templates.empty(), hasChoice = !m_deployed->places().empty();
    m_filter->setMinimumWidth(themeOf(this).scaled(isNarrow() ? 120 : 250));
    m_template->setVisible(hasTemplates && !hasChoice && !isNarrow());
    m_covered->setVisible(hasTemplates && !(hasChoice && isNarrow()));
}

/// The choice, the column and its words; when the cloud is away, what was read last stays with its time.
void EnvironmentsPage::presentDeployed()
{
    fillDeployedChoice();
    fitBar();
    const auto &reading = m_deployed->reading();
    const auto &problem = m_deployed->problem();
    const bool utc = m_context.preferences.utc();
    const QString at = reading ? clockTime(reading->at, utc).section(':', 0, 1) : QString();
    if (reading) {
        const QString revision =
            QString::fromStdString(shortRevision(reading->aside.revision, reading->service));
        m_view->head().setDeployedWord(
            problem ? tr("%1, as of %2").arg(revision, at)
                    : tr("%1, %2 % of the traffic").arg(revision).arg(reading->percent));
    }
    m_cloud->setVisible(problem.has_value());
    if (problem)
        m_cloud->setText(reading
                             ? tr("The cloud does not answer; what is deployed is shown as of %1.").arg(at)
                             : tr("What is deployed cannot be shown."),
                         errorSentence(*problem));
    m_model->setDeployed(reading ? std::optional(reading->aside) : std::nullopt);
    m_context.commands.update();
}

void EnvironmentsPage::presentSealed()
{
    const bool hasFile = m_model->store() == secrets::StoreKind::File;
    if (!std::exchange(m_isProbed, true) && hasFile)
        m_desk->probe();
    const bool isSealed = hasFile && !m_desk->hasPassphrase();
    m_sealed->setVisible(isSealed);
    if (isSealed)
        m_sealed->setText(tr("The sealed file of secrets is closed."),
                          tr("Steps that need one of its secrets are skipped until it is open."));
    m_context.commands.update();
}

void EnvironmentsPage::openPassphrase(std::function<void()> then)
{
    auto *dialog = new PassphraseDialog(*m_desk, m_model->store() != secrets::StoreKind::File);
    m_overlay = new Overlay(window(), dialog, {520, 300});
    connect(dialog, &PassphraseDialog::closeRequested, m_overlay, &Overlay::close);
    if (then)
        connect(dialog, &PassphraseDialog::opened, this, then);
    m_overlay->open();
}

} // namespace batuta::views
