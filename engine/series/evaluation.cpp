// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/evaluation.h"

#include "engine/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace batuta::series {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostPoints = 11'000; ///< the same bound as Prometheus'
constexpr Duration kLongestQuestion = 24h * 366;

bool fits(const Labels &labels, const Labels &where)
{
    return std::all_of(where.begin(), where.end(), [&](const auto &wanted) {
        const auto found = std::find_if(labels.begin(), labels.end(),
                                        [&](const auto &label) { return label.first == wanted.first; });
        const std::string_view value =
            found == labels.end() ? std::string_view() : std::string_view(found->second);
        const auto choices = split(wanted.second, '|');
        return std::find(choices.begin(), choices.end(), value) != choices.end();
    });
}

bool isAdded(Function function)
{
    return function == Function::Rate || function == Function::PerMinute || function == Function::Increase;
}

Error refusal(const char *subject, std::string detail)
{
    return {ErrorCode::InputInvalid, subject, std::move(detail), {}, {}};
}

/// A step that shows at most 360 points, and is one that a clock has.
Duration roundStep(Duration range)
{
    constexpr std::array<Duration, 16> kSteps{10s,   20s,   30s, 1min, 2min, 5min, 10min, 15min,
                                              20min, 30min, 1h,  2h,   4h,   6h,   12h,   24h};
    for (const Duration step : kSteps)
        if (range / step <= kPoints)
            return step;
    return 48h;
}

} // namespace

double percentile(const std::vector<double> &bounds, const std::vector<std::uint64_t> &counts,
                  double quantile)
{
    const std::uint64_t all = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    if (all == 0 || bounds.empty())
        return kNone;
    const double rank = std::clamp(quantile, 0.0, 1.0) * static_cast<double>(all);
    double below = 0;
    for (std::size_t i = 0; i < counts.size() && i < bounds.size(); ++i) {
        const double in = static_cast<double>(counts[i]);
        if (in > 0 && below + in >= rank) {
            const double low = i == 0 ? 0 : bounds[i - 1];
            return low + (bounds[i] - low) * std::max(0.0, rank - below) / in;
        }
        below += in;
    }
    return bounds.back();
}

Status Evaluation::check(const Question &question)
{
    if (question.source.empty() && question.of.metric.empty())
        return refusal("metric", "a question names a metric");
    if (!question.source.empty() && question.expression.empty())
        return refusal("expression", "a Prometheus server is asked with an expression");
    if (question.to <= question.from || question.to - question.from > kLongestQuestion)
        return refusal("from", "the time must end after it begins, and be at most a year");
    if (question.step.count() < 0 || (question.step.count() > 0 && question.step < 1s))
        return refusal("step", "must be at least one second");
    const Duration step = question.step.count() > 0 ? question.step : 1h * 48;
    if (static_cast<std::size_t>((question.to - question.from) / step) > kMostPoints)
        return refusal("step", "that would be more than " + std::to_string(kMostPoints) + " points");
    if (!(question.quantile >= 0 && question.quantile <= 1))
        return refusal("quantile", "must be from 0 to 1");
    if (question.function == Function::Share && !question.share)
        return refusal("share", "must say what it is a share of");
    return {};
}

Evaluation::Evaluation(SeriesFile &file, Question question)
    : m_file(file)
    , m_question(std::move(question))
{
}

Result<Answer> Evaluation::answer()
{
    if (const Status possible = check(m_question); !possible)
        return possible.error();
    m_step = m_question.step.count() > 0 ? std::max<Duration>(m_question.step, tiers()[0].step)
                                         : roundStep(m_question.to - m_question.from);
    m_from = floorTo(m_question.from, m_question.step.count() > 0 ? tiers()[0].step : m_step);
    m_count = static_cast<std::size_t>((m_question.to - m_from + m_step - Duration(1)) / m_step);
    m_covered.assign(m_count, 0);
    choose();
    if (const Status done = read(); !done)
        return done.error();
    Answer answer{m_from, m_step, m_kept, {}, 0, 0};
    for (const Group &group : m_groups) {
        answer.lines.push_back(lineOf(group));
        for (const double sample : answer.lines.back().samples)
            answer.samples += std::isnan(sample) ? 0 : sample;
    }
    limit(answer);
    return answer;
}

