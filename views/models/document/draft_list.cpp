// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/draft_list.h"

#include "engine/versions/durable_file.h"

#include <QDir>
#include <QFileInfo>

namespace batuta::views {
namespace {

constexpr int kMostDrafts = 1'000;
constexpr qint64 kMostHead = 4'096; // of the first line

Error isThere(const std::string &name, const std::string &path)
{
    return {ErrorCode::ActRefused, name, "there is one already", Place{path, 1, 1}, "Choose another name."};
}

} // namespace

std::vector<DraftEntry> listDrafts(const std::string &workspace)
{
    std::vector<DraftEntry> drafts;
    const QDir folder(QFileInfo(QString::fromStdString(draftPath(workspace, "x"))).path());
    const QFileInfoList files = folder.entryInfoList({"*.yaml"}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files.mid(0, kMostDrafts)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const Result<FlowDraft> draft = readDraft(file.readLine(kMostHead).toStdString());
        if (!draft)
            continue;
        const bool isNew = !QFileInfo::exists(QString::fromStdString(workspace + '/' + draft->file));
        drafts.push_back({info.completeBaseName().toStdString(), draft->file, info.lastModified(), isNew});
    }
    return drafts;
}

Result<void> beginDraft(const std::string &workspace, const std::string &name, const FlowDraft &draft)
{
    const std::string path = draftPath(workspace, name);
    for (const std::string &taken : {path, workspace + '/' + draft.file})
        if (QFileInfo::exists(QString::fromStdString(taken)))
            return isThere(name, taken);
    if (Result<void> made = versions::makeFolder(path.substr(0, path.find_last_of('/'))); !made)
        return made;
    return versions::replaceFile(path, writeDraft(draft));
}

} // namespace batuta::views
