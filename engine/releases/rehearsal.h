// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/json/difference.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::releases {

/// What a rehearsal re-runs, and what it lets pass.
struct RehearsalRules
{
    int succeeded = 10;              ///< the newest so many executions that succeeded
    int failed = 3;                  ///< and so many that failed
    double different = 0;            ///< share of executions whose output may differ
    double slower = 0.5;             ///< p95 may be longer by this share, and by 100 ms
    std::vector<std::string> ignore; ///< paths that may differ: `output.id`, `output.items[*].at`, `at`
};
inline constexpr int kMostRehearsed = 50;

/// One step of an execution that called the service.
struct RehearsedStep
{
    std::string step;
    std::string status; ///< of the record: success, failed, skipped …
    int statusCode = 0;
    std::string error;
    Duration length{};  ///< of its last call
    json::Value output; ///< what the service answered
};
struct RehearsedRun
{
    std::string execution;
    std::string status;
    std::vector<RehearsedStep> steps;
};

enum class RehearsalEnd { Same, Different, Worse, Mended, NotRun };
std::string_view endName(RehearsalEnd end);

struct StepRehearsal
{
    std::string step;
    RehearsalEnd end = RehearsalEnd::Same;
    std::string statusThen, statusNow;
    int codeThen = 0, codeNow = 0;
    std::optional<Duration> lengthThen, lengthNow; ///< none when it was not called
    std::string error;                             ///< of now
    std::vector<json::ValueDifference> differences;
};
/// An execution of then, and the one that repeats it.
struct RunRehearsal
{
    std::string origin, execution;
    std::string statusThen, statusNow;
    RehearsalEnd end = RehearsalEnd::NotRun;
    std::string why; ///< of what could not be run
    std::vector<StepRehearsal> steps;
};
/// Only the steps of `then` are looked at. Values in paths of `rules.ignore` may be what they are.
RunRehearsal compareRuns(const RehearsedRun &then, const RehearsedRun &now, const RehearsalRules &rules);

struct Percentiles
{
    int samples = 0;
    std::optional<Duration> p50, p95;
};
enum class RehearsalVerdict { Good, Broken, NotEnough };

struct RehearsalReport
{
    std::vector<RunRehearsal> runs;
    int same = 0, different = 0, worse = 0, mended = 0, notRun = 0;
    Percentiles then, now;
    RehearsalVerdict verdict = RehearsalVerdict::NotEnough;
    std::string why; ///< one sentence
};
/// What they come to. An execution that is worse breaks it; so does too large a share of others, and a p95
/// that grew too much, from five calls on.
RehearsalReport conclude(std::vector<RunRehearsal> runs, const RehearsalRules &rules);

/// {verdict, why, counts, latency, runs}: what is long is cut.
json::Value toJson(const RehearsalReport &report);
/// Whether a path is named by a pattern: the whole of it or its beginning; `[*]` is any place of a list, and
/// a pattern without a root fits below every one.
bool isIgnored(const std::string &path, const std::vector<std::string> &patterns);

} // namespace batuta::releases
