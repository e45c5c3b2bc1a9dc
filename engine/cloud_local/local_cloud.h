// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/fleet/fleet.h"
#include "engine/net/loop.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::cloud_local {

struct LocalCloudOptions
{
    /// State, logs, ports, objects and images; "" keeps everything in memory (and builds nothing).
    std::string directory{};
    std::string images{};               ///< `images.yaml`: what image names stand for; "" for none
    std::string secretsFile{};          ///< `NAME=value` lines: what secret references give, DB_PASSWORD
                                        ///< for db-password; "" for none
    std::uint16_t port = 0;             ///< of the APIs, on 127.0.0.1; 0 picks a free one
    std::string region = "us-central1"; ///< where neither host nor path names one
    std::string project = "local-project";
    std::string account = "owner@local.test"; ///< who calls without a token of this cloud's own
    bool wantsToken = false;                  ///< a call without a token that was issued here is answered 401
    int maxServices = 1000;                   ///< per project and region
    std::string searchPath = "/usr/local/bin:/usr/bin:/bin"; ///< PATH of instances and builds
    fleet::FleetOptions fleet{};                             ///< its directory is set from the one above
};

/// The certificate that a client has to trust which takes url() as its proxy for Google's addresses, as if
/// they were Google's own; "" without a directory, when no TLS is spoken.
std::string rootFileOf(const LocalCloudOptions &options);

/// Google's APIs for Cloud Run and what stands around it (operations, IAM, Logging, Monitoring, alert
/// policies, budgets, builds, storage, tokens) on a loopback port, over a fleet that really runs the
/// revisions. Answers by Host, by absolute-form targets and through tunnels (CONNECT) whose TLS ends here;
/// forwards nowhere. Lives on the loop's thread.
class LocalCloud
{
public:
    /// StoreOpen, StoreCorrupt, StoreBusy, NetListen …
    static Result<std::unique_ptr<LocalCloud>> open(net::Loop &loop, const Clock &clock,
                                                    LocalCloudOptions options);
    ~LocalCloud();
    LocalCloud(const LocalCloud &) = delete;
    LocalCloud &operator=(const LocalCloud &) = delete;

    std::uint16_t port() const;
    /// `http://127.0.0.1:PORT`.
    std::string url() const;
    /// `http://127.0.0.1:PORT` of all services by their Host.
    std::string ingressUrl() const;
    fleet::Fleet &fleet();
    /// Refuses new work, lets instances end, writes; then `done`, once.
    void stop(std::function<void()> done);

private:
    struct State;
    explicit LocalCloud(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace batuta::cloud_local
