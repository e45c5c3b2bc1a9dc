// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/net/http_client.h"
#include "engine/telemetry/metrics.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace batuta::host {

/// What an engine counts as it happens, for /metrics. On the loop's thread. Handles are found once and kept:
/// what is counted builds no text and looks into no map, but one for the flow of an execution that ends.
/// Labels are names of flows, steps and limits, which come from the workspace, and of our own; beyond
/// Metrics::kMaxSeries they share `other`.
class MetricsBook
{
public:
    explicit MetricsBook(telemetry::Metrics &metrics);

    /// One began here, or goes on here after another engine.
    void started() { m_started.increment(); }
    void ended(const client::ExecutionRecord &record);
    /// Another version of a flow is in force.
    void published(const std::string &flow);
    /// An HTTP call of a step had its answer, or its failure.
    void called(const net::HttpTimings &timings);
    /// A call had to wait for its rate limit.
    void waited(const std::string &limit, Duration wait);
    void timesMissed(const std::string &flow, std::size_t count);
    void hookRefused(const Error &error);

private:
    static constexpr std::array<std::string_view, 6> kStatuses{"success", "failed",    "critical_error",
                                                               "skipped", "cancelled", "interrupted"};
    using Counters = std::array<telemetry::Counter *, kStatuses.size() + 1>; ///< null until first counted
    struct Step
    {
        std::string name;
        Counters ended{};
        telemetry::Histogram *seconds = nullptr;
        telemetry::Counter *retries = nullptr;
    };
    struct Flow
    {
        Counters ended{};
        telemetry::Histogram *seconds = nullptr;
        std::vector<Step> steps; ///< as they stood in a record for the first time
    };
    struct Phase
    {
        Duration net::HttpTimings::*time;
        telemetry::Histogram &seconds;
    };

    static std::size_t indexOf(std::string_view status);
    static Step &stepOf(Flow &flow, const std::string &name, std::size_t &hint);
    void ended(const client::StepRecord &record, const std::string &flow, Step &step);

    telemetry::Metrics &m_metrics;
    telemetry::Counter &m_started;
    std::array<Phase, 3> m_connecting; ///< of a call on a new connection
    std::array<Phase, 3> m_phases;     ///< of every call
    std::unordered_map<std::string, Flow> m_flows;
    std::unordered_map<std::string, telemetry::Histogram *> m_waits; ///< by the limit's name
};

} // namespace batuta::host
