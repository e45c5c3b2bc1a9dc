// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include "engine/json/json.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

namespace batuta::test {
namespace {

const QString kBin = QStringLiteral(BATUTA_BIN_DIR);
const QString kSource = QStringLiteral(BATUTA_SOURCE_DIR);

QProcessEnvironment quietEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PATH", kBin + ":" + environment.value("PATH"));
    for (const char *name : {"LOG_LEVEL", "PORT", "BATUTA_TOKEN"})
        environment.remove(name);
    return environment;
}

void copyTree(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + "/" + QDir(from).relativeFilePath(file);
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
    }
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(10000))
        process.kill();
    process.waitForFinished(5000);
}

Finished finish(QProcess &process, int seconds)
{
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished(5000);
        return {-1, process.readAllStandardOutput(),
                "did not end in time: " + process.readAllStandardError()};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

Programs::Programs()
{
    copyTree(kSource + "/flows", m_folder.path() + "/flows");
    copyTree(kSource + "/resources/samples", m_folder.path() + "/resources/samples");
    m_sandboxUrl = startAndFindUrl(m_sandbox, "batuta-sandbox",
                                   {"--port", "0", "--write-env", m_folder.filePath(".env")});
    m_ready = !m_sandboxUrl.isEmpty();
}

Programs::~Programs()
{
    if (m_engine)
        end(*m_engine);
    end(m_cloud);
    end(m_sandbox);
}

QString Programs::startAndFindUrl(QProcess &process, const QString &program,
                                  const QStringList &arguments) const
{
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(quietEnvironment());
    const QString output = m_folder.filePath(program + "-" + arguments.value(0) +
                                             ".out"); // a pipe that nobody reads would fill up
    QFile::remove(output);
    process.setStandardOutputFile(output);
    process.start(kBin + "/" + program, arguments);
    static const QRegularExpression kUrl("listen(?:ing|s) on (http://[^\"\\s]+)");
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 20000; process.waitForFinished(20)) {
        QFile file(output);
        const QString said = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        if (const auto match = kUrl.match(said); match.hasMatch())
            return match.captured(1);
        if (process.state() == QProcess::NotRunning)
            break;
    }
    return {};
}

QString Programs::serve(const QStringList &arguments)
{
    if (m_engine)
        end(*m_engine);
    m_engine = std::make_unique<QProcess>();
    return startAndFindUrl(*m_engine, "batuta", QStringList{"serve", "--port", "0"} + arguments);
}

QString Programs::localCloud(const QString &workspace, int port)
{
    QStringList words{"cloud-local", "--port", QString::number(port)};
    if (!workspace.isEmpty())
        words << "--workspace" << workspace;
    return startAndFindUrl(m_cloud, "batuta", words);
}

QString Programs::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return path;
}

Finished Programs::batuta(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(quietEnvironment());
    process.start(kBin + "/batuta", arguments);
    process.write(input);
    process.closeWriteChannel();
    return finish(process, 60);
}

Finished Programs::shell(const QString &line, int seconds) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(quietEnvironment());
    process.start("/bin/bash", {"-c", "set -o pipefail; " + line});
    process.closeWriteChannel();
    return finish(process, seconds);
}

json::Value Programs::lastLine(const QByteArray &lines)
{
    const QByteArray line = lines.trimmed().split('\n').last();
    const auto value = json::parse(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
    return value ? *value : json::Value();
}

QByteArray Programs::sample()
{
    QFile file(kSource + "/resources/samples/update_profile.json");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace batuta::test
