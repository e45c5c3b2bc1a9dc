// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/time_axis.h"
#include "views/models/trace/trace_model.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {

/// What of a trace is drawn besides its bars.
struct WaterfallLook
{
    bool path = true;
    bool attempts = true;
};

/// Rows of a trace as bars over time, for one repaint. `size` is that of the viewport.
class WaterfallPainter
{
public:
    struct Scene
    {
        const Theme &theme;
        const TraceModel &model;
        const TimeAxis &axis;
        WaterfallLook look;
        QSize size;
    };

    WaterfallPainter(QPainter &painter, const Scene &scene);

    void grid();
    /// One row whose top is at `y`.
    void row(const TraceModel::Node &node, int y);
    /// The elbow from one critical step to the next one; tops of their rows.
    void elbow(const TraceStep &from, int fromY, const TraceStep &to, int toY);
    /// The line under a critical bar.
    void underline(const TraceStep &step, int y);
    void cursor();
    /// Where a bar is, in pixels; empty for what has no bar.
    QRectF barRect(const TraceModel::Node &node, int y) const;

private:
    qreal x(WallTime at) const;
    QRectF span(WallTime from, WallTime to, int y, int height) const;
    void run(int y);
    void group(const TraceGroup &group, int y);
    void step(const TraceStep &step, int y);
    void skipped(const TraceStep &step, int y);
    void attempt(const TraceStep &step, std::size_t at, int y);
    void bar(const QRectF &rect, Status status);
    void dotted(qreal from, qreal to, qreal y);
    /// Right of the bar, or left of it when there is no room; `note` follows in amber.
    void label(const QRectF &rect, const QString &text, const QString &note = {});
    WallTime attemptEnd(const TraceAttempt &attempt) const;
    int pathY(int y) const;

    QPainter &m_painter;
    const Scene &m_scene;
    const Colors &m_colors;
    int m_rowHeight;
    QFont m_font;
    QFontMetrics m_metrics;
};

} // namespace batuta::views
