// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/time_axis.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr double kShortest = 20;   // µs that a view spans at least
constexpr double kMargin = 1.03;   // of the span behind what has ended
constexpr double kFull = 0.9;      // of the span, from which on it doubles
constexpr std::size_t kSteps = 64; // that back() remembers

} // namespace

TimeAxis::TimeAxis(QObject *parent)
    : QObject(parent)
{
}

void TimeAxis::setLength(double length)
{
    const double span = std::max(length * kMargin, 1000.0);
    if (qFuzzyCompare(span, m_span))
        return;
    const bool isWhole = m_from <= 0 && m_to >= m_span;
    m_span = span;
    if (isWhole || m_from >= span)
        setView(0, span);
    else
        setView(m_from, m_to);
}

void TimeAxis::growTo(double length)
{
    double span = m_span;
    while (length > span * kFull)
        span *= 2;
    if (span <= m_span)
        return;
    const bool isWhole = m_from <= 0 && m_to >= m_span;
    m_span = span;
    if (isWhole)
        setView(0, span);
    else
        emit viewChanged(); // the overview shows another span
}

void TimeAxis::setView(double from, double to)
{
    const double width = std::clamp(to - from, kShortest, m_span);
    const double start = std::clamp(from, 0.0, m_span - width);
    m_from = start;
    m_to = start + width;
    emit viewChanged();
}

void TimeAxis::show(double from, double to)
{
    m_before.emplace_back(m_from, m_to);
    if (m_before.size() > kSteps)
        m_before.erase(m_before.begin());
    setView(from, to);
}

void TimeAxis::slide(double from, double to)
{
    setView(from, to);
}

void TimeAxis::zoomAt(double time, double factor)
{
    const double width = std::clamp((m_to - m_from) / factor, kShortest, m_span);
    const double share = std::clamp((time - m_from) / (m_to - m_from), 0.0, 1.0);
    setView(time - share * width, time + (1 - share) * width);
}

void TimeAxis::back()
{
    if (m_before.empty())
        return fit();
    const auto [from, to] = m_before.back();
    m_before.pop_back();
    setView(from, to);
}

void TimeAxis::fit()
{
    m_before.clear();
    setView(0, m_span);
}

void TimeAxis::setCursor(std::optional<double> time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    emit cursorChanged();
}

double TimeAxis::majorStep(double width, double gap) const
{
    const double least = (m_to - m_from) * gap / std::max(width, 1.0);
    constexpr double kSecond = 1e6;
    for (const double step : {60., 120., 300., 600., 1800., 3600., 7200., 21600., 86400.})
        if (least > 30 * kSecond && step * kSecond >= least)
            return step * kSecond;
    const double decade = std::pow(10, std::floor(std::log10(std::max(least, 1e-3))));
    for (const double factor : {1., 2., 5., 10.})
        if (decade * factor >= least)
            return decade * factor;
    return decade * 10;
}

std::vector<TimeAxis::Tick> TimeAxis::ticks(double width, double gap) const
{
    const double major = majorStep(width, gap);
    std::vector<Tick> ticks;
    for (auto i = static_cast<qint64>(std::floor(m_from / major * 2));
         static_cast<double>(i) * major / 2 <= m_to; ++i)
        ticks.push_back({static_cast<double>(i) * major / 2, i % 2 == 0});
    return ticks;
}

} // namespace batuta::views
