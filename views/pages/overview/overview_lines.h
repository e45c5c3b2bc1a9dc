// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/overview/overview_feed.h"
#include "views/pages/overview/figure_strip.h"
#include "views/pages/overview/section_list.h"

#include <QCoreApplication>
#include <QDateTime>

namespace batuta::views {

struct RolloutPicture;

/// The context of translations of this room's words.
struct OverviewText
{
    Q_DECLARE_TR_FUNCTIONS(OverviewText)
};

/// How times are told: as of now, in UTC or where this machine is.
struct Moments
{
    WallTime now;
    bool utc = false;
};

// What OverviewFeed means, in the language that is set.

QList<FigureStrip::Figure> figuresOf(const OverviewFeed &feed, int running);
QList<OverviewLine> attentionLines(const std::vector<Cause> &causes, const Moments &moments);
/// Cells stand in the order of the flow, as far as the link knows it.
QList<OverviewLine> runningLines(const std::vector<RunRow> &runs, const EngineLink &link, WallTime now);
/// `objective`: the share of runs that may fail.
QList<OverviewLine> flowLines(const std::vector<OverviewFlow> &flows, double objective, WallTime now);
/// `service`: where the traffic of the rollout is; null while it is not known.
RolloutPicture rolloutPicture(const client::RolloutState &rollout, const OverviewService *service);
QList<OverviewLine> serviceLines(const std::vector<OverviewService> &services);
QString servicesNote(const std::vector<OverviewService> &services); ///< `7 ready, 1 failing`
Address serviceAddress(const std::string &environment, const std::string &service);
QList<OverviewLine> activityLines(const std::vector<OverviewDeed> &deeds, const Moments &moments);

/// `14:02` of today, the day and the time before.
QString momentWord(WallTime at, const Moments &moments);
QDateTime momentOf(WallTime at, bool utc);
QString hoursWord(int hours); ///< `24 h`, `7 d`
Address environmentAddress(const std::string &name);

} // namespace batuta::views
