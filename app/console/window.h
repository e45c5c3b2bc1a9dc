// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/desktop_alerts.h"
#include "app/console/screen_lock.h"
#include "app/console/window_control.h"
#include "views/shell/shell.h"

#include <functional>
#include <memory>

namespace batuta::console {

/// One window on one engine, and what it works with, in the order in which it comes and goes. Lives on the
/// window's thread.
class Window final : public QObject
{
    Q_OBJECT

public:
    using MakeControl = std::function<std::unique_ptr<WindowControl>(views::EngineLink &)>;

    /// `stateFile`: what the views remember; "" forgets it.
    Window(views::Preferences &preferences, const QString &stateFile, const MakeControl &makeControl);
    ~Window() override;

    views::EngineLink &link() { return m_link; }
    WindowControl &control() { return *m_control; }
    views::Shell &shell() { return *m_shell; }
    /// Hides the window and leaves the engine; closed() follows.
    void leave();

signals:
    void closed();

private:
    views::ViewState m_state;
    views::CommandRegistry m_commands;
    views::EngineLink m_link;
    std::unique_ptr<WindowControl> m_control;
    std::unique_ptr<views::Shell> m_shell;
    DesktopAlerts m_alerts{m_link};
    ScreenLock m_screenLock;
};

} // namespace batuta::console
