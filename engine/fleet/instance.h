// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/core.h"
#include "engine/fleet/log_lines.h"
#include "engine/fleet/probe_run.h"
#include "engine/fleet/process_bounds.h"
#include "engine/fleet/upstream.h"
#include "engine/net/child_process.h"

#include <memory>
#include <string>
#include <vector>

namespace batuta::fleet {

class Instance;

/// How an instance ended, for the revision.
struct InstanceEnd
{
    bool wasReady = false;
    bool wasAsked = false; ///< the fleet ended it on purpose
    StartFailure failure = StartFailure::None;
    std::string message{};
    Duration lived{};
};

/// Who has the instance: its revision.
class InstanceOwner
{
public:
    virtual ~InstanceOwner() = default;
    virtual void instanceReady(Instance &instance) = 0;
    virtual void instanceFree(Instance &instance) = 0; ///< a request of it has ended
    virtual void instanceEnded(Instance &instance, const InstanceEnd &end) = 0;
};

/// One process of a revision: its start and probes, its requests, its lines, its end. Shared by the revision
/// and by the requests that it handles. On the loop's thread.
class Instance : public std::enable_shared_from_this<Instance>
{
public:
    Instance(Core &core, const RevisionSpec &spec, InstanceOwner &owner);
    ~Instance();

    void start();
    /// Takes no more requests, and ends when it has none.
    void drain();
    /// SIGTERM, and SIGKILL after the grace. What its requests wait for then breaks.
    void terminate();
    void kill();
    /// The revision is gone: nobody is told any more.
    void forget() { m_owner = nullptr; }

    /// One request more or less.
    void take();
    void release();

    std::unique_ptr<Upstream> idleConnection();
    void keepConnection(std::unique_ptr<Upstream> connection);
    /// Closes those that wait too long: the program would soon do it itself.
    void dropOldConnections(SteadyTime now);

    /// What it used since the last look goes into the figures; above its memory limit it is killed.
    /// Gives whether it had a request since the last look.
    bool sample(const GroupUse &use, Duration since, bool isMinimum);
    /// Only the memory of its first process, between two samples.
    void watchMemory();
    bool wantsWatching() const;

    InstanceState state() const;
    const std::string &id() const { return m_id; }
    InstanceStage stage() const { return m_stage; }
    bool isReady() const { return m_stage == InstanceStage::Ready; }
    int requests() const { return m_requests; }
    int group() const { return m_group; }
    std::uint16_t port() const { return m_port; }
    SteadyTime idleSince() const { return m_idleSince; }
    const RevisionKey &key() const { return m_spec.key; }

private:
    std::vector<std::string> environment() const;
    void probeStartup();
    void probeLiveness();
    void started(int attempts);
    void startupFailed(int failures, const std::string &why);
    void livenessFailed(int failures);
    void ended(const net::ChildEnd &end);
    void outOfMemory(std::uint64_t used);
    void say(Severity severity, std::string text);
    void line(bool isErrors, std::string text);
    void countProbe(const ProbeRun &run, bool isHealthy, Duration took);
    std::string probeText(const ProbeRun &run, const std::string &what) const;
    StartFailure fail(StartFailure failure, std::string message);

    Core &m_core;
    const RevisionSpec m_spec;
    InstanceOwner *m_owner;
    const std::string m_id;
    InstanceStage m_stage = InstanceStage::Starting;
    std::uint16_t m_port = 0;
    int m_group = 0;
    std::unique_ptr<net::ChildProcess> m_process;
    std::unique_ptr<ProcessBounds> m_bounds; ///< from its start to its end
    std::shared_ptr<ProbeRun> m_startup;
    std::shared_ptr<ProbeRun> m_liveness;
    LineCutter m_output;
    LineCutter m_errors;
    std::vector<std::unique_ptr<Upstream>> m_idle;
    WallTime m_since{};
    SteadyTime m_begun{};
    SteadyTime m_idleSince{};
    int m_requests = 0;
    int m_mostRequests = 0; ///< since the last sample
    std::uint64_t m_handled = 0;
    double m_cpuSeconds = 0;
    double m_cpu = 0;
    std::uint64_t m_memory = 0;
    bool m_wasReady = false;
    bool m_wasAsked = false;
    StartFailure m_failure = StartFailure::None;
    std::string m_message;
};

} // namespace batuta::fleet
