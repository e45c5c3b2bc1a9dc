// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_opening.h"

#include "engine/base/text.h"
#include "engine/flow/reader.h"
#include "engine/versions/durable_file.h"
#include "views/models/document/layout_file.h"

#include <QFileInfo>
#include <QLockFile>

#include <filesystem>

namespace batuta::views {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostDraftBytes = 2 * kMostFlowBytes; ///< a text may grow while it is edited

std::string folderOf(const std::string &path)
{
    return fs::path(path).parent_path().string();
}

/// A draft that cannot be used is kept under another name: it may be somebody's work.
Error keptAside(const std::string &path, const std::string &why)
{
    const Result<std::string> kept = setAside(path);
    return {ErrorCode::FileUnreadable,
            path,
            why,
            {path, 0, 0},
            kept ? "It is kept as " + *kept + "; the flow's file was opened instead."
                 : "The flow's file was opened instead."};
}

void openDraft(const FlowFiles::Where &where, FlowOpening &opening)
{
    const std::string path = draftPath(where.workspace, where.name);
    std::error_code failure;
    if (!fs::exists(fs::symlink_status(path, failure)))
        return;
    const bool isFile = fs::is_regular_file(fs::symlink_status(path, failure));
    const Result<std::string> content =
        isFile ? readFile(path, kMostDraftBytes)
               : Error{ErrorCode::FileUnreadable, path, "it is no file", {path, 0, 0}, ""};
    Result<FlowDraft> draft = content ? readDraft(*content) : content.error();
    if (!draft) {
        opening.problems.push_back(keptAside(path, draft.error().detail));
        return;
    }
    if (draft->file != shownFile(where)) {
        opening.problems.push_back(keptAside(path, "it is a draft of " + draft->file));
        return;
    }
    const bool saysNothing = draft->text == opening.disk.text || flow::versionOf(draft->text) == draft->begun;
    if (opening.disk.presence == DiskText::There && saysNothing) {
        if (!opening.holder)
            fs::remove(path, failure);
        return;
    }
    opening.draftAt = QFileInfo(QString::fromStdString(path)).lastModified();
    opening.draft = std::move(*draft);
}

void takeLock(const FlowFiles::Where &where, QLockFile &lock, FlowOpening &opening)
{
    if (const Status made = versions::makeFolder(folderOf(draftPath(where.workspace, where.name))); !made) {
        opening.problems.push_back(made.error());
        return;
    }
    if (lock.isLocked() || lock.tryLock(0))
        return;
    if (lock.error() != QLockFile::LockFailedError) {
        opening.problems.push_back({ErrorCode::FileUnwritable,
                                    folderOf(draftPath(where.workspace, where.name)),
                                    "what is changed here cannot be saved",
                                    {},
                                    "Make the folder writable, and open the flow again."});
        return;
    }
    DraftHolder holder;
    QString program;
    lock.getLockInfo(&holder.process, &holder.host, &program);
    opening.holder = holder;
}

} // namespace

FlowOpening openFlow(const FlowFiles::Where &where, QLockFile &lock)
{
    FlowOpening opening;
    opening.disk = readFlowFile(where);
    if (opening.disk.presence == DiskText::Bad)
        return opening;
    takeLock(where, lock, opening);
    openDraft(where, opening);
    if (opening.disk.presence != DiskText::There && !opening.draft) {
        lock.unlock(); // there is nothing to edit
        return opening;
    }
    Result<StepPlaces> places = readLayout(layoutPath(where.file));
    if (places)
        opening.places = std::move(*places);
    else
        opening.problems.push_back(places.error());
    return opening;
}

Status saveDraftFile(const FlowFiles::Where &where, const std::optional<FlowDraft> &draft)
{
    const std::string path = draftPath(where.workspace, where.name);
    if (draft) {
        if (const Status made = versions::makeFolder(folderOf(path)); !made)
            return made;
        return versions::replaceFile(path, writeDraft(*draft));
    }
    std::error_code failure;
    fs::remove(path, failure);
    if (failure)
        return Error{ErrorCode::FileUnwritable, path, failure.message(), {path, 0, 0}, ""};
    return {};
}

} // namespace batuta::views
