// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/execution.h"

#include "engine/host/answer.h"
#include "engine/host/trace_detail.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::host {
namespace {

plan::PlanOptions planOptions(const Execution::Setup &setup)
{
    plan::PlanOptions options;
    options.dropped = setup.prepared.dropped;
    options.maxParallel = setup.maxParallel;
    options.seed = std::hash<std::string>()(setup.record.id);
    return options;
}

client::StepRecord emptyRecord(const flow::Step &step, bool isFinally)
{
    client::StepRecord record;
    record.step = step.id.value;
    record.kind = flow::kindName(step.action);
    record.status = plan::statusName(plan::StepStatus::Pending);
    record.isFinally = isFinally;
    return record;
}

} // namespace

Execution::Execution(Setup setup, Ports ports)
    : m_prepared(setup.prepared)
    , m_record(setup.record)
    , m_context(setup.roots)
    , m_redactor(setup.redactor)
    , m_narrator(setup.log)
    , m_trace(setup.trace)
    , m_ports(std::move(ports))
    , m_plan(setup.prepared.flow, planOptions(setup), m_context)
    , m_id(m_record.id)
    , m_depth(setup.depth)
    , m_startedAt(m_ports.services.clock.steady())
    , m_wantsOutput(setup.prepared.flow->usesStepValues)
    , m_recordAt(static_cast<std::size_t>(m_plan.graph().size()))
    , m_running(m_recordAt.size())
    , m_attemptStarted(m_recordAt.size())
    , m_stepStarted(m_recordAt.size())
    , m_lastOutput(m_recordAt.size())
{
    for (int step = 0; step < m_plan.graph().size(); ++step) {
        m_recordAt[static_cast<std::size_t>(step)] = m_record.steps.size();
        if (!m_plan.graph().isDropped(step))
            m_record.steps.push_back(emptyRecord(m_plan.stepAt(step), m_plan.graph().isFinally(step)));
    }
    if (m_plan.isEmpty())
        m_record.steps.clear();
}

Execution::~Execution()
{
    m_ports.services.loop.cancelTimer(m_wake);
}

void Execution::begin()
{
    m_narrator.started(m_record, m_plan.isEmpty() ? 0 : static_cast<int>(m_record.steps.size()));
    event("execution_started", {}, json::Object{{"flow", m_record.flow}, {"version", m_record.flowVersion}});
    m_busy = true;
    apply(m_plan.start());
    m_busy = false;
    drain();
}

void Execution::cancel()
{
    if (m_over)
        return;
    event("execution_cancel_requested", {}, nullptr);
    const bool outer = std::exchange(m_busy, true);
    apply(m_plan.cancel());
    m_busy = outer;
    if (!outer)
        drain();
}

void Execution::drain()
{
    if (m_busy)
        return;
    m_busy = true;
    while (!m_inbox.empty()) {
        Inbox item = std::move(m_inbox.front());
        m_inbox.pop_front();
        settle(std::move(item));
    }
    m_busy = false;
    if (m_over)
        m_ports.finished(); // destroys this soon
    else
        armWake();
}

void Execution::apply(const std::vector<plan::Decision> &decisions)
{
    for (const plan::Decision &decision : decisions) {
        switch (decision.kind) {
        case plan::Decision::Kind::Start:
            startStep(decision.step, decision.attempt);
            break;
        case plan::Decision::Kind::Cancel:
            if (const auto &running = m_running[static_cast<std::size_t>(decision.step)])
                running->cancel();
            break;
        case plan::Decision::Kind::RetryLater: {
            const std::string &name = m_plan.stepAt(decision.step).id.value;
            stepRecord(decision.step).status = plan::statusName(plan::StepStatus::Backoff);
            m_narrator.retryLater(name, decision.attempt + 1, decision.at - elapsed());
            event("step_retry", name,
                  json::Object{{"attempt", decision.attempt + 1},
                               {"wait_ms", (decision.at - elapsed()).count() / 1000}});
            break;
        }
        case plan::Decision::Kind::Ended:
            stepEnded(decision.step);
            break;
        case plan::Decision::Kind::Finished:
            executionEnded();
            break;
        }
    }
}

void Execution::startStep(int step, int attempt)
{
    const auto at = static_cast<std::size_t>(step);
    const flow::Step &definition = m_plan.stepAt(step);
    client::StepRecord &record = stepRecord(step);
    if (m_plan.graph().isFinally(step) && !std::exchange(m_reportOffered, true))
        m_context.offerReport([this] { return answerBody(snapshot()); });
    m_attemptStarted[at] = m_ports.services.clock.steady();
    if (attempt == 1) {
        record.startedAt = m_ports.services.clock.wall();
        m_stepStarted[at] = m_attemptStarted[at];
    }
    record.attempts = attempt;
    record.status = plan::statusName(plan::StepStatus::Running);
    m_narrator.stepStarted(record.step, attempt);
    event("step_started", record.step, json::Object{{"attempt", attempt}});
    const steps::Attempt context{
        definition,           m_context,     m_narrator.log(),
        m_ports.startSubflow, m_id,          attempt,
        timeoutOf(step),      m_wantsOutput, telemetry::traceparent(telemetry::childOf(m_trace))};
    m_running[at] = steps::start(context, m_ports.services, [this, step](steps::AttemptReport report) {
        m_inbox.push_back({step, std::move(report)});
        drain();
    });
}

