// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/options.h"

#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <functional>
#include <iostream>

namespace batuta::cli {
namespace {

using Setter = std::function<void(CLI::App &, Options &)>;

struct CommandRow
{
    const char *name;
    Command command;
    const char *help;
    Setter options;
};

void runOptions(CLI::App &app, Options &options)
{
    app.add_option("flow", options.flow, "Name of the flow")->required();
    addInput(app, options);
    addWorkspace(app, options);
    addEngine(app, options);
    addJson(app, options);
    app.add_option("--max-parallel", options.maxParallel, "Steps at a time, instead of the flow's own limit")
        ->check(CLI::Range(1, 1000));
    app.add_option("--correlation-id", options.correlationId, "Kept with the execution");
    addJournal(app, options);
}

void serveOptions(CLI::App &app, Options &options)
{
    addWorkspace(app, options);
    app.add_option("--address", options.address, "Address to listen on")->capture_default_str();
    app.add_option("--port", options.port,
                   "Port; 0 picks a free one (PORT in the environment is the default)")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    app.add_option("--token-file", options.tokenFile,
                   "File with the token that callers must send (or set BATUTA_TOKEN)");
    app.add_option("--jwt", options.jwtFile,
                   "File that names keys, issuer and audience of JSON Web Tokens to take as well (default: "
                   "`jwt` of batuta.yaml)");
    app.add_flag("--allow-unauthenticated", options.allowUnauthenticated,
                 "Listen on an open address without a token");
    app.add_option("--log-level", options.logLevel,
                   "DEBUG, INFO, WARNING or ERROR (LOG_LEVEL is the default)")
        ->check(CLI::IsMember({"DEBUG", "INFO", "WARNING", "ERROR"}, CLI::ignore_case));
    app.add_option("--log-file", options.logFile,
                   "Also write the log here (default: <workspace>/.batuta/logs/batuta.log)");
    addHistory(app, options);
    addJournal(app, options);
    app.add_flag(
        "--awake", options.awake,
        "Keep processors awake for 0.1 s after each event of an execution: shorter ways, more power; "
        "needs the right to write /dev/cpu_dma_latency (default: `awake` of batuta.yaml)");
    app.add_option("--keep-age", options.keep.age,
                   "How long executions are kept after their end, like 30d (default: `keep` of batuta.yaml)");
    app.add_option("--keep-count", options.keep.count, "How many executions are kept");
    app.add_option("--keep-size", options.keep.size, "How large the history may become, like 2GiB");
    app.add_option("--otlp", options.otlpUrl,
                   "Send traces to this collector (OTEL_EXPORTER_OTLP_ENDPOINT is the default; its key: "
                   "OTEL_EXPORTER_OTLP_HEADERS)");
    app.add_option("--cloud-events", options.cloudEventsUrl,
                   "Tell this webhook of executions (BATUTA_CLOUD_EVENTS_URL is the default; signed with "
                   "BATUTA_CLOUD_EVENTS_SECRET)");
    app.add_option("--grace", options.grace,
                   "How long SIGTERM lets executions finish; what is left goes on with the next engine")
        ->capture_default_str();
    app.add_flag("--corrected-filter", options.correctedFilter, "Filter steps by their domain label");
}

void traceOptions(CLI::App &app, Options &options)
{
    app.add_option("id", options.id, "execution_id")->required();
    addWorkspace(app, options);
    addEngine(app, options);
    addJson(app, options);
}

void executionsOptions(CLI::App &app, Options &options)
{
    addWorkspace(app, options);
    addEngine(app, options);
    addJson(app, options);
    addFilter(app, options);
    app.add_option("--limit", options.limit, "How many")->check(CLI::Range(1, 1000))->capture_default_str();
}

void findOptions(CLI::App &app, Options &options)
{
    app.add_option(
           "text", options.text,
           "An execution_id (4 characters of it will do), correlation_id, user_id, session_id or revision")
        ->required();
    addWorkspace(app, options);
    addEngine(app, options);
    addJson(app, options);
    app.add_option("--limit", options.limit, "How many")->check(CLI::Range(1, 50))->capture_default_str();
}

void failuresOptions(CLI::App &app, Options &options)
{
    addWorkspace(app, options);
    addEngine(app, options);
    addJson(app, options);
    app.add_option("--flow", options.filter.flow, "Only of this flow");
    app.add_option("--since", options.filter.since,
                   "Started at or after this: 2026-11-21T02:00:00Z, or 24h for that long ago");
    app.add_option("--until", options.filter.until, "Started before this, written the same way");
    app.add_option("--limit", options.limit, "How many groups")
        ->check(CLI::Range(1, 500))
        ->capture_default_str();
}

void workspaceOptions(CLI::App &app, Options &options)
{
    addWorkspace(app, options);
    addJson(app, options);
}

void validateOptions(CLI::App &app, Options &options)
{
    app.add_option("files", options.files, "Flow or routes files (default: all of the workspace)");
    app.add_flag("--strict", options.strict, "Warnings count as errors");
    workspaceOptions(app, options);
}

void evalOptions(CLI::App &app, Options &options)
{
    app.add_option("expression", options.expression, "Expression, with or without ${{ }}")->required();
    app.add_option("-c,--context", options.context, "JSON file with the contexts (input, env, steps …), or -")
        ->required();
}

void routeOptions(CLI::App &app, Options &options)
{
    addInput(app, options);
    workspaceOptions(app, options);
}

void planOptions(CLI::App &app, Options &options)
{
    app.add_option("flow", options.flow, "Name of the flow")->required();
    routeOptions(app, options);
}

void noOptions(CLI::App &, Options &) {}

const std::vector<CommandRow> &commandRows()
{
    static const std::vector<CommandRow> kRows{
        {"run", Command::Run, "Run a flow and watch it", runOptions},
        {"serve", Command::Serve, "Run the engine with its HTTP API", serveOptions},
        {"cloud-local", Command::CloudLocal, "Run a local Cloud Run with Google's APIs, on loopback",
         cloudLocalOptions},
        {"trace", Command::Trace, "Show the trace of an execution", traceOptions},
        {"executions", Command::Executions, "List executions, the newest first", executionsOptions},
        {"find", Command::Find, "Say what an id is, and which executions have it", findOptions},
        {"failures", Command::Failures, "Group what failed by what it has in common", failuresOptions},
        {"logs", Command::Logs, "Show the lines of a log that a query leaves", logsOptions},
        {"cancel", Command::Act, "Ask executions to stop", cancelOptions},
        {"pause", Command::Act, "Start no further step of an execution", plainActOptions},
        {"resume", Command::Act, "Go on with a paused execution", plainActOptions},
        {"rerun", Command::Act, "Repeat executions from the steps that failed, or from any step",
         rerunOptions},
        {"answer", Command::Act, "Approve or reject what an execution asks", answerOptions},
        {"breakpoints", Command::Act, "Hold an execution before some of its steps", breakpointsOptions},
        {"release", Command::Act, "Let a held step go; export, replace: services of Cloud Run as YAML",
         releaseOptions},
        {"signal", Command::Act, "Tell an execution what it waits for", signalOptions},
        {"schedules", Command::Schedules, "When flows start by themselves", schedulesOptions},
        {"audit", Command::Audit, "The record of what people did", auditOptions},
        {"prune", Command::Prune, "Remove old executions and give the space back", pruneOptions},
        {"export", Command::Export, "Print executions as JSON lines, with steps, events and flow",
         exportOptions},
        {"import", Command::Import, "Read what export has printed into the history", importOptions},
        {"capsule", Command::Capsule, "Executions as one signed file: export, show, verify, replay",
         capsuleOptions},
        {"revisions", Command::Revisions, "List the revisions of a service of Cloud Run", revisionsOptions},
        {"traffic", Command::Traffic, "Show or move the traffic of a service of Cloud Run", trafficOptions},
        {"rollback", Command::Rollback, "Send all traffic back to the last good revision", rollbackOptions},
        {"deploy", Command::Deploy, "Make a new revision of a service of Cloud Run", deployOptions},
        {"flows", Command::Flows, "List the flows of the workspace", workspaceOptions},
        {"versions", Command::Versions, "What was published of a flow: list, show, diff, publish, restore",
         versionsOptions},
        {"env", Command::Env, "Files of environments: list, check, diff, set, unset, convert", envOptions},
        {"secrets", Command::Secrets, "Values that no file holds: list, set, remove, move", secretsOptions},
        {"validate", Command::Validate, "Check flow files and routes", validateOptions},
        {"eval", Command::Eval, "Evaluate an expression and print its JSON value", evalOptions},
        {"route", Command::Route, "Say which flow would take an input, which steps, and why", routeOptions},
        {"plan", Command::Plan, "Say what a flow would do with an input, without running it", planOptions},
        {"version", Command::Version, "Print the version", noOptions},
    };
    return kRows;
}

/// Defaults that the process environment gives, as the container of the ML Orchestrator had them.
void applyProcessDefaults(Options &options)
{
    if (const char *level = std::getenv("LOG_LEVEL"))
        options.logLevel = level;
    if (const char *port = std::getenv("PORT"))
        options.port = std::atoi(port);
}

} // namespace

Reading readOptions(int argc, char **argv)
{
    Reading reading;
    applyProcessDefaults(reading.options);
    CLI::App app("Batuta runs flows of HTTP functions and traces them.", "batuta");
    app.require_subcommand(1);
    app.footer("Exit codes: 0 success, 1 execution failed, 2 usage, 3 invalid flow or input, 4 engine "
               "unreachable, 5 not enough known.");
    for (const CommandRow &row : commandRows()) {
        CLI::App *command = app.add_subcommand(row.name, row.help);
        row.options(*command, reading.options);
        command->callback([&reading, &row] {
            reading.options.command = row.command;
            if (reading.options.act.verb.empty()) // a command below it was more exact
                reading.options.act.verb = row.name;
        });
    }
    try {
        app.parse(argc, argv);
        reading.goOn = true;
    } catch (const CLI::ParseError &error) {
        reading.exitCode = app.exit(error, std::cout, std::cerr) == 0 ? kSuccess : kUsage;
    }
    return reading;
}

} // namespace batuta::cli
