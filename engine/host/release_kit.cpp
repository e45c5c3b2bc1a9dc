// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/release_kit.h"

#include "engine/cloud/monitoring_client.h"
#include "engine/releases/backup.h"
#include "engine/releases/watch.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace batuta::host {
namespace {

constexpr std::array<std::string_view, 6> kKitActs{"build_image",     "export_service", "back_up",
                                                   "restore_service", "save_alert",     "save_budget"};

Error unfit(const char *part, std::string detail)
{
    return {ErrorCode::InputInvalid, part, std::move(detail), {}, {}};
}

/// Of a form, where it is a mistake of a file otherwise.
Status asInput(Status status)
{
    if (!status)
        status.error().code = ErrorCode::InputInvalid;
    return status;
}

std::vector<std::string> channelsOf(const json::Value &data)
{
    std::vector<std::string> channels;
    for (const json::Value &one : data["channels"].asArray())
        channels.push_back(one.asString());
    return channels;
}

releases::AlertForm alertOf(const json::Value &data, const std::string &service)
{
    releases::AlertForm form;
    form.name = data["name"].asString();
    form.service = service;
    form.kind = data["kind"].asString() == "latency" ? releases::AlertForm::Kind::Latency
                                                     : releases::AlertForm::Kind::Errors;
    form.share = data["share"].asDouble(form.share);
    form.milliseconds = static_cast<int>(data["p95_ms"].asInteger(form.milliseconds));
    form.minutes = static_cast<int>(std::clamp<std::int64_t>(data["minutes"].asInteger(1), -1, 100'000));
    form.channels = channelsOf(data);
    form.isEnabled = data["enabled"].asBoolean(true);
    return form;
}

template <class T> auto answering(client::Reply<json::Value> reply)
{
    return [reply = std::move(reply)](const Result<T> &answer) {
        reply(answer ? Result<json::Value>(client::toJson(*answer)) : answer.error());
    };
}

/// Three questions at once; what cannot be answered is told beside the others.
struct WatchAsking
{
    client::Watching watching;
    client::Reply<json::Value> reply;
    int open = 3;

    void came()
    {
        if (--open == 0)
            reply(client::toJson(watching));
    }
};

} // namespace

ReleaseKit::ReleaseKit(const Clock &clock, Ports ports)
    : m_clock(clock)
    , m_ports(std::move(ports))
    , m_backups({clock, m_ports.folder, m_ports.aside})
{
}

void ReleaseKit::lookUp(const Place &place, const client::ReleaseLookup &lookup,
                        client::Reply<json::Value> reply)
{
    const BackupShelf::Place shelf{place.cloud, place.environment, place.settings.project,
                                   place.settings.region};
    if (lookup.kind == "watching")
        return watching(place, std::move(reply));
    if (lookup.kind == "backups")
        return m_backups.list(place.environment, answering<client::BackupList>(std::move(reply)));
    if (lookup.kind == "build") {
        const auto state = m_builds.state(lookup.data["id"].asString(), lookup.data["from"].asInteger());
        return reply(state ? Result<json::Value>(client::toJson(*state)) : state.error());
    }
    if (lookup.service.empty())
        return reply(unfit("service", "it is missing"));
    if (lookup.kind == "backup")
        return m_backups.compare(shelf, lookup.data["backup"].asString(), lookup.service,
                                 answering<client::BackupSides>(std::move(reply)));
    if (lookup.kind != "deploy")
        return reply(Error{ErrorCode::HttpNotFound, lookup.kind, "there is no such question", {}, {}});
    json::Value data = lookup.data;
    data.object().set("service", lookup.service);
    Result<client::RolloutRequest> request = client::rolloutFromJson(data);
    if (!request)
        return reply(request.error());
    DeployLook look{place.cloud,
                    {place.settings.project, place.settings.region, lookup.service},
                    std::move(*request),
                    m_clock.wall(),
                    m_ports.knock};
    lookAtDeploy(std::move(look),
                 [reply = std::move(reply), life = std::weak_ptr(m_life)](const auto &check) {
                     if (!life.expired())
                         reply(check ? Result<json::Value>(client::toJson(*check)) : check.error());
                 });
}

void ReleaseKit::watching(const Place &place, client::Reply<json::Value> reply)
{
    auto asking = std::make_shared<WatchAsking>();
    asking->reply = std::move(reply);
    asking->watching.billingAccount = place.settings.billingAccount;
    const std::string &project = place.settings.project;
    place.cloud->alertPolicies(project, [asking](Result<std::vector<cloud::AlertPolicy>> policies) {
        if (policies)
            asking->watching.policies = std::move(*policies);
        else
            asking->watching.policiesProblem = policies.error();
        asking->came();
    });
    place.cloud->notificationChannels(project, [asking](auto channels) {
        if (channels)
            asking->watching.channels = std::move(*channels);
        asking->came();
    });
    if (place.settings.billingAccount.empty())
        return asking->came();
    place.cloud->budgets(place.settings.billingAccount, [asking](Result<std::vector<cloud::Budget>> budgets) {
        if (budgets)
            asking->watching.budgets = std::move(*budgets);
        else
            asking->watching.budgetsProblem = budgets.error();
        asking->came();
    });
}

bool ReleaseKit::isAct(const std::string &verb)
{
    return std::find(kKitActs.begin(), kKitActs.end(), verb) != kKitActs.end();
}

bool ReleaseKit::isChange(const std::string &verb)
{
    return verb == "restore_service" || verb == "save_alert" || verb == "save_budget";
}

Status ReleaseKit::check(const Place &place, const client::Act &act, const std::string &service)
{
    const bool isOfAll = act.verb == "back_up" || act.verb == "save_budget";
    if (service.empty() && !isOfAll)
        return unfit("subject", "it names no service");
    if (act.verb == "build_image" &&
        (act.data["directory"].asString().empty() || act.data["image"].asString().empty()))
        return unfit("build_image", "directory and image are wanted");
    if (act.verb == "restore_service" && act.data["backup"].asString().empty())
        return unfit("backup", "it is missing");
    if (act.verb == "restore_service" && place.settings.isGuarded &&
        act.data["confirmed"].asString() != service &&
        act.data["confirmed"].asString() != place.environment) // of whoever restores all of it
        return Error{ErrorCode::ActRefused,
                     act.subject,
                     "changes here want the service's name as a person typed it",
                     {},
                     "Type " + service + "."};
    if (act.verb == "save_alert") {
        const releases::AlertForm form = alertOf(act.data, service);
        if (const Status good = releases::checkForm(form); !good)
            return asInput(good);
        return asInput(cloud::checkAlertPolicy(releases::policyOf(form)));
    }
    if (act.verb != "save_budget")
        return {};
    if (place.settings.billingAccount.empty())
        return Error{ErrorCode::InputInvalid,
                     "billing_account",
                     "batuta.yaml names none for it",
                     {},
                     "Write `billing_account:` under the environment's cloud."};
    const Result<cloud::Budget> budget = cloud::readBudget(act.data);
    return budget ? asInput(cloud::checkBudget(*budget)) : Status(budget.error());
}

void ReleaseKit::perform(const Place &place, const client::Act &act, const std::string &service,
                         client::Reply<json::Value> reply)
{
    const BackupShelf::Place shelf{place.cloud, place.environment, place.settings.project,
                                   place.settings.region};
    if (act.verb == "build_image")
        return build(place, act, reply);
    if (act.verb == "back_up")
        return m_backups.backUp(shelf, std::move(reply));
    if (act.verb == "restore_service")
        return m_backups.restore(shelf, act.data["backup"].asString(), service, std::move(reply));
    if (act.verb == "save_alert")
        return saveAlert(place, act, service, std::move(reply));
    if (act.verb == "save_budget")
        return saveBudget(place, act, std::move(reply));
    place.cloud->exportYaml(
        {shelf.project, shelf.region, service}, [reply = std::move(reply)](const Result<std::string> &yaml) {
            if (!yaml)
                return reply(yaml.error());
            reply(json::Value(json::Object{{"yaml", *yaml}, {"sha256", releases::sha256Of(*yaml)}}));
        });
}

void ReleaseKit::build(const Place &place, const client::Act &act, const client::Reply<json::Value> &reply)
{
    std::filesystem::path directory(act.data["directory"].asString());
    if (directory.is_relative())
        directory = std::filesystem::path(m_ports.workspace) / directory;
    const std::string id = m_builds.begin(
        *place.cloud, {place.settings.project, directory.string(), act.data["image"].asString()});
    reply(json::Value(json::Object{{"build", id}}));
}

/// What the policy says besides the form stays: it is read first.
void ReleaseKit::saveAlert(const Place &place, const client::Act &act, const std::string &service,
                           client::Reply<json::Value> reply)
{
    const releases::AlertForm form = alertOf(act.data, service);
    const auto save = [cloud = place.cloud, project = place.settings.project, form,
                       reply](const cloud::AlertPolicy *was) {
        cloud->saveAlertPolicy(
            project, releases::policyOf(form, was), [reply](const Result<cloud::AlertPolicy> &saved) {
                reply(saved ? Result<json::Value>(json::Object{{"name", saved->name}}) : saved.error());
            });
    };
    if (form.name.empty())
        return save(nullptr);
    place.cloud->alertPolicies(place.settings.project, [form, save, reply](const auto &policies) {
        if (!policies)
            return reply(policies.error());
        for (const cloud::AlertPolicy &policy : *policies)
            if (policy.name == form.name)
                return save(&policy);
        reply(Error{ErrorCode::HttpNotFound, form.name, "there is no such policy", {}, {}});
    });
}

void ReleaseKit::saveBudget(const Place &place, const client::Act &act, client::Reply<json::Value> reply)
{
    const Result<cloud::Budget> budget = cloud::readBudget(act.data);
    if (!budget)
        return reply(budget.error());
    place.cloud->saveBudget(
        place.settings.billingAccount, *budget,
        [reply = std::move(reply)](const Result<cloud::Budget> &saved) {
            reply(saved ? Result<json::Value>(json::Object{{"name", saved->name}}) : saved.error());
        });
}

} // namespace batuta::host
