// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/foreach_attempt.h"

#include "engine/exports/otlp_spans.h"
#include "engine/host/execution_context.h"
#include "engine/host/trace_detail.h"

namespace batuta::host {
namespace {

constexpr std::size_t kMostItems = 100'000;
constexpr std::size_t kMostDetails = 1'000; ///< attempts that the record keeps of one step

/// One item under way. What its attempt refers to lives here.
struct Item
{
    std::unique_ptr<LayeredContext> named;
    std::unique_ptr<LayeredContext> context;
    std::unique_ptr<steps::RunningAttempt> running;
    SteadyTime began{};
};

/// The last attempt of each item counts again: it is what the item goes on from.
std::map<int, int> attemptsBefore(const std::map<int, ItemEnd> &before)
{
    std::map<int, int> attempts;
    for (const auto &[item, end] : before)
        attempts.emplace(item, end.attempt - 1);
    return attempts;
}

class ForeachAttempt final : public steps::RunningAttempt
{
public:
    ForeachAttempt(const steps::Attempt &attempt, ForeachPorts ports, json::Value items, steps::Report report)
        : m_startSubflow(attempt.startSubflow)
        , m_attempt{attempt.step,      attempt.context,     attempt.log,        m_startSubflow,
                    attempt.execution, attempt.number,      attempt.item,       attempt.startedAt,
                    attempt.timeout,   attempt.wantsOutput, attempt.traceparent}
        , m_ports(std::move(ports))
        , m_report(std::move(report))
        , m_items(std::move(items))
        , m_fan({static_cast<int>(m_items.asArray().size()), attempt.step.forEach->maxParallel,
                 attempt.step.forEach->stopsOnFailure, attempt.step.retry,
                 std::hash<std::string>()(attempt.execution.value), attemptsBefore(m_ports.before),
                 m_ports.limit})
        , m_outputs(m_items.asArray().size())
        , m_began(m_ports.services.clock.steady())
    {
    }
    ~ForeachAttempt() override
    {
        *m_alive = false;
        m_ports.services.loop.cancelTimer(m_timer);
    }

    void begin()
    {
        m_isBusy = true;
        apply(m_fan.start());
        m_isBusy = false;
        drain();
    }
    void cancel() override
    {
        const bool outer = std::exchange(m_isBusy, true);
        apply(m_fan.cancel());
        m_isBusy = outer;
        drain();
    }

private:
    struct Ended
    {
        int item;
        plan::Outcome outcome;
    };

    void apply(const std::vector<plan::FanDecision> &decisions)
    {
        using Kind = plan::FanDecision::Kind;
        for (const plan::FanDecision &decision : decisions) {
            if (decision.kind == Kind::Start)
                startItem(decision.item, decision.attempt);
            else if (decision.kind == Kind::Cancel)
                cancelItem(decision.item);
        }
    }

    void startItem(int index, int number)
    {
        if (const auto end = m_ports.before.find(index);
            end != m_ports.before.end() && end->second.attempt == number) {
            m_outputs[static_cast<std::size_t>(index)] = end->second.output;
            m_inbox.push_back({index, end->second.outcome});
            return;
        }
        const json::Value &value = m_items.at(static_cast<std::size_t>(index));
        Item &item = m_running[index];
        item.named = std::make_unique<LayeredContext>(m_attempt.context, m_attempt.step.forEach->as, value);
        item.context = std::make_unique<LayeredContext>(*item.named, "item", value);
        item.began = m_ports.services.clock.steady();
        const steps::Attempt attempt{m_attempt.step, *item.context,         m_attempt.log,
                                     m_startSubflow, m_attempt.execution,   number,
                                     index,          m_attempt.startedAt,   m_attempt.timeout,
                                     true,           placeOf(index, number)};
        const Fault *fault = faultOf(m_ports.faults, m_attempt.step, number);
        auto running = startFaulty(attempt, fault, m_ports.services, m_ports.policies,
                                   [this, index, number](steps::AttemptReport report) {
                                       reported(index, number, std::move(report));
                                   });
        if (const auto still = m_running.find(index); still != m_running.end())
            still->second.running = std::move(running);
        else
            m_gone.push_back({nullptr, nullptr, std::move(running), {}});
    }
    std::string placeOf(int index, int number) const
    {
        const auto attempt = telemetry::parseTraceparent(m_attempt.traceparent);
        return attempt ? telemetry::traceparent(exports::itemSpan(*attempt, index, number)) : std::string();
    }
    void cancelItem(int index)
    {
        if (const auto item = m_running.find(index); item != m_running.end() && item->second.running)
            item->second.running->cancel();
    }

