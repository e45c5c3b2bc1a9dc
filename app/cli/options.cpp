// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/options.h"

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

void addWorkspace(CLI::App &app, Options &options)
{
    app.add_option("-w,--workspace", options.workspace,
                   "Folder with flows/ (default: this one or one above it)");
    app.add_option("--env", options.environment,
                   "Environment: .env.NAME and env-vars.NAME.yaml instead of the default files");
    app.add_option_function<std::vector<std::string>>(
           "--set",
           [&options](const std::vector<std::string> &pairs) {
               for (const std::string &pair : pairs) {
                   const std::size_t at = pair.find('=');
                   if (at == std::string::npos || at == 0)
                       throw CLI::ValidationError("--set", "write KEY=value");
                   options.overrides.emplace_back(pair.substr(0, at), pair.substr(at + 1));
               }
           },
           "Environment key, KEY=value; may be given again")
        ->allow_extra_args(false);
}

void addEngine(CLI::App &app, Options &options)
{
    app.add_option("--engine", options.engine, "URL of a running engine (batuta serve)");
    app.add_option("--token-file", options.tokenFile, "File with the engine's token (or set BATUTA_TOKEN)");
    app.add_option("--history", options.historyFile,
                   "History file (default: <workspace>/.batuta/history.db)");
}

void addInput(CLI::App &app, Options &options)
{
    app.add_option("-i,--input", options.input, "JSON file with the input, or - for standard input")
        ->required();
    app.add_flag("--corrected-filter", options.correctedFilter, "Filter steps by their domain label");
}

void addJson(CLI::App &app, Options &options)
{
    app.add_flag("--json", options.json, "Print JSON");
}

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
    app.add_flag("--allow-unauthenticated", options.allowUnauthenticated,
                 "Listen on an open address without a token");
    app.add_option("--log-level", options.logLevel,
                   "DEBUG, INFO, WARNING or ERROR (LOG_LEVEL is the default)")
        ->check(CLI::IsMember({"DEBUG", "INFO", "WARNING", "ERROR"}, CLI::ignore_case));
    app.add_option("--log-file", options.logFile,
                   "Also write the log here (default: <workspace>/.batuta/logs/batuta.log)");
    app.add_option("--history", options.historyFile,
                   "History file (default: <workspace>/.batuta/history.db)");
    app.add_option("--grace", options.grace, "How long SIGTERM lets executions finish")
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
    app.add_option("--flow", options.flow, "Only of this flow");
    app.add_option("--status", options.status, "Only with this status")
        ->check(CLI::IsMember({"running", "success", "failed", "cancelled", "interrupted"}));
    app.add_option("--user-id", options.userId, "Only of this user");
    app.add_option("--session-id", options.sessionId, "Only of this session");
    app.add_option("--correlation-id", options.correlationId, "Only with this correlation id");
    app.add_option("--limit", options.limit, "How many")->check(CLI::Range(1, 1000))->capture_default_str();
}

void workspaceOptions(CLI::App &app, Options &options)
{
    addWorkspace(app, options);
    addJson(app, options);
}

void validateOptions(CLI::App &app, Options &options)
{
    app.add_option("files", options.files, "Flow or routes files (default: all of the workspace)");
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
        {"trace", Command::Trace, "Show the trace of an execution", traceOptions},
        {"executions", Command::Executions, "List executions, the newest first", executionsOptions},
        {"flows", Command::Flows, "List the flows of the workspace", workspaceOptions},
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
    app.footer(
        "Exit codes: 0 success, 1 execution failed, 2 usage, 3 invalid flow or input, 4 engine unreachable.");
    for (const CommandRow &row : commandRows()) {
        CLI::App *command = app.add_subcommand(row.name, row.help);
        row.options(*command, reading.options);
        command->callback([&reading, &row] { reading.options.command = row.command; });
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
