// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/failure.h"
#include "tests/store/sample.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

class TestFailure : public QObject
{
    Q_OBJECT

private slots:
    void anErrorLosesWhatDiffers_data();
    void anErrorLosesWhatDiffers();
    void anEndlessErrorIsShortened();
    void theCodeIsThatOfTheFailingStep_data();
    void theCodeIsThatOfTheFailingStep();
    void whatDidNotFailIsNoFailure();
    void theSameFailureOfOthersIsTheSameGroup();
    void whatDiffersIsAnotherGroup_data();
    void whatDiffersIsAnotherGroup();
    void aKeyLeadsBackToItsGroup();
};

void TestFailure::anErrorLosesWhatDiffers_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("normal");
    const auto row = [](const char *error, const char *normal) {
        QTest::newRow(error) << QString(error) << QString(normal);
    };
    row("", "");
    row("HTTP 503", "HTTP 503");
    row("HTTP 503 after 1204 ms", "HTTP 503 after <n> ms");
    row("user 48213 not found", "user <n> not found");
    row("usr_48213 not found", "usr_<n> not found");
    row("usr-9a8b7c6d5e4f is away", "<id> is away");
    row("execution 6f1c2a3b-4d5e-4f60-8a7b-000000000001 is gone", "execution <id> is gone");
    row("hash 9f86d081884c7d65 differs", "hash <id> differs");
    row("no field \"name\" in 'maria'", "no field <text> in <text>");
    row("it doesn't fit, don't try", "it doesn't fit, don't try");
    row("a quote \" that does not end", "a quote \" that does not end");
    row("connect to https://api.example.com:8443/v1/users/17?token=x: refused",
        "connect to https://<host>/v<n>/users/<n>?<query> refused");
    row("12.5 of 10.0.0.1 at 12:30:45.123", "<n> of <n> at <n>");
    row("  two\n lines\t here ", "two lines here");
    row("não há vaga 12", "não há vaga <n>");
    row("deadbeef cafe", "deadbeef cafe");
}

void TestFailure::anErrorLosesWhatDiffers()
{
    QFETCH(QString, error);
    QTEST(shown(normalisedError(error.toStdString())), "normal");
}

void TestFailure::anEndlessErrorIsShortened()
{
    const std::string normal = normalisedError(std::string(1'000'000, 'x') + " 1");
    QCOMPARE(normal.size(), std::size_t(300));
    std::string accents;
    for (int i = 0; i < 1'000; ++i)
        accents += "ãa";
    const QString cut = shown(normalisedError(accents));
    QVERIFY(!cut.contains(QChar::ReplacementCharacter));
}

void TestFailure::theCodeIsThatOfTheFailingStep_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    QTest::newRow("HTTP") << "failed" << 503 << "HTTP 503"
                          << "503";
    QTest::newRow("HTTP of a list's step") << "failed" << 0 << "HTTP 429"
                                           << "429";
    QTest::newRow("of this program") << "failed" << 0 << "net.timeout: no answer"
                                     << "net.timeout";
    QTest::newRow("deadline") << "failed" << 0 << "Deadline of 30s exceeded"
                              << "deadline";
    QTest::newRow("approval") << "failed" << 0 << "Not answered within 2h"
                              << "expired";
    QTest::newRow("engine") << "interrupted" << 503 << "HTTP 503"
                            << "interrupted";
    QTest::newRow("a success with a bad body") << "failed" << 200 << "it is no JSON"
                                               << "other";
}

void TestFailure::theCodeIsThatOfTheFailingStep()
{
    QFETCH(QString, status);
    QFETCH(int, statusCode);
    QFETCH(QString, reason);
    ExecutionRecord record = ended(1);
    record.status = status.toStdString();
    record.steps[0].status = "failed";
    record.steps[0].statusCode = statusCode;
    record.error = "create_embeddings: " + reason.toStdString();
    const std::optional<Failure> failure = failureOf(record);
    QVERIFY(failure);
    QCOMPARE(shown(failure->step), QString("create_embeddings"));
    QTEST(shown(failure->code), "code");
}

void TestFailure::whatDidNotFailIsNoFailure()
{
    for (const char *status : {"success", "cancelled", "running", "queued", "paused"}) {
        ExecutionRecord record = ended(1);
        record.status = status;
        QVERIFY2(!failureOf(record), status);
    }
}

void TestFailure::theSameFailureOfOthersIsTheSameGroup()
{
    ExecutionRecord one = ended(1), other = ended(2);
    for (ExecutionRecord *record : {&one, &other})
        record->status = "failed";
    one.error = "create_embeddings: user 17 of https://a.example/x";
    other.error = "create_embeddings: user 99 of https://b.example/x";
    other.userId = "somebody";
    QCOMPARE(failureOf(one)->group, failureOf(other)->group);
    QCOMPARE(shown(failureOf(one)->pattern), QString("user <n> of https://<host>/x"));
}

void TestFailure::whatDiffersIsAnotherGroup_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"flow", "version", "revision", "step", "code", "error"})
        QTest::newRow(what) << QString(what);
}

void TestFailure::whatDiffersIsAnotherGroup()
{
    QFETCH(QString, what);
    ExecutionRecord one = ended(1);
    one.status = "failed";
    one.error = "create_embeddings: HTTP 503";
    ExecutionRecord other = one;
    if (what == "flow")
        other.flow = "another";
    else if (what == "version")
        other.flowVersion = "another";
    else if (what == "revision")
        other.revision = "api-00042-abc";
    else if (what == "step")
        other.error = "notify: HTTP 503";
    else if (what == "code")
        other.error = "create_embeddings: HTTP 500";
    else
        other.error = "create_embeddings: HTTP 503 again";
    QVERIFY(failureOf(one)->group != failureOf(other)->group);
}

void TestFailure::aKeyLeadsBackToItsGroup()
{
    for (const std::int64_t group : {std::int64_t(0), std::int64_t(-1), std::int64_t(0x0f3c9a1be24d5567)}) {
        QCOMPARE(failureKey(group).size(), std::size_t(16));
        QCOMPARE(failureGroup(failureKey(group)).value_or(7), group);
    }
    for (const char *text : {"", "xyz", "0f3c9a1be24d556", "0f3c9a1be24d55670", "0f3c9a1be24d556g"})
        QVERIFY2(!failureGroup(text), text);
}

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_failure.moc"
