// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/panel_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace batuta::views {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

QString labelText(const series::Labels &labels)
{
    QStringList parts;
    for (const auto &[name, value] : labels)
        parts << QString::fromStdString(value);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

double PanelLine::last() const
{
    const auto found =
        std::find_if(values.rbegin(), values.rend(), [](double value) { return !std::isnan(value); });
    return found == values.rend() ? kNone : *found;
}

double PanelLine::sum() const
{
    double sum = 0;
    for (const double value : values)
        sum += std::isnan(value) ? 0 : value;
    return sum;
}

bool PanelData::isEmpty() const
{
    return std::all_of(lines.begin(), lines.end(),
                       [](const PanelLine &line) { return std::isnan(line.last()); });
}

std::vector<std::vector<double>> PanelData::stacked() const
{
    std::vector<std::vector<double>> sums;
    std::vector<double> below(static_cast<std::size_t>(steps()), 0);
    for (const PanelLine &line : lines) {
        std::vector<double> sum(line.values.size(), kNone);
        for (std::size_t i = 0; i < sum.size() && i < below.size(); ++i)
            if (!line.isHidden && !std::isnan(line.values[i]))
                sum[i] = below[i] = below[i] + line.values[i];
        sums.push_back(std::move(sum));
    }
    return sums;
}

std::pair<double, double> PanelData::extent(bool isStacked) const
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    const auto look = [&](const std::vector<double> &values) {
        for (const double value : values)
            if (!std::isnan(value)) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
    };
    if (isStacked)
        for (const auto &sum : stacked())
            look(sum);
    else
        for (const PanelLine &line : lines)
            if (!line.isHidden)
                look(line.values);
    return most < least ? std::pair(0.0, 0.0) : std::pair(least, most);
}

void addAnswer(PanelData &data, const series::PanelSeries &series, const series::Answer &answer,
               const QString &name, const QString &other)
{
    if (data.step.count() == 0) {
        data.from = answer.from + series.shift;
        data.step = answer.step;
    }
    const auto steps = static_cast<std::size_t>(data.steps());
    for (const series::Line &line : answer.lines) {
        PanelLine own;
        own.labels = line.labels;
        own.isOther = line.isOther;
        own.isEarlier = series.shift.count() > 0;
        own.name = line.isOther ? other : labelText(line.labels);
        if (own.name.isEmpty() || (!name.isEmpty() && answer.lines.size() == 1 && !line.isOther))
            own.name = name;
        else if (!name.isEmpty())
            own.name = name + QStringLiteral(" · ") + own.name;
        own.values = line.values;
        own.samples = line.samples;
        if (steps > 0) {
            own.values.resize(steps, kNone);
            own.samples.resize(steps, kNone);
        }
        data.lines.push_back(std::move(own));
    }
    if (series.shift.count() == 0) {
        data.samples = std::max(data.samples, answer.samples);
        data.left += answer.left;
    }
}

QVector<QVector<QPointF>> segmentsOf(const std::vector<double> &values, int columns)
{
    QVector<QVector<QPointF>> segments;
    QVector<QPointF> segment;
    const auto flush = [&] {
        if (!segment.isEmpty())
            segments.append(std::exchange(segment, {}));
    };
    const std::size_t size = values.size();
    const std::size_t each = std::max<std::size_t>(1, size / static_cast<std::size_t>(std::max(1, columns)));
    for (std::size_t begin = 0; begin < size; begin += each) {
        const std::size_t end = std::min(size, begin + each);
        for (std::size_t i = begin; i < end;) {
            if (std::isnan(values[i])) {
                flush();
                ++i;
                continue;
            }
            std::size_t least = i, most = i; // of what is known up to the next gap in this part
            for (; i < end && !std::isnan(values[i]); ++i) {
                least = values[i] < values[least] ? i : least;
                most = values[i] > values[most] ? i : most;
            }
            const std::size_t first = std::min(least, most), second = std::max(least, most);
            segment.append(QPointF(static_cast<double>(first), values[first]));
            if (second != first)
                segment.append(QPointF(static_cast<double>(second), values[second]));
        }
    }
    flush();
    return segments;
}

ValueScale scaleFor(double greatest, bool isTime)
{
    constexpr int kTicks = 4;
    if (!(greatest > 0))
        return {};
    if (isTime && greatest > 60) { // minutes and hours have steps of their own
        constexpr std::array kSteps{15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0};
        for (const double step : kSteps)
            if (step * kTicks >= greatest)
                return {step * std::ceil(greatest / step), step};
    }
    const double raw = greatest / kTicks, size = std::pow(10, std::floor(std::log10(raw)));
    double step = size * 10;
    for (const double factor : {1.0, 1.5, 2.0, 2.5, 5.0})
        if (size * factor >= raw * (1 - 1e-9)) {
            step = size * factor;
            break;
        }
    return {step * std::ceil(greatest / step - 1e-9), step};
}

} // namespace batuta::views
