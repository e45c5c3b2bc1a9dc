// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/job_client.h"

#include "engine/base/text.h"
#include "engine/cloud/pages.h"
#include "engine/cloud/run_client.h"
#include "engine/cloud/run_codec.h"

#include <algorithm>
#include <charconv>

namespace batuta::cloud {
namespace {

constexpr std::size_t kMostJobs = 1'000, kMostExecutions = 1'000; ///< of a region, of a job

std::string jobPath(const ServiceName &name)
{
    return name.parent() + "/jobs/" + name.service;
}

/// int64 come as texts.
int countIn(const json::Value &value, int fallback = 0)
{
    std::int64_t number = value.isNull() ? fallback : value.asInteger();
    if (value.isString())
        std::from_chars(value.asString().data(), value.asString().data() + value.asString().size(), number);
    return static_cast<int>(std::clamp<std::int64_t>(number, 0, 1 << 30));
}

WallTime momentOf(const json::Value &value)
{
    WallTime time{};
    parseIsoTime(value.asString(), time);
    return time;
}

std::string tailOf(const std::string &name)
{
    return name.substr(name.rfind('/') + 1);
}

/// projects/P/locations/R/jobs/J[/executions/E]
bool readJobName(const std::string &full, ServiceName &name)
{
    const std::vector<std::string_view> parts = split(full, '/');
    if (parts.size() < 6 || parts[0] != "projects" || parts[2] != "locations" || parts[4] != "jobs")
        return false;
    name = {std::string(parts[1]), std::string(parts[3]), std::string(parts[5])};
    return true;
}

Error nameOfNone(const char *what)
{
    return {ErrorCode::NetProtocol, what, "the answer has no name of one", {}, {}};
}

bool isExecutionName(const std::string &text)
{
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

Status checkExecution(const ServiceName &name, const std::string &execution)
{
    if (Status good = checkName(name); !good || isExecutionName(execution))
        return good;
    return Error{
        ErrorCode::FlowBadValue, "execution", "`" + execution.substr(0, 100) + "` is no name", {}, {}};
}

json::Value overridesJson(const JobOverrides &overrides)
{
    json::Object container;
    if (!overrides.args.empty())
        container.set("args", json::Array(overrides.args.begin(), overrides.args.end()));
    json::Array env;
    for (const EnvVar &one : overrides.env)
        env.emplace_back(json::Object{{"name", one.name}, {"value", one.value}});
    if (!env.empty())
        container.set("env", std::move(env));
    json::Object all;
    if (!container.empty())
        all.set("containerOverrides", json::Array{json::Value(std::move(container))});
    if (overrides.taskCount > 0)
        all.set("taskCount", overrides.taskCount);
    if (overrides.timeoutSeconds > 0)
        all.set("timeout", std::to_string(overrides.timeoutSeconds) + "s");
    return all;
}

} // namespace

Result<Job> readJob(const json::Value &json)
{
    Job job;
    if (!readJobName(json["name"].asString(), job.name))
        return nameOfNone("job");
    const json::Value &execution = json["template"], &task = execution["template"];
    const ServiceConfig config = readTemplate(task);
    job.etag = json["etag"].asString();
    job.creator = json["creator"].asString();
    job.lastModifier = json["lastModifier"].asString();
    job.created = momentOf(json["createTime"]);
    job.updated = momentOf(json["updateTime"]);
    job.image = config.image;
    job.command = config.command;
    job.args = config.args;
    job.env = config.env;
    job.taskCount = countIn(execution["taskCount"], 1);
    job.parallelism = countIn(execution["parallelism"]);
    job.maxRetries = countIn(task["maxRetries"], 3);
    job.timeoutSeconds = task["timeout"].isNull() ? 600 : config.timeoutSeconds;
    job.serviceAccount = task["serviceAccount"].asString();
    job.executions = countIn(json["executionCount"]);
    job.ready = readCondition(json["terminalCondition"]);
    job.latestExecution = tailOf(json["latestCreatedExecution"]["name"].asString());
    job.latestStatus = json["latestCreatedExecution"]["completionStatus"].asString();
    return job;
}

Result<JobExecution> readJobExecution(const json::Value &json)
{
    JobExecution one;
    const std::string &full = json["name"].asString();
    if (!readJobName(full, one.of) || full.find("/executions/") == std::string::npos)
        return nameOfNone("execution");
    one.name = tailOf(full);
    one.creator = json["creator"].asString();
    one.created = momentOf(json["createTime"]);
    one.started = momentOf(json["startTime"]);
    one.completed = momentOf(json["completionTime"]);
    one.taskCount = countIn(json["taskCount"], 1);
    one.running = countIn(json["runningCount"]);
    one.succeeded = countIn(json["succeededCount"]);
    one.failed = countIn(json["failedCount"]);
    one.cancelled = countIn(json["cancelledCount"]);
    one.retried = countIn(json["retriedCount"]);
    one.logUrl = json["logUri"].asString();
    for (const json::Value &condition : json["conditions"].asArray())
        if (condition["type"].asString() == "Completed")
            one.done = readCondition(condition);
    return one;
}

void JobClient::jobs(const std::string &project, const std::string &region, Reply<std::vector<Job>> reply)
{
    if (Status good = checkName({project, region, "any"}); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl("projects/" + project + "/locations/" + region + "/jobs?pageSize=100");
    call.subject = project + "/" + region;
    readPages(m_api, std::move(call), "jobs", kMostJobs, asValues(readJob, std::move(reply)));
}

void JobClient::job(const ServiceName &name, Reply<Job> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl(jobPath(name));
    call.subject = name.service;
    m_api.json(std::move(call), [reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? readJob(*json) : Result<Job>(json.error()));
    });
}

/// Its metadata is the execution from the first moment on.
void JobClient::started(Result<json::Value> operation, const ServiceName &name, Reply<JobExecution> reply)
{
    if (!operation)
        return reply(operation.error());
    if (const json::Value &error = (*operation)["error"]; error.isObject())
        return reply(Error{ErrorCode::CloudRefused, name.service, error["message"].asString(), {}, {}});
    const json::Value &begun = (*operation)["metadata"];
    reply(readJobExecution(begun["name"].isString() ? begun : (*operation)["response"]));
}

void JobClient::run(const Job &read, const JobOverrides &overrides, bool isDryRun, Reply<JobExecution> reply)
{
    if (Status good = checkName(read.name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.method = "POST";
    call.url = runUrl(jobPath(read.name) + ":run");
    call.subject = read.name.service;
    json::Object body{{"etag", read.etag}};
    if (const json::Value changed = overridesJson(overrides); !changed.asObject().empty())
        body.set("overrides", changed);
    if (isDryRun)
        body.set("validateOnly", true);
    call.body = std::move(body);
    m_api.json(std::move(call), [this, name = read.name, reply = std::move(reply)](Result<json::Value> json) {
        started(std::move(json), name, reply);
    });
}

void JobClient::executions(const ServiceName &name, Reply<std::vector<JobExecution>> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl(jobPath(name) + "/executions?pageSize=100");
    call.subject = name.service;
    readPages(m_api, std::move(call), "executions", kMostExecutions,
              asValues<JobExecution>(readJobExecution, [reply = std::move(reply)](auto executions) {
                  if (executions)
                      std::stable_sort(executions->begin(), executions->end(),
                                       [](const auto &a, const auto &b) { return a.created > b.created; });
                  reply(std::move(executions));
              }));
}

void JobClient::execution(const ServiceName &name, const std::string &execution, Reply<JobExecution> reply)
{
    if (Status good = checkExecution(name, execution); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl(jobPath(name) + "/executions/" + execution);
    call.subject = execution;
    m_api.json(std::move(call), [reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? readJobExecution(*json) : Result<JobExecution>(json.error()));
    });
}

void JobClient::cancel(const ServiceName &name, const std::string &execution, Reply<JobExecution> reply)
{
    if (Status good = checkExecution(name, execution); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.method = "POST";
    call.url = runUrl(jobPath(name) + "/executions/" + execution + ":cancel");
    call.subject = execution;
    call.body = json::Object{};
    call.repeats = true;
    m_api.json(std::move(call), [this, name, reply = std::move(reply)](Result<json::Value> json) {
        started(std::move(json), name, reply);
    });
}

} // namespace batuta::cloud