void Evaluation::choose()
{
    for (const SeriesInfo &info : m_file.series()) {
        const bool isOf = info.name == m_question.of.metric && fits(info.labels, m_question.of.where);
        const bool isWhole = m_question.function == Function::Share && m_question.share &&
                             info.name == m_question.share->metric &&
                             fits(info.labels, m_question.share->where);
        if (!isOf && !isWhole)
            continue;
        const int group = groupOf(info);
        m_places[info.id] = {isOf ? group : -1, isWhole ? group : -1, info.kind, &info.bounds};
        if (m_bounds.empty())
            m_bounds = info.bounds;
    }
}

int Evaluation::groupOf(const SeriesInfo &info)
{
    Labels labels;
    for (const auto &label : info.labels)
        if (std::find(m_question.by.begin(), m_question.by.end(), label.first) != m_question.by.end())
            labels.push_back(label);
    const auto [entry, isNew] = m_groupAt.try_emplace(labels, static_cast<int>(m_groups.size()));
    if (isNew) {
        m_groups.emplace_back();
        m_groups.back().labels = std::move(labels);
        m_groups.back().buckets.resize(m_count);
    }
    return entry->second;
}

/// The coarsest tier that is fine enough and reaches back far enough, and for its rest the finer ones.
Status Evaluation::read()
{
    const auto &all = tiers();
    const WallTime end = m_from + m_step * static_cast<std::int64_t>(m_count);
    std::size_t tier = 0;
    for (std::size_t i = 1; i < all.size(); ++i)
        if ((m_step.count() % all[i].step.count() == 0 && floorTo(m_from, all[i].step) == m_from) ||
            end - m_from > all[i - 1].keep)
            tier = i;
    while (tier + 1 < all.size() && m_from < m_file.completeTo(1) - all[tier].keep)
        ++tier;
    m_kept = all[tier].step;
    WallTime from = m_from;
    for (;; --tier) {
        const WallTime to = tier == 0 ? end : std::min(end, m_file.completeTo(tier));
        if (from < to) {
            if (const Status done = readTier(tier, from, to); !done)
                return done;
            from = to;
        }
        if (tier == 0)
            return {};
    }
}

Status Evaluation::readTier(std::size_t tier, WallTime from, WallTime to)
{
    m_time = {};
    const double most = secondsOf(tiers()[tier].step);
    const Status done = m_file.rows(tier, from, to, [&](WallTime at, std::string_view bytes) {
        const auto step = static_cast<std::size_t>((at - m_from) / m_step);
        if (at < m_from || step >= m_count)
            return;
        const bool isAnother = std::exchange(m_time, at) != at;
        if (isAnother) {
            closeTime();
            m_coveredNow = 0;
        }
        m_now = step;
        unpack(bytes, [&](std::int64_t id, Kind kind, const Cell &cell) {
            if (id != kCovered)
                take(step, id, kind, cell);
            else { // engines at the same time look at it together
                const double more = std::min(cell.first, most - m_coveredNow);
                m_coveredNow += more;
                m_covered[step] += more;
            }
        });
    });
    closeTime();
    return done;
}

