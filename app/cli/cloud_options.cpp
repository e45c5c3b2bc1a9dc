// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace batuta::cli {
namespace {

void addCloud(CLI::App &app, Options &options)
{
    app.add_option("-w,--workspace", options.workspace,
                   "Folder with flows/ (default: this one or one above it)");
    app.add_option("--env", options.environment, "Environment (default: that of batuta.yaml)");
    app.add_option("--project", options.cloud.project, "Project, instead of the one of batuta.yaml");
    app.add_option("--region", options.cloud.region, "Region, instead of the one of batuta.yaml");
    addJson(app, options);
}

void addService(CLI::App &app, Options &options)
{
    app.add_option("service", options.cloud.service, "Name of the service (default: that of batuta.yaml)");
    addCloud(app, options);
}

/// Of what changes something.
void addCloudChange(CLI::App &app, Options &options)
{
    addHistory(app, options);
    app.add_flag("-y,--yes", options.act.yes, "Do not ask; production wants --reason as well");
    app.add_option("--reason", options.cloud.reason, "Why, for the audit; production wants 10 characters");
    app.add_flag("--dry-run", options.act.dryRun, "Let the server check it, and change nothing");
    app.add_flag("--no-wait", options.cloud.noWait, "Do not wait until the change has arrived");
}

/// Of a deployment in stages, which is a flow of an engine: of one that runs, or of this program.
void addRollout(CLI::App &app, Options &options)
{
    CloudWords &words = options.cloud;
    app.add_option("--health-path", words.healthPath,
                   "Ask the new revision there before it gets traffic; a failure leaves the traffic");
    CLI::Option *canary =
        app.add_option("--canary", words.canary, "Stages in percent: 5,25,50 or 5:20m,25:1h");
    app.add_option("--every", words.every, "How long a stage lasts that does not say so (default: 10m)")
        ->needs(canary);
    app.add_option("--gate", words.gates,
                   "Bound to keep: error_rate<=1%, p95<=800ms, memory<=85%, flow=NAME, promql<=0.5:QUERY, "
                   "rehearsal=FLOW: PATHS (before any traffic; the paths may differ)")
        ->allow_extra_args(false)
        ->needs(canary);
    app.add_flag("--hold", words.holds, "A broken gate asks; otherwise the traffic goes back at once")
        ->needs(canary);
    app.add_option("--hold-most", words.heldMost, "How long it asks; then the traffic goes back")
        ->needs(canary);
    app.add_flag("--print-flow", words.printsFlow, "Print the flow of the rollout, and do nothing");
    app.add_flag("--wait", words.waits, "With --engine: follow the rollout to its end");
    addRemote(app, options);
}

void addSetting(CLI::App &app, Options &options, const char *name, const char *help)
{
    app.add_option_function<std::string>(
        std::string("--") + name,
        [&options, name](const std::string &value) { options.cloud.settings.emplace_back(name, value); },
        help);
}

void addRehearsal(CLI::App &app, Options &options)
{
    CloudWords &words = options.cloud;
    CLI::App *rehearsing = app.add_subcommand(
        "rehearse", "Run recorded executions again, against a revision with a tag and 0 %");
    addService(*rehearsing, options);
    addHistory(*rehearsing, options);
    addRemote(*rehearsing, options);
    rehearsing->add_option("--flow", words.flow, "Flow whose executions run again")->required();
    rehearsing->add_option("--revision", words.revision, "Revision (default: the only one that it could be)");
    rehearsing->add_option("--tag", words.tag, "The revision with this tag")->excludes("--revision");
    rehearsing->add_option("--runs", words.runs, "The newest so many executions that succeeded")
        ->check(CLI::Range(0, 50))
        ->capture_default_str();
    rehearsing->add_option("--failed", words.failed, "And so many that failed")
        ->check(CLI::Range(0, 50))
        ->capture_default_str();
    rehearsing
        ->add_option("--ignore", words.ignored,
                     "Path that may differ: id, output.at, items[*].at; repeatable")
        ->allow_extra_args(false);
    rehearsing->add_option("--different", words.different,
                           "Share that may give something else (default: 0%)");
    rehearsing->add_option("--slower", words.slower, "p95 may grow by this share (default: 50%)");
    rehearsing->add_option("--health-path", words.healthPath, "Ask the revision there first");
    rehearsing->add_flag("-y,--yes", options.act.yes, "Do not ask; production wants --reason as well");
    rehearsing->add_option("--reason", words.reason, "Why, for the audit; production wants 10 characters");
    rehearsing->callback([&words] { words.verb = "rehearse"; });
}

/// Each with what it is about; `run` and `cancel` change something.
void addJobs(CLI::App &app, Options &options)
{
    CloudWords &words = options.cloud;
    CLI::App *all = app.add_subcommand("jobs", "Jobs of Cloud Run: what there is, how it went, run one");
    all->require_subcommand(1);
    const auto verb = [&](const char *name, const char *help, bool hasJob) {
        CLI::App *one = all->add_subcommand(name, help);
        if (hasJob)
            one->add_option("job", words.service, "Name of the job")->required();
        addCloud(*one, options);
        one->callback([&words, name] { words.verb = std::string("jobs ") + name; });
        return one;
    };
    verb("list", "The jobs of the region", false);
    verb("describe", "One job, and how it went last", true);
    verb("executions", "Its runs, the newest first", true)
        ->add_option("--limit", options.limit, "How many")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    CLI::App *run = verb("run", "Run a job, and wait for its end", true);
    addCloudChange(*run, options);
    run->add_option("--arg", words.args, "Argument, instead of the job's; repeatable")
        ->allow_extra_args(false);
    run->add_option("--key", words.keys, "KEY=VALUE, for this run; repeatable")->allow_extra_args(false);
    run->add_option("--tasks", words.tasks, "How many tasks, instead of the job's")
        ->check(CLI::Range(1, 10000));
    CLI::App *cancel = verb("cancel", "End a run", true);
    cancel->add_option("execution", words.file, "Its name, as `executions` tells it")->required();
    addCloudChange(*cancel, options);
}

} // namespace

