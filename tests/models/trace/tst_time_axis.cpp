// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/time_axis.h"

#include <QSignalSpy>
#include <QTest>

using namespace batuta::views;

class TestTimeAxis : public QObject
{
    Q_OBJECT

private slots:
    void leavesRoomBehindWhatHasEnded();
    void doublesWhenItIsNearlyFull();
    void growingKeepsAChosenView();
    void zoomsAtAPlaceThatStays();
    void neverLeavesTheSpan();
    void goesBackAViewAtATime();
    void ticksAreRoundAndFarEnoughApart_data();
    void ticksAreRoundAndFarEnoughApart();
    void tellsEachMoveOfTheCursorOnce();
};

void TestTimeAxis::leavesRoomBehindWhatHasEnded()
{
    TimeAxis axis;
    axis.setLength(10e6);
    QCOMPARE(axis.from(), 0.0);
    QVERIFY(axis.to() > 10e6 && axis.to() < 11e6);
    QCOMPARE(axis.zoom(), 1.0);
}

void TestTimeAxis::doublesWhenItIsNearlyFull()
{
    TimeAxis axis;
    axis.setLength(1e6 / 1.03);
    const double span = axis.span();
    axis.growTo(span * 0.89);
    QCOMPARE(axis.span(), span);
    axis.growTo(span * 0.91);
    QCOMPARE(axis.span(), span * 2);
    QCOMPARE(axis.to(), span * 2);
    axis.growTo(span * 7);
    QCOMPARE(axis.span(), span * 8);
}

void TestTimeAxis::growingKeepsAChosenView()
{
    TimeAxis axis;
    axis.show(1e5, 2e5);
    axis.growTo(5e6);
    QCOMPARE(axis.from(), 1e5);
    QCOMPARE(axis.to(), 2e5);
}

void TestTimeAxis::zoomsAtAPlaceThatStays()
{
    TimeAxis axis;
    axis.setLength(10e6);
    const double before = axis.toPixel(4e6, 800);
    axis.zoomAt(4e6, 2);
    QCOMPARE(axis.toPixel(4e6, 800), before);
    QCOMPARE(axis.zoom(), 2.0);
    QCOMPARE(axis.toTime(axis.toPixel(3e6, 800), 800), 3e6);
}

void TestTimeAxis::neverLeavesTheSpan()
{
    TimeAxis axis;
    axis.setLength(10e6);
    axis.show(-5e6, 1e6);
    QCOMPARE(axis.from(), 0.0);
    axis.show(9e6, 20e6);
    QVERIFY(qAbs(axis.to() - axis.span()) < 1e-3);
    for (int i = 0; i < 100; ++i)
        axis.zoomAt(5e6, 2);
    QVERIFY(axis.to() - axis.from() >= 19);
    for (int i = 0; i < 100; ++i)
        axis.zoomAt(5e6, 0.5);
    QCOMPARE(axis.zoom(), 1.0);
}

void TestTimeAxis::goesBackAViewAtATime()
{
    TimeAxis axis;
    axis.setLength(10e6);
    axis.show(1e6, 5e6);
    axis.show(2e6, 3e6);
    axis.back();
    QCOMPARE(axis.from(), 1e6);
    axis.back();
    QCOMPARE(axis.zoom(), 1.0);
    axis.back();
    QCOMPARE(axis.zoom(), 1.0);
}

void TestTimeAxis::ticksAreRoundAndFarEnoughApart_data()
{
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("step");
    QTest::newRow("micro") << 100.0 << 20.0;
    QTest::newRow("milli") << 90e3 << 20e3;
    QTest::newRow("seconds") << 24.8e6 << 5e6;
    QTest::newRow("minutes") << 540e6 << 120e6;
    QTest::newRow("hours") << 4 * 3600e6 << 3600e6;
}

void TestTimeAxis::ticksAreRoundAndFarEnoughApart()
{
    QFETCH(double, length);
    QFETCH(double, step);
    TimeAxis axis;
    axis.setLength(length);
    axis.slide(0, length);
    QCOMPARE(axis.majorStep(624, 90), step);
    double last = -1e18;
    for (const TimeAxis::Tick &tick : axis.ticks(624, 90))
        if (tick.isMajor) {
            QVERIFY(axis.toPixel(tick.time, 624) - last >= 89.9);
            last = axis.toPixel(tick.time, 624);
        }
}

void TestTimeAxis::tellsEachMoveOfTheCursorOnce()
{
    TimeAxis axis;
    QSignalSpy spy(&axis, &TimeAxis::cursorChanged);
    axis.setCursor(5.0);
    axis.setCursor(5.0);
    axis.setCursor(std::nullopt);
    QCOMPARE(spy.count(), 2);
}

QTEST_APPLESS_MAIN(TestTimeAxis)
#include "tst_time_axis.moc"
