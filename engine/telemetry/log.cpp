// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/log.h"

#include "engine/base/text.h"
#include "engine/telemetry/log_line.h"
#include "engine/telemetry/log_outlet.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <vector>

namespace batuta::telemetry {
namespace {

constexpr std::array<std::string_view, 5> kLevelNames{"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"};

} // namespace

struct Logger::Private
{
    std::atomic<Level> level{Level::Info};
    std::string projectId;
    std::vector<std::unique_ptr<LogOutlet>> outlets; ///< none: nothing is written anywhere
    std::atomic<bool> hasListener{false};
    std::mutex listenerMutex;
    std::shared_ptr<const Listener> listener;

    void write(const LineParts &parts, Fields fields);
    void tell(const LineParts &parts, std::string_view line);
};

void Logger::Private::write(const LineParts &parts, Fields fields)
{
    // A listener that logs would otherwise overwrite the line it is being told.
    thread_local std::string reused;
    std::string line = std::move(reused);
    writeLine(parts, fields, line);
    for (const auto &outlet : outlets)
        outlet->push(line, parts.level >= Level::Warning);
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

Logger::~Logger() = default;

Result<std::unique_ptr<Logger>> Logger::open(const Options &options)
{
    auto logger = std::make_unique<Logger>();
    logger->d->level = options.level;
    logger->d->projectId = options.projectId;
    const auto add = [&](LogOutlet::Write write) {
        logger->d->outlets.push_back(std::make_unique<LogOutlet>(std::move(write)));
    };
    try {
        if (!options.file.empty())
            add(fileWriter(options.file, options.fileBytes, options.oldFiles));
        if (options.toStdout)
            add(descriptorWriter(STDOUT_FILENO));
        if (options.toStderr)
            add(descriptorWriter(STDERR_FILENO));
    } catch (const std::exception &failure) {
        return Error{ErrorCode::FileUnwritable, options.file, failure.what(), {}, ""};
    }
    return logger;
}

bool Logger::isEnabled(Level level) const
{
    return level >= d->level.load(std::memory_order_relaxed) &&
           (!d->outlets.empty() || d->hasListener.load(std::memory_order_relaxed));
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
    for (const auto &outlet : d->outlets)
        outlet->flush();
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

bool ExecutionLog::isEnabled(Level level) const
{
    return m_logger && m_logger->isEnabled(level);
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
