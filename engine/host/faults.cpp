// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/faults.h"

#include "engine/base/units.h"
#include "engine/capsule/replay.h"
#include "engine/host/find_step.h"
#include "engine/host/refusal.h"

#include <algorithm>
#include <array>

namespace batuta::host {
namespace {

constexpr int kMostAttempts = 1'000;
constexpr Duration kLongestLatency = std::chrono::hours(1);
constexpr std::array<std::pair<std::string_view, Fault::Kind>, 3> kSwitches{
    {{"timeout", Fault::Kind::Timeout}, {"drop", Fault::Kind::Drop}, {"duplicate", Fault::Kind::Duplicate}}};

bool isHttp(const flow::StepAction &action)
{
    return std::holds_alternative<flow::HttpStep>(action) ||
           std::holds_alternative<flow::WebhookStep>(action) ||
           std::holds_alternative<flow::SlackStep>(action);
}

/// Whether it calls anything that could be late.
bool calls(const flow::StepAction &action)
{
    return isHttp(action) || std::holds_alternative<flow::ProcessStep>(action) ||
           std::holds_alternative<flow::FlowStep>(action);
}

/// A second kind in one fault would hide the first.
Status setKind(const std::string &step, Fault::Kind kind, Fault &fault)
{
    if (fault.kind != Fault::Kind::None)
        return refused(step, "only one of status, timeout, drop and duplicate can be injected at a time");
    fault.kind = kind;
    return {};
}

Status readLatency(const std::string &step, const json::Value &value, Fault &fault)
{
    const Result<Duration> latency = parseDuration(value.asString());
    if (!latency || *latency < Duration{} || *latency > kLongestLatency)
        return refused(step, "latency must be a duration of at most an hour: 500ms, 2s");
    fault.latency = *latency;
    return {};
}

Status readMember(const std::string &step, const std::string &name, const json::Value &value, Fault &fault)
{
    if (value.isNull() || (value.isBoolean() && !value.asBoolean()))
        return {};
    if (name == "latency")
        return readLatency(step, value, fault);
    const std::int64_t number = value.asInteger(-1);
    if (name == "attempts") {
        if (number < 0 || number > kMostAttempts)
            return refused(step, "attempts must be a whole number from 0 to 1000");
        fault.attempts = static_cast<int>(number);
        return {};
    }
    if (name == "status") {
        if (number < 400 || number > 599)
            return refused(step, "status must be a whole number from 400 to 599");
        fault.status = static_cast<int>(number);
        return setKind(step, Fault::Kind::Status, fault);
    }
    for (const auto &[known, kind] : kSwitches)
        if (name == known)
            return value.isBoolean() ? setKind(step, kind, fault)
                                     : refused(step, name + " must be true or false");
    return refused(step, "no such fault: " + name);
}

const flow::Step &stepAt(const flow::Flow &flow, int position)
{
    const auto at = static_cast<std::size_t>(position);
    return at < flow.steps.size() ? flow.steps[at] : flow.finallySteps[at - flow.steps.size()];
}

Result<Fault> readMoved(const json::Value &value)
{
    const std::string name(kEveryStep);
    if (!value["moved"].isObject() || value["moved"].asObject().empty() || value.asObject().size() > 1)
        return refused(name, "every step can only be called elsewhere: {moved: {address: address}}");
    Fault fault;
    fault.kind = Fault::Kind::Moved;
    for (const auto &[from, to] : value["moved"].asObject()) {
        if (from.empty() || to.asString().empty())
            return refused(name, "moved must hold an address for each address");
        fault.moved.emplace_back(from, to.asString());
    }
    return fault;
}

Result<Fault> readFault(const std::string &name, const json::Value &value, const flow::Flow &flow)
{
    if (name == kEveryStep)
        return readMoved(value);
    const int position = findStep(flow, name);
    if (position < 0)
        return refused(name, "the flow has no such step");
    if (!value.isObject())
        return refused(name, "a fault must be an object");
    Fault fault;
    if (const json::Value &recorded = value["recorded"]; !recorded.isNull()) {
        if (value.asObject().size() > 1)
            return refused(name, "nothing else can be injected into a step that is answered from a record");
        Result<RecordedStep> step = readRecorded(name, recorded);
        if (!step)
            return step.error();
        fault.kind = Fault::Kind::Recorded;
        fault.recorded = std::make_shared<const RecordedStep>(std::move(*step));
        return fault;
    }
    for (const auto &[member, setting] : value.asObject())
        if (const Status read = readMember(name, member, setting, fault); !read)
            return read.error();
    const flow::StepAction &action = stepAt(flow, position).action;
    if (!calls(action))
        return refused(name, "the step calls nothing, so nothing can go wrong with a call");
    if (!isHttp(action) && fault.kind != Fault::Kind::None && fault.kind != Fault::Kind::Timeout)
        return refused(name, "only an HTTP call can be answered, dropped or sent twice");
    return fault;
}

class FaultyAttempt final : public steps::RunningAttempt
{
public:
    FaultyAttempt(const steps::Attempt &attempt, const Fault &fault, const steps::Services &services,
                  Policies &policies, steps::Report report)
        : m_startSubflow(attempt.startSubflow)
        , m_attempt{attempt.step,      attempt.context,     attempt.log,        m_startSubflow,
                    attempt.execution, attempt.number,      attempt.item,       attempt.startedAt,
                    attempt.timeout,   attempt.wantsOutput, attempt.traceparent}
        , m_fault(fault)
        , m_injected(shown(fault))
        , m_services(services)
        , m_policies(policies)
        , m_report(std::move(report))
    {
    }
    ~FaultyAttempt() override { m_services.loop.cancelTimer(m_timer); }

