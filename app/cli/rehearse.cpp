// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/rehearse.h"

#include "app/cli/act_engine.h"
#include "app/cli/output.h"
#include "app/cli/releases.h"
#include "app/cli/usage.h"
#include "engine/client/rehearsal.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <iostream>

namespace batuta::cli {
namespace {

/// `10%`, or a number.
Result<double> shareOfWord(const char *name, const std::string &text, double fallback)
{
    if (text.empty())
        return fallback;
    const bool isPercent = text.ends_with('%');
    double value = 0;
    const char *const end = text.data() + text.size() - (isPercent ? 1 : 0);
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || !(value >= 0))
        return usage(name, "`" + text.substr(0, 40) + "` is no share", "Write 10% or 0.1.");
    return isPercent ? value / 100 : value;
}

/// Which revisions a rehearsal could be of: a tag, and no traffic.
std::vector<std::pair<std::string, std::string>> taggedIdle(const cloud::Service &service)
{
    std::vector<std::pair<std::string, std::string>> found;
    const auto nameOf = [&](const cloud::TrafficTarget &target) {
        return target.isLatest() ? service.latestReady : target.revision;
    };
    for (const cloud::TrafficTarget &target : service.traffic) {
        const bool serves =
            std::any_of(service.traffic.begin(), service.traffic.end(), [&](const auto &other) {
                return other.percent > 0 && nameOf(other) == nameOf(target);
            });
        if (!target.tag.empty() && !serves)
            found.emplace_back(target.tag, nameOf(target));
    }
    return found;
}

/// The one that is named by itself or by its tag; without a name the only one that there is.
Result<std::string> revisionOf(const CloudWords &words, const cloud::Service &service)
{
    const auto idle = taggedIdle(service);
    if (!words.tag.empty()) {
        const auto found =
            std::find_if(idle.begin(), idle.end(), [&](const auto &one) { return one.first == words.tag; });
        if (found == idle.end())
            return usage("--tag", "no revision without traffic has the tag " + words.tag,
                         "See: batuta traffic");
        return found->second;
    }
    if (!words.revision.empty())
        return words.revision;
    if (idle.size() == 1)
        return idle.front().second;
    return usage("--revision",
                 idle.empty() ? "no revision has a tag and 0 % of the traffic"
                              : std::to_string(idle.size()) + " revisions have a tag and 0 % of the traffic",
                 idle.empty() ? "Deploy one: batuta deploy --percent 0 --tag NAME" : "Name one: --tag NAME");
}

Result<client::RehearsalRequest> requestOf(CloudDesk &desk, const cloud::ServiceName &name)
{
    const CloudWords &words = desk.options.cloud;
    const auto service =
        desk.ask<cloud::Service>([&](cloud::Cloud &cloud, auto answer) { cloud.service(name, answer); });
    if (!service)
        return service.error();
    Result<std::string> revision = revisionOf(words, *service);
    const auto different = shareOfWord("--different", words.different, 0),
               slower = shareOfWord("--slower", words.slower, 0.5);
    if (!revision || !different || !slower)
        return !revision ? revision.error() : !different ? different.error() : slower.error();
    client::RehearsalRequest request{
        desk.environment, name.service, std::move(*revision), words.flow,       words.runs, words.failed,
        *different,       *slower,      words.ignored,        words.healthPath, {}};
    return request;
}

std::string timeText(const std::optional<double> &ms)
{
    if (!ms)
        return "-";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), *ms < 10 ? "%.1f ms" : "%.0f ms", *ms);
    return text.data();
}

std::string statusText(const std::string &status, int code)
{
    return code == 0 ? status : std::to_string(code);
}

void printCall(const client::RehearsedCall &call)
{
    std::cout << "    " << call.step << "  " << call.end << "  " << statusText(call.statusThen, call.codeThen)
              << " → " << statusText(call.statusNow, call.codeNow) << "  " << timeText(call.msThen) << " → "
              << timeText(call.msNow) << (call.error.empty() ? "" : "  " + call.error) << '\n';
    for (const client::RehearsedDifference &one : call.differences)
        std::cout << "      " << one.path << ": " << one.then << " → " << one.now << '\n';
    const auto more = call.different - static_cast<int>(call.differences.size());
    if (more > 0)
        std::cout << "      and " << more << " more\n";
}

void printReport(const client::RehearsalReport &report)
{
    for (const client::RehearsedExecution &one : report.executions) {
        std::cout << "  " << one.origin << "  " << one.end << (one.why.empty() ? "" : "  " + one.why) << '\n';
        for (const client::RehearsedCall &call : one.calls)
            printCall(call);
    }
    std::cout << "then  p50 " << timeText(report.then.p50) << "  p95 " << timeText(report.then.p95)
              << "\nnow   p50 " << timeText(report.now.p50) << "  p95 " << timeText(report.now.p95)
              << "  from " << report.now.calls << (report.now.calls == 1 ? " call\n" : " calls\n");
    std::cout << report.verdict << ": " << report.why << '\n';
}

int tellVerdict(const Options &options, const client::ExecutionRecord &record)
{
    const auto state = client::rehearsalOf(record);
    const std::string verdict = state ? state->verdict() : std::string();
    if (options.json && state)
        std::cout << json::write(client::toJson(*state)) << '\n';
    else if (state)
        for (const client::RehearsalReport &report : state->reports)
            printReport(report);
    if (record.status == "success")
        return kSuccess;
    std::cerr << "batuta: " << record.error << '\n';
    return verdict == "not_enough" ? kNotEnough : kExecutionFailed;
}

int followRehearsal(ActEngine &engine, const Options &options, const std::string &id,
                    const Interruption &interruption)
{
    int told = 0;
    for (;;) {
        const Result<client::ExecutionRecord> record = engine.look(id);
        if (!record)
            return fail(record.error());
        const auto state = client::rehearsalOf(*record);
        if (!state || state->isOver)
            return tellVerdict(options, *record);
        if (!options.json && state->done > told)
            std::cout << "  " << (told = state->done) << " of " << state->of << std::endl;
        if (interruption.cameWithin(std::chrono::milliseconds(300)))
            engine.abort(id);
    }
}

} // namespace

int rehearse(CloudDesk &desk)
{
    const Options &options = desk.options;
    const auto name = desk.service(options.cloud.service);
    Result<client::RehearsalRequest> request =
        name ? requestOf(desk, *name) : Result<client::RehearsalRequest>(name.error());
    if (!request)
        return fail(request.error());
    const std::string what =
        "Rehearse " + request->revision + " of " + placeOf(desk, *name) + " with up to " +
        std::to_string(request->succeeded + request->failed) + " executions of " + request->flow +
        "\n  Its functions are really called, with the recorded inputs: what they write or "
        "send, they write or send again.\n  Live traffic and all other steps are left alone.\n";
    if (options.json) // confirm() says nothing then
        std::cerr << what;
    const Result<std::string> why = confirm(desk, {"rehearse", *name, what, {}});
    if (!why)
        return fail(why.error());
    request->why = *why;
    const client::Act act = client::rehearsalAct(*request, client::thisUser());
    return withEngine(desk, [&](ActEngine &engine, const Interruption &interruption) {
        const Result<std::string> id = engine.start(act);
        if (!id)
            return fail(id.error());
        if (!options.json)
            std::cout << "execution " << *id << std::endl;
        return followRehearsal(engine, options, *id, interruption);
    });
}

} // namespace batuta::cli
