// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/cloud.h"

#include "engine/base/text.h"
#include "engine/cloud/build_client.h"
#include "engine/cloud/image_client.h"
#include "engine/cloud/job_client.h"
#include "engine/cloud/knative.h"
#include "engine/cloud/log_client.h"
#include "engine/cloud/monitoring_client.h"
#include "engine/cloud/run_client.h"
#include "engine/cloud/secret_client.h"
#include "engine/net/http_server.h"
#include "engine/net/url.h"

#include <cstdlib>

namespace batuta::cloud {
namespace {

/// The variables of this process.
std::string processVariable(std::string_view name)
{
    const char *value = std::getenv(std::string(name).c_str());
    return value == nullptr ? std::string() : value;
}

/// The stand-in stands where a proxy would: its address is never sent anything but the APIs' own requests.
Result<net::HttpClientOptions> optionsOf(const Settings &settings, net::HttpClientOptions options)
{
    options.userAgent = kClientName;
    if (!settings.caFile.empty())
        options.caFile = settings.caFile;
    if (options.caFile.empty() && !settings.isLocal())
        options.caFile = processVariable("CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE");
    if (settings.isLocal()) {
        const Result<net::Url> server = net::parseUrl(settings.server);
        if (!server)
            return server.error();
        if (server->tls || !net::isLoopback(server->host))
            return Error{ErrorCode::FlowBadValue,
                         settings.server,
                         "a stand-in for the cloud is on this machine",
                         {},
                         "Write http://127.0.0.1:PORT."};
        options.proxy = "http://" + server->authority();
        options.noProxy.clear();
        return options;
    }
    if (!settings.proxy.empty())
        options.proxy = settings.proxy;
    for (const char *name : {"HTTPS_PROXY", "https_proxy"})
        if (options.proxy.empty())
            options.proxy = processVariable(name);
    std::string direct = settings.noProxy;
    for (const char *name : {"NO_PROXY", "no_proxy"})
        if (direct.empty() && options.noProxy.empty())
            direct = processVariable(name);
    for (const std::string_view host : split(direct, ','))
        if (!trimmed(host).empty())
            options.noProxy.emplace_back(trimmed(host));
    // No proxy knows the way to the machine's own account.
    for (const char *host : {"metadata.google.internal", "169.254.169.254"})
        options.noProxy.emplace_back(host);
    if (const std::string host = processVariable("GCE_METADATA_HOST"); !host.empty())
        options.noProxy.push_back(host);
    return options;
}

} // namespace

struct Cloud::Parts
{
    Parts(net::Loop &loop, const Clock &clock, bool isLocal, Credentials credentials,
          net::HttpClientOptions options)
        : http(loop, std::move(options))
        , ground{loop, http, clock, {}, isLocal}
        , signIn(ground, std::move(credentials))
        , api(ground, signIn)
    {
    }

