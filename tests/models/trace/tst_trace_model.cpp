// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/trace_sample.h"
#include "views/models/trace/trace_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

/// The tree as indented names.
QStringList treeOf(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows.push_back(QString(depth, '.') + index.data().toString());
        rows += treeOf(model, index, depth + 1);
    }
    return rows;
}

} // namespace

class TestTraceModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsRunStepsAndAttempts();
    void groupsStepsOfADomain();
    void aDomainOfAllStepsIsNoGroup();
    void aGroupReachesFromItsFirstToItsLastStep();
    void tellsStartDurationAndSegments();
    void openBarsGrowToNow();
    void eventsChangeRowsInPlace();
    void aSecondAttemptInsertsRows();
    void aSnapshotOfTheSameStepsDoesNotReset();
    void marksTheCriticalPath();
    void keepsPersistentIndexesWhileEventsCome();

private:
    std::unique_ptr<TraceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTraceModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<TraceModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTraceModel::showsRunStepsAndAttempts()
{
    m_model->setRecord(
        execution({endedStep("a", {{0, 10, 200}}), endedStep("b", {{0, 5, 503}, {9, 5, 503}})}, 14));
    QCOMPARE(treeOf(*m_model), (QStringList{"sample", ".a", ".b", "..1", "..2"}));
    QCOMPARE(m_model->node(m_model->indexOf(1, 1)).attempt, 1);
    QCOMPARE(m_model->indexOf(1, 1).parent(), m_model->indexOf(1));
    QCOMPARE(m_model->indexOf(1).parent(), m_model->runIndex());
}

void TestTraceModel::groupsStepsOfADomain()
{
    m_model->setRecord(execution(
        {pendingStep("first"), pendingStep("p1"), pendingStep("v1"), pendingStep("p2"), pendingStep("v2")}));
    const auto flow = flowWithDomains({{"first", "common"},
                                       {"p1", "profession"},
                                       {"v1", "vacancy"},
                                       {"p2", "profession"},
                                       {"v2", "vacancy"}});
    m_model->setFlow(&flow);
    QCOMPARE(treeOf(*m_model),
             (QStringList{"sample", ".first", ".profession", "..p1", "..p2", ".vacancy", "..v1", "..v2"}));
    QCOMPARE(m_model->indexOf(3).parent().data().toString(), "profession");
}

void TestTraceModel::aDomainOfAllStepsIsNoGroup()
{
    m_model->setRecord(execution({pendingStep("a"), pendingStep("b")}));
    const auto flow = flowWithDomains({{"a", "x"}, {"b", "x"}});
    m_model->setFlow(&flow);
    QCOMPARE(treeOf(*m_model), (QStringList{"sample", ".a", ".b"}));
}

