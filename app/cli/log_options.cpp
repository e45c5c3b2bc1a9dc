// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace batuta::cli {

void logsOptions(CLI::App &app, Options &options)
{
    app.add_option("query", options.text,
                   "Such as: severity>=WARN and step_name=match_candidato (default: all lines)");
    addWorkspace(app, options);
    addJson(app, options);
    app.add_option("--file", options.files,
                   "A log file, also packed, or a folder (default: the workspace's log)");
    app.add_flag("-f,--follow", options.follows, "Go on with lines as they are written");
    app.add_flag("--count", options.counts, "Only say how many lines there are");
    app.add_option("--limit", options.limit, "The last ones; 0 for all")
        ->check(CLI::Range(0, 1'000'000'000))
        ->default_val(200);
    addCloudLogs(app, options);
}

void capsuleOptions(CLI::App &app, Options &options)
{
    app.require_subcommand(1);
    const std::pair<const char *, const char *> verbs[] = {
        {"export",
         "Write executions with steps, events, log lines, flow text and the keys of their environment"},
        {"show", "Print what is in a capsule, once it is verified"},
        {"verify", "Say whose key signed a capsule, and whether a byte of it was changed"},
        {"replay",
         "Run what is in a capsule again against its recorded answers, and compare; calls nothing"}};
    for (const auto &[name, help] : verbs) {
        CLI::App *command = app.add_subcommand(name, help);
        const std::string verb = name;
        if (verb == "export") {
            command->add_option("ids", options.ids, "execution_id")->required();
            command->add_option("-o,--output", options.output, "The file to write, NAME.batuta-capsule")
                ->required();
            addWorkspace(*command, options);
            addHistory(*command, options);
        } else {
            command->add_option("file", options.input, "What batuta capsule export has written")->required();
            command->add_option("--key", options.keyFingerprint,
                                "Refuse a capsule that another key than that of this fingerprint signed");
        }
        addJson(*command, options);
        command->callback([&options, verb] { options.act.verb = verb; });
    }
}

} // namespace batuta::cli
