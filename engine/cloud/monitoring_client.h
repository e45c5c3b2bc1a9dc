// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/watch_values.h"

namespace batuta::cloud {

/// Cloud Monitoring (series, alert policies, notification channels) and the budgets of Cloud Billing.
class MonitoringClient
{
public:
    explicit MonitoringClient(Api &api)
        : m_api(api)
    {
    }

    void series(const SeriesQuery &query, Reply<std::vector<Series>> reply);
    void alertPolicies(const std::string &project, Reply<std::vector<AlertPolicy>> reply);
    void saveAlertPolicy(const std::string &project, const AlertPolicy &policy, Reply<AlertPolicy> reply);
    void notificationChannels(const std::string &project, Reply<std::vector<NotificationChannel>> reply);
    void budgets(const std::string &billingAccount, Reply<std::vector<Budget>> reply);
    void saveBudget(const std::string &billingAccount, const Budget &budget, Reply<Budget> reply);

private:
    Api &m_api;
};

Result<Series> readSeries(const json::Value &json);
Result<AlertPolicy> readAlertPolicy(const json::Value &json);
json::Value alertPolicyJson(const AlertPolicy &policy);
Result<Budget> readBudget(const json::Value &json);
json::Value budgetJson(const Budget &budget);

/// What Google would refuse only later, or take for something else: FlowBadValue, with the condition as
/// subject.
Status checkAlertPolicy(const AlertPolicy &policy);
/// A share of 90 means 9000 %, and a name has 60 characters at most.
Status checkBudget(const Budget &budget);

/// The alert "more than `share` of the requests of a service answer 5xx": a ratio of two rates, since a count
/// by itself says nothing.
AlertPolicy errorRatePolicy(const std::string &service, double share, std::vector<std::string> channels);

} // namespace batuta::cloud
