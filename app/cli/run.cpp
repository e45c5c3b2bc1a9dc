// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta run: one execution from beginning to end, here or on a running engine.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/remote.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/host/engine_thread.h"
#include "engine/net/url.h"

#include <future>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace batuta::cli {
namespace {

/// How a run is told: to a person at a terminal, or as JSON lines to a program.
class Teller
{
public:
    explicit Teller(bool json)
        : m_json(json || isatty(STDOUT_FILENO) == 0)
    {
    }

    void event(const client::EventRecord &event) const
    {
        if (m_json) {
            std::cout << json::write(client::toJson(event)) << std::endl;
        } else if (const std::string line = progressText(event); !line.empty()) {
            std::cout << line << std::endl;
        }
    }
    int end(const client::ExecutionRecord &record) const
    {
        if (m_json)
            std::cout << json::write(json::Object{{"kind", "result"}, {"execution", client::toJson(record)}})
                      << std::endl;
        else
            std::cout << '\n' << traceText(record);
        return record.status == "success" ? kSuccess : kExecutionFailed;
    }

private:
    bool m_json;
};

int runRemote(const Options &options, const json::Value &input, const Teller &teller)
{
    RemoteCall call{"POST", "/flows/" + net::percentEncoded(options.flow) + "/executions?wait=true",
                    json::write(input), options.correlationId};
    if (options.maxParallel > 0)
        call.path += "&max_parallel=" + std::to_string(options.maxParallel);
    call.timeout = std::chrono::hours(1);
    const Result<json::Value> answer = callEngine(options, call);
    if (!answer)
        return fail(answer.error());
    const Result<client::ExecutionRecord> record = client::executionFromJson(*answer);
    return record ? teller.end(*record) : fail(record.error());
}

template <class T> Result<T> waitFor(std::future<Result<T>> &&future)
{
    return future.get();
}

template <class T> auto promised(std::future<Result<T>> &future)
{
    auto promise = std::make_shared<std::promise<Result<T>>>();
    future = promise->get_future();
    return [promise](Result<T> result) { promise->set_value(std::move(result)); };
}

Result<client::ExecutionRecord> runHere(client::EngineClient &engine, const Options &options,
                                        json::Value input, const Interruption &interruption)
{
    client::StartExecution command;
    command.flow = FlowName(options.flow);
    command.input = std::move(input);
    command.trigger = "cli";
    command.correlationId = options.correlationId;
    if (options.maxParallel > 0)
        command.maxParallel = options.maxParallel;
    std::future<Result<client::Started>> started;
    engine.start(std::move(command), promised(started));
    const Result<client::Started> begun = waitFor(std::move(started));
    if (!begun)
        return begun.error();
    std::future<Result<client::ExecutionRecord>> ended;
    engine.waitForEnd(begun->id, promised(ended));
    while (ended.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready)
        if (interruption.came())
            engine.act(client::cancelOf(begun->id, client::thisUser()), [](const Result<json::Value> &) {});
    return waitFor(std::move(ended));
}

/// A name that does not exist is told with the names that do.
Error withFlowNames(Error error, client::EngineClient &engine, const Options &options)
{
    if (error.code != ErrorCode::FlowUnknown)
        return error;
    std::future<Result<std::vector<client::FlowSummary>>> flows;
    engine.flows(promised(flows));
    std::vector<std::string> names;
    if (const auto list = waitFor(std::move(flows)))
        for (const client::FlowSummary &flow : *list)
            names.push_back(flow.name.value);
    if (const std::string guess = nearest(options.flow, names); !guess.empty())
        error.mend = "Did you mean " + guess + "?";
    return error;
}

} // namespace

int run(const Options &options)
{
    Result<json::Value> input = readJson(options.input);
    if (!input)
        return fail(input.error());
    const Teller teller(options.json);
    if (!options.engine.empty())
        return runRemote(options, *input, teller);
    Result<host::EngineOptions> engineSettings = runningOptions(options);
    if (!engineSettings)
        return fail(engineSettings.error());
    const Interruption interruption;
    telemetry::Logger::Options logging;
    logging.file = engineSettings->logFile;
    const auto log = telemetry::Logger::open(logging);
    if (!log)
        return fail(log.error());
    telemetry::Metrics metrics;
    auto engine = host::EngineThread::start(std::move(*engineSettings), **log, metrics);
    if (!engine)
        return fail(engine.error());
    client::EngineClient &client = (*engine)->client();
    const auto subscription = client.subscribe([&teller](const client::EventBatch &batch) {
        for (const client::EventRecord &event : batch.events)
            teller.event(event);
    });
    const Result<client::ExecutionRecord> record = runHere(client, options, std::move(*input), interruption);
    const int code = record ? 0 : fail(withFlowNames(record.error(), client, options));
    (*engine)->stop(std::chrono::seconds(5)); // the last events have been told after it
    return record ? teller.end(*record) : code;
}

} // namespace batuta::cli
