// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta revisions and batuta traffic: what a service of Cloud Run runs, and who gets how much.
#include "app/cli/releases.h"

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/shared/text_table.h"
#include "engine/base/text.h"
#include "engine/json/json.h"

#include <algorithm>
#include <charconv>
#include <iostream>

namespace batuta::cli {
namespace {

constexpr Duration kLookedBack = std::chrono::hours(24 * 14);

int shareOf(const cloud::Service &service, const std::string &revision)
{
    int percent = 0;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed)
        if (target.revision == revision || (target.isLatest() && service.latestReady == revision))
            percent += target.percent;
    return percent;
}

std::string tagsOf(const cloud::Service &service, const std::string &revision)
{
    std::vector<std::string> tags;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed)
        if (!target.tag.empty() &&
            (target.revision == revision || (target.isLatest() && service.latestReady == revision)))
            tags.push_back(target.tag);
    return join(tags, " ");
}

std::string stateOf(const cloud::Revision &revision)
{
    const cloud::Condition *ready = revision.condition("Ready");
    if (ready == nullptr || ready->state == cloud::ConditionState::Pending ||
        ready->state == cloud::ConditionState::Reconciling)
        return "starting";
    return revision.isReady() ? "ready" : "failed";
}

const releases::Record *recordOf(const ReleaseState &state, const std::string &revision)
{
    for (const releases::Record &record : state.records)
        if (record.revision == revision)
            return &record;
    return nullptr;
}

json::Value revisionValue(const ReleaseState &state, const cloud::Revision &revision)
{
    json::Object json{{"revision", revision.name},
                      {"state", stateOf(revision)},
                      {"percent", shareOf(state.service, revision.name)},
                      {"tags", tagsOf(state.service, revision.name)},
                      {"created", isoTime(revision.created)},
                      {"by", revision.creator},
                      {"image", revision.config.image},
                      {"digest", revision.imageDigest}};
    if (const releases::Record *record = recordOf(state, revision.name)) {
        json.set("requests", record->requests);
        json.set("failures_5xx", record->failures);
        json.set("served", durationText(record->served));
    }
    const cloud::Condition *ready = revision.condition("Ready");
    if (ready != nullptr && !ready->message.empty())
        json.set("message", ready->message);
    return json;
}

std::string revisionsText(const ReleaseState &state, int limit)
{
    app::TextTable table(
        {"REVISION", "TRAFFIC", "TAGS", "STATE", "CREATED", "BY", "REQUESTS", "5XX", "IMAGE"});
    int left = limit;
    for (const cloud::Revision &revision : state.revisions) {
        if (left-- == 0)
            break;
        const releases::Record *record = recordOf(state, revision.name);
        const int share = shareOf(state.service, revision.name);
        const auto count = [](double number) { return std::to_string(static_cast<long long>(number + 0.5)); };
        table.add(
            {revision.name, share > 0 ? std::to_string(share) + " %" : "",
             tagsOf(state.service, revision.name), stateOf(revision), isoTime(revision.created).substr(0, 19),
             revision.creator, record == nullptr ? "" : count(record->requests),
             record == nullptr ? "" : count(record->failures),
             revision.imageDigest.empty() ? revision.config.image : revision.imageDigest.substr(0, 19)});
    }
    std::string text = table.text();
    if (!state.noFigures.empty())
        text += "No figures: " + state.noFigures + "\n";
    return text;
}

/// `REVISION=PERCENT`; `latest` is "".
Result<releases::Share> shareOfWord(const std::string &word)
{
    const std::size_t at = word.rfind('=');
    releases::Share share{word.substr(0, at), -1};
    if (share.revision == "latest" || share.revision == "LATEST")
        share.revision.clear();
    const char *end = word.data() + word.size();
    const auto read = std::from_chars(word.data() + at + 1, end, share.percent);
    if (read.ec == std::errc() && read.ptr == end && share.percent >= 0 && share.percent <= 100)
        return share;
    return Error{ErrorCode::UsageInvalid, word, "it is no share", {}, "Write REVISION=PERCENT."};
}

struct Wish
{
    std::string service;
    std::vector<releases::Share> shares;

    bool isEmpty(const CloudWords &words) const
    {
        return shares.empty() && words.tags.empty() && words.untags.empty();
    }
};

