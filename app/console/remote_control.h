// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/window_control.h"
#include "views/models/engine_link.h"

#include <QStringList>

namespace batuta::console {

/// Connects a window to an engine in another process, which it neither starts nor stops. Lives on the
/// window's thread.
class RemoteControl final : public WindowControl
{
    Q_OBJECT

public:
    /// `info`: as the engine said when it was asked. The link must outlive this.
    RemoteControl(views::EngineAddress address, client::EngineInfo info, views::EngineLink &link,
                  QObject *parent = nullptr);
    ~RemoteControl() override;

    /// Connects; asks at once when it waits for the next attempt.
    void start() override;
    /// Only leaves it: it goes on for others.
    void stop() override;
    views::Diagnosis diagnosis() const override;
    views::WorkspaceInfo workspace() const override;
    views::EngineAddress address() const override { return m_address; }
    void enter(const views::EngineAddress &address, const client::EngineInfo &info) override;
    void close(Duration grace) override;

private:
    void connectNow();
    void noteInfo();
    void noteAttempt();

    views::EngineAddress m_address;
    client::EngineInfo m_info; ///< as last heard
    views::EngineLink &m_link;
    QStringList m_attempts;
    std::unique_ptr<views::RemoteClient> m_client;
};

} // namespace batuta::console