    net::HttpClient http;
    Ground ground;
    SignIn signIn;
    Api api;
    RunClient run{api};
    JobClient jobs{api};
    KnativeClient knative{api};
    LogClient logs{api};
    MonitoringClient monitoring{api};
    BuildClient builds{api};
    ImageClient images{api};
    SecretClient secrets{api};
};

Result<std::unique_ptr<Cloud>> Cloud::open(net::Loop &loop, const Clock &clock, const Settings &settings,
                                           net::HttpClientOptions http)
{
    Result<Credentials> credentials = findCredentials(
        {settings.credentials, settings.impersonate, settings.isLocal(), processVariable, true});
    if (!credentials)
        return credentials.error();
    Result<net::HttpClientOptions> options = optionsOf(settings, std::move(http));
    if (!options)
        return options.error();
    return std::unique_ptr<Cloud>(new Cloud(std::make_unique<Parts>(
        loop, clock, settings.isLocal(), std::move(*credentials), std::move(*options))));
}

Cloud::Cloud(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Cloud::~Cloud() = default;

const std::string &Cloud::identity() const
{
    return m_parts->signIn.credentials().told;
}

void Cloud::idToken(const std::string &audience, Reply<std::string> reply)
{
    m_parts->signIn.idToken(audience, [reply = std::move(reply)](Result<Token> token) {
        reply(token ? Result<std::string>(token->text) : Result<std::string>(token.error()));
    });
}

void Cloud::secret(const env::SecretReference &reference, Reply<std::string> reply)
{
    m_parts->secrets.value(reference, std::move(reply));
}

JobClient &Cloud::jobs()
{
    return m_parts->jobs;
}

void Cloud::services(const std::string &project, const std::string &region, Reply<std::vector<Service>> reply)
{
    m_parts->run.services(project, region, std::move(reply));
}

void Cloud::service(const ServiceName &name, Reply<Service> reply)
{
    m_parts->run.service(name, std::move(reply));
}

void Cloud::revisions(const ServiceName &name, Reply<std::vector<Revision>> reply)
{
    m_parts->run.revisions(name, std::move(reply));
}

void Cloud::create(const ServiceName &name, const Draft &draft, Check check, Reply<Operation> reply)
{
    m_parts->run.create(name, draft, check, std::move(reply));
}

void Cloud::update(const Service &read, const Draft &draft, Check check, Reply<Operation> reply)
{
    m_parts->run.update(read, draft, check, std::move(reply));
}

void Cloud::route(const Service &read, const std::vector<TrafficTarget> &traffic, Check check,
                  Reply<Operation> reply)
{
    m_parts->run.route(read, traffic, check, std::move(reply));
}

void Cloud::remove(const Service &read, Reply<Operation> reply)
{
    m_parts->run.remove(read, std::move(reply));
}

void Cloud::removeRevision(const Revision &revision, Reply<Operation> reply)
{
    m_parts->run.removeRevision(revision, std::move(reply));
}

void Cloud::operation(const std::string &name, Reply<Operation> reply)
{
    m_parts->run.operation(name, std::move(reply));
}

void Cloud::wait(const std::string &name, Duration most, Reply<Operation> reply)
{
    m_parts->run.wait(name, most, std::move(reply));
}

void Cloud::policy(const ServiceName &name, Reply<Policy> reply)
{
    m_parts->run.policy(name, std::move(reply));
}

void Cloud::setPolicy(const ServiceName &name, const Policy &policy, Reply<Policy> reply)
{
    m_parts->run.setPolicy(name, policy, std::move(reply));
}

void Cloud::exportYaml(const ServiceName &name, Reply<std::string> reply)
{
    m_parts->knative.exportYaml(name, std::move(reply));
}

void Cloud::replace(const ServiceName &name, const std::string &yaml, Check check, Reply<Operation> reply)
{
    m_parts->knative.replace(name, yaml, check, std::move(reply));
}

void Cloud::logs(const LogQuery &query, Reply<LogPage> reply)
{
    m_parts->logs.list(query, std::move(reply));
}

std::unique_ptr<Running> Cloud::tail(const LogQuery &query, WallTime from, Reply<std::vector<LogEntry>> sink)
{
    return m_parts->logs.tail(query, from, std::move(sink));
}

void Cloud::series(const SeriesQuery &query, Reply<std::vector<Series>> reply)
{
    m_parts->monitoring.series(query, std::move(reply));
}

void Cloud::alertPolicies(const std::string &project, Reply<std::vector<AlertPolicy>> reply)
{
    m_parts->monitoring.alertPolicies(project, std::move(reply));
}

void Cloud::saveAlertPolicy(const std::string &project, const AlertPolicy &policy, Reply<AlertPolicy> reply)
{
    m_parts->monitoring.saveAlertPolicy(project, policy, std::move(reply));
}

void Cloud::notificationChannels(const std::string &project, Reply<std::vector<NotificationChannel>> reply)
{
    m_parts->monitoring.notificationChannels(project, std::move(reply));
}

void Cloud::budgets(const std::string &billingAccount, Reply<std::vector<Budget>> reply)
{
    m_parts->monitoring.budgets(billingAccount, std::move(reply));
}

void Cloud::saveBudget(const std::string &billingAccount, const Budget &budget, Reply<Budget> reply)
{
    m_parts->monitoring.saveBudget(billingAccount, budget, std::move(reply));
}

std::unique_ptr<Running> Cloud::build(const BuildRequest &request, BuildWatch watch, Reply<Build> reply)
{
    return m_parts->builds.build(request, std::move(watch), std::move(reply));
}

void Cloud::images(const std::string &repository, Reply<std::vector<Image>> reply)
{
    m_parts->images.images(repository, std::move(reply));
}

} // namespace batuta::cloud
