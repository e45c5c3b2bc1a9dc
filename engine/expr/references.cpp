// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/references.h"

#include "engine/expr/compare.h"
#include "engine/expr/functions.h"

#include <algorithm>

namespace batuta::expr::detail {
namespace {

bool isStep(const Node &node)
{
    return node.kind == NodeKind::Property || node.kind == NodeKind::Index || node.kind == NodeKind::Filter;
}

/// The part that a step adds to a path when it is written as a literal.
bool literalPart(const Node &step, std::string &part)
{
    if (step.kind == NodeKind::Property)
        part = step.value.asString();
    else if (step.kind == NodeKind::Index && step.children[1].kind == NodeKind::Literal)
        part = toText(step.children[1].value);
    else
        return false;
    return true;
}

class Collector
{
public:
    Analysis take() { return std::move(m_analysis); }

    void collect(const Node &node, bool optional)
    {
        if (node.kind == NodeKind::Root || isStep(node)) {
            collectPath(node, optional);
            return;
        }
        if (node.kind == NodeKind::Call && node.function->isStatus)
            m_analysis.usesStatusFunction = true;
        const bool isDefault = node.kind == NodeKind::Call && node.function->name == "default";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const bool isCovered =
                (isDefault && i == 0) || (node.kind == NodeKind::Or && i + 1 < node.children.size());
            collect(node.children[i], optional || isCovered);
        }
    }

private:
    void collectPath(const Node &last, bool optional)
    {
        std::vector<const Node *> steps;
        const Node *base = &last;
        for (; isStep(*base); base = &base->children[0])
            steps.push_back(base);
        std::reverse(steps.begin(), steps.end());
        if (base->kind == NodeKind::Root)
            addReference(*base, steps, optional);
        else
            collect(*base, optional);
        for (const Node *step : steps)
            if (step->kind == NodeKind::Index)
                collect(step->children[1], optional);
    }

    void addReference(const Node &root, const std::vector<const Node *> &steps, bool optional)
    {
        Reference reference;
        reference.path.push_back(root.value.asString());
        reference.offset = root.offset;
        reference.length = root.length;
        reference.optional = optional;
        std::string part;
        for (const Node *step : steps) {
            if (!literalPart(*step, part))
                break;
            reference.path.push_back(part);
            reference.length = step->end() - reference.offset;
        }
        m_analysis.references.push_back(std::move(reference));
    }

    Analysis m_analysis;
};

} // namespace

Analysis analyse(const Node &root)
{
    Collector collector;
    collector.collect(root, false);
    return collector.take();
}

} // namespace batuta::expr::detail
