// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A rollout from the command line: on a running engine, or on one of this program.
#include "app/cli/act_engine.h"
#include "app/cli/output.h"
#include "app/cli/releases.h"
#include "app/cli/rollout.h"
#include "engine/json/json.h"

#include <algorithm>
#include <iostream>
#include <map>

namespace batuta::cli {
namespace {

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
                                              {"taken_over", state && state->isTakenOver},
                                              {"moved_by", state ? state->movedBy : ""},
                                              {"error", record.error}})
                  << '\n';
        return isGood ? kSuccess : kExecutionFailed;
    }
    if (isGood) {
        std::cout << (state ? state->revision : "") << " is rolled out.\n";
        return kSuccess;
    }
    if (state && state->isTakenOver) {
        std::cerr << "batuta: the rollout ended: the traffic was moved by "
                  << (state->movedBy.empty() ? "somebody else" : state->movedBy)
                  << " since. Nothing was changed, and nothing is asked any more.\n";
        return kExecutionFailed;
    }
    std::cerr << "batuta: the rollout " << (record.status == "failed" ? "failed" : "ended") << ": "
              << record.error << '\n'
              << (state && state->wentBack ? "  The traffic is back where it was.\n"
                                           : "  The traffic is where it was.\n");
    return kExecutionFailed;
}

/// Ctrl+C aborts it, and waits until the traffic is back.
int follow(ActEngine &engine, const Options &options, const std::string &id, const Interruption &interruption)
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

} // namespace

int rollOut(CloudDesk &desk, const cloud::ServiceName &name, const std::string &why)
{
    Result<client::RolloutRequest> request = rolloutRequest(desk.options.cloud);
    if (!request)
        return fail(request.error());
    const bool asksPrometheus = std::any_of(request->gates.begin(), request->gates.end(),
                                            [](const auto &gate) { return gate.figure == "promql"; });
    if (asksPrometheus && desk.options.engine.empty())
        return fail(Error{ErrorCode::InputInvalid,
                          "--gate promql",
                          "Prometheus is asked by an engine that runs",
                          {},
                          "Hand the rollout to one: --engine URL."});
    request->environment = desk.environment;
    request->service = name.service;
    request->confirmed = name.service; // confirm() has asked, or --yes stands for it
    request->why = why;
    const client::Act act = client::rolloutAct(*request, client::thisUser());
    const bool followsIt = desk.options.engine.empty() || desk.options.cloud.waits;
    return withEngine(desk, [&](ActEngine &engine, const Interruption &interruption) {
        const Result<std::string> id = engine.start(act);
        if (!id)
            return fail(id.error());
        if (!desk.options.json && desk.options.engine.empty())
            std::cout << "execution " << *id << std::endl;
        if (followsIt)
            return follow(engine, desk.options, *id, interruption);
        if (desk.options.json)
            std::cout << json::write(json::Object{{"execution_id", *id}, {"service", name.service}}) << '\n';
        else
            std::cout << "execution " << *id << "\nThe engine goes on with it: batuta trace " << *id << '\n';
        return static_cast<int>(kSuccess);
    });
}

} // namespace batuta::cli
