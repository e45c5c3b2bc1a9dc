// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/random.h"
#include "engine/base/result.h"
#include "engine/base/units.h"
#include "engine/json/value.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace batuta::sandbox {

/// What goes wrong with a function on purpose.
struct FaultRule
{
    int latencyMs = 0;
    int spreadMs = 0;     ///< the latency varies by up to this much in both directions
    double errorRate = 0; ///< 0 to 1
    int errorCode = 500;
    bool hang = false;      ///< never answers
    bool drop = false;      ///< closes the connection instead of answering
    bool malformed = false; ///< answers JSON that is cut in half
    std::uint64_t seed = 1;
    std::int64_t times = -1; ///< how many more calls; -1 for all
};

Result<FaultRule> readFault(const json::Value &value);
json::Object writeFault(const FaultRule &rule);

/// What happens to one call.
struct FaultDecision
{
    enum class Kind { None, Error, Hang, Drop, Malformed };

    Kind kind = Kind::None;
    Duration latency{};
    int errorCode = 0;
};

/// For the list of calls: `error`, `latency`, ...; "" when nothing was done to the call.
std::string_view faultName(const FaultDecision &decision);

/// The rules by step name, and the one for all other functions (`*`). The same seed and the same calls give
/// the same decisions. One thread.
class FaultTable
{
public:
    /// `name` is a function, a step or `*`; a rule that was there is replaced.
    Status set(std::string_view name, const json::Value &rule);
    /// `{"<name>": {rule}, ...}`, all or nothing.
    Status setAll(const json::Value &rules);
    Status clear(std::string_view name);
    void clearAll() { m_rules.clear(); }
    json::Object list() const;
    FaultDecision decide(std::string_view step);

private:
    struct Active
    {
        FaultRule rule;
        Random random;
        std::int64_t applied = 0;
    };

    Active *activeFor(std::string_view step);

    std::map<std::string, Active, std::less<>> m_rules;
};

} // namespace batuta::sandbox
