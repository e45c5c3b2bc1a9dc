// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/jobs.h"

#include "engine/base/uuid.h"
#include "engine/cloud_local/job_draft.h"
#include "engine/cloud_local/log_entry.h"
#include "engine/cloud_local/names.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr int kAtOnce = 10; ///< tasks of an execution that says no parallelism

Refused noJob(const Ref &ref)
{
    return missing("Resource '" + ref.name + "' of kind 'JOB' in region '" + ref.region + "' in project '" +
                   ref.project + "' does not exist.");
}

Refused noExecution(const Ref &ref)
{
    return missing("Resource '" + ref.name + "' of kind 'EXECUTION' in region '" + ref.region +
                   "' in project '" + ref.project + "' does not exist.");
}

int numberIn(const Value &value, int fallback)
{
    return static_cast<int>(value.asInteger(fallback));
}

const char *endWord(TaskState::End end)
{
    return end == TaskState::End::Succeeded   ? "SUCCEEDED"
           : end == TaskState::End::Failed    ? "FAILED"
           : end == TaskState::End::Cancelled ? "FAILED"
                                              : "RECONCILING";
}

} // namespace

Jobs::Jobs(const Ground &ground)
    : m_loop(ground.loop)
    , m_clock(ground.clock)
    , m_documents(ground.documents)
    , m_fleet(ground.fleet)
    , m_images(ground.images)
    , m_operations(ground.operations)
{
}

Jobs::~Jobs()
{
    *m_isAlive = false;
}

std::string Jobs::stamp() const
{
    const auto passed = m_clock.wall().time_since_epoch();
    return versionText(
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(passed).count()));
}

void Jobs::restore()
{
    std::vector<std::string> cut;
    for (const auto &[key, execution] : m_documents.list("execution"))
        if ((*execution)["completionTime"].isNull())
            cut.emplace_back(key);
    for (const std::string &key : cut) {
        Value document = *m_documents.find("execution", key);
        const std::size_t last = key.rfind('/'), middle = key.rfind('/', last - 1);
        const Ref execution{key.substr(0, middle), key.substr(middle + 1, last - middle - 1),
                            key.substr(last + 1)};
        document.object().set("completionTime", now());
        document.object().set("runningCount", 0);
        document.object().set("reconciling", false);
        document.object().set("conditions",
                              json::Array{conditionV2("Completed", "FAILED",
                                                      "The local cloud was stopped while the execution ran.",
                                                      "CANCELLED", now())});
        m_documents.put("execution", key, document);
        tellJob(execution, document, "EXECUTION_FAILED");
        m_operations.finish(execution, "execution", document);
    }
}

Outcome<Value> Jobs::put(const Ref &ref, const Value &body, bool isNew, const Writing &writing)
{
    if (!isServiceName(ref.name))
        return invalid(Violations{{"job_id", "must be small letters, digits and hyphens, at most 63."}});
    const Value *known = m_documents.find("job", ref.key());
    if (isNew && known)
        return refused(409, "ALREADY_EXISTS", "Resource '" + ref.name + "' already exists.");
    if (!isNew && !known)
        return Refused(noJob(ref));
    if (const std::string &etag = body["etag"].asString();
        known && !etag.empty() && etag != (*known)["etag"].asString())
        return refused(409, "ABORTED",
                       "Conflict for resource '" + ref.name + "': version '" + etag +
                           "' was specified but current version is '" + (*known)["etag"].asString() + "'.");
    auto draft = jobDraft(body);
    if (!draft)
        return draft;
    Object &job = draft->object();
    job.set("name", jobName(ref));
    job.set("uid", known ? (*known)["uid"] : Value(newUuid()));
    const std::int64_t generation =
        known ? std::strtoll((*known)["generation"].asString().c_str(), nullptr, 10) + 1 : 1;
    job.set("generation", std::to_string(generation));
    job.set("observedGeneration", std::to_string(generation));
    job.set("createTime", known ? (*known)["createTime"] : Value(now()));
    job.set("updateTime", now());
    job.set("creator", known ? (*known)["creator"] : Value(writing.who));
    job.set("lastModifier", writing.who);
    job.set("executionCount", known ? (*known)["executionCount"] : Value(0));
    if (known && !(*known)["latestCreatedExecution"].isNull())
        job.set("latestCreatedExecution", (*known)["latestCreatedExecution"]);
    job.set("terminalCondition", conditionV2("Ready", "SUCCEEDED", {}, {}, now()));
    job.set("etag", "\"" + stamp() + "\"");
    if (!writing.isDryRun)
        m_documents.put("job", ref.key(), *draft);
    return draft;
}

