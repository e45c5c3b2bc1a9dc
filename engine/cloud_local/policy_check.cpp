// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/policy_check.h"

#include "engine/cloud_local/log_filter.h"

#include <charconv>
#include <set>

namespace batuta::cloud_local {
namespace {

using json::Value;

/// Seconds of `60s`; below 0 for what is none.
double jsonSeconds(const Value &value)
{
    const std::string &text = value.asString();
    double seconds = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return error == std::errc() && std::string_view(end) == "s" ? seconds : -1;
}

bool isWholeMinutes(double seconds)
{
    return seconds >= 0 && static_cast<std::int64_t>(seconds) % 60 == 0;
}

class PolicyCheck
{
public:
    Violations take(const Value &policy)
    {
        if (policy["displayName"].asString().empty())
            add("displayName", "is required.");
        const json::Array &conditions = policy["conditions"].asArray();
        if (conditions.empty() || conditions.size() > 6)
            add("conditions", "An alert policy must have 1 to 6 conditions.");
        static const std::set<std::string_view> kCombiners{"AND", "OR", "AND_WITH_MATCHING_RESOURCE"};
        if (!kCombiners.contains(policy["combiner"].asString()))
            add("combiner", "must be AND, OR or AND_WITH_MATCHING_RESOURCE.");
        static const std::set<std::string_view> kSeverities{"", "CRITICAL", "ERROR", "WARNING"};
        if (!kSeverities.contains(policy["severity"].asString()))
            add("severity", "must be CRITICAL, ERROR or WARNING.");
        for (std::size_t i = 0; i < conditions.size(); ++i)
            condition(conditions[i], "conditions[" + std::to_string(i) + "]", policy);
        return std::move(m_found);
    }

private:
    void add(std::string field, std::string words)
    {
        m_found.push_back({std::move(field), std::move(words)});
    }

    void condition(const Value &given, const std::string &at, const Value &policy)
    {
        if (given["displayName"].asString().empty())
            add(at + ".displayName", "is required.");
        int kinds = 0;
        for (const char *kind :
             {"conditionThreshold", "conditionAbsent", "conditionMatchedLog",
              "conditionPrometheusQueryLanguage", "conditionMonitoringQueryLanguage", "conditionSql"})
            kinds += given[kind].isObject() ? 1 : 0;
        if (kinds != 1)
            add(at, "exactly one kind of condition must be set.");
        if (given["conditionThreshold"].isObject())
            threshold(given["conditionThreshold"], at + ".conditionThreshold");
        if (const Value &absent = given["conditionAbsent"]; absent.isObject()) {
            filter(absent["filter"], at + ".conditionAbsent.filter");
            if (jsonSeconds(absent["duration"]) < 120)
                add(at + ".conditionAbsent.duration", "must be at least 120s.");
        }
        if (given["conditionMatchedLog"].isObject()) {
            filter(given["conditionMatchedLog"]["filter"], at + ".conditionMatchedLog.filter");
            if (!policy["alertStrategy"]["notificationRateLimit"].isObject())
                add("alertStrategy.notificationRateLimit", "is required with a condition on log lines.");
        }
        if (const Value &prom = given["conditionPrometheusQueryLanguage"];
            prom.isObject() && prom["query"].asString().empty())
            add(at + ".conditionPrometheusQueryLanguage.query", "is required.");
    }

    void filter(const Value &given, const std::string &at)
    {
        if (given.asString().empty())
            add(at, "is required.");
        else if (const auto parsed = LogFilter::parse(given.asString()); !parsed)
            add(at, parsed.error().message);
    }

    void threshold(const Value &given, const std::string &at)
    {
        filter(given["filter"], at + ".filter");
        if (given["filter"].isString() && given["filter"].asString().find("metric.type") == std::string::npos)
            add(at + ".filter", "must name one metric.type.");
        const std::string &comparison = given["comparison"].asString();
        if (comparison != "COMPARISON_GT" && comparison != "COMPARISON_LT")
            add(at + ".comparison", "must be COMPARISON_GT or COMPARISON_LT.");
        if (!given["duration"].isNull() && !isWholeMinutes(jsonSeconds(given["duration"])))
            add(at + ".duration", "must be whole minutes, such as 60s.");
        for (const Value &aggregation : given["aggregations"].asArray())
            if (jsonSeconds(aggregation["alignmentPeriod"]) < 60)
                add(at + ".aggregations.alignmentPeriod", "must be at least 60s.");
    }

    Violations m_found;
};

} // namespace

Violations alertPolicyViolations(const Value &policy)
{
    return PolicyCheck().take(policy);
}

Violations channelViolations(const Value &channel)
{
    Violations found;
    const std::string &type = channel["type"].asString();
    static const std::set<std::string_view> kTypes{"email",  "webhook_tokenauth", "webhook_basicauth",
                                                   "slack",  "pagerduty",         "sms",
                                                   "pubsub", "google_chat"};
    if (!kTypes.contains(type))
        found.push_back({"type", "is not the type of a notification channel: '" + type + "'."});
    if (type == "email" && channel["labels"]["email_address"].asString().find('@') == std::string::npos)
        found.push_back({"labels.email_address", "must be an e-mail address."});
    return found;
}

Violations budgetViolations(const Value &budget)
{
    Violations found;
    const auto add = [&found](std::string field, std::string words) {
        found.push_back({std::move(field), std::move(words)});
    };
    if (budget["displayName"].asString().size() > 60 * 4)
        add("displayName", "must not exceed 60 characters.");
    const Value &amount = budget["amount"];
    if (amount["specifiedAmount"].isObject() == amount["lastPeriodAmount"].isObject())
        add("amount", "exactly one of specifiedAmount and lastPeriodAmount must be set.");
    const Value &nanos = amount["specifiedAmount"]["nanos"];
    if (nanos.asInteger() < 0 || nanos.asInteger() > 999'999'999)
        add("amount.specifiedAmount.nanos", "must be between 0 and 999999999.");
    const json::Array &rules = budget["thresholdRules"].asArray();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string at = "thresholdRules[" + std::to_string(i) + "]";
        if (!rules[i]["thresholdPercent"].isNull() && rules[i]["thresholdPercent"].asDouble(-1) < 0)
            add(at + ".thresholdPercent", "must not be negative; 1.0 is 100 %.");
        const std::string &basis = rules[i]["spendBasis"].asString();
        if (!basis.empty() && basis != "CURRENT_SPEND" && basis != "FORECASTED_SPEND" &&
            basis != "BASIS_UNSPECIFIED")
            add(at + ".spendBasis", "must be CURRENT_SPEND or FORECASTED_SPEND.");
    }
    if (budget["notificationsRule"]["monitoringNotificationChannels"].asArray().size() > 5)
        add("notificationsRule.monitoringNotificationChannels", "must not be more than 5.");
    return found;
}

} // namespace batuta::cloud_local
