// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::telemetry {

/// Only goes up. Increments are relaxed atomics, about a nanosecond without contention.
class Counter
{
public:
    void increment(std::uint64_t by = 1) noexcept { m_value.fetch_add(by, std::memory_order_relaxed); }
    std::uint64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> m_value{0};
};

/// A value that goes up and down.
class Gauge
{
public:
    void set(double value) noexcept { m_value.store(value, std::memory_order_relaxed); }
    void add(double by) noexcept;
    double value() const noexcept { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<double> m_value{0};
};

/// Counts observations in buckets by their upper bounds (le), with their sum.
class Histogram
{
public:
    explicit Histogram(std::vector<double> bounds);
    void observe(double value) noexcept;
    std::uint64_t count() const noexcept;
    double sum() const noexcept { return m_sum.value(); }

private:
    friend class Metrics;
    std::vector<double> m_bounds;                            ///< ascending, without +Inf
    std::vector<std::string> m_boundTexts;                   ///< with +Inf, as they are written
    std::unique_ptr<std::atomic<std::uint64_t>[]> m_buckets; ///< one more than bounds: the last is +Inf
    Gauge m_sum;
};

/// Bounds in seconds that suit calls of 1 ms to 10 min.
std::vector<double> durationBuckets();

using Labels = std::vector<std::pair<std::string, std::string>>;

/// What one series stands at. The views live as long as the call.
struct Reading
{
    enum class Kind { Counter, Gauge, Histogram };

    std::string_view name;
    std::string_view labels; ///< as they are written: `a="b",c="d"`, sorted
    Kind kind = Kind::Counter;
    double value = 0; ///< of a histogram its sum
    const std::vector<double> *bounds = nullptr;
    std::vector<std::uint64_t> buckets; ///< counts by bucket, not summed up; the last is +Inf
};

/// The registry: owns every metric and writes them as Prometheus text (format 0.0.4). Safe on any thread.
/// Asking for a handle looks it up under a lock, so ask once and keep the reference, which is good as long as
/// the registry; using a handle takes no lock. Names are brought to Prometheus' alphabet. A name that is
/// asked for again as another type becomes `name_counter`, `name_gauge` or `name_histogram`. Past kMaxSeries
/// label sets of one name, new ones share a single series whose label values are all `other`.
class Metrics
{
public:
    static constexpr std::size_t kMaxSeries = 1'000;

    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    Counter &counter(std::string_view name, std::string_view help, const Labels &labels = {});
    /// A counter that is kept elsewhere: set it to what is counted there.
    Gauge &mirror(std::string_view name, std::string_view help, const Labels &labels = {});
    Gauge &gauge(std::string_view name, std::string_view help, const Labels &labels = {});
    Histogram &histogram(std::string_view name, std::string_view help, const Labels &labels = {},
                         const std::vector<double> &bounds = durationBuckets());

    /// Families sorted by name, series by labels.
    std::string prometheusText() const;
    /// The same as values; `look` must not ask this registry for anything.
    void visit(const std::function<void(const Reading &)> &look) const;

private:
    struct Family;
    Family &family(std::string_view name, std::string_view help, int type);
    mutable std::mutex m_mutex;
    mutable std::size_t m_lastBytes = 0; ///< of the last text
    std::map<std::string, std::unique_ptr<Family>, std::less<>> m_families;
};

} // namespace batuta::telemetry
