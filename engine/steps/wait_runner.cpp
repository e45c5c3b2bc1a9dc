// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/kinds.h"

namespace batuta::steps {
namespace {

class WaitAttempt final : public RunningAttempt
{
public:
    WaitAttempt(net::Loop &loop, Report report)
        : m_loop(loop)
        , m_report(std::move(report))
    {
    }
    ~WaitAttempt() override { m_loop.cancelTimer(m_timer); }

    void waitUntil(SteadyTime when, plan::Outcome outcome)
    {
        m_timer = m_loop.startTimer(when, [this, outcome = std::move(outcome)] { tell(outcome); });
    }
    void cancel() override
    {
        m_loop.cancelTimer(m_timer);
        m_timer = m_loop.startTimer(SteadyTime{}, [this] { tell(cancelled()); });
    }

private:
    void tell(plan::Outcome outcome)
    {
        m_timer = 0;
        const Report report = std::move(m_report);
        report({std::move(outcome), {}, {}}); // may destroy this
    }

    net::Loop &m_loop;
    Report m_report;
    net::Loop::TimerId m_timer = 0;
};

Error badWait(const Attempt &attempt, std::string detail)
{
    return {ErrorCode::ExprEvaluation, attempt.step.id.value, std::move(detail), attempt.step.place, {}};
}

Result<Duration> lengthOf(const flow::WaitStep &step, const Attempt &attempt, const Clock &clock)
{
    const expr::Template &text = step.duration ? *step.duration : *step.until;
    const Result<std::string> value = text.evaluateText(attempt.context);
    if (!value)
        return value.error();
    if (step.duration)
        return parseDuration(*value);
    WallTime until;
    if (!parseIsoTime(*value, until))
        return badWait(attempt, "`until` is not a UTC time like 2026-11-21T02:00:00Z: " + *value);
    return std::max(Duration{}, std::chrono::duration_cast<Duration>(until - clock.wall()));
}

} // namespace

std::unique_ptr<RunningAttempt> startWait(const Attempt &attempt, const Services &services, Report report)
{
    Result<Duration> length =
        lengthOf(std::get<flow::WaitStep>(attempt.step.action), attempt, services.clock);
    if (!length) {
        report({critical(length.error()), {}, {}});
        return nullptr;
    }
    plan::Outcome outcome = done();
    if (attempt.timeout && *attempt.timeout < *length) {
        length = *attempt.timeout;
        outcome = failed(plan::Outcome::Cause::Timeout, "Timeout after " + durationText(*length));
    }
    auto running = std::make_unique<WaitAttempt>(services.loop, std::move(report));
    running->waitUntil(services.clock.steady() + *length, std::move(outcome));
    return running;
}

} // namespace batuta::steps
