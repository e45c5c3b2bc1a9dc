// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/metrics.h"

#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace batuta::telemetry {
namespace {

enum Type { CounterType, GaugeType, HistogramType };
constexpr std::array<std::string_view, 3> kTypeNames{"counter", "gauge", "histogram"};

/// [a-zA-Z_][a-zA-Z0-9_]*, and `:` when allowed; other bytes become `_`.
std::string validName(std::string_view name, bool allowsColon)
{
    std::string valid;
    for (const char c : name) {
        const bool isLetter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c == ':' && allowsColon);
        const bool isDigit = c >= '0' && c <= '9';
        if (isDigit && valid.empty())
            valid += '_';
        valid += isLetter || isDigit ? c : '_';
    }
    return valid.empty() ? "_" : valid;
}

void appendEscaped(std::string_view text, bool isLabel, std::string &out)
{
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '"' && isLabel)
            out += "\\\"";
        else
            out += c;
    }
}

/// `a="b",c="d"`, sorted by name: the key of a series and its text at once.
std::string labelText(Labels labels)
{
    for (auto &label : labels)
        label.first = validName(label.first, false);
    std::sort(labels.begin(), labels.end());
    std::string text;
    for (const auto &[name, value] : labels) {
        text += text.empty() ? "" : ",";
        text += name + "=\"";
        appendEscaped(value, true, text);
        text += '"';
    }
    return text;
}

std::string numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return json::numberText(value);
}

void appendCount(std::uint64_t count, std::string &out)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr;
    out.append(digits.data(), end);
}

void appendSample(std::string_view name, std::string_view labels, std::string_view value, std::string &out)
{
    out += name;
    if (!labels.empty())
        out.append("{").append(labels).append("}");
    out.append(" ").append(value).append("\n");
}

} // namespace

void Gauge::add(double by) noexcept
{
    double before = m_value.load(std::memory_order_relaxed);
    while (!m_value.compare_exchange_weak(before, before + by, std::memory_order_relaxed)) {
    }
}

Histogram::Histogram(std::vector<double> bounds)
    : m_bounds(std::move(bounds))
{
    std::erase_if(m_bounds, [](double bound) { return !std::isfinite(bound); });
    std::sort(m_bounds.begin(), m_bounds.end());
    m_bounds.erase(std::unique(m_bounds.begin(), m_bounds.end()), m_bounds.end());
    for (const double bound : m_bounds)
        m_boundTexts.push_back(numberText(bound));
    m_boundTexts.emplace_back("+Inf");
    m_buckets = std::make_unique<std::atomic<std::uint64_t>[]>(m_bounds.size() + 1);
}

void Histogram::observe(double value) noexcept
{
    const auto bound = std::lower_bound(m_bounds.begin(), m_bounds.end(), value);
    m_buckets[static_cast<std::size_t>(bound - m_bounds.begin())].fetch_add(1, std::memory_order_relaxed);
    m_sum.add(value);
}

std::uint64_t Histogram::count() const noexcept
{
    std::uint64_t count = 0;
    for (std::size_t i = 0; i <= m_bounds.size(); ++i)
        count += m_buckets[i].load(std::memory_order_relaxed);
    return count;
}

std::vector<double> durationBuckets()
{
    return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600};
}

/// All series of one name. Only the map of its own type is used; a mirrored counter is among the gauges.
struct Metrics::Family
{
    std::string help;
    int type = CounterType;
    std::map<std::string, std::unique_ptr<Counter>> counters;
    std::map<std::string, std::unique_ptr<Gauge>> gauges;
    std::map<std::string, std::unique_ptr<Histogram>> histograms;

    template <class T, class... Arguments>
    static T &seriesOf(std::map<std::string, std::unique_ptr<T>> &series, const Labels &labels,
                       Arguments &&...arguments)
    {
        std::string key = labelText(labels);
        if (series.size() >= kMaxSeries && !series.contains(key)) {
            // Labels can come from outside; a stranger must not grow this map for ever.
            Labels others = labels;
            for (auto &label : others)
                label.second = "other";
            key = labelText(others);
        }
        std::unique_ptr<T> &entry = series[key];
        if (!entry)
            entry = std::make_unique<T>(std::forward<Arguments>(arguments)...);
        return *entry;
    }

