// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/window_control.h"

#include "engine/capsule/gather.h"
#include "engine/capsule/signing_key.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QThreadPool>

namespace batuta::console {

void WindowControl::openWorkspace(const QString &folder)
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {"--workspace", folder});
}

void WindowControl::check(const views::EngineAddress &address, QObject *context, Then then)
{
    const int number = ++m_checks;
    m_probe = std::make_unique<views::RemoteClient>(address);
    m_probe->info([this, number, guard = QPointer(context), then](const Result<client::EngineInfo> &info) {
        QMetaObject::invokeMethod(
            this,
            [this, number, guard, then, info] {
                if (number != m_checks)
                    return;
                m_probe.reset();
                if (guard)
                    then(info);
            },
            Qt::QueuedConnection);
    });
}

Result<OpenedFile> readCapsuleFile(const QString &file, const QString &workspace)
{
    Result<capsule::OpenedCapsule> opened = capsule::readCapsule(file.toStdString());
    if (!opened)
        return opened.error();
    OpenedFile read{file, std::make_shared<const capsule::OpenedCapsule>(std::move(*opened))};
    const std::string key = capsule::keyFileOf(workspace.toStdString());
    if (!workspace.isEmpty() && QFile::exists(QString::fromStdString(key)))
        if (const auto own = capsule::SigningKey::open(key))
            read.isOwnKey = own->publicKey() == read.capsule->publicKey;
    return read;
}

void WindowControl::openCapsule(const QString &file, QObject *context, std::function<void(Result<void>)> then)
{
    const QString folder = workspace().isElsewhere() ? QString() : workspace().folder;
    QThreadPool::globalInstance()->start(
        [file, folder, self = QPointer(this), guard = QPointer(context), then] {
            const Result<OpenedFile> opened = readCapsuleFile(file, folder);
            QMetaObject::invokeMethod(QCoreApplication::instance(), [self, guard, then, opened] {
                if (self && opened)
                    emit self->capsuleOpened(*opened);
                if (guard)
                    then(opened ? Result<void>() : Result<void>(opened.error()));
            });
        });
}

void WindowControl::enter(const views::EngineAddress &address, const client::EngineInfo &info)
{
    emit engineChosen(address, info);
}

} // namespace batuta::console
