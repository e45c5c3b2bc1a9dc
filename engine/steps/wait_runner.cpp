// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/kinds.h"
#include "engine/steps/wall_timer.h"

namespace batuta::steps {
namespace {

class WaitAttempt final : public RunningAttempt
{
public:
    WaitAttempt(const Services &services, std::string event, Report report)
        : m_timer(services)
        , m_event(std::move(event))
        , m_report(std::move(report))
    {
    }

    void endAt(WallTime when, plan::Outcome outcome, bool isDate = false)
    {
        m_timer.start(
            when,
            [this, outcome = std::move(outcome)] {
                tell({outcome, {}, {}});
            },
            isDate);
    }
    void cancel() override
    {
        if (!m_isOver)
            endAt({}, cancelled());
    }
    Result<bool> deliver(const Delivery &delivery) override
    {
        if (delivery.kind != Delivery::Kind::Signal || m_event.empty() || delivery.name != m_event ||
            m_isOver)
            return false;
        m_isOver = true;
        m_timer.start({}, [this, data = delivery.data] { tell({done(), data, {}}); });
        return true;
    }

private:
    void tell(AttemptReport what)
    {
        const Report report = std::move(m_report);
        report(std::move(what)); // may destroy this
    }

    WallTimer m_timer;
    std::string m_event;
    Report m_report;
    bool m_isOver = false; ///< the signal has come: nothing else decides any more
};

Error badWait(const Attempt &attempt, std::string detail)
{
    return {ErrorCode::ExprEvaluation, attempt.step.id.value, std::move(detail), attempt.step.place, {}};
}

/// When it is over by itself; never for one that only an event ends.
Result<WallTime> endOf(const flow::WaitStep &step, const Attempt &attempt, const Clock &clock)
{
    if (!step.duration && !step.until)
        return WallTime::max();
    const expr::Template &text = step.duration ? *step.duration : *step.until;
    const Result<std::string> value = text.evaluateText(attempt.context);
    if (!value)
        return value.error();
    if (step.duration) {
        const Result<Duration> length = parseDuration(*value);
        if (!length)
            return length.error();
        return beginOf(attempt, clock) + *length;
    }
    WallTime until;
    if (!parseIsoTime(*value, until))
        return badWait(attempt, "`until` is not a UTC time like 2026-11-21T02:00:00Z: " + *value);
    return until;
}

Result<std::string> eventOf(const flow::WaitStep &step, const Attempt &attempt)
{
    if (!step.event)
        return std::string();
    Result<std::string> name = step.event->evaluateText(attempt.context);
    if (name && name->empty())
        return badWait(attempt, "the name of the event is empty");
    return name;
}

} // namespace

std::unique_ptr<RunningAttempt> startWait(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::WaitStep>(attempt.step.action);
    const Result<WallTime> end = endOf(step, attempt, services.clock);
    Result<std::string> event = eventOf(step, attempt);
    if (!end || !event) {
        report({critical(end ? event.error() : end.error()), {}, {}});
        return nullptr;
    }
    auto running = std::make_unique<WaitAttempt>(services, std::move(*event), std::move(report));
    const AttemptLimit limit = limitOf(attempt, services.clock);
    if (limit.at < *end)
        running->endAt(limit.at, failed(plan::Outcome::Cause::Timeout, limit.reason));
    else if (*end < WallTime::max())
        running->endAt(*end, done(), step.until.has_value());
    return running;
}

} // namespace batuta::steps
