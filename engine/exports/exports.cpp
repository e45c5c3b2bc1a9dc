// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/exports.h"

namespace batuta::exports {

Exports::Exports(Settings settings, const Ports &ports)
    : m_share(settings.share)
    , m_secrets(settings.secrets())
    , m_http(ports.loop, ports.http)
{
    if (settings.traces)
        m_traces = std::make_unique<OtlpTraces>(std::move(*settings.traces), ports, m_http);
    if (settings.cloudEvents)
        m_cloudEvents = std::make_unique<CloudEvents>(std::move(*settings.cloudEvents), ports, m_http);
}

void Exports::begun(const store::ExecutionRecord &record)
{
    if (m_cloudEvents)
        m_cloudEvents->begun(record);
}

void Exports::forget(const std::string &execution)
{
    if (m_cloudEvents)
        m_cloudEvents->forget(execution);
}

void Exports::happened(const store::EventRecord &event, const store::ExecutionRecord &record)
{
    if (m_cloudEvents)
        m_cloudEvents->happened(event, record);
}

void Exports::resumed(const store::ExecutionRecord &record, const std::vector<store::EventRecord> &events)
{
    for (const store::EventRecord &event : events)
        happened(event, record);
}

void Exports::ended(store::ExecutionRecord record, const std::vector<store::EventRecord> &events)
{
    if (m_cloudEvents)
        m_cloudEvents->ended(record, events);
    if (!m_traces || events.empty())
        return;
    const json::Value &start = events.front().data; // that it waits for its turn, or that it starts
    if (auto trace = telemetry::parseTraceparent(start["traceparent"].asString()))
        m_traces->ended({std::move(record), std::move(*trace), start["caller_span"].asString()});
}

void Exports::interrupted(const store::ExecutionRecord &record)
{
    if (m_cloudEvents)
        m_cloudEvents->interrupted(record);
}

void Exports::recall()
{
    if (m_cloudEvents)
        m_cloudEvents->recall();
}

void Exports::flush(std::function<void()> done)
{
    const auto left = std::make_shared<int>(1);
    const auto finished = [left, done = std::move(done)] {
        if (--*left == 0)
            done();
    };
    *left += (m_traces ? 1 : 0) + (m_cloudEvents ? 1 : 0);
    if (m_traces)
        m_traces->flush(m_patience, finished);
    if (m_cloudEvents)
        m_cloudEvents->flush(m_patience, finished);
    finished();
}

void addPlace(const telemetry::TraceContext &trace, const std::string &callerSpan, json::Object &data)
{
    data.append("traceparent", telemetry::traceparent(trace));
    if (!callerSpan.empty())
        data.append("caller_span", callerSpan);
}

} // namespace batuta::exports
