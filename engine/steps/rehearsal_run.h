// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/releases/gates.h"
#include "engine/steps/cloud_access.h"
#include "engine/steps/wall_timer.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::steps {

/// Re-runs recorded executions against a revision that only its tag reaches, one after the other, and tells
/// what is not as it was. On the loop's thread; destroying it cancels what runs.
class RehearsalRun
{
public:
    struct Scope
    {
        const Services &services;
        std::string execution; ///< that asks
        std::string key;       ///< of the attempt: the same one finds what it has begun
    };
    using Told = std::function<void(releases::GateFinding)>;

    RehearsalRun(Scope scope, releases::GateRule rule, Told told);
    ~RehearsalRun();

    /// `service` as it is now. Tells later, once; a revision without a tag, or with live traffic, is refused.
    void begin(const cloud::Service &service, const std::string &revision);
    /// {flow, done, of}
    json::Value progress() const;

private:
    void found(Result<std::vector<store::ExecutionRecord>> records);
    void next();
    void ended(const Result<store::ExecutionRecord> &record);
    void conclude();
    void end(releases::Verdict verdict, std::string why, json::Value report);

    Scope m_scope;
    releases::GateRule m_rule;
    Told m_told;
    Moved m_moved;
    std::vector<store::ExecutionRecord> m_records;
    std::vector<releases::RunRehearsal> m_runs;
    CancelSubflow m_cancel;
    WallTimer m_later;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

/// Whether one of the step's calls went to one of the addresses.
bool hasCalled(const store::StepRecord &step, const Moved &moved);

} // namespace batuta::steps
