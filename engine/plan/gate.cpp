// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/gate.h"

namespace batuta::plan {
namespace {

/// The flow's context with the status functions as they are at one step.
class StepContext final : public expr::Context
{
public:
    StepContext(const expr::Context &outer, const GateState &state)
        : m_outer(outer)
        , m_state(state)
    {
    }

    const json::Value *root(std::string_view name) const override { return m_outer.root(name); }
    std::string now() const override { return m_outer.now(); }
    bool status(std::string_view function) const override
    {
        if (function == "success")
            return m_state.needsMet && !m_state.stopping;
        if (function == "failure")
            return m_state.needFailed;
        if (function == "cancelled")
            return m_state.cancelled;
        return true;
    }

private:
    const expr::Context &m_outer;
    const GateState &m_state;
};

Verdict critical(const Error &error)
{
    return {Verdict::Kind::Critical, {Reason::Code::Reported, errorText(error)}};
}

Verdict skip(Reason::Code code, std::string subject)
{
    return {Verdict::Kind::Skip, {code, std::move(subject)}};
}

} // namespace

Reason missingKey(const flow::Step &step, const expr::Context &context)
{
    const json::Value *env = context.root("env");
    for (const flow::NeededKey &needed : step.neededKeys)
        if (env == nullptr || (*env)[needed.key].asString().empty())
            return {needed.isUrl ? Reason::Code::UrlNotConfigured : Reason::Code::KeyNotConfigured,
                    needed.key};
    return {};
}

bool holds(const expr::Template &condition, const GateState &state, const expr::Context &context)
{
    const Result<json::Value> value = condition.evaluate(StepContext(context, state));
    return !value || expr::isTruthy(*value);
}

Verdict judge(const flow::Step &step, const GateState &state, const expr::Context &context)
{
    if (!step.conditionHasStatus) {
        if (state.stopping)
            return {Verdict::Kind::NotRun, state.stopReason};
        if (!state.needsMet)
            return skip(Reason::Code::NeedNotMet, state.unmetNeed);
    }
    const StepContext here(context, state);
    if (step.condition) {
        const Result<json::Value> value = step.condition->evaluate(here);
        if (!value)
            return critical(value.error());
        if (!expr::isTruthy(*value))
            return skip(Reason::Code::ConditionFalse, step.condition->text());
    }
    for (const flow::SkipRule &rule : step.skip) {
        const Result<json::Value> value = rule.condition.evaluate(here);
        if (!value)
            return critical(value.error());
        if (expr::isTruthy(*value))
            return skip(Reason::Code::SkipRule, rule.reason);
    }
    if (Reason missing = missingKey(step, context); missing.code != Reason::Code::None)
        return {Verdict::Kind::Skip, std::move(missing)};
    return {};
}

} // namespace batuta::plan
