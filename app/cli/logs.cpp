// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta logs: the lines of this workspace's log, or of any files, that a query leaves.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/shared/workspace.h"
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/logs/field.h"
#include "engine/logs/log_rows.h"
#include "engine/logs/log_source.h"
#include "engine/logs/log_watch.h"
#include "engine/logs/members.h"

#include <iostream>

namespace batuta::cli {
namespace {

using namespace batuta::logs;

constexpr int kAgain = 1000; // ms; a file system of another machine tells nothing

/// Secrets masked, as everywhere.
std::string cleanText(const std::string &line)
{
    if (!looksLikeObject(line))
        return line;
    const Result<json::Value> value = json::parse(line);
    return value ? json::write(json::Redactor().value(*value)) : line;
}

/// For people: when, how bad, what, and the rest of its fields.
std::string lineText(const LogSnapshot &snapshot, LineId id)
{
    const std::string line = cleanText(snapshot.text(id, LogMatcher::kMostOfLine));
    if (!looksLikeObject(line))
        return line;
    std::string scratch;
    const LineTime time = snapshot.time(id);
    std::string text = time == kNoTime ? "" : isoTime(WallTime(std::chrono::microseconds(time))) + ' ';
    std::string severity(severityName(snapshot.severity(id)));
    severity.resize(9, ' ');
    text += severity + std::string(messageOf(line, scratch));
    Members members(line);
    RawMember member;
    while (members.next(member))
        if (!isTimeName(member.name) && !isSeverityName(member.name) && messageRank(member.name) == 0)
            text += ' ' + std::string(member.name) + '=' + std::string(plainText(member.value, scratch));
    return text;
}

void print(const LogRows &rows, std::uint64_t from, const Options &options)
{
    std::string out;
    for (std::uint64_t row = from; row < rows.count(); ++row) {
        const LineId id = rows.at(row);
        out += options.json ? cleanText(rows.snapshot()->text(id, LogMatcher::kMostOfLine))
                            : lineText(*rows.snapshot(), id);
        out += '\n';
        if (out.size() > (1u << 20))
            std::cout << std::exchange(out, {});
    }
    std::cout << out << std::flush;
}

Result<std::vector<std::string>> pathsOf(const Options &options)
{
    if (!options.files.empty())
        return options.files;
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    return workspace ? Result<std::vector<std::string>>(withRotated(app::logFile(*workspace)))
                     : workspace.error();
}

} // namespace

int logLines(const Options &options)
{
    const Result<LogQuery> query = LogQuery::parse(options.text);
    if (!query)
        return fail(query.error());
    const Result<std::vector<std::string>> paths = pathsOf(options);
    if (!paths)
        return fail(paths.error());
    LogSource source(*paths);
    source.update();
    if (!source.problems().empty() && source.snapshot()->files.empty())
        return fail(source.problems().front());
    for (const Error &problem : source.problems())
        std::cerr << errorText(problem) << '\n';
    const LogMatcher matcher(*query);
    LogRowsPtr rows = findRows(source.snapshot(), matcher);
    if (options.counts) {
        std::cout << rows->count() << '\n';
        return kSuccess;
    }
    const auto limit = static_cast<std::uint64_t>(options.limit);
    print(*rows, options.limit == 0 ? 0 : rows->count() - std::min(rows->count(), limit), options);
    if (!options.follows)
        return kSuccess;
    LogWatch watch(source.folders());
    while (std::cout) { // until somebody ends it, or nobody reads any more
        watch.wait(kAgain);
        if (!source.update())
            continue;
        const std::uint64_t before = rows->count();
        rows = findRows(source.snapshot(), matcher, rows);
        print(*rows, std::min(before, rows->count()), options);
    }
    return kSuccess;
}

} // namespace batuta::cli
