// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/time_axis.h"
#include "views/models/trace/trace_model.h"

#include <QPixmap>
#include <QWidget>

namespace batuta::views {

/// `5 s`, `20 ms`, `1 m 20 s`: a tick in the unit that its distance asks for.
QString tickWord(double time, double step);

/// Ticks and cursor above a waterfall.
class TimeRuler final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeRuler(TimeAxis &axis, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimeAxis &m_axis;
};

/// The whole trace in small, and the part of it that is in view: drag its edges or its middle, drag beside it
/// to choose another part, double click for all. Left and Right move it, Plus and Minus resize it.
class TimeBrush final : public QWidget
{
    Q_OBJECT

public:
    TimeBrush(TraceModel &model, TimeAxis &axis, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Grip { None, From, To, Middle, New };
    void retranslate();
    void tellView();
    void paintBars(QPainter &painter) const;
    double toTime(qreal x) const;
    qreal toPixel(double time) const;
    Grip gripAt(qreal x) const;

    TraceModel &m_model;
    TimeAxis &m_axis;
    QPixmap m_picture; ///< of the bars; null when it must be drawn anew
    double m_drawnSpan = 0;
    Grip m_grip = Grip::None;
    double m_heldAt = 0; ///< time under the pointer when it was pressed
    std::pair<double, double> m_before;
};

} // namespace batuta::views
