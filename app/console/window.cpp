// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/window.h"

namespace batuta::console {

Window::Window(views::Preferences &preferences, const QString &stateFile, const MakeControl &makeControl)
    : m_state(stateFile)
    , m_control(makeControl(m_link))
    , m_shell(std::make_unique<views::Shell>(views::Context{m_link, m_commands, preferences, m_state},
                                             *m_control))
{
    connect(m_shell.get(), &views::Shell::left, this, &Window::leave);
    connect(m_control.get(), &WindowControl::closed, this, &Window::closed);
    connect(&m_screenLock, &ScreenLock::locked, &m_control->lock(), &views::ProductionLock::lock);
    connect(&m_alerts, &DesktopAlerts::opened, this, [this] {
        m_shell->activateWindow();
        m_shell->open({"metrics", "alerts", {}});
    });
}

Window::~Window() = default;

void Window::leave()
{
    m_shell->hide();
    m_control->close(std::chrono::seconds(5));
}

} // namespace batuta::console
