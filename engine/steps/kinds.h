// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/steps/runner.h"

namespace batuta::steps {

/// One function per step kind; runner.cpp holds the table that names them. A new kind is one more function
/// and one more row.
using StartKind = std::unique_ptr<RunningAttempt> (*)(const Attempt &, const Services &, Report);

std::unique_ptr<RunningAttempt> startHttp(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startSet(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startLog(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startCheck(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startWait(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startFlow(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startProcess(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startApproval(const Attempt &attempt, const Services &services,
                                              Report report);
std::unique_ptr<RunningAttempt> startJq(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startWebhook(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startSlack(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startNotify(const Attempt &attempt, const Services &services, Report report);
std::unique_ptr<RunningAttempt> startCloudRun(const Attempt &attempt, const Services &services,
                                              Report report);

} // namespace batuta::steps
