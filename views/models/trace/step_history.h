// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

#include <QObject>

#include <string>
#include <vector>

namespace batuta::views {

/// How one step went in another run of the same flow.
struct StepPast
{
    std::string execution;
    WallTime startedAt{}; ///< of the execution
    std::string status;   ///< of the step
    Duration duration{};
    int attempts = 0;
};

/// One step over the runs of its flow.
struct StepHistory
{
    std::vector<StepPast> runs; ///< in which it ran, newest first
    Duration p50{}, p95{};      ///< of those that ended well; 0 without any
    int succeeded = 0;
    int failed = 0;
    int othersFailed = 0;    ///< without the run it is asked about
    WallTime failingSince{}; ///< when the earliest of those began
};

/// `self`: the run it is asked about.
StepHistory stepHistoryOf(const std::vector<client::ExecutionRecord> &runs, const std::string &step,
                          const std::string &self);

/// The newest runs of a flow with how their steps went, and all its failures that are kept, asked for once
/// for each run that is opened. On the window's thread.
class FlowPast final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = 500; ///< runs that are looked at

    explicit FlowPast(EngineLink &engine, QObject *parent = nullptr);

    /// For this run. Asks when the flow is another one than before, or `again`.
    void open(const std::string &flow, const std::string &self, bool again);
    const std::string &self() const { return m_self; }
    bool isThere() const { return m_isThere; }
    /// Fewer than all were looked at.
    bool isCut() const { return m_isCut; }
    const std::vector<client::ExecutionRecord> &runs() const { return m_runs; }
    /// How the step went in those runs. When they are not all, the others that failed are counted over all
    /// that is kept.
    StepHistory historyOf(const std::string &step) const;
    /// Those failures are not counted over all that is kept.
    bool isPartial() const { return m_isCut && !m_hasFailures; }

signals:
    void changed();

private:
    void askFailures();

    EngineLink &m_engine;
    std::string m_flow;
    std::string m_self;
    std::vector<client::ExecutionRecord> m_runs;
    std::vector<client::FailureGroup> m_failures;
    bool m_isThere = false;
    bool m_isCut = false;
    bool m_hasFailures = false;
};

} // namespace batuta::views