    void begin()
    {
        constexpr Duration kUsualTimeout = std::chrono::seconds(30); ///< of a step that says none
        const bool hasLatency = m_fault.latency > Duration{};
        const Duration most = m_attempt.timeout.value_or(hasLatency ? kLongestLatency : kUsualTimeout);
        m_isLate = m_fault.kind == Fault::Kind::Timeout || (m_attempt.timeout && m_fault.latency >= most);
        const bool waitsItOut = m_isLate && !hasLatency;
        m_wait = waitsItOut ? most : std::min(m_fault.latency, most);
        after(m_wait, [this] { proceed(); });
    }
    void cancel() override
    {
        if (m_inner)
            return m_inner->cancel();
        if (!m_reported)
            after(Duration{}, [this] { tell({steps::cancelled(), {}, {}}); });
    }
    Result<bool> deliver(const steps::Delivery &delivery) override
    {
        return m_inner ? m_inner->deliver(delivery) : Result<bool>(false);
    }

private:
    void after(Duration wait, std::function<void()> then)
    {
        m_services.loop.cancelTimer(m_timer);
        m_timer =
            m_services.loop.startTimer(m_services.clock.steady() + wait, [this, then = std::move(then)] {
                m_timer = 0;
                const std::function<void()> now = then; // the timer may be gone before it returns
                now();
            });
    }

    void proceed()
    {
        if (m_isLate)
            return tell({steps::failed(plan::Outcome::Cause::Timeout,
                                       "Injected: no answer within " + durationText(m_wait)),
                         {},
                         {}});
        if (m_fault.kind == Fault::Kind::Drop)
            return tell(
                {steps::failed(plan::Outcome::Cause::Connection, "Injected: the connection was dropped"),
                 {},
                 {}});
        if (m_fault.kind == Fault::Kind::Status)
            return tell({steps::failed(plan::Outcome::Cause::Status,
                                       "Injected: HTTP " + std::to_string(m_fault.status), m_fault.status),
                         {},
                         {}});
        if (m_attempt.timeout) // what the latency has used up
            *m_attempt.timeout -= m_wait;
        call();
    }
    /// Its report may come before startGated() returns; it goes on from the loop, with no runner on the
    /// stack.
    void call()
    {
        m_inner = startGated(m_attempt, m_services, m_policies, [this](steps::AttemptReport report) {
            m_reported = std::move(report);
            after(Duration{}, [this] { called(); });
        });
    }
    void called()
    {
        m_inner.reset();
        steps::AttemptReport report = std::move(*m_reported);
        m_reported.reset();
        const bool isFirst = m_fault.kind == Fault::Kind::Duplicate && !std::exchange(m_isSecond, true);
        if (!isFirst || report.outcome.kind == plan::Outcome::Kind::Cancelled)
            return tell(std::move(report));
        // Its answer is as good as lost; the record says what it was.
        m_injected.object().set("first_status_code", report.outcome.statusCode);
        call();
    }
    void tell(steps::AttemptReport report)
    {
        report.injected = m_injected;
        const steps::Report out = std::exchange(m_report, nullptr);
        out(std::move(report)); // may destroy this
    }

