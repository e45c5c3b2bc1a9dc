// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/scene_items.h"

#include "views/graph/edge_router.h"
#include "views/graph/graph_words.h"
#include "views/theme/draw.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

QStaticText line(const QString &text, const QFont &font, qreal width, Qt::TextElideMode elide)
{
    QStaticText prepared(QFontMetricsF(font).elidedText(text, elide, width));
    prepared.setTextFormat(Qt::PlainText);
    prepared.setPerformanceHint(QStaticText::AggressiveCaching);
    prepared.prepare({}, font);
    return prepared;
}

/// Draws the text with its middle at `middle` in height.
void drawLine(QPainter &painter, const QStaticText &text, const QFont &font, QPointF middle)
{
    painter.setFont(font);
    painter.drawStaticText(QPointF(middle.x(), std::round(middle.y() - text.size().height() / 2)), text);
}

qreal zoomOf(const QPainter &painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

/// Pixels of a picture for each unit of the scene: enough for the zoom, in few steps so that the cache holds.
qreal pictureRatio(const QPainter &painter, qreal zoom)
{
    return painter.device()->devicePixelRatioF() * (zoom > 1 ? 2 : 1);
}

void drawIcon(QPainter &painter, const QPixmap &picture, QPointF middle)
{
    const QSizeF size = picture.deviceIndependentSize();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2), picture);
}

} // namespace

QString kindIcon(const std::string &kind)
{
    if (kind == "http")
        return "http";
    if (kind == "set")
        return "braces";
    if (kind == "wait")
        return "clock";
    if (kind == "flow")
        return "subflow";
    if (kind == "check")
        return "shieldok";
    return kind == "log" ? "logs" : "fn";
}

NodeStyle::NodeStyle(const Theme &from)
    : theme(from)
    , kind(from.font(TextStyle::Caption))
    , title(from.font(TextStyle::Strong))
    , id(from.font(TextStyle::MonoSmall))
    , condition(from.font(TextStyle::MonoSmall))
    , height(from.scaled(62))
    , smallest(from.scaled(132))
    , widest(from.scaled(152))
    , inset(from.scaled(10))
    , port(from.scaled(9))
    , terminal(from.scaled(21))
    , radius(6)
    , labelHeight(from.scaled(20))
{
}

QSizeF NodeStyle::sizeOf(const GraphNode &node) const
{
    if (node.role != NodeRole::Step)
        return {terminal, terminal};
    const qreal wanted = std::ceil(QFontMetricsF(title).horizontalAdvance(titleOf(node))) + 2 * inset;
    return {std::clamp(wanted, smallest, widest), height};
}

Detail detailAt(qreal zoom)
{
    constexpr qreal kJust = 0.001; // 60 % itself still shows everything
    if (zoom < 0.25 - kJust)
        return Detail::Box;
    if (zoom < 0.40 - kJust)
        return Detail::Title;
    return zoom < 0.60 - kJust ? Detail::NoIds : Detail::All;
}

StepItem::StepItem(const NodeStyle &style, const GraphNode &node, const QRectF &box)
    : m_style(style)
    , m_box(box)
    , m_icon(kindIcon(node.kind))
{
    const qreal room = box.width() - 2 * style.inset;
    const QString own = QString::fromStdString(node.step);
    const QString word = conditionWord(node);
    const qreal mark = style.theme.scaled(18);
    const QString kind = kindWord(node.kind);
    m_kind =
        line(node.isFinally ? QCoreApplication::translate("batuta::views::StepItem", "%1, finally").arg(kind)
                            : kind,
             style.kind, room - 2 * mark, Qt::ElideRight);
    m_title = line(titleOf(node), style.title, room, Qt::ElideRight);
    m_id = line(own, style.id, room, Qt::ElideMiddle);
    if (!word.isEmpty())
        m_condition = line(word, style.condition, box.width() - mark, Qt::ElideRight);
    QStringList hint{titleOf(node), own};
    if (!word.isEmpty())
        hint << word;
    setToolTip(hint.join('\n'));
    setZValue(2);
}

void StepItem::setStatus(std::optional<Status> status)
{
    if (status == m_status)
        return;
    m_status = status;
    update();
}

void StepItem::setMarked(bool isMarked)
{
    m_isMarked = isMarked;
    update();
}

