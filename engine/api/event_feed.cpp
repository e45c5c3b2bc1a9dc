// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/event_feed.h"

#include "engine/api/router.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

constexpr auto kKeepAlive = std::chrono::seconds(15);

/// One open stream. Kept alive by its subscription's listener and its timer; both go when the stream closes.
class Feed : public std::enable_shared_from_this<Feed>
{
public:
    Feed(host::Engine &engine, ExecutionId id, std::int64_t sequence, net::EventStream stream)
        : m_engine(engine)
        , m_loop(engine.loop())
        , m_id(std::move(id))
        , m_sequence(sequence)
        , m_stream(std::move(stream))
    {
    }

    void follow()
    {
        const std::weak_ptr<Feed> weak = weak_from_this();
        m_stream.onClosed([self = shared_from_this()] { self->end(); });
        m_subscription = m_engine.subscribe([weak](const client::EventBatch &batch) {
            if (const auto self = weak.lock())
                self->send(batch.events);
        });
        m_engine.events(m_id, m_sequence, [self = shared_from_this()](const auto &events) {
            if (events)
                self->send(*events);
        });
        keepAlive();
    }

    void replay()
    {
        m_engine.events(m_id, m_sequence, [self = shared_from_this()](const auto &events) {
            if (events)
                self->send(*events);
            self->m_stream.close();
        });
    }

private:
    void send(const std::vector<client::EventRecord> &events)
    {
        for (const client::EventRecord &event : events) {
            if (event.execution != m_id.value || event.sequence <= m_sequence)
                continue;
            m_sequence = event.sequence;
            const std::string data = json::write(client::toJson(event));
            if (!m_stream.send(std::to_string(event.sequence), event.kind, data) ||
                event.kind == "execution_ended") {
                m_stream.close();
                end();
                return;
            }
        }
    }

    void keepAlive()
    {
        m_timer = m_loop.startTimer(std::chrono::steady_clock::now() + kKeepAlive, [weak = weak_from_this()] {
            const auto self = weak.lock();
            if (self && self->m_subscription && self->m_stream.comment("alive"))
                self->keepAlive();
        });
    }

    void end()
    {
        m_subscription.reset();
        m_loop.cancelTimer(m_timer);
    }

    host::Engine &m_engine;
    net::Loop &m_loop; ///< what the stream's end may still need when the engine has gone
    ExecutionId m_id;
    std::int64_t m_sequence;
    net::EventStream m_stream;
    std::unique_ptr<client::Subscription> m_subscription;
    net::Loop::TimerId m_timer = 0;
};

} // namespace

void streamEvents(host::Engine &engine, const ExecutionId &id, std::int64_t sequence,
                  net::Responder responder)
{
    engine.execution(
        id, [&engine, id, sequence, responder](const Result<client::ExecutionRecord> &record) mutable {
            if (!record)
                return sendError(responder, record.error());
            const auto feed = std::make_shared<Feed>(engine, id, sequence, responder.stream());
            if (engine.isRunning(id))
                feed->follow();
            else
                feed->replay();
        });
}

} // namespace batuta::api
