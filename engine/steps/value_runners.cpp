// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Kinds that are over at once: set, log, check.
#include "engine/json/json.h"
#include "engine/steps/kinds.h"

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

/// How one gate came out: what was measured, against what, and whether it holds.
struct GateResult
{
    bool holds = true;
    json::Object detail;
};

Status applyBound(const std::optional<expr::Template> &bound, const char *name, const expr::Context &context,
                  const json::Value &value, GateResult &result)
{
    if (!bound)
        return {};
    const Result<json::Value> limit = bound->evaluate(context);
    if (!limit)
        return limit.error();
    const std::string_view kind(name);
    if (kind == "equals") {
        result.holds = result.holds && value == *limit;
    } else {
        const bool comparable = value.isNumber() && limit->isNumber();
        const bool inside =
            kind == "min" ? value.asDouble() >= limit->asDouble() : value.asDouble() <= limit->asDouble();
        result.holds = result.holds && comparable && inside;
    }
    result.detail.set(name, *limit);
    return {};
}

Result<GateResult> measure(const flow::Gate &gate, const expr::Context &context)
{
    GateResult result;
    result.detail.set("gate", gate.name);
    if (gate.condition) {
        const Result<json::Value> value = gate.condition->evaluate(context);
        if (!value)
            return value.error();
        result.holds = expr::isTruthy(*value);
        result.detail.set("value", *value);
    }
    if (gate.value) {
        const Result<json::Value> value = gate.value->evaluate(context);
        if (!value)
            return value.error();
        result.detail.set("value", *value);
        for (const auto &[bound, name] :
             {std::pair{&gate.min, "min"}, {&gate.max, "max"}, {&gate.equals, "equals"}})
            if (Status status = applyBound(*bound, name, context, *value, result); !status)
                return status.error();
    }
    result.detail.set("holds", result.holds);
    return result;
}

std::string gateText(const json::Object &detail)
{
    std::string text = detail.find("gate")->asString() + " is " + json::write(*detail.find("value"));
    for (const auto *bound : {"min", "max", "equals"})
        if (const json::Value *limit = detail.find(bound))
            text += std::string(", ") + bound + " " + json::write(*limit);
    return text;
}

} // namespace

std::unique_ptr<RunningAttempt> startSet(const Attempt &attempt, const Services &, Report report)
{
    Result<json::Value> value = std::get<flow::SetStep>(attempt.step.action).values.evaluate(attempt.context);
    if (value)
        report({done(), std::move(*value), {}});
    else
        report({critical(value.error()), {}, {}});
    return nullptr;
}

std::unique_ptr<RunningAttempt> startLog(const Attempt &attempt, const Services &, Report report)
{
    const auto &step = std::get<flow::LogStep>(attempt.step.action);
    const Result<std::string> message = step.message.evaluateText(attempt.context);
    const Result<json::Value> fields = step.fields.evaluate(attempt.context);
    if (!message || !fields) {
        report({critical(message ? fields.error() : message.error()), {}, {}});
        return nullptr;
    }
    const telemetry::Level level = telemetry::parseLevel(step.level).value_or(telemetry::Level::Info);
    attempt.log.write(level, "flow", "step_log",
                      {{"message", *message}, {"step_name", attempt.step.id.value}, {"fields", *fields}});
    report({done(), *message, {}});
    return nullptr;
}

std::unique_ptr<RunningAttempt> startCheck(const Attempt &attempt, const Services &, Report report)
{
    json::Array gates;
    std::string broken;
    for (const flow::Gate &gate : std::get<flow::CheckStep>(attempt.step.action).gates) {
        Result<GateResult> result = measure(gate, attempt.context);
        if (!result) {
            report({critical(result.error()), {}, {}});
            return nullptr;
        }
        if (!result->holds)
            broken += (broken.empty() ? "" : "; ") + gateText(result->detail);
        gates.emplace_back(std::move(result->detail));
    }
    plan::Outcome outcome = broken.empty() ? done() : failed(Cause::Other, "Gate not met: " + broken);
    report({std::move(outcome), std::move(gates), {}});
    return nullptr;
}

} // namespace batuta::steps
