// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/once.h"
#include "engine/policy/hmac.h"

#include <map>
#include <utility>
#include <vector>

namespace batuta::host {

/// A POST that came to a webhook's path.
struct HookRequest
{
    std::string path;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    std::string_view header(std::string_view name) const; ///< ignores case; "" when it was not sent
};

/// Starts flows for signed requests. A request is believed when its signature is right, and starts one
/// execution however often it comes within its tolerance, also after a restart: its execution's id is made of
/// its signature. Lives on the loop's thread.
class Hooks
{
public:
    static constexpr std::size_t kMostBody = 1u << 20; ///< bytes

    Hooks(TriggerPorts &ports, OnceStarter &once);

    /// Webhooks without their secret, and paths that two flows have; both refuse what comes.
    const Errors &problems() const { return m_problems; }
    /// Replies once the execution is durable. HttpNotFound, HttpTooLarge, HttpUnauthorized (no signature, a
    /// wrong one, or no secret to check it with), DuplicateRequest, InputInvalid, and what refuses a start.
    void receive(HookRequest request, client::Reply<client::Started> reply);

private:
    struct Hook
    {
        flow::FlowPtr flow;
        const flow::WebhookTrigger *trigger = nullptr;
        bool isClear = true; ///< no other flow has the path
    };

    void add(const flow::FlowPtr &flow, const flow::WebhookTrigger &trigger);
    Result<std::string> secretOf(const Hook &hook) const;
    Status verify(const Hook &hook, const HookRequest &request, policy::Verified &verified) const;
    Result<client::StartExecution> commandOf(const Hook &hook, const HookRequest &request) const;
    void startSigned(client::StartExecution command, const std::string &path,
                     const policy::Verified &verified, client::Reply<client::Started> reply);
    void giveBack(const std::string &path, const policy::Verified &verified, const Error &error,
                  const client::Reply<client::Started> &reply);
    void refuse(const std::string &path, const Error &error, const client::Reply<client::Started> &reply);

    TriggerPorts &m_ports;
    OnceStarter &m_once;
    std::map<std::string, Hook> m_hooks; ///< by path
    Errors m_problems;
    policy::ReplayWindow m_replays;
};

} // namespace batuta::host
