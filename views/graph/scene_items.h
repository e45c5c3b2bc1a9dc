// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/theme/theme.h"

#include <QGraphicsItem>
#include <QPainterPath>
#include <QStaticText>

#include <optional>

namespace batuta::views {

/// Fonts and sizes that all items of a scene share; made again when the theme changes.
struct NodeStyle
{
    explicit NodeStyle(const Theme &from);

    const Theme &theme;
    QFont kind, title, id, condition;
    qreal height, smallest, widest, inset, port, terminal, radius, labelHeight;

    const Colors &colors() const { return theme.colors(); }
    /// What a node wants: as wide as its title, within bounds.
    QSizeF sizeOf(const GraphNode &node) const;
};

/// The icon of a kind of step.
QString kindIcon(const std::string &kind);

/// What is left of an item from afar.
enum class Detail { All, NoIds, Title, Box };
Detail detailAt(qreal zoom);

/// A step: kind and state, title, id in three lines, a port at each side, its condition above.
class StepItem final : public QGraphicsItem
{
public:
    StepItem(const NodeStyle &style, const GraphNode &node, const QRectF &box);

    void setStatus(std::optional<Status> status);
    void setMarked(bool isMarked);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintBox(QPainter &painter, Detail detail) const;
    void paintTexts(QPainter &painter, Detail detail, qreal ratio) const;
    void paintPorts(QPainter &painter) const;
    void paintCondition(QPainter &painter, qreal ratio) const;
    QColor borderColor() const;

    const NodeStyle &m_style;
    QRectF m_box;
    QString m_icon;
    QStaticText m_kind, m_title, m_id, m_condition;
    std::optional<Status> m_status;
    bool m_isMarked = false;
};

/// The start, a ring with a triangle, or the end, two rings.
class TerminalItem final : public QGraphicsItem
{
public:
    TerminalItem(const NodeStyle &style, NodeRole role, const QRectF &box);

    QRectF boundingRect() const override { return m_box.adjusted(-1, -1, 1, 1); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const NodeStyle &m_style;
    NodeRole m_role;
    QRectF m_box;
};

class EdgeItem final : public QGraphicsItem
{
public:
    EdgeItem(const NodeStyle &style, const QPolygonF &route);

    /// In the accent, above the others: it touches the selection.
    void setMarked(bool isMarked);
    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    bool touches(const QRectF &rect) const;

    const NodeStyle &m_style;
    QPolygonF m_route;
    QPainterPath m_path;
    QRectF m_bounds;
    bool m_isMarked = false;
};

/// The dashed frame of a branch, with its name and its condition.
class GroupItem final : public QGraphicsItem
{
public:
    GroupItem(const NodeStyle &style, const GraphGroup &group, const QRectF &frame);

    QRectF boundingRect() const override { return m_frame.adjusted(-1, -1, 1, 1); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const NodeStyle &m_style;
    QRectF m_frame;
    QStaticText m_title, m_condition;
};

} // namespace batuta::views
