// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/seed.h"
#include "tests/support/verify.h"
#include "views/models/metrics/board_axis.h"
#include "views/models/metrics/board_layout.h"
#include "views/models/metrics/panel_data.h"
#include "views/models/metrics/value_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <cmath>
#include <limits>
#include <random>

using namespace batuta;
using namespace batuta::views;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

const WallTime kBegin = WallTime(1'789'999'200s);
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

PanelData dataOf(const std::vector<std::vector<double>> &lines)
{
    PanelData data{kBegin, 10s, {}, 0, 0};
    for (const auto &values : lines) {
        PanelLine line;
        line.name = QString("line %1").arg(data.lines.size());
        line.values = line.samples = values;
        data.lines.push_back(std::move(line));
    }
    return data;
}

bool overlap(const series::PanelPlace &a, const series::PanelPlace &b)
{
    return a.column < b.column + b.wide && b.column < a.column + a.wide && a.row < b.row + b.high &&
           b.row < a.row + a.high;
}

} // namespace

/// Time, data and grid of a board, without a window.
class TstBoardModels : public QObject
{
    Q_OBJECT

private slots:
    void gapsPartALine();
    void decimationKeepsLeastAndGreatest();
    void stackedLinesLieUponEachOther();
    void scalesAreRound_data();
    void scalesAreRound();
    void theAxisSlidesByWholeSteps();
    void zoomingComesBack();
    void heldTimeStands();
    void panelsNeverOverlap();
    void placesAreWrittenIntoTheFile();
    void theTableIsAModel();
};

void TstBoardModels::gapsPartALine()
{
    const auto segments = segmentsOf({1, 2, kGap, kGap, 3, kGap, 4, 5}, 100);
    QCOMPARE(segments.size(), 3);
    QCOMPARE(segments[0].size(), 2);
    QCOMPARE(segments[1], QVector<QPointF>{QPointF(4, 3)});
    QCOMPARE(segments[2].back(), QPointF(7, 5));
    QVERIFY(segmentsOf({kGap, kGap}, 10).isEmpty());
}

void TstBoardModels::decimationKeepsLeastAndGreatest()
{
    std::mt19937 random(test::seed());
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values(500 + random() % 5000);
        double least = 1e9, most = -1e9;
        int known = 0;
        for (double &value : values) {
            value = random() % 7 == 0 ? kGap : static_cast<double>(random() % 10'000);
            if (std::isnan(value))
                continue;
            ++known;
            least = std::min(least, value);
            most = std::max(most, value);
        }
        const int columns = 50 + static_cast<int>(random() % 200);
        double shownLeast = 1e9, shownMost = -1e9, before = -1;
        int points = 0;
        for (const auto &segment : segmentsOf(values, columns))
            for (const QPointF &point : segment) {
                QVERIFY(point.x() > before); // in their order, each once
                before = point.x();
                QCOMPARE(values[static_cast<std::size_t>(point.x())], point.y()); // none is invented
                shownLeast = std::min(shownLeast, point.y());
                shownMost = std::max(shownMost, point.y());
                ++points;
            }
        QCOMPARE(shownLeast, least);
        QCOMPARE(shownMost, most);
        QVERIFY(points <= known);
    }
}

void TstBoardModels::stackedLinesLieUponEachOther()
{
    PanelData data = dataOf({{1, kGap, 2}, {10, 20, kGap}});
    auto sums = data.stacked();
    QCOMPARE(sums[1][0], 11.0);
    QCOMPARE(sums[1][1], 20.0);
    QVERIFY(std::isnan(sums[0][1]));
    QCOMPARE(data.extent(true).second, 20.0);
    data.lines[1].isHidden = true;
    QCOMPARE(data.extent(true).second, 2.0);
    QVERIFY(std::isnan(data.stacked()[1][0]));
}

void TstBoardModels::scalesAreRound_data()
{
    QTest::addColumn<double>("greatest");
    QTest::addColumn<bool>("isTime");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0.0 << false << 1.0 << 0.25;
    QTest::newRow("19.4") << 19.4 << false << 20.0 << 5.0;
    QTest::newRow("20") << 20.0 << false << 20.0 << 5.0;
    QTest::newRow("a share") << 0.055 << false << 0.06 << 0.015;
    QTest::newRow("seconds") << 33.0 << true << 40.0 << 10.0;
    QTest::newRow("minutes") << 200.0 << true << 240.0 << 60.0;
}

void TstBoardModels::scalesAreRound()
{
    QFETCH(double, greatest);
    QFETCH(bool, isTime);
    QFETCH(double, top);
    QFETCH(double, step);
    const ValueScale scale = scaleFor(greatest, isTime);
    QVERIFY2(std::abs(scale.top - top) < 1e-9 && std::abs(scale.step - step) < 1e-9,
             qPrintable(QString("%1 %2").arg(scale.top).arg(scale.step)));
}

