// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/free_router.h"
#include "views/graph/scene_items.h"

#include <QGraphicsScene>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace batuta::views {

/// One of the two ports of a node, or none.
struct Port
{
    int node = -1;
    bool isOut = false;

    bool isNone() const { return node < 0; }
};

/// The items of one graph. Owns them, knows which steps or which edge are selected, shows states and marks on
/// them, moves and paints them. They are no items of the scene: with thousands in sight, what a scene does
/// for each of them takes longer than painting it.
class FlowScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit FlowScene(QObject *parent = nullptr);
    ~FlowScene() override;

    /// Replaces everything; the selection, states and marks of steps that are still there stay. `input` is
    /// what the layout was made from.
    void show(FlowGraph graph, LayoutInput input, GraphLayout layout, const Theme &theme);
    /// The same graph in another layout: what stands elsewhere moves.
    void adopt(GraphLayout layout);
    /// Moves nodes while they are dragged; their edges follow.
    void drag(const NodePlaces &places);
    /// What is in one of the rects, or touches it.
    void paint(QPainter &painter, const std::vector<QRectF> &rects) const;

    const FlowGraph &graph() const { return m_graph; }
    const GraphLayout &layout() const { return m_layout; }
    bool isEmpty() const { return m_layout.isEmpty(); }
    QRectF boxOf(int node) const { return m_layout.boxes[static_cast<std::size_t>(node)]; }

    void setStatuses(const std::map<std::string, Status> &statuses);
    const std::map<std::string, Status> &statuses() const { return m_statuses; }
    std::optional<Status> statusOf(int node) const;
    /// What a small map shows: a step with errors has failed there.
    std::map<std::string, Status> mapStatuses() const;
    /// By step id.
    void setMarks(std::map<std::string, StepMarks> marks);
    const StepMarks &marksOf(int node) const;

    /// What is no step is left out. Drops the selected edge.
    void setSelection(const std::vector<int> &nodes);
    const std::vector<int> &selection() const { return m_selection; }
    bool isSelected(int node) const;
    /// -1 for none.
    void select(int node) { setSelection({node}); }
    /// The one that was selected last.
    int selected() const { return m_selection.empty() ? -1 : m_selection.back(); }
    /// Of the graph's edges; one that is a need, or -1. Drops the selected steps.
    void selectEdge(int edge);
    int selectedEdge() const { return m_selectedEdge; }

    /// The step at a point of the scene, or -1.
    int stepAt(const QPointF &at) const;
    /// The port of a step that is nearer to the point than `distance`.
    Port portAt(const QPointF &at, qreal distance) const;
    /// An edge that is a need, or -1.
    int edgeAt(const QPointF &at, qreal distance) const;
    std::vector<int> stepsIn(const QRectF &rect) const;

    // What a hand is at; all of it is gone after show().
    void showBand(const QRectF &band);                     ///< null: none
    void showLine(const QPolygonF &line, EdgeLook look);   ///< empty: none
    void setPortLooks(const std::vector<PortLook> &looks); ///< of each node; empty: all normal
    void setEdgeLook(int edge, EdgeLook look);             ///< Normal: as the selection wants it
    void setEdgeVisible(int edge, bool isVisible);

protected:
    void helpEvent(QGraphicsSceneHelpEvent *event) override;

private:
    void makeItems(const Theme &theme);
    void dressEdges();
    void placeNode(int node);
    void route(const std::vector<std::size_t> &bent);
    EdgeLook usualLook(int edge) const;
    void repaint();
    void repaint(const QRectF &rect);
    void refresh(const std::vector<QRectF> &changed);
    void paintEdges(QPainter &painter, const Sight &sight) const;
    QString hintAt(const QPointF &at) const;

    FlowGraph m_graph;
    LayoutInput m_input;
    GraphLayout m_layout;
    std::unique_ptr<NodeStyle> m_style;
    std::unique_ptr<FreeRouter> m_router;                   ///< made for a drag
    std::vector<std::unique_ptr<StepItem>> m_steps;         ///< by node; null for terminals
    std::vector<std::unique_ptr<TerminalItem>> m_terminals; ///< by node; null for steps
    std::vector<std::unique_ptr<EdgeItem>> m_edges;         ///< by edge; null for one without a route
    std::vector<std::unique_ptr<GroupItem>> m_groups;
    std::map<std::string, Status> m_statuses;
    std::map<std::string, StepMarks> m_marks;
    std::vector<int> m_selection;
    std::vector<bool> m_isSelected; ///< by node
    int m_selectedEdge = -1;
    std::unique_ptr<EdgeItem> m_line;
    QRectF m_band;
};

} // namespace batuta::views
