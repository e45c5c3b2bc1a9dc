// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/job_v1.h"

#include "engine/cloud_local/names.h"
#include "engine/cloud_local/service_v2.h"

#include <charconv>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr std::string_view kClientName = "run.googleapis.com/client-name";
constexpr std::string_view kClientVersion = "run.googleapis.com/client-version";
constexpr std::string_view kEnvironmentKind = "run.googleapis.com/execution-environment";

bool isOwnName(std::string_view name)
{
    return name.find("googleapis.com/") == std::string_view::npos &&
           name.find("knative.dev/") == std::string_view::npos;
}

/// What clients put there themselves, without what the API has fields for.
void copyOwn(const Value &from, std::string_view member, Object &to)
{
    Object kept;
    for (const auto &[name, value] : from[member].asObject())
        if (isOwnName(name))
            kept.set(name, value);
    if (!kept.empty())
        to.set(member, std::move(kept));
}

void copyText(const Value &from, std::string_view name, Object &to, std::string_view as)
{
    if (const std::string &text = from[name].asString(); !text.empty())
        to.set(as, text);
}

/// v1 has 64-bit numbers as texts, and clients send both.
std::int64_t wholeNumber(const Value &value)
{
    std::int64_t number = value.asInteger();
    if (value.isString())
        std::from_chars(value.asString().data(), value.asString().data() + value.asString().size(), number);
    return number;
}

std::string lastPart(const std::string &name)
{
    return name.substr(name.rfind('/') + 1);
}

/// `NON_ZERO_EXIT_CODE` → `NonZeroExitCode`
std::string camelWords(std::string_view text)
{
    std::string words;
    bool isFirst = true;
    for (const char letter : text) {
        if (letter != '_')
            words +=
                isFirst ? letter : static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
        isFirst = letter == '_';
    }
    return words;
}

Value conditionV1(const Value &given)
{
    const std::string &state = given["state"].asString();
    Object made{{"type", given["type"]},
                {"status", state == "CONDITION_SUCCEEDED" ? "True"
                           : state == "CONDITION_FAILED"  ? "False"
                                                          : "Unknown"},
                {"lastTransitionTime", given["lastTransitionTime"]}};
    copyText(given, "message", made, "message");
    if (const std::string &reason = given["executionReason"].asString(); !reason.empty())
        made.set("reason", camelWords(reason));
    return made;
}

Object conditionAt(std::string_view type, bool isTrue, const Value &when)
{
    return {{"type", type}, {"status", isTrue ? "True" : "Unknown"}, {"lastTransitionTime", when}};
}

/// The template of a task of v2.
Object taskFromV1(const Value &spec, const Value &metadata)
{
    const Value shape = templateV2(Value(Object{}), spec);
    Object task{{"containers", shape["containers"]}};
    for (Value &container : task["containers"].array()) // processors are a job's for as long as it runs
        child(container, {"resources"}).object().erase("cpuIdle");
    if (!shape["volumes"].isNull())
        task.set("volumes", shape["volumes"]);
    if (!spec["maxRetries"].isNull())
        task.set("maxRetries", spec["maxRetries"]);
    if (!spec["timeoutSeconds"].isNull())
        task.set("timeout", std::to_string(wholeNumber(spec["timeoutSeconds"])) + "s");
    copyText(spec, "serviceAccountName", task, "serviceAccount");
    if (const std::string &kind = metadata["annotations"][kEnvironmentKind].asString(); !kind.empty())
        task.set("executionEnvironment",
                 kind == "gen1" ? "EXECUTION_ENVIRONMENT_GEN1" : "EXECUTION_ENVIRONMENT_GEN2");
    return task;
}

Value taskSpecV1(const Value &task)
{
    Value spec = taskShapeV1(task);
    spec.object().set("maxRetries", task["maxRetries"]);
    const std::string &timeout = task["timeout"].asString();
    spec.object().set("timeoutSeconds", timeout.substr(0, timeout.find_first_of(".s")));
    copyText(task, "serviceAccount", spec.object(), "serviceAccountName");
    return spec;
}

