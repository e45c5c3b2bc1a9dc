// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_scene.h"

#include <functional>

namespace batuta::views {

/// One thing that a hand does between pressing and letting go. It shows itself in the scene; its end is told
/// by what it was made with. Destroying it leaves no trace.
class Gesture
{
public:
    virtual ~Gesture() = default;
    /// To a point of the scene.
    virtual void move(const QPointF &at, Qt::KeyboardModifiers keys) = 0;
    virtual void finish() = 0;
    virtual void cancel() = 0;
};

/// Moves steps, by whole squares of the grid unless Alt is held.
class MoveGesture final : public Gesture
{
public:
    using Done = std::function<void(const NodePlaces &places)>;
    /// `nodes` follow `held`.
    MoveGesture(FlowScene &scene, int held, std::vector<int> nodes, const QPointF &from, Done done);

    void setSnapping(bool isSnapping) { m_isSnapping = isSnapping; }
    void move(const QPointF &at, Qt::KeyboardModifiers keys) override;
    void finish() override;
    void cancel() override;

private:
    FlowScene &m_scene;
    std::vector<int> m_nodes;
    QPointF m_from, m_heldAt, m_way;
    GraphLayout m_before;
    Done m_done;
    bool m_isSnapping = true;
};

/// A frame on the ground; what it touches is selected, besides what was before with Ctrl or Shift.
class BandGesture final : public Gesture
{
public:
    using Touched = std::function<void(const std::vector<int> &nodes)>;
    BandGesture(FlowScene &scene, const QPointF &from, std::vector<int> before, Touched touched);
    ~BandGesture() override;

    void move(const QPointF &at, Qt::KeyboardModifiers keys) override;
    void finish() override {}
    void cancel() override { m_touched(m_before); }

private:
    FlowScene &m_scene;
    QPointF m_from;
    std::vector<int> m_before;
    Touched m_touched;
};

/// Draws a line from one port towards a step, or moves one end of an edge.
class ConnectGesture final : public Gesture
{
public:
    struct Tell
    {
        std::function<void(int from, int to)> connect;
        std::function<void(const QString &hint)> hint;
    };
    /// `fixed` is where the line begins; `replaced` is the edge whose other end is moved, or -1.
    ConnectGesture(FlowScene &scene, Port fixed, int replaced, qreal reach, Tell tell);
    ~ConnectGesture() override;

    void move(const QPointF &at, Qt::KeyboardModifiers keys) override;
    void finish() override;
    void cancel() override {}
    /// With the keyboard: that step is meant; -1 for none.
    void aim(int node);
    int target() const { return m_target; }
    QString whyNot() const;

private:
    void show(const QPointF &end);
    void dress();

    FlowScene &m_scene;
    Port m_fixed;
    int m_replaced;
    qreal m_reach;
    Tell m_tell;
    std::vector<PortLook> m_looks;
    int m_target = -1;
};

} // namespace batuta::views
