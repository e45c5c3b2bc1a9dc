// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/runs/run_source.h"
#include "tests/support/verify.h"
#include "views/models/runs/runs_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// Following what happens: new rows, rows that change, rows kept back.
class TestRunsLive : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNewRunComesToTheTop();
    void aNewRunComesToTheEndWhenTheOldestAreFirst();
    void aNewRunThatDoesNotFitStaysAway();
    void aRunThatFailsComesIntoTheFailed();
    void eventsChangeARowInPlace();
    void manyEventsAreToldAtMostEvery250Milliseconds();
    void heldRunsAreCountedAndReleased();
    void moreHeldRunsThanAreKeptAreAllReleased();
    void aHeldRunGoesOnUntilItIsReleased();
    void aPausedListStandsStillAndCounts();
    void lostEventsAreMadeUpFor();
    void anAnswerThatIsOlderThanAnEventIsBroughtUp();
    void theRateIsThatOfTheLastTenSeconds();
    void manyNewRunsDoNotFillTheMemory();
    void byDurationNothingMovesAndWhatEndsIsCounted();

private:
    void list(const RunFilter &filter = {});
    std::string idAt(int row) const { return m_model->run(row) ? m_model->run(row)->id : ""; }

    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<RunSource> m_source;
    std::unique_ptr<RunsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRunsLive::init()
{
    m_link = std::make_unique<EngineLink>();
    m_source = std::make_unique<RunSource>();
    m_link->attach(*m_source);
    m_model = std::make_unique<RunsModel>(*m_link);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(m_link->isRunning());
    for (int i = 0; i < 500; ++i)
        m_source->add(i);
}

void TestRunsLive::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_link->detach({});
    m_source.reset();
    m_link.reset();
}

void TestRunsLive::list(const RunFilter &filter)
{
    m_model->setFilter(filter);
    QTRY_VERIFY(m_model->state() == RunsModel::State::Ready && !m_model->isCounting());
}

void TestRunsLive::aNewRunComesToTheTop()
{
    list();
    const std::string first = m_source->start();
    QTRY_COMPARE(idAt(0), first);
    const std::string second = m_source->start("first_login", "usr_2");
    QTRY_COMPARE(idAt(0), second);
    QCOMPARE(idAt(1), first);
    QCOMPARE(m_model->rowCount(), 502);
    QCOMPARE(m_model->index(0, RunsModel::SubjectColumn).data().toString(), QString("usr_2"));
}

void TestRunsLive::aNewRunComesToTheEndWhenTheOldestAreFirst()
{
    RunFilter filter;
    filter.order = client::Order::Oldest;
    list(filter);
    m_model->setVisible(480, 499, -1);
    QTRY_VERIFY(m_model->run(499));
    const std::string first = m_source->start();
    QTRY_COMPARE(idAt(500), first);
    const std::string second = m_source->start();
    QTRY_COMPARE(idAt(501), second);
}

