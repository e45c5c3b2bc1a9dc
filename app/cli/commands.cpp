// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"

#include "engine/host/engine.h"

#include <iostream>

namespace batuta::cli {
namespace {

int version(const Options &)
{
    std::cout << "batuta " << host::version() << '\n';
    return kSuccess;
}

/// `release` lets a step go; what stands below it is about services of Cloud Run.
int actOrRelease(const Options &options)
{
    return options.cloud.verb.empty() ? act(options) : releaseFiles(options);
}

int logsHereOrThere(const Options &options)
{
    return options.cloud.isMeant ? cloudLogs(options) : logLines(options);
}

using Work = int (*)(const Options &);
constexpr std::pair<Command, Work> kWork[] = {
    {Command::Run, run},
    {Command::Serve, serve},
    {Command::CloudLocal, cloudLocal},
    {Command::Trace, trace},
    {Command::Executions, executions},
    {Command::Find, find},
    {Command::Failures, failures},
    {Command::Logs, logsHereOrThere},
    {Command::Act, actOrRelease},
    {Command::Schedules, schedules},
    {Command::Audit, audit},
    {Command::Prune, prune},
    {Command::Export, exportExecutions},
    {Command::Import, importExecutions},
    {Command::Revisions, revisions},
    {Command::Traffic, traffic},
    {Command::Rollback, rollback},
    {Command::Deploy, deploy},
    {Command::Capsule, capsules},
    {Command::Flows, flows},
    {Command::Validate, validate},
    {Command::Eval, eval},
    {Command::Route, route},
    {Command::Plan, route},
    {Command::Versions, flowVersions},
    {Command::Env, environmentFiles},
    {Command::Secrets, keepSecrets},
    {Command::Version, version},
};

} // namespace

int perform(const Options &options)
{
    for (const auto &[command, work] : kWork)
        if (command == options.command)
            return work(options);
    return kUsage;
}

} // namespace batuta::cli
