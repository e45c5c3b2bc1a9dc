// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/edge_router.h"

#include "views/graph/at.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <map>

namespace batuta::views {
namespace {

constexpr int kMaxTracks = 10;        // trunks in one gap; more share the last ones
constexpr std::size_t kMaxLanes = 32; // heights that are tried for one edge

struct Span
{
    qreal top = 0, bottom = 0;
};

/// The nodes of each column from top to bottom, to find out whether a height is free.
class Columns
{
public:
    explicit Columns(const RouteInput &input)
        : m_spans(at(input.columns))
    {
        const qreal margin = input.graph.gaps.node / 2 - 1;
        for (std::size_t i = 0; i < input.graph.sizes.size(); ++i) {
            const qreal half = input.graph.sizes[i].height() / 2 + margin;
            m_spans[at(input.placing.column[i])].push_back(
                {input.placing.y[i] - half, input.placing.y[i] + half});
        }
        for (auto &spans : m_spans)
            std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.top < b.top; });
        for (const auto &spans : m_spans)
            for (const Span &span : spans)
                m_bottom = std::max(m_bottom, span.bottom);
    }

    bool isFree(qreal y, int first, int last) const
    {
        for (int column = first; column <= last; ++column)
            if (hit(y, column))
                return false;
        return true;
    }

    /// The free height nearest to `y` through the columns first..last.
    qreal nearestFree(qreal y, int first, int last) const
    {
        std::vector<qreal> lanes;
        for (int column = first; column <= last; ++column)
            for (const Span &span : m_spans[at(column)]) {
                lanes.push_back(span.top);
                lanes.push_back(span.bottom);
            }
        const auto nearer = [y](qreal a, qreal b) { return std::abs(a - y) < std::abs(b - y); };
        const std::size_t count = std::min(kMaxLanes, lanes.size());
        std::partial_sort(lanes.begin(), lanes.begin() + static_cast<std::ptrdiff_t>(count), lanes.end(),
                          nearer);
        for (std::size_t i = 0; i < count; ++i)
            if (isFree(lanes[i], first, last))
                return lanes[i];
        return bottom();
    }

    qreal bottom() const { return m_bottom + 8; }

private:
    bool hit(qreal y, int column) const
    {
        const auto &spans = m_spans[at(column)];
        auto next = std::upper_bound(spans.begin(), spans.end(), y,
                                     [](qreal height, const Span &span) { return height < span.top; });
        return next != spans.begin() && y > std::prev(next)->top && y < std::prev(next)->bottom;
    }

    std::vector<std::vector<Span>> m_spans;
    qreal m_bottom = 0;
};

/// Trunks of one gap: those with the same key are one line.
class Trunks
{
public:
    void add(int key, qreal from, qreal to)
    {
        const auto [entry, isNew] = m_nets.try_emplace(key, Span{std::min(from, to), std::max(from, to)});
        entry->second.top = std::min({entry->second.top, from, to});
        entry->second.bottom = std::max({entry->second.bottom, from, to});
    }

    /// Gives each trunk the first track where it touches no other.
    int assign()
    {
        std::vector<std::pair<Span, int>> order;
        for (const auto &[key, span] : m_nets)
            order.emplace_back(span, key);
        std::stable_sort(order.begin(), order.end(),
                         [](const auto &a, const auto &b) { return a.first.top < b.first.top; });
        std::vector<qreal> ends;
        for (const auto &[span, key] : order) {
            const auto wanted = span;
            auto track =
                std::find_if(ends.begin(), ends.end(), [&](qreal end) { return end + 4 < wanted.top; });
            if (track == ends.end() && ends.size() < kMaxTracks)
                track = ends.insert(track, span.bottom);
            if (track == ends.end())
                track = std::min_element(ends.begin(), ends.end());
            *track = std::max(*track, span.bottom);
            m_tracks[key] = static_cast<int>(track - ends.begin());
        }
        return static_cast<int>(ends.size());
    }

    int trackOf(int key) const { return m_tracks.at(key); }

private:
    std::map<int, Span> m_nets; ///< by key, so that the result is the same each time
    std::map<int, int> m_tracks;
};

