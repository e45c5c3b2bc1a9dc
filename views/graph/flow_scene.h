// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/layout.h"
#include "views/graph/scene_items.h"

#include <QGraphicsScene>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace batuta::views {

/// The items of one graph. Owns them, knows which step is selected, and shows states on them.
class FlowScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit FlowScene(QObject *parent = nullptr);
    ~FlowScene() override;

    /// Replaces everything; the selection and the states of steps that are still there stay. Take the scene
    /// off its view first: clearing 10,000 items under a view takes seconds.
    void show(FlowGraph graph, GraphLayout layout, const Theme &theme);

    const FlowGraph &graph() const { return m_graph; }
    const GraphLayout &layout() const { return m_layout; }
    bool isEmpty() const { return m_layout.isEmpty(); }
    QRectF boxOf(int node) const { return m_layout.boxes[static_cast<std::size_t>(node)]; }

    void setStatuses(const std::map<std::string, Status> &statuses);
    const std::map<std::string, Status> &statuses() const { return m_statuses; }
    std::optional<Status> statusOf(int node) const;

    /// -1 for none.
    void select(int node);
    int selected() const { return m_selected; }
    /// The step at a point of the scene, or -1.
    int stepAt(const QPointF &at) const;

private:
    void mark(int node, bool isMarked);

    FlowGraph m_graph;
    GraphLayout m_layout;
    std::unique_ptr<NodeStyle> m_style;
    std::vector<StepItem *> m_steps; ///< by node; null for terminals. The scene owns them
    std::vector<EdgeItem *> m_edges; ///< by edge; null for one without a route
    std::map<std::string, Status> m_statuses;
    int m_selected = -1;
};

} // namespace batuta::views
