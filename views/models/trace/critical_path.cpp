// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/critical_path.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace batuta::views {
namespace {

class Search
{
public:
    Search(const std::vector<TraceStep> &steps, WallTime now, bool hasNeeds)
        : m_steps(steps)
        , m_seenFor(steps.size(), -1)
        , m_hasNeeds(hasNeeds)
        , m_end(steps.size())
    {
        for (int step = 0; step < static_cast<int>(steps.size()); ++step)
            if (at(step).hasRun()) {
                m_byEnd.push_back(step);
                m_end[static_cast<std::size_t>(step)] = at(step).end(now);
            }
        // Sorted only where the time alone decides what came before: without needs, and for `finally`.
        const bool sorts = !hasNeeds || std::any_of(m_byEnd.begin(), m_byEnd.end(),
                                                    [this](int step) { return at(step).isFinally; });
        if (sorts)
            std::sort(m_byEnd.begin(), m_byEnd.end(), [this](int a, int b) { return key(a) < key(b); });
    }

    std::vector<int> path()
    {
        std::vector<int> path;
        const auto last = std::max_element(m_byEnd.begin(), m_byEnd.end(),
                                           [this](int a, int b) { return key(a) < key(b); });
        for (int step = last == m_byEnd.end() ? -1 : *last; step >= 0; step = before(step)) {
            path.push_back(step);
            if (path.size() > m_steps.size())
                break; // needs in a circle: no flow of ours
        }
        std::reverse(path.begin(), path.end());
        return path;
    }

private:
    const TraceStep &at(int step) const { return m_steps[static_cast<std::size_t>(step)]; }
    WallTime end(int step) const { return m_end[static_cast<std::size_t>(step)]; }
    /// Later end first; then the earlier start, then the lower position.
    std::tuple<WallTime, WallTime::rep, int> key(int step) const
    {
        return {end(step), -at(step).startedAt.time_since_epoch().count(), -step};
    }

    int before(int step)
    {
        if (!m_hasNeeds)
            return lastEndedBefore(step, false);
        const int need = lastNeed(step);
        if (need >= 0 || !at(step).isFinally)
            return need;
        return lastEndedBefore(step, true);
    }

    /// Looks through needs that have not run.
    int lastNeed(int step)
    {
        int last = -1;
        std::vector<int> open = at(step).needs;
        while (!open.empty()) {
            const int need = open.back();
            open.pop_back();
            if (std::exchange(m_seenFor[static_cast<std::size_t>(need)], step) == step)
                continue;
            if (!at(need).hasRun())
                open.insert(open.end(), at(need).needs.begin(), at(need).needs.end());
            else if (last < 0 || key(last) < key(need))
                last = need;
        }
        return last;
    }

    int lastEndedBefore(int step, bool mainOnly) const
    {
        const WallTime start = at(step).startedAt;
        auto other = std::partition_point(m_byEnd.begin(), m_byEnd.end(),
                                          [&](int candidate) { return end(candidate) <= start; });
        while (other != m_byEnd.begin()) {
            --other;
            if (*other != step && !(mainOnly && at(*other).isFinally) && at(*other).startedAt < start)
                return *other;
        }
        return -1;
    }

    const std::vector<TraceStep> &m_steps;
    std::vector<int> m_seenFor; ///< for which step it was last looked at
    bool m_hasNeeds;
    std::vector<WallTime> m_end; ///< of those that have run
    std::vector<int> m_byEnd;
};

} // namespace

std::vector<int> criticalPath(const std::vector<TraceStep> &steps, WallTime now, bool hasNeeds)
{
    return Search(steps, now, hasNeeds).path();
}

Duration pathDuration(const std::vector<TraceStep> &steps, const std::vector<int> &path, WallTime now)
{
    Duration sum{};
    for (const int step : path) {
        const TraceStep &of = steps[static_cast<std::size_t>(step)];
        sum += std::chrono::duration_cast<Duration>(of.end(now) - of.startedAt);
    }
    return sum;
}

} // namespace batuta::views
