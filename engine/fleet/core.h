// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/fleet/fleet.h"
#include "engine/fleet/ports.h"
#include "engine/fleet/process_list.h"
#include "engine/net/http_client.h"

#include <string>
#include <utility>

namespace batuta::fleet {

inline SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

/// What the parts of one fleet share. Lives on the loop's thread, longer than they.
struct Core
{
    Core(net::Loop &theLoop, const Clock &theClock, FleetOptions theOptions, FleetHooks theHooks)
        : loop(theLoop)
        , clock(theClock)
        , options(std::move(theOptions))
        , hooks(std::move(theHooks))
        , book(clock, below("book"), options.maxBookBytes)
        , figures(clock)
        , ports(below("ports.json"))
        , processes(options.directory)
        , probes(loop, probeClient())
    {
    }
    /// A probe's connection is closed soon: an instance that ends must not wait for it.
    static net::HttpClientOptions probeClient()
    {
        net::HttpClientOptions wanted;
        wanted.idleTimeout = std::chrono::seconds(1);
        wanted.userAgent = "batuta-probe/1";
        return wanted;
    }

    std::string below(const std::string &name) const
    {
        return options.directory.empty() ? std::string() : options.directory + "/" + name;
    }

    net::Loop &loop;
    const Clock &clock;
    const FleetOptions options;
    const FleetHooks hooks;
    Book book;
    Figures figures;
    Ports ports;
    ProcessList processes;
    net::HttpClient probes;
    std::string cgroupRoot{}; ///< "" when there is none to use
};

} // namespace batuta::fleet
