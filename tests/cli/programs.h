// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace batuta::test {

/// What a finished command left behind.
struct Finished
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// A workspace of its own with the shipped flows, the sandbox that serves their functions, and the headless
/// program to work with. Everything ends with it.
class Programs
{
public:
    Programs();
    ~Programs();

    bool isReady() const { return m_ready; }
    QString folder() const { return m_folder.path(); }
    QString sandboxUrl() const { return m_sandboxUrl; }
    QString write(const QString &name, const QByteArray &content) const;

    /// `batuta ARGUMENTS` in the workspace.
    Finished batuta(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Any command line through the shell, in the workspace, with the programs on the PATH.
    Finished shell(const QString &line, int seconds = 60) const;

    /// Starts `batuta serve` with these words; gives its URL, or "" when it did not start.
    QString serve(const QStringList &arguments = {});
    /// Starts `batuta cloud-local` on a folder, "" for the workspace; gives its URL, or "" when it did not
    /// start. No port is any that is free.
    QString localCloud(const QString &workspace = {}, int port = 0);
    QProcess &engine() { return *m_engine; }
    QProcess &cloud() { return m_cloud; }

    /// The last line of JSON lines.
    static json::Value lastLine(const QByteArray &lines);

    static QByteArray sample();

private:
    QString startAndFindUrl(QProcess &process, const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QProcess m_sandbox;
    QProcess m_cloud;
    std::unique_ptr<QProcess> m_engine;
    QString m_sandboxUrl;
    bool m_ready = false;
};

} // namespace batuta::test
