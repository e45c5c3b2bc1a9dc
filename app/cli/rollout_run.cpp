// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A rollout from the command line: on a running engine, or on one of this program.
#include "app/cli/files.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/releases.h"
#include "app/cli/remote.h"
#include "app/cli/rollout.h"
#include "engine/client/codec.h"
#include "engine/host/engine_thread.h"
#include "engine/json/json.h"

#include <iostream>
#include <map>

namespace batuta::cli {
namespace {

/// What can be asked of an engine, here or elsewhere; each call blocks.
class RolloutEngine
{
public:
    virtual ~RolloutEngine() = default;
    virtual Result<std::string> start(const client::Act &act) = 0;
    virtual Result<client::ExecutionRecord> look(const std::string &id) = 0;
    virtual void abort(const std::string &id) = 0;
};

class RunningEngine final : public RolloutEngine
{
public:
    explicit RunningEngine(const Options &options)
        : m_options(options)
    {
    }
    Result<std::string> start(const client::Act &act) override
    {
        const json::Value body = json::Object{{"subject", act.subject}, {"data", act.data}, {"why", act.why}};
        const auto answer = callEngine(m_options, {"POST", "/acts/" + act.verb, json::write(body), {}});
        return answer ? Result<std::string>((*answer)["execution_id"].asString()) : answer.error();
    }
    Result<client::ExecutionRecord> look(const std::string &id) override
    {
        const auto answer = callEngine(m_options, {"GET", "/executions/" + id, {}, {}});
        return answer ? client::executionFromJson(*answer) : answer.error();
    }
    void abort(const std::string &id) override
    {
        (void)callEngine(m_options, {"POST", "/executions/" + id + "/cancel", "{}", {}});
    }

private:
    const Options &m_options;
};

class OwnEngine final : public RolloutEngine
{
public:
    explicit OwnEngine(client::EngineClient &client)
        : m_client(client)
    {
    }
    Result<std::string> start(const client::Act &act) override
    {
        const auto done = answerOf<Result<json::Value>>([&](auto answer) { m_client.act(act, answer); });
        return done ? Result<std::string>((*done)["execution_id"].asString()) : done.error();
    }
    Result<client::ExecutionRecord> look(const std::string &id) override
    {
        return answerOf<Result<client::ExecutionRecord>>(
            [&](auto answer) { m_client.execution(ExecutionId(id), answer); });
    }
    void abort(const std::string &id) override
    {
        m_client.act(client::cancelOf(ExecutionId(id), client::thisUser()),
                     [](const Result<json::Value> &) {});
    }

private:
    client::EngineClient &m_client;
};

/// Tells a person each thing once: steps as they end, and what the gates see when it changes.
class Progress
{
public:
    explicit Progress(bool isSilent)
        : m_isSilent(isSilent)
    {
    }
    void tell(const client::ExecutionRecord &record)
    {
        if (m_isSilent)
            return;
        for (const client::StepRecord &step : record.steps) {
            std::string &known = m_statuses[step.step];
            if (known == step.status || step.status == "pending")
                continue;
            known = step.status;
            std::cout << "  " << step.step << "  " << step.status
                      << (step.reason.empty() ? "" : "  " + step.reason) << std::endl;
        }
        const auto state = client::rolloutOf(record);
        for (const client::RolloutState::Stage &stage : state ? state->stages : decltype(state->stages)())
            for (const client::RolloutState::Gate &gate : stage.gates)
                tellGate(stage, gate);
    }

private:
    void tellGate(const client::RolloutState::Stage &stage, const client::RolloutState::Gate &gate)
    {
        std::string &known = m_verdicts[std::to_string(stage.planned.percent) + " %  " + gate.name];
        if (known == gate.verdict)
            return;
        known = gate.verdict;
        std::cout << "    " << stage.planned.percent << " %  " << gate.why << std::endl;
    }

