// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>
#include <vector>

namespace batuta::views {

/// The time that a waterfall, its ruler and its overview share: the whole span, the part in view, and the
/// cursor. All in microseconds from the start of the execution.
class TimeAxis final : public QObject
{
    Q_OBJECT

public:
    explicit TimeAxis(QObject *parent = nullptr);

    /// Length of what has ended. The span is a little longer, so that the last bar does not touch its end.
    void setLength(double length);
    /// Length of what still grows: once it fills 90 % of the span, the span doubles. It never slides.
    void growTo(double length);

    double span() const { return m_span; }
    double from() const { return m_from; }
    double to() const { return m_to; }
    /// 1 shows the whole span.
    double zoom() const { return m_span / (m_to - m_from); }
    /// Where `time` stands in a view of `width` pixels.
    double toPixel(double time, double width) const { return (time - m_from) / (m_to - m_from) * width; }
    double toTime(double pixel, double width) const { return m_from + pixel / width * (m_to - m_from); }

    /// Shows this part; what was shown comes back by back().
    void show(double from, double to);
    /// Moves or resizes the view without a step back: while something is dragged.
    void slide(double from, double to);
    /// `time` keeps its place in the view.
    void zoomAt(double time, double factor);
    void back();
    void fit();

    std::optional<double> cursor() const { return m_cursor; }
    void setCursor(std::optional<double> time);

    struct Tick
    {
        double time = 0;
        bool isMajor = false;
    };
    /// Ticks at round times for a view of `width` pixels, majors at least `gap` pixels apart.
    std::vector<Tick> ticks(double width, double gap) const;
    /// Distance between two major ticks.
    double majorStep(double width, double gap) const;

signals:
    void viewChanged();
    void cursorChanged();

private:
    void setView(double from, double to);

    double m_span = 1e6;
    double m_from = 0;
    double m_to = 1e6;
    std::optional<double> m_cursor;
    std::vector<std::pair<double, double>> m_before;
};

} // namespace batuta::views
