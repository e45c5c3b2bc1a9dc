// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/policy_reader.h"

#include "engine/base/text.h"

#include <set>

namespace batuta::flow {
namespace {

constexpr std::int64_t kMostCalls = 1'000'000;
constexpr std::int64_t kMostProbes = 1'000;
constexpr std::int64_t kMostParallel = 1'000;

/// Names that mean something else in an expression.
bool isTaken(const std::string &name)
{
    static const std::set<std::string> names{"input", "env",     "secrets", "steps",   "execution",
                                             "flow",  "trigger", "message", "vars",    "true",
                                             "false", "null",    "nan",     "infinity"};
    return names.count(name) > 0;
}

void readCount(Reading &reading, const Field &field, std::int64_t most, int &count)
{
    if (field)
        count = static_cast<int>(reading.integer(field, 1, most).value_or(count));
}

void readTime(Reading &reading, const Field &field, Duration &time)
{
    if (field)
        time = reading.duration(field).value_or(time);
}

std::string nameOr(Reading &reading, const Field &field, std::string name)
{
    return field ? reading.name(field).value_or("") : std::move(name);
}

void readItems(Reading &reading, const Field &field, Foreach &each)
{
    const std::string_view text = trimmed(field.node->text);
    const bool isExpression = text.rfind("${{", 0) == 0 && text.substr(text.size() - 2) == "}}";
    if (isExpression || field.node->isSequence())
        each.items = reading.tree(field).value_or(expr::TemplateTree());
    else
        reading.add(ErrorCode::FlowWrongType, field,
                    std::string(kindText(*field.node)) + " where a list is needed",
                    "Write a list, or an expression as in \"${{ input.names }}\".");
}

} // namespace

BreakerPolicy readBreaker(Reading &reading, const Field &field, std::string name)
{
    BreakerPolicy policy;
    if (!reading.hasKeys(field, keys::breaker()))
        return policy;
    policy.name = nameOr(reading, field["name"], std::move(name));
    readCount(reading, field["failures"], kMostCalls, policy.failures);
    readTime(reading, field["open"], policy.open);
    readTime(reading, field["forget_after"], policy.forgetAfter);
    readCount(reading, field["probes"], kMostProbes, policy.probes);
    return policy;
}

RateLimitPolicy readRateLimit(Reading &reading, const Field &field, std::string name)
{
    RateLimitPolicy policy;
    if (!reading.hasKeys(field, keys::rateLimit()))
        return policy;
    policy.name = nameOr(reading, field["name"], std::move(name));
    readCount(reading, field["limit"], kMostCalls, policy.limit);
    readTime(reading, field["per"], policy.per);
    return policy;
}

std::optional<Foreach> readForeach(Reading &reading, const Field &field)
{
    if (!reading.hasKeys(field, keys::forEach()))
        return std::nullopt;
    Foreach each;
    if (const Field items = field["items"])
        readItems(reading, items, each);
    if (const Field as = field["as"]) {
        each.as = reading.name(as).value_or(each.as);
        if (isTaken(each.as))
            reading.add(ErrorCode::FlowBadName, as, each.as + " means something else in expressions",
                        "Give the item another name.");
    }
    readCount(reading, field["max_parallel"], kMostParallel, each.maxParallel);
    if (const Field onFailure = field["on_failure"])
        each.stopsOnFailure = reading.choice(onFailure, {"collect", "stop"}).value_or(0) == 1;
    return each;
}

} // namespace batuta::flow
