// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/alert_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::series {

/// A Prometheus server that boards and alerts may ask. Keys of the environment hold what is secret.
struct PrometheusSource
{
    std::string name{};
    std::string url{};      ///< `https://prometheus:9090`, without /api
    std::string tokenKey{}; ///< sent as a bearer token; "" for none
};

/// Where alerts are sent. The address is the value of a key of the environment, so that the file can be
/// shared.
struct AlertChannel
{
    enum class Kind { Webhook, Slack };
    std::string name{};
    Kind kind = Kind::Webhook;
    std::string urlKey{};
    std::string secretKey{}; ///< signs a webhook's request; "" for none
};

/// `metrics.yaml` of a workspace: sources, channels and alert rules.
struct Settings
{
    std::string file{};
    std::vector<PrometheusSource> sources{};
    std::vector<AlertChannel> channels{};
    std::vector<AlertRule> rules{};
    Errors problems{}; ///< what was wrong; the parts that could be read are there

    const PrometheusSource *source(std::string_view name) const;
    const AlertChannel *channel(std::string_view name) const;
};

Settings readSettings(std::string_view text, const std::string &file);
/// Of the file in this folder; without it there are none. Blocks its thread.
Settings loadSettings(const std::string &workspace);

} // namespace batuta::series
