// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/watch.h"

#include "engine/cloud/monitoring_client.h"

#include <charconv>

namespace batuta::releases {
namespace {

constexpr const char *kService = "resource.labels.service_name = \"";

Error outside(const char *field, std::string detail, std::string mend)
{
    return {ErrorCode::FlowBadValue, field, std::move(detail), {}, std::move(mend)};
}

cloud::AlertPolicy latencyPolicy(const AlertForm &form)
{
    const std::string filter = "resource.type = \"cloud_run_revision\" AND " + std::string(kService) +
                               form.service + "\" AND metric.type = \"run.googleapis.com/request_latencies\"";
    json::Object threshold{
        {"filter", filter},
        {"aggregations",
         json::Array{json::Object{{"alignmentPeriod", "60s"},
                                  {"perSeriesAligner", "ALIGN_DELTA"},
                                  {"crossSeriesReducer", "REDUCE_PERCENTILE_95"},
                                  {"groupByFields", json::Array{"resource.label.service_name"}}}}},
        {"comparison", "COMPARISON_GT"},
        {"thresholdValue", form.milliseconds},
        {"trigger", json::Object{{"count", 1}}}};
    json::Object condition{{"displayName", "p95 > " + std::to_string(form.milliseconds) + " ms"},
                           {"conditionThreshold", std::move(threshold)}};
    return {{},
            form.service + " - High Latency",
            true,
            {},
            json::Object{{"combiner", "OR"},
                         {"conditions", json::Array{std::move(condition)}},
                         {"alertStrategy", json::Object{{"autoClose", "1800s"}}}}};
}

std::string serviceIn(const std::string &filter)
{
    const std::size_t at = filter.find(kService);
    if (at == std::string::npos)
        return {};
    const std::size_t from = at + std::string_view(kService).size();
    return filter.substr(from, filter.find('"', from) - from);
}

} // namespace

Status checkForm(const AlertForm &form)
{
    if (form.service.empty() || form.service.find('"') != std::string::npos)
        return outside("service", "it names no service", "Choose one.");
    if (form.kind == AlertForm::Kind::Errors && (!(form.share > 0) || form.share > 1))
        return outside("share", "a share is above 0 and at most 1", "Write 0.05 for 5 %.");
    if (form.kind == AlertForm::Kind::Latency && (form.milliseconds < 1 || form.milliseconds > 3'600'000))
        return outside("milliseconds", "p95 is between 1 ms and an hour", "Write 2000 for 2 s.");
    if (form.minutes < 0 || form.minutes > 1'410)
        return outside("minutes", "it is no number of minutes up to 23.5 hours", "Write 1 to 1410.");
    return {};
}

cloud::AlertPolicy policyOf(const AlertForm &form, const cloud::AlertPolicy *was)
{
    cloud::AlertPolicy policy = form.kind == AlertForm::Kind::Errors
                                    ? cloud::errorRatePolicy(form.service, form.share, {})
                                    : latencyPolicy(form);
    policy.name = form.name;
    policy.channels = form.channels;
    policy.isEnabled = form.isEnabled;
    json::Object whole = was == nullptr ? json::Object() : was->whole.asObject();
    for (const auto &[name, value] : policy.whole.asObject())
        if (name == "conditions" || !whole.contains(name))
            whole.set(name, value);
    json::Value conditions = whole["conditions"];
    conditions.array()[0].object()["conditionThreshold"].object().set(
        "duration", std::to_string(form.minutes * 60) + "s");
    whole.set("conditions", std::move(conditions));
    policy.whole = std::move(whole);
    if (was != nullptr && !was->title.empty())
        policy.title = was->title;
    return policy;
}

std::optional<AlertForm> formOf(const cloud::AlertPolicy &policy)
{
    const json::Array &conditions = policy.whole["conditions"].asArray();
    if (conditions.size() != 1)
        return std::nullopt;
    const json::Value &threshold = conditions.front()["conditionThreshold"];
    const std::string &filter = threshold["filter"].asString();
    AlertForm form;
    form.service = serviceIn(filter);
    const bool isRatio = filter.find("request_count") != std::string::npos &&
                         filter.find("\"5xx\"") != std::string::npos &&
                         !threshold["denominatorFilter"].asString().empty();
    const bool isLatency = filter.find("request_latencies") != std::string::npos;
    if (form.service.empty() || (!isRatio && !isLatency) ||
        threshold["comparison"].asString() != "COMPARISON_GT")
        return std::nullopt;
    form.kind = isRatio ? AlertForm::Kind::Errors : AlertForm::Kind::Latency;
    const double value = threshold["thresholdValue"].asDouble();
    form.share = isRatio ? value : form.share;
    form.milliseconds = isLatency ? static_cast<int>(value) : form.milliseconds;
    const std::string &duration = threshold["duration"].asString();
    int seconds = 0;
    std::from_chars(duration.data(), duration.data() + duration.size(), seconds);
    form.minutes = seconds / 60;
    form.name = policy.name;
    form.channels = policy.channels;
    form.isEnabled = policy.isEnabled;
    return form;
}

cloud::Budget usualBudget(const std::string &project)
{
    cloud::Budget budget;
    budget.title = (project + " - monthly").substr(0, 60);
    budget.thresholds = {{0.5, false}, {0.9, false}, {1, false}, {1, true}};
    budget.projects = {project};
    return budget;
}

} // namespace batuta::releases
