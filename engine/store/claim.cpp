// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/claim.h"

#include "engine/store/engines.h"
#include "engine/store/log_recovery.h"
#include "engine/store/record_row.h"
#include "engine/store/sqlite_figures.h"

#include <algorithm>

namespace batuta::store {
namespace {

Status readExecutions(Database &database, std::int64_t dead, Takeover &takeover)
{
    Result<Statement> rows =
        database.prepare(std::string("SELECT ") + kColumns +
                         ", plain(s.body) FROM executions e LEFT JOIN starts s ON s.seq = e.seq WHERE e." +
                         kUnfinished + " AND e.engine = ? ORDER BY e.seq");
    if (!rows)
        return rows.error();
    rows->integer(1, dead);
    int row = 0;
    while ((row = rows->step()) == 1)
        takeover.addExecution(rows->integerAt(0), recordOf(*rows), rows->blobAt(kColumnCount));
    return row < 0 ? Status(database.failure(ErrorCode::StoreRead)) : Status();
}

Result<bool> isKnown(Database &database, const IdBytes &id)
{
    Result<Statement> find = database.prepare("SELECT 1 FROM executions WHERE id = ?");
    if (!find)
        return find.error();
    const int row = find->blob(1, viewOf(id)).step();
    if (row < 0)
        return database.failure(ErrorCode::StoreRead);
    return row == 1;
}

Status readJournal(Database &database, std::int64_t dead, Takeover &takeover)
{
    Result<Statement> rows =
        database.prepare("SELECT batch, plain(body) FROM journal WHERE engine = ? ORDER BY batch");
    if (!rows)
        return rows.error();
    rows->integer(1, dead);
    int row = 0;
    while ((row = rows->step()) == 1)
        if (Status read = takeover.addRow(rows->integerAt(0), rows->blobAt(1),
                                          [&database](const IdBytes &id) { return isKnown(database, id); });
            !read)
            return read;
    return row < 0 ? Status(database.failure(ErrorCode::StoreRead)) : Status();
}

Status interrupt(Database &database, std::int64_t engine, const std::vector<Takeover::Interrupted> &those)
{
    Result<Statement> update = database.prepare(
        "UPDATE executions SET status = 'interrupted', ended_at = ?1, duration = max(0, ?1 - started_at), "
        "error = ?2, engine = ?3 WHERE seq = ?4");
    if (!update)
        return update.error();
    const std::int64_t now = SystemClock().wall().time_since_epoch().count();
    for (const Takeover::Interrupted &one : those)
        if (update->integer(1, now).text(2, one.why).integer(3, engine).integer(4, one.seq).run() != 0)
            return database.failure(ErrorCode::StoreWrite);
    std::vector<std::int64_t> keys;
    for (const Takeover::Interrupted &one : those)
        keys.push_back(one.seq);
    return countThose(database, keys);
}

Status assign(Database &database, std::int64_t engine, const Takeover::Sorted &sorted)
{
    Result<Statement> take = database.prepare("UPDATE executions SET engine = ? WHERE seq = ?");
    Result<Statement> keep = database.prepare("UPDATE journal SET engine = ? WHERE batch = ?");
    Result<Statement> drop = database.prepare("DELETE FROM journal WHERE batch = ?");
    for (const Result<Statement> *statement : {&take, &keep, &drop})
        if (!*statement)
            return statement->error();
    int code = 0;
    for (std::size_t i = 0; code == 0 && i < sorted.claimed.size(); ++i)
        code = take->integer(1, engine).integer(2, sorted.claimed[i].seq).run();
    for (std::size_t i = 0; code == 0 && i < sorted.needed.size(); ++i)
        code = keep->integer(1, engine).integer(2, sorted.needed[i]).run();
    for (std::size_t i = 0; code == 0 && i < sorted.unneeded.size(); ++i)
        code = drop->integer(1, sorted.unneeded[i]).run();
    return code == 0 ? Status() : Status(database.failure(ErrorCode::StoreWrite));
}

} // namespace

Result<std::vector<Claimed>> claimDead(Database &database, std::int64_t engine)
{
    const Result<std::vector<std::int64_t>> dead = deadEngines(database, engine);
    if (!dead)
        return dead.error();
    std::vector<Claimed> claimed;
    for (const std::int64_t one : *dead) {
        // What stands in its write logs comes first: it has died just now, or somebody reads them.
        const Result<bool> isUnread = hasLogs(database, one);
        if (!isUnread)
            return isUnread.error();
        if (*isUnread)
            continue;
        Takeover takeover;
        Status done = readExecutions(database, one, takeover);
        if (done)
            done = readJournal(database, one, takeover);
        if (!done)
            return done.error();
        Takeover::Sorted sorted = takeover.take();
        done = interrupt(database, engine, sorted.interrupted);
        if (done)
            done = assign(database, engine, sorted);
        if (!done)
            return done.error();
        std::move(sorted.claimed.begin(), sorted.claimed.end(), std::back_inserter(claimed));
    }
    std::sort(claimed.begin(), claimed.end(),
              [](const Claimed &a, const Claimed &b) { return a.seq < b.seq; });
    return claimed;
}

} // namespace batuta::store
