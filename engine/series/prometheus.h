// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/environment.h"
#include "engine/net/http_client.h"
#include "engine/series/keeper.h"
#include "engine/series/settings.h"

#include <memory>
#include <string>

namespace batuta::series {

/// Asks Prometheus servers with PromQL over /api/v1/query_range: at most 15 seconds, 16 MB and 11,000 points
/// an answer. The token is the value of a key of the environment; it is in no error. Lives on the loop's
/// thread.
class Prometheus
{
public:
    Prometheus(net::HttpClient &http, const env::Environment &environment)
        : m_http(http)
        , m_environment(environment)
    {
    }

    /// NetConnect, NetTimeout …, HttpUnauthorized, or InputInvalid with what the server says of the
    /// expression.
    void ask(const PrometheusSource &source, const Question &question, Reply<Answer> reply);

private:
    net::HttpClient &m_http;
    const env::Environment &m_environment;
};

/// The body of an answer as lines on the steps of the question; a step without a point is a gap.
Result<Answer> readPrometheus(std::string_view body, const Question &question, const std::string &source);

} // namespace batuta::series
