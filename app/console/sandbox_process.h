// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace batuta::console {

/// The sandbox functions as a child process: ends with the console, however the console ends. Writes the
/// addresses of its functions into the workspace's .env. Lives on the window's thread.
class SandboxProcess final : public QObject
{
    Q_OBJECT

public:
    explicit SandboxProcess(QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Starts `program` for `workspace`; ends with ready() or failed(). A second start takes the same port,
    /// so that the addresses which the engine knows stay right.
    void start(const QString &program, const QString &workspace);
    /// Asks it to end; ended() follows when it has.
    void stop();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// `http://127.0.0.1:40123`, or "".
    QString address() const { return m_address; }
    /// The last lines that it wrote.
    QString lastWords() const { return m_words; }
    qint64 processId() const { return m_process.processId(); }

signals:
    void ready();
    void failed(const QString &why);
    void ended();

private:
    void read();

    QProcess m_process;
    QTimer m_patience;
    QString m_address;
    int m_port = 0;
    QString m_words;
};

} // namespace batuta::console
