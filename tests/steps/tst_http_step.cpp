// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// What an http step sends, and what each kind of answer or failure becomes.
class TstHttpStep : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowACallEnded_data();
    void tellsHowACallEnded();
    void tellsATimeout();
    void tellsARefusedConnection();
    void tellsAUrlThatIsNone_data();
    void tellsAUrlThatIsNone();
    void skipsWithoutAUrl();
    void skipsByItsRulesBeforeItLooksForTheUrl();
    void sendsMethodHeadersQueryAndBody();
    void sendsNoAuthorizationForAnEmptyToken();
    void ownHeadersWinOverTheEngines();
    void refusesAnAnswerBeyondTheLimit();
    void keepsTheTimingsOfEachPhase();
    void keepsAnAnswerThatIsNotJson();
    void handsItsOutputToLaterSteps();
    void aBrokenExpressionIsACriticalError();

private:
    static std::string call(const std::string &more = {})
    {
        return "defaults: {on_failure: continue}\nsteps:\n"
               "  call:\n    http: {method: POST, url: \"${{ env.CALL_URL }}\", json: {a: 1}}\n" +
               more + "  after:\n    needs: [call]\n    set: {done: true}\n";
    }
};

void TstHttpStep::tellsHowACallEnded_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("reason");
    for (const int code : {200, 201, 202, 204, 299})
        QTest::addRow("%d", code) << code << "success"
                                  << "";
    for (const int code : {300, 302, 304, 400, 401, 404, 409, 422, 429, 499, 500, 502, 503, 599})
        QTest::addRow("%d", code) << code << "failed"
                                  << "HTTP " + QString::number(code);
}

void TstHttpStep::tellsHowACallEnded()
{
    QFETCH(int, code);
    net::Loop loop;
    tests::House house(loop);
    house.functions.answer("/call", code);
    house.function("CALL_URL", "/call");
    house.flow("one", call());
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const client::StepRecord step = tests::stepOf(*record, "call");
    QTEST(shown(step.status), "status");
    QTEST(shown(step.reason), "reason");
    QCOMPARE(step.statusCode, code);
    QCOMPARE(step.attempts, 1);
    QCOMPARE(shown(tests::stepOf(*record, "after").status), "success");
    QCOMPARE(shown(record->status), shown(step.status));
}

void TstHttpStep::tellsATimeout()
{
    net::Loop loop;
    tests::House house(loop);
    house.functions.hold("/call");
    house.function("CALL_URL", "/call");
    house.flow("one", call("    timeout: 80ms\n"));
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const client::StepRecord step = tests::stepOf(*record, "call");
    QCOMPARE(shown(step.status), "failed");
    QCOMPARE(shown(step.reason), "Request timeout after 0.08s");
    QCOMPARE(step.statusCode, 0);
    QVERIFY(step.duration >= std::chrono::milliseconds(80));
    QVERIFY(step.duration < std::chrono::seconds(5));
    QCOMPARE(shown(tests::stepOf(*record, "after").status), "success");
}

void TstHttpStep::tellsARefusedConnection()
{
    net::Loop loop;
    tests::House house(loop);
    house.env["CALL_URL"] = "http://127.0.0.1:" + std::to_string(tests::closedPort()) + "/call";
    house.flow("one", call());
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const client::StepRecord step = tests::stepOf(*record, "call");
    QCOMPARE(shown(step.status), "failed");
    QVERIFY2(step.reason.starts_with("Connection error: "), step.reason.c_str());
    QVERIFY2(step.reason.size() > std::string("Connection error: ").size(), step.reason.c_str());
    QCOMPARE(step.statusCode, 0);
    QVERIFY(house.logged("http_connection_error"));
}

void TstHttpStep::tellsAUrlThatIsNone_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("no scheme") << "localhost/call";
    QTest::newRow("another scheme") << "ftp://localhost/call";
    QTest::newRow("no host") << "http:///call";
    QTest::newRow("port") << "http://localhost:99999/call";
    QTest::newRow("blank") << "http://local host/call";
    QTest::newRow("line break") << "http://localhost/call\r\nX-More: 1";
}

void TstHttpStep::tellsAUrlThatIsNone()
{
    QFETCH(QString, url);
    net::Loop loop;
    tests::House house(loop);
    house.env["CALL_URL"] = url.toStdString();
    house.flow("one", call());
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const client::StepRecord step = tests::stepOf(*record, "call");
    QCOMPARE(shown(step.status), "failed");
    QVERIFY2(step.reason.starts_with("Request failed: "), step.reason.c_str());
    QCOMPARE(step.statusCode, 0);
    QCOMPARE(shown(tests::stepOf(*record, "after").status), "success");
}

