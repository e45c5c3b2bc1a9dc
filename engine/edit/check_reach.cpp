// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"
#include "engine/edit/worst_case.h"

#include <set>

namespace batuta::edit {
namespace {

using flow::Step;

/// A place where an expression sees nothing: what can be evaluated there is always the same.
class Nothing final : public expr::Context
{
public:
    const json::Value *root(std::string_view) const override { return nullptr; }
};

/// Whether the condition is true, when that is the same whatever happens.
std::optional<bool> constantOf(const expr::Template &condition)
{
    if (!condition.references().empty() || condition.usesStatusFunction() ||
        lowered(condition.text()).find("now") != std::string::npos)
        return std::nullopt;
    const Result<json::Value> value = condition.evaluate(Nothing());
    return value ? std::optional(expr::isTruthy(*value)) : std::nullopt;
}

/// The steps of one list that never run, and why.
class Reach
{
public:
    Reach(Checking &checking, const std::vector<Step> &steps)
        : m_checking(checking)
        , m_steps(steps)
        , m_never(steps.size(), false)
    {
    }

    void check()
    {
        for (const int position : inOrderOfNeeds(m_steps))
            judge(static_cast<std::size_t>(position));
    }

private:
    void judge(std::size_t at)
    {
        const Step &step = m_steps[at];
        const FieldPath path = m_checking.pathOf(step);
        if (step.condition)
            checkCondition(at, under(path, {"if"}));
        // Rules that cannot be read are not in the list: then it does not say which rule is which.
        const bool areAllRead =
            !m_checking.text.valueRange(under(path, {"skip", std::to_string(step.skip.size())}));
        for (std::size_t i = 0; areAllRead && i < step.skip.size(); ++i)
            checkSkip(at, i, under(path, {"skip", std::to_string(i)}));
        const bool isEmptyList = step.forEach && step.forEach->items.source().isArray() &&
                                 step.forEach->items.source().asArray().empty();
        if (isEmptyList)
            note(at, under(path, {"foreach", "items"}), step.id.value + " never runs: it has no items", "");
        if (!m_never[at] && !step.conditionHasStatus)
            checkNeeds(at, path);
    }

    void checkCondition(std::size_t at, const FieldPath &path)
    {
        const auto constant = constantOf(*m_steps[at].condition);
        if (!constant)
            return;
        if (!*constant) {
            note(at, path, m_steps[at].id.value + " never runs: its condition is always false",
                 "Remove the condition");
            return;
        }
        Problem &problem = m_checking.add(Severity::Note, "check.condition_without_effect", path,
                                          "The condition is always true", "Remove it.");
        offer(problem, "Remove if", m_checking.text.removeField(path));
    }

    void checkSkip(std::size_t at, std::size_t index, const FieldPath &rule)
    {
        const auto constant = constantOf(m_steps[at].skip[index].condition);
        if (!constant)
            return;
        if (*constant) {
            note(at, under(rule, {"if"}), m_steps[at].id.value + " never runs: it is always skipped",
                 "Remove the rule", rule);
            return;
        }
        Problem &problem = m_checking.add(Severity::Note, "check.condition_without_effect",
                                          under(rule, {"if"}), "The rule never skips the step", "Remove it.");
        offer(problem, "Remove the rule", m_checking.text.removeField(rule));
    }

    void checkNeeds(std::size_t at, const FieldPath &path)
    {
        for (const int need : m_steps[at].needs) {
            const Step &needed = m_steps[static_cast<std::size_t>(need)];
            if (!m_never[static_cast<std::size_t>(need)] || needed.onFailure == flow::OnFailure::Continue)
                continue;
            note(at, path,
                 m_steps[at].id.value + " never runs: it needs " + needed.id.value + ", which never does",
                 "");
            return;
        }
    }

    /// `removal` is what takes away the reason, `removed` what it removes.
    void note(std::size_t at, const FieldPath &path, std::string detail, const std::string &removal,
              const FieldPath &removed = {})
    {
        const bool isFirst = !m_never[at];
        m_never[at] = true;
        if (!isFirst)
            return;
        const std::string &id = m_steps[at].id.value;
        Problem &problem = m_checking.add(Severity::Warning, "check.never_runs", path, std::move(detail),
                                          "Change what keeps it from running, or remove the step.");
        if (!removal.empty())
            offer(problem, removal, m_checking.text.removeField(removed.empty() ? path : removed));
        if (!isLookedAt(id))
            offer(problem, "Remove " + id, m_checking.text.removeSteps({id}, true));
    }

    /// Whether an expression elsewhere looks at the step: it would be left with an unknown name.
    bool isLookedAt(const std::string &id) const
    {
        for (const flow::Use &use : m_checking.uses)
            if (const auto name = nameUnder(use, "steps"); name && equalIgnoringCase(*name, id))
                return true;
        return m_steps.size() == 1;
    }

    Checking &m_checking;
    const std::vector<Step> &m_steps;
    std::vector<bool> m_never;
};

} // namespace

void checkReach(Checking &checking)
{
    Reach(checking, checking.flow.steps).check();
    Reach(checking, checking.flow.finallySteps).check();
}

} // namespace batuta::edit
