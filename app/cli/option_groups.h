// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"

namespace CLI {
class App;
}

namespace batuta::cli {

// Options that several commands share, each in one wording.

void addWorkspace(CLI::App &app, Options &options);
void addHistory(CLI::App &app, Options &options);
void addRemote(CLI::App &app, Options &options); ///< a running engine
void addEngine(CLI::App &app, Options &options); ///< a running engine, or the history
void addInput(CLI::App &app, Options &options);
void addJson(CLI::App &app, Options &options);
void addJournal(CLI::App &app, Options &options);
void addFilter(CLI::App &app, Options &options);

/// The acts: `options` of one command each.
void cancelOptions(CLI::App &app, Options &options);
void plainActOptions(CLI::App &app, Options &options); ///< pause, resume
void rerunOptions(CLI::App &app, Options &options);
void answerOptions(CLI::App &app, Options &options);
void releaseOptions(CLI::App &app, Options &options);
void breakpointsOptions(CLI::App &app, Options &options);
void signalOptions(CLI::App &app, Options &options);
void schedulesOptions(CLI::App &app, Options &options);
void auditOptions(CLI::App &app, Options &options);
void pruneOptions(CLI::App &app, Options &options);
void exportOptions(CLI::App &app, Options &options);
void importOptions(CLI::App &app, Options &options);
void capsuleOptions(CLI::App &app, Options &options);
void versionsOptions(CLI::App &app, Options &options);
void addCloudLogs(CLI::App &app, Options &options);
void revisionsOptions(CLI::App &app, Options &options);
void trafficOptions(CLI::App &app, Options &options);
void rollbackOptions(CLI::App &app, Options &options);
void deployOptions(CLI::App &app, Options &options);
void releaseFileOptions(CLI::App &app, Options &options); ///< export and replace, below `release`
void cloudLocalOptions(CLI::App &app, Options &options);
void logsOptions(CLI::App &app, Options &options);
void envOptions(CLI::App &app, Options &options);
void secretsOptions(CLI::App &app, Options &options);

} // namespace batuta::cli
