// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/edge_router.h"
#include "views/graph/layout.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

std::size_t at(int position)
{
    return static_cast<std::size_t>(position);
}

/// The first two boxes that overlap, as text; empty when none do.
QString overlap(const GraphLayout &layout)
{
    std::vector<std::pair<qreal, std::size_t>> order;
    for (std::size_t i = 0; i < layout.boxes.size(); ++i)
        order.emplace_back(layout.boxes[i].left(), i);
    std::sort(order.begin(), order.end());
    for (std::size_t a = 0; a < order.size(); ++a)
        for (std::size_t b = a + 1;
             b < order.size() && order[b].first < layout.boxes[order[a].second].right(); ++b)
            if (layout.boxes[order[a].second].intersects(layout.boxes[order[b].second]))
                return QString("%1 and %2").arg(order[a].second).arg(order[b].second);
    return {};
}

/// The first piece of a route that runs through a box other than its own ends.
QString crossing(const GraphLayout &layout, const LayoutInput &input)
{
    for (std::size_t edge = 0; edge < layout.routes.size(); ++edge) {
        const QPolygonF &route = layout.routes[edge];
        for (qsizetype i = 1; i < route.size(); ++i) {
            const QRectF piece = QRectF(route[i - 1], route[i]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
            for (std::size_t box = 0; box < layout.boxes.size(); ++box)
                if (box != at(input.edges[edge].first) && box != at(input.edges[edge].second) &&
                    layout.boxes[box].intersects(piece))
                    return QString("edge %1 through box %2").arg(edge).arg(box);
        }
    }
    return {};
}

bool isRectangular(const QPolygonF &route)
{
    for (qsizetype i = 1; i < route.size(); ++i)
        if (route[i].x() != route[i - 1].x() && route[i].y() != route[i - 1].y())
            return false;
    return true;
}

LayoutInput boxes(int count, std::vector<std::pair<int, int>> edges)
{
    LayoutInput input;
    input.sizes.assign(at(count), QSizeF(132, 62));
    input.edges = std::move(edges);
    return input;
}

} // namespace

class TestGraphLayout : public QObject
{
    Q_OBJECT

private slots:
    void laysOutAnything_data();
    void laysOutAnything();
    void edgesLeadFromLeftToRight_data();
    void edgesLeadFromLeftToRight();
    void isTheSameEachTime();
    void aChainIsStraight();
    void linesGoRoundTheNodes();
    void linesWithOneTargetShareTheirTrunk();
    void strangersDoNotShareATrunk();
    void branchesStandInFramesOfTheirOwn();
    void aFrameThatWouldHoldStrangersIsLeftOut();
    void columnsAreAsWideAsTheirWidestBox();
    void roundedCornersEndWhereTheRouteEnds();
};

void TestGraphLayout::laysOutAnything_data()
{
    QTest::addColumn<LayoutInput>("input");
    QTest::newRow("empty") << boxes(0, {});
    QTest::newRow("one") << boxes(1, {});
    QTest::newRow("no edges") << boxes(5, {});
    QTest::newRow("self loop") << boxes(2, {{0, 0}, {0, 1}});
    QTest::newRow("circle") << boxes(3, {{0, 1}, {1, 2}, {2, 0}});
    QTest::newRow("two circles") << boxes(4, {{0, 1}, {1, 0}, {2, 3}, {3, 2}});
    QTest::newRow("edges to nowhere") << boxes(2, {{0, 7}, {-1, 0}, {0, 1}});
    QTest::newRow("the same edge twice") << boxes(2, {{0, 1}, {0, 1}});
    QTest::newRow("everything with everything")
        << boxes(6, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {1, 2}, {1, 3}, {1, 5}, {2, 4}, {2, 5}, {3, 5}});
    QTest::newRow("300 steps") << tests::layoutInputOf(tests::randomFlow(300, 7));
    QTest::newRow("900 steps") << tests::layoutInputOf(tests::randomFlow(900, 7));
    QTest::newRow("2,000 steps, without graphviz") << tests::layoutInputOf(tests::randomFlow(2000, 7));
    QTest::newRow("4,000 steps") << tests::layoutInputOf(tests::randomFlow(4000, 7));
}

void TestGraphLayout::laysOutAnything()
{
    QFETCH(LayoutInput, input);
    const GraphLayout layout = layoutGraph(input);
    QCOMPARE(layout.boxes.size(), input.sizes.size());
    QCOMPARE(layout.routes.size(), input.sizes.empty() ? 0 : input.edges.size());
    QCOMPARE(overlap(layout), QString());
    for (const QRectF &box : layout.boxes)
        QVERIFY(layout.bounds.contains(box));
    for (const QPolygonF &route : layout.routes)
        QVERIFY(isRectangular(route));
}

void TestGraphLayout::edgesLeadFromLeftToRight_data()
{
    QTest::addColumn<int>("steps");
    QTest::newRow("10") << 10;
    QTest::newRow("200") << 200;
    QTest::newRow("4000") << 4000;
}

