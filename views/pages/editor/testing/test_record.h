// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace batuta::views {

/// How one step stands in a test.
struct TestStep
{
    std::string status; ///< the engine's word
    std::string reason; ///< why it failed, was skipped or is pinned
    Duration duration{};
    int attempts = 0;
    int statusCode = 0;
    std::string output;      ///< JSON text; "" when there is none, or it is not known whole
    bool isPinned = false;   ///< it gave recorded data instead of running
    bool isInjected = false; ///< something went wrong with it on purpose
    bool operator==(const TestStep &) const = default;
};
using TestSteps = std::map<std::string, TestStep>;

/// One execution that tests a flow, as its events and snapshots tell it, and how it stood after each of the
/// events. A value.
class TestRecord
{
public:
    /// Events that are kept at most; of longer runs only the present state is known.
    static constexpr std::size_t kMostEvents = 20'000;

    /// Another execution; what was known is forgotten. `pinned`: steps that were given their output.
    void begin(std::string execution, std::set<std::string> pinned);
    /// Events of other executions, and those that have come before, are left out. Whether any was new.
    bool apply(const std::vector<client::EventRecord> &events);
    void setRecord(client::ExecutionRecord record);
    /// Events are missing from now on: only snapshots tell how it stands.
    void setGap();

    bool isEmpty() const { return m_execution.empty(); }
    const std::string &execution() const { return m_execution; }
    const client::ExecutionRecord &record() const { return m_record; }
    bool hasEnded() const; ///< and its last snapshot is there
    /// Its last event has come: the snapshot that holds everything may be asked for.
    bool isOver() const;
    std::string status() const;
    /// Moments that can be looked at, without the beginning: one for each event; 0 when some are missing.
    int moments() const { return m_hasGap ? 0 : static_cast<int>(m_events.size()); }
    const client::EventRecord &event(int moment) const { return m_events[static_cast<std::size_t>(moment)]; }

    TestSteps steps() const; ///< as it stands now
    /// After so many events; outputs come from the record, once the step had ended.
    TestSteps stepsAfter(int moments) const;

private:
    void addFacts(TestStep &step, const client::StepRecord &record) const;

    std::string m_execution;
    std::set<std::string> m_pinned;
    client::ExecutionRecord m_record;
    std::vector<client::EventRecord> m_events;
    std::set<std::string> m_known; ///< steps that are part of it
    bool m_hasGap = false;
};

/// What a step gave, as JSON text: "" when it gave nothing or the record does not hold it whole.
std::string outputText(const client::StepRecord &step);

} // namespace batuta::views
