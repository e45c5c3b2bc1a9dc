// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace batuta::cli {
namespace {

CLI::App &verb(CLI::App &app, Options &options, const std::string &name, const char *help)
{
    CLI::App *command = app.add_subcommand(name, help);
    command->callback([&options, name] { options.act.verb = name; });
    return *command;
}

void addFolder(CLI::App &command, Options &options)
{
    command.add_option("-w,--workspace", options.workspace,
                       "Folder with flows/ (default: this one or one above it)");
}

void addKey(CLI::App &command, Options &options)
{
    command.add_option("key", options.env.key, "The key")->required();
}

void addEnvChange(CLI::App &command, Options &options)
{
    command.add_option("--env", options.environment, "Environment (default: the workspace's own)");
    command.add_option("--why", options.note, "Kept in the history of changes");
    command.add_flag("--yes", options.act.yes, "Also when the environment is production");
    addFolder(command, options);
}

} // namespace

void envOptions(CLI::App &app, Options &options)
{
    app.require_subcommand(1);
    CLI::App &list = verb(app, options, "list", "Keys by environment; secrets by their fingerprint");
    addFolder(list, options);
    addJson(list, options);

    CLI::App &check = verb(app, options, "check",
                           "What is missing, wrong or in danger, and which steps of which flows it breaks");
    check.add_flag("--urls", options.env.asksUrls, "Ask every URL that a step calls, with OPTIONS");
    check.add_flag("--strict", options.strict, "Fail on warnings as well");
    check.add_option("--env", options.environment, "Only this environment");
    addFolder(check, options);
    addJson(check, options);

    CLI::App &diff = verb(app, options, "diff", "Keys that differ between two environments");
    diff.add_option("from", options.from, "An environment")->required();
    diff.add_option("to", options.to, "Another one")->required();
    addFolder(diff, options);
    addJson(diff, options);

    CLI::App &set = verb(app, options, "set", "Give a key a value, and change nothing else of its file");
    addKey(set, options);
    set.add_option_function<std::string>(
        "value",
        [&options](const std::string &value) {
            options.env.value = value;
            options.env.hasValue = true;
        },
        "The value (default: standard input, which other users of this machine do not see)");
    addEnvChange(set, options);
    CLI::App &unset = verb(app, options, "unset", "Take a key out of its file");
    addKey(unset, options);
    addEnvChange(unset, options);

    CLI::App &convert =
        verb(app, options, "convert", "The same keys, values and comments in the other format");
    convert.add_option("file", options.input, "A .env or .yaml file")->required();
    convert.add_option("-o,--output", options.env.output, "File to write (default: standard output)");
    convert.add_flag("--cloud-run", options.env.forCloudRun,
                     "Leave out names that Cloud Run keeps for itself");
    convert.add_flag("--service", options.env.asService,
                     "As the variables of a service.yaml, references to Secret Manager as secretKeyRef");
}

void secretsOptions(CLI::App &app, Options &options)
{
    app.require_subcommand(1);
    CLI::App &list = verb(app, options, "list", "Names, where they are kept, and which steps use them");
    addFolder(list, options);
    addJson(list, options);
    for (const auto &[name, help] : {std::pair("set", "Keep a value, which is read from standard input"),
                                     std::pair("remove", "Forget a value")}) {
        CLI::App &command = verb(app, options, name, help);
        command.add_option("name", options.env.key, "As flows say it: secrets.NAME")->required();
        command.add_option("--env", options.environment, "Environment (default: dev)");
        addFolder(command, options);
    }
    CLI::App &move = verb(app, options, "move", "Keep them all in the keyring, or all in a sealed file");
    move.add_option("to", options.to, "keyring or file")
        ->required()
        ->check(CLI::IsMember({"keyring", "file"}));
    addFolder(move, options);
}

} // namespace batuta::cli
