// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/env/environment.h"
#include "engine/flow/library.h"
#include "engine/net/loop.h"
#include "engine/store/history.h"
#include "engine/telemetry/log.h"

#include <functional>

namespace batuta::host {

/// What those that start flows without a person need of the engine; it outlives them. On the loop's thread.
struct TriggerPorts
{
    net::Loop &loop;
    const Clock &clock;
    telemetry::Logger &log;
    store::History &history;
    const flow::Library &library;
    const env::Environment &environment;
    /// Replies once the beginning is durable.
    std::function<void(client::StartExecution command, client::Reply<client::Started> reply)> start;
    std::function<bool(const std::string &id)> isRunning;
    // For the figures of an engine; may be null.
    std::function<void(const Error &)> hookRefused{};
    std::function<void(const std::string &flow, std::size_t times)> timesMissed{};
};

} // namespace batuta::host
