// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/log_search.h"

#include "engine/json/json.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace batuta::telemetry {
namespace {

constexpr std::size_t kBlock = 256u << 10;
constexpr std::size_t kLongestLine = 4u << 20; // longer ones are none that a Logger writes

/// An open file; owns its descriptor.
class LogFile
{
public:
    explicit LogFile(const std::string &path)
        : m_descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
        struct stat status = {};
        if (m_descriptor >= 0 && fstat(m_descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
            m_size = static_cast<std::uint64_t>(status.st_size);
            m_identity = {status.st_dev, status.st_ino};
        } else {
            m_error = m_descriptor < 0 ? errno : EINVAL;
        }
    }
    ~LogFile()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    int error() const { return m_error; }
    std::uint64_t size() const { return m_size; }
    /// {0, 0} of one that could not be opened.
    std::pair<dev_t, ino_t> identity() const { return m_identity; }
    bool read(std::uint64_t from, char *into, std::size_t count) const
    {
        while (count > 0) {
            const ssize_t got = pread(m_descriptor, into, count, static_cast<off_t>(from));
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return false;
            into += got;
            from += static_cast<std::uint64_t>(got);
            count -= static_cast<std::size_t>(got);
        }
        return true;
    }

private:
    int m_descriptor;
    int m_error = 0;
    std::uint64_t m_size = 0;
    std::pair<dev_t, ino_t> m_identity{};
};

/// `batuta.log`, `batuta.1.log` …: as the Logger names them.
std::string rotatedName(const std::string &file, int index)
{
    std::filesystem::path path(file);
    if (index > 0)
        path.replace_filename(path.stem().string() + '.' + std::to_string(index) + path.extension().string());
    return path.string();
}

/// Collects what fits, newest first.
class Collector
{
public:
    explicit Collector(const LogSearch &search)
        : m_search(search)
        , m_limit(static_cast<std::size_t>(std::clamp(search.limit, 1, 10'000)))
        , m_bytesLeft(search.bytes)
    {
        m_needle = R"("execution_id":)";
        json::writeString(search.execution, m_needle);
    }

    bool isFull() const { return m_found.size() >= m_limit || m_bytesLeft == 0; }
    std::vector<FoundLine> take()
    {
        std::reverse(m_found.begin(), m_found.end());
        return std::move(m_found);
    }

    /// From the end backwards; what follows the last line end is still being written.
    void scan(const LogFile &file)
    {
        std::string text; // from `at` on, up to the end of the last line that has not been looked at
        std::uint64_t at = file.size();
        bool endSeen = false;
        while (at > 0 && !isFull() && text.size() < kLongestLine) {
            const auto count = static_cast<std::size_t>(std::min<std::uint64_t>({at, kBlock, m_bytesLeft}));
            std::string block(count, '\0');
            at -= count;
            m_bytesLeft -= count;
            if (!file.read(at, block.data(), count))
                return;
            text.insert(0, block);
            if (!endSeen) {
                const std::size_t end = text.rfind('\n');
                if (end == std::string::npos)
                    continue;
                text.resize(end + 1);
                endSeen = true;
            }
            const std::size_t first = at == 0 ? 0 : text.find('\n') + 1; // npos + 1 is 0: no end in it
            if (at > 0 && first == 0)
                continue;
            lines(std::string_view(text).substr(first));
            text.resize(first);
        }
    }

private:
    void lines(std::string_view text)
    {
        std::vector<std::string_view> hits; // memmem is many times faster than looking backwards
        for (std::size_t from = 0; from < text.size();) {
            const void *found =
                memmem(text.data() + from, text.size() - from, m_needle.data(), m_needle.size());
            if (found == nullptr)
                break;
            const auto hit = static_cast<std::size_t>(static_cast<const char *>(found) - text.data());
            const std::size_t start = text.rfind('\n', hit) + 1; // npos + 1 is 0
            const std::size_t end = std::min(text.find('\n', hit), text.size());
            hits.push_back(text.substr(start, end - start));
            from = end;
        }
        for (auto hit = hits.rbegin(); hit != hits.rend() && m_found.size() < m_limit; ++hit)
            line(*hit);
    }

    void line(std::string_view text)
    {
        const Result<json::Value> value = json::parse(text);
        if (!value || (*value)["execution_id"].asString() != m_search.execution)
            return;
        if (!m_search.step.empty() && (*value)["step_name"].asString() != m_search.step)
            return;
        FoundLine found;
        parseIsoTime((*value)["timestamp"].asString(), found.at);
        found.level = (*value)["severity"].asString();
        found.logger = (*value)["logger"].asString();
        found.event = (*value)["event"].asString();
        found.message = (*value)["message"].asString();
        found.json = text;
        m_found.push_back(std::move(found));
    }

    const LogSearch &m_search;
    std::size_t m_limit;
    std::uint64_t m_bytesLeft;
    std::string m_needle;
    std::vector<FoundLine> m_found;
};

using Identity = std::pair<dev_t, ino_t>;

/// The current file and the older ones, newest first, as they were at one moment: when the current one is
/// another one after all have been opened, the names have moved meanwhile, and they are opened again.
std::vector<std::unique_ptr<LogFile>> openAll(const LogSearch &search)
{
    constexpr int kTries = 10;
    std::vector<std::unique_ptr<LogFile>> files;
    for (int tries = 0; tries < kTries; ++tries) {
        files.clear();
        std::set<Identity> seen;
        for (int index = 0; index <= search.oldFiles; ++index) {
            auto file = std::make_unique<LogFile>(rotatedName(search.file, index));
            const bool isNew = file->error() == 0 && seen.insert(file->identity()).second;
            if (index == 0 || isNew)
                files.push_back(std::move(file));
        }
        if (LogFile(search.file).identity() == files.front()->identity())
            break;
    }
    return files;
}

} // namespace

Result<std::vector<FoundLine>> searchLog(const LogSearch &search)
{
    Collector collector(search);
    const auto files = openAll(search);
    const int error = files.front()->error(); // between two names while it rotates: an older one is there
    if (error != 0 && files.size() == 1)
        return Error{ErrorCode::FileUnreadable, search.file, std::strerror(error), {}, {}};
    for (const auto &file : files)
        if (file->error() == 0 && !search.execution.empty() && !collector.isFull())
            collector.scan(*file);
    return collector.take();
}

} // namespace batuta::telemetry
