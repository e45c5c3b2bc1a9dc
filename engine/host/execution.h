// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/execution_context.h"
#include "engine/host/narrator.h"
#include "engine/host/prepare.h"
#include "engine/json/redact.h"
#include "engine/plan/plan.h"
#include "engine/steps/runner.h"
#include "engine/telemetry/trace_context.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace batuta::host {

/// One execution while it runs: feeds the plan with what happens, gives its decisions to the runners, and
/// keeps the record. Lives on the loop's thread; owned by the Engine until `finished` has been called.
class Execution
{
public:
    struct Setup
    {
        Prepared prepared;
        client::ExecutionRecord record; ///< all but steps, output and end; already redacted
        ExecutionContext::Roots roots;
        std::vector<std::string> secrets; ///< what the redactor looks for; children inherit them
        json::Redactor redactor;
        telemetry::ExecutionLog log;
        telemetry::TraceContext trace;
        std::optional<int> maxParallel;
        int depth = 0; ///< 0 for an execution that no other one started
    };
    struct Ports
    {
        steps::Services services;
        steps::StartSubflow startSubflow;
        std::function<void(const client::EventRecord &)> publish;
        std::function<void()> finished; ///< once, last; the execution may be destroyed after it returns
    };

    Execution(Setup setup, Ports ports);
    ~Execution();

    void begin();
    void cancel();

    const client::ExecutionRecord &record() const { return m_record; }
    client::ExecutionRecord takeRecord() { return std::move(m_record); }
    std::vector<client::EventRecord> takeEvents() { return std::move(m_events); }
    const std::vector<client::EventRecord> &events() const { return m_events; }
    /// The record as it would read now, durations included.
    client::ExecutionRecord snapshot() const;
    const client::RoutingView &routing() const { return m_prepared.routing; }
    /// The result of the flow's `output`, as it is: for a parent, never for a record.
    const json::Value &output() const { return m_output; }
    int depth() const { return m_depth; }
    const Narrator &narrator() const { return m_narrator; }

private:
    struct Inbox
    {
        int step;
        steps::AttemptReport report;
    };

    void apply(const std::vector<plan::Decision> &decisions);
    void drain();
    void settle(Inbox item);
    void startStep(int step, int attempt);
    void stepEnded(int step);
    void executionEnded();
    void armWake();
    void event(std::string kind, const std::string &step, json::Value data);
    std::optional<Duration> timeoutOf(int step) const;
    void recordOutput(client::StepRecord &record, const json::Value &output) const;
    std::string firstFailure() const;
    Duration elapsed() const;
    client::StepRecord &stepRecord(int step)
    {
        return m_record.steps[m_recordAt[static_cast<std::size_t>(step)]];
    }

    Prepared m_prepared;
    client::ExecutionRecord m_record;
    ExecutionContext m_context;
    json::Redactor m_redactor;
    Narrator m_narrator;
    telemetry::TraceContext m_trace;
    Ports m_ports;
    plan::Plan m_plan;
    ExecutionId m_id;
    int m_depth;
    SteadyTime m_startedAt;
    bool m_wantsOutput;
    std::vector<std::size_t> m_recordAt; ///< position of a step of the plan in the record
    std::vector<std::unique_ptr<steps::RunningAttempt>> m_running;
    std::vector<SteadyTime> m_attemptStarted;
    std::vector<SteadyTime> m_stepStarted;
    std::vector<json::Value> m_lastOutput;
    std::deque<Inbox> m_inbox;
    std::vector<client::EventRecord> m_events;
    json::Value m_output;
    bool m_busy = false;
    bool m_over = false;
    bool m_reportOffered = false;
    net::Loop::TimerId m_wake = 0;
    std::optional<plan::Instant> m_wakeAt;
};

} // namespace batuta::host
