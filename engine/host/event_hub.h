// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/net/loop.h"

#include <map>
#include <memory>

namespace batuta::host {

/// Hands the events of all executions to the listeners, in batches of at most one every 33 ms. On the loop's
/// thread; a subscription may be dropped at any time, also from inside a listener.
class EventHub
{
public:
    EventHub(net::Loop &loop, const Clock &clock);
    ~EventHub();

    std::unique_ptr<client::Subscription> subscribe(client::EngineClient::Listener listener);
    void publish(const client::EventRecord &event);
    /// Hands out what waits for its batch.
    void flush();

private:
    struct Listeners;
    class Ticket;

    net::Loop &m_loop;
    const Clock &m_clock;
    std::shared_ptr<Listeners> m_listeners;
    client::EventBatch m_batch;
    net::Loop::TimerId m_timer = 0;
};

} // namespace batuta::host