void TstHttpStep::skipsWithoutAUrl()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", call());
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const client::StepRecord step = tests::stepOf(*record, "call");
    QCOMPARE(shown(step.status), "skipped");
    QCOMPARE(shown(step.reason), "URL not configured: CALL_URL");
    QCOMPARE(step.attempts, 0);
    QCOMPARE(shown(record->status), "success");
    QVERIFY(house.logged("step_url_not_configured"));
}

void TstHttpStep::skipsByItsRulesBeforeItLooksForTheUrl()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {position_id: {type: string}}}\n" +
                   call("    skip: [{if: \"${{ input.position_id }}\", reason: position_id provided}]\n"));
    house.open();
    const auto given = house.run("one", json::Object{{"position_id", "p-1"}});
    QCOMPARE(shown(tests::stepOf(*given, "call").reason), "Skipped: position_id provided");
    // An empty text counts as absent, as in the original.
    const auto empty = house.run("one", json::Object{{"position_id", ""}});
    QCOMPARE(shown(tests::stepOf(*empty, "call").reason), "URL not configured: CALL_URL");
}

void TstHttpStep::sendsMethodHeadersQueryAndBody()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.flow(
        "one",
        R"(input: {type: object, properties: {name: {type: string}, n: {type: integer}, token: {type: string}}}
steps:
  call:
    http:
      method: PUT
      url: "${{ env.CALL_URL }}?fixed=1"
      query: {name: "${{ input.name }}"}
      headers: {X-Name: "n=${{ input.n }}"}
      json: {name: "${{ input.name }}", n: "${{ input.n }}", list: [1, "${{ input.n }}"], text: "n=${{ input.n }}"}
      auth: {bearer: "${{ input.token }}"}
)");
    house.open();
    const auto record =
        house.run("one", json::Object{{"name", "São & Cia/1"}, {"n", 7}, {"token", "tok-12345"}});
    BATUTA_VERIFY_OK(record);
    const net::ServerRequest request = house.functions.last("/call");
    QCOMPARE(shown(request.method), "PUT");
    QCOMPARE(shown(request.queryValue("fixed")), "1");
    QCOMPARE(shown(request.queryValue("name")), "São & Cia/1");
    QCOMPARE(shown(request.header("X-Name")), "n=7");
    QCOMPARE(shown(request.header("Content-Type")), "application/json");
    QCOMPARE(shown(request.header("Authorization")), "Bearer tok-12345");
    QCOMPARE(shown(request.header("Idempotency-Key")), shown(record->id + "/call"));
    QCOMPARE(shown(request.header("X-Batuta-Attempt")), "1");
    QCOMPARE(request.header("traceparent").size(), std::size_t{55});
    QCOMPARE(shown(request.body), R"({"name":"São & Cia/1","n":7,"list":[1,7],"text":"n=7"})");
}

void TstHttpStep::sendsNoAuthorizationForAnEmptyToken()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.flow("one", "input: {type: object, properties: {token: {type: string}}}\nsteps:\n  call:\n    "
                      "http: {url: \"${{ env.CALL_URL "
                      "}}\", auth: {bearer: \"${{ input.token }}\"}}\n");
    house.open();
    for (const json::Value &input : {json::Value(json::Object{}), json::Value(json::Object{{"token", ""}})}) {
        {
            const auto once = house.run("one", input);
            BATUTA_VERIFY_OK(once);
        }
        QCOMPARE(shown(house.functions.last("/call").method), "GET");
        QVERIFY(house.functions.last("/call").header("Authorization").empty());
    }
}

void TstHttpStep::ownHeadersWinOverTheEngines()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.flow(
        "one",
        "steps:\n  call:\n    http: {url: \"${{ env.CALL_URL }}\", headers: {idempotency-key: mine}}\n");
    house.open();
    {
        const auto once = house.run("one");
        BATUTA_VERIFY_OK(once);
    }
    int seen = 0;
    for (const auto &[name, value] : house.functions.last("/call").headers)
        seen += QString::fromStdString(name).compare("idempotency-key", Qt::CaseInsensitive) == 0 ? 1 : 0;
    QCOMPARE(seen, 1);
    QCOMPARE(shown(house.functions.last("/call").header("Idempotency-Key")), "mine");
}

void TstHttpStep::refusesAnAnswerBeyondTheLimit()
{
    net::Loop loop;
    tests::House house(loop);
    house.functions.answer("/call", 200, "\"" + std::string(5000, 'x') + "\"");
    house.function("CALL_URL", "/call");
    house.flow("one", "steps:\n  call:\n    http: {url: \"${{ env.CALL_URL }}\", max_response: 4KiB}\n");
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const client::StepRecord step = tests::stepOf(*record, "call");
    QCOMPARE(shown(step.status), "failed");
    QVERIFY2(step.reason.starts_with("Request failed: "), step.reason.c_str());
    QCOMPARE(step.statusCode, 200);
}

