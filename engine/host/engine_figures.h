// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/gated_attempt.h"
#include "engine/store/history.h"
#include "engine/telemetry/metrics.h"
#include "engine/telemetry/process_figures.h"

#include <map>
#include <string>
#include <string_view>

namespace batuta::host {

/// What an engine is doing at the moment when somebody asks for /metrics: read then, so that it costs nothing
/// in between. On the loop's thread; the history's writer thread may observe commits().
class EngineFigures
{
public:
    struct Executions
    {
        int running = 0;
        int queued = 0;
        int paused = 0;
    };

    EngineFigures(telemetry::Metrics &metrics, std::string_view version);

    void refresh(const Executions &executions, const Policies &policies, const store::HistoryStats &history);
    telemetry::Histogram &commits() { return m_commits; }

private:
    struct Breaker
    {
        telemetry::Gauge *states[3];
        telemetry::Gauge *failures;
        telemetry::Gauge *opens;
    };
    struct Places
    {
        telemetry::Gauge *running;
        telemetry::Gauge *waiting;
    };

    void showHistory(const store::HistoryStats &history);
    void showBreakers(const policy::Breakers &breakers);
    void showPlaces(const policy::ConcurrencyBook &places);

    telemetry::Metrics &m_metrics;
    telemetry::ProcessFigures m_process;
    telemetry::Histogram &m_commits;
    telemetry::Gauge &m_running;
    telemetry::Gauge &m_queued;
    telemetry::Gauge &m_paused;
    std::map<std::string, Breaker> m_breakers;
    std::map<std::string, Places> m_places; ///< by flow
};

} // namespace batuta::host
