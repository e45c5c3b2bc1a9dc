// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta serve: the engine with its HTTP API, until SIGTERM or SIGINT.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/output.h"
#include "app/shared/embedded_cloud.h"
#include "app/shared/workspace_file.h"
#include "engine/api/api_server.h"
#include "engine/host/engine_environment.h"

#include <csignal>
#include <iostream>

namespace batuta::cli {
namespace {

Result<std::unique_ptr<telemetry::Logger>> openLog(const Options &options, const std::string &file)
{
    telemetry::Logger::Options logging;
    logging.toStdout = true;
    logging.file = file;
    logging.level = telemetry::parseLevel(options.logLevel).value_or(telemetry::Level::Info);
    return telemetry::Logger::open(logging);
}

/// Who checks JSON Web Tokens: by the file of --jwt, or by `jwt:` of batuta.yaml; null when neither is there.
Result<std::shared_ptr<jwt::CachedVerifier>>
tokenChecker(const Options &options, const host::EngineOptions &engine, const Clock &clock)
{
    std::optional<app::JwtWords> words;
    if (options.jwtFile.empty()) {
        Result<app::WorkspaceFile> file = app::readWorkspaceFile(engine.workspace);
        if (!file)
            return file.error();
        words = std::move(file->jwt);
    } else {
        Result<app::JwtWords> own = app::readJwtFile(options.jwtFile);
        if (!own)
            return own.error();
        words = std::move(*own);
    }
    if (!words)
        return std::shared_ptr<jwt::CachedVerifier>();
    Result<jwt::Verifier> verifier =
        app::jwtVerifier(*words, [&engine] { return host::loadEnvironment(engine).environment; });
    if (!verifier)
        return verifier.error();
    return std::make_shared<jwt::CachedVerifier>(std::move(*verifier), clock);
}

Result<api::ApiOptions> apiOptions(const Options &options, const host::EngineOptions &engine,
                                   const Clock &clock)
{
    Result<std::string> token = readToken(options);
    if (!token)
        return token.error();
    auto checker = tokenChecker(options, engine, clock);
    if (!checker)
        return checker.error();
    api::ApiOptions settings;
    settings.address = options.address;
    settings.port = static_cast<std::uint16_t>(options.port);
    settings.token = std::move(*token);
    settings.jwt = std::move(*checker);
    settings.allowUnauthenticated = options.allowUnauthenticated;
    return settings;
}

std::string urlOf(const std::string &address, std::uint16_t port)
{
    const bool isV6 = address.find(':') != std::string::npos;
    return "http://" + (isV6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

/// Serves until a signal: then stops accepting, lets executions finish or records them as cancelled, and
/// leaves.
int serveUntilStopped(const Options &options, host::EngineOptions engineSettings,
                      const api::ApiOptions &apiSettings, telemetry::Logger &log, const Clock &clock)
{
    const Result<Duration> grace = parseDuration(options.grace);
    if (!grace)
        return fail({ErrorCode::UsageInvalid, "--grace", options.grace, {}, mendText(grace.error())});
    engineSettings.resumes = true; // what a killed engine left goes on here
    telemetry::Metrics metrics;
    net::Loop loop;
    auto engine = host::Engine::create(std::move(engineSettings), {loop, log, metrics, clock});
    if (!engine)
        return fail(engine.error());
    api::ApiServer server(**engine, metrics, apiSettings);
    const Result<std::uint16_t> port = server.listen();
    if (!port)
        return fail(port.error());
    log.info("main", "application_startup",
             {{"message", "batuta listening on " + urlOf(apiSettings.address, *port)},
              {"version", host::version()},
              {"flows", static_cast<std::int64_t>((*engine)->library().flows.size())}});
    log.flush();
    // Leaves when both are done: executions recorded, and their answers written.
    const auto stopped = [&loop, left = std::make_shared<int>(2)] {
        if (--*left == 0)
            loop.stop();
    };
    loop.onSignals({SIGTERM, SIGINT}, [&](int) {
        if ((*engine)->isStopping()) // a second signal: somebody is in a hurry
            return (*engine)->drain(Duration{}, stopped);
        server.stopAccepting(stopped);
        (*engine)->drain(*grace, stopped);
    });
    loop.run();
    log.info("main", "application_shutdown");
    return kSuccess;
}

} // namespace

int serve(const Options &options)
{
    Result<host::EngineOptions> engineSettings = runningOptions(options);
    if (!engineSettings)
        return fail(engineSettings.error());
    engineSettings->exports = {true, options.otlpUrl, options.cloudEventsUrl};
    const auto log = openLog(options, engineSettings->logFile);
    if (!log)
        return fail(log.error());
    const auto cloud = app::EmbeddedCloud::open(engineSettings->workspace);
    if (!cloud)
        return fail(cloud.error());
    const SystemClock clock;
    const Result<api::ApiOptions> apiSettings = apiOptions(options, *engineSettings, clock);
    if (!apiSettings)
        return fail(apiSettings.error());
    return serveUntilStopped(options, std::move(*engineSettings), *apiSettings, **log, clock);
}

} // namespace batuta::cli
