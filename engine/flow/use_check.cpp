// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/graph_check.h"

#include "engine/base/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace batuta::flow {
namespace {

using Drafts = std::vector<StepDraft>;

std::vector<std::string> rootsOf(Scope scope)
{
    switch (scope) {
    case Scope::Step:
    case Scope::Finally:
    case Scope::Undo:
    case Scope::Output:
        return {"input", "env", "secrets", "steps", "execution", "flow", "trigger", "message"};
    case Scope::Idempotency:
        return {"input", "env", "secrets", "flow", "trigger", "message"};
    case Scope::Route:
        return {"input"};
    case Scope::Event:
        return {"env", "secrets", "flow", "trigger"};
    case Scope::Message:
        return {"env", "secrets", "flow", "trigger", "message"};
    case Scope::Secret:
        return {"env", "secrets"};
    }
    return {};
}

std::vector<std::string> rootsOf(const Use &use)
{
    std::vector<std::string> roots = rootsOf(use.scope);
    if (!use.item.empty())
        roots.emplace_back("item");
    if (!use.item.empty() && use.item != "item")
        roots.push_back(use.item);
    return roots;
}

bool contains(const std::vector<std::string> &words, const std::string &word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Everything that `start` needs, directly or through others.
std::vector<bool> ancestors(const Drafts &drafts, int start)
{
    std::vector<bool> seen(drafts.size(), false);
    std::vector<int> open{start};
    while (!open.empty()) {
        const auto index = static_cast<std::size_t>(open.back());
        open.pop_back();
        for (const int need : drafts[index].step.needs) {
            if (!seen[static_cast<std::size_t>(need)]) {
                seen[static_cast<std::size_t>(need)] = true;
                open.push_back(need);
            }
        }
    }
    return seen;
}

/// Checks one reference after the other; remembers the names of steps and who can see whom.
class UseCheck
{
public:
    UseCheck(Reading &reading, const Scenery &scenery)
        : m_reading(reading)
        , m_scenery(scenery)
    {
        index(scenery.steps, m_steps);
        index(scenery.finallySteps, m_finally);
        readInputNames();
    }

    void check(const Use &use)
    {
        if (use.reference.path.empty())
            return;
        const std::string root = lowered(use.reference.path.front());
        if (!checkRoot(use, root) || use.reference.path.size() < 2)
            return;
        if (root == "input")
            checkInput(use);
        else if (root == "steps")
            checkStep(use);
        else if (root == "execution" && use.scope != Scope::Finally &&
                 lowered(use.reference.path[1]) == "report")
            note(use, ErrorCode::FlowContradiction, "execution.report is there only at the end",
                 "Use it in a step under `finally`.");
    }

private:
    void index(const Drafts *drafts, std::unordered_map<std::string, int> &names)
    {
        if (!drafts)
            return;
        for (const StepDraft &draft : *drafts) {
            names.emplace(draft.step.id.value, static_cast<int>(names.size()));
            m_names.push_back(draft.step.id.value);
        }
    }

    void note(const Use &use, ErrorCode code, std::string detail, std::string mend)
    {
        const Field field{nullptr, use.subject, {}};
        m_reading.add(Error{code, "", std::move(detail), use.reference.place, std::move(mend)}, field);
    }

    bool checkRoot(const Use &use, const std::string &root)
    {
        const std::vector<std::string> known = rootsOf(use);
        if (contains(known, root))
            return true;
        if (root == "vars")
            note(use, ErrorCode::FlowNotSupported, "the context " + root, "Use " + oneOf(known) + ".");
        else if (root == "item")
            note(use, ErrorCode::FlowContradiction, "item is there only for the kind of a step with foreach",
                 "Give the step a `foreach`, or use " + oneOf(known) + ".");
        else if (root == "message")
            note(use, ErrorCode::FlowContradiction, "there is no message here", "Use " + oneOf(known) + ".");
        else if (contains(rootsOf(Scope::Step), root))
            note(use, ErrorCode::FlowContradiction, root + " is not there yet when this is evaluated",
                 "Use " + oneOf(known) + ".");
        else
            note(use, ErrorCode::ExprUnknownName, use.reference.path.front(), didYouMean(root, known));
        return false;
    }

    void checkInput(const Use &use)
    {
        const std::string &name = use.reference.path[1];
        if (m_isInputClosed && m_inputNames.count(lowered(name)) == 0)
            note(use, ErrorCode::ExprUnknownName, "input." + name + " is not in the input's schema",
                 didYouMean(name, {m_inputNames.begin(), m_inputNames.end()}));
    }

    /// Names are known when the schema allows no other ones.
    void readInputNames()
    {
        if (!m_scenery.inputSchema)
            return;
        const json::Value &schema = *m_scenery.inputSchema;
        const json::Value &others = schema["additionalProperties"];
        m_isInputClosed = others.isBoolean() && !others.asBoolean() && schema["patternProperties"].isNull();
        for (const auto &property : schema["properties"].asObject())
            m_inputNames.insert(lowered(property.first));
    }

    void checkStep(const Use &use)
    {
        const std::string name = lowered(use.reference.path[1]);
        const auto step = m_steps.find(name);
        const auto last = m_finally.find(name);
        if (step == m_steps.end() && last == m_finally.end())
            note(use, ErrorCode::FlowUnknownStep, "steps." + use.reference.path[1],
                 didYouMean(name, m_names));
        else if (step != m_steps.end() && use.scope == Scope::Step)
            checkSeen(use, *m_scenery.steps, step->second);
        else if (last != m_finally.end() && use.scope == Scope::Finally)
            checkSeen(use, *m_scenery.finallySteps, last->second);
        else if (last != m_finally.end())
            note(use, ErrorCode::FlowContradiction, "steps." + name + " runs only at the end",
                 "Move it to `steps`.");
    }

    void checkSeen(const Use &use, const Drafts &drafts, int target)
    {
        if (!m_scenery.isLinked)
            return;
        const auto key = std::make_pair(use.scope, use.step);
        if (m_seen.find(key) == m_seen.end())
            m_seen[key] = ancestors(drafts, use.step);
        const std::string &name = drafts[static_cast<std::size_t>(target)].step.id.value;
        if (target == use.step)
            note(use, ErrorCode::FlowContradiction, "the step reads itself", "Read a step that it needs.");
        else if (!m_seen[key][static_cast<std::size_t>(target)])
            note(use, ErrorCode::FlowContradiction,
                 "reads " + name + ", which it does not need (directly or through others)",
                 "Add " + name + " to its needs.");
    }

    Reading &m_reading;
    const Scenery &m_scenery;
    std::unordered_map<std::string, int> m_steps;
    std::unordered_map<std::string, int> m_finally;
    std::vector<std::string> m_names;
    std::set<std::string> m_inputNames;
    bool m_isInputClosed = false;
    std::map<std::pair<Scope, int>, std::vector<bool>> m_seen;
};

} // namespace

void checkUses(Reading &reading, const Scenery &scenery)
{
    UseCheck check(reading, scenery);
    for (const Use &use : reading.uses())
        if (!reading.isFull())
            check.check(use);
}

} // namespace batuta::flow
