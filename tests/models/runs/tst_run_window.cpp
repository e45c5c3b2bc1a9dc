// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/seed.h"
#include "tests/support/verify.h"
#include "views/models/runs/run_window.h"

#include <random>

using namespace batuta;
using namespace batuta::views;

namespace {

std::shared_ptr<RunRow> runOf(int number)
{
    auto run = std::make_shared<RunRow>();
    run->id = std::to_string(number);
    run->status = number % 2 ? "running" : "success";
    run->startedAt = WallTime(std::chrono::seconds(number));
    return run;
}

RunPage pageOf(int count)
{
    RunPage page;
    page.count = count;
    page.place.cursor = "somewhere";
    return page;
}

RunRows rowsFrom(int number, int count)
{
    RunRows rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(runOf(number - i));
    return rows;
}

} // namespace

class TestRunWindow : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreFoundInTheirPages();
    void aShortAnswerShrinksThePage();
    void aRunOnTopMovesThePlaceOfItsPage();
    void aFullPageIsFollowedByANewOne();
    void onlyRunningRunsAreFoundById();
    void staysWholeWhateverComes();
};

void TestRunWindow::rowsAreFoundInTheirPages()
{
    RunWindow window;
    window.append({pageOf(3), pageOf(2), pageOf(4)});
    QCOMPARE(window.size(), 9);
    const int pages[] = {0, 0, 0, 1, 1, 2, 2, 2, 2};
    for (int row = 0; row < 9; ++row)
        QCOMPARE(window.pageAt(row), pages[row]);
    QCOMPARE(window.pageAt(9), -1);
    QCOMPARE(window.pageAt(-1), -1);
    QVERIFY(!window.row(3));
    window.fill(1, rowsFrom(20, 2));
    QCOMPARE(window.row(4)->id, std::string("19"));
}

void TestRunWindow::aShortAnswerShrinksThePage()
{
    RunWindow window;
    window.append({pageOf(3), pageOf(2)});
    QCOMPARE(RunWindow::missing(window.page(0), rowsFrom(9, 1)), 2);
    window.fill(0, rowsFrom(9, 1));
    QCOMPARE(window.size(), 3);
    window.fill(0, {});
    QCOMPARE(window.size(), 2);
    QCOMPARE(window.pageCount(), 1);
}

void TestRunWindow::aRunOnTopMovesThePlaceOfItsPage()
{
    RunWindow window;
    window.append({pageOf(2)});
    window.fill(0, rowsFrom(8, 2));
    window.insert(0, runOf(9), false);
    QCOMPARE(window.pageCount(), 1);
    QVERIFY(window.page(0).place.cursor.empty());
    QCOMPARE(window.page(0).place.firstId, std::string("9"));
    QVERIFY(window.page(0).place.until == runOf(9)->startedAt + Duration(1));
    window.insert(2, runOf(77), false); // in the middle: the page still begins where it did
    QCOMPARE(window.page(0).place.firstId, std::string("9"));
    QCOMPARE(window.row(2)->id, std::string("77"));
}

void TestRunWindow::aFullPageIsFollowedByANewOne()
{
    RunWindow window;
    for (int i = 0; i < RunPage::kRows + 1; ++i)
        window.insert(0, runOf(i), false);
    QCOMPARE(window.pageCount(), 2);
    QCOMPARE(window.page(0).count, 1);
    RunWindow oldest;
    for (int i = 0; i < RunPage::kRows + 1; ++i)
        oldest.insert(i, runOf(i), true);
    QCOMPARE(oldest.pageCount(), 2);
    QCOMPARE(oldest.page(1).count, 1);
    QVERIFY(oldest.page(1).place.since == runOf(RunPage::kRows)->startedAt);
}

void TestRunWindow::onlyRunningRunsAreFoundById()
{
    RunWindow window;
    window.append({pageOf(2)});
    window.fill(0, rowsFrom(8, 2)); // 8 has ended, 7 runs
    QVERIFY(window.running("7"));
    QVERIFY(!window.running("8"));
    QVERIFY(window.contains("8"));
    window.unload(0);
    QVERIFY(!window.running("7"));
    QVERIFY(!window.contains("8"));
    QCOMPARE(window.size(), 2);
}

/// Against a plain list, with a seed that is printed.
void TestRunWindow::staysWholeWhateverComes()
{
    std::mt19937 random(test::seed());
    RunWindow window;
    std::vector<std::string> plain;
    for (int i = 0; i < 3000; ++i) {
        const int row = static_cast<int>(random() % (plain.size() + 1));
        const auto run = runOf(i);
        window.insert(row, run, random() % 2);
        plain.insert(plain.begin() + row, run->id);
        if (random() % 20 == 0 && window.pageCount() > 0) {
            const int page = static_cast<int>(random() % static_cast<unsigned>(window.pageCount()));
            const int first = window.page(page).first, count = window.page(page).count;
            RunRows rows;
            for (int at = first; at < first + count; ++at)
                rows.push_back(runOf(std::stoi(plain[static_cast<std::size_t>(at)])));
            window.unload(page);
            window.fill(page, rows);
        }
    }
    QCOMPARE(window.size(), 3000);
    for (int row = 0; row < 3000; ++row) {
        QVERIFY(window.row(row));
        QCOMPARE(window.row(row)->id, plain[static_cast<std::size_t>(row)]);
    }
}

QTEST_GUILESS_MAIN(TestRunWindow)
#include "tst_run_window.moc"