void Evaluation::take(std::size_t at, std::int64_t id, Kind kind, const Cell &cell)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return;
    const Place &place = found->second;
    double count = cell.first;
    if (kind == Kind::Histogram) {
        count = 0;
        for (const auto &entry : cell.buckets)
            count += static_cast<double>(entry.second);
    }
    if (place.whole >= 0)
        m_groups[static_cast<std::size_t>(place.whole)].buckets[at].whole += count;
    if (place.group < 0)
        return;
    Group &group = m_groups[static_cast<std::size_t>(place.group)];
    Bucket &bucket = group.buckets[at];
    if (kind == Kind::Gauge) { // engines that run at the same time each have their part
        group.gauge += cell.first;
        group.gaugeMost += cell.second;
        group.hasGauge = true;
        return;
    }
    bucket.increase += count;
    if (kind != Kind::Histogram)
        return;
    bucket.sum += cell.first;
    bucket.counts.resize(m_bounds.size() + 1);
    for (const auto &[number, increase] : cell.buckets) {
        std::size_t own = number;
        if (*place.bounds != m_bounds)
            own = number < place.bounds->size()
                      ? static_cast<std::size_t>(
                            std::lower_bound(m_bounds.begin(), m_bounds.end(), (*place.bounds)[number]) -
                            m_bounds.begin())
                      : m_bounds.size();
        bucket.counts[std::min(own, m_bounds.size())] += increase;
    }
}

/// Gauges of one stretch of time are added over their series, and stretches are averaged.
void Evaluation::closeTime()
{
    for (Group &group : m_groups) {
        if (!group.hasGauge)
            continue;
        Bucket &bucket = group.buckets[m_now];
        bucket.sum += group.gauge;
        bucket.most = bucket.times == 0 ? group.gaugeMost : std::max(bucket.most, group.gaugeMost);
        ++bucket.times;
        group.gauge = group.gaugeMost = 0;
        group.hasGauge = false;
    }
}

double Evaluation::valueOf(const Bucket &bucket, std::size_t at) const
{
    const double seconds = m_covered[at];
    if (seconds <= 0)
        return kNone;
    switch (m_question.function) {
    case Function::Rate:
        return bucket.increase / seconds;
    case Function::PerMinute:
        return bucket.increase * 60 / seconds;
    case Function::Increase:
        return bucket.increase;
    case Function::Mean:
        return bucket.times == 0 ? kNone : bucket.sum / bucket.times;
    case Function::Most:
        return bucket.times == 0 ? kNone : bucket.most;
    case Function::Percentile:
        return percentile(m_bounds, bucket.counts, m_question.quantile);
    case Function::Average:
        return bucket.increase > 0 ? bucket.sum / bucket.increase : kNone;
    case Function::Share:
        return bucket.whole > 0 ? bucket.increase / bucket.whole : kNone;
    }
    return kNone;
}

double Evaluation::sampleOf(const Bucket &bucket) const
{
    switch (m_question.function) {
    case Function::Mean:
    case Function::Most:
        return bucket.times;
    case Function::Share:
        return bucket.whole;
    default:
        return bucket.increase;
    }
}

Line Evaluation::lineOf(const Group &group) const
{
    Line line{group.labels, false, {}, {}};
    line.values.reserve(m_count);
    line.samples.reserve(m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
        line.values.push_back(valueOf(group.buckets[i], i));
        line.samples.push_back(m_covered[i] > 0 ? sampleOf(group.buckets[i]) : kNone);
    }
    return line;
}

/// The lines with the largest samples stay, in the order of their size.
void Evaluation::limit(Answer &answer) const
{
    const auto weight = [](const Line &line) {
        double sum = 0;
        for (const double sample : line.samples)
            sum += std::isnan(sample) ? 0 : sample;
        return sum;
    };
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < answer.lines.size(); ++i)
        order.emplace_back(-weight(answer.lines[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Line> lines;
    for (const auto &entry : order)
        lines.push_back(std::move(answer.lines[entry.second]));
    const std::size_t most = std::max<std::size_t>(1, m_question.most);
    if (lines.size() > most && isAdded(m_question.function)) {
        Line &other = lines[most - 1];
        other.isOther = true;
        other.labels.clear();
        for (std::size_t i = most; i < lines.size(); ++i)
            for (std::size_t at = 0; at < m_count; ++at) {
                other.values[at] += lines[i].values[at];
                other.samples[at] += lines[i].samples[at];
            }
    } else if (lines.size() > most) {
        answer.left = lines.size() - most;
    }
    if (lines.size() > most)
        lines.resize(most);
    answer.lines = std::move(lines);
}

} // namespace batuta::series
