// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/release_gathering.h"

#include "engine/host/deploy_look.h"
#include "engine/json/redact.h"
#include "engine/releases/last_good.h"

#include <algorithm>
#include <random>

namespace batuta::host {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// The four questions of askFigures().
struct Asking
{
    std::map<std::string, client::RevisionFigures> figures; ///< by revision
    std::optional<Error> problem;
    FiguresReply reply;
    int open = 4;

    client::RevisionFigures &of(const std::string &revision)
    {
        client::RevisionFigures &one = figures[revision];
        one.revision = revision;
        return one;
    }
    void came()
    {
        if (--open > 0)
            return;
        std::vector<client::RevisionFigures> list;
        for (auto &[name, one] : figures)
            list.push_back(std::move(one));
        reply(std::move(list), std::move(problem));
    }
};

std::string filterOf(const std::string &metric, const cloud::ServiceName &name)
{
    return "metric.type = \"run.googleapis.com/" + metric +
           "\" AND resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"" +
           name.service + "\" AND resource.labels.location = \"" + name.region + "\"";
}

struct Shape
{
    const char *metric, *aligner, *reducer;
    Duration back, step;
};

cloud::SeriesQuery queryOf(const Shape &shape, const cloud::ServiceName &name, WallTime now)
{
    cloud::SeriesQuery query;
    query.project = name.project;
    query.filter = filterOf(shape.metric, name);
    query.from = now - shape.back;
    query.to = now;
    query.step = shape.step;
    query.aligner = shape.aligner;
    query.reducer = shape.reducer;
    query.groupBy = {"resource.label.revision_name"};
    return query;
}

std::string revisionOf(const cloud::Series &series)
{
    for (const auto &[name, value] : series.labels)
        if (name == "revision_name")
            return value;
    return {};
}

} // namespace

void askFigures(cloud::CloudPort &port, const cloud::ServiceName &name, WallTime now, FiguresReply reply)
{
    auto asking = std::make_shared<Asking>();
    asking->reply = std::move(reply);
    const auto took = [asking](auto take) {
        return [asking, take](const Result<std::vector<cloud::Series>> &answer) {
            if (answer)
                take(*answer);
            else if (!asking->problem)
                asking->problem = answer.error();
            asking->came();
        };
    };
    /// The last point of each revision's line.
    const auto newest = [asking, took](auto put) {
        return took([asking, put](const std::vector<cloud::Series> &lines) {
            for (const cloud::Series &line : lines)
                if (const std::string revision = revisionOf(line); !revision.empty() && !line.points.empty())
                    put(asking->of(revision), line.points.back().value);
        });
    };
    const cloud::SeriesQuery records = releases::recordQuery(name, now - hours(24), now);
    port.series(records, took([asking, step = records.step](const std::vector<cloud::Series> &counts) {
                    for (const releases::Record &record : releases::recordsOf(counts, step)) {
                        client::RevisionFigures &one = asking->of(record.revision);
                        one.served = record.served;
                        one.requests = record.requests;
                        one.failures = record.failures;
                        for (const releases::Window &window : record.windows)
                            one.windows.push_back({window.from, window.to, window.requests, window.failures});
                    }
                }));
    port.series(queryOf({"request_count", "ALIGN_RATE", "REDUCE_SUM", minutes(5), minutes(5)}, name, now),
                newest([](auto &figures, double value) { figures.requestsPerSecond = value; }));
    port.series(
        queryOf({"request_latencies", "ALIGN_DELTA", "REDUCE_PERCENTILE_95", hours(1), hours(1)}, name, now),
        newest([](auto &figures, double value) { figures.p95 = value; }));
    port.series(
        queryOf({"container/instance_count", "ALIGN_MAX", "REDUCE_SUM", minutes(5), minutes(1)}, name, now),
        newest([](auto &figures, double value) { figures.instances = value; }));
}

void addDeployments(client::ServiceBoard &board)
{
    constexpr std::size_t kMost = 40;
    for (const cloud::Revision &revision : board.revisions) {
        client::ReleaseEntry entry;
        entry.at = revision.created;
        entry.who = revision.creator;
        entry.verb = "deployed";
        entry.revision = revision.name;
        board.entries.push_back(std::move(entry));
    }
    std::stable_sort(board.entries.begin(), board.entries.end(),
                     [](const auto &a, const auto &b) { return a.at > b.at; });
    if (board.entries.size() > kMost)
        board.entries.resize(kMost);
}

void maskSecrets(std::vector<cloud::EnvVar> &env)
{
    static const std::string kSalt =
        std::to_string(std::random_device{}()) + std::to_string(std::random_device{}());
    for (cloud::EnvVar &variable : env) {
        if (variable.isSecret() || variable.value.empty() || !json::isSecretName(variable.name))
            continue;
        const std::size_t mark = std::hash<std::string>{}(kSalt + variable.value) & 0xfffU;
        variable.value = std::string(json::kMask) + " #" + std::to_string(mark);
    }
}

void maskSecrets(cloud::ServiceConfig &config)
{
    config.whole = {};
    maskSecrets(config.env);
}

void findImage(cloud::CloudPort &port, const cloud::ServiceName &name, const std::string &revision,
               std::function<void(std::optional<bool>, std::string)> reply)
{
    port.revisions(name, [&port, revision, reply = std::move(reply)](const auto &revisions) {
        if (!revisions)
            return reply(std::nullopt, revisions.error().detail);
        const auto found = std::find_if(revisions->begin(), revisions->end(),
                                        [&](const cloud::Revision &each) { return each.name == revision; });
        if (found == revisions->end())
            return reply(std::nullopt, {});
        const std::string image = found->config.image, digest = found->imageDigest;
        findImage(port, image, digest, reply);
    });
}

} // namespace batuta::host
