// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/values.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace batuta::fleet {

/// Counts in exponential buckets: bucket 0 is below `scale`, bucket i from scale·growth^(i-1) to
/// scale·growth^i, the last one everything above.
struct Buckets
{
    int count = 0; ///< of finite ones, besides the two at the ends
    double growth = 2;
    double scale = 1;

    bool operator==(const Buckets &) const = default;
};
inline constexpr Buckets kMilliseconds{66, 1.4, 1}; ///< of latencies: 1 ms to more than an hour
inline constexpr Buckets kShares{20, 1.25, 0.01};   ///< of utilisations: 0.01 to 1 (0.87) and above
inline constexpr Buckets kCounts{64, 1.12, 1};      ///< of concurrency: 1 to 1,400

struct Distribution
{
    explicit Distribution(Buckets buckets = kMilliseconds)
        : layout(buckets)
    {
    }
    void add(double value, std::uint64_t times = 1);
    void add(const Distribution &other); ///< of the same layout
    /// The value below which `share` (0 to 1) lie, between the bucket's bounds; 0 when empty.
    double percentile(double share) const;

    Buckets layout;
    std::uint64_t count = 0;
    double mean = 0;
    double squaredDeviation = 0;         ///< sum of the squared distances from the mean
    std::vector<std::uint64_t> counts{}; ///< empty while nothing was added, else layout.count + 2
};

struct ProbeKind
{
    bool isLiveness = false;
    bool isHttp = false;
    bool isHealthy = false;
    bool isDefault = false;

    auto operator<=>(const ProbeKind &) const = default;
};

/// What happened in one minute to one revision. Gauges are the highest of the minute.
struct Minute
{
    WallTime begin{};
    std::map<int, std::uint64_t> requests{}; ///< by status
    std::map<int, Distribution> latencies{}; ///< in ms, by status
    int activeInstances = 0;
    int idleInstances = 0;
    int startingInstances = 0;
    Distribution cpu{kShares};    ///< of the limit, one sample per instance and look
    Distribution memory{kShares}; ///< of the limit
    double allocatedCpuSeconds = 0;
    double billableSeconds = 0; ///< with a request in flight, starting, or kept as minimum
    Distribution startup{kMilliseconds};
    Distribution concurrency{kCounts}; ///< highest number of requests at a time, per instance and look
    std::uint64_t receivedBytes = 0;
    std::uint64_t sentBytes = 0;
    std::map<ProbeKind, std::uint64_t> probes{};
    std::map<ProbeKind, Distribution> probeTimes{}; ///< in ms
};

/// The minutes of all revisions, in memory: 24 hours per revision, fewer when there are very many. Minutes in
/// which nothing happened and nothing ran are not kept. Lives on the loop's thread.
class Figures
{
public:
    explicit Figures(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// The minute that runs now.
    Minute &now(const RevisionKey &key);
    /// Minutes that begin at or after `from` and before `to`, in order; the running one is among them.
    std::vector<const Minute *> between(const RevisionKey &key, WallTime from, WallTime to) const;
    std::vector<RevisionKey> keys() const;

private:
    void makeRoom();

    const Clock &m_clock;
    std::map<RevisionKey, std::deque<Minute>> m_minutes;
    std::size_t m_count = 0;
};

} // namespace batuta::fleet
