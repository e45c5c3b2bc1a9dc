// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// Flows started by name, and executions: listed, shown, cancelled.
class TstExecutionsApi : public QObject
{
    Q_OBJECT

private slots:
    void startsAFlowAndSaysWhere();
    void waitsForTheEndWhenAsked();
    void takesNoBodyAsAnEmptyInput();
    void refusesAStart_data();
    void refusesAStart();
    void maxParallelOneRunsInOrder();
    void aRejectedRepetitionIsAConflict();
    void listsByFilters();
    void listsByPages();
    void refusesBadParameters_data();
    void refusesBadParameters();
    void showsARunningExecution();
    void anUnknownExecutionIsNotFound_data();
    void anUnknownExecutionIsNotFound();
    void cancels();
    void findsAnIdInCapitals();

private:
    static void build(tests::House &house);
};

void TstExecutionsApi::build(tests::House &house)
{
    house.function("HOLD_URL", "/hold");
    house.functions.hold("/hold");
    house.flow("quick",
               "input: {type: object, properties: {user_id: {type: string}, session_id: {type: string}, n: "
               "{type: integer}}}\nsteps:\n  a: {set: {n: \"${{ input.n }}\"}}\n");
    house.flow(
        "bad",
        "input: {type: object, properties: {user_id: {type: string}}}\nsteps:\n  gate: {check: {no: {if: "
        "false}}}\n");
    house.flow("held",
               "steps:\n  a: {http: {url: \"${{ env.HOLD_URL }}\"}}\n  b: {needs: [a], set: {x: 1}}\n");
    house.flow("both",
               "steps:\n  a: {http: {url: \"${{ env.HOLD_URL }}\"}}\n  b: {http: {url: \"${{ env.HOLD_URL "
               "}}\"}}\n");
    house.flow(
        "once",
        "input: {type: object, properties: {k: {type: string}}}\nidempotency: {key: \"${{ input.k }}\", "
        "on_repeat: reject}\nsteps:\n  a: {set: {x: 1}}\n");
}

void TstExecutionsApi::startsAFlowAndSaysWhere()
{
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("POST", "/flows/quick/executions", R"({"n":3})");
    QCOMPARE(answer.status, 202);
    const json::Value value = *json::parse(answer.body);
    const std::string id = value["execution_id"].asString();
    QVERIFY2(answer.has("Location: /executions/" + id + "\r\n"), answer.head.c_str());
    QCOMPARE(shown(value["flow"].asString()), "quick");
    QVERIFY(house.until([&](tests::House &inside) { return inside.engine->running() == 0; }));
    const json::Value record = house.json("GET", "/executions/" + id);
    QCOMPARE(shown(record["status"].asString()), "success");
    QCOMPARE(shown(json::write(record["steps"].at(0)["output"])), R"({"n":3})");
}

void TstExecutionsApi::waitsForTheEndWhenAsked()
{
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("POST", "/flows/quick/executions?wait=true", R"({"n":3})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(shown((*json::parse(answer.body))["status"].asString()), "success");
    QCOMPARE(house.ask("POST", "/flows/quick/executions?wait=false", R"({"n":3})").status, 202);
    const json::Value failed = house.json("POST", "/flows/bad/executions?wait=true", "{}");
    QCOMPARE(shown(failed["status"].asString()), "failed");
    QVERIFY(failed["error"].asString().starts_with("gate: Gate not met"));
}

void TstExecutionsApi::takesNoBodyAsAnEmptyInput()
{
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("POST", "/flows/quick/executions?wait=true", "", "");
    QCOMPARE(answer.status, 200);
    QCOMPARE(shown(json::write((*json::parse(answer.body))["input"])), "{}");
}

void TstExecutionsApi::refusesAStart_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown flow") << "/flows/nobody/executions"
                                  << "{}" << 404 << "flow.unknown";
    QTest::newRow("no flow name") << "/flows//executions"
                                  << "{}" << 404 << "http.not_found";
    QTest::newRow("odd flow name") << "/flows/..%2F..%2Fetc/executions"
                                   << "{}" << 404 << "http.not_found";
    QTest::newRow("wrong input") << "/flows/quick/executions"
                                 << R"({"n":"x"})" << 422 << "input.invalid";
    QTest::newRow("not an object") << "/flows/quick/executions"
                                   << "[1]" << 422 << "input.invalid";
    QTest::newRow("not JSON") << "/flows/quick/executions"
                              << "{n:1}" << 400 << "json.syntax";
    QTest::newRow("odd wait") << "/flows/quick/executions?wait=perhaps"
                              << "{}" << 400 << "http.bad_request";
    QTest::newRow("zero parallel") << "/flows/quick/executions?max_parallel=0"
                                   << "{}" << 400 << "http.bad_request";
    QTest::newRow("odd parallel") << "/flows/quick/executions?max_parallel=2x"
                                  << "{}" << 400 << "http.bad_request";
    QTest::newRow("unknown parameter") << "/flows/quick/executions?dry=1"
                                       << "{}" << 400 << "http.bad_request";
    QTest::newRow("deep") << "/flows/quick/executions" << QString(200, '[') + QString(200, ']') << 400
                          << "json.too_deep";
}

