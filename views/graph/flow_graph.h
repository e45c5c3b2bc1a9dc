// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/flow/yaml_node.h"

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace batuta::views {

enum class NodeRole { Start, Step, End };

/// One box of the picture of a flow, or one of its two terminals.
struct GraphNode
{
    NodeRole role = NodeRole::Step;
    std::string step; ///< its id; empty for a terminal
    std::string kind;
    flow::LocalText title;
    std::string condition;          ///< its `if` without the braces
    std::vector<std::string> skips; ///< conditions of its skip rules, without the braces
    bool isFinally = false;
    std::string domain; ///< its label `domain`

    bool operator==(const GraphNode &other) const;
};

/// Connected steps that share a `domain` label, while other steps do not: a branch of the flow.
struct GraphGroup
{
    std::string label;
    std::string condition;  ///< the `if` that all of its steps share; empty when they do not
    std::vector<int> nodes; ///< positions in FlowGraph::nodes

    bool operator==(const GraphGroup &) const = default;
};

/// A flow as nodes and arrows: the start, the steps in their order, the end. Steps that need nothing follow
/// the start, `finally` follows all others. A value.
struct FlowGraph
{
    std::vector<GraphNode> nodes;
    std::vector<std::pair<int, int>> edges;
    std::vector<std::vector<int>> before; ///< of each node, in the order of the edges
    std::vector<std::vector<int>> after;
    std::vector<GraphGroup> groups;

    int size() const { return static_cast<int>(nodes.size()); }
    const GraphNode &node(int at) const { return nodes[static_cast<std::size_t>(at)]; }
    const std::vector<int> &beforeOf(int at) const { return before[static_cast<std::size_t>(at)]; }
    const std::vector<int> &afterOf(int at) const { return after[static_cast<std::size_t>(at)]; }
    bool isStep(int at) const { return at >= 0 && at < size() && node(at).role == NodeRole::Step; }
    int stepCount() const;
    /// Position of a step, or -1.
    int find(const std::string &step) const;
    /// Positions of the steps so that each comes after all that it needs; steps of a circle come last.
    std::vector<int> topological() const;
    bool operator==(const FlowGraph &) const = default;
    /// Whether an edge is one of `needs`: it leads between two steps, and not from the steps to `finally`.
    bool isNeed(std::size_t edge) const;
    /// A shortest way along the edges, with both ends; empty when none leads there.
    std::vector<int> wayBetween(int from, int to) const;
};

/// Groups and conditions come from the summary's definition; without one there are none.
FlowGraph graphOf(const client::FlowSummary &flow);
/// Of a flow file as far as it can be read: also of one that would not run. What is not understood is left
/// out; a step without a known kind has the kind "".
FlowGraph graphOf(const flow::YamlNode &root);

/// `${{ input.a }}` → `input.a`; other text stays as it is.
std::string bareExpression(const std::string &text);
/// `profession` → `Profession`, `user_data` → `User data`.
QString labelWord(const std::string &label);

} // namespace batuta::views