Outcome<Value> Jobs::remove(const Ref &ref, const Writing &writing)
{
    const auto known = job(ref);
    if (!known || writing.isDryRun)
        return known;
    for (const Value &one : executions(ref)) {
        const std::string name = one["name"].asString();
        static_cast<void>(removeExecution({ref.project, ref.region, name.substr(name.rfind('/') + 1)}));
    }
    m_documents.erase("job", ref.key());
    return known;
}

Outcome<Value> Jobs::job(const Ref &ref) const
{
    const Value *known = m_documents.find("job", ref.key());
    return known ? Outcome<Value>(*known) : Outcome<Value>(noJob(ref));
}

std::vector<Value> Jobs::jobs(const std::string &project, const std::string &region) const
{
    std::vector<Value> all;
    for (const auto &[key, value] : m_documents.list("job", Ref{project, region, {}}.prefix()))
        all.push_back(*value);
    return all;
}

/// What is wrong with the image or a secret is told before anything is kept, as Cloud Run's own check does.
Outcome<TaskPlan> Jobs::planOf(const Ref &execution, const std::string &job, const Value &given) const
{
    const Value &task = given["template"], &container = task["containers"].at(0);
    const auto manifest = m_images.find(container["image"].asString());
    if (!manifest)
        return Refused(manifest.error());
    std::vector<std::string> environment =
        m_ports.surroundings ? m_ports.surroundings() : std::vector<std::string>{};
    for (const Value &variable : container["env"].asArray()) {
        std::string value = variable["value"].asString();
        if (const Value &from = variable["valueSource"]["secretKeyRef"]; from.isObject()) {
            const std::string &name = from["secret"].asString();
            const auto secret =
                m_ports.secret ? m_ports.secret(name, from["version"].asString()) : std::nullopt;
            if (!secret)
                return refused(400, "FAILED_PRECONDITION", "Secret " + name + " was not found");
            value = *secret;
        }
        environment.push_back(variable["name"].asString() + "=" + value);
    }
    TaskPlan plan;
    plan.launch = launchOf(*manifest, container, environment);
    plan.job = job;
    plan.execution = execution.name;
    plan.count = numberIn(given["taskCount"], 1);
    const int wished = numberIn(given["parallelism"], 0);
    plan.parallelism = std::min(plan.count, wished > 0 ? wished : kAtOnce);
    plan.maxRetries = numberIn(task["maxRetries"], 3);
    plan.timeout = protoDuration(task["timeout"].asString()).value_or(plan.timeout);
    const Value &limits = container["resources"]["limits"];
    if (const auto memory = quantity(limits["memory"].asString()); memory && *memory > 0)
        plan.bounds.memoryBytes = static_cast<std::uint64_t>(*memory);
    if (const auto cpu = quantity(limits["cpu"].asString()); cpu && *cpu > 0)
        plan.bounds.cpu = *cpu;
    return plan;
}

Outcome<std::string> Jobs::run(const Ref &ref, const Value &request, const std::string &who)
{
    const Value *known = m_documents.find("job", ref.key());
    if (!known)
        return Refused(noJob(ref));
    if (const std::string &etag = request["etag"].asString();
        !etag.empty() && etag != (*known)["etag"].asString())
        return refused(409, "ABORTED", "Conflict for resource '" + ref.name + "': the job has changed.");
    const auto given = executionTemplate(*known, request["overrides"]);
    if (!given)
        return Refused(given.error());
    const std::string suffix = randomHex(3).substr(0, 5);
    const Ref execution{ref.project, ref.region, ref.name.substr(0, 57) + "-" + suffix};
    auto plan = planOf(execution, ref.name, *given);
    if (!plan)
        return Refused(plan.error());
    if (request["validateOnly"].asBoolean())
        return std::string();
    const Value document =
        Object{{"name", jobName(ref) + "/executions/" + execution.name},
               {"uid", newUuid()},
               {"creator", who},
               {"generation", "1"},
               {"observedGeneration", "1"},
               {"createTime", now()},
               {"startTime", now()},
               {"updateTime", now()},
               {"launchStage", "GA"},
               {"job", ref.name},
               {"parallelism", plan->parallelism},
               {"taskCount", plan->count},
               {"template", (*given)["template"]},
               {"reconciling", true},
               {"conditions", json::Array{conditionV2("Completed", "RECONCILING", {}, {}, now())}},
               {"runningCount", 0},
               {"etag", "\"" + stamp() + "\""}};
    m_documents.put("execution", execution.key(), document);
    Value job = *known;
    job.object().set("executionCount", numberIn(job["executionCount"], 0) + 1);
    m_documents.put("job", ref.key(), std::move(job));
    tellJob(execution, document, "EXECUTION_RUNNING");
    const std::string id = m_operations.begin(execution, "run", "execution");
    began(execution, std::move(*plan));
    return id;
}

