// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/rehearsal.h"

#include "engine/json/json.h"

#include <algorithm>
#include <cmath>

namespace batuta::client {
namespace {

constexpr int kMostExecutions = 50;
constexpr std::size_t kMostIgnored = 200;

constexpr std::string_view kText = R"(batuta: 1
name: rehearsal
title: {en: Rehearse, pt_BR: Ensaiar}
description: Recorded executions once more, against a revision that has a tag and no traffic. Its functions are really called.
labels: {system: releases}
concurrency: {limit: 1, key: "${{ input.environment }}/${{ input.service }}", when_full: reject}
input:
  type: object
  required: [service, revision, flow]
  properties:
    environment: {type: string, default: ""}
    service: {type: string}
    revision: {type: string}
    flow: {type: string, description: "Whose executions run again"}
    succeeded: {type: integer, default: 10}
    failed: {type: integer, default: 3}
    different: {type: number, default: 0}
    slower: {type: number, default: 0.5}
    ignore: {type: array, default: []}
    health_path: {type: string, default: ""}
steps:
  healthy:
    title: {en: Healthy, pt_BR: Saudável}
    cloud_run:
      action: wait
      environment: "${{ input.environment }}"
      service: "${{ input.service }}"
      revision: "${{ input.revision }}"
      path: "${{ input.health_path }}"
      for: 2m
  rehearse:
    title: {en: Recorded executions once more, pt_BR: Execuções gravadas mais uma vez}
    needs: [healthy]
    cloud_run:
      action: gate
      environment: "${{ input.environment }}"
      service: "${{ input.service }}"
      revision: "${{ input.revision }}"
      percent: 0
      gates:
        - figure: rehearsal
          name: "rehearsal ${{ input.flow }}"
          query: "${{ input.flow }}"
          succeeded: "${{ input.succeeded }}"
          failed: "${{ input.failed }}"
          different: "${{ input.different }}"
          slower: "${{ input.slower }}"
          ignore: "${{ input.ignore }}"
output: "${{ steps.rehearse.output.gates }}"
)";

Error badRehearsal(std::string subject, std::string detail, std::string mend = {})
{
    return {ErrorCode::InputInvalid, std::move(subject), std::move(detail), {}, std::move(mend)};
}

json::Value millisOf(const std::optional<double> &value)
{
    return value ? json::Value(*value) : json::Value();
}

std::optional<double> knownMillis(const json::Value &value)
{
    return value.isNumber() ? std::optional(value.asDouble()) : std::nullopt;
}

int countFrom(const json::Value &value)
{
    return static_cast<int>(std::clamp<std::int64_t>(value.asInteger(), 0, 1'000'000));
}

RehearsedCall callFrom(const json::Value &json)
{
    RehearsedCall call;
    call.step = json["step"].asString();
    call.end = json["end"].asString();
    call.statusThen = json["status_then"].asString();
    call.statusNow = json["status_now"].asString();
    call.codeThen = countFrom(json["code_then"]);
    call.codeNow = countFrom(json["code_now"]);
    call.msThen = knownMillis(json["ms_then"]);
    call.msNow = knownMillis(json["ms_now"]);
    call.error = json["error"].asString();
    call.different = countFrom(json["different"]);
    for (const json::Value &one : json["differences"].asArray())
        call.differences.push_back({one["path"].asString(), one["then"].asString(), one["now"].asString()});
    return call;
}

RehearsedExecution executionFrom(const json::Value &json)
{
    RehearsedExecution one{json["origin"].asString(),
                           json["execution"].asString(),
                           json["end"].asString(),
                           json["status_then"].asString(),
                           json["status_now"].asString(),
                           json["why"].asString(),
                           {}};
    for (const json::Value &call : json["steps"].asArray())
        one.calls.push_back(callFrom(call));
    return one;
}

RehearsalSide sideFrom(const json::Value &json)
{
    return {countFrom(json["calls"]), knownMillis(json["p50_ms"]), knownMillis(json["p95_ms"])};
}

RehearsalReport reportFrom(const json::Value &gate)
{
    const json::Value &json = gate["rehearsal"], &counts = json["counts"];
    RehearsalReport report;
    report.gate = gate["gate"].asString();
    report.verdict = gate["verdict"].asString();
    report.why = json["why"].asString().empty() ? gate["why"].asString() : json["why"].asString();
    report.runs = countFrom(counts["runs"]);
    report.same = countFrom(counts["same"]);
    report.different = countFrom(counts["different"]);
    report.worse = countFrom(counts["worse"]);
    report.mended = countFrom(counts["mended"]);
    report.notRun = countFrom(counts["not_run"]);
    report.then = sideFrom(json["then"]);
    report.now = sideFrom(json["now"]);
    for (const json::Value &run : json["runs"].asArray())
        report.executions.push_back(executionFrom(run));
    return report;
}

const StepRecord *rehearsalStep(const ExecutionRecord &record)
{
    const auto found = std::find_if(record.steps.begin(), record.steps.end(),
                                    [](const StepRecord &step) { return step.step == kRehearsalStep; });
    return found == record.steps.end() ? nullptr : &*found;
}

json::Value callJson(const RehearsedCall &call)
{
    json::Array differences;
    for (const RehearsedDifference &one : call.differences)
        differences.emplace_back(json::Object{{"path", one.path}, {"then", one.then}, {"now", one.now}});
    return json::Object{{"step", call.step},
                        {"end", call.end},
                        {"status_then", call.statusThen},
                        {"status_now", call.statusNow},
                        {"code_then", call.codeThen},
                        {"code_now", call.codeNow},
                        {"ms_then", millisOf(call.msThen)},
                        {"ms_now", millisOf(call.msNow)},
                        {"error", call.error},
                        {"different", call.different},
                        {"differences", std::move(differences)}};
}

json::Value sideJson(const RehearsalSide &side)
{
    return json::Object{
        {"calls", side.calls}, {"p50_ms", millisOf(side.p50)}, {"p95_ms", millisOf(side.p95)}};
}

json::Value reportJson(const RehearsalReport &report)
{
    json::Array runs;
    for (const RehearsedExecution &one : report.executions) {
        json::Array calls;
        for (const RehearsedCall &call : one.calls)
            calls.push_back(callJson(call));
        runs.emplace_back(json::Object{{"origin", one.origin},
                                       {"execution", one.execution},
                                       {"end", one.end},
                                       {"status_then", one.statusThen},
                                       {"status_now", one.statusNow},
                                       {"why", one.why},
                                       {"steps", std::move(calls)}});
    }
    return json::Object{{"gate", report.gate},
                        {"verdict", report.verdict},
                        {"why", report.why},
                        {"counts", json::Object{{"runs", report.runs},
                                                {"same", report.same},
                                                {"different", report.different},
                                                {"worse", report.worse},
                                                {"mended", report.mended},
                                                {"not_run", report.notRun}}},
                        {"then", sideJson(report.then)},
                        {"now", sideJson(report.now)},
                        {"runs", std::move(runs)}};
}

} // namespace

