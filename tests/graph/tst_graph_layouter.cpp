// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/graph_layouter.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace batuta;
using namespace batuta::views;

class TestGraphLayouter : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheLayoutOnItsOwnThread();
    void tellsOnlyTheLastThatWasAskedFor();
    void aCancelledLayoutIsNotTold();
    void mayGoWhileALayoutIsUnderWay();
    void manyLayoutersShareOneThread();
};

void TestGraphLayouter::tellsTheLayoutOnItsOwnThread()
{
    GraphLayouter layouter;
    std::size_t boxes = 0;
    QThread *thread = nullptr;
    connect(&layouter, &GraphLayouter::laidOut, this, [&](const GraphLayout &layout) {
        boxes = layout.boxes.size();
        thread = QThread::currentThread();
    });
    layouter.lay(tests::layoutInputOf(tests::flowOf({"a", "b: a"})));
    QVERIFY(layouter.isBusy());
    QTRY_COMPARE(boxes, 4u);
    QCOMPARE(thread, this->thread());
    QVERIFY(!layouter.isBusy());
}

void TestGraphLayouter::tellsOnlyTheLastThatWasAskedFor()
{
    GraphLayouter layouter;
    QList<std::size_t> told;
    connect(&layouter, &GraphLayouter::laidOut, this,
            [&](const GraphLayout &layout) { told << layout.boxes.size(); });
    for (int steps = 1; steps <= 30; ++steps)
        layouter.lay(tests::layoutInputOf(tests::randomFlow(steps, 1)));
    QTRY_VERIFY(!layouter.isBusy());
    QCOMPARE(told, QList<std::size_t>{32});
}

void TestGraphLayouter::aCancelledLayoutIsNotTold()
{
    GraphLayouter layouter, other;
    QSignalSpy told(&layouter, &GraphLayouter::laidOut), later(&other, &GraphLayouter::laidOut);
    layouter.lay(tests::layoutInputOf(tests::randomFlow(200, 1)));
    layouter.cancel();
    QVERIFY(!layouter.isBusy());
    other.lay(tests::layoutInputOf(tests::flowOf({"a"}))); // comes after it on the same thread
    QTRY_COMPARE(later.size(), 1);
    QCOMPARE(told.size(), 0);
}

void TestGraphLayouter::mayGoWhileALayoutIsUnderWay()
{
    for (int round = 0; round < 20; ++round) {
        GraphLayouter layouter;
        layouter.lay(tests::layoutInputOf(tests::randomFlow(60, 1)));
        layouter.lay(tests::layoutInputOf(tests::randomFlow(80, 1)));
    }
    GraphLayouter last;
    QSignalSpy told(&last, &GraphLayouter::laidOut);
    last.lay(tests::layoutInputOf(tests::flowOf({"a"})));
    QTRY_COMPARE(told.size(), 1);
}

void TestGraphLayouter::manyLayoutersShareOneThread()
{
    // graphviz crashes as soon as two threads lay out at once.
    std::vector<std::unique_ptr<GraphLayouter>> layouters;
    int told = 0;
    for (unsigned i = 0; i < 12; ++i) {
        layouters.push_back(std::make_unique<GraphLayouter>());
        connect(layouters.back().get(), &GraphLayouter::laidOut, this, [&] { ++told; });
        layouters.back()->lay(tests::layoutInputOf(tests::randomFlow(60, i)));
    }
    QTRY_COMPARE(told, 12);
}

QTEST_GUILESS_MAIN(TestGraphLayouter)
#include "tst_graph_layouter.moc"
