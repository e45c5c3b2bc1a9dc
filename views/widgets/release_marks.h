// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

namespace batuta::views {

/// Where a time is, in the pixels of who paints.
using TimeToPixel = std::function<double(WallTime)>;
using MarkList = std::vector<client::ReleaseMark>;

/// What is written beside a mark: the revision, or the flow.
QString markLabel(const client::ReleaseMark &mark);
/// The whole of it, for a hint: `14:02:11  traffic to 00042-kex of shop, by ana: canary holds`.
QString markSentence(const client::ReleaseMark &mark, bool utc);

/// Paints releases as thin dotted lines with a flag and, where there is room, a label. Those that would lie
/// on each other share one.
void paintMarks(QPainter &painter, const Theme &theme, const MarkList &marks, const QRectF &area,
                const TimeToPixel &pixelOf);
/// Sentences of the marks near `x`, a line each; "" for none.
QString marksAt(const MarkList &marks, double x, const TimeToPixel &pixelOf, bool utc);

} // namespace batuta::views
