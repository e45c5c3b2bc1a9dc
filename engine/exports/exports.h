// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exports/cloud_events.h"
#include "engine/exports/otlp_traces.h"

#include <memory>

namespace batuta::exports {

/// All exporters of an engine, which tells it what happens. On the loop's thread; an engine that exports
/// nothing has none of these, so that it costs nothing.
class Exports
{
public:
    Exports(Settings settings, const Ports &ports);

    /// An execution is about to be recorded; it could not be.
    void begun(const store::ExecutionRecord &record);
    void forget(const std::string &execution);
    /// A recorded event of an execution that runs.
    void happened(const store::EventRecord &event, const store::ExecutionRecord &record);
    /// An execution that an earlier engine began goes on, with all that had happened to it.
    void resumed(const store::ExecutionRecord &record, const std::vector<store::EventRecord> &events);
    /// It has ended, and that is recorded.
    void ended(store::ExecutionRecord record, const std::vector<store::EventRecord> &events);
    void interrupted(const store::ExecutionRecord &record);
    /// Everything that earlier engines left is told: what they did not send is looked for now.
    void recall();
    /// Whether a trace that begins here is recorded.
    bool isChosen(const telemetry::TraceContext &trace) const { return telemetry::isChosen(trace, m_share); }

    /// What must be masked wherever an execution could show it.
    const std::vector<std::string> &secrets() const { return m_secrets; }

    /// How long flush() may take.
    void setPatience(Duration patience) { m_patience = patience; }
    /// The program ends: sends what waits, as long as its patience lasts, then calls `done`.
    void flush(std::function<void()> done);

private:
    double m_share;
    std::vector<std::string> m_secrets;
    Duration m_patience{};
    net::HttpClient m_http;
    std::unique_ptr<OtlpTraces> m_traces;
    std::unique_ptr<CloudEvents> m_cloudEvents;
};

/// Notes in the data of an execution's first event where in a trace it stands: exporters look for it there.
void addPlace(const telemetry::TraceContext &trace, const std::string &callerSpan, json::Object &data);

} // namespace batuta::exports