void TestGraphLayout::edgesLeadFromLeftToRight()
{
    QFETCH(int, steps);
    const LayoutInput input = tests::layoutInputOf(tests::randomFlow(steps, 3));
    const GraphLayout layout = layoutGraph(input);
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        const QRectF &tail = layout.boxes[at(input.edges[i].first)];
        const QRectF &head = layout.boxes[at(input.edges[i].second)];
        QVERIFY(tail.right() < head.left());
        QCOMPARE(layout.routes[i].first(), QPointF(tail.right(), tail.center().y()));
        QCOMPARE(layout.routes[i].last(), QPointF(head.left(), head.center().y()));
    }
}

void TestGraphLayout::isTheSameEachTime()
{
    const LayoutInput input = tests::layoutInputOf(tests::randomFlow(120, 5));
    const GraphLayout first = layoutGraph(input);
    const GraphLayout second = layoutGraph(input);
    QCOMPARE(first.boxes, second.boxes);
    QCOMPARE(first.routes, second.routes);
}

void TestGraphLayout::aChainIsStraight()
{
    const GraphLayout layout = layoutGraph(boxes(4, {{0, 1}, {1, 2}, {2, 3}}));
    for (const QPolygonF &route : layout.routes)
        QCOMPARE(route.size(), 2);
}

void TestGraphLayout::linesGoRoundTheNodes()
{
    const LayoutInput input = tests::layoutInputOf(tests::repositoryFlow("update_profile"));
    QCOMPARE(crossing(layoutGraph(input), input), QString());
    const LayoutInput around = boxes(5, {{0, 1}, {1, 2}, {2, 3}, {0, 3}, {0, 2}, {3, 4}, {1, 4}});
    QCOMPARE(crossing(layoutGraph(around), around), QString());
}

void TestGraphLayout::linesWithOneTargetShareTheirTrunk()
{
    const GraphLayout layout = layoutGraph(boxes(4, {{0, 3}, {1, 3}, {2, 3}}));
    QSet<qreal> trunks;
    for (const QPolygonF &route : layout.routes)
        if (route.size() == 4)
            trunks.insert(route[1].x());
    QCOMPARE(trunks.size(), 1);
}

void TestGraphLayout::strangersDoNotShareATrunk()
{
    // Two pairs whose lines must cross: each runs down a track of its own.
    LayoutInput input = boxes(6, {{0, 3}, {0, 4}, {1, 4}, {1, 5}, {2, 5}, {2, 3}});
    const GraphLayout layout = layoutGraph(input);
    for (std::size_t a = 0; a < layout.routes.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const bool isShared = input.edges[a].first == input.edges[b].first ||
                                  input.edges[a].second == input.edges[b].second;
            const QPolygonF &one = layout.routes[a], &other = layout.routes[b];
            if (isShared || one.size() < 4 || other.size() < 4 || one[1].x() != other[1].x())
                continue;
            const QRectF first = QRectF(one[1], one[2]).normalized().adjusted(0, 0, 1, 0);
            QVERIFY(!first.intersects(QRectF(other[1], other[2]).normalized().adjusted(0, 0, 1, 0)));
        }
}

void TestGraphLayout::branchesStandInFramesOfTheirOwn()
{
    const LayoutInput input = tests::layoutInputOf(tests::repositoryFlow("update_profile"));
    const GraphLayout layout = layoutGraph(input);
    QCOMPARE(layout.groups.size(), 2u);
    QVERIFY(!layout.groups[0].isNull() && !layout.groups[1].isNull());
    QVERIFY(!layout.groups[0].intersects(layout.groups[1]));
    for (std::size_t group = 0; group < 2; ++group)
        for (std::size_t box = 0; box < layout.boxes.size(); ++box) {
            const auto &nodes = input.groups[group].nodes;
            const bool isOwn = std::find(nodes.begin(), nodes.end(), static_cast<int>(box)) != nodes.end();
            QCOMPARE(layout.groups[group].contains(layout.boxes[box]), isOwn);
            QCOMPARE(layout.groups[group].intersects(layout.boxes[box]), isOwn);
        }
}

void TestGraphLayout::aFrameThatWouldHoldStrangersIsLeftOut()
{
    LayoutInput input =
        tests::layoutInputOf(tests::randomFlow(4000, 1)); // without graphviz, groups are not kept
    input.groups = {{{1, 2000, 3999}, 0}};
    QVERIFY(layoutGraph(input).groups.at(0).isNull());
}

void TestGraphLayout::columnsAreAsWideAsTheirWidestBox()
{
    LayoutInput input = boxes(3, {{0, 1}, {0, 2}});
    input.sizes[1] = QSizeF(200, 62);
    const GraphLayout layout = layoutGraph(input);
    QCOMPARE(layout.boxes[2].width(), 200.0);
    QCOMPARE(layout.boxes[2].left(), layout.boxes[1].left());
    QCOMPARE(layout.boxes[0].width(), 132.0);
}

void TestGraphLayout::roundedCornersEndWhereTheRouteEnds()
{
    const QPolygonF route({{0, 0}, {20, 0}, {20, 50}, {40, 50}});
    const QPainterPath path = roundedPath(route, 7);
    QCOMPARE(path.elementAt(0), QPointF(0, 0));
    QCOMPARE(path.currentPosition(), QPointF(40, 50));
    QVERIFY(!path.contains(QPointF(20, 0)));
    QVERIFY(roundedPath({}, 7).isEmpty());
}

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graph_layout.moc"
