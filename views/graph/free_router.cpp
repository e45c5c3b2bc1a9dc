// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/free_router.h"

#include "views/graph/at.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr qreal kStub = 17;     // straight out of a port, before the first corner
constexpr qreal kBoxMargin = 8; // between a line and a box that it passes
constexpr qreal kReach = 700;   // how far above and below a free height is looked for
constexpr std::size_t kMostLanes = 24;

QRectF pieceOf(const QPointF &a, const QPointF &b)
{
    return QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
}

/// Without corners that do not turn.
QPolygonF straightened(const QPolygonF &corners)
{
    QPolygonF line;
    for (const QPointF &corner : corners) {
        const auto size = line.size();
        if (size > 0 && line.last() == corner)
            continue;
        const bool isStraight =
            size >= 2 && ((line[size - 2].x() == line[size - 1].x() && line[size - 1].x() == corner.x()) ||
                          (line[size - 2].y() == line[size - 1].y() && line[size - 1].y() == corner.y()));
        if (isStraight)
            line.last() = corner;
        else
            line << corner;
    }
    return line;
}

/// Over one trunk at `x`.
QPolygonF overTrunk(const QPointF &from, const QPointF &to, qreal x)
{
    return straightened({{from, {x, from.y()}, {x, to.y()}, to}});
}

/// Out, to a lane, along it, and in.
QPolygonF overLane(const QPointF &from, const QPointF &to, qreal lane)
{
    const qreal out = from.x() + kStub, in = to.x() - kStub;
    return straightened({{from, {out, from.y()}, {out, lane}, {in, lane}, {in, to.y()}, to}});
}

QPointF tailOf(const QRectF &box)
{
    return {box.right(), box.center().y()};
}

QPointF headOf(const QRectF &box)
{
    return {box.left(), box.center().y()};
}

} // namespace

template <typename Act> bool BoxIndex::cells(const QRectF &rect, Act act)
{
    const int left = static_cast<int>(std::floor(rect.left() / kWidth));
    const int right = static_cast<int>(std::floor(rect.right() / kWidth));
    const int top = static_cast<int>(std::floor(rect.top() / kHeight));
    const int bottom = static_cast<int>(std::floor(rect.bottom() / kHeight));
    for (int column = left; column <= right; ++column)
        for (int row = top; row <= bottom; ++row)
            if (act(key(column, row)))
                return true;
    return false;
}

template <typename Visit> bool BoxIndex::any(const QRectF &rect, Visit visit) const
{
    return cells(rect, [&](std::int64_t cell) {
        const auto found = m_cells.find(cell);
        return found != m_cells.end() && std::any_of(found->second.begin(), found->second.end(), visit);
    });
}

void BoxIndex::add(int box, const QRectF &rect)
{
    cells(rect, [&](std::int64_t cell) {
        m_cells[cell].push_back(box);
        return false;
    });
}

void BoxIndex::remove(int box, const QRectF &rect)
{
    cells(rect, [&](std::int64_t cell) {
        std::erase(m_cells[cell], box);
        return false;
    });
}

FreeRouter::FreeRouter(std::vector<QRectF> boxes)
    : m_boxes(std::move(boxes))
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        m_index.add(static_cast<int>(i), m_boxes[i]);
}

void FreeRouter::move(int node, const QRectF &box)
{
    m_index.remove(node, m_boxes[at(node)]);
    m_boxes[at(node)] = box;
    m_index.add(node, box);
}

bool FreeRouter::hits(const QRectF &piece, int except, int alsoExcept) const
{
    const QRectF wide = piece.adjusted(1 - kBoxMargin, 1 - kBoxMargin, kBoxMargin - 1, kBoxMargin - 1);
    return m_index.any(wide, [&](int box) {
        return box != except && box != alsoExcept && m_boxes[at(box)].intersects(wide);
    });
}

bool FreeRouter::isTaken(const QRectF &rect, int except) const
{
    return hits(rect, except, -1);
}

bool FreeRouter::isBlocked(const QPolygonF &route, int from, int to) const
{
    const qsizetype pieces = route.size() - 1;
    for (qsizetype i = 0; i < pieces; ++i)
        if (hits(pieceOf(route[i], route[i + 1]), i == 0 ? from : -1, i == pieces - 1 ? to : -1))
            return true;
    return false;
}

/// Heights just above and below the boxes in a range, the nearest to its middle first.
std::vector<qreal> FreeRouter::lanes(const QRectF &between) const
{
    std::vector<qreal> heights{between.center().y()};
    m_index.any(between.adjusted(0, -kReach, 0, kReach), [&](int box) {
        heights.push_back(m_boxes[at(box)].top() - kBoxMargin - 2);
        heights.push_back(m_boxes[at(box)].bottom() + kBoxMargin + 2);
        return false;
    });
    std::sort(heights.begin(), heights.end());
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    const qreal middle = between.center().y();
    const std::size_t count = std::min(kMostLanes, heights.size());
    std::partial_sort(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(count), heights.end(),
                      [middle](qreal a, qreal b) { return std::abs(a - middle) < std::abs(b - middle); });
    heights.resize(count);
    return heights;
}

