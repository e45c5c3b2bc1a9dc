// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// cloud_run deploy: a new revision, made once however often it is asked for.
#include "engine/releases/backup.h"
#include "engine/releases/draft.h"
#include "engine/releases/preflight.h"
#include "engine/steps/cloud_run_attempt.h"

#include <algorithm>

namespace batuta::steps {
namespace {

/// The keys of the step: a text, or a reference to a secret.
releases::DraftWish wishOf(const json::Value &with)
{
    releases::DraftWish wish{with["image"].asString(), {}, {}, {}};
    for (const auto &[name, value] : with["settings"].asObject())
        wish.settings.emplace_back(name,
                                   value.isInteger() ? std::to_string(value.asInteger()) : value.asString());
    for (const auto &[name, value] : with["env"].asObject()) {
        const std::string &version = value["version"].asString();
        if (value.isObject())
            wish.env.push_back({name, {}, value["secret"].asString(), version.empty() ? "latest" : version});
        else if (value.isString() || value.isInteger())
            wish.env.push_back(
                {name, value.isString() ? value.asString() : std::to_string(value.asInteger()), {}, {}});
    }
    for (const json::Value &name : with["unset"].asArray())
        wish.unset.push_back(name.asString());
    return wish;
}

json::Array changesValue(const cloud::ServiceConfig &before, const cloud::ServiceConfig &after)
{
    json::Array items;
    for (const releases::KeyChange &change : releases::changesBetween(before, after))
        items.emplace_back(
            json::Object{{"key", change.key}, {"before", change.before}, {"after", change.after}});
    return items;
}

std::string failuresText(const std::vector<releases::Finding> &findings)
{
    std::string text;
    for (const releases::Finding &finding : findings)
        if (finding.weight == releases::Finding::Weight::Fails)
            text += (text.empty() ? "" : "; ") + finding.text + ". " + finding.mend;
    return text;
}

class DeployAttempt final : public CloudRunAttempt
{
public:
    using CloudRunAttempt::CloudRunAttempt;

    /// The name is the same when a crash has interrupted the attempt: what was sent then is found again.
    void begin() override
    {
        const Result<Duration> most = length("for", std::chrono::minutes(10));
        if (!most)
            return later({}, [this, error = most.error()] { refuse(error); });
        m_until = now() + *most;
        const std::string suffix = text("suffix");
        m_revision =
            m_name.service + "-" +
            (suffix.empty() ? "b" + releases::sha256Of(m_execution + "/" + m_step).substr(0, 7) : suffix);
        look();
    }

private:
    void look()
    {
        m_place.cloud->service(
            m_name, alive<Result<cloud::Service>>([this](Result<cloud::Service> service) {
                const bool isNew = !service && service.error().code == ErrorCode::HttpNotFound;
                if (!service && !isNew)
                    return refuse(service.error());
                if (isNew)
                    return deploy(nullptr, {});
                m_place.cloud->revisions(
                    m_name, taking<std::vector<cloud::Revision>>(
                                [this, service = *service](std::vector<cloud::Revision> revisions) {
                                    looked(service, revisions);
                                }));
            }));
    }

    /// A name that somebody chose may be of a revision of long ago.
    bool isOurs(const cloud::Revision &revision) const
    {
        constexpr Duration kClocksDiffer = std::chrono::minutes(2);
        return text("suffix").empty() || revision.created >= begun() - kClocksDiffer;
    }

    void looked(const cloud::Service &service, const std::vector<cloud::Revision> &revisions)
    {
        const auto there =
            std::find_if(revisions.begin(), revisions.end(),
                         [this](const cloud::Revision &one) { return one.name == m_revision; });
        const bool isPending = there == revisions.end() && service.revisionName == m_revision;
        m_before = releases::trafficText(service.routed.empty() ? service.traffic : service.routed);
        if (isPending || (there != revisions.end() && isOurs(*there))) {
            m_wasThere = true;
            return follow();
        }
        deploy(&service, revisions);
    }