void TestRunsLive::aNewRunThatDoesNotFitStaysAway()
{
    RunFilter filter;
    filter.set("user_id", "usr_1");
    list(filter);
    m_source->start("update_profile", "usr_2");
    const std::string wanted = m_source->start("update_profile", "usr_1");
    QTRY_COMPARE(idAt(0), wanted);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestRunsLive::aRunThatFailsComesIntoTheFailed()
{
    RunFilter filter;
    filter.set("status", "failed");
    list(filter);
    QCOMPARE(m_model->rowCount(), 0);
    const std::string first = m_source->start(), second = m_source->start(), third = m_source->start();
    m_source->end(third, "failed");
    QTRY_COMPARE(idAt(0), third);
    m_source->end(second, "success");
    m_source->end(first, "failed"); // it started before the one that is there
    QTRY_COMPARE(m_model->rowCount(), 2);
    QCOMPARE(idAt(0), third);
    QCOMPARE(idAt(1), first);
}

void TestRunsLive::eventsChangeARowInPlace()
{
    list();
    const std::string id = m_source->start();
    QTRY_COMPARE(idAt(0), id);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_source->stepStarted(id, "match_candidato");
    QTRY_COMPARE(m_model->index(0, RunsModel::DetailColumn).data().toString(), QString("match_candidato"));
    QCOMPARE(changes.first()[0].toModelIndex().row(), 0);
    QCOMPARE(changes.first()[1].toModelIndex().row(), 0);
    m_source->stepRetries(id, "match_candidato", 2);
    QTRY_COMPARE(m_model->index(0, 0).data(RunsModel::StatusRole).toInt(),
                 static_cast<int>(views::Status::Waiting));
    m_source->stepStarted(id, "match_candidato", 2);
    m_source->stepEnded(id, "match_candidato", "success", 2);
    m_source->end(id);
    QTRY_COMPARE(m_model->index(0, 0).data(RunsModel::StatusRole).toInt(),
                 static_cast<int>(views::Status::Success));
    QCOMPARE(m_model->index(0, RunsModel::RetriesColumn).data().toInt(), 1);
    QCOMPARE(m_model->index(0, 0).data(RunsModel::DurationRole).toLongLong(), 3'000'000);
    QCOMPARE(inserts.count(), 0);
}

void TestRunsLive::manyEventsAreToldAtMostEvery250Milliseconds()
{
    list();
    const std::string id = m_source->start();
    QTRY_COMPARE(idAt(0), id);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QElapsedTimer timer;
    timer.start();
    for (int step = 0; step < 200; ++step) {
        m_source->stepStarted(id, "step_" + std::to_string(step));
        m_source->stepEnded(id, "step_" + std::to_string(step), "success");
        QCoreApplication::sendPostedEvents();
    }
    QTRY_COMPARE(m_model->index(0, 0).data(RunsModel::CellsRole).toByteArray().size(), 200);
    QVERIFY(changes.count() <= timer.elapsed() / 250 + 1);
}

void TestRunsLive::heldRunsAreCountedAndReleased()
{
    list();
    m_model->setHolding(true);
    std::vector<std::string> ids;
    for (int i = 0; i < 12; ++i)
        ids.push_back(m_source->start());
    QTRY_COMPARE(m_model->heldCount(), 12);
    QCOMPARE(m_model->rowCount(), 500);
    QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->release();
    QCOMPARE(inserts.count(), 1);
    QCOMPARE(m_model->heldCount(), 0);
    QCOMPARE(m_model->rowCount(), 512);
    for (int i = 0; i < 12; ++i)
        QCOMPARE(idAt(i), ids[static_cast<std::size_t>(11 - i)]);
}

void TestRunsLive::moreHeldRunsThanAreKeptAreAllReleased()
{
    list();
    const std::string top = idAt(0);
    m_model->setHolding(true);
    std::vector<std::string> ids;
    for (int i = 0; i < 1500; ++i)
        ids.push_back(m_source->start());
    QTRY_COMPARE_WITH_TIMEOUT(m_model->heldCount(), 1500, 15'000);
    m_model->release();
    QCOMPARE(m_model->rowCount(), 2000);
    QCOMPARE(idAt(1500), top);
    for (int row = 0; row < 1500; row += 250) {
        m_model->setVisible(row, row + 30, -1);
        QTRY_COMPARE(idAt(row), ids[static_cast<std::size_t>(1499 - row)]);
    }
}

void TestRunsLive::aHeldRunGoesOnUntilItIsReleased()
{
    list();
    m_model->setHolding(true);
    const std::string id = m_source->start();
    QTRY_COMPARE(m_model->heldCount(), 1);
    m_source->stepStarted(id, "match_candidato");
    m_source->end(id, "failed");
    const std::string later = m_source->start();
    QTRY_COMPARE(m_model->heldCount(), 2); // the events before it have been applied
    m_model->release();
    QCOMPARE(idAt(1), id);
    QCOMPARE(m_model->run(1)->status, std::string("failed"));
    QCOMPARE(idAt(0), later);
}

void TestRunsLive::aPausedListStandsStillAndCounts()
{
    list();
    const std::string id = m_source->start();
    QTRY_COMPARE(idAt(0), id);
    m_model->setPaused(true);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_source->end(id, "failed");
    m_source->start();
    m_source->start();
    QTRY_COMPARE(m_model->heldCount(), 2);
    QCOMPARE(m_model->rowCount(), 501);
    QCOMPARE(m_model->run(0)->status, std::string("running"));
    QCOMPARE(changes.count(), 0);
    m_model->setPaused(false);
    QTRY_COMPARE(m_model->rowCount(), 503);
    QTRY_COMPARE(m_model->run(2)->status, std::string("failed"));
}

void TestRunsLive::lostEventsAreMadeUpFor()
{
    list();
    const std::string running = m_source->start();
    QTRY_COMPARE(idAt(0), running);
    m_source->isSilent = true;
    m_source->end(running, "failed");
    const std::string missed = m_source->start();
    m_source->isSilent = false;
    emit m_link->eventsLost();
    QTRY_COMPARE(idAt(0), missed);
    QTRY_COMPARE(m_model->run(1)->status, std::string("failed"));
    QCOMPARE(m_model->rowCount(), 502);
}

void TestRunsLive::anAnswerThatIsOlderThanAnEventIsBroughtUp()
{
    const std::string id = m_source->start();
    m_source->isSilent = true; // the history still says that it runs when the end has been told
    m_source->isSilent = false;
    emit m_link->eventsArrived({{{9,
                                  id,
                                  SystemClock().wall(),
                                  "execution_ended",
                                  {},
                                  json::Object{{"status", "failed"}, {"duration_ms", 5.0}}}}});
    list();
    QTRY_COMPARE(idAt(0), id);
    QCOMPARE(m_model->run(0)->status, std::string("failed"));
}

void TestRunsLive::theRateIsThatOfTheLastTenSeconds()
{
    list();
    QCOMPARE(m_model->rate(), 0.0);
    for (int i = 0; i < 20; ++i)
        m_source->start();
    QTRY_COMPARE(m_model->rate(), 2.0);
}

void TestRunsLive::manyNewRunsDoNotFillTheMemory()
{
    list();
    for (int i = 0; i < 6000; ++i) {
        m_source->start();
        if (i % 500 == 499)
            QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 501 + i, 15'000);
    }
    QVERIFY2(m_model->loadedPages() <= 13, qPrintable(QString::number(m_model->loadedPages())));
    const std::string top = idAt(0);
    m_model->setVisible(3000, 3030, -1);
    QTRY_VERIFY(m_model->run(3000));
    m_model->setVisible(0, 30, -1);
    QTRY_COMPARE(idAt(0), top);
}

void TestRunsLive::byDurationNothingMovesAndWhatEndsIsCounted()
{
    RunFilter filter;
    filter.order = client::Order::Longest;
    filter.flow = "update_profile";
    list(filter);
    QCOMPARE(m_model->rowCount(), 500);
    const std::string top = idAt(0);
    const std::string longest = m_source->start();
    const std::string other = m_source->start("first_login");
    m_source->end(longest, "success");
    m_source->end(other, "success");
    QTRY_COMPARE(m_model->heldCount(), 1);
    QCOMPARE(idAt(0), top);
    m_model->setHolding(false); // it is not for the view to say
    QCOMPARE(m_model->rowCount(), 500);
    m_model->release();
    QTRY_COMPARE(m_model->rowCount(), 501);
    QCOMPARE(idAt(0), longest);
    QCOMPARE(m_model->heldCount(), 0);
    const std::string running = m_source->start(); // has no duration yet
    filter.order = client::Order::Shortest;
    list(filter);
    QTRY_COMPARE(m_model->rowCount(), 501);
    m_model->setVisible(480, 500, -1);
    QTRY_COMPARE(idAt(500), longest);
}

QTEST_GUILESS_MAIN(TestRunsLive)
#include "tst_runs_live.moc"
