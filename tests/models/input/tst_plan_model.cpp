// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The plan's rows: counted, changed in place, and the keys that are missing for them.
#include "views/models/input/plan_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class PlanModelTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreRowsWithTheirVerdict();
    void theSameStepsChangeInPlace();
    void otherStepsResetTheRows();
    void missingKeysAreListedOnce();
};

namespace {

client::StepPreview step(const char *id, const char *verdict, const char *reason = "")
{
    client::StepPreview preview;
    preview.step = id;
    preview.verdict = verdict;
    preview.reason = reason;
    return preview;
}

client::FlowPreview planOf(std::vector<client::StepPreview> steps)
{
    client::FlowPreview preview;
    preview.flow = FlowName("f");
    preview.steps = std::move(steps);
    return preview;
}

} // namespace

void PlanModelTest::stepsAreRowsWithTheirVerdict()
{
    PlanModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPreview(planOf({step("a", "runs"), step("b", "skips", "Skipped: input.x"),
                             step("c", "filtered", "filter vacancy: !input.y"), step("d", "depends")}));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(1).data().toString(), QString("b"));
    QCOMPARE(model.index(1).data(PlanModel::VerdictRole).toString(), QString("skips"));
    QCOMPARE(model.index(1).data(PlanModel::ReasonRole).toString(), QString("Skipped: input.x"));
    const PlanModel::Counts counts = model.counts();
    QCOMPARE(counts.runs, 1);
    QCOMPARE(counts.skips, 1);
    QCOMPARE(counts.filtered, 1);
    QCOMPARE(counts.depends, 1);
    model.clear();
    QVERIFY(model.isEmpty());
}

void PlanModelTest::theSameStepsChangeInPlace()
{
    PlanModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPreview(planOf({step("a", "runs"), step("b", "runs")}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setPreview(planOf({step("a", "runs"), step("b", "skips")}));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(1).data(PlanModel::VerdictRole).toString(), QString("skips"));
}

void PlanModelTest::otherStepsResetTheRows()
{
    PlanModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPreview(planOf({step("a", "runs")}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setPreview(planOf({step("a", "runs"), step("b", "runs")}));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowCount(), 2);
}

void PlanModelTest::missingKeysAreListedOnce()
{
    PlanModel model;
    model.setPreview(planOf({step("a", "skips", "URL not configured: A_URL"),
                             step("b", "skips", "URL not configured: A_URL"),
                             step("c", "skips", "Not configured: KEY"), step("d", "skips", "Skipped: x")}));
    QCOMPARE(model.missingKeys(), QStringList({"A_URL", "KEY"}));
}

QTEST_GUILESS_MAIN(PlanModelTest)
#include "tst_plan_model.moc"
