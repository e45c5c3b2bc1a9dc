// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/json/redact.h"
#include "engine/json/value.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace batuta::telemetry {

enum class Level { Debug, Info, Warning, Error, Critical };

/// DEBUG, INFO, WARNING, ERROR, CRITICAL: the names that Cloud Logging knows.
std::string_view levelName(Level level);
/// The same in any case; nothing for other words.
std::optional<Level> parseLevel(std::string_view text);

/// Free fields of a line. A field `message` is the text for people; without it the event stands there.
using Fields = std::initializer_list<std::pair<std::string_view, json::Value>>;

/// One line as a listener sees it; the views live as long as the call.
struct LogLine
{
    WallTime at{};
    Level level = Level::Info;
    std::string_view logger;
    std::string_view event;
    std::string_view executionId;
    std::string_view json; ///< the whole line, without its end
};

/// What every line of one execution carries. Immutable and shared.
struct LogScope
{
    std::string executionId;
    std::string traceId; ///< 32 hexadecimal digits, or ""
    json::Redactor redactor;
};

/// Writes one JSON object a line to a file that rotates, stdout and stderr. Safe on any thread. Values of
/// fields with secret names are always masked. Each destination has a thread of its own that writes: lines
/// from WARNING up without delay, others within a second, all of them at the end. Nobody waits for a
/// destination that takes nothing: beyond 4 MB lines are dropped, and the line `lines_dropped` counts them.
class Logger
{
public:
    struct Options
    {
        std::string file{}; ///< "" for none
        bool toStdout = false;
        bool toStderr = false;
        Level level = Level::Info;
        std::string projectId{}; ///< Google Cloud project: with it and a trace id, lines link to their trace
        std::uint64_t fileBytes = 10'000'000;
        int oldFiles = 5; ///< kept beside the current one as .1 to .5
    };
    using Listener = std::function<void(const LogLine &)>;

    /// A logger that writes nowhere (its listener still hears).
    Logger();
    ~Logger();
    Logger(const Logger &) = delete;
    Logger &operator=(const Logger &) = delete;

    static Result<std::unique_ptr<Logger>> open(const Options &options);

    bool isEnabled(Level level) const;
    void setLevel(Level level);
    /// One listener, called on the writing thread; an empty function ends it.
    void setListener(Listener listener);
    /// Returns when all lines so far are written; a destination is waited for a second at most.
    void flush();

    void write(Level level, std::string_view logger, std::string_view event, Fields fields = {});
    void write(Level level, std::string_view logger, std::string_view event, Fields fields,
               const LogScope &scope);

    void debug(std::string_view logger, std::string_view event, Fields fields = {});
    void info(std::string_view logger, std::string_view event, Fields fields = {});
    void warning(std::string_view logger, std::string_view event, Fields fields = {});
    void error(std::string_view logger, std::string_view event, Fields fields = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A logger for one execution: adds its id and trace, and masks its secrets. A small value; copy it freely.
/// The Logger must outlive it; one made by default writes nothing.
class ExecutionLog
{
public:
    ExecutionLog() = default;
    ExecutionLog(Logger &logger, LogScope scope);

    /// To ask before fields are made that cost something.
    bool isEnabled(Level level) const;
    void write(Level level, std::string_view logger, std::string_view event, Fields fields = {}) const;
    void debug(std::string_view logger, std::string_view event, Fields fields = {}) const;
    void info(std::string_view logger, std::string_view event, Fields fields = {}) const;
    void warning(std::string_view logger, std::string_view event, Fields fields = {}) const;
    void error(std::string_view logger, std::string_view event, Fields fields = {}) const;

private:
    Logger *m_logger = nullptr;
    std::shared_ptr<const LogScope> m_scope;
};

} // namespace batuta::telemetry