    void deploy(const cloud::Service *now, const std::vector<cloud::Revision> &revisions)
    {
        Result<cloud::ServiceConfig> config = draftConfig(now, revisions);
        Result<releases::Traffic> traffic = releases::trafficOf(now, percent(), text("tag"));
        if (!config || !traffic)
            return refuse(config ? traffic.error() : config.error());
        cloud::CloudPort::Draft draft{std::move(*config), m_revision, std::move(*traffic)};
        const std::vector<releases::Finding> findings =
            releases::findingsOf(m_name.service, draft, now, revisions);
        if (releases::fails(findings))
            return fail(failuresText(findings) + " Nothing was deployed.");
        json::Object data{
            {"revision", m_revision},
            {"image", draft.config.image},
            {"traffic", trafficValue(draft.traffic)},
            {"etag", now == nullptr ? "" : now->etag},
            {"changes", changesValue(now == nullptr ? cloud::ServiceConfig() : now->config, draft.config)}};
        const cloud::Service read = now == nullptr ? cloud::Service() : *now;
        change(
            entryOf("deploy", std::move(data)),
            [this, read, draft, isNew = now == nullptr](cloud::Reply<cloud::Operation> reply) {
                send(read, draft, isNew, std::move(reply));
            },
            [this] { isCancelled() ? fail("Cancelled; the revision gets no traffic") : follow(); });
    }

    /// Over what the service has, or over the revision that is to be copied.
    Result<cloud::ServiceConfig> draftConfig(const cloud::Service *now,
                                             const std::vector<cloud::Revision> &revisions) const
    {
        const std::string copied = text("from");
        if (copied.empty())
            return releases::configOf(wishOf(m_with), now == nullptr ? nullptr : &now->config);
        for (const cloud::Revision &one : revisions)
            if (one.name == copied)
                return releases::configOf(wishOf(m_with), &one.config);
        return Error{ErrorCode::HttpNotFound, copied, m_name.service + " has no such revision", {}, {}};
    }

    void send(const cloud::Service &read, const cloud::CloudPort::Draft &draft, bool isNew,
              cloud::Reply<cloud::Operation> reply)
    {
        using Check = cloud::CloudPort::Check;
        // An answer that was lost may stand behind a conflict: then the revision is there.
        auto took = alive<Result<cloud::Operation>>(
            [this, reply = std::move(reply)](const Result<cloud::Operation> &operation) {
                if (operation || operation.error().code != ErrorCode::CloudConflict)
                    return reply(operation);
                m_place.cloud->service(
                    m_name, alive<Result<cloud::Service>>([this, reply, operation](const auto &service) {
                        const bool hasIt = service && service->revisionName == m_revision;
                        reply(hasIt ? Result<cloud::Operation>(cloud::Operation()) : operation);
                    }));
            });
        if (isNew)
            m_place.cloud->create(m_name, draft, Check::Apply, std::move(took));
        else
            m_place.cloud->update(read, draft, Check::Apply, std::move(took));
    }

    /// Until Cloud Run says that the revision is ready, or why it is not.
    void follow()
    {
        m_place.cloud->revisions(
            m_name, taking<std::vector<cloud::Revision>>([this](std::vector<cloud::Revision> revisions) {
                const auto found =
                    std::find_if(revisions.begin(), revisions.end(),
                                 [this](const cloud::Revision &one) { return one.name == m_revision; });
                const cloud::Condition *ready =
                    found == revisions.end() ? nullptr : found->condition("Ready");
                if (ready != nullptr && ready->state == cloud::ConditionState::Failed)
                    return fail(m_revision + " is not ready: " + ready->message + stayed());
                if (ready != nullptr && ready->state == cloud::ConditionState::Succeeded)
                    return settle();
                if (now() >= m_until)
                    return fail(m_revision + " was not ready in time" + stayed());
                later(pace(), [this] { follow(); });
            }));
    }
    std::string stayed() const
    {
        return m_before.empty() ? std::string() : ". The traffic is where it was: " + m_before;
    }

    void settle()
    {
        m_place.cloud->service(m_name, taking<cloud::Service>([this](cloud::Service service) {
                                   const bool isOver = !service.isReconciling &&
                                                       service.observedGeneration >= service.generation;
                                   if (!isOver && now() < m_until)
                                       return later(pace(), [this] { settle(); });
                                   finish(json::Object{{"revision", m_revision},
                                                       {"service", m_name.service},
                                                       {"url", service.url},
                                                       {"traffic", trafficValue(service.traffic)},
                                                       {"was_there", m_wasThere}});
                               }));
    }

    std::string m_revision;
    std::string m_before; ///< the traffic, for people
    WallTime m_until{};
    bool m_wasThere = false;
};

} // namespace

std::unique_ptr<CloudRunAttempt> makeDeploy(CloudJob job)
{
    return std::make_unique<DeployAttempt>(std::move(job));
}

} // namespace batuta::steps
