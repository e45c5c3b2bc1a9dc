// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/steps/taken_over.h"
#include "engine/steps/wall_timer.h"

namespace batuta::steps {

/// Looks again and again whether a revision still has the share that an execution gave it, and says once when
/// it has not. A cloud that does not answer is asked again. Lives on the loop's thread; destroying it stops
/// it.
class TrafficWatch
{
public:
    using Moved = std::function<void(const TakenOver &)>;

    /// `with` has {environment, service, revision, percent}.
    static Result<std::unique_ptr<TrafficWatch>> begin(const Attempt &attempt, const Services &services,
                                                       const json::Value &with, Moved moved);

private:
    TrafficWatch(const Services &services, TrafficHolder holder, int percent, Moved moved);

    void look();
    void tellMoved(const cloud::Service &service);

    const Services &m_services;
    const TrafficHolder m_holder;
    const int m_percent;
    Moved m_moved;
    WallTimer m_next;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace batuta::steps
