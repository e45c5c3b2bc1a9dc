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
void addChange(CLI::App &app, Options &options)
{
    addHistory(app, options);
    app.add_flag("-y,--yes", options.act.yes, "Do not ask; production wants --reason as well");
    app.add_option("--reason", options.cloud.reason, "Why, for the audit; production wants 10 characters");
    app.add_flag("--dry-run", options.act.dryRun, "Let the server check it, and change nothing");
    app.add_flag("--no-wait", options.cloud.noWait, "Do not wait until the change has arrived");
}

void addSetting(CLI::App &app, Options &options, const char *name, const char *help)
{
    app.add_option_function<std::string>(
        std::string("--") + name,
        [&options, name](const std::string &value) { options.cloud.settings.emplace_back(name, value); },
        help);
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
    addChange(app, options);
    app.add_option("--tag", options.cloud.tags, "TAG=REVISION: an address of its own for a revision")
        ->allow_extra_args(false);
    app.add_option("--untag", options.cloud.untags, "Take a tag away")->allow_extra_args(false);
}

void rollbackOptions(CLI::App &app, Options &options)
{
    addService(app, options);
    addChange(app, options);
    app.add_option("--to", options.cloud.to, "Revision (default: the last good one, by evidence)");
}

void deployOptions(CLI::App &app, Options &options)
{
    CloudWords &words = options.cloud;
    addService(app, options);
    addChange(app, options);
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
    app.add_option("--percent", words.percent,
                   "Share of the new revision, 0 to 100 (default: the traffic stays as it is set up)")
        ->check(CLI::Range(0, 100));
}

void releaseFileOptions(CLI::App &app, Options &options)
{
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
    CLI::App *replacing = app.add_subcommand("replace", "Make a service what a YAML file says");
    replacing->add_option("file", options.cloud.file, "What export has written, or -")->required();
    addCloud(*replacing, options);
    addChange(*replacing, options);
    replacing->callback(verb("replace"));
}

} // namespace batuta::cli
