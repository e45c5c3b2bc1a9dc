// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/postbox.h"
#include "engine/host/trigger_ports.h"

#include <optional>

namespace batuta::host {

/// What became of a start that must not happen twice.
struct OnceStarted
{
    client::Started started;
    bool wasThere = false; ///< an execution with this id is in the history, or runs: nothing was started
    std::string status;    ///< of the one that was there
};

/// Starts executions that have an id of their own: one that is known already is found instead. On the loop's
/// thread; what is asked for when this goes away is not answered any more.
class OnceStarter
{
public:
    explicit OnceStarter(TriggerPorts &ports)
        : m_ports(ports)
        , m_postbox(ports.loop)
    {
    }

    /// Replies once it is durable. Without an id in the command it is a plain start.
    void start(client::StartExecution command, client::Reply<OnceStarted> reply);
    /// What the history has under the id.
    void find(const std::string &id, client::Reply<std::optional<client::ExecutionRecord>> reply);

private:
    void startNew(client::StartExecution command, client::Reply<OnceStarted> reply);

    TriggerPorts &m_ports;
    Postbox m_postbox;
};

} // namespace batuta::host
