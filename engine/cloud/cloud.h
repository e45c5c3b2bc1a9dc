// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/cloud_port.h"
#include "engine/cloud/credentials.h"
#include "engine/cloud/settings.h"
#include "engine/env/secret_reference.h"
#include "engine/net/http_client.h"

#include <memory>

namespace batuta::cloud {

class JobClient;

/// Google Cloud, or a stand-in for it, as one identity. Owns its HTTP client, sign-in and clients of the
/// APIs. Lives on its loop's thread; when it is destroyed nothing is answered any more.
class Cloud final : public CloudPort
{
public:
    /// As who is signed in where the settings say, else on this machine (see findCredentials). `http` is what
    /// the engine's own client is given; proxy and roots of the settings stand above it. FlowBadValue when
    /// the stand-in's address is not of this machine; CloudSignIn when nobody is signed in.
    static Result<std::unique_ptr<Cloud>> open(net::Loop &loop, const Clock &clock, const Settings &settings,
                                               net::HttpClientOptions http);
    ~Cloud() override;

    /// Who is signed in, for people.
    const std::string &identity() const;
    /// An id token for what is at the address; see SignIn.
    void idToken(const std::string &audience, Reply<std::string> reply);
    /// The value that a reference to Secret Manager stands for.
    void secret(const env::SecretReference &reference, Reply<std::string> reply);

    /// Jobs, which are no part of CloudPort: only the command line works with them.
    JobClient &jobs();

    void services(const std::string &project, const std::string &region,
                  Reply<std::vector<Service>> reply) override;
    void service(const ServiceName &name, Reply<Service> reply) override;
    void revisions(const ServiceName &name, Reply<std::vector<Revision>> reply) override;
    void create(const ServiceName &name, const Draft &draft, Check check, Reply<Operation> reply) override;
    void update(const Service &read, const Draft &draft, Check check, Reply<Operation> reply) override;
    void route(const Service &read, const std::vector<TrafficTarget> &traffic, Check check,
               Reply<Operation> reply) override;
    void remove(const Service &read, Reply<Operation> reply) override;
    void removeRevision(const Revision &revision, Reply<Operation> reply) override;
    void operation(const std::string &name, Reply<Operation> reply) override;
    void wait(const std::string &name, Duration most, Reply<Operation> reply) override;
    void policy(const ServiceName &name, Reply<Policy> reply) override;
    void setPolicy(const ServiceName &name, const Policy &policy, Reply<Policy> reply) override;
    void exportYaml(const ServiceName &name, Reply<std::string> reply) override;
    void replace(const ServiceName &name, const std::string &yaml, Check check,
                 Reply<Operation> reply) override;
    void logs(const LogQuery &query, Reply<LogPage> reply) override;
    std::unique_ptr<Running> tail(const LogQuery &query, WallTime from,
                                  Reply<std::vector<LogEntry>> sink) override;
    void series(const SeriesQuery &query, Reply<std::vector<Series>> reply) override;
    void alertPolicies(const std::string &project, Reply<std::vector<AlertPolicy>> reply) override;
    void saveAlertPolicy(const std::string &project, const AlertPolicy &policy,
                         Reply<AlertPolicy> reply) override;
    void notificationChannels(const std::string &project,
                              Reply<std::vector<NotificationChannel>> reply) override;
    void budgets(const std::string &billingAccount, Reply<std::vector<Budget>> reply) override;
    void saveBudget(const std::string &billingAccount, const Budget &budget, Reply<Budget> reply) override;
    std::unique_ptr<Running> build(const BuildRequest &request, BuildWatch watch,
                                   Reply<Build> reply) override;
    void images(const std::string &repository, Reply<std::vector<Image>> reply) override;

private:
    struct Parts;
    explicit Cloud(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace batuta::cloud