    bool m_isSilent;
    std::map<std::string, std::string> m_statuses, m_verdicts;
};

int tellEnd(const Options &options, const client::ExecutionRecord &record)
{
    const auto state = client::rolloutOf(record);
    const bool isGood = record.status == "success";
    if (options.json) {
        std::cout << json::write(json::Object{{"execution_id", record.id},
                                              {"status", record.status},
                                              {"service", record.input["service"]},
                                              {"revision", state ? state->revision : ""},
                                              {"went_back", state && state->wentBack},
                                              {"error", record.error}})
                  << '\n';
        return isGood ? kSuccess : kExecutionFailed;
    }
    if (isGood) {
        std::cout << (state ? state->revision : "") << " is rolled out.\n";
        return kSuccess;
    }
    std::cerr << "batuta: the rollout " << (record.status == "failed" ? "failed" : "ended") << ": "
              << record.error << '\n'
              << (state && state->wentBack ? "  The traffic is back where it was.\n"
                                           : "  The traffic is where it was.\n");
    return kExecutionFailed;
}

/// Ctrl+C aborts it, and waits until the traffic is back.
int follow(RolloutEngine &engine, const Options &options, const std::string &id,
           const Interruption &interruption)
{
    Progress progress(options.json);
    for (;;) {
        const Result<client::ExecutionRecord> record = engine.look(id);
        if (!record)
            return fail(record.error());
        progress.tell(*record);
        const bool isOver =
            record->status != "running" && record->status != "queued" && record->status != "paused";
        if (isOver)
            return tellEnd(options, *record);
        if (interruption.cameWithin(std::chrono::milliseconds(500)))
            engine.abort(id);
    }
}

int runHere(CloudDesk &desk, const client::Act &act)
{
    Result<host::EngineOptions> settings = runningOptions(desk.options);
    if (!settings)
        return fail(settings.error());
    // Also where the words of the command line say something else than batuta.yaml.
    settings->clouds = [environment = desk.environment, cloud = desk.settings] {
        return Result<std::vector<std::pair<std::string, cloud::Settings>>>({{environment, cloud}});
    };
    const Interruption interruption;
    telemetry::Logger::Options logging;
    logging.file = settings->logFile;
    const auto log = telemetry::Logger::open(logging);
    if (!log)
        return fail(log.error());
    telemetry::Metrics metrics;
    auto thread = host::EngineThread::start(std::move(*settings), **log, metrics);
    if (!thread)
        return fail(thread.error());
    OwnEngine engine((*thread)->client());
    const Result<std::string> id = engine.start(act);
    if (!id)
        return fail(id.error());
    if (!desk.options.json)
        std::cout << "execution " << *id << std::endl;
    const int code = follow(engine, desk.options, *id, interruption);
    (*thread)->stop(std::chrono::seconds(5));
    return code;
}

} // namespace

int rollOut(CloudDesk &desk, const cloud::ServiceName &name, const std::string &why)
{
    Result<client::RolloutRequest> request = rolloutRequest(desk.options.cloud);
    if (!request)
        return fail(request.error());
    request->environment = desk.environment;
    request->service = name.service;
    request->confirmed = name.service; // confirm() has asked, or --yes stands for it
    request->why = why;
    const client::Act act = client::rolloutAct(*request, client::thisUser());
    if (desk.options.engine.empty())
        return runHere(desk, act);
    RunningEngine engine(desk.options);
    const Result<std::string> id = engine.start(act);
    if (!id)
        return fail(id.error());
    if (desk.options.cloud.waits) {
        const Interruption interruption;
        return follow(engine, desk.options, *id, interruption);
    }
    if (desk.options.json)
        std::cout << json::write(json::Object{{"execution_id", *id}, {"service", name.service}}) << '\n';
    else
        std::cout << "execution " << *id << "\nThe engine goes on with it: batuta trace " << *id << '\n';
    return kSuccess;
}

} // namespace batuta::cli
