// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/gated_attempt.h"

namespace batuta::host {
namespace {

using Cause = plan::Outcome::Cause;

/// Whether the outcome says that the other side is in trouble: an answer that refuses the request does not.
bool blamesTheOtherSide(const plan::Outcome &outcome)
{
    constexpr int kServerErrors = 500;
    return outcome.kind == plan::Outcome::Kind::Failed &&
           (outcome.cause == Cause::Connection || outcome.cause == Cause::Timeout ||
            (outcome.cause == Cause::Status && outcome.statusCode >= kServerErrors));
}

class GatedAttempt final : public steps::RunningAttempt
{
public:
    GatedAttempt(const steps::Attempt &attempt, const steps::Services &services, Policies &policies,
                 steps::Report report)
        : m_startSubflow(attempt.startSubflow)
        , m_attempt{attempt.step,      attempt.context,     attempt.log,        m_startSubflow,
                    attempt.execution, attempt.number,      attempt.item,       attempt.startedAt,
                    attempt.timeout,   attempt.wantsOutput, attempt.traceparent}
        , m_services(services)
        , m_policies(policies)
        , m_report(std::move(report))
    {
    }
    ~GatedAttempt() override
    {
        m_services.loop.cancelTimer(m_timer);
        if (m_isWaiting)
            m_policies.rateLimits.giveBack(*m_attempt.step.rateLimit, m_turn);
        else if (m_inner)
            release();
    }

    void begin()
    {
        if (m_attempt.step.rateLimit) {
            const SteadyTime now = m_services.clock.steady();
            m_turn = m_policies.rateLimits.reserve(*m_attempt.step.rateLimit, now);
            if (m_turn > now) {
                m_isWaiting = true;
                if (m_policies.waited)
                    m_policies.waited(m_attempt.step.rateLimit->name,
                                      std::chrono::duration_cast<Duration>(m_turn - now));
                m_timer = m_services.loop.startTimer(m_turn, [this] {
                    m_timer = 0;
                    m_isWaiting = false;
                    call();
                });
                return;
            }
        }
        call();
    }
    void cancel() override
    {
        if (m_inner)
            return m_inner->cancel();
        if (!m_report)
            return;
        if (std::exchange(m_isWaiting, false))
            m_policies.rateLimits.giveBack(*m_attempt.step.rateLimit, m_turn);
        m_services.loop.cancelTimer(m_timer);
        m_timer = 0;
        if (mayHaveChild()) {
            m_isPastGate = true;
            if (start())
                m_inner->cancel();
            return;
        }
        m_timer = m_services.loop.startTimer(SteadyTime{}, [this] { tell({steps::cancelled(), {}, {}}); });
    }
    Result<bool> deliver(const steps::Delivery &delivery) override
    {
        return m_inner ? m_inner->deliver(delivery) : Result<bool>(false);
    }

private:
    void call()
    {
        if (const auto &breaker = m_attempt.step.breaker) {
            const auto verdict = m_policies.breakers.admit(*breaker, m_services.clock.steady());
            if (!verdict.allowed) {
                plan::Outcome refused =
                    steps::failed(Cause::Refused, "Not called: the breaker " + breaker->name + " is open", 0);
                refused.retryAfter = verdict.retryAfter;
                return tell({std::move(refused), {}, {}});
            }
        }
        start();
    }
    /// After a crash the subflow goes on by itself: who is to stop finds it, and does not wait for that.
    bool mayHaveChild() const
    {
        return m_attempt.startedAt != WallTime{} &&
               std::holds_alternative<flow::FlowStep>(m_attempt.step.action);
    }
    /// False when it has told already; then this may be gone.
    bool start()
    {
        m_isCalling = true;
        auto inner = steps::start(m_attempt, m_services,
                                  [this](steps::AttemptReport report) { ended(std::move(report)); });
        if (m_isCalling) {
            m_inner = std::move(inner);
            return true;
        }
        m_over = std::move(inner); // told already; it goes with this
        finish();
        return false;
    }
    void ended(steps::AttemptReport report)
    {
        if (const auto &breaker = m_attempt.step.breaker; breaker && !m_isPastGate) {
            const SteadyTime now = m_services.clock.steady();
            if (blamesTheOtherSide(report.outcome))
                m_policies.breakers.failed(*breaker, now);
            else if (report.outcome.kind == plan::Outcome::Kind::Cancelled)
                m_policies.breakers.released(*breaker);
            else
                m_policies.breakers.succeeded(*breaker, now);
        }
        const bool isAtOnce = std::exchange(m_isCalling, false) && !m_inner;
        m_reported = std::move(report);
        if (!isAtOnce)
            finish();
    }
    /// A probe that is forgotten leaves its place to another.
    void release()
    {
        if (m_attempt.step.breaker && m_report && !m_isPastGate)
            m_policies.breakers.released(*m_attempt.step.breaker);
    }
    void finish() { tell(std::move(*m_reported)); }
    void tell(steps::AttemptReport report)
    {
        m_timer = 0;
        const steps::Report out = std::exchange(m_report, nullptr);
        out(std::move(report)); // may destroy this
    }

    steps::StartSubflow m_startSubflow;
    steps::Attempt m_attempt;
    steps::Services m_services;
    Policies &m_policies;
    steps::Report m_report;
    std::unique_ptr<steps::RunningAttempt> m_inner;
    std::unique_ptr<steps::RunningAttempt> m_over;
    std::optional<steps::AttemptReport> m_reported;
    SteadyTime m_turn{};
    net::Loop::TimerId m_timer = 0;
    bool m_isWaiting = false;
    bool m_isCalling = false;
    bool m_isPastGate = false; ///< it was let through only to be stopped
};

} // namespace

std::unique_ptr<steps::RunningAttempt> startGated(const steps::Attempt &attempt,
                                                  const steps::Services &services, Policies &policies,
                                                  steps::Report report)
{
    if (!attempt.step.breaker && !attempt.step.rateLimit)
        return steps::start(attempt, services, std::move(report));
    auto gated = std::make_unique<GatedAttempt>(attempt, services, policies, std::move(report));
    gated->begin();
    return gated;
}

} // namespace batuta::host
