// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/alert_values.h"
#include "views/models/metrics/board_axis.h"
#include "views/models/metrics/panel_data.h"
#include "views/theme/tokens.h"

#include <QCoreApplication>
#include <QString>

namespace batuta::views {

/// The context of translations that several files of this room share.
struct MetricsText
{
    Q_DECLARE_TR_FUNCTIONS(MetricsText)
};

QString valueWord(series::Unit unit, double value);             ///< `24.8 s`, `1.35 %`, `4.3`
QString axisWord(series::Unit unit, double value, double step); ///< shorter, as many decimals as the step has
QString rangeWord(Duration range);                              ///< `6 h`, `5 min`
QString timeWord(WallTime at, Duration range, bool utc);        ///< `14:00`, with the day in long ranges
/// `14:00, 5 min bucket`.
QString bucketWord(WallTime at, Duration step, Duration range, bool utc);
/// What a panel's figures stand on: `6 h in 5 min steps · 412 runs`.
QString sampleWord(const series::Panel &panel, const PanelData &data);
QString alertStateWord(const series::Alert &alert);
QString alertRuleWord(const series::Alert &alert); ///< `p95 of … above 22 for 2 min, over 5 min`
QString alertEventWord(const std::string &what);

/// The colour of a line by its place, and by what it is.
QColor lineColor(const series::Panel &panel, const PanelData &data, int line, const Colors &colors);
/// Times to be written under an axis of `width` pixels, at least `gap` apart, at round ones of the clock.
std::vector<WallTime> timeTicks(const BoardAxis &axis, double width, double gap, bool utc);

} // namespace batuta::views
