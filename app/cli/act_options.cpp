// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The words of the commands that act: on executions, on the history, on the record of acts.
#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace batuta::cli {
namespace {

/// What every act on a running engine takes.
void addAct(CLI::App &app, Options &options)
{
    addRemote(app, options);
    app.get_option("--engine")->required();
    addJson(app, options);
    app.add_option("--why", options.act.why, "The reason, for the audit");
}

void addOne(CLI::App &app, Options &options)
{
    app.add_option("id", options.id, "execution_id")->required();
    addAct(app, options);
}

void addMany(CLI::App &app, Options &options)
{
    app.add_option("ids", options.ids, "execution_id; several, or the filters below");
    addAct(app, options);
    addFilter(app, options);
    app.add_flag("--yes", options.act.yes, "Do it to everything that the filters find");
    app.add_flag("--dry-run", options.act.dryRun, "Only list what would be done");
}

} // namespace

void cancelOptions(CLI::App &app, Options &options)
{
    addMany(app, options);
    app.add_flag("--compensate", options.act.compensate, "Undo the steps that have ended, the last first");
}

void plainActOptions(CLI::App &app, Options &options)
{
    app.add_option("ids", options.ids, "execution_id")->required();
    addAct(app, options);
}

void rerunOptions(CLI::App &app, Options &options)
{
    ActWords &act = options.act;
    addMany(app, options);
    app.add_option("--from", act.step, "Step to begin at (default: the steps that did not succeed)");
    app.add_option("-i,--input", options.input, "JSON file with another input, or - for standard input");
    app.add_option("--version", act.version, "Flow version: the same (default) or the newest")
        ->check(CLI::IsMember({"same", "newest"}));
    CLI::Option *only = app.add_option("--only", act.only, "Run this step alone, on what was recorded");
    app.add_option("--up-to", act.upTo, "Run no further than this step")->excludes(only);
    app.add_option("--pin", act.pins, "STEP keeps its recorded output; STEP=FILE takes the JSON of a file")
        ->allow_extra_args(false);
}

void answerOptions(CLI::App &app, Options &options)
{
    ActWords &act = options.act;
    addOne(app, options);
    app.add_option("step", act.step, "The approval step")->required();
    CLI::Option *approve = app.add_flag("--approve", act.approve, "Say yes");
    app.add_flag("--reject", act.reject, "Say no")->excludes(approve);
    app.add_option("--comment", act.comment, "Kept with the answer");
    app.add_option("--form", act.form, "JSON file with the values of the form, or -");
}

void releaseOptions(CLI::App &app, Options &options)
{
    app.add_option("id", options.id, "execution_id");
    addAct(app, options);
    app.get_option("--engine")->required(false);
    app.add_option("step", options.act.step, "The step that is held");
    app.add_option("-i,--input", options.input, "JSON file that the step sees as `input`, or -");
    app.add_flag("--stepping", options.act.stepping, "Hold again before the next step");
    releaseFileOptions(app, options);
    app.parse_complete_callback([&app, &options] { // below it are commands that need neither
        if (!app.get_subcommands().empty())
            return;
        for (const auto &[name, value] :
             {std::pair{"id", &options.id}, {"step", &options.act.step}, {"--engine", &options.engine}})
            if (value->empty())
                throw CLI::RequiredError(name);
    });
}

void breakpointsOptions(CLI::App &app, Options &options)
{
    addOne(app, options);
    app.add_option("steps", options.act.breakpoints,
                   "STEP, or STEP=CONDITION to hold only when it is true; none removes all");
    app.add_flag("--stepping", options.act.stepping, "Hold before every step");
}

void signalOptions(CLI::App &app, Options &options)
{
    addOne(app, options);
    app.add_option("name", options.act.name, "What the steps wait for")->required();
    app.add_option("--data", options.act.data, "JSON file that the waiting step gives as its output, or -");
}

