// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/faults.h"

#include "app/sandbox/endpoints.h"
#include "engine/base/text.h"

#include <algorithm>
#include <limits>

namespace batuta::sandbox {
namespace {

constexpr int kLongestMs = 600'000;

const std::vector<std::string> kNames{"latency_ms", "spread_ms", "error_rate", "error_code", "hang",
                                      "drop",       "malformed", "seed",       "times"};

Error badMember(std::string_view name, std::string_view needed)
{
    return Error{ErrorCode::HttpBadRequest,
                 std::string(name),
                 std::string(needed) + " is needed",
                 {},
                 "Set it to " + std::string(needed) + ", or leave it out."};
}

/// Reads the members of one rule and keeps the first problem.
class RuleReader
{
public:
    explicit RuleReader(const json::Value &value)
        : m_value(value)
    {
    }

    template <class Number>
    void integer(std::string_view name, Number &out, std::int64_t low, std::int64_t high)
    {
        const json::Value *value = member(name);
        if (value == nullptr)
            return;
        if (!value->isInteger() || value->asInteger() < low || value->asInteger() > high)
            return fail(name, "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
        out = static_cast<Number>(value->asInteger());
    }

    void rate(std::string_view name, double &out)
    {
        const json::Value *value = member(name);
        if (value == nullptr)
            return;
        if (!value->isNumber() || value->asDouble() < 0 || value->asDouble() > 1)
            return fail(name, "a number from 0 to 1");
        out = value->asDouble();
    }

    void flag(std::string_view name, bool &out)
    {
        const json::Value *value = member(name);
        if (value == nullptr)
            return;
        if (!value->isBoolean())
            return fail(name, "true or false");
        out = value->asBoolean();
    }

    void onlyKnownNames()
    {
        for (const auto &[name, value] : m_value.asObject()) {
            if (std::find(kNames.begin(), kNames.end(), name) != kNames.end() || m_failed)
                continue;
            const std::string meant = nearest(std::string_view(name).substr(0, 100), kNames);
            m_failed = true;
            m_error =
                Error{ErrorCode::HttpBadRequest,
                      name,
                      "a fault has no such setting",
                      {},
                      meant.empty() ? "Use " + join(kNames, ", ") + "." : "Did you mean '" + meant + "'?"};
        }
    }

    Status status() const
    {
        if (m_failed)
            return m_error;
        return {};
    }

private:
    const json::Value *member(std::string_view name) const { return m_value.asObject().find(name); }

    void fail(std::string_view name, const std::string &needed)
    {
        if (!m_failed)
            m_error = badMember(name, needed);
        m_failed = true;
    }

    const json::Value &m_value;
    bool m_failed = false;
    Error m_error;
};

Result<std::string> ruleKey(std::string_view name)
{
    if (name == "*")
        return std::string(name);
    if (const Endpoint *endpoint = findEndpoint(name))
        return std::string(endpoint->step);
    const std::string meant = nearestEndpoint(name);
    return Error{ErrorCode::HttpNotFound,
                 std::string(name.substr(0, 200)),
                 "there is no such function or step",
                 {},
                 meant.empty() ? "GET / lists the functions; * means all of them."
                               : "Did you mean '" + meant + "'?"};
}

} // namespace

Result<FaultRule> readFault(const json::Value &value)
{
    if (!value.isObject())
        return badMember("fault", "an object such as {\"latency_ms\": 200}");
    FaultRule rule;
    RuleReader reader(value);
    reader.onlyKnownNames();
    reader.integer("latency_ms", rule.latencyMs, 0, kLongestMs);
    reader.integer("spread_ms", rule.spreadMs, 0, kLongestMs);
    reader.rate("error_rate", rule.errorRate);
    reader.integer("error_code", rule.errorCode, 400, 599);
    reader.flag("hang", rule.hang);
    reader.flag("drop", rule.drop);
    reader.flag("malformed", rule.malformed);
    reader.integer("seed", rule.seed, 0, std::numeric_limits<std::int64_t>::max());
    reader.integer("times", rule.times, 1, 1'000'000'000);
    if (Status status = reader.status(); !status)
        return status.error();
    return rule;
}

json::Object writeFault(const FaultRule &rule)
{
    json::Object value{
        {"latency_ms", rule.latencyMs}, {"spread_ms", rule.spreadMs}, {"error_rate", rule.errorRate},
        {"error_code", rule.errorCode}, {"hang", rule.hang},          {"drop", rule.drop},
        {"malformed", rule.malformed},  {"seed", rule.seed}};
    value.set("times", rule.times < 0 ? json::Value() : json::Value(rule.times));
    return value;
}

std::string_view faultName(const FaultDecision &decision)
{
    switch (decision.kind) {
    case FaultDecision::Kind::Error:
        return "error";
    case FaultDecision::Kind::Hang:
        return "hang";
    case FaultDecision::Kind::Drop:
        return "drop";
    case FaultDecision::Kind::Malformed:
        return "malformed";
    case FaultDecision::Kind::None:
        break;
    }
    return decision.latency > Duration::zero() ? "latency" : "";
}

Status FaultTable::set(std::string_view name, const json::Value &rule)
{
    const Result<std::string> key = ruleKey(name);
    if (!key)
        return key.error();
    const Result<FaultRule> read = readFault(rule);
    if (!read)
        return read.error();
    m_rules.insert_or_assign(*key, Active{*read, Random(read->seed), 0});
    return {};
}

Status FaultTable::setAll(const json::Value &rules)
{
    if (!rules.isObject())
        return badMember("faults", "an object of rules by function, step or *");
    FaultTable next = *this;
    for (const auto &[name, rule] : rules.asObject()) {
        Status status = next.set(name, rule);
        if (!status) {
            Error error = status.error();
            error.subject = name + (error.subject == name ? "" : "." + error.subject);
            return error;
        }
    }
    *this = std::move(next);
    return {};
}

Status FaultTable::clear(std::string_view name)
{
    const Result<std::string> key = ruleKey(name);
    if (!key)
        return key.error();
    m_rules.erase(*key);
    return {};
}

json::Object FaultTable::list() const
{
    json::Object all;
    for (const auto &[name, active] : m_rules) {
        json::Object rule = writeFault(active.rule);
        rule.set("applied", active.applied);
        all.set(name, std::move(rule));
    }
    return all;
}

FaultTable::Active *FaultTable::activeFor(std::string_view step)
{
    for (const std::string_view name : {step, std::string_view("*")}) {
        const auto found = m_rules.find(name);
        if (found != m_rules.end() && found->second.rule.times != 0)
            return &found->second;
    }
    return nullptr;
}

FaultDecision FaultTable::decide(std::string_view step)
{
    FaultDecision decision;
    Active *active = activeFor(step);
    if (active == nullptr)
        return decision;
    FaultRule &rule = active->rule;
    ++active->applied;
    if (rule.times > 0)
        --rule.times;
    // Both numbers are drawn for each call, so that changing one setting does not shift the other's sequence.
    const double spread = active->random.unit() * 2 - 1;
    const double luck = active->random.unit();
    const double latency = std::max(0.0, rule.latencyMs + spread * rule.spreadMs);
    decision.latency = Duration(static_cast<std::int64_t>(latency * 1000));
    if (rule.hang)
        decision.kind = FaultDecision::Kind::Hang;
    else if (rule.drop)
        decision.kind = FaultDecision::Kind::Drop;
    else if (luck < rule.errorRate)
        decision.kind = FaultDecision::Kind::Error;
    else if (rule.malformed)
        decision.kind = FaultDecision::Kind::Malformed;
    decision.errorCode = rule.errorCode;
    return decision;
}

} // namespace batuta::sandbox
