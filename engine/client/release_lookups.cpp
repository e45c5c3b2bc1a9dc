// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/release_lookups.h"

#include "engine/client/codec.h"
#include "engine/client/codec_parts.h"
#include "engine/cloud/monitoring_client.h"

#include <array>
#include <string_view>

namespace batuta::client {
namespace {

constexpr std::array<std::string_view, 4> kFindingStates{"passes", "warns", "fails", "unknown"};
constexpr std::array<std::string_view, 3> kChangeKinds{"added", "changed", "removed"};

template <class T, std::size_t N>
T wordIn(const std::array<std::string_view, N> &words, const std::string &word, T otherwise)
{
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word)
            return static_cast<T>(i);
    return otherwise;
}

json::Value findingJson(const DeployFinding &finding)
{
    return json::Object{{"check", finding.check},
                        {"state", kFindingStates[static_cast<std::size_t>(finding.state)]},
                        {"code", finding.code},
                        {"text", finding.text},
                        {"mend", finding.mend}};
}

json::Value changeJson(const DeployChange &change)
{
    return json::Object{{"kind", kChangeKinds[static_cast<std::size_t>(change.kind)]},
                        {"key", change.key},
                        {"before", change.before},
                        {"after", change.after}};
}

json::Value backupJson(const Backup &backup)
{
    return json::Object{{"name", backup.name},
                        {"at", timeJson(backup.at)},
                        {"services", json::Array(backup.services.begin(), backup.services.end())},
                        {"problem", problemJson(backup.problem)}};
}

json::Value channelJson(const cloud::NotificationChannel &channel)
{
    return json::Object{{"name", channel.name},
                        {"type", channel.type},
                        {"title", channel.title},
                        {"is_enabled", channel.isEnabled},
                        {"is_verified", channel.isVerified}};
}

Error missingPart(const char *part)
{
    return wrongShape(part, "it is missing from the answer");
}

} // namespace

json::Value toJson(const DeployCheck &check)
{
    return json::Object{{"at", timeJson(check.at)},
                        {"is_new", check.isNew},
                        {"etag", check.etag},
                        {"changes", listOf(check.changes, changeJson)},
                        {"findings", listOf(check.findings, findingJson)},
                        {"command", check.command}};
}

Result<DeployCheck> deployCheckFromJson(const json::Value &value)
{
    if (!value["findings"].isArray())
        return missingPart("findings");
    DeployCheck check;
    check.at = timeFromJson(value["at"]);
    check.isNew = value["is_new"].asBoolean();
    check.etag = value["etag"].asString();
    check.command = value["command"].asString();
    for (const json::Value &one : value["changes"].asArray())
        check.changes.push_back({wordIn(kChangeKinds, one["kind"].asString(), DeployChange::Kind::Changed),
                                 one["key"].asString(), one["before"].asString(), one["after"].asString()});
    for (const json::Value &one : value["findings"].asArray())
        check.findings.push_back(
            {one["check"].asString(),
             wordIn(kFindingStates, one["state"].asString(), DeployFinding::State::Unknown),
             one["code"].asString(), one["text"].asString(), one["mend"].asString()});
    return check;
}

json::Value toJson(const BuildState &state)
{
    return json::Object{{"id", state.id},       {"status", state.status}, {"said", state.said},
                        {"image", state.image}, {"log", state.log},       {"next", state.next}};
}

Result<BuildState> buildStateFromJson(const json::Value &value)
{
    if (!value["status"].isString())
        return missingPart("status");
    return BuildState{value["id"].asString(),    value["status"].asString(), value["said"].asString(),
                      value["image"].asString(), value["log"].asString(),    value["next"].asInteger()};
}

json::Value toJson(const BackupList &list)
{
    return json::Object{{"folder", list.folder}, {"backups", listOf(list.backups, backupJson)}};
}

Result<BackupList> backupListFromJson(const json::Value &value)
{
    if (!value["backups"].isArray())
        return missingPart("backups");
    BackupList list{value["folder"].asString(), {}};
    for (const json::Value &one : value["backups"].asArray()) {
        Backup backup{one["name"].asString(), timeFromJson(one["at"]), {}, problemFrom(one["problem"])};
        for (const json::Value &service : one["services"].asArray())
            backup.services.push_back(service.asString());
        list.backups.push_back(std::move(backup));
    }
    return list;
}

json::Value toJson(const BackupSides &sides)
{
    return json::Object{{"now", sides.now}, {"then", sides.then}};
}

Result<BackupSides> backupSidesFromJson(const json::Value &value)
{
    if (!value["then"].isString())
        return missingPart("then");
    return BackupSides{value["now"].asString(), value["then"].asString()};
}

json::Value budgetValue(const cloud::Budget &budget)
{
    json::Value json = cloud::budgetJson(budget);
    json.object().set("name", budget.name);
    return json;
}

json::Value toJson(const Watching &watching)
{
    const auto policy = [](const cloud::AlertPolicy &one) {
        json::Value json = cloud::alertPolicyJson(one);
        json.object().set("name", one.name);
        return json;
    };
    return json::Object{{"policies", listOf(watching.policies, policy)},
                        {"channels", listOf(watching.channels, channelJson)},
                        {"budgets", listOf(watching.budgets, budgetValue)},
                        {"billing_account", watching.billingAccount},
                        {"policies_problem", problemJson(watching.policiesProblem)},
                        {"budgets_problem", problemJson(watching.budgetsProblem)}};
}

Result<Watching> watchingFromJson(const json::Value &value)
{
    if (!value["policies"].isArray())
        return missingPart("policies");
    Watching watching;
    for (const json::Value &one : value["policies"].asArray()) {
        Result<cloud::AlertPolicy> policy = cloud::readAlertPolicy(one);
        if (!policy)
            return policy.error();
        watching.policies.push_back(std::move(*policy));
    }
    for (const json::Value &one : value["channels"].asArray())
        watching.channels.push_back({one["name"].asString(), one["type"].asString(), one["title"].asString(),
                                     one["is_enabled"].asBoolean(true), one["is_verified"].asBoolean(true)});
    for (const json::Value &one : value["budgets"].asArray()) {
        Result<cloud::Budget> budget = cloud::readBudget(one);
        if (!budget)
            return budget.error();
        watching.budgets.push_back(std::move(*budget));
    }
    watching.billingAccount = value["billing_account"].asString();
    watching.policiesProblem = problemFrom(value["policies_problem"]);
    watching.budgetsProblem = problemFrom(value["budgets_problem"]);
    return watching;
}

} // namespace batuta::client
