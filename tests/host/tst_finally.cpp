// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/answer.h"
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// The webhook as a step of `finally`: sent last, with the whole answer, whatever happened.
class TstFinally : public QObject
{
    Q_OBJECT

private slots:
    void getsTheWholeAnswer();
    void comesAfterEverythingElse();
    void isSentAfter_data();
    void isSentAfter();
    void itsFailureChangesNothing_data();
    void itsFailureChangesNothing();
    void isSkippedWithoutItsAddress();

private:
    static void build(tests::House &house);
};

void TstFinally::build(tests::House &house)
{
    house.function("CALL_URL", "/call");
    house.function("HOOK_URL", "/hook");
    house.flow("one", R"(deadline: 5s
defaults: {on_failure: continue}
input:
  type: object
  properties:
    user_id: {type: string}
    session_id: {type: string}
    identifier: {type: string}
    vacancy_name: {type: string}
    position_name: {type: string}
    text: {type: string}
steps:
  call: {http: {method: POST, url: "${{ env.CALL_URL }}"}, timeout: 100ms}
  values: {needs: [call], if: "${{ input.text }}", set: {v: "${{ fromJSON(input.text) }}"}}
  slow: {needs: [values], set: {x: 1}}
finally:
  webhook: {http: {method: POST, url: "${{ env.HOOK_URL }}", json: "${{ execution.report }}"}, timeout: 200ms}
)");
}

void TstFinally::getsTheWholeAnswer()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    house.functions.answer("/call", 404);
    house.open();
    const auto record = house.run("one", json::Object{{"user_id", "u-1"},
                                                      {"session_id", "s-1"},
                                                      {"identifier", "i-1"},
                                                      {"vacancy_name", "Soldador"},
                                                      {"position_name", "not echoed"}});
    BATUTA_VERIFY_OK(record);
    QCOMPARE(house.functions.calls("/hook"), 1);
    const net::ServerRequest sent = house.functions.last("/hook");
    QCOMPARE(shown(sent.method), "POST");
    QVERIFY(sent.header("Authorization").empty());
    const auto body = json::parse(sent.body);
    BATUTA_VERIFY_OK(body);
    QCOMPARE(shown((*body)["execution_id"].asString()), shown(record->id));
    QCOMPARE(shown((*body)["flow_name"].asString()), "one");
    for (const auto &[name, value] : {std::pair{"user_id", "u-1"},
                                      {"session_id", "s-1"},
                                      {"identifier", "i-1"},
                                      {"vacancy_name", "Soldador"}})
        QCOMPARE(shown((*body)[name].asString()), value);
    QVERIFY(!body->asObject().contains("position_name"));
    QVERIFY((*body)["duration"].isNumber());
    QVERIFY((*body)["timestamp"].asString().ends_with("Z"));
    QCOMPARE(shown(json::write((*body)["summary"])),
             R"({"total_steps":3,"successful":1,"failed":1,"skipped":1,"critical_errors":0})");
    QVERIFY((*body)["steps"] == (*body)["results"]);
    QVERIFY(!body->asObject().contains("has_critical_errors"));
    const json::Value &call = (*body)["steps"].at(0);
    QCOMPARE(shown(call["step_name"].asString()), "call");
    QCOMPARE(shown(call["error"].asString()), "HTTP 404");
    QCOMPARE(call["status_code"].asInteger(), 404);
    QVERIFY((*body)["steps"].at(1)["status_code"].isNull());
    // The same steps are in the caller's answer.
    QVERIFY(host::answerBody(*record)["steps"] == (*body)["steps"]);
}

void TstFinally::comesAfterEverythingElse()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    house.functions.hold("/call");
    house.open();
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    QCOMPARE(house.functions.calls("/hook"), 0);
    house.functions.release();
    const auto record = house.end(started->id);
    QCOMPARE(shown(house.functions.paths().back()), "/hook");
    QVERIFY(tests::stepOf(*record, "webhook").isFinally);
    QVERIFY(tests::stepOf(*record, "webhook").startedAt >= tests::stepOf(*record, "slow").endedAt);
    QVERIFY(house.logged("webhook_success"));
}

void TstFinally::isSentAfter_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("criticalErrors");
    QTest::newRow("success") << "ok"
                             << "success" << 0;
    QTest::newRow("a failed step") << "fail"
                                   << "failed" << 0;
    QTest::newRow("a timeout") << "hang"
                               << "failed" << 0;
    QTest::newRow("a critical error") << "critical"
                                      << "failed" << 1;
    QTest::newRow("a cancel") << "cancel"
                              << "cancelled" << 0;
}

void TstFinally::isSentAfter()
{
    QFETCH(QString, what);
    net::Loop loop;
    tests::House house(loop);
    build(house);
    if (what == "fail")
        house.functions.answer("/call", 500);
    if (what == "hang" || what == "cancel")
        house.functions.hold("/call");
    house.open();
    const auto started =
        house.start("one", json::Object{{"user_id", "u"}, {"text", what == "critical" ? "{" : "true"}});
    BATUTA_VERIFY_OK(started);
    if (what == "cancel") {
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.engine->act(client::cancelOf(started->id, {"ana", {"*"}}), [](const auto &) {});
    }
    const auto record = house.end(started->id);
    BATUTA_VERIFY_OK(record);
    QTEST(shown(record->status), "status");
    QCOMPARE(shown(tests::stepOf(*record, "webhook").status), "success");
    QCOMPARE(house.functions.calls("/hook"), 1);
    const auto body = json::parse(house.functions.last("/hook").body);
    QTEST(static_cast<int>((*body)["summary"]["critical_errors"].asInteger()), "criticalErrors");
    QCOMPARE((*body)["has_critical_errors"].asBoolean(), what == "critical");
    if (what == "critical") // steps that were never reached are absent
        QCOMPARE((*body)["steps"].asArray().size(), std::size_t{2});
}

void TstFinally::itsFailureChangesNothing_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("503") << 503;
    QTest::newRow("404") << 404;
    QTest::newRow("no answer") << 0;
}

void TstFinally::itsFailureChangesNothing()
{
    QFETCH(int, code);
    net::Loop loop;
    tests::House house(loop);
    build(house);
    if (code == 0)
        house.functions.hold("/hook");
    else
        house.functions.answer("/hook", code);
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(tests::stepOf(*record, "webhook").status), "failed");
    QCOMPARE(shown(record->status), "success");
    QVERIFY2(record->error.empty(), record->error.c_str());
    const json::Value answer = host::answerBody(*record);
    QCOMPARE(answer["summary"]["total_steps"].asInteger(), 3);
    QCOMPARE(answer["summary"]["failed"].asInteger(), 0);
    QCOMPARE(house.functions.calls("/hook"), 1);
    QVERIFY(house.logged("webhook_failed"));
}

void TstFinally::isSkippedWithoutItsAddress()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    house.env.erase("HOOK_URL");
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), "success");
    QCOMPARE(shown(tests::stepOf(*record, "webhook").reason), "URL not configured: HOOK_URL");
    QVERIFY(house.logged("webhook_skipped"));
}

QTEST_APPLESS_MAIN(TstFinally)
#include "tst_finally.moc"
