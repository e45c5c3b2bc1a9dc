// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/monitoring_client.h"

#include "engine/json/json.h"

#include <charconv>

namespace batuta::cloud {
namespace {

Error bad(const std::string &subject, std::string detail, std::string mend)
{
    return {ErrorCode::FlowBadValue, subject, std::move(detail), {}, std::move(mend)};
}

/// `300s` → 300; -1 for what is no whole number of seconds.
std::int64_t secondsOf(const json::Value &duration)
{
    const std::string &text = duration.asString();
    std::int64_t seconds = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool isWhole = read.ec == std::errc() && std::string_view(read.ptr) == "s";
    return isWhole ? seconds : -1;
}

Status checkThreshold(const json::Value &threshold, const std::string &name)
{
    const std::string &comparison = threshold["comparison"].asString();
    if (comparison != "COMPARISON_GT" && comparison != "COMPARISON_LT")
        return bad(name, "only greater and less can be compared", "Use COMPARISON_GT or COMPARISON_LT.");
    const json::Value &duration = threshold["duration"];
    const std::int64_t seconds = duration.isNull() ? 0 : secondsOf(duration);
    if (seconds < 0 || seconds % 60 != 0)
        return bad(name, "its duration is no whole number of minutes", "Write 0s, 60s, 120s ….");
    if (threshold["filter"].asString().find("metric.type") == std::string::npos)
        return bad(name, "its filter names no metric", "Add `metric.type = \"…\"`.");
    const bool isRatio = !threshold["denominatorFilter"].asString().empty();
    const double value = threshold["thresholdValue"].asDouble();
    if (isRatio && value > 1)
        return bad(name, "a ratio is compared with more than 1", "Write 0.05 for 5 %.");
    if (isRatio && threshold["denominatorAggregations"].asArray().empty())
        return bad(name, "the denominator of its ratio is not aligned", "Add denominatorAggregations.");
    return {};
}

Status checkCondition(const json::Value &condition, const json::Value &strategy)
{
    const std::string &name = condition["displayName"].asString();
    if (condition["conditionThreshold"].isObject())
        return checkThreshold(condition["conditionThreshold"], name);
    if (condition["conditionAbsent"].isObject()) {
        if (secondsOf(condition["conditionAbsent"]["duration"]) < 120)
            return bad(name, "an absence shorter than two minutes cannot be told", "Write 120s or more.");
        return {};
    }
    if (condition["conditionMatchedLog"].isObject()) {
        if (!strategy["notificationRateLimit"].isObject())
            return bad(name, "an alert on log entries needs a limit of its notifications",
                       "Add alertStrategy.notificationRateLimit.");
        return {};
    }
    for (const char *kind :
         {"conditionPrometheusQueryLanguage", "conditionMonitoringQueryLanguage", "conditionSql"})
        if (condition[kind].isObject())
            return {};
    return bad(name, "it says nothing that could be true", "Add conditionThreshold or another kind.");
}

} // namespace

Status checkAlertPolicy(const AlertPolicy &policy)
{
    const json::Array &conditions = policy.whole["conditions"].asArray();
    if (policy.title.empty())
        return bad("displayName", "the policy has no name", "Name it.");
    if (conditions.empty() || conditions.size() > 6)
        return bad(policy.title, std::to_string(conditions.size()) + " conditions", "Write 1 to 6.");
    if (policy.whole["combiner"].asString().empty())
        return bad(policy.title, "it does not say how its conditions go together", "Write OR or AND.");
    for (const json::Value &condition : conditions)
        if (Status good = checkCondition(condition, policy.whole["alertStrategy"]); !good)
            return good;
    for (const std::string &channel : policy.channels)
        if (channel.find("/notificationChannels/") == std::string::npos)
            return bad(channel, "it is no notification channel",
                       "Write projects/PROJECT/notificationChannels/ID.");
    return {};
}

Status checkBudget(const Budget &budget)
{
    constexpr std::size_t kLongestTitle = 60, kMostChannels = 5;
    if (budget.title.empty() || budget.title.size() > kLongestTitle)
        return bad("displayName", "a budget's name has 1 to 60 characters", "Change it.");
    if (budget.amountCents && *budget.amountCents <= 0)
        return bad(budget.title, "its amount is not above zero", "Write an amount.");
    for (const Budget::Threshold &one : budget.thresholds)
        if (!(one.share > 0) || one.share > 10)
            return bad(budget.title, "a threshold is a share, and 1 is 100 %", "Write 0.9 for 90 %.");
    if (budget.channels.size() > kMostChannels)
        return bad(budget.title, "more than 5 channels", "Remove some.");
    return {};
}

AlertPolicy errorRatePolicy(const std::string &service, double share, std::vector<std::string> channels)
{
    const std::string all = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"" +
                            service + "\" AND metric.type = \"run.googleapis.com/request_count\"";
    const json::Array aligned{json::Object{{"alignmentPeriod", "60s"},
                                           {"perSeriesAligner", "ALIGN_RATE"},
                                           {"crossSeriesReducer", "REDUCE_SUM"},
                                           {"groupByFields", json::Array{"resource.label.service_name"}}}};
    json::Object threshold{{"filter", all + " AND metric.labels.response_code_class = \"5xx\""},
                           {"denominatorFilter", all},
                           {"aggregations", aligned},
                           {"denominatorAggregations", aligned},
                           {"comparison", "COMPARISON_GT"},
                           {"thresholdValue", share},
                           {"duration", "60s"},
                           {"trigger", json::Object{{"count", 1}}}};
    json::Object condition{{"displayName", "5xx ratio > " + json::numberText(share * 100) + "%"},
                           {"conditionThreshold", std::move(threshold)}};
    return {{},
            service + " - High Error Rate",
            true,
            std::move(channels),
            json::Object{{"combiner", "OR"},
                         {"conditions", json::Array{std::move(condition)}},
                         {"alertStrategy", json::Object{{"autoClose", "1800s"}}}}};
}

} // namespace batuta::cloud
