// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/traffic.h"

#include "engine/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace batuta::releases {
namespace {

constexpr std::size_t kLongestLabel = 63; ///< of a DNS name
constexpr std::size_t kTagMark = 3;       ///< `---` between tag and service

Error bad(std::string subject, std::string detail, std::string mend)
{
    return {ErrorCode::FlowBadValue, std::move(subject), std::move(detail), {}, std::move(mend)};
}

std::string nameOf(const std::string &revision)
{
    return revision.empty() ? "latest" : revision;
}

std::map<std::string, int> sharesOf(const Traffic &traffic)
{
    std::map<std::string, int> shares;
    for (const cloud::TrafficTarget &target : traffic)
        if (target.percent > 0)
            shares[target.revision] += target.percent;
    return shares;
}

/// The shares as targets, tags behind them as they were.
Traffic assembled(const Traffic &now, const std::vector<Share> &shares)
{
    Traffic out;
    for (const Share &share : shares)
        if (share.percent > 0)
            out.push_back({share.revision, share.percent, {}, {}});
    for (const cloud::TrafficTarget &target : now)
        if (!target.tag.empty())
            out.push_back({target.revision, 0, target.tag, target.url});
    return out;
}

struct Part
{
    std::string revision;
    int before = 0;
    int whole = 0;
    int remainder = 0; ///< of the division by the sum of all
};

/// `rest` points in proportion to what each has.
std::vector<Share> spread(const std::map<std::string, int> &others, int rest)
{
    int sum = 0;
    for (const auto &[revision, percent] : others)
        sum += percent;
    std::vector<Part> parts;
    int given = 0;
    for (const auto &[revision, percent] : others) {
        parts.push_back({revision, percent, rest * percent / sum, rest * percent % sum});
        given += parts.back().whole;
    }
    std::vector<Part *> order;
    for (Part &part : parts)
        order.push_back(&part);
    std::sort(order.begin(), order.end(), [](const Part *a, const Part *b) {
        return std::tuple(-a->remainder, a->before, a->revision) <
               std::tuple(-b->remainder, b->before, b->revision);
    });
    for (std::size_t i = 0; given < rest; ++i, ++given)
        ++order[i % order.size()]->whole;
    std::vector<Share> shares;
    for (const Part &part : parts)
        shares.push_back({part.revision, part.whole});
    return shares;
}

bool isTag(const std::string &tag)
{
    if (tag.empty() || tag.front() < 'a' || tag.front() > 'z' || tag.back() == '-')
        return false;
    return std::all_of(tag.begin(), tag.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

Status checkTag(const std::string &tag, const std::string &service)
{
    if (!isTag(tag))
        return bad(tag, "a tag is made of small letters, digits and hyphens", "Choose another tag.");
    if (tag.size() + kTagMark + service.size() > kLongestLabel)
        return bad(tag, "tag and service together are longer than an address may be",
                   "Choose a shorter tag.");
    return {};
}

} // namespace

Result<Traffic> withShares(const Traffic &now, const std::vector<Share> &wished)
{
    std::map<std::string, int> others = sharesOf(now);
    std::set<std::string> seen;
    int sum = 0;
    for (const Share &share : wished) {
        if (share.percent < 0 || share.percent > 100)
            return bad(nameOf(share.revision), std::to_string(share.percent) + " is no percent",
                       "Write a whole number from 0 to 100.");
        if (!seen.insert(share.revision).second)
            return bad(nameOf(share.revision), "it stands twice", "Name each revision once.");
        others.erase(share.revision);
        sum += share.percent;
    }
    if (sum > 100)
        return bad("traffic", "the shares come to " + std::to_string(sum) + " %", "Wish for 100 % at most.");
    std::vector<Share> shares = wished;
    if (sum < 100) {
        if (others.empty())
            return bad("traffic",
                       "the shares come to " + std::to_string(sum) + " %, and no other revision serves",
                       "Wish for 100 %.");
        const std::vector<Share> rest = spread(others, 100 - sum);
        shares.insert(shares.end(), rest.begin(), rest.end());
    }
    return assembled(now, shares);
}

Traffic allTo(const Traffic &now, const std::string &revision)
{
    return assembled(now, {{revision, 100}});
}

Result<Traffic> withTag(const Traffic &now, const std::string &tag, const std::string &revision)
{
    Traffic out;
    for (cloud::TrafficTarget target : now) {
        if (target.tag == tag) {
            target.tag.clear();
            target.url.clear();
        }
        if (target.percent > 0 || !target.tag.empty())
            out.push_back(std::move(target));
    }
    if (!revision.empty())
        out.push_back({revision, 0, tag, {}});
    return out;
}

Result<Traffic> withNewRevision(const cloud::Service &service, int percent, const std::string &tag)
{
    Traffic now = service.traffic;
    for (cloud::TrafficTarget &target : now)
        if (target.isLatest())
            target.revision = service.latestReady;
    std::erase_if(now, [](const cloud::TrafficTarget &target) { return target.isLatest(); });
    if (!tag.empty()) // it moves to the new one
        now = withTag(now, tag, {}).value_or(now);
    Result<Traffic> traffic = withShares(now, {{{}, percent}});
    if (traffic && !tag.empty())
        traffic->push_back({{}, 0, tag, {}});
    return traffic;
}

Status checkTraffic(const Traffic &traffic, const std::string &service, const std::vector<std::string> &known)
{
    int sum = 0;
    std::set<std::string> tags;
    for (const cloud::TrafficTarget &target : traffic) {
        if (target.percent < 0 || target.percent > 100)
            return bad(nameOf(target.revision), std::to_string(target.percent) + " is no percent",
                       "Write a whole number from 0 to 100.");
        sum += target.percent;
        if (!target.isLatest() && !known.empty() &&
            std::find(known.begin(), known.end(), target.revision) == known.end())
            return bad(target.revision, "the service has no such revision", [&] {
                const std::string near = nearest(target.revision, known);
                return near.empty() ? "Look at the list of revisions." : "Did you mean " + near + "?";
            }());
        if (target.tag.empty())
            continue;
        if (Status good = checkTag(target.tag, service); !good)
            return good;
        if (!tags.insert(target.tag).second)
            return bad(target.tag, "the tag stands at two revisions", "Give each revision its own tag.");
    }
    if (sum != 100)
        return bad("traffic", "the shares come to " + std::to_string(sum) + " %", "Make them 100 %.");
    return {};
}

std::vector<Move> movesBetween(const Traffic &before, const Traffic &after)
{
    std::map<std::string, Move> moves;
    for (const auto &[revision, percent] : sharesOf(before))
        moves[revision] = {revision, percent, 0};
    for (const auto &[revision, percent] : sharesOf(after)) {
        moves[revision].revision = revision;
        moves[revision].after = percent;
    }
    std::vector<Move> list;
    for (const auto &[revision, move] : moves)
        list.push_back(move);
    std::stable_sort(list.begin(), list.end(),
                     [](const Move &a, const Move &b) { return a.after - a.before > b.after - b.before; });
    return list;
}

std::string trafficText(const Traffic &traffic)
{
    std::vector<std::string> parts;
    for (const cloud::TrafficTarget &target : traffic)
        if (target.percent > 0)
            parts.push_back(std::to_string(target.percent) + " % " + nameOf(target.revision));
    return parts.empty() ? "none" : join(parts, ", ");
}

bool isPinned(const Traffic &traffic)
{
    return !traffic.empty() && std::none_of(traffic.begin(), traffic.end(), [](const auto &target) {
        return target.isLatest() && target.percent > 0;
    });
}

std::string gcloudLine(const cloud::ServiceName &service, const Traffic &traffic)
{
    std::vector<std::string> shares;
    for (const cloud::TrafficTarget &target : traffic)
        if (target.percent > 0)
            shares.push_back((target.isLatest() ? "LATEST" : target.revision) + "=" +
                             std::to_string(target.percent));
    return "gcloud run services update-traffic " + service.service + " --project " + service.project +
           " --region " + service.region + " --to-revisions " + join(shares, ",");
}

} // namespace batuta::releases
