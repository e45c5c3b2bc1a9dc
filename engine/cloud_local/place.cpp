// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/place.h"

#include "engine/base/text.h"
#include "engine/net/http_server.h"

#include <algorithm>
#include <array>
#include <utility>

namespace batuta::cloud_local {
namespace {

constexpr std::string_view kGoogle = ".googleapis.com";
constexpr std::array<std::pair<std::string_view, Api>, 13> kHosts{{
    {"run.googleapis.com", Api::Run},
    {"serviceusage.googleapis.com", Api::ServiceUsage},
    {"cloudresourcemanager.googleapis.com", Api::ResourceManager},
    {"logging.googleapis.com", Api::Logging},
    {"monitoring.googleapis.com", Api::Monitoring},
    {"cloudbilling.googleapis.com", Api::Billing},
    {"billingbudgets.googleapis.com", Api::Budgets},
    {"cloudbuild.googleapis.com", Api::Build},
    {"storage.googleapis.com", Api::Storage},
    {"oauth2.googleapis.com", Api::OAuth},
    {"iamcredentials.googleapis.com", Api::IamCredentials},
    {"artifactregistry.googleapis.com", Api::Artifacts},
    {"secretmanager.googleapis.com", Api::SecretManager},
}};

std::string_view withoutPort(std::string_view host)
{
    if (host.starts_with('[')) {
        const std::size_t end = host.find(']');
        return end == std::string_view::npos ? host : host.substr(1, end - 1);
    }
    return host.substr(0, host.find(':'));
}

bool isRegion(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// `us-east1` of `us-east1-run.googleapis.com` when `end` is what stands behind it.
std::optional<Place> regional(std::string_view host, std::string_view end, Api api)
{
    if (!host.ends_with(end) || !isRegion(host.substr(0, host.size() - end.size())))
        return std::nullopt;
    return Place{api, std::string(host.substr(0, host.size() - end.size()))};
}

} // namespace

std::optional<Place> placeOf(std::string_view header)
{
    const std::string host = lowered(withoutPort(trimmed(header)));
    if (net::isLoopback(host))
        return Place{};
    for (const auto &[name, api] : kHosts)
        if (host == name)
            return Place{api};
    if (host == "metadata.google.internal" || host == "metadata")
        return Place{Api::Metadata};
    if (auto place = regional(host, "-localhost", Api::Run))
        return place; // an override of gcloud's to localhost, with the region in front (hosts file)
    for (const auto &[name, api] : kHosts)
        if (auto place = regional(host, "-" + std::string(name), api))
            return place;
    if (host.ends_with(kGoogle)) // a Google API that is not here: its paths are answered 404
        return Place{};
    return std::nullopt;
}

std::string_view hostOf(Api api)
{
    const auto found =
        std::find_if(kHosts.begin(), kHosts.end(), [api](const auto &entry) { return entry.second == api; });
    return found == kHosts.end() ? std::string_view() : found->first;
}

} // namespace batuta::cloud_local
