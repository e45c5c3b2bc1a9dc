// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/scheduler.h"
#include "tests/host/set_clock.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::tests {

/// A scheduler with a clock that the test sets and a history on the disk. Starts are only written down there,
/// as an engine would.
class Desk
{
public:
    enum class Start {
        Begins, ///< is in the history, and answered
        Dies,   ///< is in the history, but the engine dies before it is answered
        IsLost, ///< the engine dies before anything
        Fails,  ///< is refused with `refusal`
    };

    Desk();
    ~Desk();

    /// A flow with these triggers, one a line: `schedule: {cron: …}`.
    void flow(const std::string &name, const std::vector<std::string> &triggers);
    /// Opens the history and a scheduler that looks at it; the clock stands at `time`.
    void open(const char *time);
    /// The engine dies: what was written stays.
    void close();
    /// Sets the clock, and lets everything happen that happens at that time.
    void at(const char *time);
    bool until(const std::function<bool()> &condition);
    /// Lets the history and the loop do all that is under way.
    void settle();

    /// `flow 2026-11-21T02:00:00Z`, in the order of the starts; forgets them.
    QString taken();
    json::Value listed(std::size_t index = 0) const { return scheduler->list().at(index); }
    bool setPaused(const std::string &flow, bool isPaused);

    net::Loop loop;
    SetClock clock;
    Start mode = Start::Begins;
    ErrorCode refusal = ErrorCode::HttpBusy;
    std::vector<client::StartExecution> starts;
    std::vector<std::string> warnings;
    std::size_t missed = 0; ///< times that were not run
    std::unique_ptr<host::Scheduler> scheduler;

private:
    void start(client::StartExecution command, client::Reply<client::Started> reply);

    QTemporaryDir m_folder;
    telemetry::Logger m_log;
    flow::Library m_library;
    env::Environment m_environment;
    std::unique_ptr<store::History> m_history;
    std::unique_ptr<host::TriggerPorts> m_ports;
    std::unique_ptr<host::OnceStarter> m_once;
};

} // namespace batuta::tests
