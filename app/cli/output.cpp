// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/output.h"

#include "app/cli/options.h"
#include "app/shared/text_table.h"
#include "engine/base/text.h"

#include <algorithm>
#include <cmath>
#include <iostream>

namespace batuta::cli {
namespace {

std::string statusMark(const std::string &status)
{
    if (status == "success")
        return "✓ ";
    if (status == "failed" || status == "critical_error")
        return "✗ ";
    return status == "skipped" ? "» " : "  ";
}

/// Of a step that runs: until the moment the record is of, as far as that is known.
std::string timeOf(const client::StepRecord &step, const client::ExecutionRecord &record)
{
    if (step.attempts == 0)
        return "-";
    if (step.endedAt > WallTime{})
        return durationForPeople(step.duration);
    const auto running = std::chrono::duration_cast<Duration>(record.endedAt - step.startedAt);
    return running > Duration{} ? durationForPeople(running) : "-";
}

} // namespace

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::UsageInvalid:
        return kUsage;
    case ErrorCode::EngineUnreachable:
    case ErrorCode::EngineStopping:
    case ErrorCode::NetConnect:
    case ErrorCode::NetResolve:
    case ErrorCode::NetTimeout:
    case ErrorCode::NetTls:
    case ErrorCode::NetProtocol:
    case ErrorCode::NetListen:
    case ErrorCode::HttpUnauthorized:
    case ErrorCode::StoreOpen:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreRead:
    case ErrorCode::StoreWrite:
    case ErrorCode::StoreVersion:
        return kUnreachable;
    default:
        return kInvalid;
    }
}

int fail(const Error &error)
{
    std::cerr << "batuta: " << errorText(error) << '\n';
    const std::string mend = error.code == ErrorCode::HttpUnauthorized
                                 ? "Give the engine's token with --token-file FILE, or in BATUTA_TOKEN."
                                 : mendText(error);
    if (!mend.empty())
        std::cerr << "  " << mend << '\n';
    return exitCodeOf(error);
}

std::string counted(std::int64_t count, const std::string &noun, const std::string &nouns)
{
    return std::to_string(count) + " " + (count == 1 ? noun : nouns);
}

bool hasEnded(const client::ExecutionRecord &record)
{
    return record.status != "queued" && record.status != "running" && record.status != "paused";
}

std::string traceText(const client::ExecutionRecord &record)
{
    std::string text = "execution " + record.id + "  " + record.flow + "  " + record.status + "  " +
                       durationForPeople(record.duration) + "\n";
    if (!record.routeRule.empty())
        text += "route     " + record.routeRule + "\n";
    if (!record.error.empty())
        text += "error     " + record.error + "\n";
    app::TextTable table({"STEP", "STATUS", "DURATION", "ATTEMPTS", "REASON"});
    for (const client::StepRecord &step : record.steps)
        table.add({step.step + (step.isFinally ? " (finally)" : ""), statusMark(step.status) + step.status,
                   timeOf(step, record), std::to_string(step.attempts), step.reason});
    return text + table.text();
}

std::string executionsText(const client::ExecutionPage &page)
{
    app::TextTable table({"EXECUTION", "FLOW", "STATUS", "STARTED", "DURATION", "USER", "ERROR"});
    for (const client::ExecutionRecord &record : page.items)
        table.add({record.id, record.flow, statusMark(record.status) + record.status,
                   isoTime(record.startedAt), hasEnded(record) ? durationForPeople(record.duration) : "-",
                   record.userId, record.error});
    return page.items.empty() ? "No executions match.\n" : table.text();
}

std::string flowsText(const std::vector<client::FlowSummary> &flows)
{
    app::TextTable table({"FLOW", "SYSTEM", "STEPS", "VERSION", "DESCRIPTION"});
    for (const client::FlowSummary &flow : flows) {
        const auto steps = std::count_if(flow.steps.begin(), flow.steps.end(),
                                         [](const auto &step) { return !step.isFinally; });
        table.add({flow.name.value, flow.system, std::to_string(steps), flow.version, flow.description});
    }
    return flows.empty() ? "The workspace has no flows.\n" : table.text();
}

std::string previewText(const client::FlowPreview &preview)
{
    std::string text = "flow     " + preview.flow.value + "\n";
    if (!preview.routing.rule.empty())
        text += "rule     " + preview.routing.rule + "\n";
    if (!preview.routing.ignoredFlags.empty())
        text += "ignored  " + join(preview.routing.ignoredFlags, ", ") + "\n";
    app::TextTable table({"STEP", "LEVEL", "VERDICT", "NEEDS", "REASON"});
    for (const client::StepPreview &step : preview.steps)
        table.add({step.step + (step.isFinally ? " (finally)" : ""), std::to_string(step.level), step.verdict,
                   join(step.needs, ", "), step.reason});
    return text + table.text();
}

std::string progressText(const client::EventRecord &event)
{
    if (event.kind == "execution_started")
        return "execution " + event.execution + "  " + event.data["flow"].asString();
    if (event.kind == "step_retry")
        return "  … " + event.step + "  attempt " + std::to_string(event.data["attempt"].asInteger()) +
               " in " + durationForPeople(std::chrono::milliseconds(event.data["wait_ms"].asInteger()));
    if (event.kind != "step_ended")
        return {};
    const std::string &status = event.data["status"].asString();
    const auto duration = Duration(std::llround(event.data["duration_ms"].asDouble() * 1000));
    return "  " + statusMark(status) + event.step + "  " + status + "  " + durationForPeople(duration) +
           "  " + event.data["reason"].asString();
}

} // namespace batuta::cli
