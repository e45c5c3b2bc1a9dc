// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/narrator.h"

namespace batuta::host {
namespace {

constexpr std::string_view kFlow = "flow_router";
constexpr std::string_view kExecutor = "flow_executor";
constexpr std::string_view kStep = "step_executor";
constexpr std::string_view kHttp = "http_client";

/// The name of the event that says how a step ended.
std::string endEvent(const client::StepRecord &step)
{
    const std::string prefix = step.isFinally ? step.step : "step_" + step.step;
    if (step.status == "success")
        return prefix + "_success";
    if (step.status != "skipped")
        return prefix + (step.isFinally ? "_failed" : "_error");
    if (step.isFinally)
        return prefix + "_skipped";
    return step.reason.starts_with("URL not configured") ? "step_url_not_configured" : "step_skipped";
}

telemetry::Level endLevel(const std::string &status)
{
    if (status == "critical_error")
        return telemetry::Level::Error;
    return status == "success" || status == "skipped" ? telemetry::Level::Info : telemetry::Level::Warning;
}

std::string_view failureEvent(plan::Outcome::Cause cause)
{
    switch (cause) {
    case plan::Outcome::Cause::Timeout:
        return "http_timeout";
    case plan::Outcome::Cause::Connection:
        return "http_connection_error";
    case plan::Outcome::Cause::Refused:
        return "step_refused";
    case plan::Outcome::Cause::None:
    case plan::Outcome::Cause::Status:
    case plan::Outcome::Cause::Other:
        break;
    }
    return "http_request_error";
}

} // namespace

Narrator::Narrator(telemetry::ExecutionLog log)
    : m_log(std::move(log))
{
}

void Narrator::requested(const client::ExecutionRecord &record, const client::RoutingView &routing) const
{
    m_log.info("orchestrator_handler", "request_received",
               {{"user_id", record.userId}, {"session_id", record.sessionId}, {"trigger", record.trigger}});
    if (!routing.rule.empty())
        m_log.info(kFlow, "flow_selected", {{"flow_name", record.flow}, {"reason", routing.rule}});
    for (const std::string &flag : routing.ignoredFlags)
        m_log.warning(kFlow, "flow_flag_ignored", {{"flag", flag}, {"flow_name", record.flow}});
    for (const client::DroppedStep &step : routing.dropped)
        m_log.info(kFlow, "step_filtered_out", {{"step_name", step.step}, {"reason", step.reason}});
}

void Narrator::repeated(const client::ExecutionRecord &record, const std::string &key) const
{
    m_log.warning("orchestrator_handler", "duplicate_request_detected",
                  {{"key", key}, {"flow_name", record.flow}});
}

void Narrator::started(const client::ExecutionRecord &record, int steps) const
{
    if (steps == 0)
        m_log.info("orchestrator_handler", "no_steps_to_execute", {{"flow_name", record.flow}});
    else
        m_log.info(kExecutor, "execution_start", {{"flow_name", record.flow}, {"total_steps", steps}});
}

void Narrator::stepStarted(const std::string &step, int attempt) const
{
    if (!m_log.isEnabled(telemetry::Level::Info)) // before its fields are made: so also below
        return;
    m_log.info(kStep, "step_" + step + "_start", {{"step_name", step}, {"attempt", attempt}});
}

void Narrator::attemptEnded(const std::string &step, const steps::AttemptReport &report,
                            Duration duration) const
{
    if (!report.exchange)
        return;
    const steps::Exchange &exchange = *report.exchange;
    const bool answered = report.outcome.kind == plan::Outcome::Kind::Done ||
                          report.outcome.cause == plan::Outcome::Cause::Status;
    if (answered && !m_log.isEnabled(telemetry::Level::Debug))
        return;
    if (answered)
        m_log.debug(kHttp, "http_request",
                    {{"step_name", step},
                     {"url", exchange.url},
                     {"status_code", exchange.status},
                     {"duration_seconds", secondsOf(duration)}});
    else
        m_log.warning(kHttp, failureEvent(report.outcome.cause),
                      {{"step_name", step}, {"url", exchange.url}, {"error", report.outcome.reason}});
}

void Narrator::retryLater(const std::string &step, int nextAttempt, Duration wait) const
{
    m_log.warning(kHttp, "http_retry",
                  {{"step_name", step}, {"attempt", nextAttempt}, {"wait_seconds", secondsOf(wait)}});
}

void Narrator::stepEnded(const client::StepRecord &step) const
{
    const telemetry::Level level = endLevel(step.status);
    if (!m_log.isEnabled(level))
        return;
    m_log.write(level, kStep, endEvent(step),
                {{"step_name", step.step},
                 {"status", step.status},
                 {"duration_seconds", secondsOf(step.duration)},
                 {"error", step.reason.empty() ? json::Value() : json::Value(step.reason)},
                 {"status_code", step.statusCode}});
}

void Narrator::ended(const client::ExecutionRecord &record) const
{
    int successful = 0;
    for (const client::StepRecord &step : record.steps) {
        successful += step.status == "success" ? 1 : 0;
        if (step.status == "critical_error")
            m_log.error(kExecutor, "flow_aborted", {{"reason", "critical_error"}, {"step_name", step.step}});
    }
    m_log.info(kExecutor, "execution_end",
               {{"flow_name", record.flow},
                {"status", record.status},
                {"duration_seconds", secondsOf(record.duration)},
                {"total_steps", static_cast<std::int64_t>(record.steps.size())},
                {"successful_steps", successful}});
}

} // namespace batuta::host
