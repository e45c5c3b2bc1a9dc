// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace batuta::views {

/// The time that all panels of a board share: its range, its steps, and the crosshair. While it is live it
/// ends now, and slides by whole steps; hovering holds it. Lives on the window's thread.
class BoardAxis final : public QObject
{
    Q_OBJECT

public:
    explicit BoardAxis(QObject *parent = nullptr);

    WallTime from() const { return m_from; }
    WallTime to() const { return m_to; }
    Duration step() const { return m_step; }
    /// How many steps there are; the last one may have just begun.
    int steps() const { return static_cast<int>((m_to - m_from) / m_step); }
    WallTime stepAt(int index) const { return m_from + m_step * index; }
    double toPixel(WallTime time, double width) const;
    WallTime toTime(double pixel, double width) const;

    /// No step is shorter: some sources have one figure a minute.
    void setLeastStep(Duration step);
    /// The last so long, from now on. Forgets what was zoomed.
    void setLast(Duration length, WallTime now);
    Duration last() const { return m_last; } ///< 0 when the range stands
    bool isLive() const { return m_last.count() > 0; }
    /// A range that stands; back() leads to what was before.
    void zoom(WallTime from, WallTime to);
    /// Twice as much, around its middle.
    void zoomOut(WallTime now);
    bool canGoBack() const { return !m_before.empty(); }
    void back(WallTime now);
    /// Slides a live range to `now`, unless it is held. Whether it has moved.
    bool advance(WallTime now);
    /// While somebody reads. When it began, for who wants to tell.
    void hold(bool held, WallTime now);
    std::optional<WallTime> heldSince() const { return m_held; }

    /// The step under the crosshair.
    std::optional<int> cursor() const { return m_cursor; }
    void setCursor(std::optional<int> step);

signals:
    void rangeChanged();
    void cursorChanged();
    void heldChanged();

private:
    struct View
    {
        WallTime from, to;
        Duration last;
    };
    void show(const View &view, WallTime now);
    void setRange(WallTime from, WallTime to);

    WallTime m_from{};
    WallTime m_to{};
    Duration m_step = std::chrono::minutes(5);
    Duration m_leastStep{};
    Duration m_last{};
    std::optional<WallTime> m_held;
    std::optional<int> m_cursor;
    std::vector<View> m_before;
};

/// A step that shows at most 120 points, and is one that a clock has.
Duration stepFor(Duration range);

} // namespace batuta::views