    steps::StartSubflow m_startSubflow;
    steps::Attempt m_attempt;
    Fault m_fault;
    json::Value m_injected;
    steps::Services m_services;
    Policies &m_policies;
    steps::Report m_report;
    std::unique_ptr<steps::RunningAttempt> m_inner;
    std::optional<steps::AttemptReport> m_reported;
    Duration m_wait{};
    net::Loop::TimerId m_timer = 0;
    bool m_isLate = false;
    bool m_isSecond = false;
};

/// Beside breakers and rate limits: what a rehearsal meets is nothing that the live traffic has met.
std::unique_ptr<steps::RunningAttempt> startMoved(const steps::Attempt &attempt, const Fault &fault,
                                                  const steps::Services &services, steps::Report report)
{
    if (!std::holds_alternative<flow::HttpStep>(attempt.step.action)) {
        report({steps::done(), {}, {}, {}, json::Object{{"not_called", true}}});
        return nullptr;
    }
    steps::Services moved = services;
    moved.moved = fault.moved;
    return steps::start(attempt, moved,
                        [injected = shown(fault), report = std::move(report)](steps::AttemptReport told) {
                            if (told.injected.isNull())
                                told.injected = injected;
                            report(std::move(told));
                        });
}

} // namespace

Result<Faults> readFaults(const json::Value &faults, const flow::Flow &flow)
{
    if (!faults.isNull() && !faults.isObject())
        return refused("faults", "must be an object: a fault for each step");
    Faults read;
    for (const auto &[name, value] : faults.asObject()) {
        const Result<Fault> fault = readFault(name, value, flow);
        if (!fault)
            return fault.error();
        if (fault->kind != Fault::Kind::None || fault->latency > Duration{})
            read.emplace(name, *fault);
    }
    return read;
}

json::Value toJson(const Faults &faults)
{
    json::Object object;
    for (const auto &[step, fault] : faults) {
        json::Object one;
        if (fault.latency > Duration{})
            one.append("latency", durationText(fault.latency));
        if (fault.kind == Fault::Kind::Status)
            one.append("status", fault.status);
        if (fault.recorded)
            one.append("recorded", toJson(*fault.recorded));
        if (fault.kind == Fault::Kind::Moved) {
            json::Object moved;
            for (const auto &[from, to] : fault.moved)
                moved.set(from, to);
            one.append("moved", std::move(moved));
        }
        for (const auto &[name, kind] : kSwitches)
            if (fault.kind == kind)
                one.append(std::string(name), true);
        if (fault.attempts > 0)
            one.append("attempts", fault.attempts);
        object.append(step, std::move(one));
    }
    return object;
}

json::Value shown(const Fault &fault)
{
    json::Object object;
    if (fault.latency > Duration{})
        object.append("latency_ms", fault.latency.count() / 1000);
    if (fault.kind == Fault::Kind::Status)
        object.append("status", fault.status);
    if (fault.kind == Fault::Kind::Recorded)
        object.append("recorded", true);
    if (fault.kind == Fault::Kind::Moved && !fault.moved.empty())
        object.append("moved_to", fault.moved.front().second);
    for (const auto &[name, kind] : kSwitches)
        if (fault.kind == kind)
            object.append(std::string(name), true);
    return object;
}

const Fault *faultOf(const Faults &faults, const std::string &step, int attempt)
{
    const auto found = faults.find(step);
    if (found == faults.end() || (found->second.attempts > 0 && attempt > found->second.attempts))
        return nullptr;
    return &found->second;
}

const Fault *faultOf(const Faults &faults, const flow::Step &step, int attempt)
{
    if (const Fault *own = faultOf(faults, step.id.value, attempt))
        return own;
    const auto every = faults.find(std::string(kEveryStep));
    return every != faults.end() && capsule::reachesOut(step.action) ? &every->second : nullptr;
}

std::unique_ptr<steps::RunningAttempt> startFaulty(const steps::Attempt &attempt, const Fault *fault,
                                                   const steps::Services &services, Policies &policies,
                                                   steps::Report report)
{
    if (fault == nullptr)
        return startGated(attempt, services, policies, std::move(report));
    if (fault->recorded)
        return startRecorded(attempt, *fault->recorded, services, std::move(report));
    if (fault->kind == Fault::Kind::Moved)
        return startMoved(attempt, *fault, services, std::move(report));
    auto faulty = std::make_unique<FaultyAttempt>(attempt, *fault, services, policies, std::move(report));
    faulty->begin();
    return faulty;
}

} // namespace batuta::host
