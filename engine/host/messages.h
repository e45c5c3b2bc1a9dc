// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/trigger_ports.h"

namespace batuta::host {

/// Finds the flow that a message of a queue starts. On the loop's thread.
class Messages
{
public:
    explicit Messages(TriggerPorts &ports)
        : m_ports(ports)
    {
    }

    /// What `data` ({body, headers}) starts: the first flow, by name, with a trigger for the queue whose `if`
    /// is true. QueueUnknown when no flow names the queue, ActRefused when none of them wants the message.
    Result<client::StartExecution> commandOf(const std::string &queue, const json::Value &data) const;

private:
    TriggerPorts &m_ports;
};

} // namespace batuta::host