QRectF StepItem::boundingRect() const
{
    const qreal side = m_style.port / 2 + 1;
    const qreal above = m_condition.text().isEmpty() ? 1 : m_style.labelHeight;
    return m_box.adjusted(-side, -above, side, 1);
}

QPainterPath StepItem::shape() const
{
    QPainterPath path;
    path.addRect(m_box.adjusted(-m_style.port / 2, 0, m_style.port / 2, 0));
    return path;
}

void StepItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const qreal zoom = zoomOf(*painter);
    const Detail detail = detailAt(zoom);
    paintBox(*painter, detail);
    if (detail == Detail::Box)
        return;
    const qreal ratio = pictureRatio(*painter, zoom);
    paintTexts(*painter, detail, ratio);
    if (detail == Detail::Title)
        return;
    paintPorts(*painter);
    if (!m_condition.text().isEmpty())
        paintCondition(*painter, ratio);
}

QColor StepItem::borderColor() const
{
    const Colors &c = m_style.colors();
    if (m_isMarked)
        return c.accent.fg;
    return m_status && *m_status != Status::Queued ? c.of(*m_status).softBorder : c.borderStrong;
}

void StepItem::paintBox(QPainter &painter, Detail detail) const
{
    const Colors &c = m_style.colors();
    if (detail == Detail::Box) {
        const QColor fill = m_status ? c.of(*m_status).solid : c.borderControl;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(m_box, m_isMarked ? c.accent.fg : fill);
        return;
    }
    const bool isTinted =
        m_status == Status::Failed || m_status == Status::Running || m_status == Status::Waiting;
    QPen pen(borderColor(), m_isMarked ? 2 : 1);
    if (m_status == Status::Skipped && !m_isMarked)
        pen.setDashPattern({4, 3});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(isTinted ? c.of(*m_status).soft : c.panel);
    const qreal half = pen.widthF() / 2;
    painter.drawRoundedRect(m_box.adjusted(half, half, -half, -half), m_style.radius, m_style.radius);
}

void StepItem::paintTexts(QPainter &painter, Detail detail, qreal ratio) const
{
    const Theme &theme = m_style.theme;
    const Colors &c = m_style.colors();
    const qreal left = m_box.left() + m_style.inset;
    const qreal top = m_box.top();
    const qreal first = top + theme.scaled(14);
    if (m_status) {
        const QPixmap glyph = theme.statusPixmap(*m_status, theme.scaled(13), ratio);
        drawIcon(painter, glyph, {m_box.right() - m_style.inset - theme.scaled(6), first});
    }
    painter.setPen(m_status == Status::Skipped ? c.textSecondary : c.textPrimary);
    const qreal height = detail == Detail::Title ? m_style.height / 2 : theme.scaled(31);
    drawLine(painter, m_title, m_style.title, {left, top + height});
    if (detail == Detail::Title)
        return;
    const int icon = theme.scaled(12);
    drawIcon(painter, theme.pixmap(m_icon, icon, c.textTertiary, ratio), {left + icon / 2.0, first});
    painter.setPen(c.textTertiary);
    drawLine(painter, m_kind, m_style.kind, {left + theme.scaled(17), first});
    if (detail == Detail::All)
        drawLine(painter, m_id, m_style.id, {left, top + theme.scaled(47)});
}

void StepItem::paintPorts(QPainter &painter) const
{
    const Colors &c = m_style.colors();
    painter.setPen(QPen(m_isMarked ? c.accent.fg : c.borderControl, 1.2));
    painter.setBrush(c.canvas);
    const qreal r = m_style.port / 2 - 0.6;
    painter.drawEllipse(QPointF(m_box.left(), m_box.center().y()), r, r);
    painter.drawEllipse(QPointF(m_box.right(), m_box.center().y()), r, r);
}

void StepItem::paintCondition(QPainter &painter, qreal ratio) const
{
    const Theme &theme = m_style.theme;
    const Colors &c = m_style.colors();
    const qreal height = m_box.top() - theme.scaled(11);
    const int icon = theme.scaled(12);
    drawIcon(painter, theme.pixmap("cond", icon, c.textTertiary, ratio), {m_box.left() + icon / 2.0, height});
    painter.setPen(c.textTertiary);
    drawLine(painter, m_condition, m_style.condition, {m_box.left() + theme.scaled(17), height});
}

