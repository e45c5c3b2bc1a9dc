// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_graph.h"

#include "engine/flow/keys.h"

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

/// A step on its way into the graph.
struct Entry
{
    GraphNode node;
    std::vector<std::string> needs;
};

void addNeeds(FlowGraph &graph, const std::vector<Entry> &entries)
{
    std::unordered_map<std::string, int> positions;
    for (int i = 0; i < graph.size(); ++i)
        if (graph.isStep(i))
            positions.emplace(graph.node(i).step, i);
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (const std::string &need : entries[i].needs)
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

void addGroups(FlowGraph &graph)
{
    std::vector<std::pair<std::string, std::vector<int>>> byLabel;
    std::size_t others = 0; // steps, without `finally`
    for (int i = 0; i < graph.size(); ++i) {
        if (!graph.isStep(i) || graph.node(i).isFinally)
            continue;
        ++others;
        const std::string &label = graph.node(i).domain;
        auto found = std::find_if(byLabel.begin(), byLabel.end(),
                                  [&](const auto &entry) { return entry.first == label; });
        if (found == byLabel.end())
            found = byLabel.insert(found, {label, {}});
        found->second.push_back(i);
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

FlowGraph build(std::vector<Entry> entries)
{
    FlowGraph graph;
    graph.nodes.reserve(entries.size() + 2);
    graph.nodes.push_back({NodeRole::Start, {}, {}, {}, {}, {}, false, {}});
    for (Entry &entry : entries)
        graph.nodes.push_back(std::move(entry.node));
    graph.nodes.push_back({NodeRole::End, {}, {}, {}, {}, {}, false, {}});
    graph.before.resize(graph.nodes.size());
    graph.after.resize(graph.nodes.size());
    addNeeds(graph, entries);
    addTerminalEdges(graph);
    addGroups(graph);
    return graph;
}

std::string scalarAt(const flow::YamlNode &node, std::string_view key)
{
    const flow::YamlNode::Member *member = node.isMapping() ? node.member(key) : nullptr;
    return member && member->value.isScalar() ? member->value.text : std::string();
}

std::string kindOf(const flow::YamlNode &step)
{
    for (const flow::YamlNode::Member &member : step.members)
        if (flow::keys::kinds().find(member.key))
            return member.key;
    return {};
}

flow::LocalText titleOfStep(const flow::YamlNode &step)
{
    const flow::YamlNode::Member *title = step.member("title");
    if (title && title->value.isMapping())
        return {scalarAt(title->value, "en"), scalarAt(title->value, "pt_BR")};
    return {scalarAt(step, "title"), {}};
}

Entry entryOf(const flow::YamlNode::Member &member, bool isFinally)
{
    Entry entry;
    const flow::YamlNode &step = member.value;
    entry.node = {NodeRole::Step, member.key, {}, {}, {}, {}, isFinally, {}};
    if (!step.isMapping())
        return entry;
    entry.node.kind = kindOf(step);
    entry.node.title = titleOfStep(step);
    entry.node.condition = bareExpression(scalarAt(step, "if"));
    if (const auto *skip = step.member("skip"))
        for (const flow::YamlNode &rule : skip->value.items)
            if (const std::string condition = scalarAt(rule, "if"); !condition.empty())
                entry.node.skips.push_back(bareExpression(condition));
    if (const auto *labels = step.member("labels")) {
        const std::string group = scalarAt(labels->value, "group");
        entry.node.domain = group.empty() ? scalarAt(labels->value, "domain") : group;
    }
    if (const auto *needs = step.member("needs"))
        for (const flow::YamlNode &need : needs->value.items)
            if (std::find(entry.needs.begin(), entry.needs.end(), need.text) == entry.needs.end())
                entry.needs.push_back(need.text);
    return entry;
}

} // namespace

bool GraphNode::operator==(const GraphNode &other) const
{
    return role == other.role && step == other.step && kind == other.kind && title.en == other.title.en &&
           title.ptBr == other.title.ptBr && condition == other.condition && skips == other.skips &&
           isFinally == other.isFinally && domain == other.domain;
}

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

bool FlowGraph::isNeed(std::size_t edge) const
{
    const auto [from, to] = edges[edge];
    return isStep(from) && isStep(to) && node(from).isFinally == node(to).isFinally;
}

std::vector<int> FlowGraph::wayBetween(int from, int to) const
{
    std::vector<int> came(nodes.size(), -1), open{from};
    came[static_cast<std::size_t>(from)] = from;
    for (std::size_t done = 0; done < open.size() && came[static_cast<std::size_t>(to)] < 0; ++done)
        for (const int next : afterOf(open[done]))
            if (came[static_cast<std::size_t>(next)] < 0) {
                came[static_cast<std::size_t>(next)] = open[done];
                open.push_back(next);
            }
    std::vector<int> way;
    if (came[static_cast<std::size_t>(to)] < 0)
        return way;
    for (int node = to; node != from; node = came[static_cast<std::size_t>(node)])
        way.push_back(node);
    way.push_back(from);
    std::reverse(way.begin(), way.end());
    return way;
}

FlowGraph graphOf(const client::FlowSummary &flow)
{
    std::vector<Entry> entries;
    entries.reserve(flow.steps.size());
    for (std::size_t i = 0; i < flow.steps.size(); ++i) {
        const client::StepPreview &step = flow.steps[i];
        GraphNode node{NodeRole::Step, step.step, step.kind, step.title, {}, {}, step.isFinally, {}};
        if (const flow::Step *definition = definitionOf(flow, i)) {
            if (definition->condition)
                node.condition = bareExpression(definition->condition->text());
            for (const flow::SkipRule &rule : definition->skip)
                node.skips.push_back(bareExpression(rule.condition.text()));
            const std::string_view group = definition->label("group");
            node.domain = group.empty() ? definition->label("domain") : group;
        }
        entries.push_back({std::move(node), step.needs});
    }
    return build(std::move(entries));
}

FlowGraph graphOf(const flow::YamlNode &root)
{
    std::vector<Entry> entries;
    for (const auto &[list, isFinally] : {std::pair{"steps", false}, std::pair{"finally", true}})
        if (const auto *steps = root.member(list))
            for (const flow::YamlNode::Member &member : steps->value.members)
                entries.push_back(entryOf(member, isFinally));
    return build(std::move(entries));
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