    void reported(int index, int number, steps::AttemptReport report)
    {
        if (report.exchange && m_ports.policies.called)
            m_ports.policies.called(report.exchange->timings);
        m_ports.limitData(report);
        const auto at = m_running.find(index);
        const auto duration =
            std::chrono::duration_cast<Duration>(m_ports.services.clock.steady() - at->second.began);
        if (m_details.size() < kMostDetails || report.outcome.kind == plan::Outcome::Kind::Failed) {
            json::Value detail = attemptDetail(
                report, {number, m_ports.services.clock.wall() - duration, duration}, m_ports.redactor);
            detail.object().set("item", index);
            if (m_details.size() < 2 * kMostDetails)
                m_details.push_back(std::move(detail));
        }
        m_gone.push_back(std::move(at->second)); // its runner is on the stack: it goes a little later
        m_running.erase(at);
        if (report.outcome.kind == plan::Outcome::Kind::Cancelled) {
            m_inbox.push_back({index, std::move(report.outcome)});
            return drain();
        }
        m_outputs[static_cast<std::size_t>(index)] = report.output;
        m_ports.record(index, {number, report.outcome, std::move(report.output)},
                       [this, index, outcome = report.outcome, alive = m_alive] {
                           if (!*alive)
                               return;
                           m_inbox.push_back({index, outcome});
                           drain();
                       });
    }

    void drain()
    {
        if (m_isBusy)
            return;
        m_isBusy = true;
        while (!m_inbox.empty()) {
            const Ended ended = std::move(m_inbox.front());
            m_inbox.pop_front();
            apply(m_fan.reported(ended.item, ended.outcome, elapsed()));
        }
        m_isBusy = false;
        scheduleSweep();
    }
    /// Ends, or waits for the next retry, once nobody's runner is on the stack.
    void scheduleSweep()
    {
        const std::optional<plan::Instant> wake = m_fan.nextWake();
        if (!m_fan.isOver() && m_gone.empty() && !wake)
            return;
        m_ports.services.loop.cancelTimer(m_timer);
        const bool isNow = m_fan.isOver() || !m_gone.empty();
        m_timer = m_ports.services.loop.startTimer(isNow ? SteadyTime{} : m_began + *wake, [this] {
            m_timer = 0;
            sweep();
        });
    }
    void sweep()
    {
        m_gone.clear();
        if (m_fan.isOver())
            return finish();
        m_isBusy = true;
        apply(m_fan.timeReached(elapsed()));
        m_isBusy = false;
        drain();
    }
    void finish()
    {
        steps::AttemptReport report;
        report.outcome = m_fan.outcome();
        report.output = std::move(m_outputs);
        report.items = std::move(m_details);
        const steps::Report tell = std::exchange(m_report, nullptr);
        tell(std::move(report)); // may destroy this
    }
    Duration elapsed() const
    {
        return std::chrono::duration_cast<Duration>(m_ports.services.clock.steady() - m_began);
    }

    steps::StartSubflow m_startSubflow;
    steps::Attempt m_attempt;
    ForeachPorts m_ports;
    steps::Report m_report;
    json::Value m_items;
    plan::Fan m_fan;
    json::Array m_outputs;
    json::Array m_details;
    std::map<int, Item> m_running;
    std::vector<Item> m_gone;
    std::deque<Ended> m_inbox;
    SteadyTime m_began;
    net::Loop::TimerId m_timer = 0;
    bool m_isBusy = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

Error badItems(const steps::Attempt &attempt, std::string detail)
{
    return {ErrorCode::ExprEvaluation, attempt.step.id.value, std::move(detail), attempt.step.place, {}};
}

} // namespace

std::unique_ptr<steps::RunningAttempt> startForeach(const steps::Attempt &attempt, ForeachPorts ports,
                                                    steps::Report report)
{
    Result<json::Value> items = attempt.step.forEach->items.evaluate(attempt.context);
    if (items && !items->isArray())
        items = badItems(attempt, "foreach.items is not a list");
    if (items && items->asArray().size() > kMostItems)
        items = badItems(attempt, "foreach.items has more than 100,000 items");
    if (!items) {
        report({steps::critical(items.error()), {}, {}});
        return nullptr;
    }
    auto running =
        std::make_unique<ForeachAttempt>(attempt, std::move(ports), std::move(*items), std::move(report));
    running->begin();
    return running;
}

steps::AttemptReport stoppedForeach(const flow::Step &step, const expr::Context &context,
                                    const std::map<int, ItemEnd> &before)
{
    steps::AttemptReport report{steps::cancelled(), {}, {}};
    const Result<json::Value> items = step.forEach->items.evaluate(context);
    if (!items || !items->isArray() || items->asArray().size() > kMostItems)
        return report;
    json::Array outputs(items->asArray().size());
    std::size_t succeeded = 0;
    for (const auto &[item, end] : before) {
        if (item < 0 || static_cast<std::size_t>(item) >= outputs.size())
            continue;
        outputs[static_cast<std::size_t>(item)] = end.output;
        succeeded += end.outcome.kind == plan::Outcome::Kind::Done ? 1U : 0U;
    }
    if (succeeded == outputs.size())
        report.outcome = {};
    report.output = std::move(outputs);
    return report;
}

} // namespace batuta::host
