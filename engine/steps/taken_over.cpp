// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/taken_over.h"

#include "engine/steps/cloud_run_attempt.h"

namespace batuta::steps {

Result<CloudTarget> cloudTargetOf(const Services &services, const json::Value &with, const std::string &step)
{
    if (!services.cloud)
        return Error{ErrorCode::ActRefused, step, "this engine knows no cloud", {}, {}};
    Result<CloudPlace> place = services.cloud->place(with["environment"].asString());
    if (!place)
        return place.error();
    const std::string &named = with["service"].asString();
    cloud::ServiceName name{place->project, place->region, named.empty() ? place->service : named};
    if (name.service.empty())
        return Error{ErrorCode::FlowBadValue,
                     step,
                     "neither the step nor batuta.yaml names a service",
                     {},
                     "Write `service`."};
    return CloudTarget{std::move(*place), std::move(name)};
}

void TakenOver::tell(json::Object &output) const
{
    output.set("ended_by", "taken_over");
    output.set("moved_by", by);
}

void findTakenOver(const CloudAccess &access, const TrafficHolder &holder, const cloud::Service &service,
                   std::function<void(const TakenOver &)> reply)
{
    const auto found = [&access, holder, service, reply = std::move(reply)](const std::string &who) {
        TakenOver over;
        over.by = who.empty() ? service.lastModifier : who;
        over.why = "The traffic was moved by " + (over.by.empty() ? "somebody else" : over.by) +
                   " since: " + holder.revision + " has " +
                   std::to_string(shareOf(service, holder.revision)) + " %. Nothing was changed.";
        CloudEntry entry;
        entry.verb = "rollout_withdrawn";
        entry.subject = holder.target.place.environment + "/" + holder.target.name.service;
        entry.who = holder.who;
        entry.why = over.why;
        entry.data = json::Object{{"execution", holder.execution},
                                  {"step", holder.step},
                                  {"revision", holder.revision},
                                  {"moved_by", over.by},
                                  {"traffic", trafficValue(namedTraffic(service))}};
        access.note(std::move(entry), [reply, over] { reply(over); });
    };
    if (access.mover)
        access.mover({holder.target.place.environment, holder.target.name.service, holder.execution}, found);
    else
        found({});
}

std::string actorOf(const Attempt &attempt)
{
    const json::Value *flow = attempt.context.root("flow");
    return "flow " + (flow == nullptr ? std::string() : (*flow)["name"].asString());
}

} // namespace batuta::steps
