// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/runs/stored_runs.h"
#include "tests/support/console_house.h"
#include "tests/support/verify.h"
#include "views/pages/runs/held_strip.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/runs/runs_table.h"
#include "views/widgets/button.h"
#include "views/widgets/overlay.h"

#include <QDir>
#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// The page while the real engine runs executions.
class TestRunsPageLive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aRunIsFollowedStepByStep();
    void aRunningRunIsCancelled();
    void keepingItRunningAsksNothing();
    void spaceHoldsEverythingAndGoesOn();
    void newRunsComeWhileNothingIsSelected();
    void theStripInsertsAndTheRowsKeepTheirPixels_data();
    void theStripInsertsAndTheRowsKeepTheirPixels();
    void escEndsTheHold();
    void aListByDurationIsListedAgainWhenAsked();
    void aMovingPointerHoldsUntilItIsStill();
    void fiftyNewRunsASecondDoNotMoveTheSelectedRow_data();
    void fiftyNewRunsASecondDoNotMoveTheSelectedRow();

private:
    QModelIndex cell(int row, int column = 0) const { return m_table->model()->index(row, column); }
    QString idAt(int row) const
    {
        return cell(row, RunsModel::ExecutionColumn).data(Qt::ToolTipRole).toString();
    }
    int held() const { return m_page->findChild<RunsModel *>()->heldCount(); }
    /// Where a row is on the screen, whatever has scrolled.
    int pixelOf(int row) const
    {
        return m_table->viewport()->mapToGlobal(m_table->visualRect(cell(row)).topLeft()).y();
    }
    QString start(const QString &flow) { return m_house->run(flow, json::Object{}); }
    void writeFlow(const QString &name, const QByteArray &steps) const;

    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<RunsPage> m_page;
    RunsTable *m_table = nullptr;
};

void TestRunsPageLive::writeFlow(const QString &name, const QByteArray &steps) const
{
    QDir().mkpath(m_house->folder() + "/flows/test");
    QFile file(m_house->folder() + "/flows/test/" + name + ".yaml");
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("batuta: 1\nname: " + name.toUtf8() + "\nsteps:\n" + steps);
}

void TestRunsPageLive::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    storeRuns(m_house->folder().toStdString(), 600);
    writeFlow("quick", "  a: {set: {x: 1}}\n");
    writeFlow("slow", "  a: {set: {x: 1}}\n  nap: {needs: [a], wait: {for: 1h}}\n");
    writeFlow(
        "steps",
        "  a: {set: {x: 1}}\n  nap: {needs: [a], wait: {for: 700ms}}\n  c: {needs: [nap], set: {y: 1}}\n");
    QVERIFY(m_house->start());
}

void TestRunsPageLive::init()
{
    m_page = std::make_unique<RunsPage>(m_house->context());
    m_page->resize(1364, 800);
    m_page->open({"runs", {}, QUrlQuery("all=1")});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_table = m_page->findChild<RunsTable *>();
    QTRY_VERIFY(m_table->model()->rowCount() >= 600);
    QTRY_VERIFY(!m_page->findChild<RunsModel *>()->isCounting());
    m_table->setFocus();
}

void TestRunsPageLive::cleanup()
{
    m_page.reset();
}

void TestRunsPageLive::aRunIsFollowedStepByStep()
{
    const QString id = start("steps");
    QTRY_COMPARE(idAt(0), id);
    const auto cells = [this] { return cell(0).data(RunsModel::CellsRole).toByteArray(); };
    const auto is = [](views::Status status) { return static_cast<char>(status); };
    QTRY_COMPARE(cells(), (QByteArray() + is(views::Status::Success) + is(views::Status::Running) +
                           is(views::Status::Queued)));
    QCOMPARE(cell(0, RunsModel::DetailColumn).data().toString(), QString("nap"));
    QTRY_COMPARE(cells(), QByteArray(3, is(views::Status::Success)));
    QTRY_COMPARE(cell(0).data().toString(), QString("success"));
    QVERIFY(cell(0).data(RunsModel::DurationRole).toLongLong() >= 700'000);
}

void TestRunsPageLive::aRunningRunIsCancelled()
{
    QSignalSpy told(m_page.get(), &Page::told);
    const QString id = start("slow");
    QTRY_COMPARE(idAt(0), id);
    QTest::keyClick(m_table, Qt::Key_J);
    QTest::keyClick(m_table, Qt::Key_X);
    auto *overlay = m_page->findChild<Overlay *>();
    QVERIFY(overlay && overlay->isVisible());
    auto *keep = qobject_cast<Button *>(QApplication::focusWidget());
    QVERIFY(keep);
    QCOMPARE(keep->text(), QString("Keep it running")); // Enter alone cancels nothing
    QTest::keyClick(keep, Qt::Key_Tab);
    auto *confirm = qobject_cast<Button *>(QApplication::focusWidget());
    QVERIFY(confirm && confirm != keep);
    QTest::keyClick(confirm, Qt::Key_Space);
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told[0][0].toString(), QString("Run %1 was asked to stop.").arg(id.left(8)));
    QTRY_COMPARE(cell(0).data().toString(), QString("cancelled"));
    QVERIFY(m_house->ended(id).status == "cancelled");
    QTRY_COMPARE(QApplication::focusWidget(), m_table);
    QTRY_VERIFY(!m_house->commands.action("runs.cancel")->isEnabled());
}

