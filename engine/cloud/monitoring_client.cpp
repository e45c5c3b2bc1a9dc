// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/monitoring_client.h"

#include "engine/cloud/pages.h"
#include "engine/net/url.h"

#include <algorithm>

namespace batuta::cloud {
namespace {

constexpr std::size_t kMostSeries = 10'000, kMostPolicies = 500;
const std::string kMonitoring = "https://monitoring.googleapis.com/v3/";
const std::string kBudgets = "https://billingbudgets.googleapis.com/v1/";

std::string seriesUrl(const SeriesQuery &query)
{
    const auto item = [](const char *name, const std::string &value) {
        return std::string(name) + "=" + net::percentEncoded(value);
    };
    const auto step =
        std::max<std::int64_t>(60, std::chrono::duration_cast<std::chrono::seconds>(query.step).count());
    std::string url = kMonitoring + "projects/" + query.project + "/timeSeries?" +
                      item("filter", query.filter) + "&" + item("interval.startTime", isoTime(query.from)) +
                      "&" + item("interval.endTime", isoTime(query.to)) + "&" +
                      item("aggregation.alignmentPeriod", std::to_string(step) + "s") + "&" +
                      item("aggregation.perSeriesAligner", query.aligner);
    if (!query.reducer.empty())
        url += "&" + item("aggregation.crossSeriesReducer", query.reducer);
    for (const std::string &field : query.groupBy)
        url += "&" + item("aggregation.groupByFields", field);
    return url + "&view=FULL&pageSize=1000";
}

/// Only names that the APIs give may stand in a path.
Status checkPath(const std::string &name, std::string_view start)
{
    const bool isPlain = std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '/' || letter == '_' ||
               letter == '.' || letter == ':';
    });
    if (isPlain && name.starts_with(start) && name.find("..") == std::string::npos && name.size() < 300)
        return {};
    return Error{ErrorCode::FlowBadValue, "name", "`" + name.substr(0, 100) + "` is none of the API", {}, {}};
}

ApiCall listOf(std::string url, const std::string &subject)
{
    ApiCall call;
    call.url = std::move(url);
    call.subject = subject;
    return call;
}

Result<NotificationChannel> readChannel(const json::Value &json)
{
    return NotificationChannel{json["name"].asString(), json["type"].asString(),
                               json["displayName"].asString(), json["enabled"].asBoolean(true),
                               json["verificationStatus"].asString() != "UNVERIFIED"};
}

template <class T> Reply<json::Value> asValue(Result<T> (*read)(const json::Value &), Reply<T> reply)
{
    return [read, reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? read(*json) : Result<T>(json.error()));
    };
}

} // namespace

void MonitoringClient::series(const SeriesQuery &query, Reply<std::vector<Series>> reply)
{
    if (Status good = checkPath(query.project, ""); !good)
        return m_api.refuse(std::move(reply), good.error());
    readPages(m_api, listOf(seriesUrl(query), "figures of " + query.project), "timeSeries", kMostSeries,
              asValues(readSeries, std::move(reply)));
}

void MonitoringClient::alertPolicies(const std::string &project, Reply<std::vector<AlertPolicy>> reply)
{
    if (Status good = checkPath(project, ""); !good)
        return m_api.refuse(std::move(reply), good.error());
    readPages(m_api, listOf(kMonitoring + "projects/" + project + "/alertPolicies?pageSize=100", project),
              "alertPolicies", kMostPolicies, asValues(readAlertPolicy, std::move(reply)));
}

void MonitoringClient::saveAlertPolicy(const std::string &project, const AlertPolicy &policy,
                                       Reply<AlertPolicy> reply)
{
    Status good = checkAlertPolicy(policy);
    if (good)
        good = policy.name.empty() ? checkPath(project, "") : checkPath(policy.name, "projects/");
    if (!good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.method = policy.name.empty() ? "POST" : "PATCH";
    call.url = kMonitoring + (policy.name.empty() ? "projects/" + project + "/alertPolicies" : policy.name);
    call.body = alertPolicyJson(policy);
    call.subject = policy.title;
    m_api.json(std::move(call), asValue(readAlertPolicy, std::move(reply)));
}

void MonitoringClient::notificationChannels(const std::string &project,
                                            Reply<std::vector<NotificationChannel>> reply)
{
    if (Status good = checkPath(project, ""); !good)
        return m_api.refuse(std::move(reply), good.error());
    readPages(m_api,
              listOf(kMonitoring + "projects/" + project + "/notificationChannels?pageSize=100", project),
              "notificationChannels", kMostPolicies, asValues(readChannel, std::move(reply)));
}

void MonitoringClient::budgets(const std::string &billingAccount, Reply<std::vector<Budget>> reply)
{
    if (Status good = checkPath(billingAccount, ""); !good)
        return m_api.refuse(std::move(reply), good.error());
    readPages(
        m_api,
        listOf(kBudgets + "billingAccounts/" + billingAccount + "/budgets?pageSize=100", billingAccount),
        "budgets", kMostPolicies, asValues(readBudget, std::move(reply)));
}

void MonitoringClient::saveBudget(const std::string &billingAccount, const Budget &budget,
                                  Reply<Budget> reply)
{
    Status good = checkBudget(budget);
    if (good)
        good =
            budget.name.empty() ? checkPath(billingAccount, "") : checkPath(budget.name, "billingAccounts/");
    if (!good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.method = budget.name.empty() ? "POST" : "PATCH";
    call.url = kBudgets + (budget.name.empty()
                               ? "billingAccounts/" + billingAccount + "/budgets"
                               : budget.name + "?updateMask=displayName,amount,thresholdRules,budgetFilter,"
                                               "notificationsRule");
    call.body = budgetJson(budget);
    call.subject = budget.title;
    m_api.json(std::move(call), asValue(readBudget, std::move(reply)));
}

} // namespace batuta::cloud
