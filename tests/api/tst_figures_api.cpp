// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// Questions over all executions, asked over HTTP of an engine that ran them.
class TstFiguresApi : public QObject
{
    Q_OBJECT

private slots:
    void anIdIsFoundByAnyOfItsNames();
    void countsWhatRan();
    void leavesOutWhatIsNotWanted();
    void groupsWhatFailedAndKeepsNotes();
    void listsWhatWaits();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    static void build(tests::House &house);
};

void TstFiguresApi::build(tests::House &house)
{
    house.function("HOLD_URL", "/hold");
    house.function("SCORE_URL", "/score");
    house.functions.hold("/hold");
    house.functions.answer("/score", 503);
    house.flow("quick",
               "input: {type: object, properties: {user_id: {type: string}}}\nsteps:\n  a: {set: {x: 1}}\n");
    house.flow("scored",
               "input: {type: object, properties: {user_id: {type: string}}}\nsteps:\n  score: {http: "
               "{url: \"${{ env.SCORE_URL }}\"}}\n");
    house.flow(
        "again",
        "steps:\n  score: {http: {url: \"${{ env.SCORE_URL }}\"}, retry: {attempts: 3, on: [5xx], backoff: "
        "{first: 60s, max: 60s}}}\n");
    house.flow("asking", "steps:\n  sign: {approval: {message: \"Publish it?\"}}\n");
}

void TstFiguresApi::anIdIsFoundByAnyOfItsNames()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("quick", R"({"user_id":"usr_48213"})");
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    for (const auto &[text, field] :
         {std::pair(id, "execution_id"), {id.substr(0, 6), "execution_id"}, {"usr_48213", "user_id"}}) {
        const json::Value found = house.json("GET", "/find?text=" + text);
        QCOMPARE(found["hits"].asArray().size(), std::size_t(1));
        QCOMPARE(shown(found["hits"].at(0)["field"].asString()), QString(field));
        QCOMPARE(shown(found["hits"].at(0)["newest"]["execution_id"].asString()), shown(id));
    }
    QVERIFY(house.json("GET", "/find?text=usr_1")["hits"].asArray().empty());
}

void TstFiguresApi::countsWhatRan()
{
    tests::ApiHouse house(build);
    for (int i = 0; i < 3; ++i)
        house.start("quick");
    house.start("scored");
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const json::Value all = house.json("GET", "/figures");
    QCOMPARE(all["total"].asInteger(), 4);
    const json::Value failed = house.json("GET", "/figures?status=failed&error_code=503");
    QCOMPARE(failed["total"].asInteger(), 1);
    QCOMPARE(house.json("GET", "/executions?error_code=503")["executions"].asArray().size(), std::size_t(1));
    QCOMPARE(house.json("GET", "/executions?trigger=http&flow=quick")["executions"].asArray().size(),
             std::size_t(3));
}

/// Lists and figures agree, also about what waits: only the engine knows it, the history calls it running.
void TstFiguresApi::leavesOutWhatIsNotWanted()
{
    tests::ApiHouse house(build);
    house.start("quick");
    house.start("scored");
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    house.start("asking");
    const std::string paused = house.start("asking");
    house.json("POST", "/executions/" + paused + "/acts/pause", "{}");
    for (const auto &[filter, count] : {std::pair("status=!success", 3),
                                        {"status=!paused", 3},
                                        {"status=!running", 3},
                                        {"status=!paused,running", 2},
                                        {"status=!success,failed,paused,running", 0},
                                        {"flow=!asking", 2},
                                        {"flow=!asking,quick", 1},
                                        {"error_code=!503", 3},
                                        {"status=!running&flow=!quick", 2}}) {
        const std::string query = std::string("?") + filter;
        QVERIFY2(house.json("GET", "/executions" + query)["executions"].asArray().size() ==
                     static_cast<std::size_t>(count),
                 filter);
        QVERIFY2(house.json("GET", "/figures" + query)["total"].asInteger() == count, filter);
    }
    QCOMPARE(house.ask("GET", "/executions?status=!maybe").status, 400);
}

void TstFiguresApi::groupsWhatFailedAndKeepsNotes()
{
    tests::ApiHouse house(build);
    for (int i = 0; i < 2; ++i)
        house.start("scored");
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const json::Value group = house.json("GET", "/failures")["groups"].at(0);
    QCOMPARE(group["count"].asInteger(), 2);
    QCOMPARE(shown(group["step"].asString()), QString("score"));
    QCOMPARE(shown(group["code"].asString()), QString("503"));
    const std::string key = group["key"].asString();
    QCOMPARE(house.json("GET", "/executions?failure=" + key)["executions"].asArray().size(), std::size_t(2));
    const auto note = [&](const std::string &data) {
        return house.ask("POST", "/acts/note_failure", R"({"subject":")" + key + R"(","data":)" + data + "}")
            .status;
    };
    QCOMPARE(note(R"({"text":"the deploy of 14:03","assignee":"maria"})"), 202);
    QCOMPARE(note(R"({"addressed":true})"), 202);
    const json::Value noted = house.json("GET", "/failures")["groups"].at(0);
    QVERIFY(noted["is_addressed"].asBoolean());
    QCOMPARE(shown(noted["note"]["text"].asString()), QString("the deploy of 14:03"));
    QCOMPARE(shown(noted["note"]["assignee"].asString()), QString("maria"));
    QCOMPARE(note(R"({"addressed":"yes"})"), 422);
    QCOMPARE(note(R"({"colour":"red"})"), 422);
    QCOMPARE(note("{}"), 422);
    house.start("scored"); // it comes again
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    QVERIFY(!house.json("GET", "/failures")["groups"].at(0)["is_addressed"].asBoolean());
    QCOMPARE(house.json("GET", "/audit")["entries"].asArray().size(), std::size_t(2));
}

void TstFiguresApi::listsWhatWaits()
{
    tests::ApiHouse house(build);
    house.start("again");
    house.start("asking");
    json::Value waiting;
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.calls("/score") == 1; }));
    for (int i = 0; i < 200 && waiting["waiting"].asArray().size() < 2; ++i)
        waiting = house.json("GET", "/waiting");
    QCOMPARE(waiting["waiting"].asArray().size(), std::size_t(2));
    for (const json::Value &step : waiting["waiting"].asArray())
        if (step["kind"].asString() == "retry") {
            QCOMPARE(shown(step["reason"].asString()), QString("HTTP 503"));
            QCOMPARE(step["attempts"].asInteger(), 1);
            QVERIFY(!step["until"].isNull());
        } else {
            QCOMPARE(shown(step["kind"].asString()), QString("approval"));
            QCOMPARE(shown(step["reason"].asString()), QString("Publish it?"));
        }
}

void TstFiguresApi::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/find", "/find?text=x&limit=51", "/find?colour=red", "/figures?buckets=0", "/figures?status=done",
          "/figures?failure=xyz", "/figures?since=yesterday", "/failures?key=xyz", "/failures?limit=501",
          "/waiting?all=1", "/executions?failure=xyz"})
        QTest::newRow(path) << QString(path);
}

void TstFiguresApi::refusesWhatMakesNoSense()
{
    QFETCH(QString, path);
    tests::ApiHouse house(build);
    QCOMPARE(house.ask("GET", path.toStdString()).status, 400);
}

QTEST_GUILESS_MAIN(TstFiguresApi)
#include "tst_figures_api.moc"
