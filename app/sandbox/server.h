// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/functions.h"
#include "engine/json/value.h"
#include "engine/net/loop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace batuta::sandbox {

struct ServerOptions
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 8090;         ///< 0 picks a free one
    bool allowUnauthenticated = false; ///< needed for an address that others can reach
    std::string token;                 ///< asked of the functions' and control's callers; "" asks nothing
    int delayMs = 0;                   ///< of every function's answer
};

/// The ten functions over HTTP, with faults, the list of calls and the webhook's inbox. Lives on its loop's
/// thread; the addresses are listed in README.md and by GET /.
class Server
{
public:
    Server(net::Loop &loop, std::unique_ptr<Functions> functions, ServerOptions options);
    ~Server(); ///< hung calls are closed, delayed ones are not answered any more
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Rules as `PUT /control/faults` takes them.
    Status setFaults(const json::Value &rules);
    /// Gives the port. Refuses addresses that are not of this machine unless allowUnauthenticated.
    Result<std::uint16_t> listen();
    /// `http://127.0.0.1:8090`
    std::string baseUrl() const;
    /// Stops accepting and lets open calls finish for a moment; hung ones are closed. Then calls `done`.
    void stop(std::function<void()> done);

private:
    class Service;
    std::shared_ptr<Service> m_service;
};

} // namespace batuta::sandbox
