// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/engine_host.h"
#include "app/console/sandbox_process.h"
#include "views/theme/theme.h"
#include "views/widgets/page.h"

#include <QTemporaryDir>

#include <memory>

namespace batuta::tests {

/// A workspace with the shipped flows in a temporary folder, the sandbox that serves their functions, the
/// real engine on its own thread, and what a page works with. One per test program, made after the
/// QApplication.
class ConsoleHouse
{
public:
    ConsoleHouse();
    ~ConsoleHouse();

    /// Starts sandbox and engine, and waits until the link has flows and info; false after 20 s.
    bool start();
    void stopEngine();

    views::Context context() { return {link, commands, preferences, *state}; }
    /// Starts a flow and gives its execution_id; "" when it was refused.
    QString run(const QString &flow, const json::Value &input);
    static json::Value sampleInput(); ///< of update_profile
    /// The record, once the execution has ended; an empty one after 20 s.
    client::ExecutionRecord ended(const QString &execution);
    /// Faults of one function, step or `*` of the sandbox, as `PUT /control/faults/<target>` takes them:
    /// `setFault("match_candidato", R"({"error_rate": 1, "error_code": 503})")`, `{"latency_ms": 300}` …
    bool setFault(const QString &target, const QByteArray &json);
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder; ///< before those that write into it

public:
    views::Theme theme;
    views::EngineLink link;
    views::CommandRegistry commands;
    views::Preferences preferences;
    std::unique_ptr<views::ViewState> state;
    console::SandboxProcess sandbox;
    std::unique_ptr<console::EngineHost> engine;
};

} // namespace batuta::tests
