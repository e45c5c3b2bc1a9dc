// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/engine_host.h"
#include "app/console/sandbox_process.h"
#include "app/console/window_control.h"
#include "app/shared/workspace_file.h"
#include "views/models/engine_link.h"

#include <QTimer>

namespace batuta::console {

/// Starts and stops what the window works with: the sandbox when the workspace asks for it, then the engine,
/// which it hands to the link. Lives on the window's thread.
class ConsoleControl final : public WindowControl
{
    Q_OBJECT

public:
    /// `folder`: of the workspace. The link must outlive this.
    ConsoleControl(QString folder, app::WorkspaceFile file, views::EngineLink &link,
                   QObject *parent = nullptr);
    ~ConsoleControl() override;

    void start() override;
    void stop() override;
    views::Diagnosis diagnosis() const override;
    views::WorkspaceInfo workspace() const override;
    views::EngineAddress address() const override { return {}; }
    bool canSwitch() const override { return true; }
    void switchEnvironment(const QString &name) override;
    void close(Duration grace) override;
    const SandboxProcess &sandbox() const { return m_sandbox; }

private:
    void openEngine();
    void beginAgain();
    void leave();
    void fail(Error error);
    QString historyFile() const;
    QString logFile() const;
    QStringList lastLines() const;

    QString m_folder;
    app::WorkspaceFile m_file;
    views::EngineLink &m_link;
    SandboxProcess m_sandbox;
    EngineHost m_host;
    std::string m_opened; ///< the environment of the engine that was opened last
    QString m_sandboxError;
    QTimer m_again; ///< starts a sandbox that ended by itself once more
    bool m_startAgain = false;
    bool m_leaving = false;
};

} // namespace batuta::console
