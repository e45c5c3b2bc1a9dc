// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/dotted_ground.h"
#include "views/graph/edit_view.h"
#include "views/graph/graph_walk.h"
#include "views/graph/graph_words.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

#include <cmath>
#include <utility>

namespace batuta::views {
namespace {

constexpr qreal kDropReach = 14; // pixels of the screen between an edge and what is dropped on it

std::optional<QPoint> squaresOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPoint(-1, 0);
    case Qt::Key_Right:
        return QPoint(1, 0);
    case Qt::Key_Up:
        return QPoint(0, -1);
    case Qt::Key_Down:
        return QPoint(0, 1);
    default:
        return {};
    }
}

} // namespace

void EditView::startConnecting()
{
    const int from = flowScene().selected();
    if (!m_isEditable || from < 0)
        return;
    cancelGesture();
    m_keyboardAim = from;
    m_keyboardLine.reset();
    const auto connect = [this](int tail, int head) {
        const FlowGraph &graph = flowScene().graph();
        emit connectWanted({graph.node(tail).step, graph.node(head).step});
    };
    const auto hint = [this](const QString &text) { emit hintChanged(text); };
    m_keyboardLine = std::make_unique<ConnectGesture>(items(), Port{from, true}, -1, 0,
                                                      ConnectGesture::Tell{connect, hint});
    emit hintChanged(tr("Arrow keys choose what follows %1").arg(titleOf(flowScene().graph().node(from))));
}

void EditView::selectNextEdge()
{
    const FlowGraph &graph = flowScene().graph();
    const int before = flowScene().selectedEdge();
    if (before < 0)
        m_edgesOf = selected();
    const int step = graph.find(m_edgesOf);
    const auto count = static_cast<int>(graph.edges.size());
    for (int i = 1; i <= count; ++i) {
        const int edge = (before + i + count) % count;
        const auto [from, to] = graph.edges[static_cast<std::size_t>(edge)];
        if (!graph.isNeed(static_cast<std::size_t>(edge)) || (from != step && to != step))
            continue;
        pickEdge(edge);
        emit hintChanged(tr("Edge from %1 to %2: Delete takes it away, Esc leaves it")
                             .arg(titleOf(graph.node(from)), titleOf(graph.node(to))));
        return;
    }
}

void EditView::aim(Way way)
{
    const int next = walk(flowScene().graph(), flowScene().layout(), m_keyboardAim, way);
    if (next < 0)
        return;
    m_keyboardAim = next;
    m_keyboardLine->aim(next);
    revealNode(next);
}

/// What editing adds to the keys of a FlowView; false for the others.
bool EditView::takeKey(QKeyEvent *event)
{
    const int key = event->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (key == Qt::Key_Escape && cancelGesture())
        return true;
    if (key == Qt::Key_Escape && (m_keyboardLine || m_mode == CanvasMode::Connect)) {
        setMode(CanvasMode::Select);
        return true;
    }
    if (key == Qt::Key_Escape && flowScene().selectedEdge() >= 0) {
        pickEdge(-1);
        if (!m_edgesOf.empty())
            select(std::exchange(m_edgesOf, {}));
        return true;
    }
    if (const std::optional<Way> way = wayOf(key); way && isPlain && m_keyboardLine) {
        aim(*way);
        return true;
    }
    if (isEnter && isPlain && m_keyboardLine) {
        if (m_keyboardLine->target() < 0 || !m_keyboardLine->whyNot().isEmpty())
            return true; // the hint says why
        const std::unique_ptr<ConnectGesture> line = std::move(m_keyboardLine);
        line->finish();
        return true;
    }
    if (isEnter && isPlain && !selected().empty()) {
        emit stepActivated(QString::fromStdString(selected()));
        return true;
    }
    const std::optional<QPoint> squares = squaresOf(key);
    if (!squares || event->modifiers() != (Qt::ControlModifier | (event->modifiers() & Qt::KeypadModifier)))
        return false;
    if (m_isEditable && flowScene().selected() >= 0)
        emit nudgeWanted(*squares);
    return true;
}

void EditView::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event))
        FlowView::keyPressEvent(event);
}

void EditView::focusOutEvent(QFocusEvent *event)
{
    cancelGesture();
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_keyboardLine.reset();
    FlowView::focusOutEvent(event);
}

void EditView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_isEditable && event->mimeData()->hasFormat(kKindMime))
        event->acceptProposedAction();
    else
        event->ignore();
}

void EditView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_isEditable || !event->mimeData()->hasFormat(kKindMime)) {
        event->ignore();
        return;
    }
    showDropEdge(flowScene().edgeAt(mapToScene(event->position().toPoint()), inScene(kDropReach)));
    event->acceptProposedAction();
}

void EditView::showDropEdge(int edge)
{
    if (edge == m_dropEdge)
        return;
    items().setEdgeLook(m_dropEdge, EdgeLook::Normal);
    items().setEdgeLook(edge, EdgeLook::Selected);
    m_dropEdge = edge;
    const FlowGraph &graph = flowScene().graph();
    if (edge < 0) {
        emit hintChanged({});
        return;
    }
    const auto [from, to] = graph.edges[static_cast<std::size_t>(edge)];
    emit hintChanged(tr("Goes between %1 and %2").arg(titleOf(graph.node(from)), titleOf(graph.node(to))));
}

void EditView::dragLeaveEvent(QDragLeaveEvent *)
{
    showDropEdge(-1);
}

void EditView::dropEvent(QDropEvent *event)
{
    if (!m_isEditable || !event->mimeData()->hasFormat(kKindMime))
        return;
    const QPointF at = mapToScene(event->position().toPoint());
    const int edge = flowScene().edgeAt(at, inScene(kDropReach));
    const std::optional<EdgeEnds> between = edge < 0 ? std::nullopt : std::optional(endsOf(edge));
    showDropEdge(-1);
    const NodeStyle style(themeOf(this));
    QPointF corner = at - QPointF(style.smallest / 2, style.height / 2);
    if (m_isSnapping)
        corner = QPointF(std::round(corner.x() / kGrid), std::round(corner.y() / kGrid)) * kGrid;
    event->acceptProposedAction();
    emit kindDropped(QString::fromUtf8(event->mimeData()->data(kKindMime)), corner, between);
}

} // namespace batuta::views
