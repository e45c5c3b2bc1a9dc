// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/once.h"

namespace batuta::host {

void OnceStarter::start(client::StartExecution command, client::Reply<OnceStarted> reply)
{
    if (command.id.empty())
        return startNew(std::move(command), std::move(reply));
    const std::string id = command.id;
    if (m_ports.isRunning(id))
        return reply(OnceStarted{{ExecutionId(id), command.flow, {}, true}, true, "running"});
    find(id, [this, command = std::move(command), reply = std::move(reply)](auto found) mutable {
        if (!found)
            return reply(found.error());
        if (*found)
            return reply(OnceStarted{
                {ExecutionId(command.id), FlowName((*found)->flow), {}, true}, true, (*found)->status});
        startNew(std::move(command), std::move(reply));
    });
}

void OnceStarter::startNew(client::StartExecution command, client::Reply<OnceStarted> reply)
{
    m_ports.start(std::move(command),
                  [put = m_postbox.slot(), reply = std::move(reply)](Result<client::Started> started) {
                      put([reply, started = std::move(started)]() mutable {
                          if (!started)
                              return reply(started.error());
                          reply(OnceStarted{std::move(*started), false, {}});
                      });
                  });
}

void OnceStarter::find(const std::string &id, client::Reply<std::optional<client::ExecutionRecord>> reply)
{
    m_ports.history.find(id, [put = m_postbox.slot(), reply = std::move(reply)](auto found) {
        put([reply, found = std::move(found)]() mutable { reply(std::move(found)); });
    });
}

} // namespace batuta::host
