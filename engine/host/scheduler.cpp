// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/scheduler.h"

#include "engine/json/json.h"

#include <algorithm>
#include <map>

namespace batuta::host {
namespace {

constexpr std::string_view kScheduleStates = "schedule/";
constexpr std::string_view kPauses = "schedule_pause/";
constexpr std::size_t kNext = 5;
constexpr std::size_t kMostCounted = 1'000; ///< missed times of one schedule, at once

std::string_view missedName(schedule::Missed missed)
{
    switch (missed) {
    case schedule::Missed::RunOnce:
        return "run_once";
    case schedule::Missed::RunAll:
        return "run_all";
    case schedule::Missed::Skip:
        break;
    }
    return "skip";
}

/// Whether the same start may succeed a little later.
bool isPassing(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HttpBusy:
    case ErrorCode::EngineStopping:
    case ErrorCode::StoreWrite:
    case ErrorCode::StoreRead:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreBusy:
        return true;
    default:
        return false;
    }
}

json::Value timeOrNull(WallTime time)
{
    return time == WallTime{} ? json::Value() : json::Value(isoTime(time));
}

WallTime timeFrom(const json::Value &value)
{
    WallTime time{};
    parseIsoTime(value.asString(), time);
    return time;
}

} // namespace

Scheduler::Scheduler(TriggerPorts &ports, OnceStarter &once)
    : m_ports(ports)
    , m_once(once)
    , m_postbox(ports.loop)
    , m_schedules(schedulesOf(ports.library))
    , m_states(m_schedules.size())
{
}

Scheduler::~Scheduler()
{
    stop();
}

void Scheduler::stop()
{
    m_isOpen = false;
    m_ports.loop.cancelTimer(m_timer);
}

void Scheduler::open()
{
    if (m_schedules.empty())
        return;
    m_ports.history.kept("schedule", [this, put = m_postbox.slot()](auto kept) {
        put([this, kept = std::move(kept)] {
            if (!kept) {
                m_ports.log.error("scheduler", "history_read_failed", {{"message", errorText(kept.error())}});
                m_timer = m_ports.loop.startTimer(m_ports.clock.steady() + kRetry, [this] { open(); });
                return;
            }
            load(*kept);
            m_isOpen = true;
            look();
        });
    });
}

void Scheduler::load(const std::vector<std::pair<std::string, std::string>> &kept)
{
    std::map<std::string, json::Value> states;
    for (const auto &[key, text] : kept) {
        const json::Value value = json::parse(text).value_or(json::Value());
        if (key.starts_with(kPauses) && value["paused"].asBoolean())
            m_paused.insert(key.substr(kPauses.size()));
        else if (key.starts_with(kScheduleStates))
            states.emplace(key.substr(kScheduleStates.size()), value);
    }
    for (std::size_t i = 0; i < m_schedules.size(); ++i) {
        State &state = m_states[i];
        const auto found = states.find(m_schedules[i].key);
        state.seen = found == states.end() ? WallTime{} : timeFrom(found->second["seen"]);
        if (state.seen == WallTime{}) {
            state.seen = m_ports.clock.wall();
            keep(i, nullptr);
            continue;
        }
        for (const json::Value &time : found->second["pending"].asArray())
            state.pending.push_back(timeFrom(time));
        state.ran = timeFrom(found->second["ran"]);
        state.execution = found->second["execution"].asString();
        state.error = found->second["error"].asString();
    }
}

void Scheduler::keep(std::size_t index, store::History::Done done)
{
    const State &state = m_states[index];
    json::Array pending;
    for (const WallTime time : state.pending)
        pending.emplace_back(isoTime(time));
    m_ports.history.keep(std::string(kScheduleStates) + m_schedules[index].key,
                         json::write(json::Object{{"seen", isoTime(state.seen)},
                                                  {"pending", std::move(pending)},
                                                  {"ran", timeOrNull(state.ran)},
                                                  {"execution", state.execution},
                                                  {"error", state.error}}),
                         std::move(done));
}

void Scheduler::look()
{
    if (!m_isOpen)
        return;
    const WallTime now = m_ports.clock.wall();
    for (std::size_t i = 0; i < m_schedules.size(); ++i)
        if (!m_states[i].isBusy && !isPaused(m_schedules[i].flow->name.value))
            lookAt(i, now);
    arm(now);
}

void Scheduler::lookAt(std::size_t index, WallTime now)
{
    State &state = m_states[index];
    if (!state.pending.empty())
        return startNext(index);
    const Schedule &schedule = m_schedules[index];
    if (state.seen > now + kFarBack) {
        m_ports.log.warning("scheduler", "clock_put_back",
                            {{"flow", schedule.flow->name.value},
                             {"message", "was " + isoTime(state.seen) + ", goes on from " + isoTime(now)}});
        state.seen = now;
    }
    schedule::Times times = due(schedule.timetable(), state.seen, now, schedule.missed(), kAtOnce);
    if (!times.times.empty())
        promise(index, std::move(times));
}

