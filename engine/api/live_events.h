// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/engine.h"
#include "engine/net/http_server.h"

#include <functional>
#include <memory>
#include <string_view>

namespace batuta::api {

inline constexpr auto kLookAgain =
    std::chrono::milliseconds(50); ///< whether a slow client has taken what waits

/// What event streams may hold. A client that takes less than comes loses no memory of ours: it gets a
/// snapshot once what it missed is no longer kept.
struct StreamLimits
{
    std::size_t keptEvents = 20'000;  ///< for all clients together
    std::size_t keptBytes = 8u << 20; ///< the same, in bytes
    std::size_t backlog = 256u << 10; ///< bytes on their way to one client before it counts as slow
    std::size_t snapshotRuns = 1'000; ///< executions in one snapshot
    std::size_t snapshotBytes = 1u << 20;
    Duration heartbeat = std::chrono::seconds(15);
    Duration memory = std::chrono::minutes(2); ///< events are kept this long after the last client left
};

/// GET /events: the events of all executions to any number of clients. Ids are `<life of this server>-<n>`;
/// who comes back with one goes on after it, and gets a `snapshot` event first when that is not possible: a
/// new server, too long ago, too slow. Lives on the engine's loop, shorter than the engine.
class LiveEvents
{
public:
    LiveEvents(host::Engine &engine, StreamLimits limits);
    ~LiveEvents();

    /// Answers with `text/event-stream`, until the client leaves, or until a heartbeat at which it may not
    /// stay any more. `after`: the last id that it has seen, or "".
    void follow(std::string_view after, net::Responder responder, std::function<bool()> mayStay);
    const StreamLimits &limits() const;

private:
    struct State;
    class Follower;
    std::shared_ptr<State> m_state;
};

} // namespace batuta::api
