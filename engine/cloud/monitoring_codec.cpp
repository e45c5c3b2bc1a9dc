// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/monitoring_client.h"
#include "engine/cloud/texts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace batuta::cloud {
namespace {

double numberOf(const json::Value &value)
{
    if (!value.isString())
        return value.asDouble();
    const std::string &text = value.asString();
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::int64_t wholeOf(const json::Value &value)
{
    const double number = numberOf(value);
    return std::abs(number) < 9e15 ? static_cast<std::int64_t>(number) : 0;
}

double pointValue(const json::Value &value)
{
    if (value["boolValue"].isBoolean())
        return value["boolValue"].asBoolean() ? 1 : 0;
    for (const char *kind : {"int64Value", "doubleValue"})
        if (!value[kind].isNull())
            return numberOf(value[kind]);
    if (value["distributionValue"]
            .isObject()) // not reduced by an aligner: its mean is what one number can say
        return numberOf(value["distributionValue"]["mean"]);
    return std::numeric_limits<double>::quiet_NaN();
}

void addLabels(const json::Value &labels, Names &names)
{
    for (const auto &[name, value] : labels.asObject())
        names.emplace_back(name, value.asString());
}

constexpr std::int64_t kNanosOfCent = 10'000'000;

} // namespace

Result<Series> readSeries(const json::Value &json)
{
    Series series;
    addLabels(json["resource"]["labels"], series.labels);
    addLabels(json["metric"]["labels"], series.labels);
    series.unit = json["unit"].asString();
    for (const json::Value &one : json["points"].asArray()) {
        Point point{{}, pointValue(one["value"])};
        if (parseIsoTime(one["interval"]["endTime"].asString(), point.at) && !std::isnan(point.value))
            series.points.push_back(point);
    }
    std::reverse(series.points.begin(), series.points.end()); // the newest came first
    return series;
}

Result<AlertPolicy> readAlertPolicy(const json::Value &json)
{
    return AlertPolicy{json["name"].asString(), json["displayName"].asString(),
                       json["enabled"].asBoolean(true), textsOf(json["notificationChannels"]), json};
}

json::Value alertPolicyJson(const AlertPolicy &policy)
{
    json::Object json = policy.whole.asObject();
    for (const char *own : {"creationRecord", "mutationRecord", "validity"})
        json.erase(own);
    if (policy.name.empty()) // a name of a new one is refused
        json.erase("name");
    else
        json.set("name", policy.name);
    json.set("displayName", policy.title);
    json.set("enabled", policy.isEnabled);
    json.set("notificationChannels", json::Array(policy.channels.begin(), policy.channels.end()));
    return json;
}

Result<Budget> readBudget(const json::Value &json)
{
    Budget budget;
    budget.name = json["name"].asString();
    budget.etag = json["etag"].asString();
    budget.title = json["displayName"].asString();
    const json::Value &amount = json["amount"]["specifiedAmount"];
    if (amount.isObject()) {
        budget.currency = amount["currencyCode"].asString();
        budget.amountCents = wholeOf(amount["units"]) * 100 + wholeOf(amount["nanos"]) / kNanosOfCent;
    }
    for (const json::Value &rule : json["thresholdRules"].asArray())
        budget.thresholds.push_back(
            {numberOf(rule["thresholdPercent"]), rule["spendBasis"].asString() == "FORECASTED_SPEND"});
    for (const std::string &project : textsOf(json["budgetFilter"]["projects"]))
        budget.projects.push_back(project.substr(project.rfind('/') + 1));
    budget.channels = textsOf(json["notificationsRule"]["monitoringNotificationChannels"]);
    return budget;
}

json::Value budgetJson(const Budget &budget)
{
    json::Object json{{"displayName", budget.title}};
    if (!budget.etag.empty())
        json.set("etag", budget.etag);
    json::Object amount;
    if (budget.amountCents) {
        json::Object specified{{"units", std::to_string(*budget.amountCents / 100)}};
        if (const std::int64_t cents = *budget.amountCents % 100; cents != 0)
            specified.set("nanos", cents * kNanosOfCent);
        if (!budget.currency.empty())
            specified.set("currencyCode", budget.currency);
        amount.set("specifiedAmount", std::move(specified));
    } else {
        amount.set("lastPeriodAmount", json::Object());
    }
    json.set("amount", std::move(amount));
    json::Array rules;
    for (const Budget::Threshold &one : budget.thresholds)
        rules.emplace_back(json::Object{{"thresholdPercent", one.share},
                                        {"spendBasis", one.forecast ? "FORECASTED_SPEND" : "CURRENT_SPEND"}});
    json.set("thresholdRules", std::move(rules));
    json::Array projects;
    for (const std::string &project : budget.projects)
        projects.emplace_back("projects/" + project);
    if (!projects.empty())
        json.set("budgetFilter", json::Object{{"projects", std::move(projects)}});
    if (!budget.channels.empty())
        json.set("notificationsRule",
                 json::Object{{"monitoringNotificationChannels",
                               json::Array(budget.channels.begin(), budget.channels.end())}});
    return json;
}

} // namespace batuta::cloud
