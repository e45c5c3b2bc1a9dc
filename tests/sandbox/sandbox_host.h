// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/server.h"
#include "engine/json/json.h"
#include "tests/support/net/servers.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace batuta::tests {

/// A sandbox on a loop thread of its own and a free port, asked over real connections.
class SandboxHost
{
public:
    explicit SandboxHost(sandbox::ServerOptions options = {});
    ~SandboxHost();

    RawAnswer ask(std::string_view method, std::string_view target, std::string_view body = "",
                  std::string_view extraHeader = "");
    RawAnswer post(std::string_view target, std::string_view body) { return ask("POST", target, body); }
    /// The answer's body as JSON; null when it is not JSON.
    json::Value json(std::string_view method, std::string_view target, std::string_view body = "");
    /// A connection with the request already sent, for answers that do not come.
    RawSocket open(std::string_view method, std::string_view target, std::string_view body = "");
    /// The newest entry of the list of calls.
    json::Value lastCall() { return json("GET", "/control/calls?limit=1")["calls"].at(0); }

    std::uint16_t port() const { return m_port; }
    bool isUp() const { return m_port != 0; }
    sandbox::Server &server() { return *m_server; } ///< on the loop only
    LoopThread &thread() { return m_thread; }

private:
    LoopThread m_thread;
    std::unique_ptr<sandbox::Server> m_server;
    std::uint16_t m_port = 0;
};

} // namespace batuta::tests
