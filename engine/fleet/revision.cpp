// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/revision.h"

#include <algorithm>
#include <utility>

namespace batuta::fleet {
namespace {

/// One that lived so long has not crashed for what its predecessors crashed for.
constexpr Duration kSettled = std::chrono::seconds(30);
/// After so many in a row with nothing left that runs, the owner hears that the revision is not well.
constexpr int kUnwellCrashes = 3;

} // namespace

Revision::Revision(Core &core, RevisionSpec spec)
    : m_core(core)
    , m_spec(std::move(spec))
{
    m_spec.concurrency = std::max(m_spec.concurrency, 1);
    m_spec.maxInstances = std::max({m_spec.maxInstances, m_spec.minInstances, 1});
}

Revision::~Revision()
{
    for (const auto timer : {m_backoffTimer, m_queueTimer, m_idleTimer})
        m_core.loop.cancelTimer(timer);
    for (const auto &instance : m_instances) {
        instance->forget();
        instance->kill();
    }
}

void Revision::begin(Told told)
{
    m_begun = now();
    if (m_spec.isProven) {
        m_isReady = true;
        m_outcome.isReady = true;
        m_core.loop.post([told = std::move(told), outcome = m_outcome] {
            if (told)
                told(outcome);
        });
        adjust();
        return;
    }
    m_told = told ? std::move(told) : [](const StartOutcome &) {};
    startOne();
}

void Revision::scale(int minInstances, int maxInstances)
{
    m_spec.minInstances = std::max(minInstances, 0);
    m_spec.maxInstances = std::max({maxInstances, m_spec.minInstances, 1});
    adjust();
    endIdle();
}

void Revision::setServing(bool isServing)
{
    if (std::exchange(m_isServing, isServing) == isServing)
        return;
    adjust();
    endIdle();
}

void Revision::retire(std::function<void()> gone)
{
    m_gone = std::move(gone);
    m_isRetiring = true;
    m_core.loop.cancelTimer(std::exchange(m_backoffTimer, 0));
    prove({false, StartFailure::Retired, "The revision was removed before it was ready.", {}});
    serveQueue();
    leaveWhenServed();
    checkGone();
}

// Requests that came before the end are answered; then the instances go.
void Revision::leaveWhenServed()
{
    if (!m_isRetiring)
        return;
    if (count(InstanceStage::Ready) + count(InstanceStage::Starting) == 0)
        refuseAll(503);
    if (!m_queue.empty())
        return;
    const auto instances = m_instances;
    for (const auto &instance : instances)
        if (instance->stage() != InstanceStage::Draining)
            instance->drain();
}

void Revision::terminateAll()
{
    refuseAll(503);
    const auto instances = m_instances;
    for (const auto &instance : instances)
        instance->terminate();
}

void Revision::checkGone()
{
    if (m_isRetiring && m_instances.empty() && m_gone)
        m_core.loop.post(std::exchange(m_gone, nullptr));
}

int Revision::minimum() const
{
    return m_isServing && !m_isRetiring ? m_spec.minInstances : 0;
}

int Revision::count(InstanceStage stage) const
{
    return static_cast<int>(
        std::count_if(m_instances.begin(), m_instances.end(),
                      [stage](const auto &instance) { return instance->stage() == stage; }));
}

int Revision::load() const
{
    int requests = 0;
    for (const auto &instance : m_instances)
        requests += instance->isReady() ? instance->requests() : 0;
    return requests;
}

/// How many instances there should be, those that start included.
int Revision::wanted() const
{
    const int ready = count(InstanceStage::Ready);
    const int starting = count(InstanceStage::Starting);
    const int waiting = static_cast<int>(m_queue.size());
    int instances = std::max(ready + starting, minimum());
    const int room = starting * m_spec.concurrency;
    if (waiting > room)
        instances = std::max(instances, ready + starting +
                                            (waiting - room + m_spec.concurrency - 1) / m_spec.concurrency);
    // Above 70 % one more comes before it is needed.
    else if (starting == 0 && m_spec.concurrency > 1 && ready > 0 &&
             load() * 10 > ready * m_spec.concurrency * 7)
        instances = std::max(instances, ready + 1);
    return std::min(instances, m_spec.maxInstances);
}

void Revision::adjust()
{
    if (!canStart() || m_told)
        return;
    const int missing = wanted() - count(InstanceStage::Ready) - count(InstanceStage::Starting);
    if (missing <= 0)
        return;
    if (now() >= m_notBefore) {
        startInstances(missing);
        return;
    }
    if (m_backoffTimer == 0)
        m_backoffTimer = m_core.loop.startTimer(m_notBefore, [weak = weak_from_this()] {
            if (const auto self = weak.lock()) {
                self->m_backoffTimer = 0;
                self->adjust();
            }
        });
}

void Revision::startInstances(int missing)
{
    // While it crashes one at a time tries whether that is over.
    for (int left = m_crashes > 0 ? 1 : missing; left > 0; --left)
        startOne();
}

void Revision::startOne()
{
    const auto instance = std::make_shared<Instance>(m_core, m_spec, *this);
    m_instances.push_back(instance);
    instance->start();
}

void Revision::instanceReady(Instance &)
{
    if (m_told) {
        m_isReady = true;
        prove({true, StartFailure::None, {}, std::chrono::duration_cast<Duration>(now() - m_begun)});
    }
    setWell(true);
    serveQueue();
    leaveWhenServed();
    watchIdle();
    adjust();
}

void Revision::prove(StartOutcome outcome)
{
    if (!m_told)
        return;
    m_outcome = std::move(outcome);
    m_core.loop.post([told = std::exchange(m_told, nullptr), what = m_outcome] { told(what); });
}

void Revision::setWell(bool isWell)
{
    if (std::exchange(m_isWell, isWell) == isWell || !m_core.hooks.health)
        return;
    m_core.loop.post([weak = weak_from_this(), isWell] {
        if (const auto self = weak.lock())
            self->m_core.hooks.health(self->key(), isWell);
    });
}

// Those that came first get the requests, up to 70 % of what they may take, so that the others become idle
// when there is less to do; above that it is the one with the fewest.
std::shared_ptr<Instance> Revision::takeNow(std::string_view wishedId)
{
    const int comfortable = std::max(m_spec.concurrency * 7 / 10, 1);
    const std::shared_ptr<Instance> *best = nullptr;
    for (const auto &candidate : m_instances) {
        if (!candidate->isReady() || candidate->requests() >= m_spec.concurrency)
            continue;
        if (!wishedId.empty() && candidate->id() == wishedId) {
            best = &candidate;
            break;
        }
        if (!best || (candidate->requests() < (*best)->requests() && (*best)->requests() >= comfortable))
            best = &candidate;
    }
    if (!best)
        return nullptr;
    const std::shared_ptr<Instance> chosen = *best;
    chosen->take();
    if (m_queue.empty() && m_instances.size() < static_cast<std::size_t>(m_spec.maxInstances) &&
        chosen->requests() >= comfortable)
        adjust();
    return chosen;
}

std::shared_ptr<Instance> Revision::instance(std::string_view id) const
{
    for (const auto &instance : m_instances)
        if (instance->id() == id && instance->isReady())
            return instance;
    return nullptr;
}

int Revision::wait(const std::shared_ptr<Waiter> &waiter)
{
    if (!isReady())
        return 503;
    if (m_queue.size() >= static_cast<std::size_t>(m_core.options.queueLength))
        return 429;
    m_queue.push_back({waiter, now() + m_core.options.queueTime});
    watchQueue();
    adjust();
    return 0;
}

void Revision::serveQueue()
{
    while (!m_queue.empty()) {
        const auto waiter = m_queue.front().waiter.lock();
        if (!waiter || !waiter->isWaiting()) {
            m_queue.pop_front();
            continue;
        }
        std::shared_ptr<Instance> chosen = takeNow();
        if (!chosen)
            return;
        m_queue.pop_front();
        waiter->granted(std::move(chosen));
    }
}

void Revision::refuseAll(int status)
{
    for (const Waiting &waiting : std::exchange(m_queue, {}))
        m_core.loop.post([weak = waiting.waiter, status] {
            if (const auto waiter = weak.lock(); waiter && waiter->isWaiting())
                waiter->refused(status);
        });
}

// While one starts they wait on: the request's own time bounds that.
void Revision::refuseLate()
{
    if (count(InstanceStage::Starting) > 0)
        return;
    const SteadyTime at = now();
    while (!m_queue.empty() && m_queue.front().until <= at) {
        const auto waiter = m_queue.front().waiter.lock();
        m_queue.pop_front();
        if (waiter && waiter->isWaiting())
            waiter->refused(m_crashes > 0 && count(InstanceStage::Ready) == 0 ? 503 : 429);
    }
}

void Revision::watchQueue()
{
    if (m_queueTimer != 0 || m_queue.empty())
        return;
    const SteadyTime next = std::max(m_queue.front().until, now() + std::chrono::milliseconds(50));
    m_queueTimer = m_core.loop.startTimer(next, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->m_queueTimer = 0;
            self->refuseLate();
            self->watchQueue();
        }
    });
}

