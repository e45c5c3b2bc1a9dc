// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/flow_diff.h"

#include "engine/flow/yaml_node.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <set>

namespace batuta::versions {
namespace {

using flow::YamlNode;

constexpr const char *kNeeds = "needs";
constexpr std::array<const char *, 2> kLists{"steps", "finally"};

std::string shown(const YamlNode &node)
{
    return node.isScalar() ? node.text : json::write(flow::toJson(node));
}

const YamlNode *childOf(const YamlNode *node, std::string_view key)
{
    const YamlNode::Member *member = node && node->isMapping() ? node->member(key) : nullptr;
    return member ? &member->value : nullptr;
}

bool sameValue(const YamlNode &before, const YamlNode &after)
{
    return before.kind == after.kind && json::write(flow::toJson(before)) == json::write(flow::toJson(after));
}

/// Compares mappings key by key, and everything else as a whole.
class FieldWalk
{
public:
    explicit FieldWalk(std::set<std::string> ignored)
        : m_ignored(std::move(ignored))
    {
    }

    std::vector<FieldChange> run(const YamlNode &before, const YamlNode &after)
    {
        compare(&before, &after);
        return std::move(m_changes);
    }

private:
    bool isIgnored(const std::string &key) const { return m_path.empty() && m_ignored.contains(key); }

    void compareMember(const std::string &key, const YamlNode *before, const YamlNode *after)
    {
        if (isIgnored(key))
            return;
        m_path.push_back(key);
        compare(before, after);
        m_path.pop_back();
    }

    void compare(const YamlNode *before, const YamlNode *after)
    {
        const bool areMappings = before && after && before->isMapping() && after->isMapping();
        if (!areMappings) {
            if (!before || !after || !sameValue(*before, *after))
                note(before, after);
            return;
        }
        for (const YamlNode::Member &member : after->members)
            compareMember(member.key, childOf(before, member.key), &member.value);
        for (const YamlNode::Member &member : before->members)
            if (!after->member(member.key))
                compareMember(member.key, &member.value, nullptr);
    }

    void note(const YamlNode *before, const YamlNode *after)
    {
        FieldChange change{m_path, {}, {}};
        if (before)
            change.before = shown(*before);
        if (after)
            change.after = shown(*after);
        m_changes.push_back(std::move(change));
    }

    std::set<std::string> m_ignored;
    std::vector<std::string> m_path;
    std::vector<FieldChange> m_changes;
};

std::set<std::string> needsOf(const YamlNode *step)
{
    std::set<std::string> needs;
    const YamlNode *list = childOf(step, kNeeds);
    if (list && list->isScalar())
        needs.insert(list->text);
    for (const YamlNode &item : list ? list->items : std::vector<YamlNode>())
        needs.insert(item.text);
    return needs;
}

std::vector<std::string> namesOf(const YamlNode *steps)
{
    std::vector<std::string> names;
    for (const YamlNode::Member &member :
         steps && steps->isMapping() ? steps->members : decltype(steps->members)())
        names.push_back(member.key);
    return names;
}

/// Compares the steps of one list of the flow.
class StepWalk
{
public:
    StepWalk(FlowDiff &diff, bool isFinally)
        : m_diff(diff)
        , m_isFinally(isFinally)
    {
    }

    void run(const YamlNode *before, const YamlNode *after)
    {
        std::vector<std::string> keptBefore, keptAfter;
        for (const std::string &step : namesOf(after)) {
            if (childOf(before, step))
                keptAfter.push_back(step);
            compareStep(step, childOf(before, step), childOf(after, step));
        }
        for (const std::string &step : namesOf(before)) {
            if (childOf(after, step))
                keptBefore.push_back(step);
            else
                compareStep(step, childOf(before, step), nullptr);
        }
        m_diff.hasOtherOrder = m_diff.hasOtherOrder || keptBefore != keptAfter;
    }

private:
    void compareStep(const std::string &step, const YamlNode *before, const YamlNode *after)
    {
        const std::set<std::string> oldNeeds = needsOf(before), newNeeds = needsOf(after);
        for (const std::string &from : newNeeds)
            if (!oldNeeds.contains(from))
                m_diff.edges.push_back({ChangeKind::Added, from, step});
        for (const std::string &from : oldNeeds)
            if (!newNeeds.contains(from))
                m_diff.edges.push_back({ChangeKind::Removed, from, step});
        StepChange change{!before  ? ChangeKind::Added
                          : !after ? ChangeKind::Removed
                                   : ChangeKind::Changed,
                          step,
                          m_isFinally,
                          {}};
        if (before && after)
            change.fields = FieldWalk({kNeeds}).run(*before, *after);
        if (change.kind != ChangeKind::Changed || !change.fields.empty())
            m_diff.steps.push_back(std::move(change));
    }

    FlowDiff &m_diff;
    bool m_isFinally;
};

/// Texts of any size that the editor opens are compared.
Result<YamlNode> rootOf(std::string_view text)
{
    flow::YamlLimits limits;
    limits.bytes = 16ULL << 20;
    flow::YamlReading reading = flow::readYaml(text, {}, limits);
    if (!reading.root)
        return reading.errors.front();
    return std::move(*reading.root);
}

} // namespace

const StepChange *FlowDiff::find(std::string_view step) const
{
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const StepChange &change) { return change.step == step; });
    return found == steps.end() ? nullptr : &*found;
}

int FlowDiff::count(ChangeKind kind) const
{
    return static_cast<int>(std::count_if(steps.begin(), steps.end(),
                                          [&](const StepChange &change) { return change.kind == kind; }));
}

Result<FlowDiff> flowDiff(std::string_view before, std::string_view after)
{
    const Result<YamlNode> old = rootOf(before);
    if (!old)
        return old.error();
    const Result<YamlNode> now = rootOf(after);
    if (!now)
        return now.error();
    FlowDiff diff;
    for (const char *list : kLists)
        StepWalk(diff, list == kLists.back()).run(childOf(&*old, list), childOf(&*now, list));
    diff.fields = FieldWalk({kLists.begin(), kLists.end()}).run(*old, *now);
    return diff;
}

} // namespace batuta::versions