void TstHttpStep::keepsTheTimingsOfEachPhase()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.flow("one", call());
    house.open();
    bool reused[2] = {};
    for (bool &once : reused) {
        const auto record = house.run("one");
        BATUTA_VERIFY_OK(record);
        const json::Value &detail = tests::stepOf(*record, "call").attemptsDetail.at(0);
        for (const char *phase :
             {"wait_ms", "dns_ms", "connect_ms", "tls_ms", "first_byte_ms", "transfer_ms"})
            QVERIFY2(detail["timings"][phase].isNumber() && detail["timings"][phase].asDouble() >= 0, phase);
        QVERIFY(detail["timings"]["first_byte_ms"].asDouble() > 0);
        QVERIFY(detail["timings"]["tls_ms"].asDouble() == 0);
        QVERIFY(detail["duration_ms"].asDouble() >= detail["timings"]["first_byte_ms"].asDouble());
        QCOMPARE(shown(detail["request"]["body"].asString()), R"({"a":1})");
        QCOMPARE(shown(detail["response"]["body"].asString()), R"({"ok":true})");
        QCOMPARE(detail["response"]["status"].asInteger(), 200);
        once = detail["timings"]["reused"].asBoolean();
    }
    QVERIFY(!reused[0] && reused[1]);
}

void TstHttpStep::keepsAnAnswerThatIsNotJson()
{
    net::Loop loop;
    tests::House house(loop);
    house.functions.answer("/call", 200, "hello, {not json");
    house.functions.answer("/bytes", 200, std::string("\xff\xfe\x00\x01", 4));
    house.function("CALL_URL", "/call");
    house.function("BYTES_URL", "/bytes");
    house.flow("one",
               "steps:\n  call:\n    http: {url: \"${{ env.CALL_URL }}\"}\n  bytes:\n    http: {url: \"${{ "
               "env.BYTES_URL }}\"}\n  seen:\n    needs: [call, bytes]\n    set: {call: \"${{ "
               "steps.call.output }}\", bytes: \"${{ steps.bytes.output }}\"}\n");
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=success bytes=success seen=success");
    QCOMPARE(shown(tests::stepOf(*record, "seen").output),
             R"x({"call":"hello, {not json","bytes":"(binary)"})x");
    const json::Value &bytes = tests::stepOf(*record, "bytes").attemptsDetail.at(0)["response"];
    QVERIFY(bytes["binary"].asBoolean());
    QCOMPARE(bytes["bytes"].asInteger(), 4);
}

void TstHttpStep::handsItsOutputToLaterSteps()
{
    net::Loop loop;
    tests::House house(loop);
    house.functions.answer("/call", 200, R"({"score":0.75,"items":[{"id":"a"},{"id":"b"}]})");
    house.functions.answer("/bad", 503, R"({"why":"busy"})");
    house.function("CALL_URL", "/call");
    house.function("BAD_URL", "/bad");
    house.flow("one", R"(defaults: {on_failure: continue}
steps:
  call: {http: {url: "${{ env.CALL_URL }}"}}
  bad: {http: {url: "${{ env.BAD_URL }}"}}
  seen:
    needs: [call, bad]
    set: {score: "${{ steps.call.output.score }}", second: "${{ steps.call.output.items[1].id }}",
          error: "${{ steps.bad.error }}", status: "${{ steps.bad.status }}", code: "${{ steps.bad.http.status }}"}
)");
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(tests::stepOf(*record, "seen").output),
             R"({"score":0.75,"second":"b","error":"HTTP 503","status":"failed","code":503})");
}

void TstHttpStep::aBrokenExpressionIsACriticalError()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.flow("one", "input: {type: object, properties: {text: {type: string}}}\ndefaults: {on_failure: "
                      "continue}\nsteps:\n"
                      "  call:\n    http: {method: POST, url: \"${{ env.CALL_URL }}\", json: \"${{ "
                      "fromJSON(input.text) }}\"}\n  after: {needs: [call], set: {a: 1}}\n");
    house.open();
    const auto record = house.run("one", json::Object{{"text", "{broken"}});
    QCOMPARE(tests::statusesOf(record), "call=critical_error after=not_run");
    QCOMPARE(house.functions.calls("/call"), 0);
    QCOMPARE(shown(record->status), "failed");
    QVERIFY(house.logged("flow_aborted"));
}

QTEST_APPLESS_MAIN(TstHttpStep)
#include "tst_http_step.moc"
