// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/kill/counting_functions.h"
#include "tests/kill/serve_process.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace batuta::kill {

/// What is known of one execution from what the engine has answered.
struct Known
{
    const RandomFlow *flow = nullptr;
    std::int64_t n = 0;
    bool isPromised = false; ///< its start was answered
    bool isRerun = false;
    bool hasEnded = false;
    bool mayBePaused = false; ///< a pause was asked for since the last resume
    bool isPaused = false;    ///< a pause was answered, and no resume was asked for since
    std::int64_t endedAt = 0; ///< on the driver's count of what it heard
    std::int64_t pausedAt = 0;
    int resumes = 0; ///< asked for
    bool mayBeCancelled = false;
    bool isCancelled = false;  ///< a cancel was answered
    std::string story;         ///< of acts: `pause?` was asked for, `pause!` was answered
    json::Value shown;         ///< what was shown of its end
    std::set<std::string> did; ///< answers and signals that were answered
};

/// Starts executions, looks at them, and does to them what people do; keeps what was answered, and notes what
/// must not be. Lives on the loop's thread.
class Driver
{
public:
    Driver(ServeProcess &serve, CountingFunctions &functions, const std::vector<RandomFlow> &flows,
           std::uint64_t seed);

    /// Neither pauses, cancels nor repeats: what flows come to by themselves.
    void setCalm(bool isCalm) { m_isCalm = isCalm; }
    void setMaxOpen(std::size_t most) { m_maxOpen = most; }

    void start(const RandomFlow &flow, std::int64_t n);
    /// One round: now and then a start, a look at some of those that run, and an act.
    void work();
    /// Asks for what runs and is not known; `done` when the answer is there.
    void discover(std::function<void()> done);
    /// Looks at one execution and goes on with it.
    void look(const std::string &id);
    bool hasOpen() const;
    std::vector<std::string> open() const; ///< ids
    /// Whether a question waits for its answer.
    bool isAsking() const { return m_asking > 0; }

    const std::map<std::string, Known> &known() const { return m_known; }
    int acts() const { return m_acts; } ///< those that were answered
    std::vector<std::string> &violations() { return m_violations; }

private:
    using Body = json::Value;
    void get(const std::string &path, Answered answered);
    void post(const std::string &path, const json::Value &body, Answered answered);
    void act(const std::string &id, const std::string &verb, json::Object body,
             std::function<void(const Body &)> done);
    void started(const RandomFlow &flow, std::int64_t n, const Body &body);
    /// `asked`: the count when it was asked for. What was heard since then may be newer.
    void saw(const std::string &id, const Body &record, std::int64_t asked);
    void sawRunning(const std::string &id, const Body &record, std::int64_t asked);
    void answerQuestions(const std::string &id, const Body &record);
    void meddle(const std::string &id, const std::string &status);
    void repeat(const std::string &id);
    void note(const std::string &id, const std::string &what);
    bool chance(int percent) { return draw(m_random, 1, 100) <= percent; }
    void refused(const std::string &what, int status, const Body &body);

    ServeProcess &m_serve;
    CountingFunctions &m_functions;
    const std::vector<RandomFlow> &m_flows;
    Random m_random;
    std::map<std::string, Known> m_known;
    std::vector<std::string> m_violations;
    std::size_t m_maxOpen = 60;
    std::int64_t m_count = 0;
    int m_acts = 0;
    int m_asking = 0;
    bool m_isCalm = false;
};

/// What of a record must be the same whatever happened to the engine.
json::Value comparable(const json::Value &record, const RandomFlow &flow);
bool isEnd(const std::string &status);

} // namespace batuta::kill
