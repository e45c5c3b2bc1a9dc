// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/schema_nodes.h"

#include "engine/json/json.h"

#include <algorithm>
#include <charconv>

namespace batuta::views {
namespace {

constexpr int kMostNesting = 16;

void collect(const json::Value &schema, const json::Value &node, SchemaNodes &out, int depth)
{
    if (depth > kMostNesting || !node.isObject())
        return;
    if (const json::Value *reference = node.asObject().find("$ref")) {
        const std::string &text = reference->asString();
        const json::Value *target =
            text.empty() ? nullptr : json::pointer(schema, std::string_view(text).substr(1));
        if (target != nullptr)
            collect(schema, *target, out, depth + 1);
        return;
    }
    if (std::find(out.begin(), out.end(), &node) != out.end())
        return;
    out.push_back(&node);
    for (const char *keyword : {"allOf", "anyOf", "oneOf"})
        for (const json::Value &branch : node[keyword].asArray())
            collect(schema, branch, out, depth + 1);
}

} // namespace

SchemaNodes schemaNodes(const json::Value &schema)
{
    SchemaNodes nodes;
    collect(schema, schema, nodes, 0);
    return nodes;
}

SchemaNodes schemaNodesAt(const json::Value &schema, const SchemaNodes &nodes, std::string_view step)
{
    std::size_t index = 0;
    const auto [end, code] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool isIndex = code == std::errc() && end == step.data() + step.size();
    SchemaNodes found;
    for (const json::Value *node : nodes) {
        const json::Value *property = (*node)["properties"].asObject().find(step);
        if (property == nullptr && (*node)["additionalProperties"].isObject())
            property = &(*node)["additionalProperties"];
        if (property != nullptr)
            collect(schema, *property, found, 0);
        const json::Value &items = (*node)["items"];
        if (isIndex)
            collect(schema, items.isArray() ? items.at(index) : items, found, 0);
    }
    return found;
}

std::vector<std::string> pointerSteps(std::string_view pointer)
{
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            steps.emplace_back();
        } else if (!steps.empty()) {
            const bool escapes = pointer[i] == '~' && i + 1 < pointer.size();
            steps.back() += !escapes ? pointer[i] : pointer[++i] == '1' ? '/' : '~';
        }
    }
    return steps;
}

} // namespace batuta::views
