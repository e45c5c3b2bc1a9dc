// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_source.h"

#include "engine/logs/pool.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <sys/stat.h>

namespace batuta::logs {
namespace {

namespace fs = std::filesystem;
constexpr auto kTell = std::chrono::milliseconds(100);
constexpr int kShare = 8; // who is told does not take more of the time than one part in so many

/// `.log`, `.log.3`, `.2026-11-21`, each also with `.gz`.
bool looksLikeLog(const fs::path &path)
{
    std::string name = path.filename().string();
    if (name.empty() || name.front() == '.')
        return false;
    if (name.ends_with(".gz"))
        name.resize(name.size() - 3);
    for (const char *word : {".log", ".json", ".jsonl", ".ndjson", ".txt", ".out", ".err"})
        if (name.ends_with(word) || name.find(std::string(word) + '.') != std::string::npos)
            return true;
    return name == "syslog" || name == "messages";
}

/// Those of one second stay in the order of their names.
std::vector<std::string> byAge(std::vector<std::pair<fs::file_time_type, std::string>> found)
{
    std::sort(found.begin(), found.end());
    if (found.size() > kMostFiles)
        found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(kMostFiles));
    std::vector<std::string> paths;
    for (auto &[time, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

template <class Wanted> std::vector<std::string> filesOf(const fs::path &folder, Wanted wanted)
{
    std::vector<std::pair<fs::file_time_type, std::string>> found;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
        std::error_code ignored;
        if (wanted(at->path()) && at->is_regular_file(ignored))
            found.emplace_back(at->last_write_time(ignored), at->path().string());
    }
    return byAge(std::move(found));
}

} // namespace

std::vector<std::string> logFiles(const std::string &path)
{
    std::error_code failure;
    if (!fs::is_directory(path, failure))
        return {path};
    return filesOf(path, looksLikeLog);
}

std::vector<std::string> withRotated(const std::string &path)
{
    const fs::path own(path);
    const std::string stem = own.stem().string() + '.';
    const std::string ending = own.extension().string();
    const std::string name = own.filename().string();
    std::vector<std::string> found =
        filesOf(own.parent_path().empty() ? "." : own.parent_path(), [&](const fs::path &other) {
            std::string text = other.filename().string();
            if (text == name)
                return false;
            if (text.ends_with(".gz"))
                text.resize(text.size() - 3);
            const bool isBehind = text.starts_with(name + '.');
            const bool isBetween =
                text.starts_with(stem) && text.ends_with(ending) && text.size() > stem.size() + ending.size();
            const std::string number =
                isBehind    ? text.substr(name.size() + 1)
                : isBetween ? text.substr(stem.size(), text.size() - stem.size() - ending.size())
                            : std::string();
            return !number.empty() && number.find_first_not_of("0123456789-_T:") == std::string::npos;
        });
    found.push_back(path);
    return found;
}

/// The blocks of one file.
class LogSource::FileIndex
{
public:
    explicit FileIndex(std::shared_ptr<const LogFile> file)
        : m_file(std::move(file))
    {
        publish();
    }

    const LogFile &file() const { return *m_file; }
    const std::shared_ptr<const IndexedFile> &indexed() const { return m_indexed; }

    /// True when it has changed.
    bool update(const std::stop_token &stop, const std::function<void()> &tell)
    {
        const std::uint64_t size = m_file->size();
        const std::uint64_t beginning = m_file->beginning();
        const bool isAnew = size < m_bytes || (m_beginning != 0 && beginning != m_beginning);
        m_beginning = beginning;
        if (isAnew) {
            m_blocks.clear();
            m_bytes = 0;
            ++m_turn;
        }
        if (size == m_bytes)
            return isAnew && (publish(), true);
        // A block is whole once its last line could not have looked different.
        while (!m_blocks.empty() && m_blocks.size() * LogBlock::kBytes + LogBlock::kHeadBytes > m_bytes)
            m_blocks.pop_back();
        read(size, stop, tell);
        publish();
        return true;
    }

private:
    using Slots = std::vector<std::shared_ptr<LogBlock>>;

