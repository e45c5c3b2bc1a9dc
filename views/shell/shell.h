// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/navigation.h"
#include "views/widgets/page.h"

#include <QWidget>

#include <map>

class QStackedWidget;

namespace batuta::views {

class ActivityRail;
class CloseDialog;
class ConnectionPanel;
class Overlay;
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
    void showConnection(bool shown);
    void closeOverlay();

signals:
    /// The window has closed, and nothing of this engine runs any more.
    void left();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addCommands();
    void addViewCommands();
    void addEngineCommands();
    void addLookCommands();
    void showPage(const Address &address);
    void follow(Page *page);
    void retitle();
    void fadeWhenStale();
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

    Context m_context;
    EngineControl &m_control;
    Navigation m_navigation;
    std::map<QString, Page *> m_pages;
    QStackedWidget *m_stack;
    TopBar *m_top = nullptr;
    ActivityRail *m_rail;
    StatusStrip *m_status;
    ConnectionPanel *m_connection;
    QPointer<Overlay> m_overlay;
    QPointer<CloseDialog> m_closing;
    bool m_mayClose = false;
};

} // namespace batuta::views
