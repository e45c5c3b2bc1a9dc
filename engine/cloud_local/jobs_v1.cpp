// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// API v1: jobs, their executions and tasks, as gcloud speaks of them.
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/job_v1.h"
#include "engine/cloud_local/label_selector.h"

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

Writing writingOfJob(const Call &call)
{
    Writing writing;
    writing.who = call.who;
    writing.isDryRun = call.query("dryRun") == "all";
    return writing;
}

/// A host without a region is that of all.
std::string regionOrAll(const Call &call)
{
    return call.place.region.empty() && call["r"].empty() ? std::string() : call.region();
}

Ref refOf(const Value &object, const std::string &project)
{
    // projects/P/locations/R/jobs/J(/executions/E)
    const std::string &name = object["name"].asString();
    const std::size_t begin = name.find("/locations/") + 11;
    return {project, name.substr(begin, name.find('/', begin) - begin), name.substr(name.rfind('/') + 1)};
}

Answer listInV1(const Call &call, std::string_view kind, std::vector<Value> items)
{
    const auto selector = LabelSelector::parse(call.query("labelSelector"));
    if (!selector)
        return answerOf(selector.error());
    std::erase_if(items, [&](const Value &item) { return !selector->matches(item["metadata"]["labels"]); });
    const Page page = pageOf(call, items.size(), 1'000'000, true);
    Object metadata;
    if (!page.next.empty())
        metadata.set("continue", page.next);
    return ok(Object{{"apiVersion", "run.googleapis.com/v1"},
                     {"kind", kind},
                     {"metadata", std::move(metadata)},
                     {"items", json::Array(items.begin() + static_cast<std::ptrdiff_t>(page.from),
                                           items.begin() + static_cast<std::ptrdiff_t>(page.to))}});
}

void inWordsOfV1(std::string &text)
{
    static const std::pair<std::string_view, std::string_view> kWords[] = {
        {"job.template.template.timeout", "spec.template.spec.template.spec.timeoutSeconds"},
        {"job.template.template.max_retries", "spec.template.spec.template.spec.maxRetries"},
        {"job.template.template.", "spec.template.spec.template.spec."},
        {"job.template.task_count", "spec.template.spec.taskCount"},
        {"job.template.parallelism", "spec.template.spec.parallelism"},
        {"job_id", "metadata.name"}};
    for (const auto &[two, one] : kWords)
        for (std::size_t at = text.find(two); at != std::string::npos; at = text.find(two, at + one.size()))
            text.replace(at, two.size(), one);
}

/// The fields of a refusal, by the names that the client has given them.
Refusal fieldsV1(Refusal refusal)
{
    inWordsOfV1(refusal.message);
    for (Value &detail : refusal.details)
        if (detail["fieldViolations"].isArray())
            for (Value &violation : child(detail, {"fieldViolations"}).array()) {
                std::string field = violation["field"].asString();
                inWordsOfV1(field);
                violation.object().set("field", field);
            }
    return refusal;
}

Answer jobAnswer(const Outcome<Value> &job, const Ref &ref)
{
    return job ? ok(jobV1(*job, ref)) : answerOf(fieldsV1(job.error()));
}

Answer createJobV1(Call &call)
{
    const Ref ref{call.project(), call.region(), call.body["metadata"]["name"].asString()};
    return jobAnswer(call.cloud.jobs.put(ref, jobFromV1(call.body), true, writingOfJob(call)), ref);
}

Answer replaceJob(Call &call)
{
    const Ref ref = call.ref("j");
    return jobAnswer(call.cloud.jobs.put(ref, jobFromV1(call.body), false, writingOfJob(call)), ref);
}

Answer readJobV1(Call &call)
{
    return jobAnswer(call.cloud.jobs.job(call.ref("j")), call.ref("j"));
}

Answer listJobsV1(Call &call)
{
    std::vector<Value> shown;
    for (const Value &job : call.cloud.jobs.jobs(call.project(), regionOrAll(call)))
        shown.push_back(jobV1(job, refOf(job, call.project())));
    return listInV1(call, "JobList", std::move(shown));
}

Answer removedV1(const Outcome<Value> &gone)
{
    return gone ? ok(Object{{"kind", "Status"}, {"metadata", Object{}}, {"status", "Success"}})
                : answerOf(gone.error());
}

Answer deleteJobV1(Call &call)
{
    return removedV1(call.cloud.jobs.remove(call.ref("j"), writingOfJob(call)));
}

