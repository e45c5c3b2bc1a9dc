// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/kinds.h"

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

class FlowAttempt final : public RunningAttempt
{
public:
    explicit FlowAttempt(net::Loop &loop, Report report)
        : m_loop(loop)
        , m_report(std::move(report))
    {
    }
    ~FlowAttempt() override
    {
        *m_alive = false;
        m_loop.cancelTimer(m_timer);
        if (m_report && m_cancelChild)
            m_cancelChild();
    }

    Status begin(const Attempt &attempt, const flow::FlowStep &step, json::Value input)
    {
        Result<CancelSubflow> child = attempt.startSubflow(step.flow, attempt.item, std::move(input),
                                                           [this, alive = m_alive](SubflowEnd end) {
                                                               if (*alive)
                                                                   ended(std::move(end));
                                                           });
        if (!child)
            return child.error();
        m_cancelChild = std::move(*child);
        return {};
    }
    void cancelAt(SteadyTime when, Duration timeout)
    {
        m_timer = m_loop.startTimer(when, [this, timeout] {
            m_timer = 0;
            m_timedOut = timeout;
            cancel();
        });
    }
    void cancel() override
    {
        if (m_cancelChild)
            m_cancelChild();
    }

private:
    void ended(SubflowEnd end)
    {
        AttemptReport result;
        if (m_timedOut)
            result.outcome = failed(Cause::Timeout, "Timeout after " + durationText(*m_timedOut));
        else if (end.cancelled)
            result.outcome = cancelled();
        else if (!end.succeeded)
            result.outcome = failed(Cause::Other, end.error);
        result.output = std::move(end.output);
        const Report tell = std::move(m_report);
        m_report = nullptr;
        tell(std::move(result)); // may destroy this
    }

    net::Loop &m_loop;
    Report m_report;
    CancelSubflow m_cancelChild;
    net::Loop::TimerId m_timer = 0;
    std::optional<Duration> m_timedOut;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace

std::unique_ptr<RunningAttempt> startFlow(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::FlowStep>(attempt.step.action);
    Result<json::Value> input = step.input.evaluate(attempt.context);
    if (!input) {
        report({critical(input.error()), {}, {}});
        return nullptr;
    }
    if (input->isNull())
        *input = json::Object{}; // a step that gives no input
    auto running = std::make_unique<FlowAttempt>(services.loop, report);
    if (Status status = running->begin(attempt, step, std::move(*input)); !status) {
        report({failed(Cause::Other, errorText(status.error())), {}, {}});
        return running; // reported: nobody waits for it
    }
    if (attempt.timeout)
        running->cancelAt(services.clock.steady() + *attempt.timeout, *attempt.timeout);
    return running;
}

} // namespace batuta::steps
