// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/compare/value_difference.h"
#include "views/models/trace/trace_run.h"

#include <string>
#include <vector>

namespace batuta::views {

/// A step of two runs side by side. Positions are those in the runs; -1: the run has no such step.
struct ComparedStep
{
    int a = -1, b = -1;
    Duration lengthA{}, lengthB{}; ///< waits between attempts included
    Duration delta{};              ///< B less A; 0 unless it ran in both
    int callsA = 0, callsB = 0;
    bool hasOtherOutcome = false; ///< another state, or another status code at its end
    bool hasOtherRequest = false; ///< what was sent last
    bool hasOtherResult = false;  ///< what came back last, or the output
    bool hasOtherTime = false;    ///< by more than a fifth, and by 50 ms

    bool differs() const
    {
        return hasOtherOutcome || hasOtherRequest || hasOtherResult || hasOtherTime || callsA != callsB ||
               (a < 0) != (b < 0);
    }
};

/// Something about the runs as a whole: version, revision, environment …
struct ComparedFact
{
    std::string name; ///< of the field in a record: `flow_version`
    std::string a, b;
    bool differs() const { return a != b; }
};

/// Two runs side by side: pure, and made once. Steps are matched by id, then by what they call; what is only
/// in one stands where it ran.
class RunComparison
{
public:
    RunComparison() = default;
    /// `flow`: for needs and groups; may be null.
    RunComparison(client::ExecutionRecord a, client::ExecutionRecord b, const client::FlowSummary *flow,
                  WallTime now);

    const TraceRun &a() const { return m_a; }
    const TraceRun &b() const { return m_b; }
    bool isEmpty() const { return m_a.isEmpty() || m_b.isEmpty(); }
    WallTime now() const { return m_now; }
    const std::vector<ComparedStep> &steps() const { return m_steps; }
    const std::vector<ComparedFact> &facts() const { return m_facts; }
    const std::vector<ValueDifference> &input() const { return m_input; }
    const std::vector<ValueDifference> &output() const { return m_output; }
    /// Of request and response of a step's last attempts, and of its output.
    std::vector<ValueDifference> ofStep(int step) const;
    /// What those are taken from, of one side: status, attempts, request, response or output.
    json::Value toldOf(int step, bool isA) const;

    Duration lengthA() const { return m_a.length(m_now); }
    Duration lengthB() const { return m_b.length(m_now); }
    Duration delta() const { return lengthB() - lengthA(); }
    /// The step that explains most: the first with another outcome; else with other calls; else the one whose
    /// time differs most; else the first with another payload. -1 when nothing differs.
    int mainStep() const;
    /// Steps whose time differs, the largest difference first.
    std::vector<int> slowest() const;
    /// The next step that differs after (before) this one; -1 when there is none.
    int next(int step, int direction) const;

private:
    void match();
    ComparedStep paired(int a, int b) const;
    void compareFacts(const client::ExecutionRecord &a, const client::ExecutionRecord &b);

    TraceRun m_a, m_b;
    WallTime m_now{};
    std::vector<ComparedStep> m_steps;
    std::vector<ComparedFact> m_facts;
    std::vector<ValueDifference> m_input, m_output;
};

} // namespace batuta::views