json::Value toJson(const RehearsalRequest &request)
{
    return json::Object{{"environment", request.environment},
                        {"service", request.service},
                        {"revision", request.revision},
                        {"flow", request.flow},
                        {"succeeded", request.succeeded},
                        {"failed", request.failed},
                        {"different", request.different},
                        {"slower", request.slower},
                        {"ignore", json::Array(request.ignore.begin(), request.ignore.end())},
                        {"health_path", request.healthPath},
                        {"why", request.why}};
}

Result<RehearsalRequest> rehearsalFromJson(const json::Value &value)
{
    RehearsalRequest request;
    request.environment = value["environment"].asString();
    request.service = value["service"].asString();
    request.revision = value["revision"].asString();
    request.flow = value["flow"].asString();
    for (const auto &[name, text] :
         {std::pair{"service", &request.service}, std::pair{"revision", &request.revision},
          std::pair{"flow", &request.flow}})
        if (text->empty())
            return badRehearsal(name, "it is missing");
    const std::int64_t succeeded = value["succeeded"].asInteger(request.succeeded);
    const std::int64_t failed = value["failed"].asInteger(request.failed);
    const bool isCount = succeeded >= 0 && failed >= 0 && succeeded <= kMostExecutions &&
                         failed <= kMostExecutions && succeeded + failed >= 1 &&
                         succeeded + failed <= kMostExecutions;
    if (!isCount)
        return badRehearsal("succeeded", "from 1 to 50 executions can be run again");
    request.succeeded = static_cast<int>(succeeded);
    request.failed = static_cast<int>(failed);
    request.different = value["different"].asDouble(request.different);
    request.slower = value["slower"].asDouble(request.slower);
    if (!(request.different >= 0 && request.different <= 1))
        return badRehearsal("different", "a share lies between 0 and 1");
    if (!(request.slower >= 0 && std::isfinite(request.slower)))
        return badRehearsal("slower", "it is below 0");
    if (value["ignore"].asArray().size() > kMostIgnored)
        return badRehearsal("ignore", "there are more than 200 paths");
    for (const json::Value &path : value["ignore"].asArray())
        request.ignore.push_back(path.asString());
    request.healthPath = value["health_path"].asString();
    request.why = value["why"].asString();
    return request;
}

