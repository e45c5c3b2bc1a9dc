// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/engines.h"

#include "engine/base/clock.h"
#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/store/record_row.h"

#include <unistd.h>

#include <charconv>
#include <optional>

namespace batuta::store {
namespace {

constexpr std::uint64_t kProcFileLimit = 65'536;

std::int64_t nowMicros()
{
    return SystemClock().wall().time_since_epoch().count();
}

std::string bootId()
{
    const Result<std::string> text = readFile("/proc/sys/kernel/random/boot_id", kProcFileLimit);
    return text ? std::string(trimmed(*text)) : "";
}

/// Field 22 of /proc/<pid>/stat, or nothing when there is no such process or it is a zombie.
std::optional<std::int64_t> startOf(std::int64_t pid)
{
    const Result<std::string> stat = readFile("/proc/" + std::to_string(pid) + "/stat", kProcFileLimit);
    if (!stat)
        return std::nullopt;
    // The second field is the program's name in brackets, which may itself hold blanks and brackets.
    const std::size_t nameEnd = stat->rfind(')');
    if (nameEnd == std::string::npos || nameEnd + 2 >= stat->size())
        return std::nullopt;
    const std::vector<std::string_view> fields = split(std::string_view(*stat).substr(nameEnd + 2), ' ');
    constexpr std::size_t kStartField = 19; // counted from the third, the state
    if (fields.size() <= kStartField || fields[0] == "Z" || fields[0] == "X")
        return std::nullopt;
    std::int64_t start = 0;
    std::from_chars(fields[kStartField].data(), fields[kStartField].data() + fields[kStartField].size(),
                    start);
    return start;
}

} // namespace

ProcessIdentity thisProcess()
{
    const std::int64_t pid = getpid();
    return {bootId(), pid, startOf(pid).value_or(0)};
}

bool isAlive(const ProcessIdentity &process)
{
    return process.boot == bootId() && startOf(process.pid) == process.start;
}

Result<std::int64_t> registerEngine(Database &database)
{
    Result<Statement> insert = database.prepare(
        "INSERT INTO engines(instance, boot, pid, process_start, opened_at) VALUES(?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    const ProcessIdentity self = thisProcess();
    const std::string instance = newUuid();
    insert->text(1, instance)
        .text(2, self.boot)
        .integer(3, self.pid)
        .integer(4, self.start)
        .integer(5, nowMicros());
    if (insert->run() != 0)
        return database.failure(ErrorCode::StoreWrite);
    return database.lastRowId();
}

Status leaveEngine(Database &database, std::int64_t engine)
{
    return database.run("UPDATE engines SET closed_at = " + std::to_string(nowMicros()) +
                        " WHERE engine = " + std::to_string(engine));
}

Result<std::vector<std::int64_t>> deadEngines(Database &database, std::int64_t self)
{
    Result<Statement> rows = database.prepare(
        std::string("SELECT engine, boot, pid, process_start, closed_at FROM engines WHERE engine <> ? AND "
                    "engine IN (SELECT engine FROM executions WHERE ") +
        kUnfinished + " UNION SELECT engine FROM journal) ORDER BY engine");
    if (!rows)
        return rows.error();
    rows->integer(1, self);
    std::vector<std::int64_t> dead;
    int row = 0;
    while ((row = rows->step()) == 1)
        if (!rows->isNullAt(4) || !isAlive({rows->textAt(1), rows->integerAt(2), rows->integerAt(3)}))
            dead.push_back(rows->integerAt(0));
    if (row < 0)
        return database.failure(ErrorCode::StoreRead);
    return dead;
}

} // namespace batuta::store
