// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/steps/workbench.h"

#include "engine/json/json.h"

namespace batuta::tests {

Workbench::Workbench()
{
    m_logger.setLevel(telemetry::Level::Debug);
    m_logger.setListener([this](const telemetry::LogLine &line) { lines.emplace_back(line.json); });
    m_log = telemetry::ExecutionLog(m_logger, {"e1", {}, {}});
    step.id = StepId("step");
}

Workbench::~Workbench()
{
    running.reset();
}

void Workbench::start(flow::StepAction action)
{
    report.reset();
    reports = 0;
    step.action = std::move(action);
    m_context = std::make_unique<expr::ObjectContext>(roots);
    const steps::Attempt attempt{.step = step,
                                 .context = *m_context,
                                 .log = m_log,
                                 .startSubflow = m_noSubflow,
                                 .execution = ExecutionId("e1"),
                                 .number = 2,
                                 .startedAt = startedAt,
                                 .timeout = timeout,
                                 .wantsOutput = true,
                                 .traceparent = "00-trace-01"};
    running.reset();
    m_services.reset(new steps::Services{run.loop, *run.http, clock, folder.path().toStdString(),
                                         [this](const std::string &, const std::string &,
                                                const steps::Notice &notice) { notices.push_back(notice); },
                                         idToken, cloud});
    running = steps::start(attempt, *m_services, [this](steps::AttemptReport what) {
        ++reports;
        report = std::move(what);
    });
}

QString Workbench::outcome() const
{
    if (!report)
        return "nothing";
    const plan::Outcome &outcome = report->outcome;
    const QString reason = ": " + QString::fromStdString(outcome.reason);
    switch (outcome.kind) {
    case plan::Outcome::Kind::Done:
        return "done";
    case plan::Outcome::Kind::Cancelled:
        return "cancelled";
    case plan::Outcome::Kind::Failed:
        return "failed" + reason;
    case plan::Outcome::Kind::Critical:
        return "critical" + reason;
    }
    return "unknown";
}

QString Workbench::output() const
{
    return report ? QString::fromStdString(json::write(report->output)) : QString();
}

Receiver::Receiver(net::Loop &loop)
    : m_server(std::make_unique<net::HttpServer>(
          loop, net::HttpServerLimits{}, [this](net::ServerRequest request, net::Responder responder) {
              requests.push_back(std::move(request));
              responder.send(answer);
          }))
{
    if (const auto port = m_server->listen("127.0.0.1", 0))
        m_port = *port;
}

std::string Receiver::url(const std::string &path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

expr::Template text(const std::string &source)
{
    return expr::Template::parse(source).value();
}

expr::TemplateTree tree(const json::Value &source)
{
    return expr::TemplateTree::compile(source).value();
}

} // namespace batuta::tests
