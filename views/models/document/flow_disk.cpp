// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_disk.h"

#include "engine/base/text.h"
#include "engine/flow/reader.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace batuta::views {
namespace {

namespace fs = std::filesystem;

DiskText bad(ErrorCode code, const versions::VersionBook::Where &where, const std::string &detail,
             const std::string &mend)
{
    DiskText disk;
    disk.presence = DiskText::Bad;
    disk.error = {code, {}, detail, {shownFile(where), 0, 0}, mend};
    return disk;
}

bool isWithin(const fs::path &path, const fs::path &folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

constexpr const char *kMostFlow = "more than 5 MB";
static_assert(kMostFlowBytes == 5'000'000);

/// The line of the first byte that is no UTF-8.
int brokenLineOf(const std::string &text)
{
    int line = 1;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (!isValidUtf8(std::string_view(text).substr(from, end - from)))
            return line;
        from = end + 1;
    }
    return line;
}

/// What keeps the path from being read as a file of the workspace; Missing or There when nothing does.
DiskText placeOf(const versions::VersionBook::Where &where)
{
    const std::string &path = where.file;
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    const bool isLink = fs::is_symlink(fs::symlink_status(path, failure));
    if (status.type() == fs::file_type::not_found) {
        if (isLink)
            return bad(ErrorCode::FileUnreadable, where, "it is a link that leads nowhere",
                       "Put the flow's file in the place of the link.");
        DiskText disk;
        disk.error = {ErrorCode::FileUnreadable,
                      {},
                      "it is not there",
                      {shownFile(where), 0, 0},
                      "Create the flow, or look for it under another name."};
        return disk;
    }
    if (fs::is_directory(status))
        return bad(ErrorCode::FileUnreadable, where, "it is a folder", "Move the folder away.");
    if (status.type() != fs::file_type::regular)
        return bad(ErrorCode::FileUnreadable, where, "it is no file that can be read",
                   "Let those who own it give you the right to read it.");
    const fs::path real = fs::weakly_canonical(path, failure);
    const fs::path workspace = fs::weakly_canonical(where.workspace.empty() ? "." : where.workspace, failure);
    if (!isWithin(real, workspace))
        return bad(ErrorCode::FileUnreadable, where, "it is a link to " + real.string(),
                   "A flow's file stands in its workspace: put a copy in the place of the link.");
    DiskText disk;
    disk.presence = DiskText::There;
    return disk;
}

} // namespace

DiskText readFlowFile(const versions::VersionBook::Where &where)
{
    DiskText disk = placeOf(where);
    if (disk.presence != DiskText::There)
        return disk;
    std::error_code failure;
    const std::string &path = where.file;
    Result<std::string> text = readFile(path, kMostFlowBytes);
    if (!text && text.error().code == ErrorCode::FileTooLarge)
        return bad(ErrorCode::FileTooLarge, where, kMostFlow,
                   "Move parts of it into flows of their own, and call them by steps of the kind flow.");
    if (!text)
        return bad(ErrorCode::FileUnreadable, where, text.error().detail,
                   "Let those who own it give you the right to read it.");
    if (!isValidUtf8(*text)) {
        DiskText broken = bad(ErrorCode::YamlSyntax, where, "it is not in UTF-8",
                              "Save it in UTF-8 with the program that wrote it.");
        broken.error.place.line = brokenLineOf(*text);
        return broken;
    }
    disk.text = std::move(*text);
    disk.version = flow::versionOf(disk.text);
    const std::string folder = fs::weakly_canonical(path, failure).parent_path().string();
    disk.isReadOnly = ::access(path.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK) != 0;
    return disk;
}

std::string shownFile(const versions::VersionBook::Where &where)
{
    const fs::path workspace = fs::absolute(where.workspace.empty() ? "." : where.workspace);
    const fs::path file = fs::absolute(where.file).lexically_normal();
    const fs::path shown = file.lexically_relative(workspace.lexically_normal());
    return shown.empty() || *shown.begin() == ".." ? where.file : shown.string();
}

Result<std::string> setAside(const std::string &path)
{
    for (int number = 1; number < 1'000; ++number) {
        const std::string to = path + ".damaged-" + std::to_string(number);
        std::error_code failure;
        if (fs::exists(fs::symlink_status(to, failure)))
            continue;
        fs::rename(path, to, failure);
        if (failure)
            return Error{ErrorCode::FileUnwritable, path, failure.message(), {path, 0, 0}, ""};
        return to;
    }
    return Error{ErrorCode::FileUnwritable, path, "too many damaged files stand beside it", {path, 0, 0}, ""};
}

} // namespace batuta::views