QPolygonF FreeRouter::plainRoute(int from, int to) const
{
    return lineTo(tailOf(box(from)), headOf(box(to)));
}

QPolygonF FreeRouter::lineTo(const QPointF &from, const QPointF &to)
{
    if (to.x() - from.x() >= 2 * kBoxMargin)
        return overTrunk(from, to, std::round((from.x() + to.x()) / 2));
    return overLane(from, to, std::round((from.y() + to.y()) / 2));
}

QPolygonF FreeRouter::route(int from, int to) const
{
    const QPointF tail = tailOf(box(from)), head = headOf(box(to));
    if (head.x() - tail.x() >= 2 * kBoxMargin) {
        const qreal middle = std::round((tail.x() + head.x()) / 2);
        for (const qreal x : {head.x() - kStub, tail.x() + kStub, middle}) {
            if (x < tail.x() + kBoxMargin || x > head.x() - kBoxMargin)
                continue;
            QPolygonF line = overTrunk(tail, head, x);
            if (!isBlocked(line, from, to))
                return line;
        }
    }
    for (const qreal lane : lanes(QRectF(tail, head).normalized().adjusted(-kStub, 0, kStub, 0))) {
        QPolygonF line = overLane(tail, head, lane);
        if (!isBlocked(line, from, to))
            return line;
    }
    return lineTo(tail, head); // boxes stand on its ports
}

std::vector<QRectF> groupFrames(const LayoutInput &input, const std::vector<QRectF> &boxes)
{
    std::vector<QRectF> frames;
    for (const LayoutGroup &group : input.groups) {
        QRectF frame;
        std::vector<bool> own(boxes.size());
        for (const int node : group.nodes) {
            frame |= boxes[at(node)];
            own[at(node)] = true;
        }
        const qreal inset = input.gaps.group;
        frame.adjust(-inset, -(input.gaps.groupHead + group.extraHead), inset, inset);
        bool isAlone = !group.nodes.empty();
        for (const QRectF &other : frames)
            isAlone = isAlone && !other.intersects(frame);
        for (std::size_t i = 0; i < boxes.size() && isAlone; ++i)
            isAlone = own[i] || !boxes[i].intersects(frame);
        frames.push_back(isAlone ? frame : QRectF());
    }
    return frames;
}

QRectF boundsOf(const GraphLayout &layout)
{
    QRectF bounds;
    for (const auto *rects : {&layout.boxes, &layout.groups})
        for (const QRectF &rect : *rects)
            bounds |= rect;
    for (const QPolygonF &line : layout.routes)
        if (!line.isEmpty())
            bounds |= line.boundingRect();
    return bounds;
}

namespace {

/// The start stands left of everything, the end right of everything, at the height of its neighbours.
void placeTerminals(const LayoutInput &input, GraphLayout &layout)
{
    QRectF steps;
    for (std::size_t i = 0; i < layout.boxes.size(); ++i)
        if (!input.fixed[i])
            steps |= layout.boxes[i];
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        if (!input.fixed[i] || steps.isNull())
            continue;
        qreal sum = 0;
        int count = 0;
        bool isStart = false;
        for (const auto &[from, to] : input.edges)
            if (from == static_cast<int>(i) || to == static_cast<int>(i)) {
                isStart = from == static_cast<int>(i);
                sum += layout.boxes[at(isStart ? to : from)].center().y();
                ++count;
            }
        QRectF &box = layout.boxes[i];
        const qreal room = input.gaps.column;
        if (isStart ? box.right() <= steps.left() - room : box.left() >= steps.right() + room)
            continue; // it is at the side already
        if (isStart)
            box.moveRight(steps.left() - room);
        else
            box.moveLeft(steps.right() + room);
        if (count > 0)
            box.moveTop(std::round(sum / count - box.height() / 2));
    }
}

} // namespace

GraphLayout withPlaces(const LayoutInput &input, GraphLayout layout, const NodePlaces &places)
{
    if (places.empty() || layout.isEmpty())
        return layout;
    const std::vector<QRectF> before = layout.boxes;
    for (const auto &[node, place] : places)
        layout.boxes[at(node)].moveTopLeft(place);
    FreeRouter router(layout.boxes);
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        const int node = static_cast<int>(i);
        if (input.fixed[i] || places.contains(node))
            continue;
        QRectF box = layout.boxes[i];
        while (router.isTaken(box, node)) // further down there is an end to what stands there
            box.translate(0, input.gaps.node);
        if (box != layout.boxes[i])
            router.move(node, layout.boxes[i] = box);
    }
    placeTerminals(input, layout);
    router = FreeRouter(layout.boxes);
    for (std::size_t i = 0; i < layout.routes.size(); ++i) {
        const auto [from, to] = input.edges[i];
        const bool isKept = layout.boxes[at(from)] == before[at(from)] &&
                            layout.boxes[at(to)] == before[at(to)] && !layout.routes[i].isEmpty() &&
                            !router.isBlocked(layout.routes[i], from, to);
        if (!isKept && from != to)
            layout.routes[i] = router.route(from, to);
    }
    layout.groups = groupFrames(input, layout.boxes);
    layout.bounds = boundsOf(layout);
    return layout;
}

} // namespace batuta::views
