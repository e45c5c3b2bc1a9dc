// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/log.h"

#include "engine/base/text.h"
#include "engine/telemetry/log_line.h"

#include <spdlog/common.h> // first: the next ones do not include it themselves

#include <spdlog/details/periodic_worker.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <mutex>

namespace batuta::telemetry {
namespace {

constexpr std::array<std::string_view, 5> kLevelNames{"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"};
constexpr std::chrono::seconds kFlushInterval{1};

/// stdout or stderr with their buffer. spdlog's own sink flushes after every line, a system call each.
class StreamSink final : public spdlog::sinks::base_sink<std::mutex>
{
public:
    explicit StreamSink(std::FILE *stream)
        : m_stream(stream)
    {
    }

protected:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        // One call, so that a line is not cut in two by what else writes to the stream.
        m_line.assign(message.payload.data(), message.payload.size());
        m_line += '\n';
        std::fwrite(m_line.data(), 1, m_line.size(), m_stream);
    }
    void flush_() override { std::fflush(m_stream); }

private:
    std::FILE *m_stream;
    std::string m_line;
};

std::unique_ptr<spdlog::formatter> plainFormatter()
{
    return std::make_unique<spdlog::pattern_formatter>("%v", spdlog::pattern_time_type::utc, "\n");
}

} // namespace

struct Logger::Private
{
    std::atomic<Level> level{Level::Info};
    std::string projectId;
    std::unique_ptr<spdlog::logger> sinks; ///< null: nothing is written anywhere
    std::atomic<bool> hasListener{false};
    std::mutex listenerMutex;
    std::shared_ptr<const Listener> listener;
    std::unique_ptr<spdlog::details::periodic_worker> flusher; ///< last: it ends before what it uses

    void write(const LineParts &parts, Fields fields);
    void tell(const LineParts &parts, std::string_view line);
};

void Logger::Private::write(const LineParts &parts, Fields fields)
{
    // A listener that logs would otherwise overwrite the line it is being told.
    thread_local std::string reused;
    std::string line = std::move(reused);
    writeLine(parts, fields, line);
    if (sinks)
        sinks->log(parts.level >= Level::Warning ? spdlog::level::warn : spdlog::level::info,
                   spdlog::string_view_t(line.data(), line.size()));
    if (hasListener.load(std::memory_order_acquire))
        tell(parts, line);
    reused = std::move(line);
}

void Logger::Private::tell(const LineParts &parts, std::string_view line)
{
    std::shared_ptr<const Listener> current;
    {
        const std::lock_guard lock(listenerMutex);
        current = listener;
    }
    if (current && *current)
        (*current)({parts.at, parts.level, parts.logger, parts.event,
                    parts.scope ? std::string_view(parts.scope->executionId) : std::string_view(), line});
}

std::string_view levelName(Level level)
{
    return kLevelNames[static_cast<std::size_t>(level)];
}

std::optional<Level> parseLevel(std::string_view text)
{
    for (std::size_t i = 0; i < kLevelNames.size(); ++i)
        if (equalIgnoringCase(text, kLevelNames[i]))
            return static_cast<Level>(i);
    return std::nullopt;
}

Logger::Logger()
    : d(std::make_unique<Private>())
{
}

Logger::~Logger()
{
    d->flusher.reset();
    flush();
}

Result<std::unique_ptr<Logger>> Logger::open(const Options &options)
{
    auto logger = std::make_unique<Logger>();
    logger->d->level = options.level;
    logger->d->projectId = options.projectId;
    std::vector<spdlog::sink_ptr> sinks;
    try {
        if (!options.file.empty())
            sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                options.file, static_cast<std::size_t>(options.fileBytes),
                static_cast<std::size_t>(options.oldFiles)));
        if (options.toStdout)
            sinks.push_back(std::make_shared<StreamSink>(stdout));
        if (options.toStderr)
            sinks.push_back(std::make_shared<StreamSink>(stderr));
        if (sinks.empty())
            return logger;
        logger->d->sinks = std::make_unique<spdlog::logger>("batuta", sinks.begin(), sinks.end());
        logger->d->sinks->set_formatter(plainFormatter());
        logger->d->sinks->flush_on(spdlog::level::warn);
        logger->d->flusher = std::make_unique<spdlog::details::periodic_worker>(
            [sinksToFlush = logger->d->sinks.get()] { sinksToFlush->flush(); }, kFlushInterval);
    } catch (const std::exception &failure) {
        return Error{ErrorCode::FileUnwritable, options.file, failure.what(), {}, ""};
    }
    return logger;
}

bool Logger::isEnabled(Level level) const
{
    return level >= d->level.load(std::memory_order_relaxed) &&
           (d->sinks || d->hasListener.load(std::memory_order_relaxed));
}

void Logger::setLevel(Level level)
{
    d->level.store(level, std::memory_order_relaxed);
}

void Logger::setListener(Listener listener)
{
    const bool isSet = static_cast<bool>(listener);
    const std::lock_guard lock(d->listenerMutex);
    d->listener = std::make_shared<const Listener>(std::move(listener));
    d->hasListener.store(isSet, std::memory_order_release);
}

void Logger::flush()
{
    if (d->sinks)
        d->sinks->flush();
}

void Logger::write(Level level, std::string_view logger, std::string_view event, Fields fields)
{
    if (isEnabled(level))
        d->write({SystemClock().wall(), level, logger, event, d->projectId, nullptr}, fields);
}

void Logger::write(Level level, std::string_view logger, std::string_view event, Fields fields,
                   const LogScope &scope)
{
    if (isEnabled(level))
        d->write({SystemClock().wall(), level, logger, event, d->projectId, &scope}, fields);
}

void Logger::debug(std::string_view logger, std::string_view event, Fields fields)
{
    write(Level::Debug, logger, event, fields);
}

void Logger::info(std::string_view logger, std::string_view event, Fields fields)
{
    write(Level::Info, logger, event, fields);
}

void Logger::warning(std::string_view logger, std::string_view event, Fields fields)
{
    write(Level::Warning, logger, event, fields);
}

void Logger::error(std::string_view logger, std::string_view event, Fields fields)
{
    write(Level::Error, logger, event, fields);
}

ExecutionLog::ExecutionLog(Logger &logger, LogScope scope)
    : m_logger(&logger)
    , m_scope(std::make_shared<const LogScope>(std::move(scope)))
{
}

void ExecutionLog::write(Level level, std::string_view logger, std::string_view event, Fields fields) const
{
    if (m_logger)
        m_logger->write(level, logger, event, fields, *m_scope);
}

void ExecutionLog::debug(std::string_view logger, std::string_view event, Fields fields) const
{
    write(Level::Debug, logger, event, fields);
}

void ExecutionLog::info(std::string_view logger, std::string_view event, Fields fields) const
{
    write(Level::Info, logger, event, fields);
}

void ExecutionLog::warning(std::string_view logger, std::string_view event, Fields fields) const
{
    write(Level::Warning, logger, event, fields);
}

void ExecutionLog::error(std::string_view logger, std::string_view event, Fields fields) const
{
    write(Level::Error, logger, event, fields);
}

} // namespace batuta::telemetry
