// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/logged_side.h"

#include "engine/store/op_codec.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace batuta::store {
namespace {

constexpr auto kMostBehind = std::chrono::milliseconds(100);
constexpr Duration kTryAgain = std::chrono::milliseconds(500);
constexpr int kMostClaimTries = 10;
constexpr auto kLookEvery = std::chrono::seconds(1);        // for logs of engines that died meanwhile
constexpr auto kSettleEvery = std::chrono::milliseconds(5); // while the tables take something

SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

Error notReadable(const std::string &id)
{
    return Error{ErrorCode::StoreBusy, id, "what was written last cannot be read yet", {}, ""};
}

Error notRunning(const std::string &id)
{
    return Error{ErrorCode::StoreWrite, id, "no such execution is running here", {}, ""};
}

} // namespace

/// A job of the tables between whose slices they may be busy.
class LoggedSide::SettledPrune final : public PruneJob
{
public:
    SettledPrune(LoggedSide &side, std::unique_ptr<PruneJob> job)
        : m_side(side)
        , m_job(std::move(job))
    {
    }
    Result<bool> slice() override
    {
        m_side.settle(true);
        return m_job->slice();
    }
    const Pruned &result() const override { return m_job->result(); }

private:
    LoggedSide &m_side;
    std::unique_ptr<PruneJob> m_job;
};

LoggedSide::LoggedSide(std::unique_ptr<WriteSide> tables, Logs logs, std::function<Result<bool>()> recover)
    : m_tables(std::move(tables))
    , m_turns{Turn{std::move(logs[0]), {}, {}, {}}, Turn{std::move(logs[1]), {}, {}, {}}}
    , m_recover(std::move(recover))
    , m_lookAgain(now() + kLookEvery)
{
}

BatchResult LoggedSide::commit(std::span<WriteOp> ops)
{
    settle(false);
    if (!canLog(ops))
        return writeThrough(ops);
    // Before these are written, not after: who waits for their answers is not to wait for the tables' thread.
    if (isDue() && !m_applied.valid())
        startTurn();
    Judged judged = judge(ops);
    if (judged.accepted > 0 && !log()) {
        for (Open::node_type &ended : m_ended)
            m_open.insert(std::move(ended));
        for (const IdBytes &id : m_begun)
            m_open.erase(id);
        return writeThrough(ops);
    }
    return acknowledge(ops, std::move(judged));
}

bool LoggedSide::canLog(std::span<const WriteOp> ops) const
{
    return m_isLogSound && !m_isStuck && std::all_of(ops.begin(), ops.end(), isLoggable);
}

/// Says of each call what the tables would say of it, and encodes those that may go on.
LoggedSide::Judged LoggedSide::judge(std::span<WriteOp> ops)
{
    Judged judged;
    judged.answers.reserve(ops.size());
    judged.ids.resize(ops.size());
    m_begun.clear();
    m_ended.clear();
    m_bytes.assign(WriteLog::kHead, '\0');
    for (WriteOp &op : ops) {
        judged.answers.push_back(judge(op, judged.ids[judged.answers.size()]));
        if (!judged.answers.back())
            continue;
        ++judged.accepted;
        if (m_bytes.size() <= WriteLog::kMostBytes) // otherwise no log takes it
            writeOp(op, m_bytes);
    }
    return judged;
}

Status LoggedSide::judge(const WriteOp &op, IdBytes &key)
{
    const bool isEntry = op.kind == WriteOp::Kind::Journal;
    if (!op.record && !isEntry)
        return {};
    const std::string &text = isEntry ? op.id : op.record->id;
    const std::optional<IdBytes> id = idBytes(text);
    if (!id)
        return Error{ErrorCode::StoreWrite, text, "the id is not a UUID", {}, ""};
    key = *id;
    if (isEntry)
        return m_open.contains(*id) ? Status() : Status(notRunning(text));
    if (op.kind == WriteOp::Kind::Begin) {
        if (!m_open.try_emplace(*id).second)
            return Error{ErrorCode::StoreWrite, text, "it has begun here already", {}, ""};
        m_begun.push_back(*id);
    } else if (Open::node_type ended = m_open.extract(*id)) {
        m_ended.push_back(std::move(ended));
    }
    return {};
}

/// The batch at hand into the log. After a failure nothing of it is acknowledged.
Status LoggedSide::log()
{
    const Error noRoom{ErrorCode::StoreFull, "write log", "it has no room", {}, ""};
    if (m_bytes.size() > WriteLog::kMostBytes) {
        m_bytes.clear();
        m_bytes.shrink_to_fit();
        return noRoom;
    }
    if (!current().log.hasRoomFor(m_bytes.size())) {
        settle(true);
        if (m_isStuck)
            return noRoom;
        startTurn();
    }
    Status written = current().log.append(m_bytes, m_last + 1);
    if (written)
        ++m_last; // also when the sync fails: the batch may stand on the disk all the same
    if (written) {
        written = current().log.sync();
        m_isLogSound = written.has_value();
    }
    if (!written)
        current().log.takeBack();
    return written;
}