std::optional<Duration> Execution::timeoutOf(int step) const
{
    std::optional<Duration> timeout = m_plan.stepAt(step).timeout;
    const std::optional<Duration> &deadline = m_prepared.flow->deadline;
    if (!deadline || m_plan.graph().isFinally(step) || !timeout)
        return timeout;
    // What outlives the deadline is cancelled by the plan; the margin keeps the timeout from speaking first.
    return std::min(*timeout, std::max(Duration{}, *deadline - elapsed()) + std::chrono::seconds(1));
}

void Execution::settle(Inbox item)
{
    const auto at = static_cast<std::size_t>(item.step);
    const SteadyTime now = m_ports.services.clock.steady();
    const auto duration = std::chrono::duration_cast<Duration>(now - m_attemptStarted[at]);
    client::StepRecord &record = stepRecord(item.step);
    m_narrator.attemptEnded(record.step, item.report, duration);
    const AttemptTimes times{record.attempts, m_ports.services.clock.wall() - duration, duration};
    record.attemptsDetail.array().push_back(attemptDetail(item.report, times, m_redactor));
    if (!item.report.exchange)
        recordOutput(record, item.report.output);
    m_lastOutput[at] = std::move(item.report.output);
    m_running[at].reset();
    apply(m_plan.reported(item.step, item.report.outcome, elapsed()));
}

void Execution::recordOutput(client::StepRecord &record, const json::Value &output) const
{
    if (!output.isNull())
        record.output = json::write(m_redactor.value(output));
}

void Execution::stepEnded(int step)
{
    const auto at = static_cast<std::size_t>(step);
    const plan::StepState &state = m_plan.state(step);
    client::StepRecord &record = stepRecord(step);
    const SteadyTime now = m_ports.services.clock.steady();
    record.status = plan::statusName(state.status);
    record.reason = m_redactor.text(plan::reasonText(state.reason));
    record.statusCode = state.statusCode;
    record.endedAt = m_ports.services.clock.wall();
    if (state.attempts == 0)
        record.startedAt = record.endedAt;
    else
        record.duration = std::chrono::duration_cast<Duration>(now - m_stepStarted[at]);
    if (m_wantsOutput)
        m_context.setStep(record.step, std::move(m_lastOutput[at]), record);
    m_narrator.stepEnded(record);
    event("step_ended", record.step,
          json::Object{{"status", record.status},
                       {"reason", record.reason.empty() ? json::Value() : json::Value(record.reason)},
                       {"status_code", record.statusCode},
                       {"attempts", record.attempts},
                       {"duration_ms", static_cast<double>(record.duration.count()) / 1000}});
}

void Execution::executionEnded()
{
    m_over = true;
    m_ports.services.loop.cancelTimer(std::exchange(m_wake, 0)); // the deadline no longer matters
    m_record.status = plan::statusName(m_plan.status());
    m_record.endedAt = m_ports.services.clock.wall();
    m_record.duration = elapsed();
    m_record.error = firstFailure();
    if (m_prepared.flow->output && m_plan.status() == plan::ExecutionStatus::Success) {
        Result<json::Value> output = m_prepared.flow->output->evaluate(m_context);
        if (output) {
            m_output = std::move(*output);
        } else {
            m_record.status = plan::statusName(plan::ExecutionStatus::Failed);
            m_record.error = m_redactor.text(errorText(output.error()));
        }
        m_record.output = m_redactor.value(m_output);
    }
    m_narrator.ended(m_record);
    event("execution_ended", {},
          json::Object{{"status", m_record.status},
                       {"error", m_record.error.empty() ? json::Value() : json::Value(m_record.error)},
                       {"duration_ms", static_cast<double>(m_record.duration.count()) / 1000}});
}

std::string Execution::firstFailure() const
{
    if (m_plan.stopReason().code != plan::Reason::Code::None &&
        m_plan.stopReason().code != plan::Reason::Code::Aborted)
        return plan::reasonText(m_plan.stopReason());
    const client::StepRecord *first = nullptr;
    for (const client::StepRecord &step : m_record.steps)
        if ((step.status == "failed" || step.status == "critical_error") &&
            (!first || step.endedAt < first->endedAt))
            if (!step.isFinally || m_plan.status() == plan::ExecutionStatus::Failed)
                first = &step;
    return first ? first->step + ": " + first->reason : std::string();
}

client::ExecutionRecord Execution::snapshot() const
{
    client::ExecutionRecord record = m_record;
    if (m_over)
        return record;
    record.endedAt = m_ports.services.clock.wall();
    record.duration = elapsed();
    return record;
}

Duration Execution::elapsed() const
{
    return std::chrono::duration_cast<Duration>(m_ports.services.clock.steady() - m_startedAt);
}

void Execution::armWake()
{
    const std::optional<plan::Instant> at = m_plan.nextWake();
    if (at == m_wakeAt)
        return;
    m_ports.services.loop.cancelTimer(m_wake);
    m_wakeAt = at;
    m_wake = 0;
    if (!at)
        return;
    m_wake = m_ports.services.loop.startTimer(m_startedAt + *at, [this] {
        m_wake = 0;
        m_wakeAt.reset();
        m_busy = true;
        apply(m_plan.timeReached(elapsed()));
        m_busy = false;
        drain();
    });
}

void Execution::event(std::string kind, const std::string &step, json::Value data)
{
    m_events.push_back({static_cast<std::int64_t>(m_events.size()) + 1, m_record.id,
                        m_ports.services.clock.wall(), std::move(kind), step, std::move(data)});
    m_ports.publish(m_events.back());
}

} // namespace batuta::host