Result<Wish> wishOf(const CloudWords &words)
{
    Wish wish;
    for (const std::string &word : words.shares) {
        if (word.find('=') == std::string::npos && wish.service.empty()) {
            wish.service = word;
            continue;
        }
        Result<releases::Share> share = shareOfWord(word);
        if (!share)
            return share.error();
        wish.shares.push_back(std::move(*share));
    }
    return wish;
}

Result<releases::Traffic> trafficOf(const cloud::Service &service, const Wish &wish, const CloudWords &words)
{
    releases::Traffic traffic = service.traffic;
    if (!wish.shares.empty()) {
        Result<releases::Traffic> moved = releases::withShares(traffic, wish.shares);
        if (!moved)
            return moved;
        traffic = std::move(*moved);
    }
    for (const std::string &tag : words.untags)
        traffic = releases::withTag(traffic, tag, {}).value_or(traffic);
    for (const std::string &word : words.tags) {
        const std::size_t at = word.find('=');
        if (at == std::string::npos)
            return Error{ErrorCode::UsageInvalid, word, "it names no revision", {}, "Write TAG=REVISION."};
        traffic = releases::withTag(traffic, word.substr(0, at), word.substr(at + 1)).value_or(traffic);
    }
    return traffic;
}

std::string movesText(const releases::Traffic &before, const releases::Traffic &after)
{
    std::string text;
    for (const releases::Move &move : releases::movesBetween(before, after))
        text += "  " + (move.revision.empty() ? std::string("latest") : move.revision) + "  " +
                std::to_string(move.before) + " % → " + std::to_string(move.after) + " %\n";
    return text;
}

int showTraffic(CloudDesk &desk, const cloud::Service &service)
{
    const releases::Traffic &traffic = service.routed.empty() ? service.traffic : service.routed;
    if (desk.options.json) {
        std::cout << json::write(json::Object{{"service", service.name.service},
                                              {"url", service.url},
                                              {"etag", service.etag},
                                              {"traffic", trafficValue(traffic)}})
                  << '\n';
        return kSuccess;
    }
    app::TextTable table({"REVISION", "TRAFFIC", "TAG", "ADDRESS"});
    for (const cloud::TrafficTarget &target : traffic)
        table.add({target.isLatest() ? "latest (" + service.latestReady + ")" : target.revision,
                   std::to_string(target.percent) + " %", target.tag, target.url});
    std::cout << table.text();
    return kSuccess;
}

std::vector<std::string> namesOf(const std::vector<cloud::Revision> &revisions)
{
    std::vector<std::string> names;
    for (const cloud::Revision &revision : revisions)
        names.push_back(revision.name);
    return names;
}

/// Who gets most of it; "" is whatever was ready last.
std::string mainOf(const releases::Traffic &traffic)
{
    const auto most = std::max_element(traffic.begin(), traffic.end(),
                                       [](const auto &a, const auto &b) { return a.percent < b.percent; });
    return most == traffic.end() ? std::string() : most->revision;
}

} // namespace

Result<ReleaseState> readState(CloudDesk &desk, const cloud::ServiceName &name)
{
    auto service =
        desk.ask<cloud::Service>([&](cloud::Cloud &cloud, auto answer) { cloud.service(name, answer); });
    if (!service)
        return service.error();
    auto revisions = desk.ask<std::vector<cloud::Revision>>(
        [&](cloud::Cloud &cloud, auto answer) { cloud.revisions(name, answer); });
    if (!revisions)
        return revisions.error();
    const WallTime now = SystemClock().wall();
    const auto series = desk.ask<std::vector<cloud::Series>>([&](cloud::Cloud &cloud, auto answer) {
        cloud.series(releases::recordQuery(name, now - kLookedBack, now), answer);
    });
    ReleaseState state{std::move(*service), std::move(*revisions), {}, {}};
    if (series)
        state.records = releases::recordsOf(*series, releases::kRecordStep);
    else
        state.noFigures = errorText(series.error());
    return state;
}

json::Value trafficValue(const releases::Traffic &traffic)
{
    json::Array items;
    for (const cloud::TrafficTarget &target : traffic) {
        json::Object item{{"revision", target.isLatest() ? "latest" : target.revision},
                          {"percent", target.percent}};
        if (!target.tag.empty())
            item.set("tag", target.tag);
        if (!target.url.empty())
            item.set("url", target.url);
        items.emplace_back(std::move(item));
    }
    return items;
}

