// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <vector>

namespace batuta::plan {

/// The steps of a flow as positions with their edges: first `steps`, then `finallySteps`, then the undo of
/// each step that has one (`compensate`), in file order and without edges. Dropped steps have no edges;
/// whoever needed one needs what it needed instead. A value, fixed once built.
class Graph
{
public:
    /// `dropped[i]` takes away step i of `flow.steps`; it may be shorter.
    Graph(const flow::Flow &flow, const std::vector<bool> &dropped);

    int size() const { return static_cast<int>(m_needs.size()); }
    int mainSize() const { return m_mainSize; }
    bool isFinally(int step) const { return step >= m_mainSize && step < m_firstUndo; }
    bool isUndo(int step) const { return step >= m_firstUndo; }
    int firstUndo() const { return m_firstUndo; }
    /// The step that `undo` compensates.
    int undone(int undo) const { return m_undone[static_cast<std::size_t>(undo - m_firstUndo)]; }
    bool isDropped(int step) const { return m_dropped[static_cast<std::size_t>(step)]; }
    const std::vector<int> &needs(int step) const { return m_needs[static_cast<std::size_t>(step)]; }
    const std::vector<int> &dependants(int step) const
    {
        return m_dependants[static_cast<std::size_t>(step)];
    }
    /// Length of the longest path of needs above the step: 0 for those that need nothing.
    std::vector<int> levels() const;

private:
    int m_mainSize = 0;
    int m_firstUndo = 0;
    std::vector<int> m_undone;
    std::vector<bool> m_dropped;
    std::vector<std::vector<int>> m_needs;
    std::vector<std::vector<int>> m_dependants;
};

} // namespace batuta::plan
