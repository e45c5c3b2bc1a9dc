// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/environment.h"
#include "engine/net/http_client.h"
#include "engine/net/loop.h"
#include "engine/series/alert_values.h"
#include "engine/series/settings.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::series {

/// Sends what alerts did to webhooks and Slack: 15 seconds a try, up to five tries, later and later.
/// Addresses and secrets are values of the environment, and are in no report. Lives on the loop's thread.
class AlertSender
{
public:
    struct Ports
    {
        net::Loop &loop;
        net::HttpClient &http;
        const Clock &clock;
        const env::Environment &environment;
        Duration firstWait = std::chrono::seconds(2); ///< between two tries; the next are twice as long each
    };
    /// `problem` is "" when it has arrived.
    using Told = std::function<void(const std::string &problem)>;

    explicit AlertSender(Ports ports)
        : m_ports(ports)
    {
    }
    ~AlertSender() { *m_alive = false; }

    void send(const AlertChannel &channel, const Alert &alert, const AlertEvent &event, Told told);

private:
    struct Letter;
    void post(const std::shared_ptr<Letter> &letter);
    void failed(const std::shared_ptr<Letter> &letter, const std::string &why, bool isFinal);

    Ports m_ports;
    int m_inFlight = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace batuta::series
