// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/telemetry/metrics.h"

#include <map>
#include <string>
#include <unordered_map>

namespace batuta::host {

/// The engine's figures for /metrics. Keeps the handles, so that counting costs one look-up.
class MetricsBook
{
public:
    explicit MetricsBook(telemetry::Metrics &metrics);

    void started();
    void ended(const client::ExecutionRecord &record);

private:
    struct Series
    {
        telemetry::Counter &count;
        telemetry::Histogram &seconds;
    };
    Series &executions(const std::string &flow, const std::string &status);
    Series &steps(const std::string &flow, const client::StepRecord &step);

    telemetry::Metrics &m_metrics;
    telemetry::Gauge &m_running;
    std::unordered_map<std::string, Series> m_executions; ///< by flow and status
    std::unordered_map<std::string, Series> m_steps;      ///< by flow, step and status
};

} // namespace batuta::host
