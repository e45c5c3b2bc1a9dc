// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/time_series.h"

#include <algorithm>

namespace batuta::cloud_local {
namespace {

using fleet::Minute;
using Tell = MetricKind::Tell;

Sample number(double value)
{
    Sample sample;
    sample.number = value;
    return sample;
}

void tellDistribution(const fleet::Distribution &values, Labels labels, const Tell &tell)
{
    if (values.count == 0)
        return;
    Sample sample;
    sample.distribution = values;
    tell(std::move(labels), std::move(sample));
}

Labels ofStatus(int status)
{
    return {{"response_code", std::to_string(status)},
            {"response_code_class", std::to_string(status / 100) + "xx"}};
}

void requestCount(const Minute &minute, const Tell &tell)
{
    for (const auto &[status, count] : minute.requests)
        tell(ofStatus(status), number(static_cast<double>(count)));
}

void requestLatencies(const Minute &minute, const Tell &tell)
{
    for (const auto &[status, values] : minute.latencies)
        tellDistribution(values, ofStatus(status), tell);
}

void instanceCount(const Minute &minute, const Tell &tell)
{
    tell({{"state", "active"}}, number(minute.activeInstances));
    tell({{"state", "idle"}}, number(minute.idleInstances));
}

void cpuUse(const Minute &minute, const Tell &tell)
{
    tellDistribution(minute.cpu, {}, tell);
}

void memoryUse(const Minute &minute, const Tell &tell)
{
    tellDistribution(minute.memory, {}, tell);
}

void cpuTime(const Minute &minute, const Tell &tell)
{
    tell({}, number(minute.allocatedCpuSeconds));
}

void billableTime(const Minute &minute, const Tell &tell)
{
    tell({}, number(minute.billableSeconds));
}

void startup(const Minute &minute, const Tell &tell)
{
    tellDistribution(minute.startup, {}, tell);
}

void concurrency(const Minute &minute, const Tell &tell)
{
    tellDistribution(minute.concurrency, {{"state", "active"}}, tell);
}

void received(const Minute &minute, const Tell &tell)
{
    tell({{"kind", "internet"}}, number(static_cast<double>(minute.receivedBytes)));
}

void sent(const Minute &minute, const Tell &tell)
{
    tell({{"kind", "internet"}}, number(static_cast<double>(minute.sentBytes)));
}

Labels ofProbe(const fleet::ProbeKind &kind)
{
    return {{"probe_type", kind.isLiveness ? "Liveness" : "Startup"},
            {"probe_action", kind.isHttp ? "HTTP_GET" : "TCP_SOCKET"},
            {"is_healthy", kind.isHealthy ? "true" : "false"},
            {"is_default", kind.isDefault ? "true" : "false"}};
}

void probes(const Minute &minute, const Tell &tell)
{
    for (const auto &[kind, count] : minute.probes)
        tell(ofProbe(kind), number(static_cast<double>(count)));
}

void probeTimes(const Minute &minute, const Tell &tell)
{
    for (const auto &[kind, values] : minute.probeTimes)
        tellDistribution(values, ofProbe(kind), tell);
}

constexpr MetricKind kKinds[] = {
    {"request_count", false, "INT64", "1", requestCount},
    {"request_latencies", false, "DISTRIBUTION", "ms", requestLatencies},
    {"container/instance_count", true, "INT64", "1", instanceCount},
    {"container/containers", true, "INT64", "1", instanceCount},
    {"container/cpu/utilizations", false, "DISTRIBUTION", "1", cpuUse},
    {"container/memory/utilizations", false, "DISTRIBUTION", "1", memoryUse},
    {"container/cpu/allocation_time", false, "DOUBLE", "s", cpuTime},
    {"container/billable_instance_time", false, "DOUBLE", "s", billableTime},
    {"container/startup_latencies", false, "DISTRIBUTION", "ms", startup},
    {"container/max_request_concurrencies", false, "DISTRIBUTION", "1", concurrency},
    {"container/network/received_bytes_count", false, "INT64", "By", received},
    {"container/network/sent_bytes_count", false, "INT64", "By", sent},
    {"container/completed_probe_count", false, "INT64", "1", probes},
    {"container/probe_latencies", false, "DISTRIBUTION", "ms", probeTimes},
};

} // namespace

const MetricKind *metricKind(std::string_view type)
{
    constexpr std::string_view kStart = "run.googleapis.com/";
    if (!type.starts_with(kStart))
        return nullptr;
    const auto found = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const MetricKind &kind) {
        return kind.type == type.substr(kStart.size());
    });
    return found == std::end(kKinds) ? nullptr : found;
}

} // namespace batuta::cloud_local
