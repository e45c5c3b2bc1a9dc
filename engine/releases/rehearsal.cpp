// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/rehearsal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace batuta::releases {
namespace {

constexpr Duration kNoticed = std::chrono::milliseconds(100); // shorter differences of time are noise
constexpr int kFewestTimes = 5;                               // below them a p95 says nothing
constexpr std::size_t kMostDifferences = 20;                  // of a step, in the report

bool isSuccess(const RehearsedStep &step)
{
    return step.status == "success";
}

const RehearsedStep *stepOf(const RehearsedRun &run, const std::string &name)
{
    const auto found = std::find_if(run.steps.begin(), run.steps.end(),
                                    [&](const RehearsedStep &step) { return step.step == name; });
    return found == run.steps.end() ? nullptr : &*found;
}

/// `items[3].at` as `items[*].at`.
std::string withoutPlaces(const std::string &path)
{
    std::string text;
    for (std::size_t i = 0; i < path.size(); ++i) {
        text += path[i];
        if (path[i] != '[')
            continue;
        const std::size_t end = path.find(']', i);
        if (end == std::string::npos)
            continue;
        text += "*]";
        i = end;
    }
    return text;
}

bool beginsWith(std::string_view path, std::string_view pattern)
{
    return path.starts_with(pattern) &&
           (path.size() == pattern.size() || path[pattern.size()] == '.' || path[pattern.size()] == '[');
}

StepRehearsal compareStep(const RehearsedStep &then, const RehearsedStep *now, const RehearsalRules &rules)
{
    StepRehearsal pair;
    pair.step = then.step;
    pair.statusThen = then.status;
    pair.codeThen = then.statusCode;
    pair.lengthThen = then.length;
    pair.statusNow = now == nullptr ? "not_run" : now->status;
    if (now == nullptr) {
        pair.end = isSuccess(then) ? RehearsalEnd::Worse : RehearsalEnd::Different;
        return pair;
    }
    pair.codeNow = now->statusCode;
    pair.error = now->error;
    if (now->length > Duration{})
        pair.lengthNow = now->length;
    pair.differences = json::differencesOf("output", then.output, now->output);
    std::erase_if(pair.differences, [&](const json::ValueDifference &difference) {
        return isIgnored(difference.path, rules.ignore);
    });
    if (isSuccess(then) != isSuccess(*now))
        pair.end = isSuccess(then) ? RehearsalEnd::Worse : RehearsalEnd::Mended;
    else if (then.statusCode != now->statusCode || !pair.differences.empty())
        pair.end = RehearsalEnd::Different;
    return pair;
}

/// The nearest rank.
std::optional<Duration> percentile(const std::vector<Duration> &sorted, double share)
{
    if (sorted.empty())
        return std::nullopt;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

Percentiles percentilesOf(std::vector<Duration> lengths)
{
    std::sort(lengths.begin(), lengths.end());
    return {static_cast<int>(lengths.size()), percentile(lengths, 0.5), percentile(lengths, 0.95)};
}

std::string timeText(Duration time)
{
    return std::to_string((time.count() + 500) / 1'000) + " ms";
}

/// Of calls that were made then and now.
void addTimes(RehearsalReport &report)
{
    std::vector<Duration> then, now;
    for (const RunRehearsal &run : report.runs)
        for (const StepRehearsal &step : run.steps)
            if (step.lengthThen && step.lengthNow) {
                then.push_back(*step.lengthThen);
                now.push_back(*step.lengthNow);
            }
    report.then = percentilesOf(std::move(then));
    report.now = percentilesOf(std::move(now));
}

std::string countText(int count, const char *one, const char *many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// What speaks against the revision; "" for nothing.
std::string faultsOf(const RehearsalReport &report, const RehearsalRules &rules)
{
    const int compared = report.same + report.different + report.worse + report.mended;
    std::string text;
    const auto add = [&text](const std::string &fault) { text += (text.empty() ? "" : "; ") + fault; };
    if (report.worse > 0)
        add(countText(report.worse, "execution fails now", "executions fail now") + " that did not");
    if (report.different > rules.different * compared)
        add(countText(report.different, "execution gives", "executions give") + " something else, of " +
            std::to_string(compared));
    if (report.then.samples >= kFewestTimes && report.then.p95 && report.now.p95) {
        const auto most = std::chrono::duration_cast<Duration>(*report.then.p95 * (1 + rules.slower));
        if (*report.now.p95 > std::max<Duration>(most, *report.then.p95 + kNoticed))
            add("p95 grew from " + timeText(*report.then.p95) + " to " + timeText(*report.now.p95));
    }
    return text;
}

json::Value timeOr(const std::optional<Duration> &time)
{
    return time ? json::Value(static_cast<double>(time->count()) / 1'000) : json::Value();
}

json::Value latencyJson(const Percentiles &of)
{
    return json::Object{{"calls", of.samples}, {"p50_ms", timeOr(of.p50)}, {"p95_ms", timeOr(of.p95)}};
}

json::Value sideOf(const std::optional<json::Value> &value)
{
    return value ? json::Value(json::lineOf(value)) : json::Value();
}

json::Value stepJson(const StepRehearsal &step)
{
    json::Array differences;
    for (const json::ValueDifference &one : step.differences) {
        if (differences.size() >= kMostDifferences)
            break;
        differences.emplace_back(
            json::Object{{"path", one.path}, {"then", sideOf(one.a)}, {"now", sideOf(one.b)}});
    }
    return json::Object{{"step", step.step},
                        {"end", endName(step.end)},
                        {"status_then", step.statusThen},
                        {"status_now", step.statusNow},
                        {"code_then", step.codeThen},
                        {"code_now", step.codeNow},
                        {"ms_then", timeOr(step.lengthThen)},
                        {"ms_now", timeOr(step.lengthNow)},
                        {"error", step.error.substr(0, 500)},
                        {"different", static_cast<std::int64_t>(step.differences.size())},
                        {"differences", std::move(differences)}};
}

json::Value runJson(const RunRehearsal &run)
{
    json::Array steps;
    for (const StepRehearsal &step : run.steps)
        steps.push_back(stepJson(step));
    return json::Object{{"origin", run.origin},        {"execution", run.execution},
                        {"end", endName(run.end)},     {"status_then", run.statusThen},
                        {"status_now", run.statusNow}, {"why", run.why},
                        {"steps", std::move(steps)}};
}

} // namespace

std::string_view endName(RehearsalEnd end)
{
    constexpr std::array<std::string_view, 5> kNames{"same", "different", "worse", "mended", "not_run"};
    return kNames.at(static_cast<std::size_t>(end));
}

bool isIgnored(const std::string &path, const std::vector<std::string> &patterns)
{
    const auto below = [](const std::string &whole) {
        const std::size_t root = whole.find_first_of(".[");
        return root == std::string::npos ? std::string() : whole.substr(root + (whole[root] == '.' ? 1 : 0));
    };
    const std::string plain = withoutPlaces(path);
    const std::array<std::string, 4> spellings{path, plain, below(path), below(plain)};
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string &pattern) {
        return !pattern.empty() && std::any_of(spellings.begin(), spellings.end(),
                                               [&](const auto &one) { return beginsWith(one, pattern); });
    });
}

RunRehearsal compareRuns(const RehearsedRun &then, const RehearsedRun &now, const RehearsalRules &rules)
{
    RunRehearsal pair;
    pair.origin = then.execution;
    pair.execution = now.execution;
    pair.statusThen = then.status;
    pair.statusNow = now.status;
    pair.end = RehearsalEnd::Same;
    const auto rank = [](RehearsalEnd end) { // what is told of all when several differ
        constexpr std::array<int, 5> kRanks{0, 2, 3, 1, 4};
        return kRanks.at(static_cast<std::size_t>(end));
    };
    for (const RehearsedStep &step : then.steps) {
        pair.steps.push_back(compareStep(step, stepOf(now, step.step), rules));
        if (rank(pair.steps.back().end) > rank(pair.end))
            pair.end = pair.steps.back().end;
    }
    if (then.status == "success" && now.status != "success" && pair.end != RehearsalEnd::Worse)
        pair.end = RehearsalEnd::Worse; // a check behind the service does not like its answer
    return pair;
}

RehearsalReport conclude(std::vector<RunRehearsal> runs, const RehearsalRules &rules)
{
    RehearsalReport report;
    report.runs = std::move(runs);
    for (const RunRehearsal &run : report.runs) {
        int *const counts[] = {&report.same, &report.different, &report.worse, &report.mended,
                               &report.notRun};
        ++*counts[static_cast<std::size_t>(run.end)];
    }
    addTimes(report);
    const int compared = static_cast<int>(report.runs.size()) - report.notRun;
    if (compared == 0) {
        report.why = report.runs.empty() ? "no execution is recorded that called the service"
                                         : "none of the executions could be run again";
        if (!report.runs.empty() && !report.runs.front().why.empty())
            report.why += ": " + report.runs.front().why;
        return report;
    }
    report.why = faultsOf(report, rules);
    report.verdict = report.why.empty() ? RehearsalVerdict::Good : RehearsalVerdict::Broken;
    if (report.why.empty())
        report.why = countText(compared, "execution", "executions") + " run again, " +
                     std::to_string(report.same) + " the same" +
                     (report.mended > 0 ? ", " + std::to_string(report.mended) + " mended" : "") +
                     (report.different > 0 ? ", " + std::to_string(report.different) + " different" : "");
    return report;
}

json::Value toJson(const RehearsalReport &report)
{
    constexpr std::array<const char *, 3> kVerdicts{"good", "broken", "not_enough"};
    json::Array runs;
    for (const RunRehearsal &run : report.runs)
        runs.push_back(runJson(run));
    return json::Object{{"verdict", kVerdicts.at(static_cast<std::size_t>(report.verdict))},
                        {"why", report.why},
                        {"counts", json::Object{{"runs", static_cast<std::int64_t>(report.runs.size())},
                                                {"same", report.same},
                                                {"different", report.different},
                                                {"worse", report.worse},
                                                {"mended", report.mended},
                                                {"not_run", report.notRun}}},
                        {"then", latencyJson(report.then)},
                        {"now", latencyJson(report.now)},
                        {"runs", std::move(runs)}};
}

} // namespace batuta::releases
