// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/fleet/book.h"
#include "engine/fleet/figures.h"
#include "engine/fleet/process_bounds.h"
#include "engine/fleet/values.h"
#include "engine/net/loop.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::fleet {

/// A request that asks to come in, before it is counted or handed to an instance.
struct Caller
{
    ServiceKey service{};
    std::string host{};          ///< as the request names it
    std::string authorization{}; ///< of X-Serverless-Authorization, else of Authorization; may be ""
    std::string remoteIp{};
};

/// What the fleet's owner decides.
struct FleetHooks
{
    /// 0 lets the request in; 401, 403 and 404 are answered as such. Empty lets everyone in.
    std::function<int(const Caller &)> admit{};
    /// A revision that was ready has crashed so often that nothing of it runs, or is well again.
    std::function<void(const RevisionKey &, bool isWell)> health{};
};

/// Runs revisions: processes with their probes, limits, restarts and scaling, and the ingress in front of
/// them, on loopback only. Each service has a port of its own, each of its tags another one, both kept over
/// restarts; one shared port serves all by their Host. Owns the processes: they end with it, also by kill -9,
/// and what an earlier fleet of the same directory left behind is ended by open(). Lives on the loop's
/// thread; calls back there, never from inside a call.
class Fleet
{
public:
    Fleet(net::Loop &loop, const Clock &clock, FleetOptions options, FleetHooks hooks = {});
    ~Fleet(); ///< kills what still runs
    Fleet(const Fleet &) = delete;
    Fleet &operator=(const Fleet &) = delete;

    /// Ends left-overs, reads the book and the ports, listens. StoreBusy when another fleet has the
    /// directory.
    Status open();
    /// Brings a revision in. Its first instance proves it (unless isProven); `told` hears once. A revision
    /// that failed stays known, runs nothing, and is not routed to. ActRefused when the key is there already.
    Status start(RevisionSpec spec, std::function<void(StartOutcome)> told);
    /// Other bounds for a revision, without a new one.
    void scale(const RevisionKey &key, int minInstances, int maxInstances);
    /// No new requests; its instances end their requests, get SIGTERM, and `gone` is called once.
    void retire(const RevisionKey &key, std::function<void()> gone);

    /// From the next request on, in one step. Shares of revisions that are not ready are refused (ActRefused,
    /// with the revision as subject) and nothing changes; so are percents that do not add up to 100.
    Status route(const ServiceKey &key, Route route);
    void unroute(const ServiceKey &key); ///< its ports are closed and forgotten
    std::optional<Route> routeOf(const ServiceKey &key) const;
    /// `http://127.0.0.1:PORT`, without a slash at the end; "" before route() or for an unknown tag.
    std::string url(const ServiceKey &key, const std::string &tag = {}) const;
    std::uint16_t sharedPort() const;

    std::vector<RevisionState> revisions() const;
    std::optional<RevisionState> revision(const RevisionKey &key) const;
    std::vector<InstanceState> instances(const RevisionKey &key) const;
    Book &book();
    const Figures &figures() const;
    LimitKind limitKind() const;
    /// Bounds as an instance has them, for a process that is not of a revision.
    std::unique_ptr<ProcessBounds> bounds(const std::string &name, Cgroup::Bounds bounds) const;

    /// Takes no more requests, lets the open ones end (up to the grace), ends all processes; then `done`.
    void stop(std::function<void()> done);

    struct State;

private:
    std::shared_ptr<State> m_state;
};

} // namespace batuta::fleet
