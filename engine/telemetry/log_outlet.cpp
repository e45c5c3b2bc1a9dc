// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/log_outlet.h"

#include "engine/telemetry/log_line.h"

#include <spdlog/common.h> // first: the next ones do not include it themselves

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <utility>

namespace batuta::telemetry {
namespace {

constexpr std::chrono::seconds kInterval{1};
constexpr std::chrono::seconds kPatience{1};
constexpr std::chrono::milliseconds kLook{50};
constexpr std::size_t kBatch = 64u << 10;       // so much is written without waiting for the interval
constexpr std::size_t kKeptBuffer = 256u << 10; // a larger one is given back after use

/// The first lines of `lines` that fit into `most` bytes, or a part of the first line.
std::string_view firstLines(std::string_view lines, std::size_t most)
{
    if (lines.size() <= most)
        return lines;
    const std::size_t end = lines.rfind('\n', most - 1);
    return lines.substr(0, end == std::string_view::npos ? most : end + 1);
}

bool isRegularFile(int descriptor)
{
    struct stat about = {};
    return fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
}

/// Whether something can be written; waits for it a moment at most.
bool isWritable(int descriptor)
{
    pollfd asked{descriptor, POLLOUT, 0};
    return poll(&asked, 1, static_cast<int>(kLook.count())) > 0;
}

void writeAll(int descriptor, std::string_view lines, const std::atomic<bool> &giveUp)
{
    // A pipe that can be written takes PIPE_BUF bytes at once: it never blocks, and no other writer comes
    // between the lines.
    const std::size_t most = isRegularFile(descriptor) ? lines.size() : PIPE_BUF;
    while (!lines.empty()) {
        if (!isWritable(descriptor)) {
            if (giveUp)
                return;
            continue;
        }
        const std::string_view part = firstLines(lines, most);
        const ssize_t count = ::write(descriptor, part.data(), part.size());
        if (count >= 0)
            lines.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR && errno != EAGAIN)
            return; // there is nobody left to tell
    }
}

} // namespace

LogOutlet::LogOutlet(Write write)
    : m_write(std::move(write))
    , m_thread([this] { run(); })
{
}

LogOutlet::~LogOutlet()
{
    {
        std::unique_lock lock(m_mutex);
        m_ending = true;
        m_wake.notify_one();
        if (!m_progress.wait_for(lock, kPatience, [this] { return m_ended; }))
            m_giveUp = true;
    }
    m_thread.join();
}

void LogOutlet::push(std::string_view line, bool urgent)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_waiting.empty() && m_waiting.size() + line.size() >= kMaxWaiting) {
            ++m_dropped;
            return;
        }
        const std::size_t before = m_waiting.size();
        m_waiting.append(line).push_back('\n');
        ++m_pushed;
        wakes = before == 0 || (before < kBatch && m_waiting.size() >= kBatch) || (urgent && !m_hurry);
        m_hurry = m_hurry || urgent;
    }
    if (wakes)
        m_wake.notify_one();
}

void LogOutlet::flush()
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t last = m_pushed;
    if (m_written >= last)
        return;
    m_hurry = true;
    m_wake.notify_one();
    m_progress.wait_for(lock, kPatience, [&] { return m_written >= last; });
}

void LogOutlet::run()
{
    std::string batch;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        m_wake.wait_for(lock, kInterval,
                        [this] { return m_ending || m_hurry || m_waiting.size() >= kBatch; });
        if (m_waiting.empty())
            break;
        std::swap(batch, m_waiting);
        m_hurry = false;
        const std::uint64_t last = m_pushed;
        const std::uint64_t dropped = std::exchange(m_dropped, 0);
        lock.unlock();
        writeBatch(batch, dropped);
        lock.lock();
        m_written = last;
        m_progress.notify_all();
    }
    m_ended = true;
    m_progress.notify_all();
}

void LogOutlet::writeBatch(std::string &lines, std::uint64_t dropped)
{
    if (dropped > 0) {
        std::string line;
        writeLine({SystemClock().wall(), Level::Warning, "log", "lines_dropped", {}, nullptr},
                  {{"message", "lines were written faster than they could be taken"},
                   {"dropped", static_cast<std::int64_t>(dropped)}},
                  line);
        lines.append(line).push_back('\n');
    }
    m_write(lines, m_giveUp);
    if (lines.capacity() > kKeptBuffer)
        std::string().swap(lines);
    else
        lines.clear();
}

LogOutlet::Write descriptorWriter(int descriptor)
{
    return [descriptor](std::string_view lines, const std::atomic<bool> &giveUp) {
        writeAll(descriptor, lines, giveUp);
    };
}

LogOutlet::Write fileWriter(const std::string &path, std::uint64_t bytes, int oldFiles)
{
    // The logger around the sink tells of a full disk on stderr, once a second.
    const auto file = std::make_shared<spdlog::logger>(
        "batuta", std::make_shared<spdlog::sinks::rotating_file_sink_st>(
                      path, static_cast<std::size_t>(bytes), static_cast<std::size_t>(oldFiles)));
    file->set_formatter(
        std::make_unique<spdlog::pattern_formatter>("%v", spdlog::pattern_time_type::utc, "\n"));
    // Many lines at a time: spdlog takes longer for a message than for its bytes. It rotates between two.
    const std::size_t most = std::min<std::size_t>(kBatch, static_cast<std::size_t>(bytes) / 8);
    return [file, most](std::string_view lines, const std::atomic<bool> &) {
        while (!lines.empty()) {
            const std::size_t last = lines.rfind('\n', most);
            const std::size_t end = last == std::string_view::npos ? lines.find('\n') : last;
            if (end == std::string_view::npos)
                break;
            file->log(spdlog::level::info, spdlog::string_view_t(lines.data(), end));
            lines.remove_prefix(end + 1);
        }
        file->flush();
    };
}

} // namespace batuta::telemetry
