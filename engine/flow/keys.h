// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace batuta::flow {

/// One key of the format. `supported` is false for what the format knows and this version does not run: it is
/// refused with its place, never passed over.
struct Key
{
    std::string_view name;
    bool required = false;
    bool supported = true;
};

/// The keys of one mapping of the format. `name` is also its definition in resources/schema/flow.schema.json,
/// and a test holds the two together.
struct KeyTable
{
    std::string_view name;
    std::vector<Key> keys;

    const Key *find(std::string_view key) const;
    std::vector<std::string> names() const; ///< of what this version runs, for "did you mean"
};

namespace keys {

const KeyTable &flow();
const KeyTable &title();
const KeyTable &idempotency();
const KeyTable &defaults();
const KeyTable &step(); ///< without the kinds
const KeyTable &kinds();
const KeyTable &compensate(); ///< without the kinds
const KeyTable &breaker();
const KeyTable &rateLimit();
const KeyTable &forEach();
const KeyTable &skip();
const KeyTable &retry();
const KeyTable &backoff();
const KeyTable &http();
const KeyTable &auth();
const KeyTable &wait();
const KeyTable &subflow();
const KeyTable &log();
const KeyTable &gate();
const KeyTable &process();
const KeyTable &approval();
const KeyTable &askedTraffic();
const KeyTable &jq();
const KeyTable &webhook();
const KeyTable &slack();
const KeyTable &notify();
const KeyTable &cloudRun();
const KeyTable &concurrency();
const KeyTable &trigger();
const KeyTable &scheduleTrigger();
const KeyTable &webhookTrigger();
const KeyTable &messageTrigger();
const KeyTable &routes();
const KeyTable &route();
const KeyTable &filter();
const KeyTable &drop();

/// Every table of a flow file.
std::vector<const KeyTable *> ofFlowFiles();

} // namespace keys
} // namespace batuta::flow
