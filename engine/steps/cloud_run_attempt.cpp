// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/cloud_run_attempt.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

/// Targets in one order, without the addresses, which the server alone writes.
std::vector<std::tuple<std::string, std::string, int>> comparable(const releases::Traffic &traffic)
{
    std::vector<std::tuple<std::string, std::string, int>> all;
    for (const cloud::TrafficTarget &target : traffic)
        if (target.percent > 0 || !target.tag.empty())
            all.emplace_back(target.revision, target.tag, target.percent);
    std::sort(all.begin(), all.end());
    return all;
}

plan::Outcome failureOf(const Error &error)
{
    const bool isNet = error.code == ErrorCode::NetConnect || error.code == ErrorCode::NetResolve ||
                       error.code == ErrorCode::NetTls;
    const bool isLate = error.code == ErrorCode::NetTimeout;
    return failed(isLate ? Cause::Timeout : isNet ? Cause::Connection : Cause::Other, errorText(error));
}

} // namespace

CloudRunAttempt::CloudRunAttempt(CloudJob job)
    : m_services(job.services)
    , m_with(std::move(job.with))
    , m_place(std::move(job.place))
    , m_name(std::move(job.name))
    , m_execution(job.attempt.execution.value)
    , m_step(job.attempt.step.id.value)
    , m_begun(beginOf(job.attempt, job.services.clock))
    , m_report(std::move(job.report))
    , m_limit(job.services)
    , m_next(job.services)
{
    m_who = actorOf(job.attempt);
    if (const AttemptLimit limit = limitOf(job.attempt, job.services.clock); limit.at < WallTime::max())
        m_limit.start(limit.at, [this, reason = limit.reason] {
            tell({failed(Cause::Timeout, reason), {}, {}});
        });
}

void CloudRunAttempt::cancel()
{
    m_isCancelled = true;
    if (m_isChanging)
        return;
    m_life.reset(); // an answer that comes now must not put other work in the place of this
    later({}, [this] { tell({cancelled(), {}, {}}); });
}

void CloudRunAttempt::tell(AttemptReport what)
{
    m_limit.stop();
    m_next.stop();
    m_life.reset(); // answers that are still on their way do nothing any more
    if (const Report report = std::exchange(m_report, nullptr))
        report(std::move(what)); // may destroy this
}

void CloudRunAttempt::finish(json::Value output)
{
    tell({done(), std::move(output), {}});
}

void CloudRunAttempt::fail(std::string reason, json::Value output)
{
    tell({failed(Cause::Other, std::move(reason)), std::move(output), {}});
}

void CloudRunAttempt::refuse(const Error &error)
{
    tell({failureOf(error), {}, {}});
}

void CloudRunAttempt::later(Duration wait, std::function<void()> work)
{
    m_next.start(now() + wait, std::move(work));
}

