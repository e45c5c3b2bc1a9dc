// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/json/value.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::cloud {

/// Called once, later, on the loop's thread.
template <class T> using Reply = std::function<void(Result<T>)>;

/// Which service is meant. Every part is a plain name: no `/`.
struct ServiceName
{
    std::string project;
    std::string region;
    std::string service;

    std::string parent() const { return "projects/" + project + "/locations/" + region; }
    std::string path() const { return parent() + "/services/" + service; }
    bool operator==(const ServiceName &) const = default;
};

enum class ConditionState { Pending, Reconciling, Failed, Succeeded };

/// One thing that Cloud Run says of a service or revision, in its own words.
struct Condition
{
    std::string type; ///< Ready, RoutesReady, ContainerHealthy …
    ConditionState state = ConditionState::Pending;
    std::string reason; ///< HEALTH_CHECK_CONTAINER_ERROR …; "" when all is well
    std::string message;
    WallTime since{};
    bool counts = true; ///< whether Ready follows from it: its severity is ERROR or none
};

/// Some share of the traffic, or an address of its own for a revision, or both.
struct TrafficTarget
{
    std::string revision; ///< short name; "" is whatever was ready last
    int percent = 0;
    std::string tag; ///< "" for none
    std::string url; ///< of the tag, as the server says it; never sent

    bool isLatest() const { return revision.empty(); }
    bool operator==(const TrafficTarget &) const = default;
};

/// One variable of a container: a value, or a reference to a secret. Values of secrets are never here.
struct EnvVar
{
    std::string name;
    std::string value;
    std::string secret; ///< its name in the secret manager; "" for a plain value
    std::string secretVersion;

    bool isSecret() const { return !secret.empty(); }
    bool operator==(const EnvVar &) const = default;
};

struct Probe
{
    enum class Kind { Tcp, Http, Grpc };
    Kind kind = Kind::Tcp;
    int port = 0;     ///< 0 is the container's
    std::string path; ///< of http; the service's name of grpc
    int initialDelaySeconds = 0;
    int timeoutSeconds = 1;
    int periodSeconds = 10;
    int failureThreshold = 3;

    bool operator==(const Probe &) const = default;
};

/// What a revision runs: of its first container, which takes the requests, and of the instances around it.
struct ServiceConfig
{
    std::string image;
    std::vector<std::string> command;
    std::vector<std::string> args;
    std::vector<EnvVar> env; ///< in the server's order
    int port = 8080;
    bool http2 = false;
    std::string cpu = "1"; ///< as Cloud Run spells it: 1, 2, 500m
    std::string memory = "512Mi";
    bool cpuIdle = true; ///< the CPU is only there while requests are
    bool startupCpuBoost = false;
    int concurrency = 80;
    int timeoutSeconds = 300;
    int minInstances = 0;
    int maxInstances = 100;
    std::string serviceAccount;
    std::string executionEnvironment; ///< EXECUTION_ENVIRONMENT_GEN1, …_GEN2, or "" for Google's choice
    bool sessionAffinity = false;
    std::optional<Probe> startup;
    std::optional<Probe> liveness;
    /// The template of API v2 as it was read: volumes, other containers and all that is not above are sent
    /// back as they are. Null for a new one.
    json::Value whole;
};

/// A revision as Cloud Run has it.
struct Revision
{
    ServiceName of;
    std::string name; ///< short
    ServiceConfig config;
    std::string imageDigest; ///< `sha256:…`, or "" when the server does not say
    WallTime created{};
    std::string creator;
    std::string logUrl;
    std::vector<Condition> conditions;

    const Condition *condition(std::string_view type) const;
    bool isReady() const;
};

/// A service as Cloud Run has it at one moment; `etag` says which.
struct Service
{
    ServiceName name;
    std::string url;
    std::vector<std::string> urls; ///< all of its addresses
    std::string etag;
    std::int64_t generation = 0;
    std::int64_t observedGeneration = 0;
    WallTime created{};
    WallTime updated{};
    std::string creator;
    std::string lastModifier;
    std::string description;
    std::string ingress; ///< INGRESS_TRAFFIC_ALL …
    bool isOpen = false; ///< nobody is asked who they are: the check of the invoker is off
    std::vector<std::pair<std::string, std::string>> labels;
    ServiceConfig config;               ///< of the newest revision that was asked for
    std::string revisionName;           ///< the name it asks for, or "" when the server chooses
    std::vector<TrafficTarget> traffic; ///< as it was asked for
    std::vector<TrafficTarget> routed;  ///< as it is
    std::string latestReady;            ///< short names
    std::string latestCreated;
    Condition ready;
    std::vector<Condition> conditions;
    bool isReconciling = false;
};

/// Something that goes on at the server. When it is done, it has an error or a response.
struct Operation
{
    std::string name; ///< projects/…/operations/ID
    bool isDone = false;
    std::optional<Error> error;
    json::Value response;
};

struct Binding
{
    std::string role;
    std::vector<std::string> members;
    json::Value condition{}; ///< of IAM, as it was read; null for none
};

/// Who may do what with a service.
struct Policy
{
    std::string etag;
    std::vector<Binding> bindings;

    bool isPublic() const; ///< anybody may call it
};

} // namespace batuta::cloud
