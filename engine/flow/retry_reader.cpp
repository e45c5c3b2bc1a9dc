// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/step_reader.h"

#include <algorithm>

namespace batuta::flow {
namespace {

constexpr int kFirstFailure = 300; ///< a 2xx answer is a success: there is nothing to try again
constexpr int kLastStatus = 599;

void readOn(Reading &reading, const Field &on, RetryPolicy &policy)
{
    if (!reading.isSequence(on))
        return;
    policy.onConnection = false;
    policy.onTimeout = false;
    for (std::size_t i = 0; i < on.node->items.size(); ++i) {
        const Field item = on.item(i);
        const json::Value value = toJson(*item.node);
        const std::string word = item.node->isScalar() ? item.node->text : "";
        if (word == "connection")
            policy.onConnection = true;
        else if (word == "timeout")
            policy.onTimeout = true;
        else if (word == "3xx" || word == "4xx" || word == "5xx")
            policy.onStatus.emplace_back((word[0] - '0') * 100, (word[0] - '0') * 100 + 99);
        else if (value.isInteger() && value.asInteger() >= kFirstFailure && value.asInteger() <= kLastStatus)
            policy.onStatus.emplace_back(static_cast<int>(value.asInteger()),
                                         static_cast<int>(value.asInteger()));
        else
            reading.add(ErrorCode::FlowBadValue, item, word,
                        "Write connection, timeout, a status from 300 to 599, 3xx, 4xx or 5xx.");
    }
}

Backoff readBackoff(Reading &reading, const Field &field)
{
    Backoff backoff;
    if (!reading.hasKeys(field, keys::backoff()))
        return backoff;
    if (const Field first = field["first"])
        backoff.first = reading.duration(first).value_or(backoff.first);
    if (const Field factor = field["factor"])
        backoff.factor = reading.number(factor, 1, 100).value_or(backoff.factor);
    const Field max = field["max"];
    const auto longest = max ? reading.duration(max) : std::nullopt;
    if (longest && backoff.first > *longest)
        reading.add(ErrorCode::FlowContradiction, max,
                    "first " + durationText(backoff.first) + " is longer than max " + durationText(*longest),
                    "Raise max, or lower first.");
    backoff.max = longest.value_or(std::max(backoff.max, backoff.first));
    if (const Field jitter = field["jitter"])
        backoff.fullJitter = reading.choice(jitter, {"full", "none"}).value_or(0) == 0;
    return backoff;
}

} // namespace

std::optional<RetryPolicy> readRetry(Reading &reading, const Field &field)
{
    if (!reading.hasKeys(field, keys::retry()))
        return std::nullopt;
    RetryPolicy policy;
    if (const Field attempts = field["attempts"])
        policy.attempts = static_cast<int>(reading.integer(attempts, 1, 100).value_or(1));
    if (const Field on = field["on"])
        readOn(reading, on, policy);
    if (const Field backoff = field["backoff"])
        policy.backoff = readBackoff(reading, backoff);
    return policy;
}

} // namespace batuta::flow
