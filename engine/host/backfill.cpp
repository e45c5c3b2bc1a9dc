// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/backfill.h"

#include "engine/host/refusal.h"

#include <algorithm>

namespace batuta::host {
namespace {

Result<WallTime> timeOf(const json::Value &data, const std::string &name)
{
    WallTime time{};
    if (!parseIsoTime(data[name].asString(), time))
        return refused(name, "is no time", "Write a UTC time like 2026-11-21T02:00:00Z.");
    return time;
}

} // namespace

/// The answers come in any order; the report keeps that of the times.
struct Backfill::Report
{
    enum class Kind { Started, There, Refused };

    void answered(std::size_t index, Kind kind, const std::string &name, const json::Value &value)
    {
        rows[index].second.append(name, value);
        rows[index].first = kind;
        if (--open == 0)
            finish();
    }

    void finish()
    {
        json::Array started, there, failed;
        for (auto &[kind, row] : rows)
            (kind == Kind::Started ? started
             : kind == Kind::There ? there
                                   : failed)
                .emplace_back(std::move(row));
        reply(json::Value(json::Object{{"flow", flow},
                                       {"started", std::move(started)},
                                       {"there", std::move(there)},
                                       {"refused", std::move(failed)}}));
    }

    std::string flow;
    std::vector<std::pair<Kind, json::Object>> rows;
    std::size_t open = 0;
    client::Reply<json::Value> reply;
};

Result<Backfill::Plan> Backfill::plan(const std::string &flow, const json::Value &data) const
{
    const Result<WallTime> since = timeOf(data, "since");
    const Result<WallTime> until = timeOf(data, "until");
    if (!since || !until)
        return since ? until.error() : since.error();
    if (*until <= *since)
        return refused("until", "is not after since", "Name a time after since.");
    if (*until > m_ports.clock.wall())
        return refused("until", "lies in the future", "The schedule runs what is to come.");
    Plan plan;
    plan.runsAll = data["all"].asBoolean();
    bool hasSchedule = false;
    for (const Schedule &schedule : m_schedules) {
        if (schedule.flow->name.value != flow)
            continue;
        hasSchedule = true;
        const schedule::Times times = between(schedule.timetable(), *since, *until, kMost);
        if (times.hasMore || plan.times.size() + times.times.size() > kMost)
            return refused(flow, "more than " + std::to_string(kMost) + " times",
                           "Take a shorter stretch, then the next.");
        for (const WallTime time : times.times)
            plan.times.emplace_back(&schedule, time);
    }
    if (!hasSchedule)
        return Error{ErrorCode::ScheduleUnknown, flow, {}, {}, {}};
    std::stable_sort(plan.times.begin(), plan.times.end(),
                     [](const auto &a, const auto &b) { return a.second < b.second; });
    return plan;
}

void Backfill::run(const std::string &flow, const Plan &plan, client::Reply<json::Value> reply)
{
    const auto report = std::make_shared<Report>();
    report->flow = flow;
    report->reply = std::move(reply);
    report->open = plan.times.size();
    for (const auto &[schedule, time] : plan.times)
        report->rows.emplace_back(Report::Kind::Refused,
                                  json::Object{{"time", isoTime(time)}, {"cron", schedule->trigger->cron}});
    if (plan.times.empty())
        return report->finish();
    for (std::size_t i = 0; i < plan.times.size(); ++i)
        runOne(*plan.times[i].first, plan.times[i].second, plan.runsAll, i, report);
}

void Backfill::runOne(const Schedule &schedule, WallTime time, bool runsAll, std::size_t index,
                      const std::shared_ptr<Report> &report)
{
    Result<client::StartExecution> command = schedule.commandAt(time, "backfill", m_ports.environment);
    if (!command)
        return report->answered(index, Report::Kind::Refused, "error", errorText(command.error()));
    const auto answer = [index, report](const Result<OnceStarted> &result) {
        if (!result)
            return report->answered(index, Report::Kind::Refused, "error", errorText(result.error()));
        report->rows[index].second.append("execution_id", result->started.id.value);
        if (result->wasThere)
            report->answered(index, Report::Kind::There, "status", result->status);
        else
            report->answered(index, Report::Kind::Started, "status", "running");
    };
    if (!runsAll)
        return m_once.start(std::move(*command), answer);
    // The first execution of a time keeps its id; one more gets an id of its own.
    m_once.start(*command, [this, again = *command, answer](const Result<OnceStarted> &result) mutable {
        if (!result || !result->wasThere)
            return answer(result);
        again.id.clear();
        m_once.start(std::move(again), answer);
    });
}

} // namespace batuta::host
