// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/figures.h"

#include <algorithm>
#include <cmath>

namespace batuta::fleet {
namespace {

constexpr std::size_t kMinutesPerRevision = 24 * 60;
constexpr std::size_t kMinutes = 50'000; ///< of all revisions: some 100 MB when all of them were busy

std::size_t bucketOf(const Buckets &layout, double value)
{
    if (!(value >= layout.scale))
        return 0;
    const double at = std::floor(std::log(value / layout.scale) / std::log(layout.growth) + 1e-9);
    return static_cast<std::size_t>(std::min<double>(at, layout.count)) + 1;
}

WallTime minuteOf(WallTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time);
}

} // namespace

void Distribution::add(double value, std::uint64_t times)
{
    if (times == 0 || !std::isfinite(value))
        return;
    if (counts.empty())
        counts.resize(static_cast<std::size_t>(layout.count) + 2);
    counts[bucketOf(layout, value)] += times;
    const auto weight = static_cast<double>(times);
    const double away = value - mean;
    count += times;
    mean += away * weight / static_cast<double>(count);
    squaredDeviation += weight * away * (value - mean);
}

void Distribution::add(const Distribution &other)
{
    if (other.count == 0 || !(other.layout == layout))
        return;
    if (counts.empty())
        counts.resize(other.counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] += other.counts[i];
    const auto own = static_cast<double>(count);
    const auto more = static_cast<double>(other.count);
    const double away = other.mean - mean;
    squaredDeviation += other.squaredDeviation + away * away * own * more / (own + more);
    mean += away * more / (own + more);
    count += other.count;
}

double Distribution::percentile(double share) const
{
    double left = share * static_cast<double>(count);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto here = static_cast<double>(counts[i]);
        if (here == 0 || left > here) {
            left -= here;
            continue;
        }
        const double from = i == 0 ? 0 : layout.scale * std::pow(layout.growth, static_cast<double>(i) - 1);
        const double to = layout.scale * std::pow(layout.growth, static_cast<double>(i));
        return from + (to - from) * std::max(left, 0.0) / here;
    }
    return 0;
}

Minute &Figures::now(const RevisionKey &key)
{
    const WallTime begin = minuteOf(m_clock.wall());
    std::deque<Minute> &minutes = m_minutes[key];
    // A wall clock that was set back goes on in the last minute: they stay in order.
    if (minutes.empty() || minutes.back().begin < begin) {
        minutes.emplace_back().begin = begin;
        ++m_count;
        if (minutes.size() > kMinutesPerRevision) {
            minutes.pop_front();
            --m_count;
        }
        if (m_count > kMinutes)
            makeRoom();
        return m_minutes[key].back();
    }
    return minutes.back();
}

// The longest history gives way: many revisions have shorter ones, and none has nothing.
void Figures::makeRoom()
{
    const auto longest =
        std::max_element(m_minutes.begin(), m_minutes.end(),
                         [](const auto &a, const auto &b) { return a.second.size() < b.second.size(); });
    longest->second.pop_front();
    --m_count;
}

std::vector<const Minute *> Figures::between(const RevisionKey &key, WallTime from, WallTime to) const
{
    std::vector<const Minute *> found;
    const auto minutes = m_minutes.find(key);
    if (minutes == m_minutes.end())
        return found;
    auto at = std::lower_bound(minutes->second.begin(), minutes->second.end(), from,
                               [](const Minute &minute, WallTime time) { return minute.begin < time; });
    for (; at != minutes->second.end() && at->begin < to; ++at)
        found.push_back(&*at);
    return found;
}

std::vector<RevisionKey> Figures::keys() const
{
    std::vector<RevisionKey> all;
    all.reserve(m_minutes.size());
    for (const auto &[key, minutes] : m_minutes)
        all.push_back(key);
    return all;
}

} // namespace batuta::fleet
