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

/// Reading a long list: pages, filters, order, errors.
class TestRunsModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anEmptyHistoryIsAnEmptyList();
    void onlyThePagesAroundTheViewAreLoaded();
    void everyRowIsTheOneOfItsPlace_data();
    void everyRowIsTheOneOfItsPlace();
    void byDurationOnlySoManyAreListed();
    void whatIsFarIsForgottenAndFoundAgain();
    void theSelectedRowIsNotForgotten();
    void aFilterListsWhatFits_data();
    void aFilterListsWhatFits();
    void aRowKnowsItsStepsAndRetries();
    void aFailureKeepsTheRowsAndIsMendedByRetry();
    void aFailureAtFirstIsMendedWhenTheEngineIsBack();

private:
    void fill(int count);
    void list(const RunFilter &filter = {});
    std::string idAt(int row) const { return m_model->run(row) ? m_model->run(row)->id : ""; }

    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<RunSource> m_source;
    std::unique_ptr<RunsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::vector<std::string> m_ids; ///< oldest first
};

void TestRunsModel::init()
{
    m_ids.clear();
    m_link = std::make_unique<EngineLink>();
    m_source = std::make_unique<RunSource>();
    m_link->attach(*m_source);
    m_model = std::make_unique<RunsModel>(*m_link);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestRunsModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_link->detach({});
    m_source.reset();
    m_link.reset();
}

void TestRunsModel::fill(int count)
{
    for (int i = 0; i < count; ++i)
        m_ids.push_back(m_source->add(i));
}

void TestRunsModel::list(const RunFilter &filter)
{
    m_model->setFilter(filter);
    QTRY_VERIFY(m_model->state() == RunsModel::State::Ready && !m_model->isCounting());
}

void TestRunsModel::anEmptyHistoryIsAnEmptyList()
{
    list();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), int(RunsModel::ColumnCount));
}

void TestRunsModel::onlyThePagesAroundTheViewAreLoaded()
{
    fill(5000);
    list();
    QCOMPARE(m_model->rowCount(), 5000);
    QCOMPARE(m_model->loadedPages(), 1);
    QCOMPARE(idAt(0), m_ids[4999]);
    QVERIFY(!m_model->run(3000));
    QVERIFY(!m_model->index(3000, RunsModel::FlowColumn).data().isValid());
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setVisible(3000, 3030, -1);
    QTRY_COMPARE(idAt(3000), m_ids[1999]);
    QCOMPARE(changes.first()[0].toModelIndex().row() / RunPage::kRows, 3000 / RunPage::kRows);
    QTRY_COMPARE(m_model->loadedPages(), 3); // the first, and the two around the view
}

void TestRunsModel::everyRowIsTheOneOfItsPlace_data()
{
    QTest::addColumn<bool>("oldestFirst");
    QTest::newRow("newest first") << false;
    QTest::newRow("oldest first") << true;
}

void TestRunsModel::everyRowIsTheOneOfItsPlace()
{
    QFETCH(bool, oldestFirst);
    fill(1337);
    RunFilter filter;
    filter.order = oldestFirst ? client::Order::Oldest : client::Order::Newest;
    list(filter);
    QCOMPARE(m_model->rowCount(), 1337);
    for (int row = 0; row < 1337; row += 100) {
        m_model->setVisible(row, std::min(row + 99, 1336), -1);
        for (int seen = row; seen < std::min(row + 100, 1337); ++seen)
            QTRY_COMPARE(idAt(seen), m_ids[static_cast<std::size_t>(oldestFirst ? seen : 1336 - seen)]);
    }
}

void TestRunsModel::byDurationOnlySoManyAreListed()
{
    fill(client::kMostRanked + 500);
    RunFilter filter;
    filter.order = client::Order::Longest;
    list(filter);
    QCOMPARE(m_model->rowCount(), client::kMostRanked);
    QVERIFY(m_model->isCut());
    list();
    QVERIFY(!m_model->isCut());
    QCOMPARE(m_model->rowCount(), client::kMostRanked + 500);
}