class Planner
{
public:
    explicit Planner(const RouteInput &input)
        : m_input(input)
        , m_columns(input)
        , m_trunks(at(input.columns) + 1)
        , m_incoming(input.graph.sizes.size())
    {
        for (const auto &[from, to] : input.graph.edges)
            ++m_incoming[at(to)];
    }

    RoutePlan plan()
    {
        RoutePlan result;
        std::vector<std::pair<int, int>> keys;
        for (const auto &[from, to] : m_input.graph.edges) {
            result.edges.push_back(planEdge(from, to));
            keys.push_back(addTrunks(result.edges.back(), from, to));
        }
        for (Trunks &trunks : m_trunks)
            result.gaps.push_back({trunks.assign()});
        for (std::size_t i = 0; i < result.edges.size(); ++i) {
            EdgePlan &edge = result.edges[i];
            edge.tailTrack = keys[i].first < 0 ? 0 : m_trunks[at(edge.tailGap)].trackOf(keys[i].first);
            edge.headTrack = keys[i].second < 0 ? 0 : m_trunks[at(edge.headGap)].trackOf(keys[i].second);
        }
        return result;
    }

private:
    qreal y(int node) const { return m_input.placing.y[at(node)]; }
    int column(int node) const { return m_input.placing.column[at(node)]; }

    EdgePlan planEdge(int from, int to) const
    {
        EdgePlan edge;
        edge.isUsed = true;
        edge.tailGap = column(from) + 1;
        edge.headGap = column(to);
        const int first = edge.tailGap, last = edge.headGap - 1; // columns in between
        if (edge.headGap < edge.tailGap)
            edge.lane = m_columns.bottom(); // backwards: below everything
        else if (last < first)
            edge.lane = y(to);
        else if (m_incoming[at(to)] > 1 && m_columns.isFree(y(from), first, last))
            edge.lane = y(from);
        else if (m_columns.isFree(y(to), first, last))
            edge.lane = y(to);
        else if (m_columns.isFree(y(from), first, last))
            edge.lane = y(from);
        else
            edge.lane = m_columns.nearestFree((y(from) + y(to)) / 2, first, last);
        return edge;
    }

    /// Keys of the trunks before and after the lane, -1 for a piece that is not there. Positive: shared by
    /// the edges that leave the node; above the number of nodes: by those that enter it.
    std::pair<int, int> addTrunks(const EdgePlan &edge, int from, int to)
    {
        const int enters = static_cast<int>(m_incoming.size()) + to;
        if (edge.tailGap == edge.headGap) {
            if (std::abs(y(from) - y(to)) < 1)
                return {-1, -1};
            const int key = m_incoming[at(to)] > 1 ? enters : from;
            m_trunks[at(edge.tailGap)].add(key, y(from), y(to));
            return {key, key};
        }
        std::pair<int, int> keys{-1, -1};
        if (std::abs(y(from) - edge.lane) >= 1) {
            keys.first = from;
            m_trunks[at(edge.tailGap)].add(from, y(from), edge.lane);
        }
        if (std::abs(y(to) - edge.lane) >= 1) {
            keys.second = enters;
            m_trunks[at(edge.headGap)].add(enters, edge.lane, y(to));
        }
        return keys;
    }

    const RouteInput &m_input;
    Columns m_columns;
    std::vector<Trunks> m_trunks;
    std::vector<int> m_incoming;
};

} // namespace

RoutePlan planRoutes(const RouteInput &input)
{
    return Planner(input).plan();
}

QPainterPath roundedPath(const QPolygonF &route, qreal radius)
{
    QPainterPath path;
    if (route.isEmpty())
        return path;
    path.moveTo(route.first());
    for (qsizetype i = 1; i + 1 < route.size(); ++i) {
        const QLineF in(route[i], route[i - 1]);
        const QLineF out(route[i], route[i + 1]);
        const qreal cut = std::min({radius, in.length() / 2, out.length() / 2});
        path.lineTo(in.length() > 0 ? in.pointAt(cut / in.length()) : route[i]);
        path.quadTo(route[i], out.length() > 0 ? out.pointAt(cut / out.length()) : route[i]);
    }
    path.lineTo(route.last());
    return path;
}

} // namespace batuta::views
