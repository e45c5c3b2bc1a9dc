// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/fleet/values.h"
#include "engine/json/value.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::fleet {

/// Ranks are Cloud Logging's, a hundred apart, so that they can be compared.
enum class Severity {
    Default = 0,
    Debug = 100,
    Info = 200,
    Notice = 300,
    Warning = 400,
    Error = 500,
    Critical = 600,
    Alert = 700,
    Emergency = 800,
};

std::string_view severityName(Severity severity); ///< `WARNING`
/// Any spelling that programs use (`warn`, `Error`, `fatal`); Default for others.
Severity severityOf(std::string_view name);

struct HttpLine
{
    std::string method{};
    std::string url{};
    std::string userAgent{};
    std::string referer{};
    std::string remoteIp{};
    std::string serverIp{};
    std::string protocol = "HTTP/1.1";
    int status = 0;
    std::uint64_t requestBytes = 0;
    std::uint64_t responseBytes = 0;
    Duration latency{};
};

struct SourcePlace
{
    std::string file{};
    std::string line{};
    std::string function{};
};

/// One log entry. Of `text` and `payload` one is set, or neither.
struct Entry
{
    std::uint64_t number = 0; ///< given by the book: rises by one, also over restarts
    std::string insertId{};   ///< given by the book when ""
    std::string log{};        ///< `requests`, `stdout`, `stderr`, `system`, or whatever a writer names
    RevisionKey key{};        ///< parts may be empty in entries of others
    std::string instance{};
    WallTime time{};
    WallTime received{};
    Severity severity = Severity::Default;
    std::string text{};
    json::Value payload{}; ///< an object, or null
    std::optional<HttpLine> request{};
    std::string trace{};
    std::string span{};
    bool isSampled = false;
    std::optional<SourcePlace> source{};
    std::vector<std::pair<std::string, std::string>> labels{};
    json::Value operation{};
    /// Of entries that a client wrote: its resource and whatever else the writer wants back.
    json::Value extra{};
};

/// Log entries in the order in which they came, in memory up to a number of bytes (the oldest go first), and
/// in segment files of a directory when there is one: those survive a restart, but for the last moments
/// before a crash of the machine. Lives on the loop's thread.
class Book
{
public:
    /// "" keeps no files.
    Book(const Clock &clock, std::string directory, std::uint64_t maxBytes);
    ~Book();

    /// Reads the files of before; lines that a crash cut are left out. The book works without it too.
    Status open();
    /// Gives the entry's number. Received, insertId and a missing time are filled in.
    std::uint64_t append(Entry entry);
    /// The oldest entry that is left has this number; the next one gets the other.
    std::uint64_t firstNumber() const;
    std::uint64_t nextNumber() const { return m_next; }
    /// Entries with numbers from `from`, in order, or below `before`, backwards; `look` returns false to
    /// stop.
    void forward(std::uint64_t from, const std::function<bool(const Entry &)> &look) const;
    void backward(std::uint64_t before, const std::function<bool(const Entry &)> &look) const;
    /// Hears each new entry, after it was appended, as long as the token lives.
    using Token = std::shared_ptr<void>;
    [[nodiscard]] Token listen(std::function<void(const Entry &)> hear);
    /// Writes what is buffered to the files. The fleet does it each second and when it stops.
    void flush();
    std::uint64_t bytes() const { return m_bytes; }

private:
    struct Kept
    {
        Entry entry;
        std::uint64_t bytes = 0;
    };
    struct Files;
    struct Listener;

    void keep(Entry entry, std::uint64_t bytes);

    const Clock &m_clock;
    std::uint64_t m_maxBytes;
    std::deque<Kept> m_entries;
    std::uint64_t m_next = 1;
    std::uint64_t m_bytes = 0;
    std::unique_ptr<Files> m_files;
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace batuta::fleet