void TestRunsModel::whatIsFarIsForgottenAndFoundAgain()
{
    fill(6000);
    list();
    for (int row = 0; row < 6000; row += 200) {
        m_model->setVisible(row, row + 30, -1);
        QTRY_VERIFY(m_model->run(row + 30));
        QVERIFY2(m_model->loadedPages() <= 13, qPrintable(QString::number(m_model->loadedPages())));
    }
    QVERIFY(!m_model->run(0));
    m_model->setVisible(0, 30, -1);
    QTRY_COMPARE(idAt(0), m_ids[5999]);
    QCOMPARE(m_model->rowCount(), 6000);
}

void TestRunsModel::theSelectedRowIsNotForgotten()
{
    fill(6000);
    list();
    for (int row = 0; row < 6000; row += 200) {
        m_model->setVisible(row, row + 30, 7);
        QTRY_VERIFY(m_model->run(row + 30));
    }
    QCOMPARE(idAt(7), m_ids[5992]);
}

void TestRunsModel::aFilterListsWhatFits_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("count");
    QTest::newRow("status") << "status"
                            << "failed" << 30;
    QTest::newRow("success") << "status"
                             << "success" << 270;
    QTest::newRow("flow") << "flow"
                          << "first_login" << 150;
    QTest::newRow("user") << "user_id"
                          << "usr_7" << 10;
    QTest::newRow("nobody") << "user_id"
                            << "usr_999" << 0;
    QTest::newRow("a time long after") << "last"
                                       << "1h" << 0;
}

void TestRunsModel::aFilterListsWhatFits()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(int, count);
    for (int i = 0; i < 300; ++i)
        m_source->add(i, i % 2 ? "first_login" : "update_profile", i % 10 == 3 ? "failed" : "success",
                      "usr_" + std::to_string(i % 30));
    list();
    QCOMPARE(m_model->rowCount(), 300);
    RunFilter filter;
    QVERIFY(filter.set(key, value));
    list(filter);
    QCOMPARE(m_model->rowCount(), count);
}

void TestRunsModel::aRowKnowsItsStepsAndRetries()
{
    m_source->add(1, "update_profile", "failed");
    list();
    const QModelIndex row = m_model->index(0, RunsModel::StepsColumn);
    const QByteArray cells = row.data(RunsModel::CellsRole).toByteArray();
    QCOMPARE(cells.size(), 2);
    QCOMPARE(cells[0], static_cast<char>(views::Status::Success));
    QCOMPARE(cells[1], static_cast<char>(views::Status::Failed));
    QCOMPARE(m_model->index(0, RunsModel::RetriesColumn).data().toInt(), 3);
    QCOMPARE(row.data(RunsModel::StatusRole).toInt(), static_cast<int>(views::Status::Failed));
    QCOMPARE(row.data(RunsModel::DurationRole).toLongLong(), 2'000'000);
    QCOMPARE(m_model->index(0, RunsModel::DetailColumn).data().toString(),
             QString("match_candidato: HTTP 503"));
}

void TestRunsModel::aFailureKeepsTheRowsAndIsMendedByRetry()
{
    fill(1000);
    list();
    m_source->fails = true;
    m_model->setVisible(700, 720, -1);
    QTRY_VERIFY(m_model->state() == RunsModel::State::Failed);
    QCOMPARE(m_model->error().code, ErrorCode::StoreRead);
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(idAt(0), m_ids[999]);
    m_source->fails = false;
    m_model->retry();
    QTRY_COMPARE(idAt(700), m_ids[299]);
    QVERIFY(m_model->state() == RunsModel::State::Ready);
}

void TestRunsModel::aFailureAtFirstIsMendedWhenTheEngineIsBack()
{
    fill(10);
    QTRY_VERIFY(m_link->isRunning());
    m_link->detach({ErrorCode::EngineUnreachable, "engine", "gone", {}, {}});
    m_model->setFilter({});
    QTRY_VERIFY(m_model->state() == RunsModel::State::Failed);
    m_link->attach(*m_source);
    QTRY_COMPARE(m_model->rowCount(), 10);
}

QTEST_GUILESS_MAIN(TestRunsModel)
#include "tst_runs_model.moc"
