// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/cloud_local/builds.h"
#include "engine/cloud_local/documents.h"
#include "engine/cloud_local/images.h"
#include "engine/cloud_local/jobs.h"
#include "engine/cloud_local/local_cloud.h"
#include "engine/cloud_local/operations.h"
#include "engine/cloud_local/place.h"
#include "engine/cloud_local/services.h"
#include "engine/cloud_local/tokens.h"
#include "engine/fleet/fleet.h"
#include "engine/net/http_server.h"

#include <map>
#include <memory>

namespace batuta::cloud_local {

/// The parts of one local cloud, for its handlers. Lives on the loop's thread.
struct Cloud
{
    Cloud(net::Loop &loop, const Clock &clock, LocalCloudOptions options,
          std::unique_ptr<Documents> documents);

    std::string now() const { return isoTime(clock.wall()); }

    net::Loop &loop;
    const Clock &clock;
    LocalCloudOptions options;
    std::unique_ptr<Documents> documents;
    fleet::Fleet fleet;
    Images images;
    Operations operations;
    Services services;
    Jobs jobs;
    Tokens tokens;
    Builds builds;
    std::uint16_t port = 0;
};

/// One request, matched to its route.
struct Call
{
    Cloud &cloud;
    net::ServerRequest request;
    net::Responder responder;
    Place place;
    std::map<std::string, std::string, std::less<>> parameters{};
    json::Value body{};
    std::string who{}; ///< an e-mail address

    /// A `{name}` of the route's path.
    const std::string &operator[](std::string_view name) const;
    std::string_view query(std::string_view name) const { return request.queryValue(name); }
    std::string project() const; ///< its id, also when the path has its number
    std::string region() const;  ///< of the path, of the host, or the default one; "" for `-`
    Ref ref(std::string_view name) const { return {project(), region(), (*this)[name]}; }
    int number(std::string_view query, int fallback, int most) const;
};

using Handler = Answer (*)(Call &call);

/// `{name}` takes one segment of the path, `{name*}` the rest; `{name}:verb` leaves the verb.
struct Route
{
    Api api;
    std::string_view method;
    std::string_view path;
    Handler handler;
    bool isRaw = false; ///< the body is not JSON
};
using Routes = std::vector<Route>;

void addRunV1(Routes &routes);
void addRunV2(Routes &routes);
void addRunIam(Routes &routes);
void addJobs(Routes &routes);
void addJobsV1(Routes &routes);
void addOperations(Routes &routes);
void addLogging(Routes &routes);
void addMonitoring(Routes &routes);
void addPolicies(Routes &routes);
void addProjects(Routes &routes);
void addTokens(Routes &routes);
void addStorage(Routes &routes);
void addBuilds(Routes &routes);
void addSecrets(Routes &routes);
/// A secret of the file; nothing when it is not there.
std::optional<std::string> secretOf(const Cloud &cloud, const std::string &name);
const Routes &routes();

/// Finds the route, reads the body, asks for leave, calls the handler, writes the documents, answers.
void dispatch(Cloud &cloud, net::ServerRequest request, net::Responder responder);
void send(net::Responder &responder, Answer answer);
/// Part of a list as `pageSize` (or `limit`) and `pageToken` (or `continue`) ask for it.
struct Page
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::string next; ///< token, or ""
};
Page pageOf(const Call &call, std::size_t count, int most, bool isV1 = false);

} // namespace batuta::cloud_local
