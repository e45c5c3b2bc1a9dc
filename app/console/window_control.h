// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/capsule/capsule.h"
#include "views/models/engine_control.h"
#include "views/remote/remote_client.h"

#include <memory>

namespace batuta::console {

/// A capsule that was read: whole, and as its key signed it.
struct OpenedFile
{
    QString file;
    std::shared_ptr<const capsule::OpenedCapsule> capsule;
    bool isOwnKey = false; ///< of the workspace from whose window it was opened
};

/// Reads a capsule; blocks for the disk. `workspace`: whose key may be its own; "" has none.
Result<OpenedFile> readCapsuleFile(const QString &file, const QString &workspace);

/// What both kinds of windows can do: ask an engine elsewhere who it is, and open windows. Lives on the
/// window's thread.
class WindowControl : public views::EngineControl
{
    Q_OBJECT

public:
    using EngineControl::EngineControl;

    void openWorkspace(const QString &folder) override;
    void check(const views::EngineAddress &address, QObject *context, Then then) override;
    void enter(const views::EngineAddress &address, const client::EngineInfo &info) override;
    void openCapsule(const QString &file, QObject *context, std::function<void(Result<void>)> then) override;

    /// Leaves the engine for good; what still runs inside this window is cancelled and recorded after
    /// `grace`. Then closed().
    virtual void close(Duration grace) = 0;

signals:
    void closed();
    /// A person wants to see this engine, which has answered.
    void engineChosen(const batuta::views::EngineAddress &address, const batuta::client::EngineInfo &info);
    void capsuleOpened(const batuta::console::OpenedFile &opened);

private:
    int m_checks = 0;
    std::unique_ptr<views::RemoteClient> m_probe; ///< ends first: its answers come back to this
};

} // namespace batuta::console
