// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/metrics_book.h"

namespace batuta::host {

MetricsBook::MetricsBook(telemetry::Metrics &metrics)
    : m_metrics(metrics)
    , m_running(metrics.gauge("batuta_executions_running", "Executions under way"))
{
}

void MetricsBook::started()
{
    m_running.add(1);
}

void MetricsBook::ended(const client::ExecutionRecord &record)
{
    m_running.add(-1);
    Series &series = executions(record.flow, record.status);
    series.count.increment();
    series.seconds.observe(secondsOf(record.duration));
    for (const client::StepRecord &step : record.steps) {
        Series &own = steps(record.flow, step);
        own.count.increment();
        if (step.attempts > 0)
            own.seconds.observe(secondsOf(step.duration));
    }
}

MetricsBook::Series &MetricsBook::executions(const std::string &flow, const std::string &status)
{
    const std::string key = flow + ' ' + status;
    const auto known = m_executions.find(key);
    if (known != m_executions.end())
        return known->second;
    const telemetry::Labels labels{{"flow", flow}, {"status", status}};
    Series series{
        m_metrics.counter("batuta_executions_total", "Executions that ended", labels),
        m_metrics.histogram("batuta_execution_duration_seconds", "Duration of executions", {{"flow", flow}})};
    return m_executions.emplace(key, series).first->second;
}

MetricsBook::Series &MetricsBook::steps(const std::string &flow, const client::StepRecord &step)
{
    const std::string key = flow + ' ' + step.step + ' ' + step.status;
    const auto known = m_steps.find(key);
    if (known != m_steps.end())
        return known->second;
    const telemetry::Labels labels{{"flow", flow}, {"step", step.step}, {"status", step.status}};
    Series series{m_metrics.counter("batuta_steps_total", "Steps that ended", labels),
                  m_metrics.histogram("batuta_step_duration_seconds",
                                      "Duration of steps, all attempts together",
                                      {{"flow", flow}, {"step", step.step}})};
    return m_steps.emplace(key, series).first->second;
}

} // namespace batuta::host
