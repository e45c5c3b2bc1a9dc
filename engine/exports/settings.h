// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/base/units.h"
#include "engine/env/environment.h"
#include "engine/net/http_client.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::exports {

/// Where traces go, and how. Anything but the addresses may be left as it is here.
struct TraceSettings
{
    std::string url;      ///< whole: https://collector:4318/v1/traces
    net::Headers headers; ///< mostly a key of the collector: never shown
    std::string service = "batuta";
    std::vector<std::pair<std::string, std::string>> resource; ///< more attributes of the sender
    bool packs = false;                                        ///< gzip
    Duration timeout = std::chrono::seconds(10);               ///< of one request
    std::size_t batchSpans = 512;
    std::size_t batchBytes = 1u << 20;
    Duration batchTime = std::chrono::seconds(5);
    std::size_t queueBytes = 16u << 20; ///< that wait to be sent; what comes then is dropped and counted
    Duration firstWait = std::chrono::seconds(1);
    Duration longestWait = std::chrono::seconds(30);
};

/// Where the events of executions go.
struct CloudEventSettings
{
    std::string url;
    std::string secret;             ///< signs each request when it is not empty
    std::string source = "/batuta"; ///< with the id it names an event
    Duration timeout = std::chrono::seconds(15);
    std::size_t queueEvents = 10'000; ///< that wait to be sent; what comes then is dropped and counted
    int inFlight = 8;                 ///< requests at a time, each for another execution
    Duration firstWait = std::chrono::seconds(1);
    Duration longestWait = std::chrono::seconds(60);
    Duration cursorTime = std::chrono::seconds(1); ///< between two notes of what has arrived
};

struct Settings
{
    std::optional<TraceSettings> traces;
    std::optional<CloudEventSettings> cloudEvents;
    double share = 1; ///< of the traces that begin here; a caller's own choice is always heeded

    bool isOn() const { return traces || cloudEvents; }
    /// What must be masked wherever an execution could show it.
    std::vector<std::string> secrets() const;
};

/// What the command line says; each wins over the environment.
struct Wanted
{
    bool isOn = false; ///< false: nothing is exported, whatever the environment says
    std::string otlpUrl;
    std::string cloudEventsUrl;
};

/// Reads OTEL_EXPORTER_OTLP_ENDPOINT (`/v1/traces` is added), OTEL_EXPORTER_OTLP_TRACES_ENDPOINT (as it is),
/// OTEL_EXPORTER_OTLP_HEADERS, …_TRACES_HEADERS, …_COMPRESSION, …_TIMEOUT, OTEL_SERVICE_NAME,
/// OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG, OTEL_SDK_DISABLED, and
/// BATUTA_CLOUD_EVENTS_URL, BATUTA_CLOUD_EVENTS_SECRET, BATUTA_CLOUD_EVENTS_SOURCE. UsageInvalid for what
/// cannot be meant. The form of the traces is always JSON over HTTP.
Result<Settings> readSettings(const Wanted &wanted, const env::Environment &environment);

} // namespace batuta::exports
