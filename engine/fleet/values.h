// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/net/http_client.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace batuta::fleet {

struct ServiceKey
{
    std::string project{};
    std::string region{};
    std::string service{};

    auto operator<=>(const ServiceKey &) const = default;
};

struct RevisionKey
{
    ServiceKey service{};
    std::string revision{};

    auto operator<=>(const RevisionKey &) const = default;
};

/// What is executed, without a shell. `environment` (`NAME=value`) is all that the process gets, besides
/// PORT, K_SERVICE, K_REVISION and K_CONFIGURATION, which the fleet sets (it wins over equal names), and a
/// PATH when none is given.
struct Launch
{
    std::vector<std::string> words{};
    std::vector<std::string> environment{};
    std::string directory{};
};

/// How an instance is asked whether it is well.
struct Probe
{
    enum class Kind { Tcp, Http };

    Kind kind = Kind::Tcp;
    int port = 0; ///< 0, or the revision's own port: the instance's PORT
    std::string path = "/";
    net::Headers headers{};
    Duration initialDelay{};
    Duration timeout = std::chrono::seconds(1);
    Duration period = std::chrono::seconds(10);
    int failureThreshold = 3;
    bool isDefault = false; ///< only told in log lines

    bool operator==(const Probe &) const = default;
};

/// The probe of whoever sets none: TCP, once, 240 seconds to begin to listen.
Probe defaultStartupProbe();

/// One revision. The instances of all revisions share this machine's loopback address, so each gets a free
/// port of its own as PORT; `port` is the one that was asked for, which log lines and messages name.
struct RevisionSpec
{
    RevisionKey key{};
    Launch launch{};
    std::string container{}; ///< name in log lines; "" is the service's
    int port = 8080;
    int concurrency = 80;
    int minInstances = 0; ///< kept only while the service's route names the revision
    int maxInstances = 100;
    Duration timeout = std::chrono::seconds(300); ///< of one request; 504 after it
    double cpu = 1;
    std::uint64_t memoryBytes = 512ULL << 20;
    Probe startup = defaultStartupProbe();
    std::optional<Probe> liveness{};
    bool hasSessionAffinity = false;
    /// It was ready before (after a restart): instances start when they are needed, not to prove it again.
    bool isProven = false;
};

enum class StartFailure {
    None,
    NotStarted,  ///< the program is missing or may not be executed
    Exited,      ///< it ended before its startup probe succeeded
    OutOfMemory, ///< it was killed for its memory before that
    Unhealthy,   ///< the startup probe failed for as long as it may
    Retired,     ///< the revision was retired meanwhile
};

struct StartOutcome
{
    bool isReady = false;
    StartFailure failure = StartFailure::None;
    std::string message{}; ///< one English sentence for the log, "" when ready
    Duration took{};
};

/// Part of a service's traffic. An entry with percent 0 only gives a tag its revision.
struct Share
{
    std::string revision{};
    int percent = 0;
    std::string tag{};

    bool operator==(const Share &) const = default;
};

/// Where a service's requests go. Percents add up to 100.
struct Route
{
    std::vector<Share> shares{};
    /// Names under which the shared port knows the service (`svc-123.us-east1.run.app`); `TAG---` before one
    /// of them asks for the tag.
    std::vector<std::string> hosts{};

    bool operator==(const Route &) const = default;
};

enum class InstanceStage { Starting, Ready, Draining };

struct InstanceState
{
    std::string id{}; ///< hexadecimal, unique
    InstanceStage stage = InstanceStage::Starting;
    int process = 0;
    int port = 0;
    WallTime since{};
    int requests = 0; ///< that it handles now
    std::uint64_t handled = 0;
    double cpu = 0; ///< in processors, over the last sample
    std::uint64_t memoryBytes = 0;
};

struct RevisionState
{
    RevisionKey key{};
    bool isReady = false;
    StartOutcome outcome{};
    int instances = 0;
    int waiting = 0;        ///< requests in its queue
    int crashes = 0;        ///< in a row
    bool isServing = false; ///< its route gives it traffic or a tag
    bool isRetiring = false;
    std::optional<WallTime> lastRequest{};
};

/// How memory and processors are limited.
enum class LimitKind {
    Cgroup, ///< cgroup v2: memory.max, cpu.max
    /// The resident memory of the instance's processes is measured, and the instance killed above its limit
    /// (RLIMIT_AS does not fit programs that reserve more than they use); RLIMIT_DATA stops what grows faster
    /// than that. The instance runs on as many processors as its limit, rounded up: sched_setaffinity.
    Watched,
};

struct FleetOptions
{
    /// Ports of services, the list of running processes and the log book are kept here; "" keeps nothing.
    std::string directory{};
    std::uint16_t sharedPort = 0;                  ///< of Host-routed requests; 0 picks a free one
    Duration idleTime = std::chrono::minutes(15);  ///< until an instance above the minimum is stopped
    Duration grace = std::chrono::seconds(10);     ///< from SIGTERM to SIGKILL
    Duration queueTime = std::chrono::seconds(10); ///< a request waits so long for an instance, or longer:
                                                   ///< as long as one is starting, within its timeout
    int queueLength = 1'000;                       ///< requests that wait, per revision
    Duration firstBackoff = std::chrono::milliseconds(500); ///< after a crash; doubled up to maxBackoff
    Duration maxBackoff = std::chrono::seconds(30);
    std::uint64_t maxRequestBytes = 32ULL << 20;
    std::uint64_t maxBookBytes = 64ULL << 20;      ///< of log entries in memory, and again on disk
    int maxConnections = 4096;                     ///< of clients
    Duration sampleTime = std::chrono::seconds(1); ///< between two looks at processors and memory
};

} // namespace batuta::fleet
