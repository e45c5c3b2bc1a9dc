// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/trace_step.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace batuta::views {
namespace {

constexpr int kEnded = std::numeric_limits<int>::max();

Duration millis(const json::Value &value)
{
    return Duration(std::llround(value.asDouble() * 1000));
}

Duration between(WallTime from, WallTime to)
{
    return std::max(Duration{}, std::chrono::duration_cast<Duration>(to - from));
}

TraceAttempt attemptOf(const json::Value &detail)
{
    TraceAttempt attempt;
    attempt.number = static_cast<int>(detail["attempt"].asInteger(1));
    attempt.item = static_cast<int>(detail["item"].asInteger(-1));
    attempt.status = statusOf(detail["status"].asString());
    attempt.statusCode = static_cast<int>(detail["status_code"].asInteger());
    attempt.error = detail["error"].asString();
    parseIsoTime(detail["started_at"].asString(), attempt.startedAt);
    attempt.duration = millis(detail["duration_ms"]);
    attempt.detail = detail;
    return attempt;
}

/// What a snapshot tells of an attempt that asks somebody, or was asked to stop: it has no times yet.
bool isUnended(const json::Value &detail)
{
    const std::string &status = detail["status"].asString();
    return status == "waiting" || status == "running";
}

void addItems(TraceStep &step, const json::Value &detail)
{
    for (const json::Value &item : detail["items"].asArray())
        step.items.push_back(attemptOf(item));
}

WallTime endOfLast(const TraceStep &step)
{
    return step.attempts.empty() ? step.startedAt
                                 : step.attempts.back().startedAt + step.attempts.back().duration;
}

void close(TraceStep &step, WallTime at, Status status)
{
    if (step.attempts.empty() || !step.attempts.back().isOpen)
        return;
    TraceAttempt &attempt = step.attempts.back();
    attempt.isOpen = false;
    attempt.status = status;
    attempt.duration = between(attempt.startedAt, at);
}

void started(TraceStep &step, int number, WallTime at)
{
    close(step, at, Status::Failed); // its end was never told
    if (step.attempts.empty())
        step.startedAt = at;
    TraceAttempt &attempt = step.attempts.emplace_back();
    attempt.number = number;
    attempt.isOpen = true;
    attempt.startedAt = at;
    step.status = "running";
}

void ended(TraceStep &step, const client::EventRecord &event)
{
    step.status = event.data["status"].asString();
    step.reason = event.data["reason"].asString();
    step.statusCode = static_cast<int>(event.data["status_code"].asInteger());
    step.duration = millis(event.data["duration_ms"]);
    step.endedAt = event.at;
    close(step, event.at, step.picture());
    if (!step.hasRun())
        step.startedAt = event.at;
    else if (step.attempts.back().detail.isNull()) {
        step.attempts.back().statusCode = step.statusCode;
        step.attempts.back().error = step.reason;
    }
}

} // namespace

WallTime TraceStep::end(WallTime now) const
{
    return isOpen() ? std::max(now, startedAt) : startedAt + duration;
}

Duration TraceStep::waited() const
{
    Duration sum{};
    for (std::size_t i = 1; i < attempts.size(); ++i)
        sum += between(attempts[i - 1].startedAt + attempts[i - 1].duration, attempts[i].startedAt);
    return sum;
}

const json::Value &TraceStep::question() const
{
    static const json::Value nothing;
    return isOpen() && attempts.back().isOpen ? attempts.back().detail["question"] : nothing;
}

int TraceStep::progress() const
{
    if (hasEnded())
        return kEnded;
    return attempts.empty() ? 0 : 2 * attempts.back().number + (attempts.back().isOpen ? 0 : 1);
}

Duration backoffBefore(const TraceStep &step, std::size_t row)
{
    const std::vector<TraceAttempt> &rows = step.rows();
    if (row == 0 || row >= rows.size() || rows[row - 1].item != rows[row].item)
        return {};
    return between(rows[row - 1].startedAt + rows[row - 1].duration, rows[row].startedAt);
}

