// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace batuta::cli {

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

void addHistory(CLI::App &app, Options &options)
{
    app.add_option("--history", options.historyFile,
                   "History file (default: <workspace>/.batuta/history.db)");
    app.add_option(
           "--store", options.store,
           "Keep the history on a PostgreSQL server, postgresql://USER@HOST/DATABASE (BATUTA_STORE is "
           "the default; password: PGPASSWORD, ~/.pgpass)")
        ->excludes("--history");
}

void addRemote(CLI::App &app, Options &options)
{
    app.add_option("--engine", options.engine, "URL of a running engine (batuta serve)");
    app.add_option("--token-file", options.tokenFile, "File with the engine's token (or set BATUTA_TOKEN)");
}

void addEngine(CLI::App &app, Options &options)
{
    addRemote(app, options);
    addHistory(app, options);
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

void addJournal(CLI::App &app, Options &options)
{
    app.add_option(
           "--journal", options.journal,
           "What survives: full (loss of power), normal (the death of the process), memory (only what "
           "has ended); default: `journal` of batuta.yaml, or full")
        ->check(CLI::IsMember({"full", "normal", "memory"}));
}

void addFilter(CLI::App &app, Options &options)
{
    Filter &filter = options.filter;
    app.add_option("--flow", filter.flow, "Only of this flow");
    app.add_option("--status", filter.status, "Only with this status")
        ->check(
            CLI::IsMember({"queued", "running", "paused", "success", "failed", "cancelled", "interrupted"}));
    app.add_option("--user-id", filter.userId, "Only of this user");
    app.add_option("--session-id", filter.sessionId, "Only of this session");
    app.add_option("--correlation-id", filter.correlationId, "Only with this correlation id");
    app.add_option("--since", filter.since,
                   "Started at or after this: 2026-11-21T02:00:00Z, or 24h for that long ago");
    app.add_option("--until", filter.until, "Started before this, written the same way");
}

} // namespace batuta::cli
