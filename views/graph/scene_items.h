// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/graph/step_marks.h"
#include "views/theme/theme.h"

#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>

#include <optional>
#include <vector>

namespace batuta::views {

class ThinLines;

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

/// How a graph is painted: where, with that much detail, and with pictures of that many pixels for each unit
/// of the scene.
struct Sight
{
    Sight(const QPainter &painter, std::vector<QRectF> rects);

    /// Whether some of it is where is painted.
    bool sees(const QRectF &rect) const;

    std::vector<QRectF> rects;
    qreal zoom;
    Detail detail;
    qreal ratio;
};

/// One line of text that was shaped once, and is painted at any zoom without shaping it again.
class TextLine
{
public:
    TextLine() = default;
    TextLine(const QString &text, const QFont &font, qreal width, Qt::TextElideMode elide);

    bool isEmpty() const { return m_runs.isEmpty(); }
    qreal width() const { return m_size.width(); }
    /// With its middle at `middle` in height, in the painter's pen.
    void paint(QPainter &painter, QPointF middle) const;

private:
    QList<QGlyphRun> m_runs;
    QSizeF m_size;
};

/// A step: kind and state, title, id in three lines, a port at each side, its condition above. Setters say
/// whether it looks different now.
class StepItem
{
public:
    StepItem(const NodeStyle &style, const GraphNode &node, const QRectF &box);

    bool setStatus(std::optional<Status> status);
    bool setMarked(bool isMarked);
    bool setMarks(const StepMarks &marks);
    bool setPortLook(PortLook look);
    /// Of the same size, elsewhere.
    void setBox(const QRectF &box) { m_box = box; }

    QRectF bounds() const; ///< with all that stands out of its box
    const QString &hint() const { return m_hint; }
    void paint(QPainter &painter, const Sight &sight) const;

private:
    void paintFarBox(QPainter &painter) const;
    void paintBox(QPainter &painter, Detail detail) const;
    void paintTexts(QPainter &painter, const Sight &sight) const;
    void paintPorts(QPainter &painter) const;
    void paintCondition(QPainter &painter, qreal ratio) const;
    void paintFirstLine(QPainter &painter, const Sight &sight) const;
    QColor borderColor() const;

    const NodeStyle &m_style;
    QRectF m_box;
    QString m_icon, m_hint;
    TextLine m_kind, m_bareKind, m_title, m_id, m_condition;
    std::optional<Status> m_status;
    StepMarks m_marks;
    PortLook m_look = PortLook::Normal;
    bool m_isMarked = false;
};

/// The start, a ring with a triangle, or the end, two rings.
class TerminalItem
{
public:
    TerminalItem(const NodeStyle &style, NodeRole role, const QRectF &box);
    void setBox(const QRectF &box) { m_box = box; }

    QRectF bounds() const { return m_box.adjusted(-1, -1, 1, 1); }
    void paint(QPainter &painter, const Sight &sight) const;

private:
    const NodeStyle &m_style;
    NodeRole m_role;
    QRectF m_box;
};

/// Marked: in the accent, above the others, for it touches the selection. Selected: it is the selection
/// itself. Preview: not there yet, or about to be split.
enum class EdgeLook { Normal, Marked, Selected, Preview, Refused };

/// A bent line between two ports.
class EdgeItem
{
public:
    EdgeItem(const NodeStyle &style, const QPolygonF &route);

    bool setLook(EdgeLook look); ///< whether it looks different now
    EdgeLook look() const { return m_look; }
    void setVisible(bool isVisible) { m_isVisible = isVisible; }
    void setRoute(const QPolygonF &route);
    const QPolygonF &route() const { return m_route; }
    /// Whether one of its pieces comes that near to the point.
    bool isNear(const QPointF &point, qreal distance) const;
    const QRectF &bounds() const { return m_bounds; }

    /// The bounds of a bent line are mostly empty: whether one of its pieces is really in sight.
    bool isSeen(const Sight &sight) const;
    /// From afar all lines of one look are drawn at once, by their pieces.
    bool isThin(Detail detail) const;
    QColor color() const;
    void addPieces(const Sight &sight, const QTransform &toScreen, ThinLines &lines) const;
    void paint(QPainter &painter, const Sight &sight);

private:
    void split();

    const NodeStyle &m_style;
    QPolygonF m_route;
    QList<QLineF> m_straight; ///< both are made when it is painted
    QList<QPainterPath> m_corners;
    QRectF m_bounds;
    EdgeLook m_look = EdgeLook::Normal;
    bool m_isVisible = true;
};

/// The dashed frame of a branch, with its name and its condition.
class GroupItem
{
public:
    GroupItem(const NodeStyle &style, const GraphGroup &group, const QRectF &frame);

    /// Null: not shown.
    void setFrame(const QRectF &frame) { m_frame = frame; }
    const QRectF &frame() const { return m_frame; }
    const QString &hint() const { return m_hint; }
    void paint(QPainter &painter, const Sight &sight) const;

private:
    const NodeStyle &m_style;
    QRectF m_frame;
    TextLine m_title, m_condition;
    QString m_hint;
};

} // namespace batuta::views