void Jobs::began(const Ref &execution, TaskPlan plan)
{
    const std::string job = plan.job;
    JobTasks::Ports ports{m_loop, m_clock, [this, execution] { changed(execution); },
                          [this, execution, job](const TaskLine &line) { said(execution, job, line); },
                          [this](const std::string &name, fleet::Cgroup::Bounds bounds) {
                              return m_fleet.bounds(name, bounds);
                          }};
    auto tasks = std::make_unique<JobTasks>(std::move(plan), std::move(ports));
    JobTasks &begun = *tasks;
    m_running[execution.key()] = std::move(tasks);
    begun.start();
    keepTasks(execution, begun);
    Value document = *m_documents.find("execution", execution.key());
    document.object().set("runningCount", begun.running());
    m_documents.put("execution", execution.key(), std::move(document));
}

void Jobs::changed(const Ref &execution)
{
    const auto running = m_running.find(execution.key());
    const Value *known = m_documents.find("execution", execution.key());
    if (running == m_running.end() || known == nullptr)
        return;
    const JobTasks &tasks = *running->second;
    Value document = *known;
    int retried = 0;
    for (const TaskState &task : tasks.tasks())
        retried += task.attempt;
    document.object().set("runningCount", tasks.running());
    document.object().set("succeededCount", tasks.count(TaskState::End::Succeeded));
    document.object().set("failedCount", tasks.count(TaskState::End::Failed));
    document.object().set("cancelledCount", tasks.count(TaskState::End::Cancelled));
    document.object().set("retriedCount", retried);
    document.object().set("updateTime", now());
    keepTasks(execution, tasks);
    if (tasks.isOver() && document["completionTime"].isNull())
        finish(execution, document, tasks);
    else
        m_documents.put("execution", execution.key(), std::move(document));
    if (m_ports.changed)
        m_ports.changed();
}

void Jobs::finish(const Ref &execution, Value &document, const JobTasks &tasks)
{
    const int cancelled = tasks.count(TaskState::End::Cancelled);
    const auto &all = tasks.tasks();
    const auto failed = std::find_if(
        all.begin(), all.end(), [](const TaskState &task) { return task.end == TaskState::End::Failed; });
    Value condition = conditionV2("Completed", "SUCCEEDED", "Execution completed successfully.", {}, now());
    const char *status = "EXECUTION_SUCCEEDED";
    if (cancelled > 0) {
        condition = conditionV2("Completed", "FAILED", "The execution was cancelled.", "CANCELLED", now());
        status = "EXECUTION_CANCELLED";
    } else if (failed != all.end()) {
        condition = conditionV2("Completed", "FAILED",
                                "Task " + execution.name + "-task" + std::to_string(failed - all.begin()) +
                                    " failed with message: " + failed->message,
                                "NON_ZERO_EXIT_CODE", now());
        status = "EXECUTION_FAILED";
    }
    document.object().set("completionTime", now());
    document.object().set("reconciling", false);
    document.object().set("conditions", json::Array{condition});
    m_documents.put("execution", execution.key(), document);
    tellJob(execution, document, status);
    m_operations.finish(execution, "execution", document);
    m_loop.post([this, key = execution.key(), alive = m_isAlive] { // its tasks are on the stack
        if (*alive)
            m_running.erase(key);
    });
}

void Jobs::tellJob(const Ref &execution, const Value &document, const char *status)
{
    const Ref ref{execution.project, execution.region, document["job"].asString()};
    const Value *known = m_documents.find("job", ref.key());
    const Value *latest = known ? &(*known)["latestCreatedExecution"] : nullptr;
    const bool isNewer = latest && (*latest)["createTime"].asString() <= document["createTime"].asString();
    if (!isNewer)
        return;
    Value job = *known;
    Object told{
        {"name", document["name"]}, {"createTime", document["createTime"]}, {"completionStatus", status}};
    if (!document["completionTime"].isNull())
        told.set("completionTime", document["completionTime"]);
    job.object().set("latestCreatedExecution", std::move(told));
    m_documents.put("job", ref.key(), std::move(job));
}