void Revision::instanceFree(Instance &)
{
    if (!m_queue.empty())
        serveQueue();
    leaveWhenServed();
    watchIdle();
}

void Revision::watchIdle()
{
    if (m_idleTimer != 0 || m_isRetiring)
        return;
    SteadyTime first = SteadyTime::max();
    for (const auto &instance : m_instances)
        if (instance->isReady() && instance->requests() == 0)
            first = std::min(first, instance->idleSince() + m_core.options.idleTime);
    if (first == SteadyTime::max() || count(InstanceStage::Ready) <= minimum())
        return;
    m_idleTimer = m_core.loop.startTimer(first, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->m_idleTimer = 0;
            self->endIdle();
        }
    });
}

void Revision::endIdle()
{
    const SteadyTime at = now();
    int ready = count(InstanceStage::Ready);
    const auto instances = m_instances;
    // The youngest first: requests go to the oldest.
    for (auto it = instances.rbegin(); it != instances.rend() && ready > minimum(); ++it) {
        Instance &instance = **it;
        const bool isSurplus = ready > std::max(m_spec.maxInstances, 1);
        if (!instance.isReady() || instance.requests() > 0 ||
            (!isSurplus && at - instance.idleSince() < m_core.options.idleTime))
            continue;
        instance.drain();
        --ready;
    }
    watchIdle();
}

