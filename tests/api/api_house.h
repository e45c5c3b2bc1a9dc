// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/api_server.h"
#include "tests/api/contract.h"
#include "tests/host/house.h"
#include "tests/support/net/servers.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::tests {

/// A house whose engine is served over HTTP, on a loop thread of its own. The test talks to it through plain
/// sockets; everything behind them is touched on the loop only.
class ApiHouse
{
public:
    struct Options
    {
        api::ApiOptions api;
        host::EngineOptions engine;
        std::function<void(House &)> build; ///< writes flows and keys before the engine opens
    };

    explicit ApiHouse(Options options);
    explicit ApiHouse(std::function<void(House &)> build);
    ~ApiHouse();

    /// Sends one request on a connection of its own. An answer that breaks the OpenAPI document throws.
    RawAnswer ask(const std::string &method, const std::string &target, const std::string &body = {},
                  const std::string &headers = "Content-Type: application/json\r\n");
    /// The same, as JSON; throws when the body is none.
    json::Value json(const std::string &method, const std::string &target, const std::string &body = {});
    /// Starts an execution with POST /flows/…/executions and gives its id.
    std::string start(const std::string &flow, const std::string &input = "{}");
    RawSocket connect() const { return RawSocket::connectTo(m_port); }
    std::uint16_t port() const { return m_port; }

    void run(const std::function<void(House &)> &work);
    /// Waits until the condition holds on the loop; false after 20 seconds.
    bool until(const std::function<bool(House &)> &condition);
    net::ServerRequest lastCall(const std::string &path);
    int calls(const std::string &path);
    std::string log();

private:
    void open(Options &options);

    LoopThread m_thread;
    std::unique_ptr<House> m_house;
    std::unique_ptr<api::ApiServer> m_server;
    std::uint16_t m_port = 0;
    Contract m_contract;
};

/// Copies the six flows of the ML Orchestrator into the house, with every function's address and the webhook
/// at `/<step name>` and `/webhook`.
void copyOrchestrator(House &house);

} // namespace batuta::tests
