// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The look at all instances, once a second: what they use, and whether they use too much.
#include "engine/fleet/fleet_state.h"

#include <algorithm>
#include <utility>

namespace batuta::fleet {
namespace {

/// Between two looks at those that use much memory: what they may grow above their limit within it.
constexpr auto kMemoryWatch = std::chrono::milliseconds(50);

} // namespace

void Fleet::State::sampleLater()
{
    lastSample = now();
    sampleTimer = core.loop.startTimer(lastSample + core.options.sampleTime, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->sample();
    });
}

void Fleet::State::sample()
{
    const auto since = std::chrono::duration_cast<Duration>(now() - lastSample);
    std::vector<int> groups;
    for (const auto &[key, revision] : revisions)
        for (const auto &instance : revision->instances())
            if (instance->group() != 0)
                groups.push_back(instance->group());
    const std::map<int, GroupUse> use = groupUse(groups);
    const auto all = revisions; // one may end while it is looked at
    for (const auto &[key, revision] : all)
        if (!revision->instances().empty())
            sampleRevision(*revision, use, since);
    core.book.flush();
    watchMemory();
    sampleLater();
}

void Fleet::State::sampleRevision(Revision &revision, const std::map<int, GroupUse> &use, Duration since)
{
    int active = 0;
    int idle = 0;
    int starting = 0;
    int minimum = revision.minimum();
    const auto instances = revision.instances();
    for (const auto &instance : instances) {
        const auto found = use.find(instance->group());
        if (found == use.end())
            continue;
        instance->dropOldConnections(now());
        const bool isStarting = instance->stage() == InstanceStage::Starting;
        const bool isActive = instance->sample(found->second, since, minimum-- > 0);
        starting += isStarting ? 1 : 0;
        active += !isStarting && isActive ? 1 : 0;
        idle += !isStarting && !isActive ? 1 : 0;
    }
    Minute &minute = core.figures.now(revision.key());
    // Both of one moment, or an instance that was first one and then the other would count twice.
    if (std::pair(active + idle, active) >=
        std::pair(minute.activeInstances + minute.idleInstances, minute.activeInstances)) {
        minute.activeInstances = active;
        minute.idleInstances = idle;
    }
    minute.startingInstances = std::max(minute.startingInstances, starting);
}

void Fleet::State::watchMemory()
{
    bool isWanted = false;
    const auto all = revisions;
    for (const auto &[key, revision] : all) {
        const auto instances = revision->instances();
        for (const auto &instance : instances) {
            if (!instance->wantsWatching())
                continue;
            isWanted = true;
            instance->watchMemory();
        }
    }
    if (!isWanted || memoryTimer != 0)
        return;
    memoryTimer = core.loop.startTimer(now() + kMemoryWatch, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->memoryTimer = 0;
            self->watchMemory();
        }
    });
}

} // namespace batuta::fleet
