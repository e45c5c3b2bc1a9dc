// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/playback.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

/// Where an instant belongs: the step's position and which of its moments.
struct Origin
{
    std::size_t step = 0;
    int attempt = -1; ///< -1: the step itself
    bool isEnd = false;
};

WallTime startOf(const json::Value &attempt)
{
    WallTime at{};
    parseIsoTime(attempt["started_at"].asString(), at);
    return at;
}

Duration lengthOf(const json::Value &attempt)
{
    return Duration(std::llround(attempt["duration_ms"].asDouble() * 1000));
}

/// What is known of a call while it is under way.
json::Value openAttempt(const json::Value &attempt)
{
    json::Object open{
        {"attempt", attempt["attempt"]}, {"status", "running"}, {"started_at", attempt["started_at"]}};
    if (!attempt["request"].isNull())
        open.append("request", attempt["request"]);
    return open;
}

} // namespace

Playback::Playback(client::ExecutionRecord record)
    : m_record(std::move(record))
    , m_times(m_record.steps.size())
{
    std::vector<std::pair<Instant, Origin>> all;
    for (std::size_t i = 0; i < m_record.steps.size(); ++i) {
        const client::StepRecord &step = m_record.steps[i];
        const json::Array &attempts = step.attemptsDetail.asArray();
        int number = 0;
        for (const json::Value &attempt : attempts) {
            const WallTime start = startOf(attempt);
            const int named = static_cast<int>(attempt["attempt"].asInteger());
            all.push_back(
                {{Instant::Kind::AttemptStarted, start, step.step, named, 0, {}}, {i, number, false}});
            all.push_back(
                {{Instant::Kind::AttemptEnded, start + lengthOf(attempt), step.step, named,
                  static_cast<int>(attempt["status_code"].asInteger()), attempt["status"].asString()},
                 {i, number++, true}});
        }
        const auto kind = attempts.empty() ? Instant::Kind::StepSkipped : Instant::Kind::StepEnded;
        const WallTime over = std::max(step.endedAt, attempts.empty() ? step.startedAt : all.back().first.at);
        all.push_back({{kind, std::max(over, m_record.startedAt), step.step, 0, step.statusCode, step.status},
                       {i, -1, true}});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.first.at < b.first.at; });
    m_instants.push_back({Instant::Kind::Begin, m_record.startedAt, {}, 0, 0, {}});
    for (auto &[instant, origin] : all) {
        Times &times = m_times[origin.step];
        const std::size_t at = m_instants.size();
        if (origin.attempt < 0)
            times.over = at;
        else
            (origin.isEnd ? times.ended : times.started).push_back(at);
        m_instants.push_back(std::move(instant));
    }
    m_instants.push_back(
        {Instant::Kind::End, std::max(m_record.endedAt, m_instants.back().at), {}, 0, 0, m_record.status});
}

client::StepRecord Playback::stepAt(std::size_t at, std::size_t instant) const
{
    const client::StepRecord &whole = m_record.steps[at];
    const Times &times = m_times[at];
    if (times.over <= instant)
        return whole;
    client::StepRecord step;
    step.step = whole.step;
    step.kind = whole.kind;
    step.isFinally = whole.isFinally;
    step.isUndo = whole.isUndo;
    step.status = "pending";
    const json::Array &attempts = whole.attemptsDetail.asArray();
    json::Array known;
    for (std::size_t i = 0; i < attempts.size() && times.started[i] <= instant; ++i) {
        const bool hasEnded = times.ended[i] <= instant;
        known.push_back(hasEnded ? attempts[i] : openAttempt(attempts[i]));
        step.status = hasEnded ? "waiting" : "running";
    }
    if (known.empty())
        return step;
    step.startedAt = whole.startedAt;
    step.attempts = static_cast<int>(known.size());
    step.attemptsDetail = std::move(known);
    return step;
}

client::ExecutionRecord Playback::recordAt(std::size_t instant) const
{
    if (instant + 1 >= m_instants.size())
        return m_record;
    client::ExecutionRecord record = m_record;
    record.status = "running";
    record.error.clear();
    record.output = {};
    record.endedAt = {};
    record.duration = std::chrono::duration_cast<Duration>(m_instants[instant].at - record.startedAt);
    for (std::size_t i = 0; i < record.steps.size(); ++i)
        record.steps[i] = stepAt(i, instant);
    return record;
}

} // namespace batuta::views
