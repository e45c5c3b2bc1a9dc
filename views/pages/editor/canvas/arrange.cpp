// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/arrange.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

StepPlaces spread(const std::map<std::string, QRectF> &boxes, bool isAcross)
{
    std::vector<std::pair<std::string, QRectF>> order(boxes.begin(), boxes.end());
    const auto from = [&](const QRectF &box) { return isAcross ? box.left() : box.top(); };
    const auto size = [&](const QRectF &box) { return isAcross ? box.width() : box.height(); };
    std::stable_sort(order.begin(), order.end(),
                     [&](const auto &a, const auto &b) { return from(a.second) < from(b.second); });
    qreal room = from(order.back().second) + size(order.back().second) - from(order.front().second);
    for (const auto &[step, box] : order)
        room -= size(box);
    const qreal gap = room / std::max<qreal>(1, static_cast<qreal>(order.size()) - 1);
    StepPlaces places;
    qreal at = from(order.front().second);
    for (const auto &[step, box] : order) {
        places[step] = isAcross ? QPointF(std::round(at), box.top()) : QPointF(box.left(), std::round(at));
        at += size(box) + gap;
    }
    return places;
}

} // namespace

StepPlaces arranged(const std::map<std::string, QRectF> &boxes, Arrange how)
{
    if (boxes.empty())
        return {};
    if (how == Arrange::Across || how == Arrange::Down)
        return spread(boxes, how == Arrange::Across);
    QRectF frame;
    for (const auto &[step, box] : boxes)
        frame |= box;
    StepPlaces places;
    for (const auto &[step, before] : boxes) {
        QRectF box = before;
        if (how == Arrange::Left)
            box.moveLeft(frame.left());
        else if (how == Arrange::Top)
            box.moveTop(frame.top());
        else if (how == Arrange::Centres)
            box.moveLeft(std::round(frame.center().x() - box.width() / 2));
        else
            box.moveTop(std::round(frame.center().y() - box.height() / 2));
        places[step] = box.topLeft();
    }
    return places;
}

} // namespace batuta::views
