// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/build_values.h"
#include "engine/cloud/values.h"
#include "engine/cloud/watch_values.h"

#include <memory>

namespace batuta::cloud {

/// Something that goes on until it is destroyed; its callbacks are not called any more then.
class Running
{
public:
    virtual ~Running() = default;
};

/// Google Cloud, or the stand-in for it, as the rest of Batuta sees it. On the loop's thread. Every call
/// answers once, later, after at most its timeout and retries. Errors: CloudSignIn, ActForbidden (the role is
/// missing), HttpNotFound, CloudConflict (somebody changed it since it was read; the detail says who),
/// CloudRefused (in Google's words), Net….
class CloudPort
{
public:
    /// Whether a change is only checked by the server, and not made.
    enum class Check { Apply, Only };
    struct Draft
    {
        ServiceConfig config;
        std::string revision;               ///< short name, or "" for the server's choice
        std::vector<TrafficTarget> traffic; ///< empty leaves it as it is
    };

    virtual ~CloudPort() = default;

    virtual void services(const std::string &project, const std::string &region,
                          Reply<std::vector<Service>> reply) = 0;
    virtual void service(const ServiceName &name, Reply<Service> reply) = 0;
    /// The newest first.
    virtual void revisions(const ServiceName &name, Reply<std::vector<Revision>> reply) = 0;

    virtual void create(const ServiceName &name, const Draft &draft, Check check, Reply<Operation> reply) = 0;
    /// A new revision. Refused with CloudConflict when `read` is not the newest state any more.
    virtual void update(const Service &read, const Draft &draft, Check check, Reply<Operation> reply) = 0;
    /// Moves the traffic only: one request. Refused with CloudConflict like update().
    virtual void route(const Service &read, const std::vector<TrafficTarget> &traffic, Check check,
                       Reply<Operation> reply) = 0;
    virtual void remove(const Service &read, Reply<Operation> reply) = 0;
    virtual void removeRevision(const Revision &revision, Reply<Operation> reply) = 0;

    virtual void operation(const std::string &name, Reply<Operation> reply) = 0;
    /// Until it is done; NetTimeout when that takes longer than `most`.
    virtual void wait(const std::string &name, Duration most, Reply<Operation> reply) = 0;

    virtual void policy(const ServiceName &name, Reply<Policy> reply) = 0;
    virtual void setPolicy(const ServiceName &name, const Policy &policy, Reply<Policy> reply) = 0;

    /// The service as YAML that replace() and `gcloud run services replace` take.
    virtual void exportYaml(const ServiceName &name, Reply<std::string> reply) = 0;
    /// Makes the service what the YAML says, in this region; `response` is the service as API v1 has it.
    virtual void replace(const ServiceName &name, const std::string &yaml, Check check,
                         Reply<Operation> reply) = 0;

    virtual void logs(const LogQuery &query, Reply<LogPage> reply) = 0;
    /// New entries as they come, the oldest first, each once. A failure is told, and the tail goes on.
    virtual std::unique_ptr<Running> tail(const LogQuery &query, WallTime from,
                                          Reply<std::vector<LogEntry>> sink) = 0;
    virtual void series(const SeriesQuery &query, Reply<std::vector<Series>> reply) = 0;

    virtual void alertPolicies(const std::string &project, Reply<std::vector<AlertPolicy>> reply) = 0;
    /// Makes it, or changes it when it has a name.
    virtual void saveAlertPolicy(const std::string &project, const AlertPolicy &policy,
                                 Reply<AlertPolicy> reply) = 0;
    virtual void notificationChannels(const std::string &project,
                                      Reply<std::vector<NotificationChannel>> reply) = 0;
    virtual void budgets(const std::string &billingAccount, Reply<std::vector<Budget>> reply) = 0;
    virtual void saveBudget(const std::string &billingAccount, const Budget &budget, Reply<Budget> reply) = 0;

    /// Packs the directory, uploads it, builds it, and answers when the build is over, however it ended.
    virtual std::unique_ptr<Running> build(const BuildRequest &request, BuildWatch watch,
                                           Reply<Build> reply) = 0;
    /// The images of REGION-docker.pkg.dev/PROJECT/REPOSITORY[/IMAGE], the newest first.
    virtual void images(const std::string &repository, Reply<std::vector<Image>> reply) = 0;
};

} // namespace batuta::cloud
