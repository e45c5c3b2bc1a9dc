// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta rollback: all traffic back to the last good revision. After the confirmation one request is sent.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/releases.h"
#include "engine/base/text.h"
#include "engine/json/json.h"

#include <iostream>

namespace batuta::cli {
namespace {

constexpr std::size_t kShownOthers = 4;

struct Target
{
    std::string revision;
    std::string why;
    releases::LastGood evidence;
};

Result<Target> targetOf(const ReleaseState &state, const std::string &named)
{
    Target target{named, {}, releases::lastKnownGood(state.service, state.revisions, state.records)};
    if (named.empty()) {
        target.revision = target.evidence.revision;
        target.why = target.evidence.why;
        if (target.revision.empty())
            return Error{ErrorCode::ActRefused,
                         state.service.name.service,
                         target.why,
                         {},
                         "Deploy a revision that works."};
        return target;
    }
    std::vector<std::string> names;
    for (const releases::Candidate &candidate : target.evidence.candidates) {
        names.push_back(candidate.revision);
        if (candidate.revision != named)
            continue;
        if (!candidate.isPossible)
            return Error{ErrorCode::ActRefused, named, candidate.why, {}, "Choose another revision."};
        target.why = "named; " + candidate.why;
        return target;
    }
    const std::string near = nearest(named, names);
    return Error{ErrorCode::FlowBadValue,
                 named,
                 "the service has no such revision",
                 {},
                 near.empty() ? "Look at `batuta revisions`." : "Did you mean " + near + "?"};
}

std::string previewOf(const CloudDesk &desk, const ReleaseState &state, const Target &target,
                      const releases::Traffic &after)
{
    const releases::Traffic &now =
        state.service.routed.empty() ? state.service.traffic : state.service.routed;
    std::string text = "Roll back " + placeOf(desk, state.service.name) + "\n  now      " +
                       releases::trafficText(now) + "\n  back to  " + target.revision + ": " + target.why +
                       "\n";
    std::size_t shown = 0;
    for (const releases::Candidate &candidate : target.evidence.candidates)
        if (candidate.revision != target.revision && shown++ < kShownOthers)
            text += "  other    " + candidate.revision + ": " + candidate.why + "\n";
    if (!state.noFigures.empty())
        text += "  no figures: " + state.noFigures + "\n";
    return text + "  the same by gcloud: " + releases::gcloudLine(state.service.name, after) + "\n";
}

json::Value candidatesValue(const releases::LastGood &evidence)
{
    json::Array items;
    for (const releases::Candidate &candidate : evidence.candidates)
        items.emplace_back(json::Object{{"revision", candidate.revision},
                                        {"possible", candidate.isPossible},
                                        {"why", candidate.why},
                                        {"requests", candidate.record.requests},
                                        {"failures_5xx", candidate.record.failures}});
    return items;
}

} // namespace

int rollback(const Options &options)
{
    const auto desk = CloudDesk::open(options);
    if (!desk)
        return fail(desk.error());
    const auto name = (*desk)->service(options.cloud.service);
    const Result<ReleaseState> state = name ? readState(**desk, *name) : name.error();
    if (!state)
        return fail(state.error());
    const Result<Target> target = targetOf(*state, options.cloud.to);
    if (!target)
        return fail(target.error());
    const releases::Traffic after = releases::allTo(state->service.traffic, target->revision);
    Routing routing{{"roll_back", {}, previewOf(**desk, *state, *target, after), {}}, after};
    Result<json::Object> done = route(**desk, state->service, std::move(routing));
    if (!done)
        return fail(done.error());
    if (options.json) {
        done->set("to", target->revision);
        done->set("why", target->why);
        done->set("candidates", candidatesValue(target->evidence));
        std::cout << json::write(json::Value(*done)) << '\n';
        return kSuccess;
    }
    std::cout << (options.act.dryRun ? "Possible: 100 % " : "Rolled back: 100 % ") << target->revision
              << ", accepted in " << (*done)["accepted_in"].asString() << ".\n";
    if (!options.act.dryRun)
        std::cout << "New deployments get 0 % until `batuta traffic " << name->service << " latest=100`.\n";
    return kSuccess;
}

} // namespace batuta::cli
