// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/figures.h"

#include <string>

namespace batuta::client {

using store::AuditEntry;
using store::AuditPage;
using store::Facet;
using store::FacetValue;
using store::FailureGroup;
using store::FailureNote;
using store::FailureQuery;
using store::FailureReport;
using store::FiguresQuery;
using store::FindHit;
using store::FindQuery;
using store::Found;
using store::RunFigures;

/// A step that will go on by itself, or when somebody answers.
struct WaitingStep
{
    std::string execution;
    std::string flow;
    std::string flowVersion;
    std::string step;
    std::string kind;   ///< retry or approval
    std::string reason; ///< why the last attempt failed, or what is asked
    std::string userId;
    std::string correlationId;
    int attempts = 0;
    WallTime startedAt{}; ///< the execution
    WallTime since{};     ///< it waits
    WallTime until{};     ///< of a retry: when it comes; zero when unknown
};

/// The record of acts, the newest first.
struct AuditQuery
{
    std::int64_t below = 0; ///< only entries with a lower number; 0: from the newest on
    int limit = 50;         ///< 1 to 1,000
};

/// A piece of the engine's log.
struct LogChunkQuery
{
    std::string after; ///< of the answer before; "" for the newest lines
    int bytes = 1'000'000;
};

struct LogChunk
{
    std::string after;   ///< where the next question goes on
    std::string lines;   ///< whole ones
    bool hasGap = false; ///< lines before these are gone
    bool isEnd = true;   ///< nothing more was written yet
};

} // namespace batuta::client
