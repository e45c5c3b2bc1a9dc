// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QTimer>

#include <functional>

class QAbstractScrollArea;

namespace batuta::views {

/// Scrolls an area as long as something is dragged at its rim or beyond, the faster the further out. Lives
/// with the area.
class RimScroll
{
public:
    using Scrolled = std::function<void()>;
    /// `scrolled`: the area shows another part; what is dragged stands elsewhere now.
    RimScroll(QAbstractScrollArea &area, Scrolled scrolled);

    /// Where the pointer is, in pixels of the viewport.
    void follow(const QPoint &pointer);
    void stop() { m_timer.stop(); }
    bool isScrolling() const { return m_timer.isActive(); }

private:
    void scroll();

    QAbstractScrollArea &m_area;
    Scrolled m_scrolled;
    QTimer m_timer;
    QPoint m_way; ///< each turn of the timer
};

} // namespace batuta::views
