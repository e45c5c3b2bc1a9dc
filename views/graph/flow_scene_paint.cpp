// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_scene.h"
#include "views/graph/thin_lines.h"

#include <QGraphicsSceneHelpEvent>
#include <QToolTip>

#include <array>

namespace batuta::views {
namespace {

constexpr std::size_t kEdgeLooks = 5; // of enum EdgeLook

} // namespace

void FlowScene::paint(QPainter &painter, const std::vector<QRectF> &rects) const
{
    if (!m_style || isEmpty())
        return;
    const Sight sight(painter, rects);
    for (const auto &group : m_groups)
        if (sight.sees(group->frame()))
            group->paint(painter, sight);
    paintEdges(painter, sight);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i] && sight.sees(m_steps[i]->bounds()))
            m_steps[i]->paint(painter, sight);
        else if (m_terminals[i] && sight.sees(m_terminals[i]->bounds()))
            m_terminals[i]->paint(painter, sight);
    }
    if (m_line)
        m_line->paint(painter, sight);
    if (m_band.isNull())
        return;
    const Colors &c = m_style->colors();
    QColor fill = c.accent.solid;
    fill.setAlphaF(0.12F);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(c.accent.fg, 0));
    painter.setBrush(fill);
    painter.drawRect(m_band);
}

/// The usual ones below, those of the selection above them.
void FlowScene::paintEdges(QPainter &painter, const Sight &sight) const
{
    std::array<ThinLines, kEdgeLooks> thin;
    std::array<QColor, kEdgeLooks> colors;
    std::vector<EdgeItem *> usual, strong;
    for (const auto &edge : m_edges) {
        if (!edge || !edge->isSeen(sight))
            continue;
        const auto look = static_cast<std::size_t>(edge->look());
        if (edge->isThin(sight.detail)) {
            colors[look] = edge->color();
            edge->addPieces(sight, painter.worldTransform(), thin[look]);
        } else {
            (edge->look() == EdgeLook::Normal ? usual : strong).push_back(edge.get());
        }
    }
    QRectF all;
    for (const QRectF &rect : sight.rects)
        all |= rect;
    const QRect visible = painter.worldTransform().mapRect(all).toAlignedRect();
    for (std::size_t look = 0; look < kEdgeLooks; ++look)
        if (!thin[look].isEmpty())
            thin[look].paint(painter, colors[look], visible);
    for (EdgeItem *edge : usual)
        edge->paint(painter, sight);
    for (EdgeItem *edge : strong)
        edge->paint(painter, sight);
}

QString FlowScene::hintAt(const QPointF &at) const
{
    if (const int step = stepAt(at); step >= 0)
        return m_steps[static_cast<std::size_t>(step)]->hint();
    for (const auto &group : m_groups)
        if (group->frame().contains(at) && !group->hint().isEmpty())
            return group->hint();
    return {};
}

void FlowScene::helpEvent(QGraphicsSceneHelpEvent *event)
{
    const QString hint = hintAt(event->scenePos());
    QToolTip::showText(hint.isEmpty() ? QPoint() : event->screenPos(), hint, event->widget());
    event->setAccepted(!hint.isEmpty());
}

} // namespace batuta::views