void TstExecutionsApi::refusesAStart()
{
    QFETCH(QString, target);
    QFETCH(QString, body);
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("POST", target.toStdString(), body.toStdString());
    QTEST(answer.status, "status");
    QTEST(shown((*json::parse(answer.body))["error"]["code"].asString()), "code");
    QVERIFY(house.json("GET", "/executions")["executions"].asArray().empty());
}

void TstExecutionsApi::maxParallelOneRunsInOrder()
{
    tests::ApiHouse house(build);
    house.ask("POST", "/flows/both/executions?max_parallel=1", "{}");
    house.ask("POST", "/flows/both/executions", "{}");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 3; })); // 1 and 2
    house.run([](tests::House &inside) { inside.functions.release(); });
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    house.run([](tests::House &inside) { inside.functions.release(); });
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    QCOMPARE(house.calls("/hold"), 4);
}

void TstExecutionsApi::aRejectedRepetitionIsAConflict()
{
    tests::ApiHouse house(build);
    QCOMPARE(house.ask("POST", "/flows/once/executions", R"({"k":"a"})").status, 202);
    const tests::RawAnswer again = house.ask("POST", "/flows/once/executions", R"({"k":"a"})");
    QCOMPARE(again.status, 409);
    QCOMPARE(shown((*json::parse(again.body))["error"]["code"].asString()), "request.duplicate");
    QCOMPARE(house.ask("POST", "/flows/once/executions", R"({"k":"b"})").status, 202);
}

void TstExecutionsApi::listsByFilters()
{
    tests::ApiHouse house(build);
    house.ask("POST", "/flows/quick/executions?wait=true", R"({"user_id":"ana","session_id":"s1"})");
    house.ask("POST", "/flows/quick/executions?wait=true", R"({"user_id":"ana","session_id":"s2"})");
    house.ask("POST", "/flows/quick/executions?wait=true", R"({"user_id":"joão & co","session_id":"s3"})");
    house.ask("POST", "/flows/bad/executions?wait=true", R"({"user_id":"ana"})");
    const auto count = [&](const std::string &query) {
        return static_cast<int>(house.json("GET", "/executions" + query)["executions"].asArray().size());
    };
    QCOMPARE(count(""), 4);
    QCOMPARE(count("?flow=quick"), 3);
    QCOMPARE(count("?status=failed"), 1);
    QCOMPARE(count("?status=running"), 0);
    QCOMPARE(count("?user_id=ana"), 3);
    QCOMPARE(count("?user_id=ana&flow=quick"), 2);
    QCOMPARE(count("?user_id=jo%C3%A3o%20%26%20co"), 1);
    QCOMPARE(count("?session_id=s2"), 1);
    QCOMPARE(count("?user_id=ana&session_id=s3"), 0);
    QCOMPARE(count("?since=2020-01-01T00:00:00Z"), 4);
    QCOMPARE(count("?since=2120-01-01T00:00:00Z"), 0);
    QCOMPARE(count("?until=2020-01-01T00:00:00Z"), 0);
    QCOMPARE(count("?user_id='%20OR%201=1%20--"), 0);
}

