// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/engine_host.h"
#include "app/console/window_control.h"
#include "engine/capsule/capsule.h"
#include "views/models/engine_link.h"

#include <QTemporaryDir>

#include <thread>

namespace batuta::console {

/// Shows a window what a capsule holds: an engine on a workspace made of it in a folder that goes with the
/// window, which only reads and replays. Lives on the window's thread; files are read and written on another.
class CapsuleControl final : public WindowControl
{
    Q_OBJECT

public:
    /// The link must outlive this.
    CapsuleControl(OpenedFile opened, views::EngineLink &link, QObject *parent = nullptr);
    ~CapsuleControl() override;

    void start() override;
    void stop() override {}
    views::Diagnosis diagnosis() const override;
    views::WorkspaceInfo workspace() const override;
    views::EngineAddress address() const override { return {}; }
    void close(Duration grace) override;
    void replay(const QString &execution, QObject *context,
                std::function<void(Result<client::Started>)> then) override;

private:
    void unfolded(const Result<host::EngineOptions> &options);

    OpenedFile m_opened;
    views::EngineLink &m_link;
    QTemporaryDir m_folder;
    EngineHost m_host;
    std::thread m_worker;
    bool m_leaving = false;
};

} // namespace batuta::console
