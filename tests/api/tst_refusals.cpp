// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// Bodies that POST / and POST /orchestrate refuse: codes and bodies that callers of the original know.
class TstRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_house.reset(); }
    void refusesABodyThatDoesNotFit_data();
    void refusesABodyThatDoesNotFit();
    void refusesEmptyIds_data();
    void refusesEmptyIds();
    void acceptsWhatTheOriginalAccepts_data();
    void acceptsWhatTheOriginalAccepts();
    void namesEveryFaultAtOnce();
    void nothingRanForARefusedBody();

private:
    std::unique_ptr<tests::ApiHouse> m_house;
};

void TstRefusals::initTestCase()
{
    m_house = std::make_unique<tests::ApiHouse>(tests::copyOrchestrator);
}

void TstRefusals::refusesABodyThatDoesNotFit_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *body, const char *type, const char *field) {
        QTest::newRow(name) << QString(body) << QString(type) << QString(field);
    };
    row("nothing", "", "json_invalid", "");
    row("not JSON", "user_id=1", "json_invalid", "");
    row("cut JSON", R"({"user_id": "u")", "json_invalid", "");
    row("two values", R"({"user_id":"u","session_id":"s"} {})", "json_invalid", "");
    row("a name twice", R"({"user_id":"u","user_id":"v","session_id":"s"})", "json_invalid", "");
    row("an array", "[]", "model_type", "");
    row("a text", R"("user_id")", "model_type", "");
    row("null", "null", "model_type", "");
    row("no fields", "{}", "missing", "user_id");
    row("no session", R"({"user_id":"u"})", "missing", "session_id");
    row("null id", R"({"user_id":null,"session_id":"s"})", "missing", "user_id");
    row("number as id", R"({"user_id":7,"session_id":"s"})", "value_error", "user_id");
    row("list as id", R"({"user_id":["u"],"session_id":"s"})", "value_error", "user_id");
    row("text as flag", R"({"user_id":"u","session_id":"s","create_user_embedding":"yes"})", "value_error",
        "create_user_embedding");
    row("number as flag", R"({"user_id":"u","session_id":"s","process_vacancy_orchestrator":1})",
        "value_error", "process_vacancy_orchestrator");
    row("number as name", R"({"user_id":"u","session_id":"s","vacancy_name":5})", "value_error",
        "vacancy_name");
    row("object as token", R"({"user_id":"u","session_id":"s","match_candidato_token":{}})", "value_error",
        "match_candidato_token");
}

void TstRefusals::refusesABodyThatDoesNotFit()
{
    QFETCH(QString, body);
    QFETCH(QString, type);
    QFETCH(QString, field);
    const tests::RawAnswer answer = m_house->ask("POST", "/orchestrate", body.toStdString());
    QCOMPARE(answer.status, 422);
    const json::Value value = *json::parse(answer.body);
    const json::Value &fault = value["detail"].at(0);
    QCOMPARE(shown(fault["type"].asString()), type);
    QCOMPARE(shown(fault["loc"].at(0).asString()), "body");
    QCOMPARE(shown(fault["loc"].at(1).asString()), field);
    QVERIFY(!fault["msg"].asString().empty());
    QCOMPARE(shown(value["error"]["code"].asString()), "input.invalid");

    const tests::RawAnswer compat = m_house->ask("POST", "/", body.toStdString());
    QCOMPARE(compat.status, 400);
    const json::Value same = *json::parse(compat.body);
    QCOMPARE(shown(same["detail"]["error"].asString()), "Invalid request");
    QVERIFY(same["detail"]["message"].asString().find(field.toStdString()) != std::string::npos);
}

void TstRefusals::refusesEmptyIds_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("errors");
    QTest::newRow("user") << R"({"user_id":"","session_id":"s"})"
                          << R"(["Missing required field: user_id"])";
    QTest::newRow("session") << R"({"user_id":"u","session_id":""})"
                             << R"(["Missing required field: session_id"])";
    QTest::newRow("both") << R"({"user_id":"","session_id":""})"
                          << R"(["Missing required field: user_id","Missing required field: session_id"])";
}

void TstRefusals::refusesEmptyIds()
{
    QFETCH(QString, body);
    for (const char *address : {"/orchestrate", "/"}) {
        const tests::RawAnswer answer = m_house->ask("POST", address, body.toStdString());
        QCOMPARE(answer.status, 400);
        QTEST(shown(json::write((*json::parse(answer.body))["detail"]["errors"])), "errors");
    }
}

void TstRefusals::acceptsWhatTheOriginalAccepts_data()
{
    QTest::addColumn<QString>("more");
    QTest::newRow("nothing more") << "";
    QTest::newRow("unknown fields") << R"(,"other":{"deep":[1]})";
    QTest::newRow("null fields") << R"(,"identifier":null,"vacancy_name":null,"match_candidato_token":null)";
    QTest::newRow("null flag") << R"(,"create_user_embedding":null)";
    QTest::newRow("empty options") << R"(,"vacancy_id":"","position_id":"")";
    QTest::newRow("letters of all kinds") << R"(,"vacancy_name":"São João — 日本 😀","identifier":"\u0000\n")";
}

void TstRefusals::acceptsWhatTheOriginalAccepts()
{
    QFETCH(QString, more);
    const tests::RawAnswer answer = m_house->ask(
        "POST", "/orchestrate",
        R"({"user_id":"u","session_id":"s","process_only_vacancy_course":true)" + more.toStdString() + "}");
    QCOMPARE(answer.status, 200);
    QCOMPARE((*json::parse(answer.body))["summary"]["successful"].asInteger(), 1);
}

void TstRefusals::namesEveryFaultAtOnce()
{
    const json::Value value =
        m_house->json("POST", "/orchestrate", R"({"user_id":1,"create_user_embedding":"x","vacancy_id":[]})");
    QStringList fields;
    for (const json::Value &fault : value["detail"].asArray())
        fields << shown(fault["loc"].at(1).asString());
    fields.sort();
    QCOMPARE(fields.join(' '), "create_user_embedding session_id user_id vacancy_id");
}

void TstRefusals::nothingRanForARefusedBody()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    house.ask("POST", "/orchestrate", "{}");
    house.ask("POST", "/", R"({"user_id":"","session_id":"s"})");
    QVERIFY(house.json("GET", "/executions")["executions"].asArray().empty());
    QCOMPARE(house.calls("/webhook"), 0);
}

QTEST_APPLESS_MAIN(TstRefusals)
#include "tst_refusals.moc"
