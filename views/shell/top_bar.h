// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/engine_link.h"

#include <QAbstractButton>
#include <QWidget>

namespace batuta::views {

class Button;
class CommandRegistry;
class EnvironmentTag;

/// Says how the engine is: dot, version, what runs; red with the seconds when it does not answer.
class EnginePill final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EnginePill(const EngineLink &link, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString state() const;
    QString detail() const;
    Status role() const;

    const EngineLink &m_link;
    QTimer m_clock; ///< counts the seconds of an engine that does not answer
};

/// Looks like a field, opens the palette.
class SearchField final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SearchField(QAction *action, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *m_action;
};

/// Logo (menu of all commands), workspace, environment, search, engine.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    TopBar(const WorkspaceInfo &workspace, const EngineLink &link, CommandRegistry &commands,
           QWidget *parent = nullptr);
    void setWorkspace(const WorkspaceInfo &workspace);
    /// Until production locks itself again; 0 while it is locked.
    void setUnlocked(int seconds);
    QPoint environmentMenuPlace() const;

signals:
    void environmentMenuWanted(const QPoint &at);
    void menuWanted(const QPoint &at);
    void workspaceMenuWanted(const QPoint &at);
    void engineWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();

    WorkspaceInfo m_info;
    QAbstractButton *m_menu;
    Button *m_workspace;
    SearchField *m_search;
    EnginePill *m_pill;
    EnvironmentTag *m_environment;
};

} // namespace batuta::views
