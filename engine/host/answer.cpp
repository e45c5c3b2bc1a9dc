// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/answer.h"

#include <algorithm>

namespace batuta::host {
namespace {

struct Counts
{
    int total = 0;
    int successful = 0;
    int failed = 0;
    int skipped = 0;
    int criticalErrors = 0;

    void add(const std::string &status)
    {
        ++total;
        successful += status == "success" ? 1 : 0;
        failed += status == "failed" ? 1 : 0;
        skipped += status == "skipped" ? 1 : 0;
        criticalErrors += status == "critical_error" ? 1 : 0;
    }
};

json::Value stepEntry(const client::StepRecord &step)
{
    const bool called = step.kind == "http" && step.attempts > 0 && step.status != "critical_error";
    return json::Object{{"step_name", step.step},
                        {"status", step.status},
                        {"duration", secondsOf(step.duration)},
                        {"started_at", isoTime(step.startedAt)},
                        {"completed_at", isoTime(step.endedAt)},
                        {"error", step.reason.empty() ? json::Value() : json::Value(step.reason)},
                        {"status_code", called ? json::Value(step.statusCode) : json::Value()}};
}

std::vector<const client::StepRecord *> resultsOf(const client::ExecutionRecord &record)
{
    std::vector<const client::StepRecord *> results;
    for (const client::StepRecord &step : record.steps)
        if (!step.isFinally && step.endedAt != WallTime{} && step.status != "not_run")
            results.push_back(&step);
    std::stable_sort(results.begin(), results.end(),
                     [](const auto *a, const auto *b) { return a->endedAt < b->endedAt; });
    return results;
}

} // namespace

json::Value answerBody(const client::ExecutionRecord &record)
{
    json::Array steps;
    Counts counts;
    for (const client::StepRecord *step : resultsOf(record)) {
        counts.add(step->status);
        steps.push_back(stepEntry(*step));
    }
    json::Object body{{"execution_id", record.id},
                      {"flow_name", record.flow},
                      {"user_id", record.input["user_id"]},
                      {"session_id", record.input["session_id"]},
                      {"duration", secondsOf(record.duration)},
                      {"timestamp", isoTime(record.endedAt)}};
    for (const char *name : {"identifier", "vacancy_id", "vacancy_name", "position_id", "career_name"})
        if (const json::Value &value = record.input[name]; !value.isNull())
            body.append(name, value);
    body.append("summary", json::Object{{"total_steps", counts.total},
                                        {"successful", counts.successful},
                                        {"failed", counts.failed},
                                        {"skipped", counts.skipped},
                                        {"critical_errors", counts.criticalErrors}});
    body.append("steps", steps);
    body.append("results", std::move(steps));
    if (counts.criticalErrors > 0)
        body.append("has_critical_errors", true);
    return body;
}

json::Value emptyAnswerBody(const client::ExecutionRecord &record)
{
    return json::Object{{"execution_id", record.id},
                        {"flow_name", record.flow},
                        {"message", "No steps to execute after filtering"}};
}

} // namespace batuta::host
