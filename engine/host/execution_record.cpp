// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Execution that runs attempts and keeps the record of them.
#include "engine/host/execution.h"

#include "engine/exports/otlp_spans.h"
#include "engine/host/answer.h"
#include "engine/host/find_step.h"
#include "engine/host/trace_detail.h"
#include "engine/json/json.h"
#include "engine/json/pieces.h"
#include "engine/json/weight.h"

#include <algorithm>

namespace batuta::host {
namespace {

/// What the event says, as text like endData(): two of each step are kept, and few are ever looked into.
json::Value startData(int attempt)
{
    static const json::Value first = json::Value::unparsed(R"({"attempt":1})");
    return attempt == 1 ? first : json::Object{{"attempt", attempt}};
}

json::Value endData(const client::StepRecord &step)
{
    thread_local json::Text out;
    out.clear();
    out += R"({"status":)";
    json::writeString(step.status, out);
    out += R"(,"reason":)";
    if (step.reason.empty())
        out += "null";
    else
        json::writeString(step.reason, out);
    out += R"(,"status_code":)";
    json::writeInteger(step.statusCode, out);
    out += R"(,"attempts":)";
    json::writeInteger(step.attempts, out);
    out += R"(,"duration_ms":)";
    json::writeThousandths(step.duration.count(), out);
    out += '}';
    return json::Value::unparsed(out.str());
}

/// A gate changes nothing: another engine may go on watching.
bool isWatching(const flow::StepAction &action)
{
    const auto *cloudRun = std::get_if<flow::CloudRunStep>(&action);
    return cloudRun != nullptr && cloudRun->action == flow::CloudRunStep::Action::Gate;
}

} // namespace

const expr::Context &Execution::contextOf(int step) const
{
    const auto edited = m_edited.find(step);
    if (edited != m_edited.end())
        return *edited->second;
    return m_context;
}

/// What is known the moment the plan lets a step start; the call itself waits for the journal.
void Execution::noteStart(int step, int attempt)
{
    const auto at = static_cast<std::size_t>(step);
    client::StepRecord &record = stepRecord(step);
    if (m_plan.graph().isFinally(step) && !std::exchange(m_reportOffered, true))
        m_context.offerReport([this] { return answerBody(snapshot()); });
    m_attemptBegan[at] = elapsed();
    if (attempt == 1) {
        record.startedAt = wallAt(m_attemptBegan[at]);
        m_stepBegan[at] = m_attemptBegan[at];
    }
    record.attempts = attempt;
    record.status = plan::statusName(plan::StepStatus::Running);
    if (!isReplaying())
        m_narrator.stepStarted(record.step, attempt);
    event("step_started", record.step, startData(attempt));
    if (const Fault *fault = faultOf(m_faults, record.step, attempt)) {
        json::Value injected = shown(*fault);
        injected.object().set("attempt", attempt);
        event("step_fault_injected", record.step, std::move(injected));
    }
}

void Execution::startStep(int step)
{
    const auto at = static_cast<std::size_t>(step);
    const int number = m_plan.state(step).attempts;
    const steps::StartSubflow subflow = [this, step, number, mayExist = m_isGoingOn](
                                            const FlowName &flow, int item, json::Value input, auto told) {
        const std::string &caller = m_plan.stepAt(step).id.value;
        const std::string child = item < 0 ? caller : caller + "#" + std::to_string(item);
        return m_ports.startChild({m_id.value, child, number, mayExist, placeOf(step, number)}, flow,
                                  std::move(input), std::move(told));
    };
    const steps::Attempt attempt{m_plan.stepAt(step),
                                 contextOf(step),
                                 m_narrator.log(),
                                 subflow,
                                 m_id,
                                 number,
                                 -1,
                                 m_isGoingOn ? wallAt(m_attemptBegan[at]) : WallTime{},
                                 timeoutOf(step),
                                 m_wantsOutput,
                                 placeOf(step, number)};
    m_running[at] = launchAttempt(step, attempt);
    if (!m_running[at])
        return;
    if (json::Value question = m_running[at]->question(); !question.isNull())
        showUnended(step, "question", m_redactor.value(question));
    if (!m_signals.empty())
        offerSignals();
}

std::unique_ptr<steps::RunningAttempt> Execution::launchAttempt(int step, const steps::Attempt &attempt)
{
    const auto report = [this, step](steps::AttemptReport &&told) { reported(step, std::move(told)); };
    const Fault *fault = faultOf(m_faults, attempt.step, attempt.number);
    if (!attempt.step.forEach || (fault != nullptr && fault->recorded))
        return startFaulty(attempt, fault, m_ports.services, m_ports.policies, report);
    const auto record = [this, step](int item, ItemEnd end, std::function<void()> done) {
        Input input{Input::Kind::Item};
        input.step = step;
        input.isSecret = !(m_redactor.value(end.output) == end.output);
        input.outcome = std::move(end.outcome);
        input.outcome.reason = m_redactor.text(input.outcome.reason);
        input.data =
            json::Object{{"item", item}, {"attempt", end.attempt}, {"output", std::move(end.output)}};
        tell(std::move(input), [done = std::move(done)](const Status &status) {
            if (status)
                done();
        });
    };
    std::map<int, ItemEnd> before;
    if (const auto items = m_items.find(step); items != m_items.end())
        before = std::move(items->second);
    m_items.erase(step);
    std::optional<plan::TotalLimit> limit = m_plan.limitOf(step);
    if (limit)
        limit->at -= elapsed();
    if (m_plan.state(step).cancelAsked) // children that came back are looked for, to be stopped
        limit.reset();
    return startForeach(attempt,
                        {m_ports.services, m_ports.policies, m_redactor, record,
                         [this](steps::AttemptReport &told) { limitData(told); }, std::move(before), m_faults,
                         limit},
                        report);
}

std::optional<Duration> Execution::timeoutOf(int step) const
{
    std::optional<Duration> timeout = m_plan.stepAt(step).timeout;
    const std::optional<plan::Instant> &deadline = m_plan.deadline();
    const plan::Graph &graph = m_plan.graph();
    if (!deadline || graph.isFinally(step) || graph.isUndo(step) || !timeout)
        return timeout;
    // What outlives the deadline is cancelled by the plan; the margin keeps the timeout from speaking first.
    return std::min(*timeout, std::max(Duration{}, *deadline - elapsed()) + std::chrono::seconds(1));
}

void Execution::reported(int step, steps::AttemptReport &&report)
{
    const auto at = static_cast<std::size_t>(step);
    AttemptTimes times{m_plan.state(step).attempts, wallAt(m_attemptBegan[at]),
                       elapsed() - m_attemptBegan[at]};
    if (const auto asked = m_cancelAsked.find(step); asked != m_cancelAsked.end())
        times.cancelAskedAt = wallAt(asked->second);
    if (report.exchange && m_ports.policies.called)
        m_ports.policies.called(report.exchange->timings);
    if (!m_plan.stepAt(step).forEach) // its items have been weighed
        limitData(report);
    m_narrator.attemptEnded(m_plan.stepAt(step).id.value, report, times.duration);
    Input input{Input::Kind::Report, elapsed(), step};
    input.began = m_attemptBegan[at];
    input.detail = attemptDetail(report, times, m_redactor);
    input.outcome = std::move(report.outcome);
    input.outcome.reason = m_redactor.text(input.outcome.reason);
    input.isSecret = !(m_redactor.value(report.output) == report.output);
    input.output = std::move(report.output);
    Acknowledge answered;
    if (const auto waits = m_answered.find(step); waits != m_answered.end()) {
        answered = std::move(waits->second);
        m_answered.erase(waits);
    }
    tell(std::move(input), std::move(answered));
}

/// What steps hand on is kept until the end, in memory and in the journal.
void Execution::limitData(steps::AttemptReport &report) const
{
    if (report.outcome.kind != plan::Outcome::Kind::Done ||
        m_data + json::weight(report.output) <= m_ports.maxData)
        return;
    report.output = {};
    report.outcome = steps::failed(plan::Outcome::Cause::Other,
                                   "The outputs of the execution would be more than max_data, " +
                                       sizeText(m_ports.maxData),
                                   report.outcome.statusCode);
}

void Execution::settle(const Input &input)
{
    const auto at = static_cast<std::size_t>(input.step);
    client::StepRecord &record = stepRecord(input.step);
    m_attemptBegan[at] = input.began;
    json::Array &attempts = record.attemptsDetail.array();
    if (m_unended.erase(input.step) > 0)
        attempts.pop_back();
    attempts.push_back(input.detail);
    if (!input.output.isNull() &&
        input.detail["request"].isNull()) // the detail is text: do not parse it in vain
        recordOutput(record, input.output);
    if (!m_plan.stepAt(input.step).forEach)
        m_data += json::weight(input.output);
    if (input.outcome.kind == plan::Outcome::Kind::Done) {
        consumeSignals(input.step, input.output);
        if (input.isSecret)
            m_secretOutputs.set(record.step, input.output);
    }
    m_lastOutput[at] = input.output;
    m_running[at].reset();
    apply(m_plan.reported(input.step, input.outcome, input.at));
}

/// What is known of an attempt under way; its end takes the place of that.
void Execution::showUnended(int step, std::string name, json::Value value)
{
    json::Array &attempts = stepRecord(step).attemptsDetail.array();
    if (m_unended.insert(step).second)
        attempts.push_back(json::Object{{"attempt", m_plan.state(step).attempts}, {"status", "waiting"}});
    attempts.back().object().set(std::move(name), std::move(value));
}

void Execution::recordOutput(client::StepRecord &record, const json::Value &output) const
{
    if (!output.isNull())
        record.output = json::write(m_redactor.value(output));
}

/// The conditions of the steps that need this one are asked next, and may look at it.
void Execution::showEnd(int step)
{
    if (!m_wantsOutput)
        return;
    const auto at = static_cast<std::size_t>(step);
    const plan::StepState &state = m_plan.state(step);
    client::StepRecord record;
    record.step = m_plan.stepAt(step).id.value;
    record.kind = flow::kindName(m_plan.stepAt(step).action);
    record.status = plan::statusName(state.status);
    record.reason = m_redactor.text(plan::reasonText(state.reason));
    record.statusCode = state.statusCode;
    if (state.reason.code == plan::Reason::Code::Pinned)
        m_lastOutput[at] = m_pinnedOutputs[record.step];
    m_context.setStep(record.step, m_lastOutput[at], record);
}

void Execution::stepEnded(int step)
{
    const auto at = static_cast<std::size_t>(step);
    const plan::StepState &state = m_plan.state(step);
    client::StepRecord &record = stepRecord(step);
    record.status = plan::statusName(state.status);
    record.reason = m_redactor.text(plan::reasonText(state.reason));
    record.statusCode = state.statusCode;
    record.endedAt = wallAt(elapsed());
    if (state.reason.code == plan::Reason::Code::Pinned)
        recordOutput(record, m_pinnedOutputs[record.step]);
    if (state.attempts == 0)
        record.startedAt = record.endedAt;
    else
        record.duration = elapsed() - m_stepBegan[at];
    m_lastOutput[at] = {}; // the context has it, for who may look at it
    if (!isReplaying())
        m_narrator.stepEnded(record);
    event("step_ended", record.step, endData(record));
}

void Execution::executionEnded()
{
    m_over = true;
    m_ports.services.loop.cancelTimer(std::exchange(m_wake, 0)); // the deadline no longer matters
    m_record.status = plan::statusName(m_plan.status());
    m_record.duration = elapsed();
    m_record.endedAt = wallAt(m_record.duration);
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
    sealForRepeat();
    m_narrator.ended(m_record);
    event("execution_ended", {},
          json::Object{{"status", m_record.status},
                       {"error", m_record.error.empty() ? json::Value() : json::Value(m_record.error)},
                       {"duration_ms", static_cast<double>(m_record.duration.count()) / 1000}});
}

/// What masking took out of the record, and what it never had, encrypted: a repetition needs it.
void Execution::sealForRepeat()
{
    constexpr std::size_t kAlways = 2; // kind and correlation_id
    const json::Value &trigger = *m_context.root("trigger");
    const json::Value &message = *m_context.root("message");
    const bool isTriggered = trigger.asObject().size() > kAlways || !message.isNull();
    const bool inputIsMasked = !(m_record.input == m_prepared.input);
    const bool outputIsMasked = !m_output.isNull() && !(m_record.output == m_output);
    if (!inputIsMasked && !outputIsMasked && m_secretOutputs.empty() && !isTriggered)
        return;
    json::Object secrets;
    if (inputIsMasked)
        secrets.append("input", m_prepared.input);
    if (outputIsMasked)
        secrets.append("output", m_output);
    if (!m_secretOutputs.empty())
        secrets.append("steps", std::move(m_secretOutputs));
    if (isTriggered) {
        secrets.append("trigger", trigger);
        secrets.append("message", message);
    }
    m_record.sealed = m_ports.seal.seal(json::write(json::Value(std::move(secrets))));
}

std::string Execution::firstFailure() const
{
    if (m_plan.stopReason().code != plan::Reason::Code::None &&
        m_plan.stopReason().code != plan::Reason::Code::Aborted)
        return plan::reasonText(m_plan.stopReason());
    const client::StepRecord *first = nullptr;
    for (const client::StepRecord &step : m_record.steps)
        if ((step.status == "failed" || step.status == "critical_error") && !step.isUndo &&
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
    if (m_plan.isPaused())
        record.status = "paused";
    record.duration = elapsed();
    record.endedAt = wallAt(record.duration);
    for (std::size_t step = 0; step < m_running.size(); ++step)
        if (const json::Value progress = m_running[step] ? m_running[step]->progress() : json::Value();
            !progress.isNull() && m_recordAt[step] < record.steps.size())
            record.steps[m_recordAt[step]].attemptsDetail.array().emplace_back(
                json::Object{{"attempt", m_plan.state(static_cast<int>(step)).attempts},
                             {"status", "running"},
                             {"progress", m_redactor.value(progress)}});
    return record;
}

Duration Execution::elapsed() const
{
    if (m_at)
        return *m_at;
    return std::chrono::duration_cast<Duration>(m_ports.services.clock.steady() - m_startedAt);
}

void Execution::answer(const std::string &step, const steps::Delivery &delivery, Acknowledge done)
{
    const int position = findStep(*m_prepared.flow, step);
    if (position < 0 || !m_running[static_cast<std::size_t>(position)])
        return done(Error{ErrorCode::ActRefused, step, "the step does not wait for an answer", {}, {}});
    if (m_answered.contains(position))
        return done(Error{ErrorCode::ActRefused, step, "it has been answered already", {}, {}});
    const Result<bool> taken = m_running[static_cast<std::size_t>(position)]->deliver(delivery);
    if (taken && *taken) { // its report, a turn of the loop later, brings the news
        m_answered[position] = std::move(done);
        return;
    }
    done(taken ? Error{ErrorCode::ActRefused, step, "the step does not wait for an answer", {}, {}}
               : taken.error());
}

bool Execution::isAtRest() const
{
    if (!m_turns.empty() || !m_inbox.empty() || m_over)
        return false;
    for (std::size_t step = 0; step < m_running.size(); ++step) {
        if (!m_running[step])
            continue;
        const flow::StepAction &action = m_plan.stepAt(static_cast<int>(step)).action;
        const bool waits = std::holds_alternative<flow::ApprovalStep>(action) ||
                           std::holds_alternative<flow::WaitStep>(action) ||
                           std::holds_alternative<flow::FlowStep>(action) || isWatching(action);
        if (!waits || m_plan.stepAt(static_cast<int>(step)).forEach)
            return false;
    }
    return true;
}

/// Hands the signals that are kept to the steps that wait; who takes one reports.
void Execution::offerSignals()
{
    std::erase_if(m_signals, [this](const steps::Delivery &signal) {
        return std::any_of(m_running.begin(), m_running.end(), [&](const auto &running) {
            return running && running->deliver(signal).value_or(false);
        });
    });
}

/// While the journal is told again: the signals that a step has taken are used up.
void Execution::consumeSignals(int step, const json::Value &output)
{
    if (!isReplaying())
        return;
    const auto useUp = [this](const std::string &name) {
        const auto used = std::find_if(m_signals.begin(), m_signals.end(),
                                       [&](const steps::Delivery &signal) { return signal.name == name; });
        if (used != m_signals.end())
            m_signals.erase(used);
    };
    const flow::StepAction &action = m_plan.stepAt(step).action;
    if (std::holds_alternative<flow::CloudRunStep>(action)) {
        for (const json::Value &name : output["signals"].asArray())
            useUp(name.asString());
        return;
    }
    const auto *wait = std::get_if<flow::WaitStep>(&action);
    if (wait == nullptr || !wait->event)
        return;
    if (const Result<std::string> name = wait->event->evaluateText(contextOf(step)))
        useUp(*name);
}

void Execution::event(std::string kind, const std::string &step, json::Value data)
{
    m_events.push_back({static_cast<std::int64_t>(m_events.size()) + 1, m_record.id, wallAt(elapsed()),
                        std::move(kind), step, std::move(data)});
}

} // namespace batuta::host