BatchResult LoggedSide::acknowledge(std::span<WriteOp> ops, Judged judged)
{
    BatchResult result;
    result.isCommitted = true;
    Turn &turn = current();
    if (turn.ops.empty())
        turn.since = now();
    std::vector<History::Done> told;
    told.reserve(ops.size());
    for (std::size_t i = 0; i < ops.size(); ++i) {
        WriteOp &op = ops[i];
        told.push_back(std::exchange(op.done, nullptr));
        if (!judged.answers[i]) {
            result.lostEvents += op.eventCount();
            continue;
        }
        result.executions += op.kind == WriteOp::Kind::Finish ? 1 : 0;
        result.events += op.eventCount();
        keep(std::move(op), judged.ids[i]);
    }
    lightenEnded();
    turn.counted.executions += result.executions;
    turn.counted.events += result.events;
    if (!turn.ops.empty())
        m_hasPending.store(true, std::memory_order_release);
    for (std::size_t i = 0; i < told.size(); ++i)
        if (told[i])
            told[i](std::move(judged.answers[i]));
    return result;
}

/// Until the tables take it. That is a while, for many: only what they will want stays in memory.
void LoggedSide::keep(WriteOp op, const IdBytes &id)
{
    Turn &turn = current();
    if (op.kind == WriteOp::Kind::Finish)
        shed(op);
    const bool isTraced = op.kind == WriteOp::Kind::Begin || op.kind == WriteOp::Kind::Journal;
    if (const auto open = isTraced ? m_open.find(id) : m_open.end(); open != m_open.end()) {
        Traces &traces = open->second;
        if (std::exchange(traces.turn, m_turnNumber) != m_turnNumber)
            traces.ops.clear();
        traces.ops.push_back(turn.ops.size());
    }
    turn.ops.push_back(std::move(op));
}

/// Who began and ended in this turn is one insert, and its entries are for nobody any more; the log has them.
void LoggedSide::lightenEnded()
{
    std::vector<WriteOp> &ops = current().ops;
    for (const Open::node_type &ended : m_ended) {
        const Traces &traces = ended.mapped();
        if (traces.turn != m_turnNumber || ops[traces.ops.front()].kind != WriteOp::Kind::Begin)
            continue;
        for (const std::size_t at : traces.ops)
            std::string().swap(ops[at].text);
    }
    m_ended.clear();
}

/// What the tables say of beginnings and ends is what is open from then on.
void LoggedSide::noteOpen(std::span<WriteOp> ops)
{
    for (WriteOp &op : ops) {
        const std::optional<IdBytes> id = op.record ? idBytes(op.record->id) : std::nullopt;
        if (!id)
            continue;
        op.done = [this, id = *id, isBegin = op.kind == WriteOp::Kind::Begin,
                   told = std::move(op.done)](Status status) {
            if (isBegin && status)
                m_open.try_emplace(id);
            else if (!isBegin && status)
                m_open.erase(id);
            if (told)
                told(std::move(status));
        };
    }
}

/// Into the tables at once, together with what is pending; the answers are theirs.
BatchResult LoggedSide::writeThrough(std::span<WriteOp> ops)
{
    settle(true);
    ++m_turnNumber; // what is pending gets other places
    noteOpen(ops);
    // Of the other turn only what the tables refused is left.
    Turn &turn = other();
    std::move(current().ops.begin(), current().ops.end(), std::back_inserter(turn.ops));
    current().ops.clear();
    turn.counted.executions += std::exchange(current().counted.executions, 0);
    turn.counted.events += std::exchange(current().counted.events, 0);
    const std::size_t before = turn.ops.size();
    std::uint64_t events = 0;
    for (const WriteOp &op : ops)
        events += op.eventCount();
    std::move(ops.begin(), ops.end(), std::back_inserter(turn.ops));
    if (m_last > m_inTables)
        turn.ops.push_back({.kind = WriteOp::Kind::Applied, .number = m_last});
    BatchResult result = m_tables->commit(turn.ops);
    m_isStuck = !result.isCommitted && before > 0;
    if (result.isCommitted) {
        m_inTables = m_last;
        result.executions -= turn.counted.executions;
        result.events -= turn.counted.events;
        empty(turn);
        empty(current());
        m_hasPending.store(false, std::memory_order_release);
    } else {
        turn.ops.erase(turn.ops.begin() + static_cast<std::ptrdiff_t>(before), turn.ops.end());
        result.lostEvents = events;
    }
    return result;
}

