// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/flow_content.h"

#include <algorithm>

namespace batuta::edit {
FlowText::FlowText(std::shared_ptr<const Content> content)
    : m_content(std::move(content))
{
}

Result<FlowText> FlowText::read(std::string text, const std::string &file)
{
    const auto content = std::make_shared<Content>();
    if (Status status = content->fill(std::move(text), file); !status)
        return status.error();
    return FlowText(content);
}

const std::string &FlowText::text() const
{
    return m_content->text;
}

const flow::YamlNode &FlowText::root() const
{
    static const flow::YamlNode nothing;
    const flow::YamlNode *root = m_content->root();
    return root == nullptr ? nothing : *root;
}

std::vector<std::string> FlowText::steps(StepList list) const
{
    std::vector<std::string> ids;
    if (const TreeNode *steps = m_content->list(list))
        for (const TreeChild &child : steps->children)
            ids.push_back(child.key);
    return ids;
}

bool FlowText::hasStep(std::string_view id) const
{
    return m_content->steps.count(std::string(id)) > 0;
}

std::vector<std::string> FlowText::needsOf(std::string_view id) const
{
    return m_content->needs(std::string(id));
}

std::optional<Range> FlowText::memberRange(const FieldPath &path) const
{
    const Found found = m_content->find(path);
    if (found.depth < path.size())
        return std::nullopt;
    if (path.empty())
        return Range{0, m_content->text.size()};
    return m_content->lines.member(*found.nodes[path.size() - 1], found.positions.back());
}

std::optional<Range> FlowText::valueRange(const FieldPath &path) const
{
    const Found found = m_content->find(path);
    if (found.depth < path.size())
        return std::nullopt;
    return found.node().own;
}

std::optional<Range> FlowText::keyRange(const FieldPath &path) const
{
    const Found found = m_content->find(path);
    if (found.depth < path.size() || path.empty() || !found.nodes[path.size() - 1]->isMapping())
        return std::nullopt;
    return found.nodes[path.size() - 1]->children[found.positions.back()].keyRange;
}

FieldPath FlowText::pathAt(std::size_t at) const
{
    FieldPath path;
    const TreeNode *node = &m_content->tree;
    while (!node->children.empty()) {
        const auto &children = node->children;
        // The last child that begins before it, or the one behind that: the byte may be in its comments.
        const auto behind = std::upper_bound(
            children.begin(), children.end(), at,
            [](std::size_t place, const TreeChild &child) { return place < child.entry.from; });
        std::size_t index = static_cast<std::size_t>(behind - children.begin());
        const auto holds = [&](std::size_t i) {
            return i < children.size() && m_content->lines.member(*node, i).contains(at);
        };
        if (!holds(index) && (index == 0 || !holds(--index)))
            break;
        path.push_back(node->isMapping() ? children[index].key : std::to_string(index));
        node = &children[index].value;
    }
    return path;
}

std::string FlowText::stepAt(std::size_t at) const
{
    const FieldPath path = pathAt(at);
    const bool isStep = path.size() >= 2 && (path[0] == "steps" || path[0] == "finally");
    return isStep ? path[1] : "";
}

FieldPath FlowText::stepPath(std::string_view id) const
{
    const auto found = m_content->steps.find(std::string(id));
    if (found == m_content->steps.end())
        return {};
    return {listName(found->second.list), std::string(id)};
}

std::optional<std::string> FlowText::rawAt(const FieldPath &path) const
{
    const auto range = valueRange(path);
    if (!range)
        return std::nullopt;
    return m_content->text.substr(range->from, range->size());
}

std::optional<json::Value> FlowText::valueAt(const FieldPath &path) const
{
    const Found found = m_content->find(path);
    if (found.depth < path.size())
        return std::nullopt;
    return valueOf(found.node());
}

} // namespace batuta::edit
