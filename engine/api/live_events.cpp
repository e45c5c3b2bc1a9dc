// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/live_events.h"

#include "engine/api/event_ring.h"
#include "engine/base/uuid.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

#include <charconv>
#include <optional>
#include <set>

namespace batuta::api {
namespace {

/// A running execution as a list shows it, and the sequence after which its events go on.
json::Value liveJson(const host::Execution &execution)
{
    json::Array steps;
    for (const client::StepRecord &step : execution.record().steps)
        steps.emplace_back(
            json::Object{{"step", step.step}, {"status", step.status}, {"attempts", step.attempts}});
    json::Value value = client::summaryJson(execution.snapshot());
    value.object().append("sequence", static_cast<std::int64_t>(execution.published()));
    value.object().append("steps", std::move(steps));
    return value;
}

} // namespace

struct LiveEvents::State : std::enable_shared_from_this<State>
{
    State(host::Engine &engine_, StreamLimits limits_)
        : engine(engine_)
        , loop(engine_.loop())
        , limits(limits_)
        , ring(limits_.keptEvents, limits_.keptBytes)
        , life(randomHex(4))
    {
    }
    ~State()
    {
        loop.cancelTimer(forget);
        loop.cancelTimer(beat);
    }

    /// Follows the engine while somebody follows this.
    void listen();
    void startBeat();
    void left(const std::shared_ptr<Follower> &follower);

    std::string idOf(std::int64_t number) const { return life + '-' + std::to_string(number); }

    /// After which number a client goes on; nothing when that would leave a gap.
    std::optional<std::int64_t> placeOf(std::string_view id) const
    {
        std::int64_t number = 0;
        if (!id.starts_with(life + '-'))
            return std::nullopt;
        const std::string_view digits = id.substr(life.size() + 1);
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (code != std::errc() || end != digits.data() + digits.size() || !ring.hasAllAfter(number))
            return std::nullopt;
        return number;
    }

    std::string snapshotText() const
    {
        json::Array executions;
        std::size_t bytes = 0;
        std::size_t running = 0;
        engine.eachRunning([&](const host::Execution &execution) {
            ++running;
            if (executions.size() >= limits.snapshotRuns || bytes > limits.snapshotBytes)
                return;
            json::Value value = liveJson(execution);
            bytes += json::write(value).size();
            executions.push_back(std::move(value));
        });
        const bool isPartial = executions.size() < running;
        return json::write(json::Object{{"id", idOf(ring.last())},
                                        {"running", static_cast<std::int64_t>(running)},
                                        {"is_partial", isPartial},
                                        {"executions", std::move(executions)}});
    }

    host::Engine &engine;
    net::Loop &loop; ///< what the end of a stream may still need when the engine has gone
    StreamLimits limits;
    EventRing ring;
    std::string life;
    std::unique_ptr<client::Subscription> subscription;
    std::set<std::shared_ptr<Follower>> followers;
    net::Loop::TimerId forget = 0;
    net::Loop::TimerId beat = 0;
};

/// One client: where it stands in the ring. Owned by the state until the client leaves.
class LiveEvents::Follower : public std::enable_shared_from_this<Follower>
{
public:
    Follower(const std::shared_ptr<State> &state, net::EventStream stream, std::function<bool()> mayStay)
        : m_state(state)
        , m_loop(state->loop)
        , m_stream(std::move(stream))
        , m_mayStay(std::move(mayStay))
    {
    }
    ~Follower() { m_loop.cancelTimer(m_timer); }

    void begin(std::string_view after)
    {
        m_stream.onClosed([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->leave();
        });
        m_place = m_state.lock()->placeOf(after);
        pump();
    }

    /// Sends what is new, as far as the client takes it.
    void pump()
    {
        const std::shared_ptr<State> state = m_state.lock();
        while (state && m_stream.isOpen()) {
            if (m_stream.backlog() > state->limits.backlog)
                return lookAgain();
            if (!m_place || !state->ring.hasAllAfter(*m_place)) {
                m_place = state->ring.last();
                if (!m_stream.send(state->idOf(*m_place), "snapshot", state->snapshotText()))
                    return leave();
                continue;
            }
            const EventRing::Entry *entry = state->ring.find(*m_place + 1);
            if (!entry)
                return;
            ++*m_place;
            if (!m_stream.send(state->idOf(*m_place), entry->kind, entry->data))
                return leave();
        }
    }

    void heartbeat()
    {
        if (!m_mayStay())
            m_stream.close();
        else if (m_stream.backlog() > 0 || m_stream.comment("alive"))
            return;
        leave();
    }

private:
    void lookAgain()
    {
        if (m_timer != 0)
            return;
        m_timer = m_loop.startTimer(std::chrono::steady_clock::now() + kLookAgain, [weak = weak_from_this()] {
            if (const auto self = weak.lock()) {
                self->m_timer = 0;
                self->pump();
            }
        });
    }

    void leave()
    {
        if (const auto state = m_state.lock())
            state->left(shared_from_this());
    }

    std::weak_ptr<State> m_state;
    net::Loop &m_loop;
    net::EventStream m_stream;
    std::function<bool()> m_mayStay;
    std::optional<std::int64_t> m_place; ///< the number of the last event that was sent
    net::Loop::TimerId m_timer = 0;
};

void LiveEvents::State::startBeat()
{
    beat = loop.startTimer(std::chrono::steady_clock::now() + limits.heartbeat, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        self->startBeat();
        for (const auto &follower : std::set(self->followers)) // some may leave meanwhile
            follower->heartbeat();
    });
}

void LiveEvents::State::listen()
{
    loop.cancelTimer(std::exchange(forget, 0));
    if (beat == 0)
        startBeat();
    if (subscription)
        return;
    subscription = engine.subscribe([weak = weak_from_this()](const client::EventBatch &batch) {
        const auto self = weak.lock();
        if (!self)
            return;
        for (const client::EventRecord &event : batch.events)
            self->ring.add(event);
        for (const auto &follower : std::set(self->followers))
            follower->pump();
    });
}

void LiveEvents::State::left(const std::shared_ptr<Follower> &follower)
{
    if (followers.erase(follower) == 0 || !followers.empty())
        return;
    loop.cancelTimer(std::exchange(beat, 0));
    forget = loop.startTimer(std::chrono::steady_clock::now() + limits.memory, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        self->forget = 0;
        self->subscription.reset();
        self->ring.skip();
    });
}

LiveEvents::LiveEvents(host::Engine &engine, StreamLimits limits)
    : m_state(std::make_shared<State>(engine, limits))
{
}

LiveEvents::~LiveEvents() = default;

const StreamLimits &LiveEvents::limits() const
{
    return m_state->limits;
}

void LiveEvents::follow(std::string_view after, net::Responder responder, std::function<bool()> mayStay)
{
    net::EventStream stream = responder.stream();
    if (!stream.isOpen()) // HEAD, or already gone
        return;
    m_state->listen();
    const auto follower = std::make_shared<Follower>(m_state, std::move(stream), std::move(mayStay));
    m_state->followers.insert(follower);
    follower->begin(after);
}

} // namespace batuta::api
