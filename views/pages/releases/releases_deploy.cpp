// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleasesPage that deploys, keeps and watches.
#include "views/pages/releases/backups_dialog.h"
#include "views/pages/releases/deploy_wizard.h"
#include "views/pages/releases/release_list.h"
#include "views/pages/releases/releases_page.h"
#include "views/pages/releases/watch_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStackedWidget>

namespace batuta::views {

void ReleasesPage::addDeployCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto hasPlace = [this] {
        if (const QString why = whyNoAct(m_context.engine); !why.isEmpty())
            return why;
        return m_model->board() && !m_model->board()->places.empty() ? QString()
                                                                     : tr("The workspace names no cloud");
    };
    commands.add(this, {"releases.deploy",
                        [this] { return isGuarded() ? tr("Deploy to production") : tr("Deploy"); },
                        "upload",
                        {Qt::Key_D},
                        [this] { deploy(false); },
                        [this, hasPlace] {
                            const bool isFirst =
                                m_model->board() && m_model->board()->services.empty() && !m_model->problem();
                            return isFirst ? hasPlace() : whyNoChange();
                        }});
    commands.add(this, {"releases.new_service",
                        [] { return tr("Deploy a new service"); },
                        "plus",
                        {},
                        [this] { deploy(true); },
                        hasPlace});
    addKeepingCommands();
}

void ReleasesPage::addKeepingCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto needsService = [this] {
        const QString why = whyNoAct(m_context.engine);
        return why.isEmpty() ? whyNoService() : why;
    };
    commands.add(this, {"releases.export",
                        [] { return tr("Export config"); },
                        "download",
                        {},
                        [this] { askForExport(); },
                        needsService});
    commands.add(this, {"releases.backups",
                        [] { return tr("Backups"); },
                        "history",
                        {},
                        [this] { openBackups(); },
                        needsService});
    commands.add(
        this,
        {"releases.watch", [] { return tr("Alerts"); }, "bell", {}, [this] { openWatch(); }, needsService});
}

void ReleasesPage::buildWizard()
{
    m_wizard = new DeployWizard(*m_model, m_context.engine, m_bodies);
    m_bodies->addWidget(m_wizard);
    connect(m_wizard, &DeployWizard::left, this, &ReleasesPage::leaveWizard);
    connect(m_wizard, &DeployWizard::told, this, &ReleasesPage::told);
    connect(m_wizard, &DeployWizard::runRequested, this, [this](const QString &execution) {
        emit openRequested(Address{QStringLiteral("run"), execution, {}});
    });
    connect(m_model, &ReleasesModel::watchEnded, this, [this] {
        const auto &watched = m_model->watched();
        emit told(watched->failures == 0 ? tr("%1 was watched for two minutes: no errors in its log.")
                                               .arg(QString::fromStdString(watched->service))
                                         : tr("%1 was watched for two minutes: %n error(s) in its log.",
                                              nullptr, watched->failures)
                                               .arg(QString::fromStdString(watched->service)));
    });
}

BackupsDialog *ReleasesPage::backups() const
{
    return m_backups;
}

WatchDialog *ReleasesPage::watchDialog() const
{
    return m_watch;
}

bool ReleasesPage::isDeploying() const
{
    return m_bodies->currentWidget() == m_wizard;
}

void ReleasesPage::deploy(bool isNew)
{
    m_wizard->setUtc(m_context.preferences.utc());
    m_bodies->setCurrentWidget(m_wizard);
    m_wizard->begin(isNew);
}

void ReleasesPage::leaveWizard()
{
    m_bodies->setCurrentIndex(0);
    m_services->setFocus();
    m_model->refresh();
}

/// What the two minutes after a change have shown stands there until somebody closes it.
void ReleasesPage::presentWatched()
{
    const auto &watched = m_model->watched();
    const bool isHere = watched && watched->service == m_model->serviceName();
    m_watchedNotice->setVisible(isHere);
    if (!isHere)
        return;
    m_watchedNotice->setKind(watched->failures > 0 ? Notice::Kind::Warning : Notice::Kind::Info);
    m_watchedNotice->setText(watched->isRollback ? tr("Two minutes after the rollback:")
                                                 : tr("Two minutes after the change of traffic:"),
                             watched->failures == 0
                                 ? tr("no errors in the log of the service.")
                                 : tr("%n error(s) in the log of the service.", nullptr, watched->failures));
}

void ReleasesPage::askForExport()
{
    auto *dialog = new QFileDialog(this, tr("Export config"),
                                   QString::fromStdString(m_model->serviceName()) + QStringLiteral(".yaml"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ReleasesPage::exportTo);
    dialog->open();
}

/// For its owner only: values of keys stand in it.
void ReleasesPage::exportTo(const QString &file)
{
    client::Act act;
    act.verb = "export_service";
    act.subject = m_model->environment() + "/" + m_model->serviceName();
    act.actor = client::thisUser();
    act.data = json::Object{};
    m_context.engine.act(std::move(act), this, [this, file](const Result<json::Value> &done) {
        if (!done) {
            emit told(errorSentence(done.error()));
            return;
        }
        QSaveFile target(file);
        const bool isWritten = target.open(QIODevice::WriteOnly) &&
                               target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                               target.write(QByteArray::fromStdString((*done)["yaml"].asString())) >= 0 &&
                               target.commit();
        emit told(isWritten ? tr("Exported to %1").arg(file)
                            : tr("%1 cannot be written: %2").arg(file, target.errorString()));
    });
}

template <class Dialog> void ReleasesPage::openPanel(Dialog *dialog, QSize wanted)
{
    m_overlay = new Overlay(window(), dialog, wanted);
    connect(dialog, &Dialog::closeRequested, m_overlay, &Overlay::close);
    connect(dialog, &Dialog::told, this, &ReleasesPage::told);
    m_overlay->open();
}

void ReleasesPage::openBackups()
{
    m_backups =
        new BackupsDialog(m_context.engine, m_model->environment(), isGuarded(), m_context.preferences.utc());
    m_backups->setService(m_model->serviceName());
    connect(m_backups, &BackupsDialog::servicesRestored, m_model, &ReleasesModel::refresh);
    openPanel(m_backups.data(), {1020, 660});
}

void ReleasesPage::openWatch()
{
    m_watch =
        new WatchDialog(m_context.engine, m_model->service()->place, m_model->serviceName(), isGuarded());
    openPanel(m_watch.data(), {900, 560});
}

} // namespace batuta::views
