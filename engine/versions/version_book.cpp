// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/version_book.h"

#include "engine/base/text.h"
#include "engine/base/units.h"
#include "engine/flow/reader.h"
#include "engine/versions/durable_file.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace batuta::versions {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNote = 4'000; // bytes
constexpr std::size_t kMostAuthor = 200; // bytes
constexpr std::size_t kLongestName = 63; // of a flow, by the format

/// The name becomes a folder: only what the format calls a name.
bool isFlowName(const std::string &name)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= kLongestName && isLetter(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

bool exists(const std::string &path)
{
    std::error_code failure;
    return fs::exists(path, failure);
}

/// Without half a character at its end.
std::string shortened(const std::string &text, std::size_t most)
{
    std::string part = text.substr(0, most);
    while (!part.empty() && !isValidUtf8(part))
        part.pop_back();
    return part;
}

/// 0 when the file is no text of a version.
int numberOfFile(const fs::path &path)
{
    const std::string stem = path.stem().string();
    int number = 0;
    const auto [end, failure] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
    const bool isNumber = failure == std::errc() && end == stem.data() + stem.size();
    return path.extension() == ".yaml" && isNumber ? number : 0;
}

/// The first flow of a system has no folder yet.
Status putFile(const std::string &path, const std::string &text)
{
    if (const Status made = makeFolder(fs::path(path).parent_path().string()); !made)
        return made;
    return replaceFile(path, text);
}

} // namespace

VersionBook::VersionBook(Where where)
    : m_where(std::move(where))
{
}

std::string VersionBook::indexOf(const std::string &workspace, const std::string &flow)
{
    return (fs::path(workspace) / ".batuta" / "versions" / flow / "index.jsonl").string();
}

std::string VersionBook::folder() const
{
    return fs::path(indexOf(m_where.workspace, m_where.name)).parent_path().string();
}

std::string VersionBook::indexPath() const
{
    return indexOf(m_where.workspace, m_where.name);
}

std::string VersionBook::textPath(int number) const
{
    return folder() + "/" + std::to_string(number) + ".yaml";
}

std::string VersionBook::promisePath() const
{
    return folder() + "/publishing.json";
}

Result<VersionBook> VersionBook::open(Where where)
{
    if (!isFlowName(where.name))
        return Error{ErrorCode::FlowBadName, where.name, {}, {}, {}};
    VersionBook book(std::move(where));
    if (exists(book.promisePath()))
        if (const Status mended = book.mend(); !mended)
            return mended.error();
    if (const Status loaded = book.load(); !loaded)
        return loaded.error();
    return book;
}

Status VersionBook::load()
{
    Result<IndexReading> reading = readIndex(indexPath());
    if (!reading)
        return reading.error();
    m_entries = std::move(reading->entries);
    m_problems = std::move(reading->problems);
    return {};
}

/// A promise stands where a publish has begun and was not entered.
Status VersionBook::mend()
{
    const Result<FolderLock> lock = FolderLock::take(folder());
    if (!lock)
        return {}; // it is just being published
    if (const Status loaded = load(); !loaded)
        return loaded;
    const Result<std::string> line = readFile(promisePath(), kMostBytes);
    const Result<VersionEntry> promised = line ? readEntry(*line) : line.error();
    const Result<FileState> file = fileState();
    if (promised && file && !find(promised->number) && file->version == promised->version)
        if (const Status entered = appendLine(indexPath(), writeEntry(*promised)); !entered)
            return entered;
    std::error_code failure;
    fs::remove(promisePath(), failure);
    return {};
}

const VersionEntry *VersionBook::find(int number) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const VersionEntry &entry) { return entry.number == number; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<int> VersionBook::numberOf(std::string_view version) const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [&](const VersionEntry &entry) { return entry.version == version; });
    return found == m_entries.rend() ? std::nullopt : std::optional<int>(found->number);
}

Result<std::string> VersionBook::text(int number) const
{
    const VersionEntry *entry = find(number);
    if (!entry)
        return Error{ErrorCode::FlowTextMissing, m_where.name, "v" + std::to_string(number), {}, {}};
    Result<std::string> text = readFile(textPath(number), kMostBytes);
    if (text && flow::versionOf(*text) != entry->version)
        return Error{
            ErrorCode::StoreCorrupt, textPath(number), "it is not the text that was published", {}, {}};
    return text;
}

