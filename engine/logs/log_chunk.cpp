// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_chunk.h"

#include "engine/logs/log_source.h"

#include <algorithm>
#include <charconv>

namespace batuta::logs {
namespace {

using FilePtr = std::shared_ptr<const LogFile>;

/// `inode:offset`; false for anything else.
bool readPlace(std::string_view text, std::uint64_t &inode, std::uint64_t &offset)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return false;
    const auto number = [](std::string_view digits, std::uint64_t &value) {
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return !digits.empty() && failure == std::errc() && end == digits.data() + digits.size();
    };
    return number(text.substr(0, colon), inode) && number(text.substr(colon + 1), offset);
}

/// Whole lines of `file` from `at` on, which moves behind them.
std::string wholeLines(const LogFile &file, std::uint64_t &at, std::size_t most, bool &hasGap)
{
    std::string lines(most, '\0');
    lines.resize(file.read(at, lines));
    const std::size_t end = lines.rfind('\n');
    if (end == std::string::npos) {
        if (lines.size() == most) { // a line without an end: behind it they go on
            hasGap = true;
            at += most;
        }
        return {};
    }
    lines.resize(end + 1);
    at += lines.size();
    return lines;
}

} // namespace

Result<Chunk> readChunk(const std::string &path, const std::string &after, int bytes)
{
    const auto most = static_cast<std::size_t>(std::clamp(bytes, kLeastChunk, kMostChunk));
    std::vector<FilePtr> files; // the oldest first
    for (const std::string &name : withRotated(path)) {
        Result<FilePtr> file = LogFile::open(name);
        if (file && !(*file)->isPacked())
            files.push_back(std::move(*file));
        else if (!file && name == path && files.empty())
            return file.error();
    }
    if (files.empty())
        return Error{ErrorCode::FileUnreadable, path, "there is no log", {}, {}};
    std::uint64_t inode = 0;
    std::uint64_t at = 0;
    Chunk chunk;
    auto file = files.end();
    if (readPlace(after, inode, at))
        file = std::find_if(files.begin(), files.end(),
                            [&](const FilePtr &own) { return own->inode() == inode; });
    const bool isKnown = file != files.end() && at <= (*file)->size();
    if (!isKnown) {
        chunk.hasGap = !after.empty();
        file = files.end() - 1;
        at = (*file)->size() - std::min<std::uint64_t>((*file)->size(), most);
        if (at > 0) {
            bool ignored = false;
            std::string torn = wholeLines(**file, at, most, ignored); // behind the line that it begins within
            at -= torn.size() - std::min(torn.size(), torn.find('\n') + 1);
        }
    }
    chunk.lines = wholeLines(**file, at, most, chunk.hasGap);
    while (chunk.lines.empty() && !chunk.hasGap && file + 1 != files.end()) {
        ++file;
        at = 0;
        chunk.lines = wholeLines(**file, at, most, chunk.hasGap);
    }
    chunk.after = std::to_string((*file)->inode()) + ':' + std::to_string(at);
    chunk.isEnd = file + 1 == files.end() && at >= (*file)->size();
    return chunk;
}

} // namespace batuta::logs