void TstExecutionsApi::listsByPages()
{
    tests::ApiHouse house(build);
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i)
        ids.insert(ids.begin(),
                   house.json("POST", "/flows/quick/executions?wait=true", "{}")["execution_id"].asString());
    std::vector<std::string> listed;
    std::string cursor;
    int pages = 0;
    do {
        const json::Value page =
            house.json("GET", "/executions?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (const json::Value &item : page["executions"].asArray())
            listed.push_back(item["execution_id"].asString());
        cursor = net::percentEncoded(page["next"].asString());
    } while (++pages < 9 && !cursor.empty());
    QCOMPARE(pages, 3);
    QVERIFY(listed == ids);
}

void TstExecutionsApi::refusesBadParameters_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
         {"limit=0", "limit=-1", "limit=1001", "limit=ten", "limit=5.5", "limit=99999999999",
          "since=yesterday", "until=2026-11-21", "status=done", "flows=quick", "cursor=nonsense"})
        QTest::newRow(query) << query;
}

void TstExecutionsApi::refusesBadParameters()
{
    QFETCH(QString, query);
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("GET", "/executions?" + query.toStdString());
    QCOMPARE(answer.status, 400);
    const json::Value error = (*json::parse(answer.body))["error"];
    QCOMPARE(shown(error["code"].asString()), "http.bad_request");
    QCOMPARE(shown(error["subject"].asString()), query.section('=', 0, 0));
    QVERIFY(!error["mend"].asString().empty());
}

void TstExecutionsApi::showsARunningExecution()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    const json::Value record = house.json("GET", "/executions/" + id);
    QCOMPARE(shown(record["status"].asString()), "running");
    QCOMPARE(shown(record["steps"].at(0)["status"].asString()), "running");
    QCOMPARE(shown(record["steps"].at(1)["status"].asString()), "pending");
    QVERIFY(record["steps"].at(1)["started_at"].isNull());
    house.run([](tests::House &inside) { inside.functions.release(); });
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    QCOMPARE(shown(house.json("GET", "/executions/" + id)["status"].asString()), "success");
}

void TstExecutionsApi::anUnknownExecutionIsNotFound_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("nobody's") << "00000000-0000-4000-8000-000000000000";
    QTest::newRow("no id") << "latest";
    QTest::newRow("nearly") << "00000000-0000-4000-8000-00000000000";
    QTest::newRow("hostile") << "%27%3B%20DROP%20TABLE%20executions%3B--";
}

void TstExecutionsApi::anUnknownExecutionIsNotFound()
{
    QFETCH(QString, id);
    tests::ApiHouse house(build);
    const std::string target = "/executions/" + id.toStdString();
    for (const auto &[method, address] : {std::pair<std::string, std::string>{"GET", target},
                                          {"GET", target + "/events"},
                                          {"POST", target + "/cancel"}}) {
        const tests::RawAnswer answer = house.ask(method, address, "", "");
        QCOMPARE(answer.status, 404);
        QCOMPARE(shown((*json::parse(answer.body))["error"]["code"].asString()), "execution.unknown");
    }
}

void TstExecutionsApi::cancels()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    const tests::RawAnswer asked = house.ask("POST", "/executions/" + id + "/cancel", "", "");
    QCOMPARE(asked.status, 202);
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const json::Value record = house.json("GET", "/executions/" + id);
    QCOMPARE(shown(record["status"].asString()), "cancelled");
    QCOMPARE(shown(record["steps"].at(0)["status"].asString()), "cancelled");
    QCOMPARE(shown(record["steps"].at(1)["status"].asString()), "not_run");
    const tests::RawAnswer again = house.ask("POST", "/executions/" + id + "/cancel", "", "");
    QCOMPARE(again.status, 409);
    QCOMPARE(shown((*json::parse(again.body))["error"]["code"].asString()), "execution.ended");
}

void TstExecutionsApi::findsAnIdInCapitals()
{
    tests::ApiHouse house(build);
    const std::string id =
        house.json("POST", "/flows/quick/executions?wait=true", "{}")["execution_id"].asString();
    QCOMPARE(house.ask("GET", "/executions/" + QString::fromStdString(id).toUpper().toStdString()).status,
             200);
}

QTEST_APPLESS_MAIN(TstExecutionsApi)
#include "tst_executions_api.moc"