/// Kept first: whatever happens from then on, these times will have an execution.
void Scheduler::promise(std::size_t index, schedule::Times times)
{
    State &state = m_states[index];
    const WallTime before = std::exchange(state.seen, times.times.back());
    const std::size_t missed = between(m_schedules[index].timetable(), before + WallTime::duration(1),
                                       times.times.front(), kMostCounted)
                                   .times.size();
    state.pending.assign(times.times.begin(), times.times.end());
    state.isBusy = true;
    keep(index, [this, index, before, missed, put = m_postbox.slot()](Status kept) {
        put([this, index, before, missed, kept = std::move(kept)] {
            State &now = m_states[index];
            now.isBusy = false;
            if (kept && missed > 0 && m_ports.timesMissed)
                m_ports.timesMissed(m_schedules[index].flow->name.value, missed);
            if (kept)
                return startNext(index);
            now.error = errorText(kept.error());
            m_ports.log.error("scheduler", "history_write_failed", {{"message", now.error}});
            now.seen = before;
            now.pending.clear();
        });
    });
}

void Scheduler::startNext(std::size_t index)
{
    State &state = m_states[index];
    const Schedule &schedule = m_schedules[index];
    if (!m_isOpen || state.isBusy || state.pending.empty() || isPaused(schedule.flow->name.value))
        return;
    const WallTime time = state.pending.front();
    Result<client::StartExecution> command = schedule.commandAt(time, "schedule", m_ports.environment);
    if (!command)
        return started(index, time, command.error());
    state.isBusy = true;
    m_once.start(std::move(*command), [this, index, time](const Result<OnceStarted> &result) {
        m_states[index].isBusy = false;
        started(index, time, result);
    });
}

void Scheduler::started(std::size_t index, WallTime time, const Result<OnceStarted> &result)
{
    State &state = m_states[index];
    if (!result) {
        state.error = errorText(result.error());
        m_ports.log.error("scheduler", "scheduled_start_failed",
                          {{"flow", m_schedules[index].flow->name.value},
                           {"time", isoTime(time)},
                           {"message", state.error}});
        if (isPassing(result.error().code))
            return arm(m_ports.clock.wall()); // it stays promised; the timer comes back to it
    } else {
        state.ran = time;
        state.execution = result->started.id.value;
        state.error.clear();
    }
    state.pending.pop_front();
    keep(index, nullptr);
    if (state.pending.empty())
        look(); // more may be due
    else
        m_postbox.put([this, index] { startNext(index); });
}

std::optional<WallTime> Scheduler::nextOf(std::size_t index, WallTime now) const
{
    const State &state = m_states[index];
    if (isPaused(m_schedules[index].flow->name.value) || state.isBusy)
        return std::nullopt;
    if (!state.pending.empty())
        return now + kRetry;
    const schedule::Timetable &timetable = m_schedules[index].timetable();
    return timetable.cron.next(std::max(now, state.seen), timetable.zone);
}

void Scheduler::arm(WallTime now)
{
    WallTime next = now + kLookAgain;
    for (std::size_t i = 0; i < m_schedules.size(); ++i)
        if (const std::optional<WallTime> time = nextOf(i, now))
            next = std::min(next, *time);
    m_ports.loop.cancelTimer(m_timer);
    m_timer = m_ports.loop.startTimer(m_ports.clock.steady() + (next - now), [this] { look(); });
}

void Scheduler::setPaused(const std::string &flow, bool isPaused, client::Reply<void> reply)
{
    m_ports.history.keep(
        std::string(kPauses) + flow, json::write(json::Object{{"paused", isPaused}}),
        [this, flow, isPaused, reply = std::move(reply), put = m_postbox.slot()](Status kept) {
            put([this, flow, isPaused, reply, kept = std::move(kept)] {
                if (!kept)
                    return reply(kept.error());
                if (isPaused)
                    m_paused.insert(flow);
                const bool wasPaused = !isPaused && m_paused.erase(flow) > 0;
                const WallTime now = m_ports.clock.wall();
                for (std::size_t i = 0; wasPaused && i < m_schedules.size(); ++i) {
                    if (m_schedules[i].flow->name.value != flow)
                        continue;
                    m_states[i].seen = std::max(m_states[i].seen, now);
                    keep(i, nullptr);
                }
                reply({});
                look();
            });
        });
}

json::Value Scheduler::list() const
{
    const WallTime now = m_ports.clock.wall();
    json::Array all;
    for (std::size_t i = 0; i < m_schedules.size(); ++i) {
        const Schedule &schedule = m_schedules[i];
        const State &state = m_states[i];
        json::Array next;
        for (const WallTime time : upcoming(schedule.timetable(), std::max(now, state.seen), kNext))
            next.emplace_back(isoTime(time));
        const json::Value last =
            state.ran == WallTime{}
                ? json::Value()
                : json::Value(json::Object{{"time", isoTime(state.ran)}, {"execution_id", state.execution}});
        all.emplace_back(
            json::Object{{"flow", schedule.flow->name.value},
                         {"cron", schedule.trigger->cron},
                         {"timezone", schedule.trigger->timezone},
                         {"missed", std::string(missedName(schedule.missed()))},
                         {"paused", isPaused(schedule.flow->name.value)},
                         {"next", std::move(next)},
                         {"last", last},
                         {"waiting", static_cast<std::int64_t>(state.pending.size())},
                         {"error", state.error.empty() ? json::Value() : json::Value(state.error)}});
    }
    return all;
}

} // namespace batuta::host
