// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/client/release_values.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::client {

/// Some entries of what services have logged in the cloud.
struct CloudLogQuery
{
    std::string environment;          ///< "" for the engine's own, or the first that has a cloud
    std::string service;              ///< "" for all of the environment's services
    std::string filter;               ///< Cloud Logging's language, besides; "" for everything
    std::optional<WallTime> from, to; ///< not before, and not after
    bool newestFirst = false;
    int limit = 1'000; ///< 1 … 1,000
    std::string pageToken;
};

/// An entry as a line of JSON, as our own logs are written: time, severity and message, what the entry is
/// about, then the members of its payload. Secrets are masked.
struct CloudLogLine
{
    WallTime at{};
    std::string id; ///< no two entries of one time have the same
    std::string text;
};

struct CloudLogPage
{
    std::vector<CloudLogLine> lines;
    std::string next; ///< token of the next page; "" at the end
};

struct MarkQuery
{
    std::string environment; ///< as above
    std::string service;     ///< "" for all
    WallTime from{}, to{};
};

/// Something that was released: it may be why figures change.
struct ReleaseMark
{
    WallTime at{};
    std::string kind;     ///< published, deployed, route_traffic, roll_back, roll_out
    std::string subject;  ///< the flow, or the service
    std::string revision; ///< short, `00042-kex`; "" for none
    std::string who;
    std::string why;
};

struct ReleaseMarks
{
    std::vector<ReleaseMark> marks; ///< the oldest first
    std::optional<Error> problem;   ///< why deployments are missing
};

} // namespace batuta::client