/// `spec` of an execution, or of the template of one.
Object executionSpecV1(const Value &given)
{
    Object spec;
    if (!given["parallelism"].isNull())
        spec.set("parallelism", given["parallelism"]);
    spec.set("taskCount", given["taskCount"]);
    spec.set("template", Object{{"spec", taskSpecV1(given["template"])}});
    return spec;
}

void annotate(const Value &object, Object &annotations)
{
    copyText(object, "creator", annotations, "run.googleapis.com/creator");
    copyText(object, "lastModifier", annotations, "run.googleapis.com/lastModifier");
    copyText(object, "client", annotations, kClientName);
    copyText(object, "clientVersion", annotations, kClientVersion);
}

/// What every object of v1 begins with.
Value objectV1(const Value &object, const Ref &ref, std::string_view kind, std::string_view plural)
{
    const std::string number = projectNumber(ref.project);
    Object annotations, labels{{"cloud.googleapis.com/location", ref.region}};
    for (const auto &[name, value] : object["annotations"].asObject())
        annotations.set(name, value);
    for (const auto &[name, value] : object["labels"].asObject())
        labels.set(name, value);
    annotate(object, annotations);
    const std::string &etag = object["etag"].asString();
    Object metadata{{"name", ref.name},
                    {"namespace", number},
                    {"selfLink", "/apis/run.googleapis.com/v1/namespaces/" + number + "/" +
                                     std::string(plural) + "/" + ref.name},
                    {"uid", object["uid"]},
                    {"resourceVersion", etag.size() > 2 ? etag.substr(1, etag.size() - 2) : etag},
                    {"generation", wholeNumber(object["generation"])},
                    {"creationTimestamp", object["createTime"]},
                    {"labels", std::move(labels)},
                    {"annotations", std::move(annotations)}};
    return Object{{"apiVersion", "run.googleapis.com/v1"}, {"kind", kind}, {"metadata", std::move(metadata)}};
}

/// proto3 leaves zeros out.
void copyCount(const Value &from, std::string_view name, Object &to)
{
    if (const std::int64_t count = from[name].asInteger(); count > 0)
        to.set(name, count);
}

} // namespace

Value jobFromV1(const Value &job)
{
    const Value &metadata = job["metadata"], &wanted = look(job, {"spec", "template"});
    Object made;
    copyOwn(metadata, "labels", made);
    copyOwn(metadata, "annotations", made);
    copyText(metadata["annotations"], kClientName, made, "client");
    copyText(metadata["annotations"], kClientVersion, made, "clientVersion");
    copyText(metadata["annotations"], "run.googleapis.com/launch-stage", made, "launchStage");
    if (const std::string &version = metadata["resourceVersion"].asString(); !version.empty())
        made.set("etag", "\"" + version + "\"");
    Object execution;
    copyOwn(wanted["metadata"], "labels", execution);
    copyOwn(wanted["metadata"], "annotations", execution);
    for (const char *name : {"parallelism", "taskCount"})
        if (!wanted["spec"][name].isNull())
            execution.set(name, wanted["spec"][name]);
    execution.set("template", taskFromV1(look(wanted, {"spec", "template", "spec"}), wanted["metadata"]));
    made.set("template", std::move(execution));
    return made;
}

Value overridesFromV1(const Value &overrides)
{
    Object made;
    if (!overrides["taskCount"].isNull())
        made.set("taskCount", overrides["taskCount"]);
    if (!overrides["timeoutSeconds"].isNull())
        made.set("timeout", std::to_string(wholeNumber(overrides["timeoutSeconds"])) + "s");
    json::Array containers;
    for (const Value &container : overrides["containerOverrides"].asArray()) {
        Value other = container;
        if (other["name"].asString().empty()) // the only one
            other.object().erase("name");
        containers.push_back(std::move(other));
    }
    if (!containers.empty())
        made.set("containerOverrides", std::move(containers));
    return made;
}

