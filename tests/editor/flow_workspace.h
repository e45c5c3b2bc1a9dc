// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_draft.h"
#include "views/models/document/flow_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace batuta::tests {

inline const std::string kNight = "batuta: 1\n"
                                  "name: night\n"
                                  "steps:\n"
                                  "  fetch: {log: {message: one}} # first\n"
                                  "  tell:\n"
                                  "    needs: [fetch]\n"
                                  "    log: {message: two}\n";

/// A workspace of its own in a temporary folder, with the flow `night` of the system `ml`.
class FlowWorkspace
{
public:
    explicit FlowWorkspace(const std::string &text = kNight)
    {
        QDir(m_folder.path()).mkpath("workspace/flows/ml");
        write(flow(), text);
    }

    std::string path() const { return m_folder.path().toStdString() + "/workspace"; }
    std::string outside() const { return m_folder.path().toStdString(); }
    std::string flow() const { return path() + "/flows/ml/night.yaml"; }
    std::string layout() const { return path() + "/flows/ml/night.layout.json"; }
    std::string draft() const { return views::draftPath(path(), "night"); }
    views::FlowFiles::Where where() const { return {path(), "night", flow()}; }
    std::unique_ptr<views::FlowFiles> files() const
    {
        return std::make_unique<views::FlowFiles>(where(), "reload");
    }

    static void write(const std::string &path, const std::string &text)
    {
        const QString name = QString::fromStdString(path);
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(text.data(), static_cast<qint64>(text.size()));
    }
    /// As editors do that never leave half a file.
    static void replace(const std::string &path, const std::string &text)
    {
        write(path + ".swp", text);
        QFile::remove(QString::fromStdString(path));
        QFile::rename(QString::fromStdString(path + ".swp"), QString::fromStdString(path));
    }
    static std::string read(const std::string &path)
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    static bool exists(const std::string &path) { return QFile::exists(QString::fromStdString(path)); }
    static void remove(const std::string &path) { QFile::remove(QString::fromStdString(path)); }
    /// What a draft on the disk would show; "" when there is none.
    std::string draftText() const
    {
        const Result<views::FlowDraft> found = views::readDraft(read(draft()));
        return found ? found->text : std::string();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace batuta::tests
