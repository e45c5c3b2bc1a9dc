// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/journal.h"

#include "engine/client/codec.h"
#include "engine/host/pieces.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::host {
namespace {

constexpr json::Limits kLimits{512ULL << 20, 100};
constexpr auto kLastKind = static_cast<std::int64_t>(Input::Kind::Start);
constexpr auto kLastOutcome = static_cast<std::int64_t>(plan::Outcome::Kind::Cancelled);
constexpr auto kLastCause = static_cast<std::int64_t>(plan::Outcome::Cause::Refused);

Error unreadable(std::string detail)
{
    return {ErrorCode::StoreCorrupt, "journal", std::move(detail), {}, {}};
}

/// Under `name` as it is, or under `<name>_sealed` when it holds a secret.
void addValue(json::Object &object, const std::string &name, const json::Value &value, bool isSecret,
              const env::Seal &seal)
{
    if (value.isNull())
        return;
    if (isSecret)
        object.append(name + "_sealed", seal.seal(json::write(value)));
    else
        object.append(name, value);
}

Result<json::Value> takeValue(const json::Value &object, const std::string &name, const env::Seal &seal)
{
    const json::Value &sealed = object[name + "_sealed"];
    if (!sealed.isString())
        return object[name];
    const Result<std::string> text = seal.unseal(sealed.asString());
    if (!text)
        return text.error();
    return json::parse(*text, kLimits);
}

// Entries are many: their text is written without building values first.

void writeOutcome(const plan::Outcome &outcome, json::Text &out)
{
    writeNumber(R"(,"o":[)", static_cast<int>(outcome.kind), out);
    writeNumber(",", static_cast<int>(outcome.cause), out);
    writeNumber(",", outcome.statusCode, out);
    out += ',';
    json::writeString(outcome.reason, out);
    if (outcome.retryAfter)
        writeNumber(",", outcome.retryAfter->count(), out);
    out += ']';
}

/// The same as addValue(), for the one letter `name`.
void writeValue(char name, const json::Value &value, bool isSecret, const env::Seal &seal, json::Text &out)
{
    if (value.isNull())
        return;
    out += R"(,")";
    out += name;
    if (isSecret) {
        out += R"(_sealed":)";
        json::writeString(seal.seal(json::write(value)), out);
    } else {
        out += R"(":)";
        json::write(value, out);
    }
}

bool readOutcome(const json::Value &parts, plan::Outcome &outcome)
{
    const std::int64_t kind = parts.at(0).asInteger(-1);
    const std::int64_t cause = parts.at(1).asInteger(-1);
    if (kind < 0 || kind > kLastOutcome || cause < 0 || cause > kLastCause)
        return false;
    outcome.kind = static_cast<plan::Outcome::Kind>(kind);
    outcome.cause = static_cast<plan::Outcome::Cause>(cause);
    outcome.statusCode = static_cast<int>(parts.at(2).asInteger());
    outcome.reason = parts.at(3).asString();
    if (parts.at(4).isInteger())
        outcome.retryAfter = Duration(parts.at(4).asInteger());
    return true;
}

json::Value namesOf(const std::vector<bool> &dropped)
{
    json::Array positions;
    for (std::size_t i = 0; i < dropped.size(); ++i)
        if (dropped[i])
            positions.emplace_back(static_cast<std::int64_t>(i));
    return positions;
}

} // namespace

std::string writeInput(const Input &input, const env::Seal &seal)
{
    thread_local json::Text out;
    out.clear();
    writeNumber(R"({"k":)", static_cast<int>(input.kind), out);
    writeNumber(R"(,"t":)", input.at.count(), out);
    writeNumber(R"(,"n":)", input.number, out);
    if (input.step >= 0)
        writeNumber(R"(,"s":)", input.step, out);
    if (input.kind == Input::Kind::Report || input.kind == Input::Kind::Item)
        writeOutcome(input.outcome, out);
    if (input.kind == Input::Kind::Report) {
        writeNumber(R"(,"b":)", input.began.count(), out);
        out += R"(,"d":)";
        json::write(input.detail, out);
        writeValue('v', input.output, input.isSecret, seal, out);
    } else {
        writeValue('x', input.data, input.isSecret, seal, out);
    }
    out += '}';
    std::string text = out.str();
    out.clear(); // an output may be large
    return text;
}

