// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/op_codec.h"

#include "engine/store/event_log.h"
#include "engine/store/packing.h"
#include "engine/store/payload.h"

#include <array>
#include <cstring>
#include <limits>

namespace batuta::store {
namespace {

using Kind = WriteOp::Kind;

/// The texts of a record that its payload does not hold, in the order of the log.
template <class Record> auto textsOf(Record &record)
{
    return std::array{&record.id,         &record.flow,    &record.flowVersion, &record.status,
                      &record.error,      &record.trigger, &record.routeRule,   &record.environment,
                      &record.revision,   &record.userId,  &record.sessionId,   &record.correlationId,
                      &record.identifier, &record.parent,  &record.origin};
}

void putNumber(std::int64_t value, std::string &out)
{
    std::array<char, sizeof value> bytes{};
    std::memcpy(bytes.data(), &value, sizeof value);
    out.append(bytes.data(), bytes.size());
}

void putText(std::string_view text, std::string &out)
{
    const auto size = static_cast<std::uint32_t>(text.size());
    std::array<char, sizeof size> bytes{};
    std::memcpy(bytes.data(), &size, sizeof size);
    out.append(bytes.data(), bytes.size());
    out += text;
}

constexpr std::size_t kKeptRoom = 256U << 10;

/// What is written, packed: a log of long texts would take longer to write and to sync. The room serves
/// again.
template <class Write> std::string packedOf(const Write &write)
{
    thread_local json::Text text;
    thread_local std::string room;
    write(text);
    std::string bytes(packed(text.view(), room));
    text.clear();
    if (room.size() > kKeptRoom)
        std::string().swap(room);
    return bytes;
}

void putRecord(WriteOp &op, std::string &out)
{
    const ExecutionRecord &record = *op.record;
    for (const std::string *text : textsOf(record))
        putText(*text, out);
    putNumber(record.startedAt.time_since_epoch().count(), out);
    putNumber(record.endedAt.time_since_epoch().count(), out);
    putNumber(record.duration.count(), out);
    if (op.payload.empty())
        op.payload = packedOf([&](json::Text &text) { writePayload(record, text); });
    putText(op.payload, out);
}

/// Takes values off the front; after something that does not fit it is broken, and everything is empty.
class Taker
{
public:
    explicit Taker(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    bool isAtEnd() const { return m_rest.empty(); }
    bool isBroken() const { return m_isBroken; }

    std::string_view bytes(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_isBroken = true;
            m_rest = {};
            return {};
        }
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    template <class Number> Number number()
    {
        Number value{};
        if (const std::string_view raw = bytes(sizeof value); !raw.empty())
            std::memcpy(&value, raw.data(), sizeof value);
        return value;
    }
    std::string text() { return std::string(bytes(number<std::uint32_t>())); }

private:
    std::string_view m_rest;
    bool m_isBroken = false;
};

Status takeRecord(Taker &taker, WriteOp &op)
{
    op.record = std::make_unique<ExecutionRecord>();
    for (std::string *text : textsOf(*op.record))
        *text = taker.text();
    op.record->startedAt = WallTime(Duration(taker.number<std::int64_t>()));
    op.record->endedAt = WallTime(Duration(taker.number<std::int64_t>()));
    op.record->duration = Duration(taker.number<std::int64_t>());
    op.payload = taker.text();
    std::string room;
    return taker.isBroken() ? Status() : readPayload(unpacked(op.payload, room), *op.record);
}

Status takeFinish(Taker &taker, WriteOp &op)
{
    if (Status taken = takeRecord(taker, op); !taken)
        return taken;
    op.eventText = taker.text();
    if (op.eventText.empty())
        return {};
    std::string room;
    Result<std::vector<EventRecord>> events = parseEvents(unpacked(op.eventText, room), op.record->id,
                                                          {0, std::numeric_limits<std::size_t>::max()});
    if (!events)
        return events.error();
    op.events = std::move(*events);
    return {};
}

Status takeOp(Taker &taker, WriteOp &op)
{
    op.kind = static_cast<Kind>(taker.number<std::uint8_t>());
    switch (op.kind) {
    case Kind::Begin:
        if (Status taken = takeRecord(taker, op); !taken)
            return taken;
        op.text = taker.text();
        return {};
    case Kind::Finish:
        return takeFinish(taker, op);
    case Kind::Journal:
    case Kind::Keep:
        op.id = taker.text();
        op.text = taker.text();
        return {};
    case Kind::KeepFlow:
        op.flow = std::make_unique<FlowText>();
        for (std::string *text : {&op.flow->flow, &op.flow->version, &op.flow->file, &op.flow->text})
            *text = taker.text();
        return {};
    case Kind::Import:
    case Kind::Audit:
    case Kind::Applied:
        break;
    }
    return Error{ErrorCode::StoreCorrupt, "write log", "a call of an unknown kind", {}, ""};
}

} // namespace

bool isLoggable(const WriteOp &op)
{
    // An id that is made of something (a time of a schedule, a message) may begin twice, and only the tables
    // know; of those made at random (version 4) that is not to be feared.
    constexpr std::size_t kVersion = 14;
    if (op.kind == Kind::Begin && (op.record->id.size() <= kVersion || op.record->id[kVersion] != '4'))
        return false;
    return op.kind != Kind::Import && op.kind != Kind::Audit && op.kind != Kind::Applied;
}

void writeOp(WriteOp &op, std::string &out)
{
    out += static_cast<char>(op.kind);
    if (op.record)
        putRecord(op, out);
    switch (op.kind) {
    case Kind::Begin:
        putText(op.text, out);
        break;
    case Kind::Finish:
        if (op.eventText.empty() && !op.events.empty())
            op.eventText = packedOf([&](json::Text &text) { writeEvents(op.events, text); });
        putText(op.eventText, out);
        break;
    case Kind::KeepFlow:
        for (const std::string *text : {&op.flow->flow, &op.flow->version, &op.flow->file, &op.flow->text})
            putText(*text, out);
        break;
    default:
        putText(op.id, out);
        putText(op.text, out);
        break;
    }
}

void shed(WriteOp &op)
{
    op.isShed = true;
    for (StepRecord &step : op.record->steps) {
        step.attemptsDetail = {};
        std::string().swap(step.output);
    }
    op.record->input = {};
    op.record->output = {};
    op.shedEvents += op.events.size();
    std::vector<EventRecord>().swap(op.events);
}

Result<ExecutionRecord> wholeRecord(const WriteOp &op)
{
    ExecutionRecord record = *op.record;
    if (!op.isShed)
        return record;
    record.steps.clear();
    std::string room;
    if (const Status read = readPayload(unpacked(op.payload, room), record); !read)
        return read.error();
    return record;
}

Result<std::vector<WriteOp>> readOps(std::string_view bytes)
{
    std::vector<WriteOp> ops;
    for (Taker taker(bytes); !taker.isAtEnd();) {
        WriteOp op;
        const Status taken = takeOp(taker, op);
        if (taker.isBroken())
            return Error{ErrorCode::StoreCorrupt, "write log", "a call that ends too early", {}, ""};
        if (!taken)
            return taken.error();
        ops.push_back(std::move(op));
    }
    return ops;
}

} // namespace batuta::store