TerminalItem::TerminalItem(const NodeStyle &style, NodeRole role, const QRectF &box)
    : m_style(style)
    , m_role(role)
    , m_box(box)
{
    setZValue(2);
}

void TerminalItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Colors &c = m_style.colors();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(c.borderControl, 1.4));
    painter->setBrush(c.panel);
    painter->drawEllipse(m_box.adjusted(0.7, 0.7, -0.7, -0.7));
    if (detailAt(zoomOf(*painter)) == Detail::Box)
        return;
    const qreal unit = m_box.width() / 21;
    if (m_role == NodeRole::End) {
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(m_box.adjusted(3.2 * unit, 3.2 * unit, -3.2 * unit, -3.2 * unit));
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.of(Status::Success).fg);
    const QPointF m = m_box.center() + QPointF(0.7 * unit, 0);
    painter->drawPolygon(
        QPolygonF({m + QPointF(-3, -4) * unit, m + QPointF(3.4, 0) * unit, m + QPointF(-3, 4) * unit}));
}

EdgeItem::EdgeItem(const NodeStyle &style, const QPolygonF &route)
    : m_style(style)
    , m_route(route)
    , m_path(roundedPath(route, 7))
    , m_bounds(route.boundingRect().adjusted(-2, -2, 2, 2))
{
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(QGraphicsItem::ItemUsesExtendedStyleOption); // for its exposedRect
}

void EdgeItem::setMarked(bool isMarked)
{
    m_isMarked = isMarked;
    setZValue(isMarked ? 1 : 0);
    update();
}

/// The bounds of a bent line are mostly empty: whether one of its pieces is really in `rect`.
bool EdgeItem::touches(const QRectF &rect) const
{
    for (qsizetype i = 1; i < m_route.size(); ++i)
        if (QRectF(m_route[i - 1], m_route[i]).normalized().adjusted(-2, -2, 2, 2).intersects(rect))
            return true;
    return false;
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    if (!touches(option->exposedRect))
        return;
    const Colors &c = m_style.colors();
    const QColor color = m_isMarked ? c.accent.fg : c.borderControl;
    const Detail detail = detailAt(zoomOf(*painter));
    painter->setBrush(Qt::NoBrush);
    if (detail == Detail::Box || detail == Detail::Title) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(color, 0));
        painter->drawPolyline(m_route);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, m_isMarked ? 2 : 1.5));
    painter->drawPath(m_path);
}

GroupItem::GroupItem(const NodeStyle &style, const GraphGroup &group, const QRectF &frame)
    : m_style(style)
    , m_frame(frame)
{
    const qreal room = frame.width() - 2 * style.inset;
    m_title = line(labelWord(group.label), style.title, room, Qt::ElideRight);
    if (!group.condition.empty()) {
        const QString when = QCoreApplication::translate("batuta::views::GroupItem", "when %1")
                                 .arg(QString::fromStdString(group.condition));
        m_condition = line(when, style.condition, room - m_title.size().width() - style.theme.scaled(28),
                           Qt::ElideRight);
        setToolTip(when);
    }
    setZValue(-1);
}

void GroupItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme &theme = m_style.theme;
    const Colors &c = m_style.colors();
    const qreal zoom = zoomOf(*painter);
    const Detail detail = detailAt(zoom);
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(c.borderStrong, 1);
    if (detail != Detail::Box)
        pen.setDashPattern({4, 3});
    painter->setPen(pen);
    QColor tint = c.panel;
    tint.setAlphaF(0.35F);
    painter->setBrush(tint);
    painter->drawRoundedRect(m_frame.adjusted(0.5, 0.5, -0.5, -0.5), m_style.radius, m_style.radius);
    if (detail == Detail::Box)
        return;
    const qreal height = m_frame.top() + theme.scaled(17);
    qreal x = m_frame.left() + m_style.inset;
    painter->setPen(c.textPrimary);
    drawLine(*painter, m_title, m_style.title, {x, height});
    if (m_condition.text().isEmpty() || detail == Detail::Title)
        return;
    x += m_title.size().width() + theme.scaled(14);
    const QPixmap icon = theme.pixmap("cond", theme.scaled(12), c.textTertiary, pictureRatio(*painter, zoom));
    drawIcon(*painter, icon, {x, height});
    painter->setPen(c.textTertiary);
    drawLine(*painter, m_condition, m_style.condition, {x + theme.scaled(11), height});
}

} // namespace batuta::views
