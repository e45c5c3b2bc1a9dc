// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// cloud_run traffic and rollback.
#include "engine/releases/last_good.h"
#include "engine/steps/cloud_run_attempt.h"

#include <algorithm>

namespace batuta::steps {
namespace {

releases::Traffic trafficFrom(const json::Value &list)
{
    releases::Traffic traffic;
    for (const json::Value &one : list.asArray())
        traffic.push_back({one["revision"].asString(),
                           static_cast<int>(one["percent"].asInteger()),
                           one["tag"].asString(),
                           {}});
    return traffic;
}

class TrafficAttempt final : public CloudRunAttempt
{
public:
    using CloudRunAttempt::CloudRunAttempt;

    void begin() override
    {
        m_place.cloud->service(m_name,
                               taking<cloud::Service>([this](cloud::Service service) { route(service); }));
    }

private:
    /// Only while the revision has one of the shares that it was given here.
    bool isAmong(int share) const
    {
        const json::Array &known = m_with["among"].asArray();
        return m_with["among"].isNull() || std::any_of(known.begin(), known.end(), [&](const auto &one) {
                   return one.isNumber() && one.asDouble() == share;
               });
    }
    Result<releases::Traffic> wanted(const cloud::Service &service) const
    {
        if (!m_with["traffic"].isNull())
            return trafficFrom(m_with["traffic"]);
        releases::Traffic traffic = namedTraffic(service);
        if (const auto share = percent()) {
            auto shared = releases::withShares(traffic, {{text("revision"), *share}});
            if (!shared)
                return shared;
            traffic = std::move(*shared);
        }
        return text("tag").empty() ? Result<releases::Traffic>(std::move(traffic))
                                   : releases::withTag(traffic, text("tag"), text("revision"));
    }

    void route(const cloud::Service &service)
    {
        const std::string revision = text("revision");
        const int share = shareOf(service, revision);
        const bool guards = !m_with["among"].isNull() && !revision.empty();
        const auto traffic = wanted(service);
        if (!traffic)
            return refuse(traffic.error());
        const bool isGone =
            share == 0 && std::none_of(traffic->begin(), traffic->end(), [&](const auto &one) {
                return one.revision == revision && one.percent > 0;
            });
        if (guards && (isGone || isSameTraffic(namedTraffic(service), *traffic))) // there is nothing to do
            return finish(outputOf(service, false));
        if (guards && !isAmong(share))
            return leave(service);
        move(service, *traffic, "route_traffic",
             [this](const cloud::Service &after) { finish(outputOf(after, true)); });
    }

    /// What somebody else has moved stays. Who wanted the whole of it as it was has no more to do.
    void leave(const cloud::Service &service)
    {
        json::Value output = outputOf(service, false);
        if (!m_with["traffic"].isNull())
            return finish(std::move(output));
        takeOver(service, text("revision"), [this, output](const TakenOver &over) mutable {
            over.tell(output.object());
            fail(over.why, std::move(output));
        });
    }

    json::Value outputOf(const cloud::Service &service, bool isMoved) const
    {
        return json::Object{{"service", m_name.service},
                            {"revision", text("revision")},
                            {"percent", m_with["percent"]},
                            {"moved", isMoved},
                            {"traffic", trafficValue(service.traffic)}};
    }
};

class RollbackAttempt final : public CloudRunAttempt
{
public:
    using CloudRunAttempt::CloudRunAttempt;

    void begin() override
    {
        m_place.cloud->service(m_name, taking<cloud::Service>([this](cloud::Service service) {
                                   m_service = std::move(service);
                                   if (!text("revision").empty())
                                       return back(text("revision"), "it was named");
                                   choose();
                               }));
    }

private:
    void choose()
    {
        m_place.cloud->revisions(
            m_name, taking<std::vector<cloud::Revision>>([this](std::vector<cloud::Revision> revisions) {
                const cloud::SeriesQuery query =
                    releases::recordQuery(m_name, now() - std::chrono::hours(24), now());
                m_place.cloud->series(
                    query, alive<Result<std::vector<cloud::Series>>>(
                               [this, revisions](const Result<std::vector<cloud::Series>> &counts) {
                                   chosen(revisions, counts
                                                         ? releases::recordsOf(*counts, releases::kRecordStep)
                                                         : std::vector<releases::Record>());
                               }));
            }));
    }
    void chosen(const std::vector<cloud::Revision> &revisions, const std::vector<releases::Record> &records)
    {
        const releases::LastGood good = releases::lastKnownGood(m_service, revisions, records);
        if (good.revision.empty())
            return fail("There is nowhere to go back to: " + good.why);
        back(good.revision, good.why);
    }
    void back(const std::string &revision, const std::string &why)
    {
        move(m_service, releases::allTo(namedTraffic(m_service), revision), "roll_back",
             [this, revision, why](const cloud::Service &after) {
                 finish(json::Object{{"service", m_name.service},
                                     {"revision", revision},
                                     {"why", why},
                                     {"traffic", trafficValue(after.traffic)}});
             });
    }

    cloud::Service m_service;
};

} // namespace

std::unique_ptr<CloudRunAttempt> makeTraffic(CloudJob job)
{
    return std::make_unique<TrafficAttempt>(std::move(job));
}

std::unique_ptr<CloudRunAttempt> makeRollback(CloudJob job)
{
    return std::make_unique<RollbackAttempt>(std::move(job));
}

} // namespace batuta::steps
