// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// Acts over HTTP, and the record of them.
class TstActsApi : public QObject
{
    Q_OBJECT

private slots:
    void everyActIsAnEntryOfTheAudit();
    void theAuditIsReadByPages();
    void pruneRemovesWhatIsTooMuch();
    void refuses_data();
    void refuses();

private:
    static void build(tests::House &house)
    {
        house.function("HOLD_URL", "/hold");
        house.functions.hold("/hold");
        house.flow("held", "steps:\n  a: {http: {url: \"${{ env.HOLD_URL }}\"}}\n");
        house.flow("quick", "steps:\n  a: {set: {x: 1}}\n");
    }
};

void TstActsApi::everyActIsAnEntryOfTheAudit()
{
    tests::ApiHouse house(build);
    QCOMPARE(shown(json::write(house.json("GET", "/audit/verify"))),
             R"({"entries":0,"whole":true,"first_broken":null,"problem":null})");
    const std::string id = house.start("held");
    const json::Value paused =
        house.json("POST", "/executions/" + id + "/acts/pause", R"({"why":"to look at it"})");
    QCOMPARE(shown(paused["act"].asString()), "pause");
    house.json("POST", "/executions/" + id + "/cancel");
    const json::Value audit = house.json("GET", "/audit");
    QCOMPARE(audit["entries"].asArray().size(), 2U);
    const json::Value &first = audit["entries"].at(1);
    QCOMPARE(shown(first["verb"].asString() + " " + first["subject"].asString()), shown("pause " + id));
    QCOMPARE(shown(first["why"].asString() + " " + first["who"].asString()), "to look at it api");
    QCOMPARE(shown(audit["entries"].at(0)["verb"].asString()), "cancel");
    QVERIFY(house.json("GET", "/audit/verify")["whole"].asBoolean());
    QCOMPARE(house.json("GET", "/audit/verify")["entries"].asInteger(), 2);
}

void TstActsApi::theAuditIsReadByPages()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    for (int i = 0; i < 5; ++i)
        house.ask("POST", "/executions/" + id + "/acts/signal", R"({"data":{"name":"x"}})");
    std::string numbers;
    std::string below;
    for (int page = 0; page < 3; ++page) {
        const json::Value audit = house.json("GET", "/audit?limit=2" + below);
        for (const json::Value &entry : audit["entries"].asArray())
            numbers += std::to_string(entry["number"].asInteger()) + " ";
        QCOMPARE(audit["next"].isNull(), page == 2);
        below = "&below=" + std::to_string(audit["next"].asInteger());
    }
    QCOMPARE(shown(numbers), "5 4 3 2 1 ");
}

void TstActsApi::pruneRemovesWhatIsTooMuch()
{
    tests::ApiHouse house(build);
    for (int i = 0; i < 6; ++i)
        house.json("POST", "/flows/quick/executions?wait=true");
    const tests::RawAnswer answer =
        house.ask("POST", "/acts/prune", R"({"data":{"count":2},"why":"too many"})");
    QCOMPARE(answer.status, 202);
    const json::Value pruned = *json::parse(answer.body);
    QCOMPARE(pruned["executions"].asInteger(), 4);
    QVERIFY(pruned["bytes_before"].asInteger() > 0 &&
            pruned["bytes_after"].asInteger() <= pruned["bytes_before"].asInteger());
    QCOMPARE(house.json("GET", "/executions")["executions"].asArray().size(), 2U);
    const json::Value entry = house.json("GET", "/audit")["entries"].at(0);
    QCOMPARE(shown(json::write(entry["data"])), R"({"count":2})");
    QCOMPARE(shown(entry["verb"].asString()), "prune");
}

void TstActsApi::refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString nobody = "/executions/00000000-0000-4000-8000-000000000000/acts/";
    QTest::newRow("unknown act") << "POST"
                                 << "/acts/dance"
                                 << "" << 404 << "act.unknown";
    QTest::newRow("unknown act on an execution") << "POST" << nobody + "dance"
                                                 << "" << 404 << "act.unknown";
    QTest::newRow("unknown execution") << "POST" << nobody + "pause"
                                       << "" << 404 << "execution.unknown";
    QTest::newRow("no limit") << "POST"
                              << "/acts/prune"
                              << "{}" << 422 << "input.invalid";
    QTest::newRow("wrong age") << "POST"
                               << "/acts/prune"
                               << R"({"data":{"age":"soon"}})" << 422 << "input.invalid";
    QTest::newRow("count of zero") << "POST"
                                   << "/acts/prune"
                                   << R"({"data":{"count":0}})" << 422 << "input.invalid";
    QTest::newRow("unknown limit") << "POST"
                                   << "/acts/prune"
                                   << R"({"data":{"count":1,"weight":2}})" << 422 << "input.invalid";
    QTest::newRow("body is a list") << "POST"
                                    << "/acts/prune"
                                    << "[]" << 400 << "http.bad_request";
    QTest::newRow("odd page") << "GET"
                              << "/audit?limit=0"
                              << "" << 400 << "http.bad_request";
    QTest::newRow("odd parameter") << "GET"
                                   << "/audit?who=me"
                                   << "" << 400 << "http.bad_request";
}

void TstActsApi::refuses()
{
    QFETCH(QString, method);
    QFETCH(QString, target);
    QFETCH(QString, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask(method.toStdString(), target.toStdString(), body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(shown((*json::parse(answer.body))["error"]["code"].asString()), code);
    QCOMPARE(house.json("GET", "/audit")["entries"].asArray().size(), 0U); // what is refused is no act
}

QTEST_APPLESS_MAIN(TstActsApi)
#include "tst_acts_api.moc"
