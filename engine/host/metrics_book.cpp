// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/metrics_book.h"

#include "engine/store/failure.h"

#include <algorithm>

namespace batuta::host {
namespace {

telemetry::Histogram &phase(telemetry::Metrics &metrics, const char *name)
{
    return metrics.histogram(
        "batuta_http_call_phase_seconds",
        "Time of each phase of the HTTP calls of steps; dns, connect and tls only where a "
        "connection was made",
        {{"phase", name}});
}

} // namespace

MetricsBook::MetricsBook(telemetry::Metrics &metrics)
    : m_metrics(metrics)
    , m_started(metrics.counter("batuta_executions_started_total",
                                "Executions that began, or went on after another engine"))
    , m_connecting{Phase{&net::HttpTimings::dns, phase(metrics, "dns")},
                   Phase{&net::HttpTimings::connect, phase(metrics, "connect")},
                   Phase{&net::HttpTimings::tls, phase(metrics, "tls")}}
    , m_phases{Phase{&net::HttpTimings::wait, phase(metrics, "wait")},
               Phase{&net::HttpTimings::firstByte, phase(metrics, "first_byte")},
               Phase{&net::HttpTimings::transfer, phase(metrics, "transfer")}}
{
}

std::size_t MetricsBook::indexOf(std::string_view status)
{
    return static_cast<std::size_t>(std::find(kStatuses.begin(), kStatuses.end(), status) -
                                    kStatuses.begin());
}

void MetricsBook::ended(const client::ExecutionRecord &record)
{
    Flow &flow = m_flows[record.flow];
    telemetry::Counter *&count = flow.ended[indexOf(record.status)];
    if (count == nullptr)
        count = &m_metrics.counter("batuta_executions_total", "Executions that ended",
                                   {{"flow", record.flow}, {"status", record.status}});
    if (flow.seconds == nullptr)
        flow.seconds = &m_metrics.histogram("batuta_execution_duration_seconds", "Duration of executions",
                                            {{"flow", record.flow}});
    count->increment();
    flow.seconds->observe(secondsOf(record.duration));
    std::size_t hint = 0;
    for (const client::StepRecord &step : record.steps)
        ended(step, record.flow, stepOf(flow, step.step, hint));
    if (const auto failure = store::failureOf(record))
        m_metrics
            .counter("batuta_execution_failures_total",
                     "Executions that failed, by the step and the error that ended them",
                     {{"flow", record.flow}, {"step", failure->step}, {"code", failure->code}})
            .increment();
}

void MetricsBook::published(const std::string &flow)
{
    m_metrics
        .counter("batuta_flow_publishes_total", "Versions of flows that came into force while the engine ran",
                 {{"flow", flow}})
        .increment();
}

/// Records name their steps in one order, so the next one is mostly where `hint` points.
MetricsBook::Step &MetricsBook::stepOf(Flow &flow, const std::string &name, std::size_t &hint)
{
    const auto isIt = [&](const Step &step) { return step.name == name; };
    const auto from = flow.steps.begin() + static_cast<std::ptrdiff_t>(hint);
    auto found = std::find_if(from, flow.steps.end(), isIt);
    if (found == flow.steps.end())
        found = std::find_if(flow.steps.begin(), from, isIt);
    else
        hint = static_cast<std::size_t>(found - flow.steps.begin()) + 1;
    if (found != flow.steps.end() && found->name == name)
        return *found;
    hint = flow.steps.size() + 1;
    Step &added = flow.steps.emplace_back();
    added.name = name;
    return added;
}

void MetricsBook::ended(const client::StepRecord &record, const std::string &flow, Step &step)
{
    telemetry::Counter *&count = step.ended[indexOf(record.status)];
    if (count == nullptr)
        count = &m_metrics.counter(
            "batuta_steps_total", "Steps that ended",
            {{"flow", flow}, {"step", record.step}, {"kind", record.kind}, {"status", record.status}});
    count->increment();
    if (record.attempts == 0)
        return;
    if (step.seconds == nullptr) {
        const telemetry::Labels labels{{"flow", flow}, {"step", record.step}};
        step.seconds = &m_metrics.histogram("batuta_step_duration_seconds",
                                            "Duration of steps, all attempts together", labels);
        step.retries =
            &m_metrics.counter("batuta_step_retries_total", "Attempts of steps after their first", labels);
    }
    step.seconds->observe(secondsOf(record.duration));
    if (record.attempts > 1)
        step.retries->increment(static_cast<std::uint64_t>(record.attempts - 1));
}

void MetricsBook::called(const net::HttpTimings &timings)
{
    for (const Phase &phase : m_phases)
        phase.seconds.observe(secondsOf(timings.*phase.time));
    if (timings.reused)
        return;
    for (const Phase &phase : m_connecting)
        if (const Duration took = timings.*phase.time;
            took > Duration{}) // an address needs no dns, http no tls
            phase.seconds.observe(secondsOf(took));
}

void MetricsBook::waited(const std::string &limit, Duration wait)
{
    telemetry::Histogram *&seconds = m_waits[limit];
    if (seconds == nullptr)
        seconds = &m_metrics.histogram("batuta_rate_limit_wait_seconds",
                                       "How long calls waited for their rate limit, of those that had to",
                                       {{"limit", limit}});
    seconds->observe(secondsOf(wait));
}

void MetricsBook::timesMissed(const std::string &flow, std::size_t count)
{
    m_metrics
        .counter("batuta_schedule_missed_total",
                 "Times of schedules that passed while nobody looked and were not run", {{"flow", flow}})
        .increment(count);
}

void MetricsBook::hookRefused(const Error &error)
{
    m_metrics
        .counter("batuta_webhooks_refused_total", "Webhook requests that started nothing",
                 {{"error", std::string(codeName(error.code))}})
        .increment();
}

} // namespace batuta::host