void TestRunsPageLive::keepingItRunningAsksNothing()
{
    const QString id = start("slow");
    QTRY_COMPARE(idAt(0), id);
    QTest::keyClick(m_table, Qt::Key_J);
    QTest::keyClick(m_table, Qt::Key_X);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!m_page->findChild<Overlay *>());
    QCOMPARE(cell(0).data().toString(), QString("running"));
    m_house->link.cancel(id, this, [](const auto &) {});
    QTRY_COMPARE(cell(0).data().toString(), QString("cancelled"));
}

void TestRunsPageLive::spaceHoldsEverythingAndGoesOn()
{
    const QString running = start("slow");
    QTRY_COMPARE(idAt(0), running);
    const int rows = m_table->model()->rowCount();
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(m_house->commands.action("runs.pause")->text(), QString("Resume"));
    m_house->link.cancel(running, this, [](const auto &) {});
    start("quick");
    start("quick");
    QTRY_COMPARE(held(), 2);
    QTRY_VERIFY(m_table->strip()->isVisible());
    QCOMPARE(m_table->strip()->text(), QString("2 newer run(s)"));
    QCOMPARE(cell(0).data().toString(), QString("running"));
    QCOMPARE(m_table->model()->rowCount(), rows);
    QTest::keyClick(m_table, Qt::Key_Space);
    QTRY_COMPARE(m_table->model()->rowCount(), rows + 2);
    QTRY_COMPARE(cell(2).data().toString(), QString("cancelled"));
    QVERIFY(!m_table->strip()->isVisible());
}

void TestRunsPageLive::newRunsComeWhileNothingIsSelected()
{
    const QString first = start("quick");
    QTRY_COMPARE(idAt(0), first);
    const QString second = start("quick");
    QTRY_COMPARE(idAt(0), second);
    QCOMPARE(m_table->verticalScrollBar()->value(), 0);
    QVERIFY(!m_table->strip()->isVisible());
}

void TestRunsPageLive::theStripInsertsAndTheRowsKeepTheirPixels_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<int>("scrolled");
    QTest::newRow("click, at the top") << false << 0;
    QTest::newRow("Home, at the top") << true << 0;
    QTest::newRow("click, scrolled") << false << 3000;
    QTest::newRow("Home, scrolled") << true << 3000;
}

void TestRunsPageLive::theStripInsertsAndTheRowsKeepTheirPixels()
{
    QFETCH(bool, byKey);
    QFETCH(int, scrolled);
    m_table->verticalScrollBar()->setValue(scrolled);
    const int row = m_table->firstVisibleRow() + 6;
    QTRY_VERIFY(!idAt(row).isEmpty());
    m_table->setCurrentIndex(cell(row));
    const QString id = idAt(row);
    const int pixel = pixelOf(row);
    const int rows = m_table->model()->rowCount();
    for (int i = 0; i < 12; ++i)
        start("quick");
    QTRY_COMPARE(held(), 12);
    QTRY_VERIFY(m_table->strip()->isVisible());
    QCOMPARE(m_table->strip()->text(), QString("12 newer run(s)"));
    QCOMPARE(pixelOf(row), pixel); // the strip has taken room, but not the rows'
    if (byKey)
        QTest::keyClick(m_table, Qt::Key_Home);
    else
        QTest::mouseClick(m_table->strip(), Qt::LeftButton);
    QCOMPARE(m_table->model()->rowCount(), rows + 12);
    QCOMPARE(m_table->currentRow(), row + 12);
    QCOMPARE(idAt(row + 12), id);
    QCOMPARE(pixelOf(row + 12), pixel);
    QVERIFY(!m_table->strip()->isVisible());
}