void addCloudLogs(CLI::App &app, Options &options)
{
    CloudWords &words = options.cloud;
    CLI::Option *cloud = app.add_flag(
        "--cloud", words.isMeant, "Of a service of Cloud Run; the query is a filter of Cloud Logging then");
    app.add_option("--service", words.service, "Service (default: that of batuta.yaml)")->needs(cloud);
    app.add_option("--revision", words.revision, "Only of this revision")->needs(cloud);
    app.add_option("--project", words.project, "Project, instead of the one of batuta.yaml")->needs(cloud);
    app.add_option("--region", words.region, "Region, instead of the one of batuta.yaml")->needs(cloud);
}

void revisionsOptions(CLI::App &app, Options &options)
{
    addService(app, options);
    app.add_option("--limit", options.limit, "How many")->check(CLI::Range(1, 1000))->capture_default_str();
}

void trafficOptions(CLI::App &app, Options &options)
{
    app.add_option(
        "shares", options.cloud.shares,
        "[SERVICE] REVISION=PERCENT …; `latest` is whatever is ready last; none shows the traffic");
    addCloud(app, options);
    addCloudChange(app, options);
    app.add_option("--tag", options.cloud.tags, "TAG=REVISION: an address of its own for a revision")
        ->allow_extra_args(false);
    app.add_option("--untag", options.cloud.untags, "Take a tag away")->allow_extra_args(false);
}

void rollbackOptions(CLI::App &app, Options &options)
{
    addService(app, options);
    addCloudChange(app, options);
    app.add_option("--to", options.cloud.to, "Revision (default: the last good one, by evidence)");
}

void deployOptions(CLI::App &app, Options &options)
{
    CloudWords &words = options.cloud;
    addService(app, options);
    addCloudChange(app, options);
    app.add_option("--image", words.image, "Image (default: that of the newest revision)");
    app.add_option("--key", words.keys, "KEY=VALUE; secrets belong into --secret or a file")
        ->allow_extra_args(false);
    app.add_option("--keys", words.keyFiles, "File with keys: .env or env-vars.yaml; they are merged")
        ->allow_extra_args(false);
    app.add_option("--secret", words.secrets, "KEY=SECRET[:VERSION] of the secret manager")
        ->allow_extra_args(false);
    app.add_option("--unset", words.unset, "Remove a key")->allow_extra_args(false);
    addSetting(app, options, "memory", "Memory of an instance, like 2Gi");
    addSetting(app, options, "cpu", "CPUs of an instance: 1, 2, 4, or 500m");
    addSetting(app, options, "timeout", "Of a request: 540s");
    addSetting(app, options, "concurrency", "Requests at a time in one instance");
    addSetting(app, options, "min", "Fewest instances");
    addSetting(app, options, "max", "Most instances");
    addSetting(app, options, "port", "Port of the container");
    addSetting(app, options, "service-account", "Account that it runs as");
    app.add_flag("--public", words.isPublic, "Let anybody call it");
    app.add_option("--suffix", words.suffix, "Name of the revision behind SERVICE- (default: the server's)");
    app.add_option("--tag", words.tag, "Tag of the new revision");
    addRollout(app, options);
    app.add_option("--percent", words.percent,
                   "Share of the new revision, 0 to 100 (default: the traffic stays as it is set up)")
        ->check(CLI::Range(0, 100));
}

void releaseFileOptions(CLI::App &app, Options &options)
{
    addRehearsal(app, options);
    addJobs(app, options);
    const auto verb = [&options](const char *name) {
        return [&options, name] { options.cloud.verb = name; };
    };
    CLI::App *exporting = app.add_subcommand("export", "Services as YAML that replace and gcloud take");
    addService(*exporting, options);
    exporting->add_flag("--all", options.cloud.all,
                        "Every service of the region, into a dated folder with checksums");
    exporting->add_option("-o,--output", options.cloud.output,
                          "File, or folder with --all (default: standard output, .batuta/releases)");
    exporting->callback(verb("export"));
    CLI::App *backing =
        app.add_subcommand("backup", "Every service of the region, into a dated folder with checksums");
    addCloud(*backing, options);
    backing->add_option("-o,--output", options.cloud.output, "Folder (default: .batuta/releases)");
    backing->callback([&options] {
        options.cloud.verb = "export";
        options.cloud.all = true;
    });
    CLI::App *restoring =
        app.add_subcommand("restore", "Make services what they were in a backup, after a look");
    restoring
        ->add_option("backup", options.cloud.file, "Folder of the backup, or its name in .batuta/releases")
        ->required();
    restoring->add_option("service", options.cloud.service, "Only this one (default: all of the backup)");
    addCloud(*restoring, options);
    addCloudChange(*restoring, options);
    restoring->callback(verb("restore"));
    CLI::App *replacing = app.add_subcommand("replace", "Make a service what a YAML file says");
    replacing->add_option("file", options.cloud.file, "What export has written, or -")->required();
    addCloud(*replacing, options);
    addCloudChange(*replacing, options);
    replacing->callback(verb("replace"));
}

} // namespace batuta::cli
