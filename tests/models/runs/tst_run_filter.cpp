// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/runs/run_filter.h"

using namespace batuta;
using namespace batuta::views;

class TestRunFilter : public QObject
{
    Q_OBJECT

private slots:
    void typedTextBecomesAFilter_data();
    void typedTextBecomesAFilter();
    void otherTextDoesNot_data();
    void otherTextDoesNot();
    void anAddressLeadsBack();
    void whatDoesNotFitIsLeftOut();
    void theQuestionHasEveryField();
    void valuesAreLeftOutAndTakenBack();
};

void TestRunFilter::typedTextBecomesAFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("flow") << "flow:update_profile"
                          << "flow"
                          << "update_profile";
    QTest::newRow("blanks") << " flow : update_profile "
                            << "flow"
                            << "update_profile";
    QTest::newRow("status") << "Status:FAILED"
                            << "status"
                            << "failed";
    QTest::newRow("user") << "user:usr_48213"
                          << "user_id"
                          << "usr_48213";
    QTest::newRow("user_id") << "user_id:usr_48213"
                             << "user_id"
                             << "usr_48213";
    QTest::newRow("session") << "session:a:b"
                             << "session_id"
                             << "a:b";
    QTest::newRow("correlation") << "correlation:abc123"
                                 << "correlation_id"
                                 << "abc123";
    QTest::newRow("last") << "last:6h"
                          << "last"
                          << "6h";
}

void TestRunFilter::typedTextBecomesAFilter()
{
    QFETCH(QString, text);
    const std::optional<TypedFilter> typed = parseFilter(text);
    QVERIFY(typed);
    QTEST(typed->key, "key");
    QTEST(typed->value, "value");
}

void TestRunFilter::otherTextDoesNot_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", ":", "flow:", "update_profile", "colour:red", "status:maybe", "last:6",
                             "last:h", "last:-3h", "last:99999d", "last:6w"})
        QTest::newRow(text) << text;
    QTest::newRow("too long") << "flow:" + QString(300, 'x');
}

void TestRunFilter::otherTextDoesNot()
{
    QFETCH(QString, text);
    QVERIFY(!parseFilter(text));
}

void TestRunFilter::anAddressLeadsBack()
{
    RunFilter filter;
    QVERIFY(filter.set("flow", "update_profile"));
    QVERIFY(filter.set("user_id", "ana & bea=50%+ü"));
    QVERIFY(filter.set("last", "90m"));
    filter.order = client::Order::Oldest;
    QCOMPARE(filter.keys(), QStringList({"flow", "user_id", "last"}));
    QVERIFY(RunFilter::fromQuery(QUrlQuery(filter.query().toString(QUrl::FullyEncoded))) == filter);
    QVERIFY(filter.set("flow", ""));
    QCOMPARE(filter.keys(), QStringList({"user_id", "last"}));
    for (const auto &[order, name] :
         {std::pair(client::Order::Newest, ""), std::pair(client::Order::Longest, "longest"),
          std::pair(client::Order::Shortest, "shortest")}) {
        filter.order = order;
        QCOMPARE(filter.query().queryItemValue("order"), QString(name));
        QVERIFY(RunFilter::fromQuery(filter.query()).order == order);
    }
}

void TestRunFilter::whatDoesNotFitIsLeftOut()
{
    QVERIFY(RunFilter::fromQuery(QUrlQuery("status=maybe&last=forever&colour=red")) == RunFilter());
}

void TestRunFilter::theQuestionHasEveryField()
{
    RunFilter filter;
    filter.flow = "f";
    filter.status = "failed";
    filter.userId = "u";
    filter.sessionId = "s";
    filter.correlationId = "c";
    filter.lastMinutes = 60;
    const WallTime now = WallTime(std::chrono::hours(100));
    const client::ExecutionQuery query = filter.executions(now);
    QVERIFY(query.flow == "f" && query.status == "failed" && query.userId == "u" && query.sessionId == "s");
    QVERIFY(query.correlationId == "c" && query.since == now - std::chrono::hours(1) && !query.until);
}

void TestRunFilter::valuesAreLeftOutAndTakenBack()
{
    RunFilter filter;
    QVERIFY(filter.set("status", "failed"));
    filter.toggleExcluded("status", "success"); // it was failed only: that goes
    QCOMPARE(filter.status, QString("!success"));
    filter.toggleExcluded("status", "cancelled");
    QCOMPARE(filter.status, QString("!success,cancelled"));
    QVERIFY(filter.excludes("status", "cancelled") && !filter.excludes("status", "failed"));
    QVERIFY(RunFilter::fromQuery(QUrlQuery(filter.query().toString(QUrl::FullyEncoded))) == filter);
    filter.toggleExcluded("status", "success");
    filter.toggleExcluded("status", "cancelled");
    QCOMPARE(filter.keys(), QStringList());
    QVERIFY(filter.set("flow", "!heartbeat"));
    QCOMPARE(parseFilter("flow:!heartbeat")->value, QString("!heartbeat"));
    for (const char *wrong : {"!", "!,", "!maybe", "!failed,maybe"})
        QVERIFY2(!filter.set("status", wrong), wrong);
    QVERIFY(filter.set("user_id", "!odd")); // a name like any other
    QVERIFY(!filter.excludes("user_id", "odd"));
}

QTEST_GUILESS_MAIN(TestRunFilter)
#include "tst_run_filter.moc"
