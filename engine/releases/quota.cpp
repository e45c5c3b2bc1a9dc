// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/preflight.h"

#include <algorithm>

namespace batuta::releases {
namespace {

// Of one project in one region.
constexpr std::size_t kMostServices = 1'000, kMostTags = 2'000, kMostRevisions = 1'000;

std::size_t tagsOf(const std::vector<cloud::Service> &services)
{
    std::size_t tags = 0;
    for (const cloud::Service &service : services)
        tags += static_cast<std::size_t>(
            std::count_if(service.traffic.begin(), service.traffic.end(),
                          [](const cloud::TrafficTarget &target) { return !target.tag.empty(); }));
    return tags;
}

} // namespace

std::vector<Finding> checkQuota(const std::vector<cloud::Service> &services, const Room &wanted)
{
    std::vector<Finding> found;
    if (wanted.isNew && services.size() >= kMostServices)
        found.push_back(
            {Finding::Weight::Fails, "quota",
             "the region has " + std::to_string(services.size()) + " services; 1,000 are possible",
             "Delete one that is not needed, or take another region."});
    if (wanted.hasTag && tagsOf(services) >= kMostTags)
        found.push_back({Finding::Weight::Fails, "quota",
                         "the region has 2,000 tags, and no more are possible",
                         "Take tags away that are not needed."});
    if (wanted.revisions >= kMostRevisions)
        found.push_back({Finding::Weight::Warns, "quota",
                         "the service has 1,000 revisions: the oldest that serves nothing will be removed",
                         "Export what you want to keep."});
    return found;
}

} // namespace batuta::releases
