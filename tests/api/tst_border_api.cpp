// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/capsule.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// What EngineClient offers has an address: with these a client in another process lacks nothing.
class TstBorderApi : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatTheEngineIs();
    void givesFlowsWithTheirText();
    void startsByNameAndByRoutes();
    void refusesAStart_data();
    void refusesAStart();
    void testsADraft();
    void takesADraftOnlyWithAToken();
    void previewsWithoutRunning();
    void listsOldestFirstWithSteps();
    void countsWithMarks();
    void findsAText();
    void refusesBadQuestions_data();
    void refusesBadQuestions();
    void saysThatThereIsNoLog();
    void givesACapsule();
    void refusesACapsule_data();
    void refusesACapsule();

private:
    static void build(tests::House &house);
};

void TstBorderApi::build(tests::House &house)
{
    house.flow("quick", "input: {type: object, properties: {n: {type: integer}}}\nsteps:\n  a: {set: {n: "
                        "\"${{ input.n }}\"}}\n");
    tests::copyOrchestrator(house);
}

void TstBorderApi::saysWhatTheEngineIs()
{
    tests::ApiHouse house(build);
    const auto info = client::infoFromJson(house.json("GET", "/info"));
    BATUTA_VERIFY_OK(info);
    QCOMPARE(shown(info->version), shown(host::version()));
    QCOMPARE(info->flows, 7);
    QCOMPARE(info->running, 0);
}

void TstBorderApi::givesFlowsWithTheirText()
{
    tests::ApiHouse house(build);
    const json::Value plain = house.json("GET", "/flows");
    QVERIFY(plain["flows"].asArray().at(0)["text"].isNull());
    const json::Value whole = house.json("GET", "/flows?text=true");
    QCOMPARE(whole["flows"].asArray().size(), std::size_t(7));
    for (const json::Value &item : whole["flows"].asArray()) {
        const auto flow = client::flowFromJson(item);
        BATUTA_VERIFY_OK(flow);
        QVERIFY2(flow->definition, flow->name.value.c_str());
        QCOMPARE(shown(flow->definition->version), shown(flow->version));
        QCOMPARE(flow->definition->steps.size() + flow->definition->finallySteps.size(), flow->steps.size());
    }
}

void TstBorderApi::startsByNameAndByRoutes()
{
    tests::ApiHouse house(build);
    const json::Value byName = house.json(
        "POST", "/executions",
        R"({"flow":"quick","input":{"n":1},"trigger":"manual","correlation_id":"c-1","max_parallel":1})");
    const auto started = client::startedFromJson(byName);
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const json::Value record = house.json("GET", "/executions/" + started->id.value);
    QCOMPARE(shown(record["trigger"].asString()), QString("manual"));
    QCOMPARE(shown(record["correlation_id"].asString()), QString("c-1"));
    const json::Value routed = house.json(
        "POST", "/executions",
        R"({"system":"ml_orchestrator","input":{"user_id":"u","session_id":"s","process_only_profession_course":true}})");
    QCOMPARE(shown(routed["routing"]["system"].asString()), QString("ml_orchestrator"));
    QVERIFY(!routed["routing"]["rule"].asString().empty());
}

void TstBorderApi::refusesAStart_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << "{" << 400;
    QTest::newRow("a list") << "[]" << 400;
    QTest::newRow("unknown flow") << R"({"flow":"nothing"})" << 404;
    QTest::newRow("wrong input") << R"({"flow":"quick","input":{"n":"x"}})" << 422;
    QTest::newRow("too parallel") << R"({"flow":"quick","max_parallel":5000})" << 400;
    QTest::newRow("somebody else's trigger") << R"({"flow":"quick","trigger":"cron"})" << 400;
    QTest::newRow("a text that is none") << R"({"flow":"quick","text":{}})" << 400;
    QTest::newRow("faults that are none") << R"({"flow":"quick","faults":[1]})" << 400;
    QTest::newRow("no such system") << R"({"system":"billing","input":{}})" << 500;
}

void TstBorderApi::refusesAStart()
{
    QFETCH(QString, body);
    QFETCH(int, status);
    tests::ApiHouse house(build);
    QCOMPARE(house.ask("POST", "/executions", body.toStdString()).status, status);
    QCOMPARE(house.ask("POST", "/preview", body.toStdString()).status, status);
    QVERIFY(house.json("GET", "/executions")["executions"].asArray().empty());
}

