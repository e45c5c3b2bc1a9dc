// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/triggers.h"

#include <algorithm>

namespace batuta::host {

namespace {

constexpr std::size_t kMostFormer = 16; // libraries within which a question is answered

} // namespace

Triggers::Parts::Parts(TriggerPorts &ports)
    : once(ports)
    , scheduler(ports, once)
    , backfill(ports, once, scheduler.schedules())
    , hooks(ports, once)
    , messages(ports)
{
}

Triggers::Triggers(TriggerPorts ports)
    : m_ports(std::move(ports))
    , m_parts(std::make_unique<Parts>(m_ports))
{
}

void Triggers::open()
{
    m_isOpen = true;
    m_parts->scheduler.open();
}

void Triggers::stop()
{
    m_isOpen = false;
    m_parts->scheduler.stop();
}

/// Schedules go on from what the history keeps of them, as they do with the next engine.
void Triggers::reload()
{
    m_parts->scheduler.stop();
    m_former.push_back(std::exchange(m_parts, nullptr));
    if (m_former.size() > kMostFormer)
        m_former.erase(m_former.begin());
    m_parts = std::make_unique<Parts>(m_ports);
    if (m_isOpen)
        m_parts->scheduler.open();
}

bool Triggers::isAct(const std::string &verb)
{
    return verb == "pause_schedule" || verb == "resume_schedule" || verb == "backfill" || verb == "message";
}

Status Triggers::check(const client::Act &act) const
{
    if (act.verb == "message") {
        const auto command = m_parts->messages.commandOf(act.subject, act.data);
        return command ? Status() : Status(command.error());
    }
    if (!m_ports.library.find(FlowName(act.subject)))
        return Error{ErrorCode::FlowUnknown, act.subject, {}, {}, {}};
    if (act.verb == "backfill") {
        const auto plan = m_parts->backfill.plan(act.subject, act.data);
        return plan ? Status() : Status(plan.error());
    }
    const auto &schedules = m_parts->scheduler.schedules();
    if (std::none_of(schedules.begin(), schedules.end(),
                     [&](const Schedule &schedule) { return schedule.flow->name.value == act.subject; }))
        return Error{ErrorCode::ScheduleUnknown, act.subject, {}, {}, {}};
    const bool pauses = act.verb == "pause_schedule";
    if (m_parts->scheduler.isPaused(act.subject) == pauses)
        return Error{ErrorCode::ActRefused,
                     act.subject,
                     pauses ? "its schedules are paused already" : "its schedules are not paused",
                     {},
                     {}};
    return {};
}

void Triggers::perform(const client::Act &act, client::Reply<json::Value> reply)
{
    if (const Status still = check(act); !still)
        return reply(still.error());
    if (act.verb == "message")
        return takeMessage(act, std::move(reply));
    if (act.verb != "backfill")
        return setPaused(act, std::move(reply));
    m_parts->backfill.run(act.subject, m_parts->backfill.plan(act.subject, act.data).value(),
                          std::move(reply));
}

void Triggers::setPaused(const client::Act &act, client::Reply<json::Value> reply)
{
    const bool pauses = act.verb == "pause_schedule";
    m_parts->scheduler.setPaused(
        act.subject, pauses, [act, pauses, reply = std::move(reply)](const Result<void> &done) {
            if (!done)
                return reply(done.error());
            reply(json::Value(json::Object{{"flow", act.subject}, {"act", act.verb}, {"paused", pauses}}));
        });
}

void Triggers::takeMessage(const client::Act &act, client::Reply<json::Value> reply)
{
    Result<client::StartExecution> command = m_parts->messages.commandOf(act.subject, act.data);
    if (!command)
        return reply(command.error());
    m_ports.start(std::move(*command), [queue = act.subject,
                                        reply = std::move(reply)](const Result<client::Started> &started) {
        if (!started)
            return reply(started.error());
        reply(json::Value(json::Object{
            {"queue", queue}, {"flow", started->flow.value}, {"execution_id", started->id.value}}));
    });
}

} // namespace batuta::host
