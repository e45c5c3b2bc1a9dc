// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/backfill.h"
#include "engine/host/hooks.h"
#include "engine/host/messages.h"
#include "engine/host/scheduler.h"

#include <memory>
#include <vector>

namespace batuta::host {

/// Everything that starts flows without a person who names them: schedules, webhooks, messages, backfills.
/// Lives on the loop's thread.
class Triggers
{
public:
    explicit Triggers(TriggerPorts ports);
    Triggers(const Triggers &) = delete;
    Triggers &operator=(const Triggers &) = delete;

    /// From now on what is due by schedule is started.
    void open();
    void stop();
    /// The clock was set: what is due is started now, and not when the timer comes.
    void look() { m_parts->scheduler.look(); }
    /// The library has become another one. What was asked before is still answered.
    void reload();
    const Errors &problems() const { return m_parts->hooks.problems(); }

    void receive(HookRequest request, client::Reply<client::Started> reply)
    {
        m_parts->hooks.receive(std::move(request), std::move(reply));
    }
    json::Value schedules() const { return m_parts->scheduler.list(); }

    /// pause_schedule, resume_schedule, backfill, message.
    static bool isAct(const std::string &verb);
    /// Whether the act could be done: it goes to the audit only then.
    Status check(const client::Act &act) const;
    void perform(const client::Act &act, client::Reply<json::Value> reply);

private:
    void setPaused(const client::Act &act, client::Reply<json::Value> reply);
    void takeMessage(const client::Act &act, client::Reply<json::Value> reply);

    /// What is made of one library.
    struct Parts
    {
        explicit Parts(TriggerPorts &ports);

        OnceStarter once;
        Scheduler scheduler;
        Backfill backfill;
        Hooks hooks;
        Messages messages;
    };

    TriggerPorts m_ports;
    bool m_isOpen = false;
    std::unique_ptr<Parts> m_parts;
    std::vector<std::unique_ptr<Parts>> m_former; ///< of earlier libraries: they only answer
};

} // namespace batuta::host