Result<FileState> VersionBook::fileState() const
{
    FileState state;
    if (!exists(m_where.file))
        return state;
    const Result<std::string> text = readFile(m_where.file, kMostBytes);
    if (!text)
        return text.error();
    state.version = flow::versionOf(*text);
    state.number = numberOf(state.version).value_or(0);
    state.kind = state.number == 0                  ? FileState::Outside
                 : state.number == newest()->number ? FileState::Newest
                                                    : FileState::Earlier;
    return state;
}

/// Above every text that is there, whether it was entered or not.
int VersionBook::nextNumber() const
{
    int highest = m_entries.empty() ? 0 : m_entries.back().number;
    std::error_code failure;
    for (fs::directory_iterator at(folder(), failure), end; !failure && at != end; at.increment(failure))
        highest = std::max(highest, numberOfFile(at->path()));
    return highest + 1;
}

Result<Published> VersionBook::enter(const PublishOrder &order, bool replaces, const Reached &reached)
{
    VersionEntry entry{nextNumber(),
                       flow::versionOf(order.text),
                       shortened(order.author, kMostAuthor),
                       shortened(order.note, kMostNote),
                       order.at,
                       order.text.size()};
    const std::string line = writeEntry(entry);
    const auto tell = [&reached](Stage stage) {
        if (reached)
            reached(stage);
    };
    if (const Status kept = replaceFile(textPath(entry.number), order.text); !kept)
        return kept.error();
    tell(Stage::TextKept);
    if (const Status promised = replaceFile(promisePath(), line); !promised)
        return promised.error();
    tell(Stage::Promised);
    std::error_code failure;
    if (replaces)
        if (const Status replaced = putFile(m_where.file, order.text); !replaced) {
            fs::remove(promisePath(), failure);
            fs::remove(textPath(entry.number), failure);
            return replaced.error();
        }
    tell(Stage::FileReplaced);
    if (const Status entered = appendLine(indexPath(), line); !entered)
        return entered.error(); // the promise stays: the next open() enters it
    tell(Stage::Indexed);
    fs::remove(promisePath(), failure);
    m_entries.push_back(entry);
    return Published{std::move(entry), true};
}

Result<Published> VersionBook::publish(PublishOrder order, const Reached &reached)
{
    if (order.text.size() > kMostBytes)
        return Error{ErrorCode::FileTooLarge, m_where.name, sizeText(kMostBytes) + " at most", {}, {}};
    if (const Status made = makeFolder(folder()); !made)
        return made.error();
    const Result<FolderLock> lock = FolderLock::take(folder());
    if (!lock)
        return lock.error();
    if (const Status loaded = load(); !loaded) // others may have published
        return loaded.error();
    const Result<FileState> file = fileState();
    if (!file)
        return file.error();
    if (order.madeFrom && file->kind != FileState::Missing && file->version != *order.madeFrom)
        return Error{ErrorCode::ActRefused, m_where.name, "its file has changed since it was read",
                     Place{m_where.file, 0, 0}, "Reload it, or compare the two first."};
    const std::string version = flow::versionOf(order.text);
    if (file->kind == FileState::Outside && file->version != version) {
        const Result<std::string> outside = readFile(m_where.file, kMostBytes);
        if (!outside)
            return outside.error();
        if (const auto kept = enter({*outside, {}, {}, order.at, {}}, false, nullptr); !kept)
            return kept.error();
    }
    if (!newest() || newest()->version != version)
        return enter(order, file->version != version, reached);
    if (file->version != version)
        if (const Status replaced = putFile(m_where.file, order.text); !replaced)
            return replaced.error();
    return Published{*newest(), false};
}

Result<Published> VersionBook::adopt(const std::string &author, const std::string &note, WallTime at)
{
    Result<std::string> text = readFile(m_where.file, kMostBytes);
    if (!text)
        return text.error();
    const std::string version = flow::versionOf(*text);
    return publish({std::move(*text), author, note, at, version});
}

} // namespace batuta::versions