std::string placeOf(const CloudDesk &desk, const cloud::ServiceName &name)
{
    return name.service + " in " + desk.environment + " (" + name.project + " / " + name.region +
           (desk.settings.isLocal() ? ", local" : "") + ")";
}

Result<json::Object> route(CloudDesk &desk, const cloud::Service &read, Routing routing)
{
    routing.change.service = read.name;
    routing.change.request = json::Object{{"method", "PATCH"},
                                          {"name", read.name.path()},
                                          {"etag", read.etag},
                                          {"revision", mainOf(routing.traffic)},
                                          {"before", trafficValue(read.traffic)},
                                          {"traffic", trafficValue(routing.traffic)}};
    const auto check =
        desk.options.act.dryRun ? cloud::CloudPort::Check::Only : cloud::CloudPort::Check::Apply;
    if (check == cloud::CloudPort::Check::Apply) {
        const Result<std::string> why = confirm(desk, routing.change);
        if (!why)
            return why.error();
        if (Status kept = record(desk, routing.change, *why); !kept)
            return kept.error();
    } else if (!desk.options.json) {
        std::cerr << routing.change.preview;
    }
    const SteadyTime begun = std::chrono::steady_clock::now();
    auto sent = desk.ask<cloud::Operation>(
        [&](cloud::Cloud &cloud, auto answer) { cloud.route(read, routing.traffic, check, answer); });
    const auto taken = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begun);
    const bool isApplied = check == cloud::CloudPort::Check::Apply;
    const auto settled = sent && isApplied ? settle(desk, *sent, read.name.service) : sent;
    if (!settled)
        return isApplied ? recordRefusal(desk, routing.change, settled.error()) : settled.error();
    return json::Object{{"service", read.name.service},
                        {"checked_only", check == cloud::CloudPort::Check::Only},
                        {"before", trafficValue(read.traffic)},
                        {"traffic", trafficValue(routing.traffic)},
                        {"operation", sent->name},
                        {"accepted_in", durationText(taken)}};
}

int revisions(const Options &options)
{
    const auto desk = CloudDesk::open(options);
    if (!desk)
        return fail(desk.error());
    const auto name = (*desk)->service(options.cloud.service);
    const Result<ReleaseState> state = name ? readState(**desk, *name) : name.error();
    if (!state)
        return fail(state.error());
    if (!options.json) {
        std::cout << placeOf(**desk, *name) << ": " << state->service.url << "\n"
                  << revisionsText(*state, options.limit);
        return kSuccess;
    }
    int left = options.limit;
    for (const cloud::Revision &revision : state->revisions)
        if (left-- > 0)
            std::cout << json::write(revisionValue(*state, revision)) << '\n';
    return kSuccess;
}

int traffic(const Options &options)
{
    const Result<Wish> wish = wishOf(options.cloud);
    if (!wish)
        return fail(wish.error());
    const auto desk = CloudDesk::open(options);
    if (!desk)
        return fail(desk.error());
    const auto name = (*desk)->service(wish->service);
    if (!name)
        return fail(name.error());
    const auto service =
        (*desk)->ask<cloud::Service>([&](cloud::Cloud &cloud, auto answer) { cloud.service(*name, answer); });
    if (!service)
        return fail(service.error());
    if (wish->isEmpty(options.cloud))
        return showTraffic(**desk, *service);
    Result<releases::Traffic> wanted = trafficOf(*service, *wish, options.cloud);
    const auto known = (*desk)->ask<std::vector<cloud::Revision>>(
        [&](cloud::Cloud &cloud, auto answer) { cloud.revisions(*name, answer); });
    if (!wanted || !known)
        return fail(wanted ? known.error() : wanted.error());
    if (Status good = releases::checkTraffic(*wanted, name->service, namesOf(*known)); !good)
        return fail(good.error());
    Routing routing{
        {"route_traffic", {}, placeOf(**desk, *name) + "\n" + movesText(service->traffic, *wanted), {}},
        *wanted};
    routing.change.preview += "  the same by gcloud: " + releases::gcloudLine(*name, *wanted) + "\n";
    const Result<json::Object> done = route(**desk, *service, std::move(routing));
    if (!done)
        return fail(done.error());
    std::cout << (options.json
                      ? json::write(json::Value(*done))
                      : (options.act.dryRun ? "Possible: " : "Routed: ") + releases::trafficText(*wanted))
              << '\n';
    return kSuccess;
}

} // namespace batuta::cli
