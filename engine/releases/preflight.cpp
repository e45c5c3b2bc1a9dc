// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/preflight.h"

#include "engine/base/units.h"
#include "engine/releases/traffic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace batuta::releases {
namespace {

using Findings = std::vector<Finding>;
constexpr std::uint64_t kMi = 1ULL << 20, kGi = 1ULL << 30;
constexpr std::size_t kMostEnv = 32'768; ///< bytes of a name, and of a value

void fail(Findings &found, const char *code, std::string text, std::string mend)
{
    found.push_back({Finding::Weight::Fails, code, std::move(text), std::move(mend)});
}

void warn(Findings &found, const char *code, std::string text, std::string mend)
{
    found.push_back({Finding::Weight::Warns, code, std::move(text), std::move(mend)});
}

struct MemoryRange
{
    double cpu; ///< from this on
    std::uint64_t least;
    std::uint64_t most;
};
constexpr std::array kMemoryByCpu{MemoryRange{0, 128 * kMi, 512 * kMi}, MemoryRange{0.5, 128 * kMi, kGi},
                                  MemoryRange{1, 128 * kMi, 4 * kGi},   MemoryRange{2, 128 * kMi, 8 * kGi},
                                  MemoryRange{4, 2 * kGi, 16 * kGi},    MemoryRange{6, 4 * kGi, 24 * kGi},
                                  MemoryRange{8, 4 * kGi, 32 * kGi}};

bool isWholeCpu(double cpu)
{
    return cpu == 1 || cpu == 2 || cpu == 4 || cpu == 6 || cpu == 8;
}

void checkSize(const cloud::ServiceConfig &config, Findings &found)
{
    const std::optional<double> cpu = cpuOf(config.cpu);
    if (!cpu || *cpu < 0.08 || (*cpu > 1 && !isWholeCpu(*cpu)))
        return fail(found, "cpu", "`" + config.cpu + "` is no number of CPUs that Cloud Run has",
                    "Choose 0.08 to 1, or 2, 4, 6, 8.");
    const Result<std::uint64_t> memory = parseSize(config.memory);
    if (!memory)
        return fail(found, "memory", "`" + config.memory + "` is no size", "Write 512Mi, 2Gi …");
    const MemoryRange *range = nullptr;
    for (const MemoryRange &one : kMemoryByCpu)
        range = *cpu >= one.cpu ? &one : range;
    const bool isSecond = config.executionEnvironment == "EXECUTION_ENVIRONMENT_GEN2";
    const std::uint64_t least = std::max(range->least, isSecond ? 512 * kMi : 0);
    if (*memory < least || *memory > range->most)
        fail(found, "memory",
             config.memory + " does not go with " + config.cpu + " CPU: " + sizeText(least) + " to " +
                 sizeText(range->most) + " does",
             "Change the memory or the CPU.");
    if (*cpu < 1 && config.concurrency != 1)
        fail(found, "concurrency", "an instance with less than one CPU takes one request at a time",
             "Set the concurrency to 1, or give it a CPU.");
    if (*cpu < 1 && !config.cpuIdle)
        fail(found, "cpu", "less than one CPU is only there while requests are", "Give it a whole CPU.");
}

struct Range
{
    int least;
    int most;
};

void checkRange(Findings &found, const char *code, const char *what, int value, Range range)
{
    if (value < range.least || value > range.most)
        fail(found, code,
             std::string(what) + " is " + std::to_string(value) + "; " + std::to_string(range.least) +
                 " to " + std::to_string(range.most) + " is possible",
             "Change it.");
}

void checkEnv(const cloud::ServiceConfig &config, Findings &found)
{
    static const std::set<std::string> kReserved{"PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"};
    std::set<std::string> seen;
    for (const cloud::EnvVar &one : config.env) {
        if (kReserved.contains(one.name))
            fail(found, "env", one.name + " is set by Cloud Run itself", "Remove it.");
        if (one.name.empty() || one.name.size() > kMostEnv || one.name.find('=') != std::string::npos)
            fail(found, "env", "`" + one.name.substr(0, 60) + "` is no name of a key", "Rename it.");
        if (one.value.size() > kMostEnv)
            fail(found, "env", "the value of " + one.name.substr(0, 60) + " is longer than 32 KiB",
                 "Put it into a file or a secret.");
        if (!seen.insert(one.name).second)
            fail(found, "env", one.name.substr(0, 60) + " stands twice", "Remove one of the two.");
    }
}

void checkProbe(const cloud::Probe &probe, bool isStartup, Findings &found)
{
    const char *code = isStartup ? "startup_probe" : "liveness_probe";
    const int longest = isStartup ? 240 : 3'600;
    checkRange(found, code, "the delay of the probe", probe.initialDelaySeconds, {0, longest});
    checkRange(found, code, "the period of the probe", probe.periodSeconds, {1, longest});
    checkRange(found, code, "the timeout of the probe", probe.timeoutSeconds, {1, probe.periodSeconds});
    if (probe.failureThreshold < 1)
        fail(found, code, "the probe fails before it has been tried", "Write 1 or more failures.");
    if (isStartup && probe.failureThreshold * probe.periodSeconds > 240)
        fail(found, code, "the probe could take longer than the 240 s that a start may",
             "Lower the period or the number of failures.");
    if (probe.kind == cloud::Probe::Kind::Http && !probe.path.starts_with('/'))
        fail(found, code, "the path of the probe does not begin with /", "Write /health or the like.");
}

bool isName(const std::string &name, std::size_t most)
{
    if (name.empty() || name.size() > most || name.front() < 'a' || name.front() > 'z' || name.back() == '-')
        return false;
    return std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

} // namespace

std::optional<double> cpuOf(const std::string &text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || !std::isfinite(value) || value < 0)
        return std::nullopt;
    if (read.ptr == end)
        return value;
    return std::string_view(read.ptr, static_cast<std::size_t>(end - read.ptr)) == "m"
               ? std::optional(value / 1'000)
               : std::nullopt;
}

Findings checkConfig(const cloud::ServiceConfig &config)
{
    Findings found;
    if (config.image.empty())
        fail(found, "image", "there is no image", "Name one.");
    if (config.image.starts_with("gcr.io/") || config.image.find(".gcr.io/") != std::string::npos)
        warn(found, "image", "Container Registry is shut down; gcr.io is served by Artifact Registry at most",
             "Use REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.");
    checkSize(config, found);
    checkRange(found, "timeout", "the timeout in seconds", config.timeoutSeconds, {1, 3'600});
    checkRange(found, "concurrency", "the concurrency", config.concurrency, {1, 1'000});
    checkRange(found, "port", "the port", config.port, {1, 65'535});
    checkRange(found, "max_instances", "the most instances", config.maxInstances, {1, 1'000});
    checkRange(found, "min_instances", "the fewest instances", config.minInstances,
               {0, std::max(0, config.maxInstances)});
    checkEnv(config, found);
    if (config.startup)
        checkProbe(*config.startup, true, found);
    if (config.liveness)
        checkProbe(*config.liveness, false, found);
    return found;
}

Findings checkNames(const std::string &service, const std::string &revision)
{
    Findings found;
    if (!isName(service, 49))
        fail(found, "name", "`" + service.substr(0, 80) + "` is no name of a service",
             "Fewer than 50 small letters, digits and hyphens, a letter first.");
    if (!revision.empty() && (!isName(revision, 63) || !revision.starts_with(service + "-")))
        fail(found, "revision", "`" + revision.substr(0, 80) + "` is no name of a revision of " + service,
             "Write " + service + "-SUFFIX, at most 63 characters.");
    return found;
}

Findings checkState(const cloud::Service &service, const cloud::CloudPort::Draft &draft,
                    const std::vector<cloud::Revision> &revisions)
{
    Findings found;
    const Traffic &after = draft.traffic.empty() ? service.traffic : draft.traffic;
    const bool isNamed = std::any_of(after.begin(), after.end(), [&](const auto &target) {
        return !draft.revision.empty() && target.revision == draft.revision;
    });
    const bool isTagged = std::any_of(draft.traffic.begin(), draft.traffic.end(), [](const auto &target) {
        return target.isLatest() && !target.tag.empty();
    });
    if (isPinned(after) && !isNamed && !isTagged)
        warn(found, "pinned",
             "the traffic is pinned to " + trafficText(after) + ": the new revision gets 0 %",
             "Send traffic to the latest: batuta traffic " + service.name.service + " latest=100.");
    const bool isTaken = std::any_of(revisions.begin(), revisions.end(),
                                     [&](const auto &one) { return one.name == draft.revision; });
    if (isTaken)
        fail(found, "revision", "there is a revision " + draft.revision + " already",
             "Choose another suffix.");
    if (service.isReconciling)
        warn(found, "reconciling", "another change of the service is under way", "Wait for its end.");
    return found;
}

bool fails(const Findings &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &one) { return one.weight == Finding::Weight::Fails; });
}

} // namespace batuta::releases