void TstBorderApi::testsADraft()
{
    tests::ApiHouse::Options options;
    options.api.token = "t0ken";
    options.build = [](tests::House &house) {
        house.function("A", "/a");
        house.flow("quick", "steps:\n  a: {set: {n: 1}}\n");
    };
    tests::ApiHouse house(std::move(options));
    client::StartExecution draft;
    draft.flow = FlowName("quick");
    draft.text =
        "batuta: 1\nname: quick\nsteps:\n  a: {set: {n: 2}}\n  b: {needs: [a], http: {url: \"${{ env.A "
        "}}\", method: POST, json: \"${{ steps.a.output }}\"}}\n";
    draft.trigger = "manual";
    draft.part = json::Object{{"only", "b"}, {"pins", json::Object{{"a", json::Object{{"n", 3}}}}}};
    draft.faults = json::Object{{"b", json::Object{{"duplicate", true}}}};
    draft.breakpoints = json::Object{{"steps", json::Object{}}, {"stepping", false}};
    const std::string headers = "Content-Type: application/json\r\nAuthorization: Bearer t0ken\r\n";
    const auto answer = house.ask("POST", "/executions", json::write(client::toJson(draft)), headers);
    QCOMPARE(answer.status, 202);
    const auto started = client::startedFromJson(*json::parse(answer.body));
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const auto record = *json::parse(house.ask("GET", "/executions/" + started->id.value, {}, headers).body);
    QCOMPARE(shown(record["trigger"].asString()), QString("editor"));
    QCOMPARE(shown(record["status"].asString()), QString("success"));
    QCOMPARE(house.calls("/a"), 2);
    QCOMPARE(shown(house.lastCall("/a").body), QString(R"({"n":3})"));
    draft.text = "batuta: 1\nname: quick\n";
    QCOMPARE(house.ask("POST", "/executions", json::write(client::toJson(draft)), headers).status, 422);
    QCOMPARE(house.ask("POST", "/preview", json::write(client::toJson(draft)), headers).status, 422);
}

/// A flow may run programs: no address that asks for nothing lets strangers bring one.
void TstBorderApi::takesADraftOnlyWithAToken()
{
    tests::ApiHouse house(build);
    const std::string body = R"({"flow":"quick","text":"batuta: 1\nname: quick\nsteps:\n  a: {log: hi}\n"})";
    QCOMPARE(house.ask("POST", "/executions", body).status, 403);
    QVERIFY(house.json("GET", "/executions")["executions"].asArray().empty());
}

void TstBorderApi::previewsWithoutRunning()
{
    tests::ApiHouse house(build);
    const auto preview =
        client::previewFromJson(house.json("POST", "/preview", R"({"flow":"quick","input":{"n":1}})"));
    BATUTA_VERIFY_OK(preview);
    QCOMPARE(preview->steps.size(), std::size_t(1));
    QCOMPARE(shown(preview->steps[0].verdict), QString("runs"));
    QVERIFY(house.json("GET", "/executions")["executions"].asArray().empty());
}

void TstBorderApi::listsOldestFirstWithSteps()
{
    tests::ApiHouse house(build);
    const std::string first =
        house.json("POST", "/flows/quick/executions?wait=true")["execution_id"].asString();
    house.json("POST", "/flows/quick/executions?wait=true");
    const auto page = client::pageFromJson(house.json("GET", "/executions?order=oldest&steps=true"));
    BATUTA_VERIFY_OK(page);
    QCOMPARE(page->items.size(), std::size_t(2));
    QCOMPARE(shown(page->items[0].id), shown(first));
    QCOMPARE(shown(page->items[0].steps.at(0).status), QString("success"));
    const auto longest = client::pageFromJson(house.json("GET", "/executions?order=longest"));
    BATUTA_VERIFY_OK(longest);
    QCOMPARE(longest->items.size(), std::size_t(2));
    QVERIFY(longest->items[0].duration >= longest->items[1].duration);
    // The time of a row, as it was sent, finds the row again: nothing is rounded.
    const auto again =
        client::pageFromJson(house.json("GET", "/executions?since=" + isoTime(page->items[1].startedAt)));
    BATUTA_VERIFY_OK(again);
    QCOMPARE(again->items.size(), std::size_t(1));
}

