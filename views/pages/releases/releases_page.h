// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/releases/releases_model.h"
#include "views/widgets/page.h"

#include <QPointer>

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace batuta::views {

class Bar;
class BackupsDialog;
class Button;
class ConfigDiff;
class DeployWizard;
class Label;
class Notice;
class Overlay;
class RehearsalDialog;
class ReleaseList;
class RevisionRows;
class RevisionTable;
class RollbackDialog;
class StatePane;
class TrafficBar;
class WatchDialog;
class WindowStrip;

/// What runs in the clouds of the workspace: services, where their traffic goes, revisions, what differs
/// between two, and who did what; traffic is moved and rolled back here. Address:
/// `batuta://releases/SERVICE?env=NAME&revision=NAME`.
class ReleasesPage final : public Page
{
    Q_OBJECT

public:
    ReleasesPage(Context context, EngineControl &control, QWidget *parent = nullptr);

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    ReleasesModel &model() { return *m_model; }
    TrafficBar &bar() { return *m_bar; }
    RevisionTable &table() { return *m_table; }
    ReleaseList &services() { return *m_services; }
    RollbackDialog *dialog() const;
    DeployWizard &wizard() { return *m_wizard; }
    bool isDeploying() const;
    BackupsDialog *backups() const;
    WatchDialog *watchDialog() const;
    RehearsalDialog *rehearsal() const;
    QComboBox &against() { return *m_against; }
    /// The selected revision beside the environment of a file; "" is none any more.
    void compareWithFile(const QString &file);
    /// Writes the service as YAML into a file.
    void exportTo(const QString &file);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildHeader();
    QWidget *buildLeft();
    QWidget *buildCentre();
    QWidget *buildTraffic(QWidget *parent);
    QWidget *buildRight();
    void retranslate();
    void present();
    void presentState();
    void presentHeader();
    void presentTraffic();
    void presentMove();
    void presentConfig();
    // releases_commands.cpp
    void addCommands();
    void addOtherCommands();
    QString whyNoService() const;
    QString whyNoChange() const;
    bool isGuarded() const;
    void applyPending();
    void openDialog(const std::string &target, std::optional<releases::Traffic> traffic);
    void giveShare();
    void undo();
    // releases_deploy.cpp
    void addDeployCommands();
    void addKeepingCommands();
    void buildWizard();
    void deploy(bool isNew);
    void leaveWizard();
    void askForExport();
    void openBackups();
    void openWatch();
    template <class Dialog> void openPanel(Dialog *dialog, QSize wanted);
    void presentWatched();
    // releases_rehearse.cpp
    void addRehearsalCommand();
    void buildRehearsal(Bar &bar);
    QString whyNoRehearsal() const;
    void openRehearsal();
    void presentRehearsal();
    // releases_compare.cpp
    void buildAgainst(Bar &bar);
    void presentAgainst();
    void chooseAgainst(int at);
    std::optional<std::pair<std::string, std::string>> sidesAgainst(const cloud::Revision &after);

    Context m_context;
    EngineControl &m_control;
    ReleasesModel *m_model;
    RevisionRows *m_rows;
    Label *m_title, *m_below, *m_service, *m_region;
    Button *m_url;
    StatePane *m_state, *m_centreState;
    ReleaseList *m_services, *m_environments, *m_entries;
    Label *m_servicesTitle, *m_servicesCount, *m_acrossTitle;
    Label *m_trafficTitle, *m_trafficFigures, *m_trafficChange;
    TrafficBar *m_bar;
    QWidget *m_pendingRow;
    Label *m_pendingText;
    Button *m_apply, *m_cancel, *m_undo, *m_deploy, *m_rehearse;
    Notice *m_changedBy, *m_moved, *m_old, *m_watchedNotice;
    Label *m_revisionsTitle, *m_revisionsCount;
    QCheckBox *m_hide;
    RevisionTable *m_table;
    Label *m_configTitle, *m_configSides, *m_configCount, *m_auditTitle;
    ConfigDiff *m_diff;
    QPointer<Overlay> m_overlay;
    QPointer<RollbackDialog> m_dialog;
    QPointer<BackupsDialog> m_backups;
    QPointer<WatchDialog> m_watch;
    QPointer<RehearsalDialog> m_rehearsal;
    QStackedWidget *m_bodies;
    DeployWizard *m_wizard;
    QComboBox *m_against;
    std::string m_otherEnvironment; ///< that the configuration is compared with; "" for the serving revision
    QString m_file;                 ///< whose environment it is compared with
    std::vector<cloud::EnvVar> m_fileKeys;
    WindowStrip *m_strip;
};

} // namespace batuta::views