void TestTraceModel::aGroupReachesFromItsFirstToItsLastStep()
{
    m_model->setRecord(execution(
        {endedStep("a", {{0, 10, 200}}), endedStep("b", {{10, 20, 200}}), endedStep("c", {{15, 30, 503}})},
        45));
    const auto flow = flowWithDomains({{"a", ""}, {"b", "x"}, {"c", "x"}});
    m_model->setFlow(&flow);
    const QModelIndex group = m_model->indexOf(1).parent();
    QCOMPARE(group.data(TraceModel::StartRole).toLongLong(), 10'000);
    QCOMPARE(group.data(TraceModel::DurationRole).toLongLong(), 35'000);
    QCOMPARE(group.data(TraceModel::PictureRole).toInt(), static_cast<int>(views::Status::Failed));
}

void TestTraceModel::tellsStartDurationAndSegments()
{
    m_model->setRecord(execution({endedStep("a", {{10, 50, 503}, {110, 20, 200}})}, 130));
    const QModelIndex step = m_model->indexOf(0);
    QCOMPARE(step.data(TraceModel::StartRole).toLongLong(), 10'000);
    QCOMPARE(step.data(TraceModel::DurationRole).toLongLong(), 120'000);
    QCOMPARE(step.data(TraceModel::AttemptsRole).toInt(), 2);
    QCOMPARE(step.data(TraceModel::BackoffRole).toLongLong(), 50'000);
    const QVariantList expected{QVariantList{10'000LL, 50'000LL, static_cast<int>(views::Status::Failed)},
                                QVariantList{110'000LL, 20'000LL, static_cast<int>(views::Status::Success)}};
    QCOMPARE(step.data(TraceModel::SegmentsRole).toList(), expected);
    QCOMPARE(m_model->indexOf(0, 1).data(TraceModel::BackoffRole).toLongLong(), 50'000);
    QCOMPARE(m_model->indexOf(0, 0).data(TraceModel::StatusCodeRole).toInt(), 503);
}

void TestTraceModel::openBarsGrowToNow()
{
    m_model->setRecord(execution({runningStep("a", 10)}));
    m_model->setNow(at(60));
    QCOMPARE(m_model->indexOf(0).data(TraceModel::DurationRole).toLongLong(), 50'000);
    m_model->setNow(at(90));
    QCOMPARE(m_model->indexOf(0).data(TraceModel::DurationRole).toLongLong(), 80'000);
    QCOMPARE(m_model->runIndex().data(TraceModel::DurationRole).toLongLong(), 90'000);
}

void TestTraceModel::eventsChangeRowsInPlace()
{
    m_model->setRecord(execution({pendingStep("a"), pendingStep("b")}));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_model->apply({told(2, "step_started", "b", 5, {{"attempt", 1}})}));
    QVERIFY(!m_model->apply({told(2, "step_started", "b", 5, {{"attempt", 1}})}));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_model->indexOf(1));
    QCOMPARE(m_model->indexOf(1).data(TraceModel::PictureRole).toInt(),
             static_cast<int>(views::Status::Running));
}

void TestTraceModel::aSecondAttemptInsertsRows()
{
    m_model->setRecord(execution({runningStep("a", 10)}));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->apply({told(3, "step_retry", "a", 60, {{"attempt", 2}})});
    QCOMPARE(m_model->rowCount(m_model->indexOf(0)), 0);
    m_model->apply({told(4, "step_started", "a", 110, {{"attempt", 2}})});
    QCOMPARE(m_model->rowCount(m_model->indexOf(0)), 2);
    m_model->apply({told(5, "step_retry", "a", 160, {{"attempt", 3}}),
                    told(6, "step_started", "a", 260, {{"attempt", 3}})});
    QCOMPARE(m_model->rowCount(m_model->indexOf(0)), 3);
    QCOMPARE(inserted.count(), 2);
}

void TestTraceModel::aSnapshotOfTheSameStepsDoesNotReset()
{
    m_model->setRecord(execution({runningStep("a", 10)}));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setRecord(execution({endedStep("a", {{10, 50, 503}, {110, 20, 200}})}, 130));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(m_model->rowCount(m_model->indexOf(0)), 2);
}

void TestTraceModel::marksTheCriticalPath()
{
    m_model->setRecord(execution(
        {endedStep("a", {{0, 10, 200}}), endedStep("b", {{10, 5, 200}}), endedStep("c", {{10, 9, 200}})},
        19));
    const auto flow = flowOf({{"a", {}}, {"b", {"a"}}, {"c", {"a"}}});
    m_model->setFlow(&flow);
    QVERIFY(m_model->indexOf(0).data(TraceModel::CriticalRole).toBool());
    QVERIFY(!m_model->indexOf(1).data(TraceModel::CriticalRole).toBool());
    QVERIFY(m_model->indexOf(2).data(TraceModel::CriticalRole).toBool());
}

void TestTraceModel::keepsPersistentIndexesWhileEventsCome()
{
    m_model->setRecord(execution({runningStep("a", 10), pendingStep("b")}));
    const QPersistentModelIndex b(m_model->indexOf(1));
    m_model->apply({told(3, "step_retry", "a", 60, {{"attempt", 2}}),
                    told(4, "step_started", "a", 110, {{"attempt", 2}}),
                    told(5, "step_started", "b", 120, {{"attempt", 1}})});
    m_model->setRecord(execution({runningStep("a", 10, 2), runningStep("b", 120)}));
    QVERIFY(b.isValid());
    QCOMPARE(b.data().toString(), "b");
}

QTEST_APPLESS_MAIN(TestTraceModel)
#include "tst_trace_model.moc"
