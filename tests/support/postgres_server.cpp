// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/postgres_server.h"

#include "engine/store/pg_session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace batuta::test {
namespace {

constexpr int kPatience = 60'000;
constexpr int kPause = 50;

QString programFolder()
{
    const QDir all("/usr/lib/postgresql");
    const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return versions.isEmpty() ? QString() : all.filePath(versions.last() + "/bin/");
}

} // namespace

PostgresServer::~PostgresServer()
{
    if (m_process.state() != QProcess::NotRunning)
        crash();
}

void PostgresServer::asItsUser(QString &program, QStringList &arguments) const
{
    if (::getuid() != 0)
        return;
    arguments = QStringList{"--reuid=postgres", "--regid=postgres", "--clear-groups", program} + arguments;
    program = "setpriv";
}

QString PostgresServer::start(const QStringList &settings)
{
    m_programs = programFolder();
    m_settings = settings;
    if (m_programs.isEmpty() || !m_folder.isValid())
        return "there is no PostgreSQL server in /usr/lib/postgresql";
    if (::getuid() == 0) {
        const passwd *user = ::getpwnam("postgres");
        if (user == nullptr || ::chown(qPrintable(m_folder.path()), user->pw_uid, user->pw_gid) != 0)
            return "the folder cannot be given to the user postgres";
    }
    QString program = m_programs + "initdb";
    QStringList arguments{"-D",       m_folder.filePath("data"),
                          "-U",       "batuta",
                          "-A",       "trust",
                          "-E",       "UTF8",
                          "--locale", "C.UTF-8",
                          "--no-sync"};
    asItsUser(program, arguments);
    QProcess init;
    init.setWorkingDirectory("/");
    init.start(program, arguments);
    if (!init.waitForFinished(kPatience) || init.exitCode() != 0)
        return "initdb: " + init.errorString() + " " + init.readAllStandardError();
    return startAgain();
}

QString PostgresServer::startAgain()
{
    QString program = m_programs + "postgres";
    QStringList arguments = QStringList{"-D", m_folder.filePath("data"), "-k", m_folder.path(),
                                        "-p", QString::number(m_port),   "-c", "listen_addresses="} +
                            m_settings;
    asItsUser(program, arguments);
    m_process.setWorkingDirectory("/");
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath("log"), QIODevice::Append);
    m_process.start(program, arguments);
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < kPatience;) {
        if (m_process.waitForFinished(kPause))
            break;
        if (store::PgSession::connect(address()))
            return {};
    }
    QFile log(m_folder.filePath("log"));
    return "postgres: " + m_process.errorString() +
           (log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray());
}

bool PostgresServer::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath("data/" + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    const passwd *user = ::getuid() == 0 ? ::getpwnam("postgres") : nullptr;
    return user == nullptr || ::chown(qPrintable(file.fileName()), user->pw_uid, user->pw_gid) == 0;
}

bool PostgresServer::end(int signal)
{
    // setpriv becomes the server: it is the same process.
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    return m_process.waitForFinished(kPatience);
}

bool PostgresServer::crash()
{
    return end(SIGQUIT);
}

bool PostgresServer::stop()
{
    return end(SIGINT);
}

std::string PostgresServer::address(const std::string &database) const
{
    const QByteArray host = m_folder.path().toUtf8().toPercentEncoding();
    return "postgresql://batuta@" + host.toStdString() + ":" + std::to_string(m_port) + "/" + database;
}

std::string PostgresServer::newDatabase()
{
    const std::string name = "test_" + std::to_string(++m_databases);
    Result<store::PgSession> session = store::PgSession::connect(address());
    if (!session || !session->script("CREATE DATABASE " + name))
        return {};
    return address(name);
}

} // namespace batuta::test
