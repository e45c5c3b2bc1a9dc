// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/console_control.h"
#include "app/console/options.h"
#include "app/console/single_instance.h"
#include "views/shell/look.h"
#include "views/shell/shell.h"
#include "views/theme/theme.h"

#include <memory>

namespace batuta::console {

class Screenshots;

/// The whole console: what one window works with, in the order in which it comes and goes. Lives on the
/// window's thread.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(Options options, QString folder, app::WorkspaceFile file);
    ~Console() override;

    /// False when another window already shows this workspace: it has been raised.
    bool begin();

signals:
    void done(int exitCode);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave();
    void openWindow();
    void measureFirstFrame();

    Options m_options;
    QString m_folder;
    views::Preferences m_preferences;
    views::Theme m_theme;
    std::unique_ptr<views::Look> m_look;
    views::ViewState m_state;
    views::CommandRegistry m_commands;
    views::EngineLink m_link;
    std::unique_ptr<ConsoleControl> m_control;
    std::unique_ptr<views::Shell> m_shell;
    std::unique_ptr<Screenshots> m_screenshots;
    SingleInstance m_instance;
    int m_exitCode = 0;
};

} // namespace batuta::console