void LoggedSide::empty(Turn &turn)
{
    turn.ops.clear();
    turn.counted = {};
    turn.log.rewind();
}

/// What is pending goes into the tables, on their thread, and the other log is written meanwhile.
void LoggedSide::startTurn()
{
    m_turn = 1 - m_turn;
    ++m_turnNumber;
    const auto applied = std::make_shared<std::promise<bool>>();
    m_applied = applied->get_future();
    m_turnEnd = m_last;
    other().ops.push_back({.kind = WriteOp::Kind::Applied, .number = m_turnEnd});
    m_applier.post([this, applied, &ops = other().ops] {
        const bool isCommitted = m_tables->commit(ops).isCommitted;
        if (isCommitted)
            ops.clear();
        else
            ops.pop_back();
        applied->set_value(isCommitted);
    });
}

/// Takes note of what the tables have taken.
void LoggedSide::settle(bool waits)
{
    if (!m_applied.valid() ||
        (!waits && m_applied.wait_for(std::chrono::seconds(0)) != std::future_status::ready))
        return;
    m_isStuck = !m_applied.get();
    if (m_isStuck)
        return;
    m_inTables = m_turnEnd;
    empty(other());
    m_hasPending.store(!current().ops.empty(), std::memory_order_release);
}

/// Everything that is pending into the tables, now.
bool LoggedSide::apply()
{
    settle(true);
    return (current().ops.empty() && other().ops.empty()) || writeThrough({}).isCommitted;
}

void LoggedSide::rest()
{
    settle(false);
    if (m_isStuck)
        apply();
    else if (!m_applied.valid() && isDue())
        startTurn();
}

bool LoggedSide::isDue() const
{
    return !current().ops.empty() && now() - current().since >= kMostBehind;
}

Duration LoggedSide::restIn() const
{
    constexpr Duration kSoonest = std::chrono::milliseconds(1);
    if (m_applied.valid())
        return kSettleEvery;
    if (m_isStuck || m_claimTries > 0)
        return kTryAgain;
    if (current().ops.empty())
        return m_tables->restIn();
    const auto age = std::chrono::duration_cast<Duration>(now() - current().since);
    return std::max<Duration>(kSoonest, kMostBehind - age);
}

bool LoggedSide::isBehind() const
{
    return m_hasPending.load(std::memory_order_acquire) ||
           now() >= m_lookAgain.load(std::memory_order_relaxed);
}

void LoggedSide::catchUp()
{
    apply();
    if (now() < m_lookAgain.load(std::memory_order_relaxed))
        return;
    std::ignore = m_recover(); // what cannot be recovered now is tried again, and named by claim()
    m_lookAgain = now() + kLookEvery;
}

Result<std::optional<ExecutionRecord>> LoggedSide::pending(const std::string &id)
{
    settle(false);
    const auto callIn = [&id](const Turn &turn) -> const WriteOp * {
        const auto isIts = [&id](const WriteOp &op) { return op.record && op.record->id == id; };
        const auto found = std::find_if(turn.ops.rbegin(), turn.ops.rend(), isIts);
        return found == turn.ops.rend() ? nullptr : &*found;
    };
    const WriteOp *call = callIn(current());
    if (!call && m_applied.valid())
        return notReadable(id); // the tables are taking the other turn just now
    if (!call)
        call = callIn(other());
    if (!call)
        return std::optional<ExecutionRecord>();
    Result<ExecutionRecord> record = wholeRecord(*call);
    if (!record)
        return record.error();
    return std::optional<ExecutionRecord>(std::move(*record));
}

/// Engines whose logs somebody else is just reading are left to the next try, a moment later.
Result<std::vector<Unfinished>> LoggedSide::claim()
{
    settle(true);
    const Result<bool> isWhole = m_recover();
    if (!isWhole)
        return isWhole.error();
    m_claimTries = *isWhole || m_claimTries >= kMostClaimTries ? 0 : m_claimTries + 1;
    Result<std::vector<Unfinished>> claimed = m_tables->claim();
    for (const Unfinished &one : claimed ? *claimed : std::vector<Unfinished>())
        if (const std::optional<IdBytes> id = idBytes(one.record.id))
            m_open.try_emplace(*id);
    return claimed;
}

Duration LoggedSide::claimAgainIn() const
{
    return m_claimTries > 0 ? kTryAgain : m_tables->claimAgainIn();
}

std::unique_ptr<PruneJob> LoggedSide::prune(Retention retention)
{
    apply();
    return std::make_unique<SettledPrune>(*this, m_tables->prune(retention));
}

void LoggedSide::leave()
{
    if (apply())
        for (Turn &turn : m_turns)
            turn.log.remove();
    m_tables->leave();
}

} // namespace batuta::store
