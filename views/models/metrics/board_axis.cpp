// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/board_axis.h"

#include "engine/series/series_file.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace batuta::views {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kPoints = 120;
constexpr Duration kShortest = 2min;
constexpr Duration kLongest = 24h * 365;

} // namespace

Duration stepFor(Duration range)
{
    constexpr std::array<Duration, 16> kSteps{10s, 30s, 1min, 2min, 5min, 10min, 15min, 30min,
                                              1h,  2h,  3h,   4h,   6h,   12h,   24h,   48h};
    for (const Duration step : kSteps)
        if (range / step <= kPoints)
            return step;
    return 96h;
}

BoardAxis::BoardAxis(QObject *parent)
    : QObject(parent)
{
}

double BoardAxis::toPixel(WallTime time, double width) const
{
    return static_cast<double>((time - m_from).count()) / static_cast<double>((m_to - m_from).count()) *
           width;
}

WallTime BoardAxis::toTime(double pixel, double width) const
{
    const double share = width > 0 ? pixel / width : 0;
    return m_from + Duration(std::llround(share * static_cast<double>((m_to - m_from).count())));
}

void BoardAxis::setRange(WallTime from, WallTime to)
{
    m_step = std::max(stepFor(to - from), m_leastStep);
    m_from = series::floorTo(from, m_step);
    m_to = series::floorTo(to + m_step - Duration(1), m_step);
    m_cursor.reset();
    emit rangeChanged();
    emit cursorChanged();
}

void BoardAxis::setLeastStep(Duration step)
{
    if (step == m_leastStep)
        return;
    m_leastStep = step;
    setRange(m_from, m_to);
}

void BoardAxis::setLast(Duration length, WallTime now)
{
    m_before.clear();
    m_last = length;
    setRange(now - length, now);
}

void BoardAxis::zoom(WallTime from, WallTime to)
{
    if (to - from < kShortest)
        to = from + kShortest;
    constexpr std::size_t kMostBefore = 50;
    if (m_before.size() < kMostBefore)
        m_before.push_back({m_from, m_to, m_last});
    m_last = {};
    setRange(from, to);
}

void BoardAxis::zoomOut(WallTime now)
{
    const Duration half = (m_to - m_from) / 2;
    const WallTime to = std::min(m_to + half, now);
    zoom(std::max(to - 4 * half, now - kLongest), to);
}

void BoardAxis::show(const View &view, WallTime now)
{
    m_last = view.last;
    setRange(isLive() ? now - view.last : view.from, isLive() ? now : view.to);
}

void BoardAxis::back(WallTime now)
{
    if (m_before.empty())
        return;
    const View view = m_before.back();
    m_before.pop_back();
    show(view, now);
}

bool BoardAxis::advance(WallTime now)
{
    if (!isLive() || m_held || now <= m_to)
        return false;
    const std::optional<int> cursor = m_cursor;
    setRange(now - m_last, now);
    setCursor(cursor);
    return true;
}

void BoardAxis::hold(bool held, WallTime now)
{
    if (held == m_held.has_value())
        return;
    m_held = held ? std::optional(now) : std::nullopt;
    emit heldChanged();
}

void BoardAxis::setCursor(std::optional<int> step)
{
    if (step)
        step = std::clamp(*step, 0, std::max(0, steps() - 1));
    if (step == m_cursor)
        return;
    m_cursor = step;
    emit cursorChanged();
}

} // namespace batuta::views
