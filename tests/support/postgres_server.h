// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <string>

namespace batuta::test {

/// A PostgreSQL server in a folder of its own, reached by a socket there. It ends with this object. The
/// server refuses to run as root, so then it runs as the user `postgres`.
class PostgresServer
{
public:
    PostgresServer() = default;
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Makes the cluster and starts; "" or what went wrong. `settings` go behind `postgres`.
    QString start(const QStringList &settings = {"-c", "fsync=off"});
    /// Ends at once, without a word to anybody, like a crash.
    bool crash();
    bool stop();
    QString startAgain();
    /// What startAgain() passes instead of the settings of start().
    void setSettings(const QStringList &settings) { m_settings = settings; }
    /// Of its socket, and of its addresses when the settings name some; 5432 unless told.
    void setPort(quint16 port) { m_port = port; }
    /// A file of the cluster, readable by the server only; replaces one that is there.
    bool write(const QString &name, const QByteArray &text) const;

    std::string address(const std::string &database = "postgres") const;
    std::string socket() const { return m_folder.filePath(".s.PGSQL.5432").toStdString(); }
    /// The address of a new, empty database.
    std::string newDatabase();

private:
    void asItsUser(QString &program, QStringList &arguments) const;
    bool end(int signal);

    QTemporaryDir m_folder;
    QString m_programs;
    QStringList m_settings;
    QProcess m_process;
    quint16 m_port = 5432;
    int m_databases = 0;
};

} // namespace batuta::test
