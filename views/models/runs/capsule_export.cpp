// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/capsule_export.h"

#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace batuta::views {
namespace {

Result<void> write(const QString &file, const std::string &bytes)
{
    QSaveFile out(file);
    const auto size = static_cast<qint64>(bytes.size());
    const bool isWritten = out.open(QIODevice::WriteOnly) &&
                           out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           out.write(bytes.data(), size) == size && out.commit();
    if (isWritten)
        return {};
    return Error{ErrorCode::FileUnwritable, file.toStdString(), out.errorString().toStdString(), {}, {}};
}

} // namespace

void exportCapsule(EngineLink &link, const QStringList &executions, const QString &file, QObject *context,
                   EngineLink::Then<void> then)
{
    std::vector<std::string> ids;
    for (const QString &id : executions)
        ids.push_back(id.toStdString());
    link.capsule(std::move(ids), context,
                 [file, guard = QPointer(context), link = &link, then](Result<std::string> bytes) {
                     if (!bytes)
                         return then(bytes.error());
                     QThreadPool::globalInstance()->start(
                         [file, guard, link, then, text = std::move(*bytes)] {
                             QMetaObject::invokeMethod(
                                 link,
                                 [guard, then, done = write(file, text)] {
                                     if (guard)
                                         then(done);
                                 },
                                 Qt::QueuedConnection);
                         });
                 });
}

} // namespace batuta::views
