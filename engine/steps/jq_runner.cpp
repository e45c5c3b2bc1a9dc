// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/steps/kinds.h"
#include "engine/steps/process_call.h"

namespace batuta::steps {
namespace {

constexpr std::uint64_t kOutputLimit = 16ULL << 20;
constexpr std::uint64_t kMemoryLimit = 1ULL << 30;
/// A program of jq may run for ever; without a timeout of its own it may not.
constexpr Duration kJqTimeout = std::chrono::seconds(60);

/// Each value stands on a line of its own.
Result<json::Value> valuesOf(const std::string &output)
{
    json::Array values;
    for (const std::string_view line : split(output, '\n')) {
        if (line.empty())
            continue;
        Result<json::Value> value = json::parse(line);
        if (!value)
            return value.error();
        values.push_back(std::move(*value));
    }
    if (values.size() > 1)
        return json::Value(std::move(values));
    return values.empty() ? json::Value() : std::move(values.front());
}

} // namespace

std::unique_ptr<RunningAttempt> startJq(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::JqStep>(attempt.step.action);
    const Result<json::Value> input = step.input.evaluate(attempt.context);
    if (!input) {
        report({critical(input.error()), {}, {}});
        return nullptr;
    }
    ProcessCall call{{}, attempt.timeout.value_or(kJqTimeout), valuesOf};
    // A blank before the program: jq 1.6 knows no `--`, and would take a leading minus for an option.
    call.command.words = {"jq", "--compact-output", " " + step.program};
    call.command.environment = ownEnvironment({"PATH", "LANG", "TZ"});
    call.command.environment.emplace_back("HOME=/nonexistent"); // nobody's ~/.jq changes a flow
    call.command.directory = "/";
    json::write(*input, call.command.input);
    call.command.maxOutputBytes = kOutputLimit;
    call.command.maxMemoryBytes = kMemoryLimit;
    call.command.grace = std::chrono::seconds(1);
    return startProcessCall(services, std::move(call), std::move(report));
}

} // namespace batuta::steps
