// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/connect_rules.h"

#include "views/graph/graph_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace batuta::views {
namespace {

struct SayConnect
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::ConnectRules)
};

bool isConnected(const FlowGraph &graph, int from, int to, int replaced)
{
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        if (graph.edges[i] == std::pair(from, to) && static_cast<int>(i) != replaced)
            return true;
    return false;
}

QString circleOf(const FlowGraph &graph, const std::vector<int> &way)
{
    constexpr std::size_t kShown = 6;
    QStringList ids;
    for (std::size_t i = 0; i < way.size(); ++i) {
        if (way.size() > kShown && i == kShown / 2) {
            ids << QString(QChar(0x2026));
            i = way.size() - kShown / 2;
        }
        ids << QString::fromStdString(graph.node(way[i]).step);
    }
    ids << QString::fromStdString(graph.node(way.front()).step);
    return ids.join(QString(" %1 ").arg(QChar(0x2192)));
}

} // namespace

QString whyNotConnect(const FlowGraph &graph, int from, int to, int replaced)
{
    if (!graph.isStep(from) || !graph.isStep(to))
        return SayConnect::tr("Start and end follow from what the steps need");
    if (from == to)
        return SayConnect::tr("A step cannot need itself");
    if (graph.node(from).isFinally != graph.node(to).isFinally)
        return SayConnect::tr("Steps of finally run after all others anyway");
    if (isConnected(graph, from, to, replaced))
        return SayConnect::tr("%1 needs %2 already").arg(titleOf(graph.node(to)), titleOf(graph.node(from)));
    if (const std::vector<int> way = graph.wayBetween(to, from); !way.empty())
        return SayConnect::tr("That would close a circle: %1").arg(circleOf(graph, way));
    return {};
}

std::vector<bool> connectable(const FlowGraph &graph, int fixed, bool isOut, int replaced)
{
    std::vector<bool> can(graph.nodes.size());
    for (int i = 0; i < graph.size(); ++i)
        can[static_cast<std::size_t>(i)] =
            graph.isStep(i) && i != fixed && graph.node(i).isFinally == graph.node(fixed).isFinally;
    std::vector<int> open{fixed}; // what lies on the other side of it would close a circle
    std::vector<bool> seen(graph.nodes.size());
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        if (seen[static_cast<std::size_t>(node)])
            continue;
        seen[static_cast<std::size_t>(node)] = true;
        can[static_cast<std::size_t>(node)] = false;
        const std::vector<int> &next = isOut ? graph.beforeOf(node) : graph.afterOf(node);
        open.insert(open.end(), next.begin(), next.end());
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto [from, to] = graph.edges[i];
        if ((isOut ? from : to) == fixed && static_cast<int>(i) != replaced)
            can[static_cast<std::size_t>(isOut ? to : from)] = false;
    }
    return can;
}

} // namespace batuta::views