Act rehearsalAct(const RehearsalRequest &request, Actor actor)
{
    Act act;
    act.verb = "rehearse";
    act.subject = request.environment + "/" + request.service;
    act.data = toJson(request);
    act.why = request.why;
    act.actor = std::move(actor);
    return act;
}

/// The environment and the service stand in the act's subject, the reason in the act.
Result<RehearsalRequest> rehearsalFromAct(const Act &act)
{
    json::Value data = act.data;
    const std::size_t slash = act.subject.find('/');
    data.object().set("environment", slash == std::string::npos ? "" : act.subject.substr(0, slash));
    data.object().set("service", slash == std::string::npos ? act.subject : act.subject.substr(slash + 1));
    data.object().set("why", act.why);
    return rehearsalFromJson(data);
}

std::string rehearsalFlow()
{
    return std::string(kText);
}

std::string RehearsalState::verdict() const
{
    std::string worst;
    for (const RehearsalReport &report : reports)
        if (worst.empty() || report.verdict == "broken" ||
            (report.verdict == "not_enough" && worst == "good"))
            worst = report.verdict;
    return worst;
}

std::optional<RehearsalState> rehearsalOf(const ExecutionRecord &record)
{
    const StepRecord *step = rehearsalStep(record);
    if (step == nullptr || (record.flow != kRehearsalFlow && record.flow != "rollout"))
        return std::nullopt;
    RehearsalState state;
    state.execution = record.id;
    state.environment = record.input["environment"].asString();
    state.service = record.input["service"].asString();
    state.revision = record.input["revision"].asString();
    state.flow = record.input["flow"].asString();
    state.status = record.status;
    state.isOver = record.status != "running" && record.status != "paused" && record.status != "queued";
    state.error = record.error;
    const json::Array &attempts = step->attemptsDetail.asArray();
    const json::Value progress = attempts.empty() ? json::Value() : attempts.back()["progress"];
    const json::Value output =
        step->output.empty() ? json::Value() : json::parse(step->output).value_or(json::Value());
    if (!output["revision"].asString().empty())
        state.revision = output["revision"].asString();
    state.done = countFrom(progress["rehearsal"]["done"]);
    state.of = countFrom(progress["rehearsal"]["of"]);
    const json::Value &gates = output.isNull() ? progress["gates"] : output["gates"];
    for (const json::Value &gate : gates.asArray())
        if (gate["figure"].asString() == "rehearsal")
            state.reports.push_back(reportFrom(gate));
    return state;
}

json::Value toJson(const RehearsalState &state)
{
    json::Array reports;
    for (const RehearsalReport &report : state.reports)
        reports.push_back(reportJson(report));
    return json::Object{{"execution_id", state.execution},
                        {"environment", state.environment},
                        {"service", state.service},
                        {"revision", state.revision},
                        {"status", state.status},
                        {"verdict", state.verdict()},
                        {"error", state.error},
                        {"reports", std::move(reports)}};
}

} // namespace batuta::client
