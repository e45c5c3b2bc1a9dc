// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace batuta::console {

/// One window for one workspace and person. The first start listens; a second one hands over what it was
/// started with, and leaves. Lives on the window's thread.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// `key`: what must be unique, such as the path of the workspace.
    explicit SingleInstance(const QString &key, QObject *parent = nullptr);

    /// True when this is the first: it listens from now on. Otherwise `message` has been handed over.
    bool claim(const QString &message);

signals:
    /// A second start; the message is at most 4096 characters, and comes from the same person.
    void raised(const QString &message);

private:
    bool handOver(const QString &message) const;

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace batuta::console
