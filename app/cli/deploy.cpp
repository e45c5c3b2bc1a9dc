// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta deploy: a new revision, looked at beforehand here and by the server.
#include "app/cli/commands.h"
#include "app/cli/deploy_draft.h"
#include "app/cli/output.h"
#include "app/cli/releases.h"
#include "app/cli/rollout.h"
#include "app/cli/usage.h"
#include "engine/json/json.h"
#include "engine/releases/draft.h"

#include <iostream>

namespace batuta::cli {
namespace {

using Check = cloud::CloudPort::Check;

struct Deployment
{
    cloud::ServiceName name;
    std::optional<cloud::Service> now; ///< none: it is new
    std::vector<cloud::Revision> revisions;
    cloud::CloudPort::Draft draft;
    std::vector<releases::Finding> findings;
    std::vector<releases::KeyChange> changes;
};

Result<Deployment> prepare(CloudDesk &desk)
{
    const auto name = desk.service(desk.options.cloud.service);
    if (!name)
        return name.error();
    Deployment plan{*name, {}, {}, {}, {}, {}};
    auto now =
        desk.ask<cloud::Service>([&](cloud::Cloud &cloud, auto answer) { cloud.service(*name, answer); });
    if (!now && now.error().code != ErrorCode::HttpNotFound)
        return now.error();
    if (now) {
        auto revisions = desk.ask<std::vector<cloud::Revision>>(
            [&](cloud::Cloud &cloud, auto answer) { cloud.revisions(*name, answer); });
        if (!revisions)
            return revisions.error();
        plan.revisions = std::move(*revisions);
        plan.now = std::move(*now);
    }
    if (!plan.now && !desk.options.cloud.canary.empty())
        return usage("--canary", "the service is new: its first revision has to serve",
                     "Deploy it once without --canary.");
    auto draft = draftOf(desk.options.cloud, name->service, plan.now ? &*plan.now : nullptr);
    if (!draft)
        return draft.error();
    plan.draft = std::move(*draft);
    plan.findings =
        releases::findingsOf(name->service, plan.draft, plan.now ? &*plan.now : nullptr, plan.revisions);
    plan.changes =
        releases::changesBetween(plan.now ? plan.now->config : cloud::ServiceConfig(), plan.draft.config);
    return plan;
}

std::string changeText(const releases::KeyChange &change)
{
    const auto shown = [](const std::string &value) {
        return value.empty() ? std::string("nothing") : value;
    };
    if (change.kind == releases::KeyChange::Kind::Added)
        return "  + " + change.key + " = " + shown(change.after) + "\n";
    if (change.kind == releases::KeyChange::Kind::Removed)
        return "  - " + change.key + "\n";
    return "  ~ " + change.key + ": " + shown(change.before) + " → " + shown(change.after) + "\n";
}

std::string previewOf(const CloudDesk &desk, const Deployment &plan)
{
    std::string text = (plan.now ? "Deploy " : "Make ") + placeOf(desk, plan.name) + "\n  image " +
                       plan.draft.config.image + "\n";
    for (const releases::KeyChange &change : plan.changes)
        if (change.key != "image" || !change.before.empty())
            text += changeText(change);
    if (plan.changes.empty() && plan.draft.revision.empty())
        text += "  nothing changes: Cloud Run makes no revision then\n";
    if (desk.options.cloud.isPublic)
        text += "  anybody may call it\n";
    if (wantsRollout(desk.options.cloud))
        text += rolloutPreview(desk.options.cloud);
    else if (!plan.draft.traffic.empty())
        text += "  traffic " + releases::trafficText(plan.draft.traffic) + "\n";
    for (const releases::Finding &finding : plan.findings)
        text += (finding.weight == releases::Finding::Weight::Fails ? "  ✗ " : "  ! ") + finding.text + ". " +
                finding.mend + "\n";
    return text;
}

json::Array changesValue(const Deployment &plan)
{
    json::Array items;
    for (const releases::KeyChange &change : plan.changes)
        items.emplace_back(
            json::Object{{"key", change.key}, {"before", change.before}, {"after", change.after}});
    return items;
}

json::Array findingsValue(const Deployment &plan)
{
    json::Array items;
    for (const releases::Finding &finding : plan.findings)
        items.emplace_back(json::Object{{"code", finding.code},
                                        {"fails", finding.weight == releases::Finding::Weight::Fails},
                                        {"text", finding.text},
                                        {"mend", finding.mend}});
    return items;
}

/// Anybody may call it: one more member of the role, with the policy's etag.
Status openToAll(CloudDesk &desk, const cloud::ServiceName &name)
{
    auto policy =
        desk.ask<cloud::Policy>([&](cloud::Cloud &cloud, auto answer) { cloud.policy(name, answer); });
    if (!policy)
        return policy.error();
    if (policy->isPublic())
        return {};
    policy->bindings.push_back({"roles/run.invoker", {"allUsers"}, {}});
    const auto set = desk.ask<cloud::Policy>(
        [&](cloud::Cloud &cloud, auto answer) { cloud.setPolicy(name, *policy, answer); });
    return set ? Status() : set.error();
}

Result<cloud::Operation> send(CloudDesk &desk, const Deployment &plan, Check check)
{
    return desk.ask<cloud::Operation>([&](cloud::Cloud &cloud, auto answer) {
        if (plan.now)
            cloud.update(*plan.now, plan.draft, check, answer);
        else
            cloud.create(plan.name, plan.draft, check, answer);
    });
}

/// What became of it, in Cloud Run's words; a revision that failed leaves the traffic where it was.
int tellEnd(CloudDesk &desk, const Deployment &plan, const Result<cloud::Operation> &settled)
{
    const auto after =
        desk.ask<cloud::Service>([&](cloud::Cloud &cloud, auto answer) { cloud.service(plan.name, answer); });
    const bool isReady = settled && after && after->ready.state == cloud::ConditionState::Succeeded;
    if (desk.options.json) {
        json::Object json{
            {"service", plan.name.service}, {"ready", isReady}, {"changes", changesValue(plan)}};
        if (after) {
            json.set("revision", after->latestCreated);
            json.set("url", after->url);
            json.set("traffic", trafficValue(after->routed.empty() ? after->traffic : after->routed));
            json.set("message", after->ready.message);
        }
        std::cout << json::write(json::Value(std::move(json))) << '\n';
    } else if (after && isReady) {
        std::cout << after->latestCreated << " is ready: " << after->url << "\nTraffic: "
                  << releases::trafficText(after->routed.empty() ? after->traffic : after->routed) << '\n';
    }
    if (!settled) {
        fail(settled.error());
        if (after && !desk.options.json)
            std::cerr << "  The traffic is where it was: "
                      << releases::trafficText(after->routed.empty() ? after->traffic : after->routed)
                      << '\n';
        return kExecutionFailed;
    }
    if (after && !isReady && !desk.options.json)
        std::cout << (desk.options.cloud.noWait ? "Accepted; it is not ready yet.\n"
                                                : after->ready.message + "\n");
    return isReady || desk.options.cloud.noWait ? kSuccess : kExecutionFailed;
}

} // namespace

int deploy(const Options &options)
{
    if (options.cloud.printsFlow)
        return printRollout(options);
    const auto desk = CloudDesk::open(options);
    if (!desk)
        return fail(desk.error());
    const Result<Deployment> plan = prepare(**desk);
    if (!plan)
        return fail(plan.error());
    const CloudChange change{"deploy", plan->name, previewOf(**desk, *plan),
                             json::Object{{"method", plan->now ? "PATCH" : "POST"},
                                          {"name", plan->name.path()},
                                          {"etag", plan->now ? plan->now->etag : ""},
                                          {"changes", changesValue(*plan)},
                                          {"public", options.cloud.isPublic},
                                          {"traffic", trafficValue(plan->draft.traffic)}}};
    const bool isRefused = releases::fails(plan->findings);
    const auto checked = isRefused ? cloud::Operation() : send(**desk, *plan, Check::Only);
    if (isRefused || !checked || checked->error || options.act.dryRun) {
        if (options.json)
            std::cout << json::write(json::Object{{"service", plan->name.service},
                                                  {"checked_only", true},
                                                  {"possible", !isRefused && checked && !checked->error},
                                                  {"changes", changesValue(*plan)},
                                                  {"findings", findingsValue(*plan)}})
                      << '\n';
        else
            std::cerr << change.preview;
        if (!isRefused && (!checked || checked->error))
            return fail(checked ? *checked->error : checked.error());
        return isRefused ? kInvalid : kSuccess;
    }
    const Result<std::string> why = confirm(**desk, change);
    if (!why)
        return fail(why.error());
    if (wantsRollout(options.cloud))
        return rollOut(**desk, plan->name, *why);
    if (Status kept = record(**desk, change, *why); !kept)
        return fail(kept.error());
    const auto sent = send(**desk, *plan, Check::Apply);
    if (!sent)
        return fail(recordRefusal(**desk, change, sent.error()));
    if (options.cloud.isPublic)
        if (Status opened = openToAll(**desk, plan->name); !opened)
            return fail(opened.error());
    const auto settled = settle(**desk, *sent, plan->name.service);
    if (!settled)
        recordRefusal(**desk, change, settled.error());
    return tellEnd(**desk, *plan, settled);
}

} // namespace batuta::cli