Value jobV1(const Value &job, const Ref &ref)
{
    Value made = objectV1(job, ref, "Job", "jobs");
    child(made, {"metadata", "labels"}).object().set("run.googleapis.com/lastUpdatedTime", job["updateTime"]);
    Object wanted;
    const std::string &kind = job["template"]["template"]["executionEnvironment"].asString();
    Object annotations = job["template"]["annotations"].asObject();
    if (kind.starts_with("EXECUTION_ENVIRONMENT_GEN"))
        annotations.set(kEnvironmentKind, "gen" + kind.substr(25));
    wanted.set("annotations", std::move(annotations));
    if (!job["template"]["labels"].isNull())
        wanted.set("labels", job["template"]["labels"]);
    made.object().set("spec", Object{{"template", Object{{"metadata", std::move(wanted)},
                                                         {"spec", executionSpecV1(job["template"])}}}});
    Object status{{"observedGeneration", wholeNumber(job["observedGeneration"])},
                  {"conditions", json::Array{conditionV1(job["terminalCondition"])}}};
    copyCount(job, "executionCount", status);
    if (const Value &latest = job["latestCreatedExecution"]; latest.isObject()) {
        Object told{{"name", lastPart(latest["name"].asString())},
                    {"creationTimestamp", latest["createTime"]},
                    {"completionStatus", latest["completionStatus"]}};
        copyText(latest, "completionTime", told, "completionTimestamp");
        status.set("latestCreatedExecution", std::move(told));
    }
    made.object().set("status", std::move(status));
    return made;
}

Value executionV1(const Value &execution, const Ref &ref)
{
    Value made = objectV1(execution, ref, "Execution", "executions");
    child(made, {"metadata", "labels"}).object().set("run.googleapis.com/job", execution["job"]);
    made.object().set("spec", executionSpecV1(execution));
    const bool isStarted = !execution["startTime"].isNull();
    const Value &when = isStarted ? execution["startTime"] : execution["createTime"];
    json::Array conditions{conditionAt("ResourcesAvailable", true, execution["createTime"]),
                           conditionAt("Started", isStarted, when)};
    for (const Value &condition : execution["conditions"].asArray())
        conditions.push_back(conditionV1(condition));
    Object status{{"observedGeneration", wholeNumber(execution["observedGeneration"])},
                  {"conditions", std::move(conditions)}};
    for (const char *name :
         {"runningCount", "succeededCount", "failedCount", "cancelledCount", "retriedCount"})
        copyCount(execution, name, status);
    copyText(execution, "startTime", status, "startTime");
    copyText(execution, "completionTime", status, "completionTime");
    made.object().set("status", std::move(status));
    return made;
}

Value taskV1(const Value &task, const Value &execution, const Ref &ref)
{
    const Ref own{ref.project, ref.region, lastPart(task["name"].asString())};
    Object shown{{"uid", execution["uid"]}, {"generation", "1"}, {"createTime", execution["createTime"]}};
    Value made = objectV1(Value(std::move(shown)), own, "Task", "tasks");
    Object &labels = child(made, {"metadata", "labels"}).object();
    labels.set("run.googleapis.com/execution", ref.name);
    labels.set("run.googleapis.com/job", execution["job"]);
    const Value &completed = task["conditions"].at(0);
    const std::string &state = completed["state"].asString();
    const bool isStarted = !task["startTime"].isNull();
    labels.set("run.googleapis.com/runningState", state == "CONDITION_SUCCEEDED" ? "Succeeded"
                                                  : completed["executionReason"].asString() == "CANCELLED"
                                                      ? "Cancelled"
                                                  : state == "CONDITION_FAILED" ? "Failed"
                                                  : isStarted                   ? "Running"
                                                                                : "Pending");
    made.object().set("spec", taskSpecV1(execution["template"]));
    const Value &when = isStarted ? task["startTime"] : execution["createTime"];
    Object status{
        {"observedGeneration", 1},
        {"conditions", json::Array{conditionAt("Started", isStarted, when), conditionV1(completed)}}};
    copyCount(task, "index", status);
    copyCount(task, "retried", status);
    copyText(task, "startTime", status, "startTime");
    copyText(task, "completionTime", status, "completionTime");
    if (const Value &last = task["lastAttemptResult"]; last.isObject()) {
        Object result{{"status", Object{}}};
        copyText(completed, "message", result["status"].object(), "message");
        copyCount(last, "exitCode", result);
        copyCount(last, "termSignal", result);
        status.set("lastAttemptResult", std::move(result));
    }
    made.object().set("status", std::move(status));
    return made;
}

} // namespace batuta::cloud_local
