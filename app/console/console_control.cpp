// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console_control.h"

#include "app/shared/cloud_reader.h"
#include "app/shared/workspace.h"
#include "engine/host/awake.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unistd.h>

namespace batuta::console {
namespace {

using views::EngineCheck;
using views::EngineLink;
using views::Status;

constexpr qint64 kTail = 16 * 1024; // bytes of the log that a diagnosis shows

QString program(const QString &name)
{
    return QCoreApplication::applicationDirPath() + '/' + name;
}

/// `12:00:01.250 INFO step_started` of a line of the JSON log; any other line as it is.
QString readable(const QString &line)
{
    const QJsonObject read = QJsonDocument::fromJson(line.toUtf8()).object();
    if (read.isEmpty())
        return line;
    const QString time = read["timestamp"].toString().mid(11, 12);
    QStringList words{time, read["severity"].toString().leftJustified(7), read["message"].toString()};
    for (const char *field : {"flow_name", "step_name", "status", "error"})
        if (const QString value = read[QLatin1String(field)].toString(); !value.isEmpty())
            words << QString("%1=%2").arg(QLatin1String(field), value);
    return words.join(' ');
}

EngineCheck fileCheck(const QString &name, const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return {name, Status::Queued, file};
    return {name, info.isReadable() && info.isWritable() ? Status::Success : Status::Failed,
            QString("%1, %2 KiB").arg(info.fileName()).arg(info.size() / 1024)};
}

} // namespace

ConsoleControl::ConsoleControl(QString folder, app::WorkspaceFile file, EngineLink &link, QObject *parent)
    : WindowControl(parent)
    , m_folder(std::move(folder))
    , m_file(std::move(file))
    , m_link(link)
{
    m_again.setSingleShot(true);
    m_again.setInterval(1000);
    const auto startSandbox = [this] { m_sandbox.start(program("batuta-sandbox"), m_folder); };
    connect(&m_again, &QTimer::timeout, this, startSandbox);
    connect(&m_sandbox, &SandboxProcess::ready, this, [this] {
        m_sandboxError.clear();
        openEngine();
    });
    connect(&m_sandbox, &SandboxProcess::failed, this, [this](const QString &why) {
        m_sandboxError = why.simplified().left(400);
        if (!m_host.isOpen())
            fail({ErrorCode::EngineUnreachable, "sandbox", m_sandboxError.toStdString(), {}, {}});
    });
    connect(&m_sandbox, &SandboxProcess::ended, this, [this] {
        if (!m_leaving)
            m_again.start();
        else if (!m_host.isOpen())
            emit closed();
    });
    connect(&m_host, &EngineHost::opened, this, [this] {
        if (m_opened != m_file.environment) // another one was chosen meanwhile
            return beginAgain();
        m_link.attach(m_host.client());
    });
    connect(&m_host, &EngineHost::failed, this, &ConsoleControl::fail);
    connect(&m_host, &EngineHost::closed, this, [this] {
        if (m_leaving)
            leave();
        else if (m_startAgain)
            start();
    });
}

ConsoleControl::~ConsoleControl()
{
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
}

void ConsoleControl::start()
{
    m_link.setStarting();
    m_startAgain = m_host.isOpen(); // it is still closing: it opens again when it has closed
    if (m_startAgain)
        return;
    if (m_file.sandbox && !m_sandbox.isRunning())
        m_sandbox.start(program("batuta-sandbox"), m_folder);
    else
        openEngine();
}

/// What does not end within the grace goes on in the next engine, with the environment that it began with.
void ConsoleControl::beginAgain()
{
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
    m_host.close(std::chrono::seconds(5));
    start();
}

void ConsoleControl::switchEnvironment(const QString &name)
{
    if (name == workspace().environment || name.isEmpty())
        return;
    m_file.environment = name.toStdString();
    lock().lock();
    emit workspaceChanged();
    if (m_host.isOpen())
        beginAgain();
    else if (m_link.state() == EngineLink::State::Unreachable)
        start();
}

void ConsoleControl::stop()
{
    m_link.detach({ErrorCode::EngineUnreachable,
                   "engine",
                   tr("it was stopped from this window").toStdString(),
                   {},
                   {}});
    m_host.close(std::chrono::seconds(5));
}

void ConsoleControl::close(Duration grace)
{
    m_leaving = true;
    m_again.stop();
    if (!m_host.isOpen())
        return leave();
    m_link.detach({ErrorCode::EngineStopping, "engine", {}, {}, {}});
    m_host.close(grace);
}

void ConsoleControl::leave()
{
    if (m_sandbox.isRunning())
        return m_sandbox.stop(); // closed() follows
    emit closed();
}

void ConsoleControl::openEngine()
{
    if (m_host.isOpen() || m_leaving)
        return;
    host::EngineOptions options;
    options.workspace = m_folder.toStdString();
    m_opened = m_file.environment;
    options.environment = m_file.environment == env::kOwnName ? std::string() : m_file.environment;
    options.process = environ;
    options.passphrase = passphrase();
    options.resumes = true; // what a killed console left goes on
    options.durability = m_file.journal;
    if (m_file.awake)
        options.wakeDevice = host::Awake::kDevice;
    options.maxData = m_file.maxData.value_or(options.maxData);
    options.retention = m_file.keep;
    options.store = m_file.store;
    options.clouds = app::cloudReader(options.workspace);
    m_host.open(std::move(options), logFile().toStdString());
}

void ConsoleControl::fail(Error error)
{
    m_link.detach(std::move(error));
}

views::WorkspaceInfo ConsoleControl::workspace() const
{
    const std::string environment =
        m_file.environment.empty() ? std::string(env::kOwnName) : m_file.environment;
    return {QString::fromStdString(m_file.name), m_folder, QString::fromStdString(environment),
            m_file.sandbox};
}

QString ConsoleControl::historyFile() const
{
    return QString::fromStdString(m_file.store.empty() ? app::historyFile(m_folder.toStdString())
                                                       : m_file.store);
}

QString ConsoleControl::logFile() const
{
    return QString::fromStdString(app::logFile(m_folder.toStdString()));
}

views::Diagnosis ConsoleControl::diagnosis() const
{
    views::Diagnosis diagnosis;
    const bool folder = QFileInfo(m_folder).isReadable();
    diagnosis.checks.append({"workspace", folder ? Status::Success : Status::Failed, m_folder});
    const auto problems = m_link.info().problems.size();
    const QString flows = QString("%1, %2 !").arg(m_link.flows().size()).arg(problems);
    diagnosis.checks.append({"flows",
                             m_link.flows().empty() ? Status::Queued
                             : problems > 0         ? Status::Waiting
                                                    : Status::Success,
                             problems > 0 ? flows : QString::number(m_link.flows().size())});
    if (m_file.sandbox) {
        const Status status = m_sandbox.isRunning()      ? Status::Success
                              : m_sandboxError.isEmpty() ? Status::Queued
                                                         : Status::Failed;
        diagnosis.checks.append(
            {"sandbox", status, m_sandboxError.isEmpty() ? m_sandbox.address() : m_sandboxError});
    }
    if (store::isServer(m_file.store))
        diagnosis.checks.append({"history", m_link.isRunning() ? Status::Success : Status::Queued,
                                 QString::fromStdString(store::shownStore(m_file.store))});
    else
        diagnosis.checks.append(fileCheck("history", historyFile()));
    diagnosis.checks.append(fileCheck("log", logFile()));
    const bool gone = m_link.state() == EngineLink::State::Unreachable;
    diagnosis.checks.append({"engine",
                             m_link.isRunning() ? Status::Success
                             : gone             ? Status::Failed
                                                : Status::Running,
                             m_link.isRunning() ? QString("%1 ms").arg(m_link.latency())
                                                : QString::fromStdString(m_link.reason().detail)});
    diagnosis.lastLines = lastLines();
    return diagnosis;
}

QStringList ConsoleControl::lastLines() const
{
    QFile file(logFile());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax<qint64>(0, file.size() - kTail));
    QStringList lines = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    if (file.size() > kTail && !lines.isEmpty())
        lines.removeFirst(); // begins in its middle
    lines = lines.mid(qMax<qsizetype>(0, lines.size() - 12));
    std::ranges::transform(lines, lines.begin(), readable);
    return lines;
}

} // namespace batuta::console