std::optional<Phases> phasesOf(const TraceAttempt &attempt)
{
    const json::Value &timings = attempt.detail["timings"];
    if (!timings.isObject())
        return std::nullopt;
    return Phases{millis(timings["wait_ms"]),       millis(timings["dns_ms"]),
                  millis(timings["connect_ms"]),    millis(timings["tls_ms"]),
                  millis(timings["first_byte_ms"]), millis(timings["transfer_ms"]),
                  timings["reused"].asBoolean()};
}

TraceStep traceStepOf(client::StepRecord record)
{
    TraceStep step;
    step.id = std::move(record.step);
    step.kind = std::move(record.kind);
    step.status = std::move(record.status);
    step.reason = std::move(record.reason);
    step.statusCode = record.statusCode;
    step.isFinally = record.isFinally;
    step.startedAt = record.startedAt;
    step.endedAt = record.endedAt;
    step.duration = record.duration;
    step.output = std::move(record.output);
    step.attempts.reserve(record.attemptsDetail.asArray().size());
    for (const json::Value &detail : record.attemptsDetail.asArray()) {
        TraceAttempt attempt = attemptOf(detail);
        if (isUnended(detail) && !step.hasEnded()) {
            attempt.isOpen = true;
            if (detail["started_at"].isNull())
                attempt.startedAt = endOfLast(step);
        }
        step.attempts.push_back(std::move(attempt));
        addItems(step, detail);
    }
    std::stable_sort(step.items.begin(), step.items.end(), [](const TraceAttempt &a, const TraceAttempt &b) {
        return a.item != b.item ? a.item < b.item : a.number < b.number;
    });
    if (step.hasEnded() || record.attempts <= static_cast<int>(step.attempts.size()))
        return step;
    TraceAttempt open; // when it began is told by its event only: at the earliest as the one before ended
    open.number = record.attempts;
    open.isOpen = true;
    open.startedAt = endOfLast(step);
    step.attempts.push_back(std::move(open));
    return step;
}

bool mergeStep(TraceStep &step, TraceStep snapshot)
{
    const int known = step.progress();
    const int told = snapshot.progress();
    bool changed = false;
    if (told < known) { // an older picture: what it says of ended attempts still holds
        for (const TraceAttempt &old : snapshot.attempts)
            for (TraceAttempt &attempt : step.attempts)
                if (attempt.number == old.number && !old.isOpen && attempt.detail.isNull()) {
                    attempt = old;
                    changed = true;
                }
        return changed;
    }
    if (told == known && !step.attempts.empty() && step.attempts.back().isOpen && !snapshot.attempts.empty())
        snapshot.attempts.back().startedAt = step.attempts.back().startedAt;
    const auto detailed = [](const TraceStep &of) {
        return std::count_if(of.attempts.begin(), of.attempts.end(),
                             [](const TraceAttempt &attempt) { return !attempt.detail.isNull(); });
    };
    changed = told > known || detailed(snapshot) != detailed(step) || step.output != snapshot.output;
    snapshot.domain = std::move(step.domain);
    snapshot.title = std::move(step.title);
    snapshot.maxAttempts = step.maxAttempts;
    snapshot.onFailure = std::move(step.onFailure);
    snapshot.needs = std::move(step.needs);
    snapshot.isCritical = step.isCritical;
    if (snapshot.items.empty())
        snapshot.items = std::move(step.items); // a sub-flow's came from its own record
    step = std::move(snapshot);
    return changed;
}

bool applyEvent(TraceStep &step, const client::EventRecord &event)
{
    const int attempt = static_cast<int>(event.data["attempt"].asInteger());
    const int known = step.progress();
    if (event.kind == "step_started" && 2 * attempt > known) {
        started(step, attempt, event.at);
        return true;
    }
    if (event.kind == "step_retry" && 2 * attempt - 1 > known) {
        close(step, event.at, Status::Failed);
        step.status = "waiting";
        return true;
    }
    if (event.kind == "step_ended" && known < kEnded) {
        ended(step, event);
        return true;
    }
    return false;
}

} // namespace batuta::views
