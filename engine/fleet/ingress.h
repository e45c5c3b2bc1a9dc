// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/core.h"
#include "engine/fleet/revision.h"
#include "engine/net/socket.h"

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace batuta::fleet {

class IngressConnection;

/// A service's route with the revisions themselves. Never changed: a new one takes its place.
struct LiveRoute
{
    struct Target
    {
        std::shared_ptr<Revision> revision;
        int percent = 0;
        std::string tag;
    };

    /// By chance and percent; or that of the tag. Null when there is none.
    Revision *choose(const std::string &tag, unsigned chance) const;
    bool hasTag(std::string_view tag) const;
    /// Whether a request without a tag may come to the revision.
    bool serves(const Revision &revision) const;

    ServiceKey key;
    Route route;
    std::vector<Target> targets;
};
using LiveRoutePtr = std::shared_ptr<const LiveRoute>;

/// One listening port: of a service, of a tag, or the shared one.
struct Door
{
    LiveRoutePtr route; ///< null: closed, or the shared one
    std::string tag;
    bool isShared = false;
    std::uint16_t port = 0;
};

/// All that listens and all connections of clients, on 127.0.0.1 only. On the loop's thread.
class Ingress : public std::enable_shared_from_this<Ingress>
{
public:
    explicit Ingress(Core &core);
    /// closeAll() comes before the end: connections may outlive the fleet for a moment.
    ~Ingress() = default;

    /// Listens; 0 picks a free port.
    Result<std::uint16_t> open(const std::shared_ptr<Door> &door, std::uint16_t port);
    /// Stops listening there; requests that are open go on.
    void close(const std::shared_ptr<Door> &door);
    /// Under which names the shared door finds the services.
    void setHosts(std::map<std::string, LiveRoutePtr, std::less<>> hosts) { m_hosts = std::move(hosts); }
    LiveRoutePtr routeOfHost(std::string_view host, std::string &tag) const;

    /// No new connections and requests; idle ones are closed.
    void stopAccepting();
    void closeAll();
    int openRequests() const { return m_openRequests; }

    Core &core() { return m_core; }
    std::uint64_t random() { return m_random(); }
    bool isStopping() const { return m_isStopping; }
    void remove(IngressConnection &connection);
    void requestOpened() { ++m_openRequests; }
    void requestClosed() { --m_openRequests; }

private:
    struct Listener;

    void accept(const std::shared_ptr<Listener> &listener);
    void accepted(const std::shared_ptr<Door> &door, net::Socket socket);
    void startSweep();
    void sweep();

    Core &m_core;
    std::mt19937_64 m_random;
    std::vector<std::shared_ptr<Listener>> m_listeners;
    std::vector<std::shared_ptr<IngressConnection>> m_connections;
    std::map<std::string, LiveRoutePtr, std::less<>> m_hosts;
    net::Loop::TimerId m_sweepTimer = 0;
    int m_openRequests = 0;
    bool m_isStopping = false;
};

} // namespace batuta::fleet
