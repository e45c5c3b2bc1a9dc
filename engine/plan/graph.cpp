// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/graph.h"

#include <algorithm>

namespace batuta::plan {
namespace {

void addBridged(std::vector<int> &needs, int need, const Graph &graph,
                const std::vector<std::vector<int>> &resolved)
{
    if (!graph.isDropped(need)) {
        needs.push_back(need);
        return;
    }
    const std::vector<int> &through = resolved[static_cast<std::size_t>(need)];
    needs.insert(needs.end(), through.begin(), through.end());
}

/// Positions such that every step comes after what it needs. The reader has refused cycles.
std::vector<int> topological(const flow::Flow &flow, int mainSize, int size)
{
    std::vector<int> order;
    std::vector<char> visited(static_cast<std::size_t>(size), 0);
    const auto needsOf = [&](int step) -> const std::vector<int> & {
        const auto i = static_cast<std::size_t>(step);
        return step < mainSize ? flow.steps[i].needs
                               : flow.finallySteps[i - static_cast<std::size_t>(mainSize)].needs;
    };
    std::vector<std::pair<int, std::size_t>> stack;
    for (int root = 0; root < size; ++root) {
        if (visited[static_cast<std::size_t>(root)])
            continue;
        visited[static_cast<std::size_t>(root)] = 1;
        stack.emplace_back(root, 0);
        while (!stack.empty()) {
            auto &[step, next] = stack.back();
            const std::vector<int> &needs = needsOf(step);
            if (next == needs.size()) {
                order.push_back(step);
                stack.pop_back();
                continue;
            }
            const int need = needs[next++] + (step < mainSize ? 0 : mainSize);
            if (!visited[static_cast<std::size_t>(need)]) {
                visited[static_cast<std::size_t>(need)] = 1;
                stack.emplace_back(need, 0);
            }
        }
    }
    return order;
}

} // namespace

Graph::Graph(const flow::Flow &flow, const std::vector<bool> &dropped)
    : m_mainSize(static_cast<int>(flow.steps.size()))
    , m_firstUndo(static_cast<int>(flow.steps.size() + flow.finallySteps.size()))
    , m_dropped(static_cast<std::size_t>(m_firstUndo), false)
    , m_needs(m_dropped.size())
    , m_dependants(m_dropped.size())
{
    std::copy_n(dropped.begin(), std::min(dropped.size(), flow.steps.size()), m_dropped.begin());
    for (const int step : topological(flow, m_mainSize, m_firstUndo)) {
        const auto i = static_cast<std::size_t>(step);
        const auto &own =
            isFinally(step) ? flow.finallySteps[i - flow.steps.size()].needs : flow.steps[i].needs;
        std::vector<int> &needs = m_needs[i];
        for (const int need : own)
            addBridged(needs, need + (isFinally(step) ? m_mainSize : 0), *this, m_needs);
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
    }
    for (int step = 0; step < size(); ++step)
        if (!isDropped(step))
            for (const int need : needs(step))
                m_dependants[static_cast<std::size_t>(need)].push_back(step);
    for (int step = 0; step < m_mainSize; ++step)
        if (!isDropped(step) && flow.steps[static_cast<std::size_t>(step)].compensate)
            m_undone.push_back(step);
    const std::size_t all = m_dropped.size() + m_undone.size();
    m_dropped.resize(all, false);
    m_needs.resize(all);
    m_dependants.resize(all);
}

std::vector<int> Graph::levels() const
{
    std::vector<int> levels(m_needs.size(), 0);
    std::vector<std::size_t> missing;
    std::vector<int> ready;
    for (int step = 0; step < size(); ++step) {
        missing.push_back(needs(step).size());
        if (missing.back() == 0)
            ready.push_back(step);
    }
    for (std::size_t at = 0; at < ready.size(); ++at) {
        const int step = ready[at];
        for (const int dependant : dependants(step)) {
            int &level = levels[static_cast<std::size_t>(dependant)];
            level = std::max(level, levels[static_cast<std::size_t>(step)] + 1);
            if (--missing[static_cast<std::size_t>(dependant)] == 0)
                ready.push_back(dependant);
        }
    }
    return levels;
}

} // namespace batuta::plan
