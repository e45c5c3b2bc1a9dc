// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/payload.h"

#include "engine/base/uuid.h"
#include "engine/json/json.h"
#include "engine/json/pieces.h"

#include <utility>

namespace batuta::store {
namespace {

// The host bounds an execution to 64 MiB; escaping can make that larger. Input and bodies sit a few levels
// deep.
constexpr json::Limits kPayloadLimits{512ULL << 20, 80};

void writeText(std::string_view name, const std::string &value, json::Text &out)
{
    if (value.empty())
        return;
    out += name;
    json::writeString(value, out);
}

void writeNumber(std::string_view name, std::int64_t value, json::Text &out)
{
    if (value == 0)
        return;
    out += name;
    json::writeInteger(value, out);
}

void writeStep(const StepRecord &step, json::Text &out)
{
    out += R"({"step":)";
    json::writeString(step.step, out);
    writeText(R"(,"kind":)", step.kind, out);
    writeText(R"(,"status":)", step.status, out);
    writeText(R"(,"reason":)", step.reason, out);
    writeNumber(R"(,"code":)", step.statusCode, out);
    writeNumber(R"(,"attempts":)", step.attempts, out);
    writeNumber(R"(,"finally":)", step.isFinally ? 1 : 0, out);
    writeNumber(R"(,"undo":)", step.isUndo ? 1 : 0, out);
    writeNumber(R"(,"start":)", step.startedAt.time_since_epoch().count(), out);
    writeNumber(R"(,"end":)", step.endedAt.time_since_epoch().count(), out);
    writeNumber(R"(,"us":)", step.duration.count(), out);
    if (!step.attemptsDetail.isNull()) {
        out += R"(,"detail":)";
        json::write(step.attemptsDetail, out);
    }
    writeText(R"(,"output":)", step.output, out);
    out += '}';
}

WallTime timeOf(const json::Value &value)
{
    return WallTime(Duration(value.asInteger()));
}

StepRecord readStep(const json::Value &value)
{
    StepRecord step;
    step.step = value["step"].asString();
    step.kind = value["kind"].asString();
    step.status = value["status"].asString();
    step.reason = value["reason"].asString();
    step.statusCode = static_cast<int>(value["code"].asInteger());
    step.attempts = static_cast<int>(value["attempts"].asInteger());
    step.isFinally = value["finally"].asInteger() != 0;
    step.isUndo = value["undo"].asInteger() != 0;
    step.startedAt = timeOf(value["start"]);
    step.endedAt = timeOf(value["end"]);
    step.duration = Duration(value["us"].asInteger());
    step.attemptsDetail = value["detail"];
    step.output = value["output"].asString();
    return step;
}

/// A time as microseconds after the start of the execution, or null for "never".
void writeOffset(WallTime time, WallTime start, json::Text &out)
{
    out += ',';
    if (time == WallTime{})
        out += "null";
    else
        json::writeInteger((time - start).count(), out);
}

WallTime readOffset(const json::Value &value, WallTime start)
{
    return value.isNull() ? WallTime{} : start + Duration(value.asInteger());
}

} // namespace

void writePayload(const ExecutionRecord &record, json::Text &out)
{
    out += R"({"input":)";
    json::write(record.input, out);
    if (!record.output.isNull()) {
        out += R"(,"output":)";
        json::write(record.output, out);
    }
    if (!record.steps.empty()) {
        out += R"(,"steps":[)";
        for (const StepRecord &step : record.steps) {
            if (&step != &record.steps.front())
                out += ',';
            writeStep(step, out);
        }
        out += ']';
    }
    writeText(R"(,"environment":)", record.environmentFingerprint, out);
    writeText(R"(,"sealed":)", record.sealed, out);
    out += '}';
}

Status readPayload(std::string_view text, ExecutionRecord &record)
{
    const Result<json::Value> value = json::parse(text, kPayloadLimits);
    if (!value)
        return Error{ErrorCode::StoreCorrupt, record.id, errorText(value.error()), {}, ""};
    record.input = (*value)["input"];
    record.output = (*value)["output"];
    record.environmentFingerprint = (*value)["environment"].asString();
    record.sealed = (*value)["sealed"].asString();
    for (const json::Value &step : (*value)["steps"].asArray())
        record.steps.push_back(readStep(step));
    return {};
}

void writeCells(const ExecutionRecord &record, json::Text &out)
{
    char separator = '[';
    for (const StepRecord &step : record.steps) {
        out += std::exchange(separator, ',');
        out += '[';
        json::writeString(step.step, out);
        out += ',';
        json::writeString(step.status, out);
        out += ',';
        json::writeInteger(step.attempts, out);
        writeOffset(step.startedAt, record.startedAt, out);
        writeOffset(step.endedAt, record.startedAt, out);
        out += ',';
        json::writeInteger(step.duration.count(), out);
        out += ']';
    }
    out += record.steps.empty() ? "[]" : "]";
}

Status readCells(std::string_view text, ExecutionRecord &record)
{
    const Result<json::Value> value = json::parse(text, kPayloadLimits);
    if (!value)
        return Error{ErrorCode::StoreCorrupt, record.id, errorText(value.error()), {}, ""};
    const json::Array &cells = value->isObject() ? (*value)["steps"].asArray() : value->asArray();
    for (const json::Value &cell : cells) {
        StepRecord step;
        if (cell.isObject()) {
            step = readStep(cell);
            step.attemptsDetail = {};
            step.output.clear();
        } else {
            step.step = cell.at(0).asString();
            step.status = cell.at(1).asString();
            step.attempts = static_cast<int>(cell.at(2).asInteger());
            step.startedAt = readOffset(cell.at(3), record.startedAt);
            step.endedAt = readOffset(cell.at(4), record.startedAt);
            step.duration = Duration(cell.at(5).asInteger());
        }
        record.steps.push_back(std::move(step));
    }
    return {};
}

std::optional<IdBytes> idBytes(std::string_view uuid)
{
    return uuidBytes(uuid);
}

std::string idText(std::string_view bytes)
{
    if (bytes.size() != 16)
        return "";
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += kDigits[static_cast<unsigned char>(bytes[i]) >> 4];
        text += kDigits[static_cast<unsigned char>(bytes[i]) & 15];
    }
    return text;
}

} // namespace batuta::store