void Jobs::keepTasks(const Ref &execution, const JobTasks &tasks)
{
    json::Array all;
    const Value *document = m_documents.find("execution", execution.key());
    const std::string name = document ? (*document)["name"].asString() : std::string();
    int index = 0;
    for (const TaskState &task : tasks.tasks()) {
        Object one{
            {"name", name + "/tasks/" + execution.name + "-task" + std::to_string(index)},
            {"index", index},
            {"retried", task.attempt},
            {"conditions", json::Array{conditionV2("Completed", endWord(task.end), task.message,
                                                   task.end == TaskState::End::Failed ? "NON_ZERO_EXIT_CODE"
                                                   : task.end == TaskState::End::Cancelled ? "CANCELLED"
                                                                                           : "",
                                                   now())}}};
        if (task.started != WallTime{})
            one.set("startTime", isoTime(task.started));
        if (task.completed != WallTime{}) {
            one.set("completionTime", isoTime(task.completed));
            Object last{{"exitCode", task.exitCode}};
            if (task.signal != 0)
                last.set("termSignal", task.signal);
            one.set("lastAttemptResult", std::move(last));
        }
        all.emplace_back(std::move(one));
        ++index;
    }
    m_documents.put("tasks", execution.key(), std::move(all));
}

void Jobs::said(const Ref &execution, const std::string &job, const TaskLine &line)
{
    const auto parsed = line.text.starts_with('{') ? json::parse(line.text) : Result<Value>(Value());
    const char *log = line.from == TaskLine::From::System   ? "varlog%2Fsystem"
                      : line.from == TaskLine::From::Errors ? "stderr"
                                                            : "stdout";
    Object given{{"logName", "projects/" + execution.project + "/logs/run.googleapis.com%2F" + log},
                 {"resource", Object{{"type", "cloud_run_job"},
                                     {"labels", Object{{"project_id", execution.project},
                                                       {"location", execution.region},
                                                       {"job_name", job}}}}},
                 {"labels", Object{{"run.googleapis.com/execution_name", execution.name},
                                   {"run.googleapis.com/task_index", std::to_string(line.task)},
                                   {"run.googleapis.com/task_attempt", std::to_string(line.attempt)}}}};
    if (parsed && parsed->isObject()) {
        given.set("jsonPayload", *parsed);
        given.set("severity", (*parsed)["severity"]);
    } else {
        given.set("textPayload", line.text);
        if (line.from == TaskLine::From::System)
            given.set("severity", "ERROR");
    }
    if (auto entry = writtenEntry(Value(std::move(given)), Value(), m_clock.wall()))
        m_fleet.book().append(std::move(*entry));
}

Outcome<std::string> Jobs::cancel(const Ref &ref)
{
    const auto known = execution(ref);
    if (!known)
        return Refused(known.error());
    const auto running = m_running.find(ref.key());
    if (running == m_running.end() || !(*known)["completionTime"].isNull())
        return precondition("Execution '" + ref.name + "' has completed and cannot be cancelled.");
    const std::string id = m_operations.begin(ref, "cancel", "execution");
    running->second->cancel();
    return id;
}

Outcome<Value> Jobs::removeExecution(const Ref &ref)
{
    const auto known = execution(ref);
    if (!known)
        return known;
    if (const auto running = m_running.find(ref.key()); running != m_running.end()) {
        m_loop.post([tasks = std::shared_ptr<JobTasks>(std::move(running->second))] {});
        m_running.erase(running);
        m_operations.finish(ref, "execution", *known);
    }
    m_documents.erase("execution", ref.key());
    m_documents.erase("tasks", ref.key());
    return known;
}

Outcome<Value> Jobs::execution(const Ref &ref) const
{
    const Value *known = m_documents.find("execution", ref.key());
    return known ? Outcome<Value>(*known) : Outcome<Value>(noExecution(ref));
}

json::Array Jobs::tasks(const Ref &ref) const
{
    const Value *known = m_documents.find("tasks", ref.key());
    return known ? known->asArray() : json::Array{};
}

std::vector<Value> Jobs::executions(const Ref &job) const
{
    std::vector<Value> all;
    for (const auto &[key, value] : m_documents.list("execution", job.prefix()))
        if (job.name == "-" || (*value)["job"].asString() == job.name)
            all.push_back(*value);
    std::stable_sort(all.begin(), all.end(), [](const Value &a, const Value &b) {
        return a["createTime"].asString() > b["createTime"].asString();
    });
    return all;
}

} // namespace batuta::cloud_local
