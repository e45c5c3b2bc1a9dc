// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/releases_model.h"
#include "views/pages/releases/release_list.h"

namespace batuta::views {

// The words of releases, in the language that is set.

/// `today 13:50`, `19 Nov 10:12`.
QString releaseTime(WallTime at, WallTime now, bool utc);
QString shareWord(int percent);     ///< `25 %`
QString ratioWord(double share);    ///< `0.39 %`
QString rateWord(double perSecond); ///< `34.1 req/s`
/// A person without the part of their address that all share: `renata.lima`.
QString personWord(const std::string &who);
QString moveSentence(const TrafficMove &move, bool utc);

/// What a revision is now, and its picture.
struct RevisionState
{
    Status status = Status::Queued;
    QString word;
    QString detail; ///< what the cloud says of it
};
RevisionState stateOf(const cloud::Revision &revision, int percent);
/// It serves nothing, and was never ready: it cannot have served.
bool hasNeverServed(const cloud::Revision &revision, int percent);

QList<ReleaseLine> serviceLines(const ReleasesModel &model, bool utc);
QList<ReleaseLine> environmentLines(const ReleasesModel &model, bool utc);
QList<ReleaseLine> entryLines(const ReleasesModel &model, bool utc);

} // namespace batuta::views
