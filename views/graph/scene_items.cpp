// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/scene_items.h"

#include "views/graph/graph_words.h"
#include "views/graph/mark_painter.h"
#include "views/theme/draw.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStyleOptionGraphicsItem>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace batuta::views {
namespace {

qreal zoomOf(const QPainter &painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
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
    static const std::map<std::string, const char *> icons{
        {"http", "http"},         {"set", "braces"},  {"wait", "clock"},       {"flow", "subflow"},
        {"check", "shieldok"},    {"log", "logs"},    {"process", "terminal"}, {"approval", "user"},
        {"jq", "code"},           {"notify", "bell"}, {"slack", "send"},       {"webhook", "webhook"},
        {"cloud_run", "releases"}};
    const auto found = icons.find(kind);
    return found == icons.end() ? "fn" : found->second;
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

/// Pictures have enough pixels for the zoom, in few steps so that their cache holds.
Sight::Sight(const QPainter &painter, std::vector<QRectF> where)
    : rects(std::move(where))
    , zoom(zoomOf(painter))
    , detail(detailAt(zoom))
    , ratio(painter.device()->devicePixelRatioF() * (zoom > 1 ? 2 : 1))
{
}

bool Sight::sees(const QRectF &rect) const
{
    return std::any_of(rects.begin(), rects.end(), [&](const QRectF &part) { return part.intersects(rect); });
}

TextLine::TextLine(const QString &text, const QFont &font, qreal width, Qt::TextElideMode elide)
{
    QTextLayout layout(QFontMetricsF(font).elidedText(text, elide, width), font);
    layout.beginLayout();
    layout.createLine().setLineWidth(2 * width + 100);
    layout.endLayout();
    m_runs = layout.glyphRuns();
    m_size = layout.boundingRect().size();
    if (layout.lineCount() > 0)
        m_size.setWidth(layout.lineAt(0).naturalTextWidth());
}

void TextLine::paint(QPainter &painter, QPointF middle) const
{
    const QPointF corner(middle.x(), std::round(middle.y() - m_size.height() / 2));
    for (const QGlyphRun &run : m_runs)
        painter.drawGlyphRun(corner, run);
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
    m_kind = TextLine(node.isFinally
                          ? QCoreApplication::translate("batuta::views::StepItem", "%1, finally").arg(kind)
                          : kind,
                      style.kind, room - 2 * mark, Qt::ElideRight);
    m_bareKind = TextLine(kind, style.kind, room - 2 * mark, Qt::ElideRight);
    m_title = TextLine(titleOf(node), style.title, room, Qt::ElideRight);
    m_id = TextLine(own, style.id, room, Qt::ElideMiddle);
    if (!word.isEmpty())
        m_condition = TextLine(word, style.condition, box.width() - mark, Qt::ElideRight);
    QStringList hint{titleOf(node), own};
    if (!word.isEmpty())
        hint << word;
    m_hint = hint.join('\n');
}

bool StepItem::setStatus(std::optional<Status> status)
{
    if (status == m_status)
        return false;
    m_status = status;
    return true;
}

bool StepItem::setMarked(bool isMarked)
{
    if (m_isMarked == isMarked)
        return false;
    m_isMarked = isMarked;
    return true;
}

bool StepItem::setMarks(const StepMarks &marks)
{
    if (m_marks == marks)
        return false;
    m_marks = marks;
    return true;
}

bool StepItem::setPortLook(PortLook look)
{
    if (m_look == look)
        return false;
    m_look = look;
    return true;
}

QRectF StepItem::bounds() const
{
    const qreal room = markRoom(m_style.theme);
    const qreal above = m_condition.isEmpty() ? room : std::max(room, m_style.labelHeight);
    return m_box.adjusted(-room, -above, room, room);
}

void StepItem::paint(QPainter &painter, const Sight &sight) const
{
    if (sight.detail == Detail::Box) {
        paintFarBox(painter);
        return;
    }
    const bool isFaint = m_look == PortLook::Impossible;
    painter.setOpacity(isFaint ? 0.4 : 1);
    paintBox(painter, sight.detail);
    paintTexts(painter, sight);
    const MarkPainter marks(painter, m_style.theme, sight.ratio);
    marks.paintCorners(m_box, m_marks);
    if (sight.detail != Detail::Title) {
        paintPorts(painter);
        marks.paintFoot(m_box, m_marks);
        if (!m_condition.isEmpty())
            paintCondition(painter, sight.ratio);
    }
    painter.setOpacity(1);
}

void StepItem::paintFarBox(QPainter &painter) const
{
    const Colors &c = m_style.colors();
    const std::optional<Status> shown =
        m_marks.errors > 0 ? Status::Failed : (m_marks.fault.isEmpty() ? m_status : Status::Waiting);
    QColor fill = m_isMarked ? c.accent.fg : (shown ? c.of(*shown).solid : c.borderControl);
    if (m_look == PortLook::Impossible)
        fill.setAlphaF(0.4F);
    painter.fillRect(m_box, fill);
}

QColor StepItem::borderColor() const
{
    const Colors &c = m_style.colors();
    if (m_isMarked || m_look == PortLook::Target)
        return c.accent.fg;
    if (!m_marks.fault.isEmpty())
        return c.of(Status::Waiting).solid;
    return m_status && *m_status != Status::Queued ? c.of(*m_status).softBorder : c.borderStrong;
}

void StepItem::paintBox(QPainter &painter, Detail detail) const
{
    const Colors &c = m_style.colors();
    const bool isTinted =
        m_status == Status::Failed || m_status == Status::Running || m_status == Status::Waiting;
    QPen pen(borderColor(), m_isMarked || m_look == PortLook::Target ? 2 : 1);
    if (!m_marks.fault.isEmpty())
        pen.setWidthF(2);
    if ((m_status == Status::Skipped || !m_marks.fault.isEmpty()) && !m_isMarked)
        pen.setDashPattern({4, 3});
    const QColor fill = isTinted ? c.of(*m_status).soft : c.panel;
    if (detail == Detail::Title) { // the corners are not round from there, and hundreds are in sight
        painter.setRenderHint(QPainter::Antialiasing, false);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(fill);
        painter.drawRect(m_box);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(fill);
    const qreal half = pen.widthF() / 2;
    painter.drawRoundedRect(m_box.adjusted(half, half, -half, -half), m_style.radius, m_style.radius);
}

void StepItem::paintTexts(QPainter &painter, const Sight &sight) const
{
    const Detail detail = sight.detail;
    const Theme &theme = m_style.theme;
    const Colors &c = m_style.colors();
    const qreal left = m_box.left() + m_style.inset;
    painter.setPen(m_status == Status::Skipped ? c.textSecondary : c.textPrimary);
    const qreal height = detail == Detail::Title ? m_style.height / 2 : theme.scaled(31);
    m_title.paint(painter, {left, m_box.top() + height});
    paintFirstLine(painter, sight);
    if (detail != Detail::All)
        return;
    painter.setPen(c.textTertiary);
    m_id.paint(painter, {left, m_box.top() + theme.scaled(47)});
}

/// Its kind, and at the right what it did; from afar only that.
void StepItem::paintFirstLine(QPainter &painter, const Sight &sight) const
{
    const bool isFar = sight.detail == Detail::Title;
    const qreal ratio = isFar ? 1 : sight.ratio;
    const Theme &theme = m_style.theme;
    const Colors &c = m_style.colors();
    const qreal first = m_box.top() + theme.scaled(14);
    QPointF right(m_box.right() - m_style.inset, first);
    if (m_status) {
        const QPixmap glyph = theme.statusPixmap(*m_status, theme.scaled(13), ratio);
        drawIcon(painter, glyph, right - QPointF(theme.scaled(6), 0));
        right.rx() -= theme.scaled(18);
    }
    if (isFar)
        return;
    const MarkPainter marks(painter, theme, ratio);
    if (!m_marks.figure.isEmpty())
        right.rx() -= marks.paintFigure(right, m_marks) + theme.scaled(6);
    const qreal left = m_box.left() + m_style.inset;
    const int icon = theme.scaled(12);
    drawIcon(painter, theme.pixmap(m_icon, icon, c.textTertiary, ratio), {left + icon / 2.0, first});
    painter.setPen(c.textTertiary);
    const qreal kindLeft = left + theme.scaled(17);
    const TextLine &kind = kindLeft + m_kind.width() > right.x() ? m_bareKind : m_kind;
    const bool isCut = kindLeft + kind.width() > right.x();
    if (isCut) { // the figure counts for more
        painter.save();
        painter.setClipRect(QRectF(kindLeft, m_box.top(), right.x() - kindLeft, m_style.height));
    }
    kind.paint(painter, {kindLeft, first});
    if (isCut)
        painter.restore();
    if (m_marks.isEdited)
        marks.paintEdited({kindLeft + kind.width() + theme.scaled(9), first});
}

void StepItem::paintPorts(QPainter &painter) const
{
    const Colors &c = m_style.colors();
    const bool isWanted = m_look == PortLook::Possible || m_look == PortLook::Target;
    painter.setPen(QPen(m_isMarked || isWanted ? c.accent.fg : c.borderControl, 1.2));
    painter.setBrush(m_look == PortLook::Target ? c.accent.fg : c.canvas);
    const qreal r = m_style.port / 2 - 0.6;
    const qreal wanted = isWanted ? r * 1.6 : r;
    painter.drawEllipse(QPointF(m_box.left(), m_box.center().y()), wanted, wanted);
    painter.setBrush(c.canvas);
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
    m_condition.paint(painter, {m_box.left() + theme.scaled(17), height});
}

TerminalItem::TerminalItem(const NodeStyle &style, NodeRole role, const QRectF &box)
    : m_style(style)
    , m_role(role)
    , m_box(box)
{
}

void TerminalItem::paint(QPainter &painter, const Sight &sight) const
{
    const Colors &c = m_style.colors();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.borderControl, 1.4));
    painter.setBrush(c.panel);
    painter.drawEllipse(m_box.adjusted(0.7, 0.7, -0.7, -0.7));
    if (sight.detail == Detail::Box)
        return;
    const qreal unit = m_box.width() / 21;
    if (m_role == NodeRole::End) {
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(m_box.adjusted(3.2 * unit, 3.2 * unit, -3.2 * unit, -3.2 * unit));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.of(Status::Success).fg);
    const QPointF m = m_box.center() + QPointF(0.7 * unit, 0);
    painter.drawPolygon(
        QPolygonF({m + QPointF(-3, -4) * unit, m + QPointF(3.4, 0) * unit, m + QPointF(-3, 4) * unit}));
}

GroupItem::GroupItem(const NodeStyle &style, const GraphGroup &group, const QRectF &frame)
    : m_style(style)
    , m_frame(frame)
{
    const qreal room = frame.width() - 2 * style.inset;
    m_title = TextLine(labelWord(group.label), style.title, room, Qt::ElideRight);
    if (!group.condition.empty()) {
        const QString when = QCoreApplication::translate("batuta::views::GroupItem", "when %1")
                                 .arg(QString::fromStdString(group.condition));
        m_condition =
            TextLine(when, style.condition, room - m_title.width() - style.theme.scaled(28), Qt::ElideRight);
        m_hint = when;
    }
}

void GroupItem::paint(QPainter &painter, const Sight &sight) const
{
    const Theme &theme = m_style.theme;
    const Colors &c = m_style.colors();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(c.borderStrong, 1);
    if (sight.detail != Detail::Box)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    QColor tint = c.panel;
    tint.setAlphaF(0.35F);
    painter.setBrush(tint);
    painter.drawRoundedRect(m_frame.adjusted(0.5, 0.5, -0.5, -0.5), m_style.radius, m_style.radius);
    if (sight.detail == Detail::Box)
        return;
    const qreal height = m_frame.top() + theme.scaled(17);
    qreal x = m_frame.left() + m_style.inset;
    painter.setPen(c.textPrimary);
    m_title.paint(painter, {x, height});
    if (m_condition.isEmpty() || sight.detail == Detail::Title)
        return;
    x += m_title.width() + theme.scaled(14);
    const QPixmap icon = theme.pixmap("cond", theme.scaled(12), c.textTertiary, sight.ratio);
    drawIcon(painter, icon, {x, height});
    painter.setPen(c.textTertiary);
    m_condition.paint(painter, {x + theme.scaled(11), height});
}

} // namespace batuta::views