Answer executionAnswer(const Outcome<Value> &execution, const Ref &ref)
{
    return execution ? ok(executionV1(*execution, ref)) : answerOf(execution.error());
}

Answer runJobV1(Call &call)
{
    const Ref ref = call.ref("j");
    const Object request{{"overrides", overridesFromV1(call.body["overrides"])}};
    const auto started = call.cloud.jobs.run(ref, request, call.who);
    if (!started)
        return answerOf(started.error());
    const Value &operation = *call.cloud.operations.find({ref.project, ref.region, *started});
    const Ref execution{ref.project, ref.region, operation["name"].asString()};
    return executionAnswer(call.cloud.jobs.execution(execution), execution);
}

Answer listExecutionsV1(Call &call)
{
    std::vector<Value> shown;
    for (const Value &execution : call.cloud.jobs.executions({call.project(), regionOrAll(call), "-"}))
        shown.push_back(executionV1(execution, refOf(execution, call.project())));
    return listInV1(call, "ExecutionList", std::move(shown));
}

Answer readExecutionV1(Call &call)
{
    return executionAnswer(call.cloud.jobs.execution(call.ref("e")), call.ref("e"));
}

Answer cancelExecutionV1(Call &call)
{
    if (const auto cancelled = call.cloud.jobs.cancel(call.ref("e")); !cancelled)
        return answerOf(cancelled.error());
    return readExecutionV1(call);
}

Answer deleteExecutionV1(Call &call)
{
    return removedV1(call.cloud.jobs.removeExecution(call.ref("e")));
}

std::vector<Value> tasksOf(const Call &call, const Value &execution)
{
    const Ref ref = refOf(execution, call.project());
    std::vector<Value> shown;
    for (const Value &task : call.cloud.jobs.tasks(ref))
        shown.push_back(taskV1(task, execution, ref));
    return shown;
}

Answer listTasksV1(Call &call)
{
    std::vector<Value> shown;
    for (const Value &execution : call.cloud.jobs.executions({call.project(), regionOrAll(call), "-"}))
        for (Value &task : tasksOf(call, execution))
            shown.push_back(std::move(task));
    return listInV1(call, "TaskList", std::move(shown));
}

Answer readTaskV1(Call &call)
{
    const std::string &name = call["t"];
    const std::string execution = name.substr(0, name.rfind("-task"));
    const auto known = call.cloud.jobs.execution({call.project(), call.region(), execution});
    if (known)
        for (Value &task : tasksOf(call, *known))
            if (task["metadata"]["name"].asString() == name)
                return ok(std::move(task));
    return answerOf(missing("Resource '" + name + "' of kind 'TASK' in region '" + call.region() +
                            "' in project '" + call.project() + "' does not exist.")
                        .value());
}

} // namespace

void addJobsV1(Routes &routes)
{
    const Routes own{
        {Api::Run, "POST", "/apis/run.googleapis.com/v1/namespaces/{p}/jobs", createJobV1},
        {Api::Run, "GET", "/apis/run.googleapis.com/v1/namespaces/{p}/jobs", listJobsV1},
        {Api::Run, "POST", "/apis/run.googleapis.com/v1/namespaces/{p}/jobs/{j}:run", runJobV1},
        {Api::Run, "GET", "/apis/run.googleapis.com/v1/namespaces/{p}/jobs/{j}", readJobV1},
        {Api::Run, "PUT", "/apis/run.googleapis.com/v1/namespaces/{p}/jobs/{j}", replaceJob},
        {Api::Run, "DELETE", "/apis/run.googleapis.com/v1/namespaces/{p}/jobs/{j}", deleteJobV1},
        {Api::Run, "GET", "/apis/run.googleapis.com/v1/namespaces/{p}/executions", listExecutionsV1},
        {Api::Run, "POST", "/apis/run.googleapis.com/v1/namespaces/{p}/executions/{e}:cancel",
         cancelExecutionV1},
        {Api::Run, "GET", "/apis/run.googleapis.com/v1/namespaces/{p}/executions/{e}", readExecutionV1},
        {Api::Run, "DELETE", "/apis/run.googleapis.com/v1/namespaces/{p}/executions/{e}", deleteExecutionV1},
        {Api::Run, "GET", "/apis/run.googleapis.com/v1/namespaces/{p}/tasks", listTasksV1},
        {Api::Run, "GET", "/apis/run.googleapis.com/v1/namespaces/{p}/tasks/{t}", readTaskV1},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
