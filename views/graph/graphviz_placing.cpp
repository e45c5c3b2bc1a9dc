// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/layout.h"

#include <QByteArray>

#include <gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

namespace batuta::views {
namespace {

constexpr qreal kInch = 72;   // graphviz measures boxes in inches, and gives points
constexpr qreal kBetween = 6; // half of the room between two frames
/// From here on its searches for a better order are cut short: 1,000 steps take 0.5 s instead of 12 s.
constexpr std::size_t kUnhurried = 300;

/// graphviz of Debian 12 takes names as `char *`, and does not write to them.
char *name(const char *text)
{
    return const_cast<char *>(text);
}

QByteArray inches(qreal pixels)
{
    return QByteArray::number(pixels / kInch, 'f', 4);
}

void set(void *object, const char *key, const QByteArray &value)
{
    agsafeset(object, name(key), name(value.constData()), name(""));
}

/// The graph in graphviz's own memory, and the layout made of it.
class Drawing
{
public:
    explicit Drawing(const LayoutInput &input)
        : m_context(gvContext())
        , m_graph(agopen(name("flow"), Agdirected, nullptr))
    {
        agseterr(AGMAX); // it would write to the standard error
        dressGraph(input);
        addNodes(input);
        addEdges(input);
        addGroups(input);
    }
    ~Drawing()
    {
        gvFreeLayout(m_context, m_graph);
        agclose(m_graph);
        gvFreeContext(m_context);
    }
    Drawing(const Drawing &) = delete;
    Drawing &operator=(const Drawing &) = delete;

    std::optional<Placing> place()
    {
        if (gvLayout(m_context, m_graph, "dot") != 0)
            return {};
        std::set<qreal> xs;
        for (Agnode_t *node : m_nodes)
            xs.insert(std::round(ND_coord(node).x));
        const std::vector<qreal> columns(xs.begin(), xs.end());
        Placing placing;
        for (Agnode_t *node : m_nodes) {
            const auto at = std::lower_bound(columns.begin(), columns.end(), std::round(ND_coord(node).x));
            placing.column.push_back(static_cast<int>(at - columns.begin()));
            placing.y.push_back(std::round(-ND_coord(node).y)); // graphviz counts upwards
        }
        return placing;
    }

private:
    void dressGraph(const LayoutInput &input)
    {
        agattr(m_graph, AGRAPH, name("margin"), name("0"));
        set(m_graph, "rankdir", "LR");
        set(m_graph, "splines", "false");
        set(m_graph, "nodesep", inches(input.gaps.node));
        set(m_graph, "ranksep", inches(input.gaps.column));
        if (input.sizes.size() > kUnhurried) {
            for (const char *limit : {"nslimit", "nslimit1", "mclimit"})
                set(m_graph, limit, "0.1");
        }
        for (const auto &[key, value] :
             {std::pair("shape", "box"), std::pair("label", ""), std::pair("fixedsize", "true")})
            agattr(m_graph, AGNODE, name(key), name(value));
    }

    void addNodes(const LayoutInput &input)
    {
        for (std::size_t i = 0; i < input.sizes.size(); ++i) {
            Agnode_t *node = agnode(m_graph, name(QByteArray::number(static_cast<qulonglong>(i)).data()), 1);
            set(node, "width", inches(input.sizes[i].width()));
            set(node, "height", inches(input.sizes[i].height()));
            m_nodes.push_back(node);
        }
    }

    void addEdges(const LayoutInput &input)
    {
        std::vector<int> outgoing(m_nodes.size()), incoming(m_nodes.size());
        for (const auto &[from, to] : input.edges) {
            ++outgoing[static_cast<std::size_t>(from)];
            ++incoming[static_cast<std::size_t>(to)];
        }
        for (const auto &[from, to] : input.edges) {
            const auto tail = static_cast<std::size_t>(from);
            const auto head = static_cast<std::size_t>(to);
            Agedge_t *edge = agedge(m_graph, m_nodes[tail], m_nodes[head], nullptr, 1);
            const bool isOnly = outgoing[tail] == 1 && incoming[head] == 1;
            set(edge, "weight", isOnly ? "8" : "1"); // a chain runs straight
        }
    }

    void addGroups(const LayoutInput &input)
    {
        for (std::size_t i = 0; i < input.groups.size(); ++i) {
            const QByteArray title = "cluster" + QByteArray::number(static_cast<qulonglong>(i));
            Agraph_t *group = agsubg(m_graph, name(title.constData()), 1);
            const qreal head = input.gaps.groupHead + input.groups[i].extraHead;
            set(group, "margin", QByteArray::number(std::ceil((head + input.gaps.group) / 2 + kBetween)));
            for (const int node : input.groups[i].nodes)
                agsubnode(group, m_nodes[static_cast<std::size_t>(node)], 1);
        }
    }

    GVC_t *m_context;
    Agraph_t *m_graph;
    std::vector<Agnode_t *> m_nodes;
};

} // namespace

std::optional<Placing> placeByGraphviz(const LayoutInput &input)
{
    if (input.sizes.empty())
        return Placing{};
    return Drawing(input).place();
}

} // namespace batuta::views
