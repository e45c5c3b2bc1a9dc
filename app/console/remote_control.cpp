// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/remote_control.h"

#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace batuta::console {
namespace {

using views::EngineCheck;
using views::EngineLink;
using views::Status;

constexpr qsizetype kMostAttempts = 12;

/// How far one gets on the way to the engine: network, certificate, token, answer.
int reached(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NetTls:
    case ErrorCode::FileUnreadable: // the authority file
        return 1;
    case ErrorCode::HttpUnauthorized:
        return 2;
    case ErrorCode::NetResolve:
    case ErrorCode::NetConnect:
    case ErrorCode::NetTimeout:
    case ErrorCode::NetProtocol:
        return 0;
    default:
        return 3;
    }
}

/// Without the place, which stands beside it.
QString briefly(const Error &error)
{
    return error.detail.empty() ? views::errorSentence({error.code, {}, {}, {}, {}})
                                : QCoreApplication::translate("Errors", error.detail.c_str());
}

} // namespace

RemoteControl::RemoteControl(views::EngineAddress address, client::EngineInfo info, EngineLink &link,
                             QObject *parent)
    : WindowControl(parent)
    , m_address(std::move(address))
    , m_info(std::move(info))
    , m_link(link)
{
    connect(&m_link, &EngineLink::infoChanged, this, &RemoteControl::noteInfo);
    connect(&m_link, &EngineLink::attemptsChanged, this, &RemoteControl::noteAttempt);
    connect(&m_link, &EngineLink::stateChanged, this, &RemoteControl::noteAttempt);
}

RemoteControl::~RemoteControl()
{
    disconnect(&m_link, nullptr, this, nullptr);
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
}

void RemoteControl::start()
{
    if (m_client)
        return m_link.retryNow();
    connectNow();
}

void RemoteControl::connectNow()
{
    auto fresh = std::make_unique<views::RemoteClient>(m_address);
    m_link.setStarting();
    m_link.attach(*fresh);
    m_client = std::move(fresh); // the one before goes, and answers what it still owes
}

void RemoteControl::stop()
{
    m_link.detach(
        {ErrorCode::EngineUnreachable, "engine", tr("this window has left it").toStdString(), {}, {}});
    m_client.reset();
}

void RemoteControl::close(Duration)
{
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
    m_client.reset();
    QMetaObject::invokeMethod(this, &RemoteControl::closed, Qt::QueuedConnection);
}

void RemoteControl::enter(const views::EngineAddress &address, const client::EngineInfo &info)
{
    if (address.url != m_address.url)
        return WindowControl::enter(address, info);
    m_address = address;
    connectNow();
}

void RemoteControl::noteInfo()
{
    const bool isOther =
        m_info.environment != m_link.info().environment || m_info.workspace != m_link.info().workspace;
    m_info = m_link.info();
    if (isOther)
        emit workspaceChanged();
}

/// What went wrong, and when: the engine's own log is on its machine.
void RemoteControl::noteAttempt()
{
    if (m_link.state() != EngineLink::State::Unreachable || m_link.nextAttempt() < 0)
        return;
    m_attempts << views::clockTime(SystemClock().wall(), false) + "  " + briefly(m_link.reason());
    while (m_attempts.size() > kMostAttempts)
        m_attempts.removeFirst();
}

views::WorkspaceInfo RemoteControl::workspace() const
{
    const QString folder = QString::fromStdString(m_info.workspace);
    const QString name = QFileInfo(folder).fileName();
    const bool isDefault = m_info.environment.empty() || m_info.environment == "default";
    return {name.isEmpty() ? m_address.url.host() : name, folder,
            isDefault ? QStringLiteral("dev") : QString::fromStdString(m_info.environment), false,
            m_address.place()};
}

views::Diagnosis RemoteControl::diagnosis() const
{
    const bool isRunning = m_link.isRunning();
    const bool isGone = m_link.state() == EngineLink::State::Unreachable;
    const int far = isRunning ? 4 : reached(m_link.reason());
    const auto status = [&](int step) {
        if (far > step)
            return Status::Success;
        return far < step ? Status::Queued : isGone ? Status::Failed : Status::Running;
    };
    const QString why = isRunning ? QString() : briefly(m_link.reason());
    const auto detail = [&](int step, const QString &good) {
        return far > step ? good : far == step ? why : QString();
    };
    views::Diagnosis diagnosis;
    diagnosis.checks.append({"address", Status::Success, m_address.url.toString()});
    diagnosis.checks.append({"network", status(0), detail(0, m_address.url.host())});
    if (m_address.isEncrypted())
        diagnosis.checks.append(
            {"certificate", status(1), detail(1, QFileInfo(m_address.caFile).fileName())});
    diagnosis.checks.append({"token", status(2), detail(2, m_address.token.isEmpty() ? "-" : "***")});
    diagnosis.checks.append(
        {"answer", status(3),
         detail(3, QString("%1, %2 ms").arg(QString::fromStdString(m_info.version)).arg(m_link.latency()))});
    diagnosis.lastLines = m_attempts;
    return diagnosis;
}

} // namespace batuta::console
