// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/navigation.h"
#include "views/widgets/page.h"

#include <QWidget>

#include <map>

class QMenu;
class QStackedWidget;

namespace batuta::views {

class ActivityRail;
class CloseDialog;
class ConnectionPanel;
class EnvironmentBand;
class EnvironmentList;
class Overlay;
class SignIn;
class StatusStrip;
class TopBar;

/// The window: environment band, top bar, rail, the current page, status strip; navigation, palette, run
/// dialog and sheet of keys over it. Owns its pages. What it works with must outlive it.
class Shell final : public QWidget
{
    Q_OBJECT

public:
    Shell(Context context, EngineControl &control, QWidget *parent = nullptr);
    ~Shell() override;

    /// Shows the window where it was the last time; the welcome page the first time.
    void begin();
    void open(const Address &address);
    /// Raises the window; an address in `message` is opened.
    void raiseWith(const QString &message);

    Page *page(const QString &view);
    Page *currentPage() const;
    QWidget *openPalette(const QString &text);
    QWidget *openRunDialog(const QString &flow, const QString &inputJson);
    QWidget *openKeys();
    /// `again`: with the address of this window's own engine.
    SignIn *openSignIn(bool again);
    void showConnection(bool shown);
    void closeOverlay();
    QMenu *openEnvironmentMenu(const QPoint &at);

signals:
    /// The window has closed, and nothing of this engine runs any more.
    void left();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addCommands();
    void addViewCommands();
    void addEngineCommands();
    void addLookCommands();
    void addOwnEngineCommands();
    void addOtherEngineCommands();
    void showWorkspace();
    void askForTheToken();
    QWidget *unreachableStrip();
    void showPage(const Address &address);
    bool moveDialogs(Page *from, Page *to);
    void follow(Page *page);
    void retitle();
    void fadeWhenStale();
    // shell_capsule.cpp
    void addCapsuleCommands();
    QWidget *capsuleStrip();
    void chooseCapsule();
    void openCapsule(const QString &file);
    void showCapsule();
    void replay();
    bool belongsHere(const QString &view) const;
    void openMenu(const QPoint &at);
    void openWorkspaceMenu(const QPoint &at);
    void chooseWorkspace();
    void movePane(int by);
    QString runReason() const;
    Overlay *overlay(QWidget *panel, QSize size, bool onTop);
    void askToClose();
    void cancelAll();
    void closeWhenIdle();
    void saveState();
    // shell_environment.cpp
    void watchEnvironments();
    void restoreEnvironment();
    void chooseEnvironment(const QString &name);
    bool askAboutEdits();

    Context m_context;
    EngineControl &m_control;
    Navigation m_navigation;
    std::map<QString, Page *> m_pages;
    QStackedWidget *m_stack;
    TopBar *m_top = nullptr;
    ActivityRail *m_rail;
    EnvironmentBand *m_band = nullptr;
    StatusStrip *m_status;
    ConnectionPanel *m_connection;
    QPointer<Overlay> m_overlay;
    std::map<Page *, QList<QPointer<Overlay>>> m_setAside; ///< what pages that are not shown have opened
    QPointer<CloseDialog> m_closing;
    EnvironmentList *m_environments = nullptr;
    QString m_ownEnvironment; ///< that the workspace's file names
    bool m_mayClose = false;
    bool m_mayLeaveEdits = false;
};

} // namespace batuta::views
