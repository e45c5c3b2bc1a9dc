// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/event_hub.h"

#include <vector>

namespace batuta::host {
namespace {

constexpr auto kBatchTime = std::chrono::milliseconds(33);

} // namespace

struct EventHub::Listeners
{
    std::map<int, client::EngineClient::Listener> byId;
    int nextId = 1;
};

class EventHub::Ticket final : public client::Subscription
{
public:
    Ticket(std::weak_ptr<Listeners> listeners, int id)
        : m_listeners(std::move(listeners))
        , m_id(id)
    {
    }
    ~Ticket() override
    {
        if (const auto listeners = m_listeners.lock())
            listeners->byId.erase(m_id);
    }

private:
    std::weak_ptr<Listeners> m_listeners;
    int m_id;
};

EventHub::EventHub(net::Loop &loop, const Clock &clock)
    : m_loop(loop)
    , m_clock(clock)
    , m_listeners(std::make_shared<Listeners>())
{
}

EventHub::~EventHub()
{
    m_loop.cancelTimer(m_timer);
}

std::unique_ptr<client::Subscription> EventHub::subscribe(client::EngineClient::Listener listener)
{
    const int id = m_listeners->nextId++;
    m_listeners->byId.emplace(id, std::move(listener));
    return std::make_unique<Ticket>(m_listeners, id);
}

void EventHub::publish(const client::EventRecord &event)
{
    if (m_listeners->byId.empty())
        return;
    m_batch.events.push_back(event);
    if (m_timer == 0)
        m_timer = m_loop.startTimer(m_clock.steady() + kBatchTime, [this] {
            m_timer = 0;
            flush();
        });
}

void EventHub::flush()
{
    const client::EventBatch batch = std::exchange(m_batch, {});
    const auto listeners = m_listeners;
    std::vector<int> ids;
    for (const auto &[id, listener] : listeners->byId)
        ids.push_back(id);
    for (const int id : ids) {
        const auto entry = listeners->byId.find(id);
        if (entry == listeners->byId.end())
            continue;
        const client::EngineClient::Listener listener = entry->second;
        listener(batch);
    }
}

} // namespace batuta::host
