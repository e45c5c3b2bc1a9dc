// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/rim_scroll.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kRim = 28; // pixels
constexpr int kTurnMs = 16;
constexpr int kFastest = 24; // pixels of each turn

/// How far to go in one direction, for a pointer at `place` between 0 and `size`.
int wayAt(int place, int size)
{
    const int before = kRim - place, behind = place - (size - kRim);
    if (size < 3 * kRim || (before <= 0 && behind <= 0))
        return 0;
    const int deep = std::max(before, behind) * kFastest / (2 * kRim) + 1;
    return std::min(deep, kFastest) * (before > behind ? -1 : 1);
}

} // namespace

RimScroll::RimScroll(QAbstractScrollArea &area, Scrolled scrolled)
    : m_area(area)
    , m_scrolled(std::move(scrolled))
{
    m_timer.setInterval(kTurnMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { scroll(); });
}

void RimScroll::follow(const QPoint &pointer)
{
    const QSize size = m_area.viewport()->size();
    m_way = {wayAt(pointer.x(), size.width()), wayAt(pointer.y(), size.height())};
    if (m_way.isNull())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void RimScroll::scroll()
{
    const QPoint before(m_area.horizontalScrollBar()->value(), m_area.verticalScrollBar()->value());
    m_area.horizontalScrollBar()->setValue(before.x() + m_way.x());
    m_area.verticalScrollBar()->setValue(before.y() + m_way.y());
    const QPoint after(m_area.horizontalScrollBar()->value(), m_area.verticalScrollBar()->value());
    if (after != before)
        m_scrolled();
}

} // namespace batuta::views
