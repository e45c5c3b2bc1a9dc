// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/event_feed.h"

#include "engine/api/live_events.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

/// One open stream. Kept alive by its stream and its timers; they go when the client leaves.
class Feed : public std::enable_shared_from_this<Feed>
{
public:
    struct Place
    {
        ExecutionId id;
        std::int64_t sequence = 0;
    };

    Feed(host::Engine &engine, Place place, const StreamLimits &limits, net::EventStream stream,
         Caller caller)
        : m_engine(engine)
        , m_loop(engine.loop())
        , m_id(std::move(place.id))
        , m_sequence(place.sequence)
        , m_limits(limits)
        , m_stream(std::move(stream))
        , m_caller(std::move(caller))
    {
    }

    void follow()
    {
        const std::weak_ptr<Feed> weak = weak_from_this();
        m_stream.onClosed([self = shared_from_this()] { self->end(); });
        if (!m_stream.isOpen())
            return;
        m_subscription = m_engine.subscribe([weak](const client::EventBatch &batch) {
            if (const auto self = weak.lock())
                self->came(batch.events);
        });
        keepAlive();
        pull();
    }

private:
    void came(const std::vector<client::EventRecord> &events)
    {
        for (const client::EventRecord &event : events) {
            if (m_isPulling || m_lookAgain != 0)
                return; // it is read from the engine later
            if (event.execution != m_id.value || event.sequence <= m_sequence)
                continue;
            if (event.sequence != m_sequence + 1)
                return pull();
            if (!send(event))
                return;
        }
    }

    /// Reads what is behind the last sent event, until nothing is left or the client cannot follow.
    void pull()
    {
        m_isPulling = true;
        m_engine.events(m_id, m_sequence, [self = shared_from_this()](const auto &events) {
            self->m_isPulling = false;
            if (!events || !self->m_stream.isOpen())
                return self->finish();
            for (const client::EventRecord &event : *events)
                if (event.sequence > self->m_sequence && !self->send(event))
                    return;
            if (!events->empty())
                self->pull();
            else if (!self->m_engine.isRunning(self->m_id))
                self->finish();
        });
    }

    /// False when nothing more may be sent now.
    bool send(const client::EventRecord &event)
    {
        m_sequence = event.sequence;
        if (!m_stream.send(std::to_string(event.sequence), event.kind, json::write(client::toJson(event))) ||
            event.kind == "execution_ended") {
            finish();
            return false;
        }
        if (m_stream.backlog() <= m_limits.backlog)
            return true;
        lookAgain();
        return false;
    }

    void lookAgain()
    {
        m_lookAgain =
            m_loop.startTimer(std::chrono::steady_clock::now() + kLookAgain, [weak = weak_from_this()] {
                const auto self = weak.lock();
                if (!self)
                    return;
                self->m_lookAgain = 0;
                if (self->m_stream.backlog() > self->m_limits.backlog)
                    self->lookAgain();
                else
                    self->pull();
            });
    }

    void keepAlive()
    {
        m_timer = m_loop.startTimer(std::chrono::steady_clock::now() + m_limits.heartbeat,
                                    [weak = weak_from_this()] {
                                        if (const auto self = weak.lock(); self && self->m_subscription)
                                            self->beat();
                                    });
    }

    void beat()
    {
        if (!m_caller.mayStay())
            finish();
        else if (m_stream.backlog() > 0 || m_stream.comment("alive"))
            keepAlive();
    }

    void finish()
    {
        m_stream.close();
        end();
    }

    void end()
    {
        m_subscription.reset();
        m_loop.cancelTimer(m_timer);
        m_loop.cancelTimer(std::exchange(m_lookAgain, 0));
    }

    host::Engine &m_engine;
    net::Loop &m_loop; ///< what the stream's end may still need when the engine has gone
    ExecutionId m_id;
    std::int64_t m_sequence;
    StreamLimits m_limits;
    net::EventStream m_stream;
    Caller m_caller;
    std::unique_ptr<client::Subscription> m_subscription;
    net::Loop::TimerId m_timer = 0;
    net::Loop::TimerId m_lookAgain = 0;
    bool m_isPulling = false;
};

} // namespace

void streamEvents(const Call &call, const ExecutionId &id, std::int64_t sequence)
{
    host::Engine &engine = call.engine;
    engine.execution(id, [&engine, limits = call.live.limits(), place = Feed::Place{id, sequence},
                          responder = call.responder,
                          caller = call.caller](const Result<client::ExecutionRecord> &record) mutable {
        if (!record)
            return sendError(responder, record.error());
        std::make_shared<Feed>(engine, std::move(place), limits, responder.stream(), caller)->follow();
    });
}

} // namespace batuta::api
