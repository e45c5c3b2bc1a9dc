// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/diff_graph.h"

#include "views/graph/flow_scene.h"
#include "views/pages/editor/versions/version_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kRadius = 6;
constexpr int kTagInset = 6;
constexpr int kReach = 20;            // of frame and tag around a box
constexpr qreal kSmallestWords = 0.5; // zoom below which a tag is only its sign

} // namespace

DiffGraph::DiffGraph(QWidget *parent)
    : FlowView(parent)
{
    connect(&themeOf(this), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void DiffGraph::present(const std::string &name, const Comparison &comparison)
{
    m_changes = comparison.changes;
    m_sentence = stepsSentence(comparison);
    setGraph(name, comparison.graph);
    describe();
    viewport()->update();
}

void DiffGraph::describe()
{
    setAccessibleName(tr("Steps that differ"));
    setAccessibleDescription(m_sentence);
}

void DiffGraph::changeEvent(QEvent *event)
{
    FlowView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void DiffGraph::drawForeground(QPainter *painter, const QRectF &rect)
{
    const FlowScene &scene = flowScene();
    for (int node = 0; node < scene.graph().size() && !scene.isEmpty(); ++node) {
        const auto change = m_changes.find(scene.graph().node(node).step);
        const QRectF box = scene.boxOf(node);
        if (change != m_changes.end() && scene.graph().isStep(node) &&
            rect.intersects(box.adjusted(-kReach, -kReach, kReach, kReach)))
            paintTag(*painter, box, change->second);
    }
    FlowView::drawForeground(painter, rect);
}

void DiffGraph::paintTag(QPainter &painter, const QRectF &box, versions::ChangeKind kind) const
{
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().of(changeStatus(kind));
    const bool isGone = kind == versions::ChangeKind::Removed;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isGone) { // it is not there any more: faded, and framed by dashes
        QColor veil = theme.colors().canvas;
        veil.setAlphaF(0.55F);
        painter.fillRect(box, veil);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(role.fg, 2, isGone ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(box, kRadius, kRadius);
    const QString sign = changeGlyph(kind);
    const QString words =
        zoom() < kSmallestWords ? sign : tr("%1 %2", "sign, word").arg(sign, changeWord(kind));
    const QFont font = theme.font(TextStyle::Caption);
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(words) + 2 * kTagInset, metrics.height() + 2);
    const QRectF tag(box.right() - size.width() - kRadius, box.top() - size.height() / 2, size.width(),
                     size.height());
    drawBox(painter, tag, 4, role.solid, {});
    painter.setFont(font);
    painter.setPen(role.onSolid);
    painter.drawText(tag, Qt::AlignCenter, words);
    painter.restore();
}

} // namespace batuta::views
