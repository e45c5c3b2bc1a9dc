// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/steps/runner.h"
#include "engine/telemetry/log.h"

namespace batuta::host {

/// Tells the log what an execution does, with the event names that the ML Orchestrator's operators search
/// for. A small value; writes nothing but log lines.
class Narrator
{
public:
    explicit Narrator(telemetry::ExecutionLog log);
    const telemetry::ExecutionLog &log() const { return m_log; }

    void requested(const client::ExecutionRecord &record, const client::RoutingView &routing) const;
    void repeated(const client::ExecutionRecord &record, const std::string &key) const;
    void started(const client::ExecutionRecord &record, int steps) const;
    void stepStarted(const std::string &step, int attempt) const;
    void attemptEnded(const std::string &step, const steps::AttemptReport &report, Duration duration) const;
    void retryLater(const std::string &step, int nextAttempt, Duration wait) const;
    void stepEnded(const client::StepRecord &step) const;
    void ended(const client::ExecutionRecord &record) const;

private:
    telemetry::ExecutionLog m_log;
};

} // namespace batuta::host
