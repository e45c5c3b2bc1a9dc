// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/graph_words.h"

#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace batuta::views {
namespace {

struct SayGraph
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::FlowGraph)
};

QString titlesOf(const FlowGraph &graph, const std::vector<int> &nodes)
{
    QStringList titles;
    for (const int node : nodes)
        if (graph.isStep(node))
            titles << titleOf(graph.node(node));
    return titles.join(", ");
}

QStringList wordsOf(const StepMarks &marks)
{
    QStringList words;
    if (marks.errors > 0)
        words << SayGraph::tr("%n error(s)", nullptr, marks.errors);
    if (marks.warnings > 0)
        words << SayGraph::tr("%n warning(s)", nullptr, marks.warnings);
    if (marks.isEdited)
        words << SayGraph::tr("edited");
    if (!marks.figure.isEmpty())
        words << marks.figure;
    if (marks.hasBreakpoint)
        words << SayGraph::tr("breakpoint");
    if (marks.isPinned)
        words << SayGraph::tr("pinned data");
    if (!marks.fault.isEmpty())
        words << SayGraph::tr("fault: %1").arg(marks.fault);
    return words;
}

} // namespace

QString titleOf(const GraphNode &node)
{
    const QString title = localText(node.title);
    return title.isEmpty() ? QString::fromStdString(node.step) : title;
}

QString conditionWord(const GraphNode &node)
{
    if (!node.condition.empty())
        return QString::fromStdString(node.condition);
    if (node.skips.empty())
        return {};
    const QString first = QString::fromStdString(node.skips.front());
    return node.skips.size() == 1 ? SayGraph::tr("unless %1").arg(first)
                                  : SayGraph::tr("unless %1, and more").arg(first);
}

QString nodeSentence(const FlowGraph &graph, int node, bool isSelected, std::optional<Status> status,
                     const StepMarks &marks)
{
    const GraphNode &own = graph.node(node);
    QStringList traits{SayGraph::tr("%1, %2 step, id %3")
                           .arg(titleOf(own), kindWord(own.kind), QString::fromStdString(own.step))};
    if (status)
        traits << statusWord(*status);
    if (isSelected)
        traits << SayGraph::tr("selected", "a step of the graph");
    traits << wordsOf(marks);
    QStringList sentences{traits.join(", ")};
    const QString from = titlesOf(graph, graph.beforeOf(node));
    const QString to = titlesOf(graph, graph.afterOf(node));
    if (!from.isEmpty())
        sentences << SayGraph::tr("From %1", "steps that come before").arg(from);
    if (!to.isEmpty())
        sentences << SayGraph::tr("To %1", "steps that come after").arg(to);
    return sentences.join(". ");
}

} // namespace batuta::views
