// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_step.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::views {

/// One execution as a trace: its steps with their attempts, kept up to date by snapshots and events in any
/// order, each of which may be older than what is known. A value; the model shows it.
class TraceRun
{
public:
    /// What a flow knows of one of its steps.
    struct StepFacts
    {
        flow::LocalText title;
        std::string domain;
        std::string onFailure;
        int maxAttempts = 0;
        std::vector<std::string> needs;
    };
    /// What a change touched.
    struct Changed
    {
        std::vector<int> steps;
        bool run = false;       ///< status, times or facts of the execution
        bool structure = false; ///< other steps, or another execution
        bool isEmpty() const { return steps.empty() && !run && !structure; }
    };

    /// setRecord() will change the structure.
    bool isOther(const client::ExecutionRecord &record) const;
    Changed setRecord(client::ExecutionRecord record);
    /// The same execution as it stood at another time: replaces what is known, also by less.
    Changed showAnother(client::ExecutionRecord record);
    /// What a flow of some version knows of its steps.
    struct FlowFacts
    {
        std::string version;
        std::unordered_map<std::string, StepFacts> steps;
    };
    static FlowFacts factsOf(const client::FlowSummary *flow);
    /// With these the steps would stand in other groups, or need others.
    bool differsWith(const FlowFacts &facts) const;
    /// The steps of a sub-flow, as rows of the step that started it.
    void setChild(int step, const client::ExecutionRecord &child);
    /// Titles, domains, needs and limits; empty when the flow is not known.
    Changed setFlow(FlowFacts facts);
    Changed setFlow(const client::FlowSummary *flow);
    /// Events of other executions, and those that have come before, are left out.
    Changed apply(const std::vector<client::EventRecord> &events);
    /// Computes the critical path anew; returns the steps that came to it or left it.
    std::vector<int> updatePath(WallTime now);
    /// Time alone changes no path, only its length: what is open ends after all that has ended.
    void updatePathTime(WallTime now);

    const client::ExecutionRecord &record() const { return m_record; } ///< without its steps
    const std::vector<TraceStep> &steps() const { return m_steps; }
    const TraceStep &step(int at) const { return m_steps[static_cast<std::size_t>(at)]; }
    int find(const std::string &step) const; ///< -1 when it is not there
    const std::vector<int> &path() const { return m_path; }
    Duration pathTime() const { return m_pathTime; }

    bool isEmpty() const { return m_record.id.empty(); }
    bool hasEnded() const { return isEnded(m_record.status); }
    Status picture() const { return statusOf(m_record.status); }
    /// From the start of the execution; never negative.
    Duration offset(WallTime at) const;
    /// Its whole length: up to `now` while it runs.
    Duration length(WallTime now) const;
    /// Attempts of this step have ended whose request and response only a snapshot can tell.
    bool lacksDetail(int step) const;
    /// The flow of the version that ran is known: needs come from it.
    bool hasFlow() const { return m_hasFlow; }
    /// An event is missing between those that came.
    bool hasGap() const { return m_hasGap; }
    /// The step that began last, or -1.
    int newest() const;
    /// The first failed step of the critical path, else the first failed one, else -1.
    int firstFailure() const;

private:
    std::vector<int> needsOf(const std::vector<std::string> &names) const;
    void dress(TraceStep &step) const;

    client::ExecutionRecord m_record;
    std::vector<TraceStep> m_steps;
    std::unordered_map<std::string, int> m_at;
    FlowFacts m_flow;
    std::vector<int> m_path;
    Duration m_pathTime{};
    std::int64_t m_sequence = 0;
    bool m_hasFlow = false;
    bool m_hasGap = false;
};

} // namespace batuta::views