Duration CloudRunAttempt::pace() const
{
    return m_place.isLocal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(1'500);
}

std::string CloudRunAttempt::text(const char *key) const
{
    const json::Value &value = m_with[key];
    return value.isString()    ? value.asString()
           : value.isInteger() ? std::to_string(value.asInteger())
                               : std::string();
}

std::optional<int> CloudRunAttempt::percent() const
{
    const json::Value &value = m_with["percent"];
    return value.isNumber() ? std::optional(static_cast<int>(std::lround(value.asDouble()))) : std::nullopt;
}

Result<Duration> CloudRunAttempt::length(const char *key, Duration fallback) const
{
    const std::string given = text(key);
    return given.empty() ? fallback : parseDuration(given);
}

CloudEntry CloudRunAttempt::entryOf(const char *verb, json::Object data) const
{
    data.set("execution", m_execution);
    data.set("step", m_step);
    return {verb, m_place.environment + "/" + m_name.service, m_who, text("reason"), std::move(data)};
}

void CloudRunAttempt::takeOver(const cloud::Service &service, const std::string &revision,
                               std::function<void(const TakenOver &)> then)
{
    findTakenOver(*m_services.cloud, {{m_place, m_name}, m_execution, m_step, m_who, revision}, service,
                  [life = std::weak_ptr(m_life), then = std::move(then)](const TakenOver &over) {
                      if (!life.expired())
                          then(over);
                  });
}

void CloudRunAttempt::change(CloudEntry entry, Change send, std::function<void()> then)
{
    if (m_isCancelled)
        return tell({cancelled(), {}, {}});
    m_isChanging = true;
    CloudEntry refusal = entry;
    refusal.verb = "release_refused";
    const auto sent = [this, then = std::move(then), refusal](Result<cloud::Operation> operation) mutable {
        m_isChanging = false;
        if (operation && !operation->error)
            return then();
        const Error error = operation ? *operation->error : operation.error();
        refusal.data.object().set("refused", error.detail.substr(0, 1'000));
        m_services.cloud->note(std::move(refusal), [] {});
        refuse(error);
    };
    m_services.cloud->note(std::move(entry),
                           [this, send = std::move(send), sent, life = std::weak_ptr(m_life)] {
                               if (!life.expired())
                                   send(alive<Result<cloud::Operation>>(sent));
                           });
}

void CloudRunAttempt::move(const cloud::Service &read, const Traffic &wanted, const std::string &verb,
                           std::function<void(cloud::Service)> then)
{
    if (isSameTraffic(read.traffic, wanted))
        return arrived(wanted, std::move(then));
    if (const Status good = releases::checkTraffic(wanted, m_name.service, {}); !good)
        return refuse(good.error());
    json::Object data{{"etag", read.etag},
                      {"before", trafficValue(read.traffic)},
                      {"traffic", trafficValue(wanted)},
                      {"revision", text("revision")}};
    change(
        entryOf(verb.c_str(), std::move(data)),
        [this, read, wanted](cloud::Reply<cloud::Operation> reply) {
            m_place.cloud->route(read, wanted, cloud::CloudPort::Check::Apply, std::move(reply));
        },
        [this, wanted, then = std::move(then)] { arrived(wanted, then); });
}

/// Until the ingress has it: what follows counts on it.
void CloudRunAttempt::arrived(const Traffic &wanted, std::function<void(cloud::Service)> then)
{
    m_place.cloud->service(
        m_name, taking<cloud::Service>([this, wanted, then = std::move(then)](cloud::Service service) {
            const bool isThere = !service.isReconciling && service.observedGeneration >= service.generation;
            // A newer revision that does not start is no reason: only the routes count here.
            const auto routes = std::find_if(service.conditions.begin(), service.conditions.end(),
                                             [](const auto &one) { return one.type == "RoutesReady"; });
            if (isThere && routes != service.conditions.end() &&
                routes->state == cloud::ConditionState::Failed)
                return fail(m_name.service + ": " + routes->message);
            if (isThere)
                return then(std::move(service));
            later(pace(), [this, wanted, then] { arrived(wanted, then); });
        }));
}

releases::Traffic namedTraffic(const cloud::Service &service)
{
    releases::Traffic traffic = service.traffic;
    for (cloud::TrafficTarget &target : traffic)
        if (target.isLatest())
            target.revision = service.latestReady;
    return traffic;
}

bool isSameTraffic(const releases::Traffic &one, const releases::Traffic &other)
{
    return comparable(one) == comparable(other);
}

std::string addressOf(const cloud::Service &service, const std::string &revision)
{
    for (const auto *traffic : {&service.routed, &service.traffic})
        for (const cloud::TrafficTarget &target : *traffic)
            if (!target.tag.empty() && !target.url.empty() &&
                (target.isLatest() ? service.latestReady : target.revision) == revision)
                return target.url;
    return shareOf(service, revision) == 100 ? service.url : std::string();
}

int shareOf(const cloud::Service &service, const std::string &revision)
{
    int share = 0;
    for (const cloud::TrafficTarget &target : namedTraffic(service))
        share += target.revision == revision ? target.percent : 0;
    return share;
}

json::Value trafficValue(const releases::Traffic &traffic)
{
    json::Array targets;
    for (const cloud::TrafficTarget &target : traffic)
        targets.emplace_back(
            json::Object{{"revision", target.revision}, {"percent", target.percent}, {"tag", target.tag}});
    return targets;
}

} // namespace batuta::steps
