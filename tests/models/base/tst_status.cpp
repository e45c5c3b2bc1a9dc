// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/state.h"
#include "tests/support/verify.h"
#include "views/models/status.h"

using namespace batuta;
namespace v = batuta::views;

Q_DECLARE_METATYPE(batuta::views::Status)

class TestStatus : public QObject
{
    Q_OBJECT

private slots:
    void everyWordHasItsPicture_data();
    void everyWordHasItsPicture();
    void theWordsOfTheEngineAreAllKnown();
    void environmentsAreThree_data();
    void environmentsAreThree();
};

void TestStatus::everyWordHasItsPicture_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<v::Status>("status");
    QTest::addColumn<bool>("ended");
    QTest::newRow("pending") << QByteArray("pending") << v::Status::Queued << false;
    QTest::newRow("running") << QByteArray("running") << v::Status::Running << false;
    QTest::newRow("waiting") << QByteArray("waiting") << v::Status::Waiting << false;
    QTest::newRow("success") << QByteArray("success") << v::Status::Success << true;
    QTest::newRow("failed") << QByteArray("failed") << v::Status::Failed << true;
    QTest::newRow("critical_error") << QByteArray("critical_error") << v::Status::Failed << true;
    QTest::newRow("skipped") << QByteArray("skipped") << v::Status::Skipped << true;
    QTest::newRow("not_run") << QByteArray("not_run") << v::Status::Skipped << true;
    QTest::newRow("cancelled") << QByteArray("cancelled") << v::Status::Cancelled << true;
    QTest::newRow("interrupted") << QByteArray("interrupted") << v::Status::Cancelled << true;
    QTest::newRow("of a newer engine") << QByteArray("levitating") << v::Status::Queued << false;
    QTest::newRow("none") << QByteArray() << v::Status::Queued << false;
}

void TestStatus::everyWordHasItsPicture()
{
    QFETCH(QByteArray, word);
    QTEST(v::statusOf(word.toStdString()), "status");
    QTEST(v::isEnded(word.toStdString()), "ended");
}

/// Only `pending` is queued: whatever else the plan says has a picture of its own.
void TestStatus::theWordsOfTheEngineAreAllKnown()
{
    using plan::StepStatus;
    for (const StepStatus status :
         {StepStatus::Running, StepStatus::Backoff, StepStatus::Success, StepStatus::Failed,
          StepStatus::Skipped, StepStatus::Cancelled, StepStatus::NotRun, StepStatus::CriticalError}) {
        QVERIFY(v::statusOf(plan::statusName(status)) != v::Status::Queued);
        QCOMPARE(v::isEnded(plan::statusName(status)), plan::isEnd(status));
    }
}

void TestStatus::environmentsAreThree_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("production") << QByteArray("production") << int(v::EnvironmentKind::Production);
    QTest::newRow("prod") << QByteArray("prod") << int(v::EnvironmentKind::Production);
    QTest::newRow("staging") << QByteArray("staging") << int(v::EnvironmentKind::Staging);
    QTest::newRow("default") << QByteArray("default") << int(v::EnvironmentKind::Dev);
    QTest::newRow("none") << QByteArray() << int(v::EnvironmentKind::Dev);
    QTest::newRow("nearly") << QByteArray("production2") << int(v::EnvironmentKind::Dev);
}

void TestStatus::environmentsAreThree()
{
    QFETCH(QByteArray, name);
    QTEST(int(v::environmentKind(name.toStdString())), "kind");
}

QTEST_GUILESS_MAIN(TestStatus)
#include "tst_status.moc"
