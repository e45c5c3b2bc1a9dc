// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/versions/version_book.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace batuta::tests {

/// A workspace in a temporary folder, with the flow `ship` in `flows/a/ship.yaml`.
class Shelf
{
public:
    Shelf() { QDir(m_folder.path()).mkpath("flows/a"); }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString flowFile() const { return path("flows/a/ship.yaml"); }
    QString bookFile(const QString &name) const { return path(".batuta/versions/ship/" + name); }
    versions::VersionBook::Where where() const
    {
        return {m_folder.path().toStdString(), "ship", flowFile().toStdString()};
    }
    Result<versions::VersionBook> open() const { return versions::VersionBook::open(where()); }

    static void write(const QString &path, const QByteArray &bytes, QFile::OpenMode mode = QFile::Truncate)
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly | mode) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    void flow(const QByteArray &text) const { write(flowFile(), text); }
    QByteArray flow() const { return read(flowFile()); }

private:
    QTemporaryDir m_folder;
};

inline WallTime minute(int number)
{
    return WallTime(std::chrono::minutes(29'000'000 + number));
}

/// `1 ana first|2 ben` of a book: number, author (`-` for none) and note.
inline QString shown(const versions::VersionBook &book)
{
    QStringList all;
    for (const versions::VersionEntry &entry : book.entries())
        all << QStringList({QString::number(entry.number),
                            entry.isOutside() ? "-" : QString::fromStdString(entry.author),
                            QString::fromStdString(entry.note)})
                   .join(' ')
                   .trimmed();
    return all.join('|');
}

} // namespace batuta::tests
