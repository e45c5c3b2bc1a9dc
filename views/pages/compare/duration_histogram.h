// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/step_history.h"

#include <QWidget>

#include <optional>

namespace batuta::views {

/// How long something took in other runs, as a histogram, with A and B and their percentiles in it.
class DurationHistogram final : public QWidget
{
    Q_OBJECT

public:
    explicit DurationHistogram(QWidget *parent = nullptr);
    /// Durations in any order; nothing for a side that did not run.
    void setDurations(std::vector<Duration> durations, std::optional<Duration> a, std::optional<Duration> b);
    /// Whole percent of the sample that took at most as long.
    int percentOf(Duration duration) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintMark(QPainter &painter, const QRectF &room, Duration at, bool isA) const;
    qreal x(const QRectF &room, Duration at) const;
    void describe();

    std::vector<Duration> m_sorted;
    std::optional<Duration> m_a, m_b;
    Duration m_longest{};
};

} // namespace batuta::views