    void read(std::uint64_t size, const std::stop_token &stop, const std::function<void()> &tell)
    {
        const std::size_t done = m_blocks.size();
        const auto count = static_cast<std::size_t>((size + LogBlock::kBytes - 1) / LogBlock::kBytes) - done;
        const int year = m_file->year();
        std::mutex mutex;
        Slots slots(count);
        auto told = std::chrono::steady_clock::now();
        std::chrono::steady_clock::duration pause = kTell;
        const auto take = [&] {
            const std::lock_guard lock(mutex);
            for (std::size_t i = m_blocks.size() - done; i < count && slots[i]; ++i) {
                slots[i]->setBefore(m_blocks.empty() ? kNoTime : m_blocks.back()->endTime());
                m_blocks.push_back(std::move(slots[i]));
            }
            m_bytes = std::min(size, m_blocks.size() * LogBlock::kBytes);
        };
        forEachIndex(
            count, stop,
            [&](std::size_t i) {
                auto block = readBlock((done + i) * LogBlock::kBytes, size, year);
                const std::lock_guard lock(mutex);
                slots[i] = std::move(block);
            },
            [&] {
                const auto now = std::chrono::steady_clock::now();
                if (now - told < pause)
                    return;
                take();
                publish();
                tell();
                told = std::chrono::steady_clock::now();
                pause = std::max<std::chrono::steady_clock::duration>(kTell, (told - now) * kShare);
            });
        take();
    }

    std::shared_ptr<LogBlock> readBlock(std::uint64_t begin, std::uint64_t size, int year) const
    {
        thread_local std::vector<char> bytes(1 + LogBlock::kBytes + LogBlock::kHeadBytes);
        const std::uint64_t from = begin == 0 ? 0 : begin - 1; // whether a line ends just before it
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), size - from));
        const std::size_t got = m_file->read(from, std::span(bytes).first(most));
        std::string_view text(bytes.data(), got);
        const bool isLineStart = begin == 0 || (!text.empty() && text.front() == '\n');
        text.remove_prefix(std::min<std::size_t>(begin == 0 ? 0 : 1, text.size()));
        HeadReader heads(year);
        return std::make_shared<LogBlock>(begin, text, isLineStart, heads);
    }

    void publish() { m_indexed = std::make_shared<IndexedFile>(m_file, m_blocks, m_bytes, m_turn); }

    std::shared_ptr<const LogFile> m_file;
    std::vector<LogBlockPtr> m_blocks;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_beginning = 0;
    int m_turn = 0;
    std::shared_ptr<const IndexedFile> m_indexed;
};

LogSource::LogSource(std::vector<std::string> paths)
    : m_paths(std::move(paths))
    , m_snapshot(std::make_shared<LogSnapshot>())
{
}

LogSource::~LogSource() = default;

/// Files that were not there yet; what was renamed is the same file.
bool LogSource::addNew()
{
    bool hasAdded = false;
    for (const std::string &path : m_paths) {
        for (const std::string &name : logFiles(path)) {
            struct stat status = {};
            const bool isThere = stat(name.c_str(), &status) == 0;
            if ((isThere && m_seen.contains({status.st_dev, status.st_ino})) || m_files.size() >= kMostFiles)
                continue;
            Result<std::shared_ptr<const LogFile>> file = LogFile::open(name);
            if (file) {
                m_seen.emplace(status.st_dev, status.st_ino);
                m_files.push_back(std::make_unique<FileIndex>(std::move(*file)));
                hasAdded = true;
            } else if (isThere ? m_seen.emplace(status.st_dev, status.st_ino).second : m_files.empty()) {
                if (m_refused.insert(name).second)
                    m_problems.push_back(file.error());
            }
        }
    }
    return hasAdded;
}

bool LogSource::update(const std::stop_token &stop, const Publish &publish)
{
    bool hasChanged = addNew();
    for (const auto &file : m_files) {
        if (stop.stop_requested())
            break;
        hasChanged = file->update(stop, [&] { take(false, publish); }) || hasChanged;
    }
    if (hasChanged)
        take(true, publish);
    return hasChanged;
}

void LogSource::take(bool isEnd, const Publish &publish)
{
    auto snapshot = std::make_shared<LogSnapshot>();
    for (const auto &file : m_files) {
        snapshot->files.push_back(file->indexed());
        snapshot->lines += file->indexed()->lines();
        snapshot->bytes += file->indexed()->bytes();
        snapshot->total +=
            isEnd ? file->indexed()->bytes() : std::max(file->file().size(), file->indexed()->bytes());
    }
    m_snapshot = snapshot;
    if (publish)
        publish(std::move(snapshot));
}

std::vector<std::string> LogSource::folders() const
{
    std::set<std::string> folders;
    std::error_code failure;
    for (const std::string &path : m_paths) {
        const fs::path own(path);
        folders.insert(fs::is_directory(own, failure) ? path
                       : own.parent_path().empty()    ? "."
                                                      : own.parent_path().string());
    }
    return {folders.begin(), folders.end()};
}

} // namespace batuta::logs
