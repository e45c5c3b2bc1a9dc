// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_claim.h"

#include "engine/store/pg_figures.h"
#include "engine/store/pg_schema.h"
#include "engine/store/record_row.h"

#include <algorithm>
#include <iterator>

namespace batuta::store {
namespace {

const std::string kCandidates =
    std::string(
        "SELECT engine, coalesce(place, ''), pid, process_start, (closed_at IS NOT NULL)::int::bigint, "
        "greatest(0, $2 - extract(epoch FROM clock_timestamp() - seen_at) * 1000000)::bigint FROM "
        "engines WHERE engine <> $1 AND engine IN (SELECT engine FROM executions WHERE ") +
    kUnfinished + " UNION SELECT engine FROM journal) ORDER BY engine";
constexpr const char *kWaitForLock = "SELECT pg_advisory_xact_lock('engines'::regclass::oid::int, $1::int)";
constexpr const char *kTryLock =
    "SELECT pg_try_advisory_xact_lock('engines'::regclass::oid::int, $1::int)::int::bigint";
const std::string kExecutions = std::string("SELECT ") + kPgColumns + ", e.body FROM executions e WHERE e." +
                                kUnfinished + " AND e.engine = $1 ORDER BY e.seq";
constexpr const char *kPgReadJournal = "SELECT batch, body FROM journal WHERE engine = $1 ORDER BY batch";
constexpr const char *kKnown = "SELECT count(*) FROM executions WHERE id = $1";
constexpr const char *kInterrupt =
    "UPDATE executions SET status = 'interrupted', ended_at = $1, duration = greatest(0, $1 - started_at), "
    "error = $2, engine = $3 WHERE seq = $4";
constexpr const char *kTake = "UPDATE executions SET engine = $1 WHERE seq = ANY($2::text::bigint[])";
constexpr const char *kTakeRows = "UPDATE journal SET engine = $1 WHERE batch = ANY($2::text::bigint[])";
constexpr const char *kDropRows = "DELETE FROM journal WHERE batch = ANY($1::text::bigint[])";
constexpr const char *kPgCloseDead =
    "UPDATE engines SET closed_at = coalesce(closed_at, now()) WHERE engine = $1";

struct Candidate
{
    std::int64_t engine = 0;
    bool isGone = false; ///< for certain
    Duration lease{};    ///< what is left of it
};

Result<std::vector<Candidate>> candidates(PgSeat &seat)
{
    const Result<PgRows> rows = seat.session().run(
        kCandidates.c_str(), PgValues().integer(seat.engine()).integer(seat.options().lease.count()));
    if (!rows)
        return rows.error();
    const std::string here = processPlace();
    const std::string boot = thisProcess().boot;
    std::vector<Candidate> found;
    for (int i = 0; i < rows->size(); ++i) {
        const PgRows::Row row = (*rows)[i];
        const bool hasDied = row.textAt(1) == here && !isAlive({boot, row.integerAt(2), row.integerAt(3)});
        found.push_back({row.integerAt(0), row.integerAt(4) != 0 || hasDied, Duration(row.integerAt(5))});
    }
    return found;
}

/// Whether the engine has no connection any more. It gets none before this transaction ends.
Result<bool> isLocked(PgSession &session, const Candidate &candidate)
{
    PgValues values;
    values.integer(candidate.engine);
    if (candidate.isGone) { // the server may still be busy with its end
        const Result<PgRows> locked = session.run(kWaitForLock, values);
        return locked ? Result<bool>(true) : Result<bool>(locked.error());
    }
    const Result<std::int64_t> locked = session.number(kTryLock, values);
    return locked ? Result<bool>(*locked != 0) : Result<bool>(locked.error());
}

Result<Takeover::Sorted> readLeft(PgSession &session, std::int64_t dead)
{
    Takeover takeover;
    PgValues values;
    values.integer(dead);
    const Result<PgRows> executions = session.run(kExecutions.c_str(), values);
    const Result<PgRows> journal =
        executions ? session.run(kPgReadJournal, values) : Result<PgRows>(executions.error());
    if (!journal)
        return journal.error();
    for (int i = 0; i < executions->size(); ++i) {
        const PgRows::Row row = (*executions)[i];
        takeover.addExecution(row.integerAt(0), recordOf(row), row.blobAt(kColumnCount));
    }
    const auto isKnown = [&session](const IdBytes &id) -> Result<bool> {
        const Result<std::int64_t> count = session.number(kKnown, PgValues().uuid(viewOf(id)));
        return count ? Result<bool>(*count != 0) : Result<bool>(count.error());
    };
    for (int i = 0; i < journal->size(); ++i)
        if (Status read = takeover.addRow((*journal)[i].integerAt(0), (*journal)[i].blobAt(1), isKnown);
            !read)
            return read.error();
    return takeover.take();
}

/// `{1,2,3}`
template <class List, class Key> std::string arrayOf(const List &list, Key key)
{
    std::string text = "{";
    for (const auto &one : list)
        text += (text.size() > 1 ? "," : "") + std::to_string(key(one));
    return text + '}';
}

Status assign(PgSeat &seat, std::int64_t dead, const Takeover::Sorted &sorted)
{
    PgSession &session = seat.session();
    const auto itself = [](std::int64_t row) { return row; };
    const std::string taken = arrayOf(sorted.claimed, [](const Claimed &one) { return one.seq; });
    const std::string needed = arrayOf(sorted.needed, itself);
    const std::string unneeded = arrayOf(sorted.unneeded, itself);
    const std::int64_t now = micros(SystemClock().wall());
    Status done;
    for (std::size_t i = 0; done && i < sorted.interrupted.size(); ++i)
        done = session.send(kInterrupt, PgValues()
                                            .integer(now)
                                            .text(sorted.interrupted[i].why)
                                            .integer(seat.engine())
                                            .integer(sorted.interrupted[i].seq));
    if (done)
        done = session.send(kTake, PgValues().integer(seat.engine()).text(taken));
    if (done)
        done = session.send(kTakeRows, PgValues().integer(seat.engine()).text(needed));
    if (done)
        done = session.send(kDropRows, PgValues().text(unneeded));
    if (done)
        done = session.send(kPgCloseDead, PgValues().integer(dead));
    if (!done)
        return done;
    const auto written = session.flush();
    if (!written || sorted.interrupted.empty())
        return written ? Status() : Status(written.error());
    return countKeys(session, seat.engine(),
                     arrayOf(sorted.interrupted, [](const auto &one) { return one.seq; }));
}

} // namespace

Result<ServerClaim> claimDeadOnServer(PgSeat &seat)
{
    const Result<std::vector<Candidate>> all = candidates(seat);
    if (!all)
        return all.error();
    ServerClaim claim;
    for (const Candidate &candidate : *all) {
        const Result<bool> locked = isLocked(seat.session(), candidate);
        if (!locked)
            return locked.error();
        if (!*locked)
            continue;
        if (!candidate.isGone && candidate.lease > Duration::zero()) {
            claim.again = std::max(claim.again, candidate.lease);
            continue;
        }
        Result<Takeover::Sorted> left = readLeft(seat.session(), candidate.engine);
        if (!left)
            return left.error();
        if (Status assigned = assign(seat, candidate.engine, *left); !assigned)
            return assigned.error();
        std::move(left->claimed.begin(), left->claimed.end(), std::back_inserter(claim.claimed));
    }
    std::sort(claim.claimed.begin(), claim.claimed.end(),
              [](const Claimed &a, const Claimed &b) { return a.seq < b.seq; });
    return claim;
}

} // namespace batuta::store
