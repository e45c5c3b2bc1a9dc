// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// cloud_run wait and export.
#include "engine/steps/cloud_run_attempt.h"

#include <algorithm>

namespace batuta::steps {
namespace {

class CloudWaitAttempt final : public CloudRunAttempt
{
public:
    using CloudRunAttempt::CloudRunAttempt;

    void begin() override
    {
        const Result<Duration> most = length("for", std::chrono::minutes(2));
        if (!most)
            return later({}, [this, error = most.error()] { refuse(error); });
        m_until = now() + *most;
        m_revision = text("revision");
        look();
    }

private:
    void look()
    {
        m_place.cloud->service(m_name, taking<cloud::Service>([this](cloud::Service service) {
                                   m_service = std::move(service);
                                   if (m_revision.empty())
                                       m_revision = m_service.latestCreated;
                                   ask();
                               }));
    }
    void ask()
    {
        m_place.cloud->revisions(
            m_name, taking<std::vector<cloud::Revision>>([this](std::vector<cloud::Revision> revisions) {
                const auto found =
                    std::find_if(revisions.begin(), revisions.end(),
                                 [this](const cloud::Revision &one) { return one.name == m_revision; });
                const cloud::Condition *ready =
                    found == revisions.end() ? nullptr : found->condition("Ready");
                if (found == revisions.end() && !m_service.isReconciling)
                    return fail(m_name.service + " has no revision " + m_revision);
                if (ready != nullptr && ready->state == cloud::ConditionState::Failed)
                    return fail(m_revision + " is not ready: " + ready->message);
                if (ready != nullptr && ready->state == cloud::ConditionState::Succeeded)
                    return text("path").empty() ? healthy(0) : knock();
                again(m_revision + " was not ready in time", [this] { look(); });
            }));
    }
    void again(const std::string &reason, std::function<void()> work)
    {
        if (now() >= m_until)
            return fail(reason +
                        ". The traffic is where it was: " + releases::trafficText(m_service.traffic));
        later(pace(), std::move(work));
    }

    void knock()
    {
        const std::string address = addressOf(m_service, m_revision);
        if (address.empty())
            return fail(m_revision + " has no address of its own to be asked at: give it a tag");
        net::HttpRequest request;
        const std::string path = text("path");
        request.url = address + (path.starts_with('/') ? "" : "/") + path;
        request.timeout = std::chrono::seconds(10);
        request.maxResponseBytes = 1 << 20;
        if (!m_token.empty())
            request.headers.emplace_back("Authorization", "Bearer " + m_token);
        ++m_tries;
        using Answer = tl::expected<net::HttpResponse, net::HttpFailure>;
        m_services.http.send(std::move(request), alive<Answer>([this](const Answer &answer) {
                                 answered(answer ? answer->status : 0,
                                          answer ? "" : answer.error().error.detail);
                             }));
    }
    void answered(int status, const std::string &problem)
    {
        if (status >= 200 && status < 300)
            return healthy(status);
        const bool isLocked = status == 401 || status == 403;
        if (isLocked && m_token.empty() && m_place.idToken)
            return m_place.idToken(m_service.url,
                                   alive<Result<std::string>>([this](const Result<std::string> &token) {
                                       m_token = token ? *token : "";
                                       token ? knock() : refuse(token.error());
                                   }));
        again("Health check of " + m_revision + ": " + text("path") + " answered " +
                  (status == 0 ? problem : std::to_string(status)) + ", asked " + std::to_string(m_tries) +
                  (m_tries == 1 ? " time" : " times"),
              [this] { knock(); });
    }
    void healthy(int status)
    {
        finish(json::Object{{"service", m_name.service},
                            {"revision", m_revision},
                            {"url", m_service.url},
                            {"address", addressOf(m_service, m_revision)},
                            {"status", status == 0 ? json::Value() : json::Value(status)},
                            {"tries", m_tries},
                            {"traffic", trafficValue(namedTraffic(m_service))}});
    }

    std::string m_revision;
    std::string m_token;
    cloud::Service m_service;
    WallTime m_until{};
    int m_tries = 0;
};

class ExportAttempt final : public CloudRunAttempt
{
public:
    using CloudRunAttempt::CloudRunAttempt;

    void begin() override
    {
        m_place.cloud->exportYaml(m_name, taking<std::string>([this](std::string yaml) {
                                      finish(json::Object{{"service", m_name.service}, {"yaml", yaml}});
                                  }));
    }
};

} // namespace

std::unique_ptr<CloudRunAttempt> makeCloudWait(CloudJob job)
{
    return std::make_unique<CloudWaitAttempt>(std::move(job));
}

std::unique_ptr<CloudRunAttempt> makeExport(CloudJob job)
{
    return std::make_unique<ExportAttempt>(std::move(job));
}

} // namespace batuta::steps