void Revision::instanceEnded(Instance &instance, const InstanceEnd &end)
{
    const auto keep = shared_from_this();
    std::erase_if(m_instances, [&](const auto &other) { return other.get() == &instance; });
    if (m_told)
        prove({false, end.failure, end.message, std::chrono::duration_cast<Duration>(now() - m_begun)});
    else if (!end.wasAsked)
        crashed(end);
    leaveWhenServed();
    checkGone();
    adjust();
}

void Revision::crashed(const InstanceEnd &end)
{
    if (end.wasReady && end.lived >= kSettled)
        m_crashes = 0;
    ++m_crashes;
    const Duration wait = std::min<Duration>(
        m_core.options.firstBackoff * (1LL << std::min(m_crashes - 1, 16)), m_core.options.maxBackoff);
    m_notBefore = now() + wait;
    const bool nothingRuns = count(InstanceStage::Ready) == 0;
    if (nothingRuns && !end.wasReady)
        refuseAll(503); // nothing says that the next start goes better: they need not wait for it
    if (nothingRuns && m_crashes >= kUnwellCrashes)
        setWell(false);
}

RevisionState Revision::state() const
{
    RevisionState state;
    state.key = m_spec.key;
    state.isReady = m_isReady;
    state.outcome = m_outcome;
    state.instances = static_cast<int>(m_instances.size());
    state.waiting = static_cast<int>(m_queue.size());
    state.crashes = m_crashes;
    state.isServing = m_isServing;
    state.isRetiring = m_isRetiring;
    state.lastRequest = m_lastRequest;
    return state;
}

std::vector<InstanceState> Revision::instanceStates() const
{
    std::vector<InstanceState> states;
    states.reserve(m_instances.size());
    for (const auto &instance : m_instances)
        states.push_back(instance->state());
    return states;
}

} // namespace batuta::fleet
