// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// API v2: jobs, their executions and tasks.
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/job_draft.h"
#include "engine/cloud_local/operation_view.h"

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

Writing jobWriting(const Call &call)
{
    Writing writing;
    writing.who = call.who;
    writing.isDryRun = call.query("validateOnly") == "true";
    return writing;
}

/// What is written at once: the operation is done, and can be asked for like any other.
Answer jobWritten(const Call &call, const Ref &ref, const Outcome<Value> &written)
{
    if (!written)
        return answerOf(written.error());
    if (call.query("validateOnly") == "true")
        return ok(doneOperation(ref, *written, "Job"));
    const std::string id = call.cloud.operations.begin(ref, "write", "job");
    call.cloud.operations.finish(ref, "job", *written);
    return ok(operationV2(*call.cloud.operations.find({ref.project, ref.region, id}), call.cloud));
}

Answer executionStarted(const Call &call, const Ref &ref, const Outcome<std::string> &id)
{
    if (!id)
        return answerOf(id.error());
    if (id->empty())
        return ok(doneOperation(ref, Object{{"name", jobName(ref) + "/executions/" + ref.name + "-check"}},
                                "Execution"));
    return ok(operationV2(*call.cloud.operations.find({ref.project, ref.region, *id}), call.cloud));
}

Answer pageOfAll(const Call &call, std::vector<Value> all, const char *key)
{
    const Page page = pageOf(call, all.size(), 1000);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(std::move(all[i]));
    Object body;
    if (!shown.empty())
        body.set(key, std::move(shown));
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

Answer createJob(Call &call)
{
    const Ref ref{call.project(), call.region(), std::string(call.query("jobId"))};
    return jobWritten(call, ref, call.cloud.jobs.put(ref, call.body, true, jobWriting(call)));
}

Answer updateJob(Call &call)
{
    const Ref ref = call.ref("j");
    const bool isNew = call.query("allowMissing") == "true" && !call.cloud.jobs.job(ref);
    return jobWritten(call, ref, call.cloud.jobs.put(ref, call.body, isNew, jobWriting(call)));
}

Answer deleteJob(Call &call)
{
    return jobWritten(call, call.ref("j"), call.cloud.jobs.remove(call.ref("j"), jobWriting(call)));
}

Answer readOneJob(Call &call)
{
    return answerOf(call.cloud.jobs.job(call.ref("j")));
}

Answer listJobs(Call &call)
{
    return pageOfAll(call, call.cloud.jobs.jobs(call.project(), call.region()), "jobs");
}

Answer runJob(Call &call)
{
    const Ref ref = call.ref("j");
    return executionStarted(call, ref, call.cloud.jobs.run(ref, call.body, call.who));
}

Answer listExecutions(Call &call)
{
    if (call["j"] != "-")
        if (const auto known = call.cloud.jobs.job(call.ref("j")); !known)
            return answerOf(known.error());
    return pageOfAll(call, call.cloud.jobs.executions(call.ref("j")), "executions");
}

Answer readExecution(Call &call)
{
    return answerOf(call.cloud.jobs.execution(call.ref("e")));
}

Answer cancelExecution(Call &call)
{
    return executionStarted(call, call.ref("e"), call.cloud.jobs.cancel(call.ref("e")));
}

Answer deleteExecution(Call &call)
{
    const Ref ref = call.ref("e");
    const auto gone = call.cloud.jobs.removeExecution(ref);
    if (!gone)
        return answerOf(gone.error());
    const std::string id = call.cloud.operations.begin(ref, "delete", "execution");
    call.cloud.operations.finish(ref, "execution", *gone);
    return ok(operationV2(*call.cloud.operations.find({ref.project, ref.region, id}), call.cloud));
}

Answer listTasks(Call &call)
{
    if (const auto known = call.cloud.jobs.execution(call.ref("e")); !known)
        return answerOf(known.error());
    const json::Array tasks = call.cloud.jobs.tasks(call.ref("e"));
    return pageOfAll(call, {tasks.begin(), tasks.end()}, "tasks");
}

} // namespace

void addJobs(Routes &routes)
{
    const Routes own{
        {Api::Run, "POST", "/v2/projects/{p}/locations/{r}/jobs", createJob},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/jobs", listJobs},
        {Api::Run, "POST", "/v2/projects/{p}/locations/{r}/jobs/{j}:run", runJob},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/jobs/{j}", readOneJob},
        {Api::Run, "PATCH", "/v2/projects/{p}/locations/{r}/jobs/{j}", updateJob},
        {Api::Run, "DELETE", "/v2/projects/{p}/locations/{r}/jobs/{j}", deleteJob},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/jobs/{j}/executions", listExecutions},
        {Api::Run, "POST", "/v2/projects/{p}/locations/{r}/jobs/{j}/executions/{e}:cancel", cancelExecution},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/jobs/{j}/executions/{e}", readExecution},
        {Api::Run, "DELETE", "/v2/projects/{p}/locations/{r}/jobs/{j}/executions/{e}", deleteExecution},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/jobs/{j}/executions/{e}/tasks", listTasks},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
