// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/sandbox_process.h"

#include <QRegularExpression>
#include <QUrl>

#include <csignal>
#include <sys/prctl.h>

namespace batuta::console {
namespace {

constexpr int kPatience = 10'000; // ms to say its address
constexpr qsizetype kWords = 4000;

} // namespace

SandboxProcess::SandboxProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_process.kill();
        emit failed(m_words);
    });
    connect(&m_process, &QProcess::readyRead, this, &SandboxProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_patience.stop();
        emit failed(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        const bool starting = m_patience.isActive();
        m_patience.stop();
        if (starting)
            emit failed(m_words);
        else
            emit ended();
    });
}

SandboxProcess::~SandboxProcess()
{
    disconnect(&m_process, nullptr, this, nullptr);
    m_process.terminate(); // QProcess waits for it, and kills what does not go
}

void SandboxProcess::start(const QString &program, const QString &workspace)
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_address.clear();
    m_words.clear();
    m_process.setWorkingDirectory(workspace);
    m_patience.start();
    m_process.start(program, {"--port", QString::number(m_port), "--write-env", workspace + "/.env"});
}

void SandboxProcess::stop()
{
    m_patience.stop();
    m_process.terminate();
}

void SandboxProcess::read()
{
    m_words = (m_words + QString::fromUtf8(m_process.readAll())).right(kWords);
    static const QRegularExpression url("listening on (http://[^\"\\s]+)");
    const auto match = url.match(m_words);
    if (!m_address.isEmpty() || !match.hasMatch())
        return;
    m_address = match.captured(1);
    m_port = QUrl(m_address).port(0);
    m_patience.stop();
    emit ready();
}

} // namespace batuta::console
