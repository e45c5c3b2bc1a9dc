// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/board.h"

#include <QPointF>
#include <QString>
#include <QVector>

#include <utility>
#include <vector>

namespace batuta::views {

/// One line of a panel.
struct PanelLine
{
    QString name;
    series::Labels labels;
    bool isOther = false;
    bool isEarlier = false; ///< shown for comparison only
    bool isHidden = false;
    std::vector<double> values; ///< NaN is a gap
    std::vector<double> samples;

    double last() const; ///< the newest value that is known, or NaN
    double sum() const;
};

/// What a panel shows: values without words or colours.
struct PanelData
{
    WallTime from{};
    Duration step{};
    std::vector<PanelLine> lines;
    double samples = 0;
    std::size_t left = 0;

    int steps() const { return lines.empty() ? 0 : static_cast<int>(lines.front().values.size()); }
    bool isEmpty() const; ///< nothing is known of any line
    /// Least and greatest value that is shown; stacked: of the sums. {0, 0} without any.
    std::pair<double, double> extent(bool isStacked) const;
    /// The value of each line with those below added to it.
    std::vector<std::vector<double>> stacked() const;
};

/// Adds an answer to a panel's question. `other` names what was summed up.
void addAnswer(PanelData &data, const series::PanelSeries &series, const series::Answer &answer,
               const QString &name, const QString &other);

/// Points of a line between its gaps, at most two for `columns` equal parts of it: the least and the
/// greatest. x counts steps.
QVector<QVector<QPointF>> segmentsOf(const std::vector<double> &values, int columns);

/// A round number not below `value`, and the distance of the ticks up to it.
struct ValueScale
{
    double top = 1;
    double step = 0.25;
};
ValueScale scaleFor(double greatest, bool isTime);

} // namespace batuta::views
