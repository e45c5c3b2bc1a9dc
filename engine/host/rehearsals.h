// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/env/seal.h"
#include "engine/host/rerun.h"
#include "engine/steps/cloud_access.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::host {

/// How a recorded execution is run again with the calls of one service going elsewhere.
struct RehearsalPlan
{
    client::StartExecution command;
    Repeated repeated;
};
/// Steps that called one of the addresses run, and so does what only worked out a value; what else succeeded
/// keeps its output, what else failed fails as it did, and what never ran is left out. Nothing else is
/// called, whatever the flow undoes. ActRefused when an output that is needed was not kept whole.
Result<RehearsalPlan> planRehearsal(const client::ExecutionRecord &record, flow::FlowPtr flow,
                                    const steps::Moved &moved, const env::Seal &seal);

/// Finds recorded executions and runs them once more. On the loop's thread; no reply comes after it is gone.
class Rehearsals
{
public:
    struct Ports
    {
        client::EngineClient &engine;
        const env::Seal &seal;
        /// The flow in the version that the execution ran.
        std::function<void(const client::ExecutionRecord &, client::Reply<flow::FlowPtr>)> flowOf;
        std::function<Result<client::Started>(RehearsalPlan plan, const std::string &parent)> launch;
        std::function<void(const std::string &id)> cancel; ///< unless it has ended
    };

    explicit Rehearsals(Ports ports)
        : m_ports(std::move(ports))
    {
    }

    using Records = std::vector<client::ExecutionRecord>;
    void find(const steps::RecordedQuery &query, client::Reply<Records> reply);
    steps::CancelSubflow run(const steps::Rehearsed &which, client::Reply<client::ExecutionRecord> ended);

private:
    struct Search;
    struct Run;
    void lookForNext(const std::shared_ptr<Search> &search);
    void turnPage(const std::shared_ptr<Search> &search);
    void begin(const std::shared_ptr<Run> &run);
    void launch(const std::shared_ptr<Run> &run, const client::ExecutionRecord &record,
                const flow::FlowPtr &flow);

    Ports m_ports;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace batuta::host
