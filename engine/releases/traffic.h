// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/values.h"

#include <string>
#include <utility>
#include <vector>

namespace batuta::releases {

using Traffic = std::vector<cloud::TrafficTarget>;

/// A wish: so many percent for a revision; "" is whatever was ready last.
struct Share
{
    std::string revision;
    int percent = 0;
};

/// The shares as wished; what is left goes to the others that serve now, in proportion to what they have:
/// whole points first, those that are missing by largest remainder, then to the smaller share, then by name,
/// as gcloud does. Revisions without a share stay only for their tags. FlowBadValue when more than 100 is
/// wished, when a revision stands twice, or when nobody is there to take the rest.
Result<Traffic> withShares(const Traffic &now, const std::vector<Share> &wished);
/// Everything to one revision, tags as they are.
Traffic allTo(const Traffic &now, const std::string &revision);
/// The tag at the revision, and nowhere else; "" as the revision takes the tag away.
Result<Traffic> withTag(const Traffic &now, const std::string &tag, const std::string &revision);

/// So many percent for the revision that a deployment makes, and a tag ("" for none); what serves now keeps
/// the rest, pinned by name: it must not follow.
Result<Traffic> withNewRevision(const cloud::Service &service, int percent, const std::string &tag);

/// FlowBadValue unless the percents are 0 … 100 and come to 100, every revision is one of `known`, and tags
/// are unique and fit into an address. No `known` knows every revision.
Status checkTraffic(const Traffic &traffic, const std::string &service,
                    const std::vector<std::string> &known);

/// One move of a preview: the share of a revision before and after.
struct Move
{
    std::string revision; ///< "" is whatever was ready last
    int before = 0;
    int after = 0;
};
/// Revisions whose share changes or that serve, those that gain first.
std::vector<Move> movesBetween(const Traffic &before, const Traffic &after);
/// `75 % svc-00041-abc, 25 % latest`; revisions without a share are left out.
std::string trafficText(const Traffic &traffic);
/// Whether a new revision would get nothing: all of the traffic is pinned to revisions by name.
bool isPinned(const Traffic &traffic);
/// The command of gcloud that does the same.
std::string gcloudLine(const cloud::ServiceName &service, const Traffic &traffic);

} // namespace batuta::releases
