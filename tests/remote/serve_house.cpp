// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/remote/serve_house.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <csignal>

namespace batuta::tests {
namespace {

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

} // namespace

ServeHouse::ServeHouse()
{
    const auto flow = [this](const QByteArray &name, const QByteArray &rest) {
        write(m_folder.filePath("flows/test/" + QString::fromLatin1(name) + ".yaml"),
              "batuta: 1\nname: " + name + "\n" + rest);
    };
    flow("quick", "input: {type: object, properties: {n: {type: integer}, user_id: {type: string}}}\n"
                  "steps:\n  a: {set: {n: \"${{ input.n }}\"}}\n");
    flow("slow", "steps:\n  nap: {wait: {for: 2s}}\n");
    flow("hour", "steps:\n  nap: {wait: {for: 1h}}\n");
}

ServeHouse::~ServeHouse()
{
    kill();
}

bool ServeHouse::start()
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("BATUTA_TOKEN", kToken);
    environment.remove("PORT");
    m_process->setProcessEnvironment(environment);
    m_process->setWorkingDirectory(m_folder.path());
    const QString output = m_folder.filePath("serve.out"); // a pipe that nobody reads would fill up
    QFile::remove(output);
    m_process->setStandardOutputFile(output);
    m_process->setStandardErrorFile(m_folder.filePath("serve.err"));
    m_process->start(BATUTA_BIN_DIR "/batuta", {"serve", "--port", QString::number(m_port)});
    static const QRegularExpression kUrl("listening on http://[^\"\\s:]+:(\\d+)");
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 20000; m_process->waitForFinished(10)) {
        QFile file(output);
        const QString said = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        if (const auto match = kUrl.match(said); match.hasMatch()) {
            m_port = match.captured(1).toInt();
            return true;
        }
        if (m_process->state() == QProcess::NotRunning)
            return false;
    }
    return false;
}

void ServeHouse::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(5000);
}

void ServeHouse::hang()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGSTOP);
}

views::EngineAddress ServeHouse::address() const
{
    views::EngineAddress address;
    address.url = QUrl(QString("http://127.0.0.1:%1").arg(m_port));
    address.token = kToken;
    return address;
}

} // namespace batuta::tests