void TestRunsPageLive::aListByDurationIsListedAgainWhenAsked()
{
    m_page->open({"runs", {}, QUrlQuery("order=shortest")});
    auto *model = m_page->findChild<RunsModel *>();
    QTRY_VERIFY(model->state() == RunsModel::State::Ready && !model->isCounting());
    const int before = model->rowCount();
    const QString id = start("quick");
    m_house->ended(id);
    QTRY_COMPARE(held(), 1);
    QCOMPARE(model->rowCount(), before);
    auto *strip = m_page->findChild<HeldStrip *>();
    QVERIFY(strip->isVisible());
    QVERIFY(strip->accessibleDescription().contains("sorted by duration"));
    QTest::keyClick(m_table, Qt::Key_Home);
    QTRY_COMPARE(model->rowCount(), before + 1);
    const auto isListed = [&] { // other tests ran as short ones
        for (int row = 0; row < 100; ++row)
            if (idAt(row) == id)
                return true;
        return false;
    };
    QTRY_VERIFY(isListed());
    QTRY_VERIFY(!strip->isVisible());
}

void TestRunsPageLive::escEndsTheHold()
{
    m_table->setCurrentIndex(cell(4));
    const QString id = start("quick");
    QTRY_COMPARE(held(), 1);
    QTest::keyClick(m_table, Qt::Key_Escape); // nothing is selected now, and the view is at the top
    QCOMPARE(m_table->currentRow(), -1);
    QCOMPARE(held(), 0);
    QCOMPARE(idAt(0), id);

    m_table->verticalScrollBar()->setValue(2000);
    start("quick");
    QTRY_COMPARE(held(), 1);
    QTest::keyClick(m_table, Qt::Key_Escape);
    QCOMPARE(held(), 0);
    QVERIFY(m_table->isAtTop());
}

void TestRunsPageLive::aMovingPointerHoldsUntilItIsStill()
{
    QTest::mouseMove(m_table->viewport(), QPoint(100, 100));
    QTest::mouseMove(m_table->viewport(), QPoint(120, 130));
    const QString id = start("quick");
    QTRY_COMPARE(held(), 1);
    QVERIFY(m_table->strip()->accessibleDescription().contains("pointer"));
    QTRY_COMPARE(held(), 0); // it has been still for a second
    QCOMPARE(idAt(0), id);
}

void TestRunsPageLive::fiftyNewRunsASecondDoNotMoveTheSelectedRow_data()
{
    QTest::addColumn<int>("scrolled");
    QTest::newRow("at the top") << 0;
    QTest::newRow("in the middle") << 4000;
}

/// Looked at whenever the window has done something, for four seconds.
void TestRunsPageLive::fiftyNewRunsASecondDoNotMoveTheSelectedRow()
{
    QFETCH(int, scrolled);
    m_table->verticalScrollBar()->setValue(scrolled);
    const int row = m_table->firstVisibleRow() + 10;
    QTRY_VERIFY(!idAt(row).isEmpty());
    m_table->setCurrentIndex(cell(row));
    const QString sentence = cell(row).data(Qt::AccessibleTextRole).toString();
    const int pixel = pixelOf(row);
    const QPixmap before = m_table->viewport()->grab(m_table->visualRect(cell(row)));
    int started = 0, moved = 0, other = 0;
    QTimer starter;
    starter.setInterval(20);
    connect(&starter, &QTimer::timeout, this, [&] {
        client::StartExecution command;
        command.flow = FlowName("quick");
        command.input = json::Object{};
        m_house->link.start(std::move(command), &starter,
                            [&](const auto &reply) { started += reply ? 1 : 0; });
        moved += pixelOf(m_table->currentRow()) == pixel ? 0 : 1;
        other += cell(m_table->currentRow()).data(Qt::AccessibleTextRole).toString() == sentence ? 0 : 1;
    });
    starter.start();
    QTRY_VERIFY_WITH_TIMEOUT(started >= 200, 20'000);
    starter.stop();
    QTRY_VERIFY(held() >= 200);
    QCOMPARE(moved, 0);
    QCOMPARE(other, 0);
    QCOMPARE(m_table->currentRow(), row);
    QCOMPARE(m_table->viewport()->grab(m_table->visualRect(cell(row))).toImage(), before.toImage());
}

QTEST_MAIN(TestRunsPageLive)
#include "tst_runs_page_live.moc"