void TstBoardModels::theAxisSlidesByWholeSteps()
{
    BoardAxis axis;
    axis.setLast(6h, kBegin + 3min);
    QCOMPARE(axis.step(), Duration(5min));
    QCOMPARE(axis.to(), kBegin + 5min); // the step that has begun is there
    QVERIFY(!axis.advance(kBegin + 4min));
    const QSignalSpy slid(&axis, &BoardAxis::rangeChanged);
    QVERIFY(axis.advance(kBegin + 6min));
    QCOMPARE(axis.to(), kBegin + 10min);
    QCOMPARE(slid.count(), 1);
    axis.setCursor(999);
    QCOMPARE(*axis.cursor(), axis.steps() - 1);
}

void TstBoardModels::zoomingComesBack()
{
    BoardAxis axis;
    axis.setLast(6h, kBegin);
    axis.zoom(kBegin - 2h, kBegin - 1h);
    QVERIFY(!axis.isLive());
    QCOMPARE(axis.step(), Duration(30s));
    axis.zoom(kBegin - 2h, kBegin - 2h + 1s);
    QVERIFY(axis.to() - axis.from() >= 2min);
    axis.back(kBegin);
    QCOMPARE(axis.from(), kBegin - 2h);
    axis.zoomOut(kBegin);
    QVERIFY(axis.to() - axis.from() >= 2h);
    QVERIFY(axis.to() <= kBegin + axis.step());
    axis.back(kBegin);
    axis.back(kBegin + 1h);
    QVERIFY(axis.isLive());
    QVERIFY(axis.to() >= kBegin + 1h);
    QVERIFY(!axis.canGoBack());
}

void TstBoardModels::heldTimeStands()
{
    BoardAxis axis;
    axis.setLast(1h, kBegin);
    axis.hold(true, kBegin);
    QVERIFY(!axis.advance(kBegin + 10min));
    axis.hold(false, kBegin);
    QVERIFY(axis.advance(kBegin + 10min));
}

void TstBoardModels::panelsNeverOverlap()
{
    std::mt19937 random(test::seed());
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    BoardPlaces places;
    for (int i = 0; i < 9; ++i)
        places.push_back({i % 3, i / 3, 1, 1});
    for (int round = 0; round < 2'000; ++round) {
        const auto panel = static_cast<std::size_t>(below(9));
        places = placed(places, panel, {below(5) - 1, below(9) - 1, below(5), below(5)});
        for (std::size_t a = 0; a < places.size(); ++a) {
            QVERIFY(places[a].column >= 0 && places[a].wide >= 1 && places[a].high >= 1 &&
                    places[a].row >= 0);
            QVERIFY(places[a].column + places[a].wide <= kBoardColumns);
            for (std::size_t b = a + 1; b < places.size(); ++b)
                QVERIFY(!overlap(places[a], places[b]));
        }
        bool hasTop = false;
        for (const auto &place : places)
            hasTop = hasTop || place.row == 0;
        QVERIFY(hasTop); // and none hovers over nothing
    }
}

void TstBoardModels::placesAreWrittenIntoTheFile()
{
    const std::string text =
        "# mine\ntitle: A # yes\npanels:\n  - title: B\n    at: [1, 1, 1, 1] # here\n"
        "    series: [{metric: m}]\n  - {title: C, at: [2, 1, 1, 1], series: [{metric: m}]}\n";
    const Result<std::string> moved = withPlaces(text, "a", {{0, 0, 1, 1}, {1, 0, 2, 3}});
    BATUTA_VERIFY_OK(moved);
    std::string expected = text;
    expected.replace(expected.find("[2, 1, 1, 1]"), 12, "[2, 1, 2, 3]");
    QCOMPARE(shown(*moved), shown(expected));
    const auto board = series::readBoard(*moved, "a");
    QVERIFY((placesOf(board.board) == BoardPlaces{{0, 0, 1, 1}, {1, 0, 2, 3}}));
    const std::string json =
        R"({"title": "A", "panels": [{"title": "B", "at": [1, 1, 1, 1], "series": [{"metric": "m"}]}]})";
    const Result<std::string> changed = withPlaces(json, "a.json", {{2, 1, 1, 1}});
    BATUTA_VERIFY_OK(changed);
    QCOMPARE(shown(*changed), shown(json).replace("[1, 1, 1, 1]", "[3, 2, 1, 1]"));
}

void TstBoardModels::theTableIsAModel()
{
    ValueTable table(dataOf({{1, kGap}, {3, 4}}),
                     {[](WallTime at) { return shown(isoTime(at)); },
                      [](double value) { return QString::number(value); }, "Time"});
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.index(0, 1).data().toString(), QString("–")); // the newest first
    QCOMPARE(table.index(1, 2).data().toString(), QString("3"));
    QVERIFY(table.text().startsWith("Time\tline 0\tline 1\n"));
}

QTEST_GUILESS_MAIN(TstBoardModels)
#include "tst_board_models.moc"
