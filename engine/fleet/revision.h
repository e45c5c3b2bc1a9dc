// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/instance.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace batuta::fleet {

/// A request that waits for an instance. Called once, at most; never from inside Revision::wait().
class Waiter
{
public:
    virtual ~Waiter() = default;
    virtual void granted(std::shared_ptr<Instance> instance) = 0; ///< already taken for it
    virtual void refused(int status) = 0;                         ///< 429, or 503 when nothing can start
    /// False when it went away meanwhile.
    virtual bool isWaiting() const = 0;
};

/// The instances of one revision: how many there are, who gets which, what happens when one ends. On the
/// loop's thread.
class Revision final : public InstanceOwner, public std::enable_shared_from_this<Revision>
{
public:
    using Told = std::function<void(StartOutcome)>;

    Revision(Core &core, RevisionSpec spec);
    ~Revision() override;

    void begin(Told told);
    void scale(int minInstances, int maxInstances);
    /// Whether the service's route names it: only then it keeps its minimum.
    void setServing(bool isServing);
    void retire(std::function<void()> gone);
    /// Ends everything at once, politely (SIGTERM); `retire` has been called before.
    void terminateAll();

    /// An instance with room, already taken for the caller: the one of that id when it has room; null when
    /// none has.
    std::shared_ptr<Instance> takeNow(std::string_view wishedId = {});
    /// 0, or the status that refuses it: 429 when the queue is full, 503 when nothing will start any more.
    int wait(const std::shared_ptr<Waiter> &waiter);
    std::shared_ptr<Instance> instance(std::string_view id) const;

    const RevisionSpec &spec() const { return m_spec; }
    const RevisionKey &key() const { return m_spec.key; }
    bool isReady() const { return m_isReady && !m_isRetiring; }
    RevisionState state() const;
    std::vector<InstanceState> instanceStates() const;
    const std::vector<std::shared_ptr<Instance>> &instances() const { return m_instances; }
    int minimum() const;
    void requestCame(WallTime when) { m_lastRequest = when; }

private:
    struct Waiting
    {
        std::weak_ptr<Waiter> waiter;
        SteadyTime until;
    };

    void instanceReady(Instance &instance) override;
    void instanceFree(Instance &instance) override;
    void instanceEnded(Instance &instance, const InstanceEnd &end) override;

    void adjust();
    int wanted() const;
    void startInstances(int count);
    void startOne();
    void serveQueue();
    void refuseAll(int status);
    void refuseLate();
    void watchQueue();
    void endIdle();
    void watchIdle();
    void crashed(const InstanceEnd &end);
    void prove(StartOutcome outcome);
    void setWell(bool isWell);
    void leaveWhenServed();
    void checkGone();
    int count(InstanceStage stage) const;
    int load() const;
    bool canStart() const { return !m_isRetiring && (m_isReady || m_told); }

    Core &m_core;
    RevisionSpec m_spec;
    std::vector<std::shared_ptr<Instance>> m_instances;
    std::deque<Waiting> m_queue;
    Told m_told; ///< while it is being proved
    std::function<void()> m_gone;
    StartOutcome m_outcome;
    std::optional<WallTime> m_lastRequest;
    SteadyTime m_begun{};
    SteadyTime m_notBefore{}; ///< the next start, after crashes
    net::Loop::TimerId m_backoffTimer = 0;
    net::Loop::TimerId m_queueTimer = 0;
    net::Loop::TimerId m_idleTimer = 0;
    int m_crashes = 0;
    bool m_isReady = false;
    bool m_isServing = false;
    bool m_isRetiring = false;
    bool m_isWell = true;
};

} // namespace batuta::fleet
