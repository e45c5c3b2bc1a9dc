// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/book.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/fleet/book_codec.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <utility>

namespace fs = std::filesystem;

namespace batuta::fleet {
namespace {

constexpr std::size_t kSegments = 8;
constexpr std::size_t kMaxBuffer = 256u << 10;
constexpr std::string_view kFilePrefix = "book-";

constexpr std::array kSeverities{
    std::pair{Severity::Default, std::string_view("DEFAULT")},
    std::pair{Severity::Debug, std::string_view("DEBUG")},
    std::pair{Severity::Info, std::string_view("INFO")},
    std::pair{Severity::Notice, std::string_view("NOTICE")},
    std::pair{Severity::Warning, std::string_view("WARNING")},
    std::pair{Severity::Error, std::string_view("ERROR")},
    std::pair{Severity::Critical, std::string_view("CRITICAL")},
    std::pair{Severity::Alert, std::string_view("ALERT")},
    std::pair{Severity::Emergency, std::string_view("EMERGENCY")},
    // What libraries write besides:
    std::pair{Severity::Debug, std::string_view("TRACE")},
    std::pair{Severity::Info, std::string_view("INFORMATION")},
    std::pair{Severity::Warning, std::string_view("WARN")},
    std::pair{Severity::Error, std::string_view("ERR")},
    std::pair{Severity::Critical, std::string_view("FATAL")},
};

/// Files of the book in a directory, in the order of their first number.
std::vector<fs::path> filesIn(const std::string &directory)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto &item : fs::directory_iterator(directory, error))
        if (item.path().filename().string().starts_with(kFilePrefix))
            files.push_back(item.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

std::string_view severityName(Severity severity)
{
    for (const auto &[known, name] : kSeverities)
        if (known == severity)
            return name;
    return "DEFAULT";
}

Severity severityOf(std::string_view name)
{
    for (const auto &[severity, known] : kSeverities)
        if (equalIgnoringCase(known, name))
            return severity;
    return Severity::Default;
}

/// Segments of an eighth of the bound each; the oldest goes when a ninth begins.
struct Book::Files
{
    std::string directory;
    std::uint64_t segmentBytes = 0;
    std::vector<fs::path> paths{};
    std::uint64_t written = 0; ///< into the last segment
    std::uint64_t first = 0;   ///< number of the first entry of the buffer
    std::string buffer{};
    std::ofstream out{};

    void flush();
    void beginSegment();
};

struct Book::Listener
{
    std::function<void(const Entry &)> hear;
};

void Book::Files::beginSegment()
{
    std::string digits = std::to_string(first);
    digits.insert(0, 20 - std::min<std::size_t>(digits.size(), 20), '0');
    paths.push_back(fs::path(directory) / (std::string(kFilePrefix) + digits + ".jsonl"));
    out.close();
    out.clear();
    out.open(paths.back(), std::ios::binary | std::ios::app);
    written = 0;
    std::error_code ignored;
    fs::permissions(paths.back(), fs::perms::owner_read | fs::perms::owner_write, ignored);
    while (paths.size() > kSegments) {
        fs::remove(paths.front(), ignored);
        paths.erase(paths.begin());
    }
}

void Book::Files::flush()
{
    if (buffer.empty())
        return;
    if (paths.empty() || !out.is_open() || written > segmentBytes)
        beginSegment();
    // A full disk costs entries on disk, never a request: they are still in memory.
    out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    out.flush();
    out.clear();
    written += buffer.size();
    buffer.clear();
}

Book::Book(const Clock &clock, std::string directory, std::uint64_t maxBytes)
    : m_clock(clock)
    , m_maxBytes(maxBytes)
{
    if (directory.empty())
        return;
    m_files = std::make_unique<Files>();
    m_files->directory = std::move(directory);
    m_files->segmentBytes = maxBytes / kSegments;
}

Book::~Book()
{
    flush();
}

Status Book::open()
{
    if (!m_files)
        return {};
    std::error_code error;
    fs::create_directories(m_files->directory, error);
    if (error)
        return Error{ErrorCode::FileUnwritable, m_files->directory, error.message(), {}, {}};
    m_files->paths = filesIn(m_files->directory);
    for (const fs::path &path : m_files->paths) {
        const auto text = readFile(path.string(), 2 * m_maxBytes);
        if (!text)
            continue;
        for (const std::string_view line : split(*text, '\n')) {
            auto entry = line.empty() ? std::nullopt : decodeEntry(line);
            if (!entry || entry->number < m_next)
                continue;
            m_next = entry->number + 1;
            const std::uint64_t weight = weightOf(*entry);
            keep(std::move(*entry), weight);
        }
    }
    return {};
}

void Book::keep(Entry entry, std::uint64_t bytes)
{
    m_entries.push_back({std::move(entry), bytes});
    m_bytes += bytes;
    while (m_bytes > m_maxBytes && m_entries.size() > 1) {
        m_bytes -= m_entries.front().bytes;
        m_entries.pop_front();
    }
}

std::uint64_t Book::append(Entry entry)
{
    entry.number = m_next++;
    entry.received = m_clock.wall();
    if (entry.time == WallTime())
        entry.time = entry.received;
    if (entry.insertId.empty())
        entry.insertId = randomHex(10);
    if (m_files) {
        if (m_files->buffer.empty())
            m_files->first = entry.number;
        encodeEntry(entry, m_files->buffer);
        m_files->buffer.push_back('\n');
        if (m_files->buffer.size() > kMaxBuffer)
            m_files->flush();
    }
    const std::uint64_t number = entry.number;
    const std::uint64_t weight = weightOf(entry);
    keep(std::move(entry), weight);
    if (!m_listeners.empty()) {
        std::erase_if(m_listeners, [](const auto &weak) { return weak.expired(); });
        const auto listeners = m_listeners; // one of them may listen anew
        const Entry heard = m_entries.back().entry;
        for (const auto &weak : listeners)
            if (const auto listener = weak.lock())
                listener->hear(heard);
    }
    return number;
}

std::uint64_t Book::firstNumber() const
{
    return m_entries.empty() ? m_next : m_entries.front().entry.number;
}

void Book::forward(std::uint64_t from, const std::function<bool(const Entry &)> &look) const
{
    auto at =
        std::lower_bound(m_entries.begin(), m_entries.end(), from,
                         [](const Kept &kept, std::uint64_t number) { return kept.entry.number < number; });
    while (at != m_entries.end() && look(at->entry))
        ++at;
}

void Book::backward(std::uint64_t before, const std::function<bool(const Entry &)> &look) const
{
    auto at =
        std::lower_bound(m_entries.begin(), m_entries.end(), before,
                         [](const Kept &kept, std::uint64_t number) { return kept.entry.number < number; });
    while (at != m_entries.begin() && look((--at)->entry)) {
    }
}

Book::Token Book::listen(std::function<void(const Entry &)> hear)
{
    auto listener = std::make_shared<Listener>(Listener{std::move(hear)});
    m_listeners.push_back(listener);
    return listener;
}

void Book::flush()
{
    if (m_files)
        m_files->flush();
}

} // namespace batuta::fleet
