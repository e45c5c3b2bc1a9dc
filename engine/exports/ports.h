// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/net/http_client.h"
#include "engine/store/history.h"
#include "engine/telemetry/log.h"
#include "engine/telemetry/metrics.h"

#include <functional>
#include <string>

namespace batuta::exports {

/// What exporters stand on. All but the history lives on the loop's thread.
struct Ports
{
    net::Loop &loop;
    telemetry::Logger &log;
    telemetry::Metrics &metrics;
    const Clock &clock;
    store::History &history;
    net::HttpClientOptions http; ///< for a client of the exporters' own: they never take a step's connection
    std::string version;         ///< of this program
    /// The record of an execution that runs now, or null.
    std::function<const store::ExecutionRecord *(const std::string &id)> live;
};

/// The figures of one exporter.
struct Figures
{
    Figures(telemetry::Metrics &metrics, const std::string &exporter);

    telemetry::Counter &sent;    ///< spans or events that the receiver took
    telemetry::Counter &dropped; ///< that it will never see: no room, or refused
    telemetry::Counter &retries; ///< requests that have to be made again
    telemetry::Gauge &waiting;   ///< spans or events
};

/// `Retry-After` in seconds, as far as it is one.
std::optional<Duration> retryAfter(const net::HttpResponse &response);

} // namespace batuta::exports
