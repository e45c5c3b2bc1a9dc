// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/live_events.h"
#include "engine/host/engine.h"
#include "engine/jwt/cached_verifier.h"
#include "engine/net/http_server.h"
#include "engine/telemetry/metrics.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::api {

struct ApiOptions
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                ///< 0 picks a free one
    std::string token;                        ///< when set, every address but /health wants it as a bearer
    std::shared_ptr<jwt::CachedVerifier> jwt; ///< takes JSON Web Tokens, beside the token; null takes none
    bool allowUnauthenticated = false;        ///< lets an address that is not loopback do without a token
    std::string system = "ml_orchestrator";   ///< whose routes `POST /` and `/orchestrate` follow
    net::HttpServerLimits limits;
    StreamLimits streams;
};

/// The engine's HTTP surface: the ML Orchestrator's addresses, executions, live events, OpenAPI, docs and
/// metrics. Lives on the engine's loop.
class ApiServer
{
public:
    ApiServer(host::Engine &engine, telemetry::Metrics &metrics, ApiOptions options);
    ~ApiServer();

    /// Gives the port. Refuses an open address without a token or keys of tokens.
    Result<std::uint16_t> listen();
    /// Refuses new requests; `drained` is called once every answer that was due has been written.
    void stopAccepting(std::function<void()> drained);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace batuta::api
