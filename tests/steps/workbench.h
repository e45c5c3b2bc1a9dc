// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"
#include "engine/steps/runner.h"
#include "tests/host/set_clock.h"
#include "tests/support/net/client_run.h"

#include <QString>
#include <QTemporaryDir>

namespace batuta::tests {

/// One attempt at a time on a loop of its own, without an engine: a step in, what its runner reports out.
class Workbench
{
public:
    Workbench();
    ~Workbench();

    /// Starts the attempt. The fields below say how.
    void start(flow::StepAction action);
    bool until(const std::function<bool()> &condition) { return run.runUntil(condition); }
    bool ended()
    {
        return until([this] { return report.has_value(); });
    }
    /// Starts it and waits for its end.
    bool does(flow::StepAction action)
    {
        start(std::move(action));
        return ended();
    }
    /// `done`, `cancelled`, `failed: reason` or `critical: reason`.
    QString outcome() const;
    QString output() const;

    /// What `${{ }}` sees.
    json::Object roots{{"input", json::Object{}}};
    flow::Step step;
    WallTime startedAt{};
    std::optional<Duration> timeout;
    QTemporaryDir folder;
    SetClock clock;
    std::vector<std::string> lines; ///< of the log
    std::vector<steps::Notice> notices;
    steps::AskIdToken idToken;
    std::shared_ptr<const steps::CloudAccess> cloud;
    ClientRun run;
    std::unique_ptr<steps::RunningAttempt> running;
    std::optional<steps::AttemptReport> report;
    int reports = 0;

private:
    telemetry::Logger m_logger;
    telemetry::ExecutionLog m_log;
    steps::StartSubflow m_noSubflow;
    std::unique_ptr<steps::Services> m_services;
    std::unique_ptr<expr::ObjectContext> m_context;
};

/// A server on the workbench's loop that keeps every request and gives one answer.
class Receiver
{
public:
    explicit Receiver(net::Loop &loop);

    std::string url(const std::string &path) const;

    std::vector<net::ServerRequest> requests;
    net::ServerResponse answer;

private:
    std::unique_ptr<net::HttpServer> m_server;
    std::uint16_t m_port = 0;
};

expr::Template text(const std::string &source);
expr::TemplateTree tree(const json::Value &source);

} // namespace batuta::tests
