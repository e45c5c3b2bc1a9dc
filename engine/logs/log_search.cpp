// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_search.h"

#include "engine/json/json.h"
#include "engine/logs/log_rows.h"

#include <algorithm>
#include <filesystem>

namespace batuta::logs {
namespace {

LogMatcher matcherOf(const std::string &execution, const std::string &step)
{
    LogQuery query =
        LogQuery().with({QueryNode::Kind::Compare, {}, "execution_id", QueryOp::Equal, execution});
    if (!step.empty())
        query = query.with({QueryNode::Kind::Compare, {}, "step_name", QueryOp::Equal, step});
    return LogMatcher(query);
}

FoundLine foundLine(const json::Value &value, std::string text)
{
    FoundLine line;
    parseIsoTime(value["timestamp"].asString(), line.at);
    line.level = value["severity"].asString();
    line.logger = value["logger"].asString();
    line.event = value["event"].asString();
    line.message = value["message"].asString();
    line.json = std::move(text);
    return line;
}

} // namespace

LogSearch::LogSearch(std::string path, std::uint64_t mostBytes)
    : m_path(std::move(path))
    , m_mostBytes(mostBytes)
{
}

/// The oldest first, as withRotated().
std::vector<std::string> LogSearch::newestFiles() const
{
    std::vector<std::string> files = withRotated(m_path);
    std::uint64_t bytes = 0;
    const auto oldest = std::find_if(files.rbegin(), files.rend(), [&](const std::string &file) {
        std::error_code failure; // it has moved meanwhile
        const std::uintmax_t size = std::filesystem::file_size(file, failure);
        bytes += failure ? 0 : size;
        return bytes > m_mostBytes && file != m_path;
    });
    files.erase(files.begin(), oldest.base());
    return files;
}

/// Whether the names still lead to the files that are indexed.
bool LogSearch::isCurrent() const
{
    const auto &files = m_source->snapshot()->files;
    return !files.empty() && newestFiles() == m_files &&
           std::none_of(files.begin(), files.end(), [](const std::shared_ptr<const IndexedFile> &file) {
               return file->file().isReplaced();
           });
}

/// While files are rotated a name leads now to this one, now to that: then they are opened again.
void LogSearch::update()
{
    constexpr int kTries = 10;
    for (int tries = 0; tries < kTries; ++tries) {
        if (!m_source || !isCurrent()) {
            m_files = newestFiles();
            m_source = std::make_unique<LogSource>(m_files);
        }
        m_source->update();
        if (isCurrent())
            return;
    }
}

Result<std::vector<FoundLine>> LogSearch::find(const std::string &execution, const std::string &step,
                                               int limit)
{
    update();
    const LogSnapshotPtr snapshot = m_source->snapshot();
    if (snapshot->files.empty() && !m_source->problems().empty())
        return m_source->problems().front();
    if (execution.empty())
        return std::vector<FoundLine>{};
    const LogRowsPtr rows = findRows(snapshot, matcherOf(execution, step));
    const auto most = static_cast<std::size_t>(std::clamp(limit, 1, 10'000));
    std::vector<FoundLine> lines;
    for (std::uint64_t row = rows->count(); row > 0 && lines.size() < most; --row) {
        std::string text = snapshot->text(rows->at(row - 1), LogMatcher::kMostOfLine);
        const Result<json::Value> value = json::parse(text);
        // A query takes `*` for any rest, an id does not.
        if (value && (*value)["execution_id"].asString() == execution &&
            (step.empty() || (*value)["step_name"].asString() == step))
            lines.push_back(foundLine(*value, std::move(text)));
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

} // namespace batuta::logs
