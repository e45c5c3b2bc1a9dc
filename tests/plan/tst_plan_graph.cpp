// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/graph.h"
#include "tests/support/flow_text.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;
using Positions = std::vector<int>;

/// Edges of a flow as the plan sees them.
class TestGraph : public QObject
{
    Q_OBJECT

private slots:
    void keepsEdgesBothWays();
    void putsFinallyBehindWithItsOwnEdges();
    void bridgesDroppedSteps();
    void bridgesNeedsWrittenOutOfOrder();
    void measuresLevels();
};

void TestGraph::keepsEdgesBothWays()
{
    const plan::Graph graph(*flowFromText("a\nb: a\nc: b a"), {});
    QCOMPARE(graph.size(), 3);
    QCOMPARE(graph.needs(2), (Positions{0, 1}));
    QCOMPARE(graph.dependants(0), (Positions{1, 2}));
    QCOMPARE(graph.dependants(2), Positions{});
}

void TestGraph::putsFinallyBehindWithItsOwnEdges()
{
    const plan::Graph graph(*flowFromText("a\nb: a\n-- y\n-- z: y"), {});
    QCOMPARE(graph.mainSize(), 2);
    QVERIFY(!graph.isFinally(1) && graph.isFinally(2));
    QCOMPARE(graph.needs(2), Positions{});
    QCOMPARE(graph.needs(3), Positions{2});
}

void TestGraph::bridgesDroppedSteps()
{
    const plan::Graph graph(*flowFromText("a\nb\nc: a b\nd: c a\ne: d\n-- z"), {false, false, true, true});
    QVERIFY(graph.isDropped(2) && graph.isDropped(3) && !graph.isDropped(4) && !graph.isDropped(5));
    QCOMPARE(graph.needs(4), (Positions{0, 1}));
    QCOMPARE(graph.dependants(0), Positions{4});
    QCOMPARE(graph.dependants(2), Positions{});
}

void TestGraph::bridgesNeedsWrittenOutOfOrder()
{
    auto flow = std::make_shared<flow::Flow>(*flowFromText("c\nb\na"));
    flow->steps[0].needs = {1}; // c: b
    flow->steps[1].needs = {2}; // b: a
    const plan::Graph graph(*flow, {false, true});
    QCOMPARE(graph.needs(0), Positions{2});
    QCOMPARE(graph.dependants(2), Positions{0});
}

void TestGraph::measuresLevels()
{
    const plan::Graph graph(*flowFromText("a\nb: a\nc: a\nd: b\ne: a d\n-- y\n-- z: y"), {});
    QCOMPARE(graph.levels(), (Positions{0, 1, 1, 2, 3, 0, 1}));
}

QTEST_APPLESS_MAIN(TestGraph)
#include "tst_plan_graph.moc"