    void append(const std::string &name, std::string &out) const;
    static void append(const std::string &name, const std::string &labels, const Histogram &histogram,
                       std::string &out);
};

void Metrics::Family::append(const std::string &name, std::string &out) const
{
    out += "# HELP " + name + " ";
    appendEscaped(help, false, out);
    out += "\n# TYPE " + name + " " + std::string(kTypeNames[static_cast<std::size_t>(type)]) + "\n";
    for (const auto &[labels, counter] : counters)
        appendSample(name, labels, std::to_string(counter->value()), out);
    for (const auto &[labels, gauge] : gauges)
        appendSample(name, labels, numberText(gauge->value()), out);
    for (const auto &[labels, histogram] : histograms)
        append(name, labels, *histogram, out);
}

void Metrics::Family::append(const std::string &name, const std::string &labels, const Histogram &histogram,
                             std::string &out)
{
    const std::string head = name + "_bucket{" + labels + (labels.empty() ? "" : ",") + "le=\"";
    std::uint64_t below = 0;
    for (std::size_t i = 0; i <= histogram.m_bounds.size(); ++i) {
        below += histogram.m_buckets[i].load(std::memory_order_relaxed);
        out.append(head).append(histogram.m_boundTexts[i]).append("\"} ");
        appendCount(below, out);
        out += '\n';
    }
    appendSample(name + "_sum", labels, numberText(histogram.sum()), out);
    // From the same reads as the buckets: count and +Inf must agree while others are observing.
    appendSample(name + "_count", labels, std::to_string(below), out);
}

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

Metrics::Family &Metrics::family(std::string_view name, std::string_view help, int type)
{
    std::string valid = validName(name, true);
    auto at = m_families.find(valid);
    if (at != m_families.end() && at->second->type != type) {
        valid += "_" + std::string(kTypeNames[static_cast<std::size_t>(type)]);
        at = m_families.find(valid);
    }
    if (at == m_families.end()) {
        at = m_families.emplace(valid, std::make_unique<Family>()).first;
        at->second->help = help;
        at->second->type = type;
    }
    return *at->second;
}

Counter &Metrics::counter(std::string_view name, std::string_view help, const Labels &labels)
{
    const std::lock_guard lock(m_mutex);
    return Family::seriesOf(family(name, help, CounterType).counters, labels);
}

Gauge &Metrics::mirror(std::string_view name, std::string_view help, const Labels &labels)
{
    const std::lock_guard lock(m_mutex);
    return Family::seriesOf(family(name, help, CounterType).gauges, labels);
}

Gauge &Metrics::gauge(std::string_view name, std::string_view help, const Labels &labels)
{
    const std::lock_guard lock(m_mutex);
    return Family::seriesOf(family(name, help, GaugeType).gauges, labels);
}

Histogram &Metrics::histogram(std::string_view name, std::string_view help, const Labels &labels,
                              const std::vector<double> &bounds)
{
    const std::lock_guard lock(m_mutex);
    return Family::seriesOf(family(name, help, HistogramType).histograms, labels, bounds);
}

void Metrics::visit(const std::function<void(const Reading &)> &look) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[name, family] : m_families) {
        const Reading::Kind single =
            family->type == CounterType ? Reading::Kind::Counter : Reading::Kind::Gauge;
        for (const auto &[labels, counter] : family->counters)
            look({name, labels, single, static_cast<double>(counter->value()), nullptr, {}});
        for (const auto &[labels, gauge] : family->gauges)
            look({name, labels, single, gauge->value(), nullptr, {}});
        for (const auto &[labels, histogram] : family->histograms) {
            Reading reading{name, labels, Reading::Kind::Histogram, histogram->sum(), &histogram->m_bounds,
                            {}};
            for (std::size_t i = 0; i <= histogram->m_bounds.size(); ++i)
                reading.buckets.push_back(histogram->m_buckets[i].load(std::memory_order_relaxed));
            look(reading);
        }
    }
}

std::string Metrics::prometheusText() const
{
    const std::lock_guard lock(m_mutex);
    constexpr std::size_t kMore = 4096;
    std::string text;
    text.reserve(m_lastBytes + kMore);
    for (const auto &[name, family] : m_families)
        family->append(name, text);
    m_lastBytes = text.size();
    return text;
}

} // namespace batuta::telemetry
