// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"

namespace batuta::cli {

/// Does what the command line says; gives the exit code.
int perform(const Options &options);

int run(const Options &options);
int serve(const Options &options);
int cloudLocal(const Options &options);
int trace(const Options &options);
int executions(const Options &options);
int logLines(const Options &options);
int find(const Options &options);
int failures(const Options &options);
int act(const Options &options); ///< cancel, pause, resume, rerun, answer, breakpoints, release, signal
int schedules(const Options &options);
int audit(const Options &options);
int prune(const Options &options);
int exportExecutions(const Options &options);
int importExecutions(const Options &options);
int capsules(const Options &options); ///< export, show, verify
int flows(const Options &options);
int validate(const Options &options);
int flowVersions(const Options &options);     ///< list, show, diff, publish, restore
int environmentFiles(const Options &options); ///< env: list, check, diff, set, unset, convert
int keepSecrets(const Options &options);      ///< secrets: list, set, remove, move
int cloudLogs(const Options &options);        ///< logs --cloud
int revisions(const Options &options);        ///< of a service of Cloud Run
int traffic(const Options &options);          ///< shows it, or moves it
int rollback(const Options &options);
int deploy(const Options &options);
int releaseFiles(const Options &options); ///< release: export, backup, restore, replace
int eval(const Options &options);
int route(const Options &options); ///< also `plan`: with a flow named

} // namespace batuta::cli
