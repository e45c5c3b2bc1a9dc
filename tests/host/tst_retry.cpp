// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// Retry as the whole engine does it: which ends are tried again, with what waits, and what the trace keeps.
class TstRetry : public QObject
{
    Q_OBJECT

private slots:
    void triesAgainUntilItWorks();
    void givesUpAfterItsAttempts();
    void triesOnlyWhatThePolicyNames_data();
    void triesOnlyWhatThePolicyNames();
    void keepsTheIdempotencyKeyAndCountsAttempts();
    void cancelEndsTheWaitBetweenAttempts();

private:
    static std::string flow(const std::string &policy)
    {
        return "steps:\n  call:\n    http: {method: POST, url: \"${{ env.CALL_URL }}\"}\n    timeout: 60ms\n "
               "   retry: " +
               policy + "\n";
    }
};

void TstRetry::triesAgainUntilItWorks()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    int calls = 0;
    house.functions.answer("/call", [&](const net::ServerRequest &) {
        net::ServerResponse response;
        response.status = ++calls < 3 ? 503 : 200;
        return response;
    });
    house.flow("one",
               flow("{attempts: 5, on: [5xx], backoff: {first: 10ms, factor: 2, max: 1s, jitter: none}}"));
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=success");
    const client::StepRecord &step = record->steps.front();
    QCOMPARE(step.attempts, 3);
    QCOMPARE(step.attemptsDetail.asArray().size(), std::size_t{3});
    QCOMPARE(shown(step.attemptsDetail.at(0)["error"].asString()), "HTTP 503");
    QCOMPARE(shown(step.attemptsDetail.at(2)["status"].asString()), "success");
    QVERIFY2(step.duration >= std::chrono::milliseconds(30), "10 ms and 20 ms of waiting belong to the step");
    QVERIFY(house.logged("http_retry"));
    QCOMPARE(shown(record->status), "success");
}

void TstRetry::givesUpAfterItsAttempts()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", 500);
    house.flow("one", flow("{attempts: 3, on: [5xx], backoff: {first: 1ms, factor: 1, jitter: full}}"));
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=failed");
    QCOMPARE(house.functions.calls("/call"), 3);
    QCOMPARE(shown(record->steps.front().reason), "HTTP 500");
    QCOMPARE(record->steps.front().statusCode, 500);
}

void TstRetry::triesOnlyWhatThePolicyNames_data()
{
    QTest::addColumn<QString>("on");
    QTest::addColumn<int>("code"); // 0 hangs
    QTest::addColumn<int>("calls");
    QTest::newRow("5xx for 500") << "[5xx]" << 500 << 2;
    QTest::newRow("5xx for 404") << "[5xx]" << 404 << 1;
    QTest::newRow("429 for 429") << "[429]" << 429 << 2;
    QTest::newRow("429 for 500") << "[429]" << 500 << 1;
    QTest::newRow("timeout for a hang") << "[timeout]" << 0 << 2;
    QTest::newRow("connection for a hang") << "[connection]" << 0 << 1;
}

void TstRetry::triesOnlyWhatThePolicyNames()
{
    QFETCH(QString, on);
    QFETCH(int, code);
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    if (code == 0)
        house.functions.hold("/call");
    else
        house.functions.answer("/call", code);
    house.flow("one", flow("{attempts: 2, on: " + on.toStdString() + ", backoff: {first: 1ms, max: 1ms}}"));
    house.open();
    QCOMPARE(tests::statusesOf(house.run("one")), "call=failed");
    QTEST(house.functions.calls("/call"), "calls");
}

void TstRetry::keepsTheIdempotencyKeyAndCountsAttempts()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    std::vector<std::string> keys;
    std::vector<std::string> numbers;
    house.functions.answer("/call", [&](const net::ServerRequest &request) {
        keys.emplace_back(request.header("Idempotency-Key"));
        numbers.emplace_back(request.header("X-Batuta-Attempt"));
        net::ServerResponse response;
        response.status = 500;
        return response;
    });
    house.flow("one", flow("{attempts: 3, on: [5xx], backoff: {first: 1ms, max: 1ms}}"));
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const std::vector<std::string> sameKey(3, record->id + "/call");
    QVERIFY(keys == sameKey);
    const std::vector<std::string> counted{"1", "2", "3"};
    QVERIFY(numbers == counted);
}

void TstRetry::cancelEndsTheWaitBetweenAttempts()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", 500);
    house.flow("one", flow("{attempts: 2, on: [5xx], backoff: {first: 1h, max: 1h, jitter: none}}"));
    house.open();
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.logged("http_retry"); }));
    const auto waiting = tests::recordOf(house, started->id);
    BATUTA_VERIFY_OK(waiting);
    QCOMPARE(shown(waiting->steps.front().status), "waiting");
    house.engine->act(client::cancelOf(started->id, {"ana", {"*"}}), [](const auto &) {});
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "call=cancelled");
    QCOMPARE(house.functions.calls("/call"), 1);
}

QTEST_APPLESS_MAIN(TstRetry)
#include "tst_retry.moc"
