// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"

#include <functional>
#include <memory>

namespace batuta::net {

class ServerConnection;

/// One request that waits for its answer.
struct Responder::State
{
    explicit State(std::weak_ptr<ServerConnection> owner);
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State();

    std::weak_ptr<ServerConnection> connection;
    std::function<void()> closed;
    bool open = true;
};

struct EventStream::State
{
    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State();

    std::weak_ptr<ServerConnection> connection;
    std::function<void()> closed;
    bool open = false;
};

} // namespace batuta::net
