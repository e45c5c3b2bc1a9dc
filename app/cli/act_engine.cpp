// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/act_engine.h"

#include "app/cli/files.h"
#include "app/cli/output.h"
#include "app/cli/remote.h"
#include "engine/client/codec.h"
#include "engine/host/engine_thread.h"
#include "engine/json/json.h"

namespace batuta::cli {
namespace {

using EngineWork = std::function<int(ActEngine &, const Interruption &)>;

class RunningEngine final : public ActEngine
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

class OwnEngine final : public ActEngine
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

int runOwnEngine(CloudDesk &desk, const EngineWork &work)
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
    const int code = work(engine, interruption);
    (*thread)->stop(std::chrono::seconds(5));
    return code;
}

} // namespace

int withEngine(CloudDesk &desk, const EngineWork &work)
{
    if (desk.options.engine.empty())
        return runOwnEngine(desk, work);
    const Interruption interruption;
    RunningEngine engine(desk.options);
    return work(engine, interruption);
}

} // namespace batuta::cli
