// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/at.h"
#include "views/graph/layout.h"

#include <algorithm>
#include <numeric>

namespace batuta::views {
namespace {

using Lists = std::vector<std::vector<int>>;

struct Neighbours
{
    Lists before, after;
};

Neighbours neighboursOf(const LayoutInput &input)
{
    Neighbours lists{Lists(input.sizes.size()), Lists(input.sizes.size())};
    for (const auto &[from, to] : input.edges) {
        lists.after[at(from)].push_back(to);
        lists.before[at(to)].push_back(from);
    }
    return lists;
}

/// Length of the longest path to each node. A circle is cut where it is first entered.
std::vector<int> columnsOf(const Neighbours &lists)
{
    std::vector<int> column(lists.before.size()), order;
    std::vector<std::size_t> waiting(lists.before.size());
    std::vector<bool> done(lists.before.size());
    for (std::size_t i = 0; i < waiting.size(); ++i)
        waiting[i] = lists.before[i].size();
    const auto take = [&](int node) {
        done[at(node)] = true;
        order.push_back(node);
    };
    for (std::size_t i = 0; i < waiting.size(); ++i)
        if (waiting[i] == 0)
            take(static_cast<int>(i));
    std::size_t next = 0, first = 0;
    while (order.size() < waiting.size() || next < order.size()) {
        if (next == order.size()) { // only circles are left
            while (done[first])
                ++first;
            take(static_cast<int>(first));
        }
        const int node = order[next++];
        for (const int follower : lists.after[at(node)]) {
            if (done[at(follower)])
                continue;
            column[at(follower)] = std::max(column[at(follower)], column[at(node)] + 1);
            if (--waiting[at(follower)] == 0)
                take(follower);
        }
    }
    return column;
}

/// Mean position of the neighbours; where there are none, its own.
qreal middleOf(const std::vector<int> &neighbours, const std::vector<qreal> &y, qreal own)
{
    if (neighbours.empty())
        return own;
    const qreal sum = std::accumulate(neighbours.begin(), neighbours.end(), 0.0,
                                      [&](qreal total, int node) { return total + y[at(node)]; });
    return sum / static_cast<qreal>(neighbours.size());
}

/// Gives the nodes of a column their heights, in this order, each as near to where it wants to be as the
/// others allow: first downwards, then the whole column back by the mean error.
void stack(const std::vector<int> &order, const std::vector<qreal> &wanted, const LayoutInput &input,
           std::vector<qreal> &y)
{
    qreal floor = -1e9, error = 0;
    for (const int node : order) {
        const qreal half = input.sizes[at(node)].height() / 2;
        y[at(node)] = std::max(wanted[at(node)], floor + half);
        error += y[at(node)] - wanted[at(node)];
        floor = y[at(node)] + half + input.gaps.node;
    }
    const qreal shift = std::round(error / static_cast<qreal>(order.size()));
    for (const int node : order)
        y[at(node)] -= shift;
}

} // namespace

Placing placeInLayers(const LayoutInput &input)
{
    const Neighbours lists = neighboursOf(input);
    Placing placing{columnsOf(lists), std::vector<qreal>(input.sizes.size())};
    Lists columns;
    for (std::size_t i = 0; i < input.sizes.size(); ++i) {
        const std::size_t column = at(placing.column[i]);
        if (column >= columns.size())
            columns.resize(column + 1);
        columns[column].push_back(static_cast<int>(i));
    }
    std::vector<qreal> wanted(input.sizes.size());
    const auto sweep = [&](std::vector<int> &column, const Lists &neighbours) {
        for (const int node : column)
            wanted[at(node)] = std::round(middleOf(neighbours[at(node)], placing.y, placing.y[at(node)]));
        std::stable_sort(column.begin(), column.end(),
                         [&](int a, int b) { return wanted[at(a)] < wanted[at(b)]; });
        stack(column, wanted, input, placing.y);
    };
    for (int round = 0; round < 3; ++round) {
        for (auto column = columns.begin(); column != columns.end(); ++column)
            sweep(*column, lists.before);
        for (auto column = columns.rbegin(); column != columns.rend(); ++column)
            sweep(*column, lists.after);
    }
    return placing;
}

} // namespace batuta::views
