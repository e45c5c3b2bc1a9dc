// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/jobs.h"

#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/releases.h"
#include "app/cli/usage.h"
#include "engine/cloud/job_client.h"
#include "engine/json/json.h"

#include <iostream>

namespace batuta::cli {
namespace {

constexpr auto kLookEvery = std::chrono::milliseconds(700);

json::Value timeValue(WallTime time)
{
    return time == WallTime{} ? json::Value() : json::Value(isoTime(time));
}

json::Value jobValue(const cloud::Job &job)
{
    json::Array keys; // names alone: a value may be a secret
    for (const cloud::EnvVar &one : job.env)
        keys.emplace_back(one.name);
    return json::Object{{"job", job.name.service},
                        {"image", job.image},
                        {"command", json::Array(job.command.begin(), job.command.end())},
                        {"args", json::Array(job.args.begin(), job.args.end())},
                        {"keys", std::move(keys)},
                        {"tasks", job.taskCount},
                        {"parallelism", job.parallelism},
                        {"max_retries", job.maxRetries},
                        {"timeout_s", job.timeoutSeconds},
                        {"service_account", job.serviceAccount},
                        {"executions", job.executions},
                        {"latest_execution", job.latestExecution},
                        {"latest_status", job.latestStatus},
                        {"last_modifier", job.lastModifier},
                        {"updated", timeValue(job.updated)}};
}

const char *stateOfRun(const cloud::JobExecution &execution)
{
    return !execution.isOver()                    ? "running"
           : execution.isGood()                   ? "succeeded"
           : execution.done.reason == "CANCELLED" ? "cancelled"
                                                  : "failed";
}

json::Value executionValue(const cloud::JobExecution &one)
{
    return json::Object{{"execution", one.name},
                        {"job", one.of.service},
                        {"state", stateOfRun(one)},
                        {"tasks", one.taskCount},
                        {"running", one.running},
                        {"succeeded", one.succeeded},
                        {"failed", one.failed},
                        {"cancelled", one.cancelled},
                        {"retried", one.retried},
                        {"created", timeValue(one.created)},
                        {"completed", timeValue(one.completed)},
                        {"message", one.done.message},
                        {"log", one.logUrl}};
}

void printExecution(const cloud::JobExecution &one)
{
    std::cout << one.name << "  " << stateOfRun(one) << "  " << one.succeeded << " of " << one.taskCount
              << " tasks" << (one.retried > 0 ? ", " + std::to_string(one.retried) + " retried" : "") << "  "
              << isoTime(one.created)
              << (one.isGood() || one.done.message.empty() ? "" : "  " + one.done.message) << '\n';
}

int listJobs(CloudDesk &desk)
{
    const auto all = desk.ask<std::vector<cloud::Job>>([&](cloud::Cloud &cloud, auto answer) {
        cloud.jobs().jobs(desk.settings.project, desk.settings.region, answer);
    });
    if (!all)
        return fail(all.error());
    for (const cloud::Job &job : *all)
        if (desk.options.json)
            std::cout << json::write(jobValue(job)) << '\n';
        else
            std::cout << job.name.service << "  " << job.image << "  " << job.executions << " runs"
                      << (job.latestStatus.empty() ? "" : "  " + job.latestStatus) << '\n';
    return kSuccess;
}

Result<cloud::Job> readJobOf(CloudDesk &desk, const cloud::ServiceName &name)
{
    return desk.ask<cloud::Job>([&](cloud::Cloud &cloud, auto answer) { cloud.jobs().job(name, answer); });
}

int describeJob(CloudDesk &desk, const cloud::ServiceName &name)
{
    const Result<cloud::Job> job = readJobOf(desk, name);
    if (!job)
        return fail(job.error());
    if (desk.options.json) {
        std::cout << json::write(jobValue(*job)) << '\n';
        return kSuccess;
    }
    std::cout << job->name.service << "\n  image    " << job->image << "\n  tasks    " << job->taskCount
              << ", "
              << (job->parallelism == 0 ? "as many at a time as there may be"
                                        : std::to_string(job->parallelism) + " at a time")
              << ", " << job->maxRetries << " retries, " << job->timeoutSeconds << " s\n";
    for (const cloud::EnvVar &one : job->env)
        std::cout << "  key      " << one.name << (one.isSecret() ? "  secret " + one.secret : "") << '\n';
    if (!job->latestExecution.empty())
        std::cout << "  newest   " << job->latestExecution << "  " << job->latestStatus << '\n';
    if (!job->ready.message.empty())
        std::cout << "  " << job->ready.message << '\n';
    return kSuccess;
}

int listExecutions(CloudDesk &desk, const cloud::ServiceName &name)
{
    const auto all = desk.ask<std::vector<cloud::JobExecution>>(
        [&](cloud::Cloud &cloud, auto answer) { cloud.jobs().executions(name, answer); });
    if (!all)
        return fail(all.error());
    int shown = 0;
    for (const cloud::JobExecution &one : *all) {
        if (shown++ == desk.options.limit)
            break;
        if (desk.options.json)
            std::cout << json::write(executionValue(one)) << '\n';
        else
            printExecution(one);
    }
    return kSuccess;
}

int tellRun(const CloudDesk &desk, const cloud::JobExecution &one)
{
    if (desk.options.json)
        std::cout << json::write(executionValue(one)) << '\n';
    else
        printExecution(one);
    return !one.isOver() || one.isGood() ? kSuccess : kExecutionFailed;
}

Result<cloud::JobOverrides> overridesOf(const CloudWords &words)
{
    cloud::JobOverrides overrides;
    overrides.args = words.args;
    overrides.taskCount = words.tasks;
    for (const std::string &key : words.keys) {
        const std::size_t sign = key.find('=');
        if (sign == 0 || sign == std::string::npos)
            return usage("--key", "`" + key.substr(0, 40) + "` is no KEY=VALUE", "Write --key NAME=value.");
        overrides.env.push_back({key.substr(0, sign), key.substr(sign + 1), {}, {}});
    }
    return overrides;
}

/// Ctrl+C ends the waiting; the run goes on.
int untilOver(CloudDesk &desk, cloud::JobExecution one)
{
    const Interruption interruption;
    while (!one.isOver() && !desk.options.cloud.noWait && !interruption.cameWithin(kLookEvery)) {
        auto now = desk.ask<cloud::JobExecution>(
            [&](cloud::Cloud &cloud, auto answer) { cloud.jobs().execution(one.of, one.name, answer); });
        if (!now)
            return fail(now.error());
        one = std::move(*now);
    }
    return tellRun(desk, one);
}

int runJob(CloudDesk &desk, const cloud::ServiceName &name)
{
    const auto overrides = overridesOf(desk.options.cloud);
    const auto job = overrides ? readJobOf(desk, name) : Result<cloud::Job>(overrides.error());
    if (!job)
        return fail(job.error());
    json::Array keys;
    for (const cloud::EnvVar &one : overrides->env)
        keys.emplace_back(one.name);
    const CloudChange change{"run_job", name, "Run the job " + placeOf(desk, name) + "\n",
                             json::Object{{"method", "POST"},
                                          {"name", name.parent() + "/jobs/" + name.service + ":run"},
                                          {"keys", std::move(keys)},
                                          {"tasks", overrides->taskCount}}};
    const bool isDryRun = desk.options.act.dryRun;
    const auto send = [&] {
        return desk.ask<cloud::JobExecution>(
            [&](cloud::Cloud &cloud, auto answer) { cloud.jobs().run(*job, *overrides, isDryRun, answer); });
    };
    if (isDryRun) {
        const auto checked = send();
        if (checked && !desk.options.json)
            std::cout << "The server would run it.\n";
        return checked ? kSuccess : fail(checked.error());
    }
    const Result<std::string> why = confirm(desk, change);
    if (!why)
        return fail(why.error());
    if (Status kept = record(desk, change, *why); !kept)
        return fail(kept.error());
    auto begun = send();
    return begun ? untilOver(desk, std::move(*begun)) : fail(recordRefusal(desk, change, begun.error()));
}

int cancelRun(CloudDesk &desk, const cloud::ServiceName &name)
{
    const std::string &execution = desk.options.cloud.file;
    const CloudChange change{"cancel_job", name,
                             "End the run " + execution + " of " + placeOf(desk, name) + "\n",
                             json::Object{{"method", "POST"}, {"execution", execution}}};
    const Result<std::string> why = confirm(desk, change);
    if (!why)
        return fail(why.error());
    if (Status kept = record(desk, change, *why); !kept)
        return fail(kept.error());
    const auto asked = desk.ask<cloud::JobExecution>(
        [&](cloud::Cloud &cloud, auto answer) { cloud.jobs().cancel(name, execution, answer); });
    if (!asked)
        return fail(recordRefusal(desk, change, asked.error()));
    if (desk.options.json)
        std::cout << json::write(executionValue(*asked)) << '\n';
    else
        std::cout << execution << " is ending.\n";
    return kSuccess;
}

} // namespace

int jobs(CloudDesk &desk)
{
    const std::string verb = desk.options.cloud.verb.substr(5);
    if (verb == "list")
        return listJobs(desk);
    const cloud::ServiceName name{desk.settings.project, desk.settings.region, desk.options.cloud.service};
    return verb == "describe"     ? describeJob(desk, name)
           : verb == "executions" ? listExecutions(desk, name)
           : verb == "cancel"     ? cancelRun(desk, name)
                                  : runJob(desk, name);
}

} // namespace batuta::cli
