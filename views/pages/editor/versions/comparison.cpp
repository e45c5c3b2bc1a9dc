// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/comparison.h"

#include "engine/flow/yaml_node.h"

#include <algorithm>

namespace batuta::views {
namespace {

using flow::YamlNode;
using versions::ChangeKind;

YamlNode *childOf(YamlNode &node, std::string_view key)
{
    for (YamlNode::Member &member : node.members)
        if (member.key == key)
            return &member.value;
    return nullptr;
}

YamlNode &madeChild(YamlNode &node, const char *key, YamlNode::Kind kind)
{
    if (YamlNode *child = childOf(node, key))
        return *child;
    YamlNode child;
    child.kind = kind;
    return node.members.emplace_back(YamlNode::Member{key, {}, std::move(child)}).value;
}

void addNeed(YamlNode &step, const std::string &need)
{
    if (!step.isMapping())
        return;
    YamlNode &needs = madeChild(step, "needs", YamlNode::Kind::Sequence);
    YamlNode item;
    item.kind = YamlNode::Kind::Scalar;
    if (needs.isScalar()) {
        item.text = needs.text;
        needs.kind = YamlNode::Kind::Sequence;
        needs.items.push_back(item);
    }
    item.text = need;
    needs.items.push_back(std::move(item));
}

/// The new flow, with the steps that are gone where they were.
YamlNode unionOf(YamlNode before, YamlNode after, const versions::FlowDiff &diff)
{
    for (const versions::StepChange &change : diff.steps) {
        if (change.kind != ChangeKind::Removed)
            continue;
        const char *list = change.isFinally ? "finally" : "steps";
        YamlNode *old = childOf(before, list);
        const YamlNode::Member *gone = old ? old->member(change.step) : nullptr;
        YamlNode &steps = madeChild(after, list, YamlNode::Kind::Mapping);
        if (gone && steps.isMapping() && !steps.member(change.step))
            steps.members.push_back(*gone);
    }
    for (const versions::EdgeChange &edge : diff.edges) {
        const versions::StepChange *from = diff.find(edge.from);
        if (edge.kind != ChangeKind::Removed || !from || from->kind != ChangeKind::Removed)
            continue;
        YamlNode *steps = childOf(after, "steps");
        YamlNode *to = steps ? childOf(*steps, edge.to) : nullptr;
        const versions::StepChange *target = diff.find(edge.to);
        if (to && !(target && target->kind == ChangeKind::Removed)) // those have what they needed
            addNeed(*to, edge.from);
    }
    return after;
}

} // namespace

Comparison comparisonOf(const std::string &before, const std::string &after)
{
    Comparison comparison;
    comparison.text = diffRows(before, after);
    auto steps = versions::flowDiff(before, after);
    if (!steps) {
        comparison.trouble = steps.error();
        return comparison;
    }
    flow::YamlLimits limits;
    limits.bytes = 16ULL << 20;
    flow::YamlReading old = flow::readYaml(before, {}, limits), now = flow::readYaml(after, {}, limits);
    if (!old.root || !now.root)
        return comparison;
    comparison.isReadable = true;
    comparison.steps = std::move(*steps);
    comparison.graph = graphOf(unionOf(std::move(*old.root), std::move(*now.root), comparison.steps));
    for (const versions::EdgeChange &edge : comparison.steps.edges)
        comparison.changes.emplace(edge.to, ChangeKind::Changed);
    for (const versions::StepChange &change : comparison.steps.steps)
        comparison.changes[change.step] = change.kind;
    return comparison;
}

} // namespace batuta::views
