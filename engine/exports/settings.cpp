// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/settings.h"

#include "engine/base/text.h"
#include "engine/net/url.h"

#include <algorithm>
#include <cstdlib>

namespace batuta::exports {
namespace {

constexpr std::string_view kTracesPath = "/v1/traces";
using Pairs = std::vector<std::pair<std::string, std::string>>;

Error unusable(std::string_view key, std::string detail, std::string mend)
{
    return {ErrorCode::UsageInvalid, std::string(key), std::move(detail), {}, std::move(mend)};
}

/// The first of the keys that has a value.
struct Found
{
    std::string_view key;
    std::string value;
};

Found firstOf(const env::Environment &environment, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        if (const env::Entry *entry = environment.find(key); entry != nullptr && !entry->value.empty())
            return {key, entry->value};
    return {};
}

std::string valueOf(const env::Environment &environment, std::string_view key)
{
    return firstOf(environment, {key}).value;
}

Status checkUrl(std::string_view key, const std::string &url)
{
    if (const Result<net::Url> parsed = net::parseUrl(url); !parsed)
        return unusable(key, errorText(parsed.error()), "Write a whole http or https address.");
    return {};
}

/// `name=value,name=value` with percent-encoded values. Nothing of it may show in an error: it holds keys.
Result<Pairs> parsePairs(std::string_view key, std::string_view text)
{
    Pairs pairs;
    for (const std::string_view part : split(text, ',')) {
        if (trimmed(part).empty())
            continue;
        const std::size_t at = part.find('=');
        const std::string name(trimmed(part.substr(0, at)));
        const auto value = at == std::string_view::npos ? Result<std::string>("")
                                                        : net::percentDecoded(trimmed(part.substr(at + 1)));
        if (at == std::string_view::npos || name.empty() || !value)
            return unusable(key, "a part is not name=value",
                            "Write name=value,name=value; % and , as %25 and %2C.");
        pairs.emplace_back(name, *value);
    }
    return pairs;
}

std::string withoutSlash(std::string url)
{
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

/// The address, or "" when no traces are wanted.
Found tracesUrl(const Wanted &wanted, const env::Environment &environment)
{
    if (const Found whole = firstOf(environment, {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"});
        wanted.otlpUrl.empty() && !whole.value.empty())
        return whole;
    Found base = wanted.otlpUrl.empty() ? firstOf(environment, {"OTEL_EXPORTER_OTLP_ENDPOINT"})
                                        : Found{"--otlp", wanted.otlpUrl};
    if (base.value.empty())
        return base;
    base.value = withoutSlash(base.value);
    if (!base.value.ends_with(kTracesPath))
        base.value += kTracesPath;
    return base;
}

Status readSampling(const env::Environment &environment, Settings &settings)
{
    const std::string sampler = lowered(valueOf(environment, "OTEL_TRACES_SAMPLER"));
    const std::string share = valueOf(environment, "OTEL_TRACES_SAMPLER_ARG");
    if (sampler.ends_with("always_off"))
        settings.share = 0;
    if (sampler.ends_with("always_on") || sampler.ends_with("always_off") || share.empty())
        return {};
    char *end = nullptr;
    settings.share = std::strtod(share.c_str(), &end);
    if (*end != '\0' || !(settings.share >= 0 && settings.share <= 1))
        return unusable("OTEL_TRACES_SAMPLER_ARG", share, "Write a number from 0 to 1.");
    return {};
}

Status readHow(const env::Environment &environment, TraceSettings &traces)
{
    const Found headers =
        firstOf(environment, {"OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS"});
    Result<Pairs> pairs = parsePairs(headers.key, headers.value);
    if (!pairs)
        return pairs.error();
    traces.headers = std::move(*pairs);
    pairs = parsePairs("OTEL_RESOURCE_ATTRIBUTES", valueOf(environment, "OTEL_RESOURCE_ATTRIBUTES"));
    if (!pairs)
        return pairs.error();
    for (auto &[name, value] : *pairs)
        if (name == "service.name")
            traces.service = value;
        else
            traces.resource.emplace_back(std::move(name), std::move(value));
    if (const std::string name = valueOf(environment, "OTEL_SERVICE_NAME"); !name.empty())
        traces.service = name;
    const Found packing =
        firstOf(environment, {"OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "OTEL_EXPORTER_OTLP_COMPRESSION"});
    traces.packs = packing.value == "gzip";
    if (!traces.packs && !packing.value.empty() && packing.value != "none")
        return unusable(packing.key, packing.value, "Write gzip or none.");
    const Found timeout =
        firstOf(environment, {"OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "OTEL_EXPORTER_OTLP_TIMEOUT"});
    if (timeout.value.empty())
        return {};
    const long millis = std::strtol(timeout.value.c_str(), nullptr, 10);
    if (millis <= 0 || millis > 3'600'000)
        return unusable(timeout.key, timeout.value, "Write milliseconds.");
    traces.timeout = std::chrono::milliseconds(millis);
    return {};
}

Status readTraces(const Wanted &wanted, const env::Environment &environment, Settings &settings)
{
    const Found url = tracesUrl(wanted, environment);
    if (url.value.empty() || lowered(valueOf(environment, "OTEL_SDK_DISABLED")) == "true")
        return {};
    if (Status bad = checkUrl(url.key, url.value); !bad)
        return bad;
    TraceSettings traces;
    traces.url = url.value;
    if (Status bad = readHow(environment, traces); !bad)
        return bad;
    settings.traces = std::move(traces);
    return readSampling(environment, settings);
}

Status readCloudEvents(const Wanted &wanted, const env::Environment &environment, Settings &settings)
{
    const Found url = wanted.cloudEventsUrl.empty() ? firstOf(environment, {"BATUTA_CLOUD_EVENTS_URL"})
                                                    : Found{"--cloud-events", wanted.cloudEventsUrl};
    if (url.value.empty())
        return {};
    if (Status bad = checkUrl(url.key, url.value); !bad)
        return bad;
    CloudEventSettings events;
    events.url = url.value;
    events.secret = valueOf(environment, "BATUTA_CLOUD_EVENTS_SECRET");
    if (const std::string source = valueOf(environment, "BATUTA_CLOUD_EVENTS_SOURCE"); !source.empty())
        events.source = source;
    settings.cloudEvents = std::move(events);
    return {};
}

} // namespace

std::vector<std::string> Settings::secrets() const
{
    std::vector<std::string> secrets;
    if (traces)
        for (const auto &[name, value] : traces->headers) {
            secrets.push_back(value);
            if (const std::size_t blank = value.find(' '); blank != std::string::npos)
                secrets.push_back(value.substr(blank + 1)); // the key without its scheme
        }
    if (cloudEvents && !cloudEvents->secret.empty())
        secrets.push_back(cloudEvents->secret);
    return secrets;
}

Result<Settings> readSettings(const Wanted &wanted, const env::Environment &environment)
{
    Settings settings;
    if (!wanted.isOn)
        return settings;
    if (const Status bad = readTraces(wanted, environment, settings); !bad)
        return bad.error();
    if (const Status bad = readCloudEvents(wanted, environment, settings); !bad)
        return bad.error();
    return settings;
}

} // namespace batuta::exports
