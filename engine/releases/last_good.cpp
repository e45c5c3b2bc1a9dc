// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/last_good.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace batuta::releases {
namespace {

constexpr double kFewRequests = 20; ///< below that, a share says nothing
// A revision is as good as another one whose failures are in the same band.
constexpr double kGood = 0.005, kFair = 0.02;

int bandOf(const Record &record)
{
    if (record.requests < kFewRequests)
        return 2; // nobody knows: behind what is known to be good or fair
    const double share = record.failureShare();
    return share <= kGood ? 0 : share <= kFair ? 1 : 3;
}

std::string percentText(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, share > 0 && share < 0.0001 ? "%.4f %%" : "%.2f %%", share * 100);
    return text;
}

/// What one wants to get away from: of the revisions that take requests, the one that was made last. A canary
/// is left before what it was to replace.
const cloud::Revision *suspectOf(const cloud::Service &service, const std::vector<cloud::Revision> &revisions)
{
    std::set<std::string> names;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed)
        if (target.percent > 0)
            names.insert(target.isLatest() ? service.latestReady : target.revision);
    const cloud::Revision *suspect = nullptr;
    for (const cloud::Revision &revision : revisions)
        if (names.contains(revision.name) && (suspect == nullptr || revision.created > suspect->created))
            suspect = &revision;
    return suspect;
}

/// 2,100,000
std::string groupedText(long long number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

std::string evidenceText(const Record &record)
{
    if (record.requests <= 0)
        return "no requests are on record";
    const auto requests = static_cast<long long>(record.requests + 0.5);
    return "served for " + durationForPeople(record.served) + ", " + groupedText(requests) +
           (requests == 1 ? " request, " : " requests, ") + percentText(record.failureShare()) + " with 5xx";
}

std::string whyNot(const cloud::Revision &revision, const cloud::Revision *suspect)
{
    if (&revision == suspect)
        return "it is what serves now";
    if (revision.isReady())
        return {};
    const cloud::Condition *ready = revision.condition("Ready");
    if (ready == nullptr || ready->message.empty())
        return "it is not ready";
    return "it is not ready: " + ready->message.substr(0, 200);
}

/// Steps next to each other are one window.
std::vector<Window> windowsOf(const std::map<WallTime, Window> &busy)
{
    std::vector<Window> windows;
    for (const auto &[end, step] : busy) {
        if (windows.empty() || windows.back().to < step.from) {
            windows.push_back(step);
            continue;
        }
        windows.back().to = end;
        windows.back().requests += step.requests;
        windows.back().failures += step.failures;
    }
    return windows;
}

} // namespace

std::vector<Record> recordsOf(const std::vector<cloud::Series> &counts, Duration step)
{
    std::map<std::string, Record> records;
    std::map<std::string, std::map<WallTime, Window>> busy; // classes share their steps
    for (const cloud::Series &series : counts) {
        std::string revision, codes;
        for (const auto &[name, value] : series.labels) {
            revision = name == "revision_name" ? value : revision;
            codes = name == "response_code_class" ? value : codes;
        }
        if (revision.empty())
            continue;
        Record &record = records[revision];
        record.revision = revision;
        for (const cloud::Point &point : series.points) {
            if (!(point.value > 0))
                continue;
            const double failures = codes == "5xx" ? point.value : 0;
            record.requests += point.value;
            record.failures += failures;
            Window &window = busy[revision][point.at];
            window = {point.at - step, point.at, window.requests + point.value, window.failures + failures};
        }
        record.served = step * static_cast<std::int64_t>(busy[revision].size());
        record.windows = windowsOf(busy[revision]);
    }
    std::vector<Record> list;
    for (auto &[name, record] : records)
        list.push_back(std::move(record));
    return list;
}

cloud::SeriesQuery recordQuery(const cloud::ServiceName &service, WallTime from, WallTime to)
{
    cloud::SeriesQuery query;
    query.project = service.project;
    query.filter =
        "metric.type = \"run.googleapis.com/request_count\" AND resource.type = \"cloud_run_revision\""
        " AND resource.labels.service_name = \"" +
        service.service + "\" AND resource.labels.location = \"" + service.region + "\"";
    query.from = from;
    query.to = to;
    query.step = kRecordStep;
    query.aligner = "ALIGN_DELTA";
    query.reducer = "REDUCE_SUM";
    query.groupBy = {"resource.label.revision_name", "metric.label.response_code_class"};
    return query;
}

LastGood lastKnownGood(const cloud::Service &service, const std::vector<cloud::Revision> &revisions,
                       const std::vector<Record> &records)
{
    const cloud::Revision *suspect = suspectOf(service, revisions);
    const WallTime current = suspect == nullptr ? WallTime::max() : suspect->created;
    std::map<std::string, WallTime> created;
    LastGood good;
    for (const cloud::Revision &revision : revisions) {
        Candidate candidate{revision.name, {revision.name, {}, 0, 0}, false, whyNot(revision, suspect)};
        for (const Record &record : records)
            if (record.revision == revision.name)
                candidate.record = record;
        candidate.isPossible = candidate.why.empty();
        candidate.why += (candidate.why.empty() ? "" : "; ") + evidenceText(candidate.record);
        created[revision.name] = revision.created;
        good.candidates.push_back(std::move(candidate));
    }
    const auto key = [&](const Candidate &candidate) {
        const WallTime made = created[candidate.revision];
        const bool isLater = made > current; // it came after what serves now: nobody ran it for long
        return std::tuple(!candidate.isPossible, bandOf(candidate.record), isLater, -candidate.record.served,
                          candidate.record.failureShare(), -made.time_since_epoch());
    };
    std::stable_sort(good.candidates.begin(), good.candidates.end(),
                     [&](const Candidate &a, const Candidate &b) { return key(a) < key(b); });
    if (good.candidates.empty() || !good.candidates.front().isPossible) {
        good.why = "no other revision is ready";
        return good;
    }
    const Candidate &best = good.candidates.front();
    good.revision = best.revision;
    good.why = best.record.requests > 0 ? best.why
                                        : "no figures tell of any: it is the newest that was ready before";
    return good;
}

} // namespace batuta::releases