void schedulesOptions(CLI::App &app, Options &options)
{
    app.require_subcommand(0, 1);
    addRemote(app, options);
    addJson(app, options);
    const std::pair<const char *, const char *> acts[] = {
        {"pause", "Start a flow by its schedules no more"},
        {"resume", "Start it by its schedules again; what passed meanwhile is not run"},
        {"backfill", "Run the times of a stretch of the past that have not run"}};
    for (const auto &[name, help] : acts) {
        CLI::App *command = app.add_subcommand(name, help);
        command->add_option("flow", options.flow, "Name of the flow")->required();
        addAct(*command, options);
        const bool isBackfill = std::string(name) == "backfill";
        const std::string verb = isBackfill ? name : name + std::string("_schedule");
        command->callback([&options, verb] { options.act.verb = verb; });
        if (!isBackfill)
            continue;
        command
            ->add_option("--since", options.filter.since, "From this: a UTC time, or 24h for that long ago")
            ->required();
        command->add_option("--until", options.filter.until, "Up to this (default: now)");
        command->add_flag("--all", options.act.all, "Also the times that have run already");
    }
}

void auditOptions(CLI::App &app, Options &options)
{
    app.require_subcommand(1);
    CLI::App *list = app.add_subcommand("list", "What people did, the newest first");
    list->add_option("--limit", options.limit, "How many")->check(CLI::Range(1, 1000))->capture_default_str();
    CLI::App *verify = app.add_subcommand("verify", "Check that the record is whole");
    verify->callback([&options] { options.verifies = true; });
    for (CLI::App *command : {list, verify}) {
        addWorkspace(*command, options);
        addEngine(*command, options);
        addJson(*command, options);
    }
}

void pruneOptions(CLI::App &app, Options &options)
{
    addWorkspace(app, options);
    addEngine(app, options);
    addJson(app, options);
    app.add_option("--age", options.keep.age, "Remove what ended longer ago, like 30d");
    app.add_option("--count", options.keep.count, "Keep so many executions, the newest");
    app.add_option("--size", options.keep.size, "Remove the oldest until the history is smaller, like 2GiB");
    app.add_option("--why", options.act.why, "The reason, for the audit");
}

void exportOptions(CLI::App &app, Options &options)
{
    app.add_option("ids", options.ids, "execution_id (default: all that the filters find)");
    addWorkspace(app, options);
    addHistory(app, options);
    addFilter(app, options);
}

void importOptions(CLI::App &app, Options &options)
{
    app.add_option("file", options.input, "What batuta export has written, or -")->required();
    addWorkspace(app, options);
    addHistory(app, options);
    addJson(app, options);
}

void versionsOptions(CLI::App &app, Options &options)
{
    app.require_subcommand(1);
    constexpr const char *kWhich = "v3, 3, the 12 digits of an execution's version, or file";
    const std::pair<const char *, const char *> verbs[] = {
        {"list", "The versions, the newest first"},
        {"show", "Print the text of a version"},
        {"diff", "What differs between two versions, or a version and the file"},
        {"publish", "Make a text the flow's file, and a version"},
        {"restore", "Publish the text of an earlier version again"}};
    for (const auto &[name, help] : verbs) {
        CLI::App *command = app.add_subcommand(name, help);
        const std::string verb = name;
        command->add_option("flow", options.flow, "Name of the flow")->required();
        if (verb == "show" || verb == "diff")
            command->add_option("version", options.from, std::string(kWhich) + " (default: the newest)");
        if (verb == "diff")
            command->add_option("to", options.to, std::string(kWhich) + " (default: file)");
        if (verb == "restore")
            command->add_option("version", options.from, kWhich)->required();
        if (verb == "publish")
            command->add_option("file", options.input, "The text, or - (default: the flow's own file)");
        if (verb == "publish" || verb == "restore") {
            command->add_option("--note", options.note, "What is new in it");
            addRemote(*command, options);
        }
        addWorkspace(*command, options);
        addJson(*command, options);
        command->callback([&options, verb] { options.act.verb = verb; });
    }
}

} // namespace batuta::cli
