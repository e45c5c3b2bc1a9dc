// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/capsule_control.h"

#include "app/shared/capsule_workspace.h"
#include "engine/capsule/replay.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace batuta::console {

using views::EngineLink;
using views::Status;

CapsuleControl::CapsuleControl(OpenedFile opened, EngineLink &link, QObject *parent)
    : WindowControl(parent)
    , m_opened(std::move(opened))
    , m_link(link)
{
    m_link.setReadOnly(true);
    connect(&m_host, &EngineHost::opened, this, [this] { m_link.attach(m_host.client()); });
    connect(&m_host, &EngineHost::failed, this, [this](const Error &error) { m_link.detach(error); });
    connect(&m_host, &EngineHost::closed, this, &CapsuleControl::closed);
}

CapsuleControl::~CapsuleControl()
{
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
    if (m_worker.joinable())
        m_worker.join();
}

void CapsuleControl::start()
{
    if (m_host.isOpen() || m_worker.joinable())
        return;
    m_link.setStarting();
    m_worker = std::thread([this, capsule = m_opened.capsule, folder = m_folder.path().toStdString()] {
        auto options = app::unfold(capsule->capsule, folder);
        QMetaObject::invokeMethod(this, [this, options = std::move(options)] { unfolded(options); });
    });
}

void CapsuleControl::unfolded(const Result<host::EngineOptions> &options)
{
    m_worker.join();
    if (m_leaving)
        return emit closed();
    if (!options)
        return m_link.detach(options.error());
    m_host.open(*options, options->logFile);
}

void CapsuleControl::close(Duration)
{
    m_leaving = true;
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
    if (m_host.isOpen())
        return m_host.close({});
    if (!m_worker.joinable())
        QMetaObject::invokeMethod(this, &CapsuleControl::closed, Qt::QueuedConnection);
}

views::WorkspaceInfo CapsuleControl::workspace() const
{
    auto info = std::make_shared<views::CapsuleInfo>();
    const capsule::Capsule &capsule = m_opened.capsule->capsule;
    info->file = m_opened.file;
    info->madeBy = QString::fromStdString(capsule.madeBy);
    info->madeAt = capsule.madeAt;
    info->fingerprint = QString::fromStdString(m_opened.capsule->fingerprint);
    info->isOwnKey = m_opened.isOwnKey;
    for (const capsule::CapsuleExecution &one : capsule.executions) {
        info->executions.append(QString::fromStdString(one.line.record.id));
        for (const capsule::EnvironmentKeys::Key &key : one.environment.keys)
            info->keys.append(QString::fromStdString(key.name));
    }
    info->keys.sort();
    info->keys.removeDuplicates();
    const std::string &environment = capsule.executions.front().line.record.environment;
    return {QFileInfo(m_opened.file).fileName(),
            m_opened.file,
            QString::fromStdString(environment.empty() || environment == "default" ? "dev" : environment),
            false,
            tr("Capsule"),
            info};
}

views::Diagnosis CapsuleControl::diagnosis() const
{
    views::Diagnosis diagnosis;
    diagnosis.checks.append({"workspace", Status::Success, m_opened.file});
    const bool isGone = m_link.state() == EngineLink::State::Unreachable;
    diagnosis.checks.append({"engine",
                             m_link.isRunning() ? Status::Success
                             : isGone           ? Status::Failed
                                                : Status::Running,
                             isGone ? QString::fromStdString(m_link.reason().detail) : QString()});
    return diagnosis;
}

/// Around the link, which refuses to start anything: what is started here calls nobody.
void CapsuleControl::replay(const QString &execution, QObject *context,
                            std::function<void(Result<client::Started>)> then)
{
    const std::string id = execution.toStdString();
    const auto &executions = m_opened.capsule->capsule.executions;
    const auto found = std::find_if(executions.begin(), executions.end(),
                                    [&](const auto &one) { return one.line.record.id == id; });
    if (found == executions.end() || !m_host.isOpen())
        return WindowControl::replay(execution, context, std::move(then));
    Result<client::StartExecution> command = capsule::replayOf(*found);
    if (!command)
        return then(command.error());
    m_host.client().start(std::move(*command),
                          [this, guard = QPointer(context), then](const Result<client::Started> &started) {
                              QMetaObject::invokeMethod(this, [guard, then, started] {
                                  if (guard)
                                      then(started);
                              });
                          });
}

} // namespace batuta::console
