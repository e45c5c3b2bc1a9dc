// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

#include <unistd.h>

namespace batuta::console {
namespace {

constexpr qint64 kMost = 4096;

QString nameOf(const QString &key)
{
    const QByteArray hash =
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QDir folder(runtime.isEmpty() ? QDir::tempPath() : runtime);
    return folder.filePath(QString("batuta-%1-%2").arg(::getuid()).arg(QString::fromLatin1(hash)));
}

} // namespace

SingleInstance::SingleInstance(const QString &key, QObject *parent)
    : QObject(parent)
    , m_name(nameOf(key))
    , m_lock(m_name + ".lock")
{
    m_lock.setStaleLockTime(0); // a lock is stale only when its process is gone
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() <= kMost)
                return;
            const QString message = QString::fromUtf8(socket->readLine(kMost)).trimmed();
            socket->disconnectFromServer();
            emit raised(message);
        });
    });
}

bool SingleInstance::claim(const QString &message)
{
    // The lock decides, not the socket: QLocalServer replaces a socket that somebody else listens on.
    if (!m_lock.tryLock(0) && handOver(message))
        return false;
    QLocalServer::removeServer(m_name); // left by a console that was killed
    m_server.listen(m_name);
    return true;
}

/// A local socket connects at once or not at all, so nothing waits here.
bool SingleInstance::handOver(const QString &message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (socket.state() != QLocalSocket::ConnectedState)
        return false;
    socket.write(message.left(kMost - 1).toUtf8() + '\n');
    return socket.flush();
}

} // namespace batuta::console
