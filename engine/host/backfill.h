// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/once.h"
#include "engine/host/schedules.h"

namespace batuta::host {

/// Runs the times of a flow's schedules in a stretch of the past, each in an execution of its own. On the
/// loop's thread.
class Backfill
{
public:
    static constexpr std::size_t kMost = 1'000; ///< times in one backfill

    /// What is to be run; nothing has happened yet.
    struct Plan
    {
        std::vector<std::pair<const Schedule *, WallTime>> times; ///< the earliest first
        bool runsAll = false;                                     ///< also those that have an execution
    };

    Backfill(TriggerPorts &ports, OnceStarter &once, const std::vector<Schedule> &schedules)
        : m_ports(ports)
        , m_once(once)
        , m_schedules(schedules)
    {
    }

    /// `data` as in client::Act: {since, until, all}. ScheduleUnknown, or ActRefused for times that are no
    /// times, lie in the future, or are too many.
    Result<Plan> plan(const std::string &flow, const json::Value &data) const;
    /// Starts what is missing. Replies when all is durable: {flow, started, there, refused}, each a list of
    /// {time, cron, execution_id} and, as the case may be, {status} or {error}.
    void run(const std::string &flow, const Plan &plan, client::Reply<json::Value> reply);

private:
    struct Report;

    void runOne(const Schedule &schedule, WallTime time, bool runsAll, std::size_t index,
                const std::shared_ptr<Report> &report);

    TriggerPorts &m_ports;
    OnceStarter &m_once;
    const std::vector<Schedule> &m_schedules;
};

} // namespace batuta::host
