// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_graph.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace batuta::views {
namespace {

void addEdge(FlowGraph &graph, int from, int to)
{
    graph.edges.emplace_back(from, to);
    graph.before[static_cast<std::size_t>(to)].push_back(from);
    graph.after[static_cast<std::size_t>(from)].push_back(to);
}

void addNeeds(FlowGraph &graph, const client::FlowSummary &flow)
{
    std::unordered_map<std::string, int> positions;
    for (int i = 0; i < graph.size(); ++i)
        if (graph.isStep(i))
            positions.emplace(graph.node(i).step, i);
    for (std::size_t i = 0; i < flow.steps.size(); ++i)
        for (const std::string &need : flow.steps[i].needs)
            if (const auto found = positions.find(need); found != positions.end())
                addEdge(graph, found->second, static_cast<int>(i) + 1);
}

/// The start leads to what needs nothing; what nobody needs leads to `finally`, and that to the end.
void addTerminalEdges(FlowGraph &graph)
{
    std::vector<int> sources[2], sinks[2]; // of the steps, of `finally`
    for (int i = 0; i < graph.size(); ++i) {
        if (!graph.isStep(i))
            continue;
        const int part = graph.node(i).isFinally ? 1 : 0;
        if (graph.beforeOf(i).empty())
            sources[part].push_back(i);
        if (graph.afterOf(i).empty())
            sinks[part].push_back(i);
    }
    std::vector<int> open{0};
    for (int part = 0; part < 2; ++part) {
        for (const int from : open)
            for (const int to : sources[part])
                addEdge(graph, from, to);
        if (!sinks[part].empty())
            open = sinks[part];
    }
    for (const int from : open)
        addEdge(graph, from, graph.size() - 1);
}

const flow::Step *definitionOf(const client::FlowSummary &flow, std::size_t at)
{
    if (!flow.definition)
        return nullptr;
    const auto &steps = flow.definition->steps;
    const auto &last = flow.definition->finallySteps;
    if (at < steps.size())
        return &steps[at];
    return at - steps.size() < last.size() ? &last[at - steps.size()] : nullptr;
}

/// The parts of `nodes` that hang together, in the order of their first node.
std::vector<std::vector<int>> connectedParts(const FlowGraph &graph, std::vector<int> nodes)
{
    std::vector<std::vector<int>> parts;
    std::vector<bool> wanted(graph.nodes.size());
    for (const int node : nodes)
        wanted[static_cast<std::size_t>(node)] = true;
    for (const int first : nodes) {
        std::vector<int> part, open{first};
        while (!open.empty()) {
            const int node = open.back();
            open.pop_back();
            if (!wanted[static_cast<std::size_t>(node)])
                continue;
            wanted[static_cast<std::size_t>(node)] = false;
            part.push_back(node);
            for (const auto *list : {&graph.beforeOf(node), &graph.afterOf(node)})
                open.insert(open.end(), list->begin(), list->end());
        }
        std::sort(part.begin(), part.end());
        if (!part.empty())
            parts.push_back(std::move(part));
    }
    return parts;
}

void addGroups(FlowGraph &graph, const client::FlowSummary &flow)
{
    std::vector<std::pair<std::string, std::vector<int>>> byLabel;
    std::size_t others = 0; // steps, without `finally`
    for (std::size_t i = 0; i < flow.steps.size(); ++i) {
        const flow::Step *step = definitionOf(flow, i);
        if (!step || flow.steps[i].isFinally)
            continue;
        ++others;
        const std::string label(step->label("domain"));
        auto found = std::find_if(byLabel.begin(), byLabel.end(),
                                  [&](const auto &entry) { return entry.first == label; });
        if (found == byLabel.end())
            found = byLabel.insert(found, {label, {}});
        found->second.push_back(static_cast<int>(i) + 1);
    }
    for (const auto &[label, nodes] : byLabel)
        for (std::vector<int> &part : connectedParts(graph, nodes)) {
            if (label.empty() || part.size() < 2 || part.size() == others)
                continue;
            std::string condition = graph.node(part.front()).condition;
            for (const int node : part)
                if (graph.node(node).condition != condition)
                    condition.clear();
            graph.groups.push_back({label, condition, std::move(part)});
        }
}

} // namespace

int FlowGraph::stepCount() const
{
    return static_cast<int>(std::count_if(
        nodes.begin(), nodes.end(), [](const GraphNode &entry) { return entry.role == NodeRole::Step; }));
}

int FlowGraph::find(const std::string &step) const
{
    for (int i = 0; i < size(); ++i)
        if (isStep(i) && node(i).step == step)
            return i;
    return -1;
}

std::vector<int> FlowGraph::topological() const
{
    std::vector<std::size_t> waiting(nodes.size());
    std::vector<int> order;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        waiting[i] = before[i].size();
        if (waiting[i] == 0)
            order.push_back(static_cast<int>(i));
    }
    for (std::size_t done = 0; done < order.size(); ++done)
        for (const int next : afterOf(order[done]))
            if (--waiting[static_cast<std::size_t>(next)] == 0)
                order.push_back(next);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (waiting[i] > 0)
            order.push_back(static_cast<int>(i));
    order.erase(std::remove_if(order.begin(), order.end(), [this](int at) { return !isStep(at); }),
                order.end());
    return order;
}

FlowGraph graphOf(const client::FlowSummary &flow)
{
    FlowGraph graph;
    graph.nodes.reserve(flow.steps.size() + 2);
    graph.nodes.push_back({NodeRole::Start, {}, {}, {}, {}, {}, false});
    for (std::size_t i = 0; i < flow.steps.size(); ++i) {
        const client::StepPreview &step = flow.steps[i];
        GraphNode node{NodeRole::Step, step.step, step.kind, step.title, {}, {}, step.isFinally};
        if (const flow::Step *definition = definitionOf(flow, i)) {
            if (definition->condition)
                node.condition = bareExpression(definition->condition->text());
            for (const flow::SkipRule &rule : definition->skip)
                node.skips.push_back(bareExpression(rule.condition.text()));
        }
        graph.nodes.push_back(std::move(node));
    }
    graph.nodes.push_back({NodeRole::End, {}, {}, {}, {}, {}, false});
    graph.before.resize(graph.nodes.size());
    graph.after.resize(graph.nodes.size());
    addNeeds(graph, flow);
    addTerminalEdges(graph);
    addGroups(graph, flow);
    return graph;
}

std::string bareExpression(const std::string &text)
{
    const bool isWhole = text.size() > 5 && text.compare(0, 3, "${{") == 0 && text.ends_with("}}") &&
                         text.find("${{", 3) == std::string::npos;
    if (!isWhole)
        return text;
    const auto first = text.find_first_not_of(' ', 3);
    const auto last = text.find_last_not_of(' ', text.size() - 3);
    return first > last ? std::string() : text.substr(first, last - first + 1);
}

QString labelWord(const std::string &label)
{
    QString word = QString::fromStdString(label).replace('_', ' ');
    if (!word.isEmpty())
        word[0] = word[0].toUpper();
    return word;
}

} // namespace batuta::views
