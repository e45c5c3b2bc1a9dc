// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/step_marks.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {

/// How far marks stand out of a step's box, at every side.
qreal markRoom(const Theme &theme);

/// Draws the marks of a step on its box.
class MarkPainter
{
public:
    /// `ratio`: pixels of a picture for each unit of the scene.
    MarkPainter(QPainter &painter, const Theme &theme, qreal ratio)
        : m_painter(painter)
        , m_theme(theme)
        , m_ratio(ratio)
    {
    }

    /// Of its problems, and the breakpoint: at the corners.
    void paintCorners(const QRectF &box, const StepMarks &marks) const;
    /// On the lower edge: that its answer is pinned, or that a fault is done to it.
    void paintFoot(const QRectF &box, const StepMarks &marks) const;
    /// The overlay's figure, its right end at `right`.
    qreal paintFigure(QPointF right, const StepMarks &marks) const; ///< its width
    /// The dot of a changed step; its middle at `middle`.
    void paintEdited(QPointF middle) const;

private:
    void paintIcon(QPointF middle, const QPixmap &picture) const;
    qreal paintTag(QPointF left, const QString &icon, const QString &text, const Role &role) const;

    QPainter &m_painter;
    const Theme &m_theme;
    qreal m_ratio;
};

} // namespace batuta::views
