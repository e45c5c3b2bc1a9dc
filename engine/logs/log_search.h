// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/logs/log_source.h"

namespace batuta::logs {

struct FoundLine
{
    WallTime at{};
    std::string level, logger, event, message;
    std::string json;
};

/// Lines of executions in an engine's log and what was rotated away beside it. Keeps its index, and files
/// open, from question to question, so that only what is new is read. Blocks its thread; belongs to one at a
/// time. Files may grow and rotate meanwhile: they are seen as of one moment, and no line is told twice.
class LogSearch
{
public:
    /// How much of the log is looked at: its newest files up to so many bytes, at least the current one.
    static constexpr std::uint64_t kMostBytes = 100'000'000;

    explicit LogSearch(std::string path, std::uint64_t mostBytes = kMostBytes);

    /// The newest `limit` (1 to 10,000) lines with this execution_id and, unless it is "", this step_name;
    /// oldest first. FileUnreadable when there is no log.
    Result<std::vector<FoundLine>> find(const std::string &execution, const std::string &step = {},
                                        int limit = 1'000);
    /// Lets go of the index and the files until the next question.
    void rest() { m_source.reset(); }

private:
    std::vector<std::string> newestFiles() const;
    bool isCurrent() const;
    void update();

    std::string m_path;
    std::uint64_t m_mostBytes;
    std::vector<std::string> m_files;
    std::unique_ptr<LogSource> m_source;
};

} // namespace batuta::logs
