// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/answer.h"

#include "engine/json/json.h"
#include "engine/json/pieces.h"
#include "engine/telemetry/log_line.h"

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

/// As text: the entries of an answer are written once for both names that it has for them.
void writeEntry(const client::StepRecord &step, json::Text &out)
{
    const bool called = step.kind == "http" && step.attempts > 0 && step.status != "critical_error";
    out += R"({"step_name":)";
    json::writeString(step.step, out);
    out += R"(,"status":)";
    json::writeString(step.status, out);
    out += R"(,"duration":)";
    json::writeMillionths(step.duration.count(), out);
    out += R"(,"started_at":")";
    out += telemetry::timestampOf(step.startedAt);
    out += R"(","completed_at":")";
    out += telemetry::timestampOf(step.endedAt);
    out += R"(","error":)";
    if (step.reason.empty())
        out += "null";
    else
        json::writeString(step.reason, out);
    out += R"(,"status_code":)";
    if (called)
        json::writeInteger(step.statusCode, out);
    else
        out += "null";
    out += '}';
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
    constexpr std::size_t kMostMembers = 15;
    Counts counts;
    thread_local json::Text entries;
    entries.clear();
    for (const client::StepRecord *step : resultsOf(record)) {
        counts.add(step->status);
        entries += entries.empty() ? '[' : ',';
        writeEntry(*step, entries);
    }
    entries += entries.empty() ? "[]" : "]";
    const json::Value steps = json::Value::unparsed(entries.str());
    json::Object body{{"execution_id", record.id},
                      {"flow_name", record.flow},
                      {"user_id", record.input["user_id"]},
                      {"session_id", record.input["session_id"]},
                      {"duration", secondsOf(record.duration)},
                      {"timestamp", isoTime(record.endedAt)}};
    body.reserve(kMostMembers);
    for (const char *name : {"identifier", "vacancy_id", "vacancy_name", "position_id", "career_name"})
        if (const json::Value &value = record.input[name]; !value.isNull())
            body.append(name, value);
    body.append("summary", json::Object{{"total_steps", counts.total},
                                        {"successful", counts.successful},
                                        {"failed", counts.failed},
                                        {"skipped", counts.skipped},
                                        {"critical_errors", counts.criticalErrors}});
    body.append("steps", steps);
    body.append("results", steps);
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