Result<Input> readInput(std::string_view entry, const env::Seal &seal)
{
    const Result<json::Value> object = json::parse(entry, kLimits);
    if (!object)
        return unreadable(errorText(object.error()));
    const std::int64_t kind = (*object)["k"].asInteger(-1);
    if (kind < 0 || kind > kLastKind)
        return unreadable("an entry of an unknown kind");
    Input input;
    input.kind = static_cast<Input::Kind>(kind);
    input.at = Duration((*object)["t"].asInteger());
    input.number = (*object)["n"].asInteger();
    input.step = static_cast<int>((*object)["s"].asInteger(-1));
    if (!(*object)["o"].isNull() && !readOutcome((*object)["o"], input.outcome))
        return unreadable("an outcome that makes no sense");
    if (input.kind == Input::Kind::Report) {
        if ((*object)["o"].isNull())
            return unreadable("a report without an outcome");
        input.began = Duration((*object)["b"].asInteger());
        input.detail = (*object)["d"];
    }
    const bool isReport = input.kind == Input::Kind::Report;
    Result<json::Value> value = takeValue(*object, isReport ? "v" : "x", seal);
    if (!value)
        return value.error();
    (isReport ? input.output : input.data) = std::move(*value);
    return input;
}

std::string writeResume(const Resume &resume, const env::Seal &seal)
{
    constexpr std::size_t kUsualMembers = 8;
    json::Object object;
    object.reserve(kUsualMembers);
    object.append("environment", resume.environment);
    object.append("depth", resume.depth);
    addValue(object, "input", resume.input, resume.isSecret, seal);
    if (!resume.traceparent.empty())
        object.append("traceparent", resume.traceparent);
    if (!resume.callerSpan.empty())
        object.append("caller_span", resume.callerSpan);
    if (resume.maxParallel)
        object.append("max_parallel", *resume.maxParallel);
    if (!resume.dropped.empty()) {
        object.append("steps", static_cast<std::int64_t>(resume.dropped.size()));
        object.append("dropped", namesOf(resume.dropped));
    }
    object.append("routing", client::toJson(resume.routing));
    json::Object pinned;
    for (const auto &[step, origin] : resume.pinned)
        pinned.append(step, origin);
    if (!pinned.empty())
        object.append("pinned", std::move(pinned));
    addValue(object, "outputs", resume.outputs, resume.isSecret, seal);
    addValue(object, "trigger", resume.triggerData, resume.isSecret, seal);
    addValue(object, "message", resume.message, resume.isSecret, seal);
    if (!resume.secrets.empty())
        addValue(object, "secrets", json::Array(resume.secrets.begin(), resume.secrets.end()), true, seal);
    if (resume.isQueued)
        object.append("queued", true);
    addValue(object, "faults", resume.faults, false, seal);
    addValue(object, "breakpoints", resume.breakpoints, false, seal);
    return json::write(json::Value(std::move(object)));
}

Result<Resume> readResume(std::string_view text, const env::Seal &seal)
{
    const Result<json::Value> object = json::parse(text, kLimits);
    if (!object)
        return unreadable(errorText(object.error()));
    Resume resume;
    json::Value secrets;
    for (const auto &[name, place] :
         {std::pair("input", &resume.input), std::pair("outputs", &resume.outputs),
          std::pair("trigger", &resume.triggerData), std::pair("message", &resume.message),
          std::pair("secrets", &secrets)}) {
        Result<json::Value> value = takeValue(*object, name, seal);
        if (!value)
            return value.error();
        *place = std::move(*value);
    }
    for (const json::Value &secret : secrets.asArray())
        resume.secrets.push_back(secret.asString());
    resume.isSecret = (*object)["input_sealed"].isString() || (*object)["outputs_sealed"].isString();
    resume.isQueued = (*object)["queued"].asBoolean();
    resume.faults = (*object)["faults"];
    resume.breakpoints = (*object)["breakpoints"];
    resume.environment = (*object)["environment"].asString();
    resume.traceparent = (*object)["traceparent"].asString();
    resume.callerSpan = (*object)["caller_span"].asString();
    if ((*object)["max_parallel"].isInteger())
        resume.maxParallel = static_cast<int>((*object)["max_parallel"].asInteger());
    resume.depth = static_cast<int>((*object)["depth"].asInteger());
    constexpr std::int64_t kMostSteps = 1000;
    resume.dropped.resize(
        static_cast<std::size_t>(std::clamp<std::int64_t>((*object)["steps"].asInteger(), 0, kMostSteps)));
    for (const json::Value &position : (*object)["dropped"].asArray())
        if (const auto at = static_cast<std::uint64_t>(position.asInteger(-1)); at < resume.dropped.size())
            resume.dropped[at] = true;
    resume.routing = client::routingFromJson((*object)["routing"]);
    for (const auto &[step, origin] : (*object)["pinned"].asObject())
        resume.pinned.emplace(step, origin.asString());
    return resume;
}

} // namespace batuta::host
