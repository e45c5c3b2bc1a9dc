// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/engine_figures.h"

#include <array>

namespace batuta::host {
namespace {

constexpr std::array kStates{policy::BreakerState::Closed, policy::BreakerState::Open,
                             policy::BreakerState::HalfOpen};

/// In seconds: from a commit that syncs nothing to a disk in trouble.
std::vector<double> commitBuckets()
{
    return {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
}

} // namespace

EngineFigures::EngineFigures(telemetry::Metrics &metrics, std::string_view version)
    : m_metrics(metrics)
    , m_process(metrics)
    , m_commits(metrics.histogram("batuta_journal_commit_seconds", "Time of the history's transactions", {},
                                  commitBuckets()))
    , m_running(metrics.gauge("batuta_executions_running", "Executions under way"))
    , m_queued(metrics.gauge("batuta_executions_queued", "Executions that wait for a place"))
    , m_paused(metrics.gauge("batuta_executions_paused", "Executions that somebody paused"))
{
    metrics.gauge("batuta_build_info", "The version of this program", {{"version", std::string(version)}})
        .set(1);
}

void EngineFigures::refresh(const Executions &executions, const Policies &policies,
                            const store::HistoryStats &history)
{
    m_running.set(executions.running);
    m_queued.set(executions.queued);
    m_paused.set(executions.paused);
    m_process.refresh();
    showHistory(history);
    showBreakers(policies.breakers);
    showPlaces(policies.places);
}

void EngineFigures::showHistory(const store::HistoryStats &history)
{
    const auto show = [this](const char *name, const char *help, std::uint64_t value) {
        m_metrics.mirror(name, help).set(static_cast<double>(value));
    };
    show("batuta_journal_transactions_total", "Transactions that were committed", history.transactions);
    show("batuta_journal_failed_transactions_total", "Transactions that could not be committed",
         history.failedBatches);
    show("batuta_history_executions_total", "Ended executions that were written", history.executions);
    show("batuta_history_events_total", "Events that were written", history.events);
    show("batuta_history_lost_events_total", "Events that could not be written", history.lostEvents);
    m_metrics.gauge("batuta_journal_queue", "Writes that wait for their transaction")
        .set(static_cast<double>(history.queued));
}

/// Each breaker is in exactly one of its states: that one is 1.
void EngineFigures::showBreakers(const policy::Breakers &breakers)
{
    for (const policy::Breakers::Status &status : breakers.states()) {
        const auto [entry, isNew] = m_breakers.try_emplace(status.name);
        Breaker &breaker = entry->second;
        const telemetry::Labels name{{"breaker", status.name}};
        if (isNew) {
            for (std::size_t i = 0; i < kStates.size(); ++i)
                breaker.states[i] = &m_metrics.gauge(
                    "batuta_breaker_state", "1 for the state that the breaker is in",
                    {{"breaker", status.name}, {"state", std::string(policy::stateName(kStates[i]))}});
            breaker.failures =
                &m_metrics.gauge("batuta_breaker_failures", "Failures in a row, as far as they count", name);
            breaker.opens =
                &m_metrics.mirror("batuta_breaker_opens_total", "How often the breaker opened", name);
        }
        for (std::size_t i = 0; i < kStates.size(); ++i)
            breaker.states[i]->set(status.state == kStates[i] ? 1 : 0);
        breaker.failures->set(status.failures);
        breaker.opens->set(static_cast<double>(status.opens));
    }
}

void EngineFigures::showPlaces(const policy::ConcurrencyBook &places)
{
    for (auto &[flow, own] : m_places) {
        own.running->set(0);
        own.waiting->set(0);
    }
    for (const policy::ConcurrencyBook::Status &status : places.states()) { // one for each key of a flow
        const auto [entry, isNew] = m_places.try_emplace(status.flow.value);
        const telemetry::Labels flow{{"flow", status.flow.value}};
        if (isNew)
            entry->second = {&m_metrics.gauge("batuta_concurrency_running",
                                              "Executions that hold a place of their flow's limit", flow),
                             &m_metrics.gauge("batuta_concurrency_waiting",
                                              "Executions that wait for a place of their flow's limit",
                                              flow)};
        entry->second.running->add(static_cast<double>(status.running));
        entry->second.waiting->add(static_cast<double>(status.waiting));
    }
}

} // namespace batuta::host
