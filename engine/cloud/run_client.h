// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/cloud_port.h"

namespace batuta::cloud {

/// API v2 of Cloud Run: services, revisions, traffic, operations, IAM. See CloudPort for what its calls
/// promise.
class RunClient
{
public:
    using Draft = CloudPort::Draft;
    using Check = CloudPort::Check;

    explicit RunClient(Api &api)
        : m_api(api)
    {
    }

    void services(const std::string &project, const std::string &region, Reply<std::vector<Service>> reply);
    void service(const ServiceName &name, Reply<Service> reply);
    void revisions(const ServiceName &name, Reply<std::vector<Revision>> reply);
    void create(const ServiceName &name, const Draft &draft, Check check, Reply<Operation> reply);
    void update(const Service &read, const Draft &draft, Check check, Reply<Operation> reply);
    void route(const Service &read, const std::vector<TrafficTarget> &traffic, Check check,
               Reply<Operation> reply);
    void remove(const Service &read, Reply<Operation> reply);
    void removeRevision(const Revision &revision, Reply<Operation> reply);
    void operation(const std::string &name, Reply<Operation> reply);
    void wait(const std::string &name, Duration most, Reply<Operation> reply);
    void policy(const ServiceName &name, Reply<Policy> reply);
    void setPolicy(const ServiceName &name, const Policy &policy, Reply<Policy> reply);

private:
    void change(const Service &read, ApiCall call, Reply<Operation> reply);
    void waitUntil(const std::string &name, SteadyTime end, Reply<Operation> reply);
    void addDigests(const ServiceName &name, std::vector<Revision> revisions,
                    Reply<std::vector<Revision>> reply);

    Api &m_api;
};

/// Refuses what could reach into the path of another resource.
Status checkName(const ServiceName &name);

} // namespace batuta::cloud
