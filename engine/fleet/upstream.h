// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/net/socket.h"

#include <boost/asio/io_context.hpp>

namespace batuta::fleet {

/// One connection to an instance, in use by one request or idle in the instance's pool.
struct Upstream
{
    explicit Upstream(boost::asio::io_context &context)
        : socket(context)
    {
    }

    net::Socket socket;
    net::ReadBuffer in;
    bool isReused = false;
    SteadyTime idleSince{};
};

} // namespace batuta::fleet