void TstBorderApi::countsWithMarks()
{
    tests::ApiHouse house(build);
    for (int i = 0; i < 5; ++i)
        house.json("POST", "/flows/quick/executions?wait=true");
    const auto page = client::pageFromJson(house.json("GET", "/executions?limit=20000&mark_every=2"));
    BATUTA_VERIFY_OK(page);
    QCOMPARE(page->total, std::int64_t(5));
    QCOMPARE(page->marks.size(), std::size_t(3));
    const auto last = client::pageFromJson(house.json("GET", "/executions?limit=2&cursor=" + page->marks[2]));
    BATUTA_VERIFY_OK(last);
    QCOMPARE(last->items.size(), std::size_t(1));
}

void TstBorderApi::findsAText()
{
    tests::ApiHouse house(build);
    house.json("POST", "/flows/quick/executions?wait=true", R"({"n":73519})");
    house.json("POST", "/flows/quick/executions?wait=true", R"({"n":2})");
    const auto found = client::pageFromJson(house.json("GET", "/executions?text=73519"));
    BATUTA_VERIFY_OK(found);
    QCOMPARE(found->items.size(), std::size_t(1));
}

void TstBorderApi::refusesBadQuestions_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("order") << "/executions?order=random";
    QTest::newRow("order of a text") << "/executions?order=shortest&text=x";
    QTest::newRow("steps") << "/executions?steps=maybe";
    QTest::newRow("marks") << "/executions?mark_every=0";
    QTest::newRow("limit without marks") << "/executions?limit=2000";
    QTest::newRow("flows") << "/flows?text=maybe";
    QTest::newRow("unknown of flows") << "/flows?sort=name";
    QTest::newRow("log") << "/executions/0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10/log?limit=0";
}

void TstBorderApi::refusesBadQuestions()
{
    QFETCH(QString, target);
    tests::ApiHouse house(build);
    QCOMPARE(house.ask("GET", target.toStdString()).status, 400);
}

void TstBorderApi::saysThatThereIsNoLog()
{
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("GET", "/executions/0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10/log");
    QCOMPARE(answer.status, 404);
    QVERIFY2(answer.body.find("file.unreadable") != std::string::npos, answer.body.c_str());
    QCOMPARE(house.ask("GET", "/executions/none/log").status, 404);
}

void TstBorderApi::givesACapsule()
{
    tests::ApiHouse::Options options;
    options.build = [](tests::House &house) {
        house.file(".env", "API_TOKEN=Sekret-9f3a71\n");
        house.flow("quick", "input: {type: object}\nsteps:\n  a: {set: {n: \"${{ input.n }}\"}}\n");
    };
    tests::ApiHouse house(std::move(options));
    const std::string first = house.start("quick", R"({"n":"Sekret-9f3a71"})");
    const std::string second = house.start("quick", R"({"n":2})");
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const tests::RawAnswer answer =
        house.ask("POST", "/capsules", R"({"executions":[")" + first + R"(",")" + second + R"("]})");
    QCOMPARE(answer.status, 200);
    const Result<capsule::OpenedCapsule> opened = capsule::unpack(answer.body, "answer");
    BATUTA_VERIFY_OK(opened);
    QCOMPARE(opened->capsule.executions.size(), std::size_t(2));
    QCOMPARE(shown(opened->capsule.executions.front().line.record.id), shown(first));
    QVERIFY(opened->capsule.executions.front().line.flow.has_value());
    QVERIFY(json::write(opened->capsule.executions.front().line.record.input).find("Sekret") ==
            std::string::npos);
    QCOMPARE(shown(opened->capsule.executions.front().environment.keys.at(0).name), QString("API_TOKEN"));
    QVERIFY(opened->capsule.executions.front().environment.keys.at(0).isSecret);
}

void TstBorderApi::refusesACapsule_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    const QString unknown = "\"0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10\"";
    QTest::newRow("no JSON") << "{" << 400;
    QTest::newRow("none") << R"({"executions":[]})" << 422;
    QTest::newRow("no list") << R"({"executions":7})" << 422;
    QTest::newRow("no id") << R"({"executions":[7]})" << 404;
    QTest::newRow("unknown") << QString(R"({"executions":[%1]})").arg(unknown) << 404;
    QTest::newRow("too many") << QString(R"({"executions":[%1]})").arg(QStringList(101, unknown).join(','))
                              << 422;
}

void TstBorderApi::refusesACapsule()
{
    QFETCH(QString, body);
    QFETCH(int, status);
    tests::ApiHouse house(build);
    QCOMPARE(house.ask("POST", "/capsules", body.toStdString()).status, status);
}

QTEST_APPLESS_MAIN(TstBorderApi)
#include "tst_border_api.moc"
