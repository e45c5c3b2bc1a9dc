// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

#include <algorithm>

using namespace batuta;
using batuta::test::shown;

/// POST / and POST /orchestrate with the six shipped flows: what comes back, and what the functions get.
class TstOrchestrate : public QObject
{
    Q_OBJECT

private slots:
    void theServiceTellsWhatItIs();
    void answersWithStepsSummaryAndRouting_data();
    void answersWithStepsSummaryAndRouting();
    void runsTheTenStepsOfUpdateProfile();
    void echoesWhatItWasGiven();
    void failedStepsDoNotStopTheFlow();
    void nothingToRunIsAShortAnswer_data();
    void nothingToRunIsAShortAnswer();
    void tellsTheFlagsThatHadNoSay();
    void sendsEachFunctionItsPayload();
    void sendsEachTokenToItsFunctionOnly();
    void theWebhookGetsTheAnswer();
    void theTraceGoesOn();
    void theCorrelationIdIsKept();
    void aRepeatedRequestRunsAgain();

private:
    static json::Value body(json::Object more)
    {
        json::Object all{{"user_id", "u-1"}, {"session_id", "s-1"}};
        for (const auto &[name, value] : more)
            all.set(name, value);
        return all;
    }
    static QString names(const json::Value &answer)
    {
        QStringList names;
        for (const json::Value &step : answer["steps"].asArray())
            names << shown(step["step_name"].asString());
        std::sort(names.begin(), names.end());
        return names.join(' ');
    }
};

void TstOrchestrate::theServiceTellsWhatItIs()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value info = house.json("GET", "/");
    QCOMPARE(shown(info["service"].asString()), "ML Orchestrator");
    QCOMPARE(shown(info["version"].asString()), "1.0.0");
    QCOMPARE(shown(info["status"].asString()), "running");
    for (const char *name : {"orchestrate", "health", "docs"})
        QCOMPARE(shown(info["endpoints"][name].asString()), "/" + QString(name));
    const json::Value health = house.json("GET", "/health");
    QCOMPARE(shown(health["status"].asString()), "healthy");
    QCOMPARE(shown(health["service"].asString()), "ml-orchestrator");
    QVERIFY(health["timestamp"].asDouble() > 1.7e9);
    const json::Value flows = house.json("GET", "/flows");
    QCOMPARE(flows["flows"].asArray().size(), std::size_t{6});
    QVERIFY(flows["problems"].asArray().empty());
    const tests::RawAnswer page = house.ask("GET", "/docs");
    QVERIFY(page.status == 200 && page.has("Content-Type: text/html") &&
            page.body.starts_with("<!doctype html>"));
    QCOMPARE(house.ask("GET", "/openapi.json").status, 200);
    const tests::RawAnswer head = house.ask("HEAD", "/health");
    QVERIFY(head.status == 200 && head.body.empty());
}

void TstOrchestrate::answersWithStepsSummaryAndRouting_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("/orchestrate") << "/orchestrate";
    QTest::newRow("/") << "/";
}

void TstOrchestrate::answersWithStepsSummaryAndRouting()
{
    QFETCH(QString, address);
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value answer = house.json("POST", address.toStdString(),
                                          json::write(body({{"process_only_profession_skills", true}})));
    QCOMPARE(shown(answer["flow_name"].asString()), "analysis_to_profession");
    QCOMPARE(shown(answer["user_id"].asString()), "u-1");
    QCOMPARE(shown(answer["session_id"].asString()), "s-1");
    QCOMPARE(shown(json::write(answer["summary"])),
             R"({"total_steps":2,"successful":2,"failed":0,"skipped":0,"critical_errors":0})");
    QCOMPARE(shown(answer["steps"].at(0)["step_name"].asString()), "match_analysis_user_profession");
    QCOMPARE(shown(answer["steps"].at(1)["step_name"].asString()), "gap_analysis_user_profession");
    QVERIFY(answer["results"] == answer["steps"]);
    QVERIFY(!answer.asObject().contains("has_critical_errors"));
    QVERIFY(answer["timestamp"].asString().ends_with("Z"));
    QVERIFY(answer["duration"].asDouble() > 0 && answer["duration"].asDouble() < 10);
    QCOMPARE(shown(answer["routing"]["system"].asString()), "ml_orchestrator");
    QVERIFY(answer["routing"]["rule"].asString().find("process_only_profession_skills") != std::string::npos);
    const json::Value record = house.json("GET", "/executions/" + answer["execution_id"].asString());
    QCOMPARE(shown(record["status"].asString()), "success");
    QCOMPARE(shown(record["trigger"].asString()), "http");
}

void TstOrchestrate::runsTheTenStepsOfUpdateProfile()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value answer =
        house.json("POST", "/orchestrate", json::write(body({{"create_user_embedding", true}})));
    QCOMPARE(shown(answer["flow_name"].asString()), "update_profile");
    QCOMPARE(answer["summary"]["total_steps"].asInteger(), 10);
    QCOMPARE(answer["summary"]["successful"].asInteger(), 10);
    QCOMPARE(shown(answer["steps"].at(0)["step_name"].asString()), "create_embeddings");
    QCOMPARE(shown(house.lastCall("/create_embeddings").body), R"({"sessionId":"s-1"})");
    const json::Value first = house.json("POST", "/orchestrate", json::write(body({})));
    QCOMPARE(shown(first["flow_name"].asString()), "first_login");
    QCOMPARE(first["summary"]["total_steps"].asInteger(), 9);
    QCOMPARE(house.calls("/create_embeddings"), 1);
}

void TstOrchestrate::echoesWhatItWasGiven()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value answer = house.json("POST", "/orchestrate",
                                          json::write(body({{"identifier", "i-1"},
                                                            {"vacancy_id", "v-1"},
                                                            {"vacancy_name", "Soldador"},
                                                            {"vacancy_description", "d"},
                                                            {"position_id", nullptr},
                                                            {"position_name", "p"},
                                                            {"career_name", "c"},
                                                            {"unknown", "dropped"}})));
    for (const char *name : {"identifier", "vacancy_id", "vacancy_name", "career_name"})
        QVERIFY2(answer[name].isString(), name);
    for (const char *name : {"position_id", "position_name", "vacancy_description", "unknown"})
        QVERIFY2(!answer.asObject().contains(name), name);
    // A given vacancy_id skips the step that would look for one.
    for (const json::Value &step : answer["steps"].asArray()) {
        if (step["step_name"].asString() != "match_candidato")
            continue;
        QCOMPARE(shown(step["status"].asString()), "skipped");
        QCOMPARE(shown(step["error"].asString()), "Skipped: vacancy_id provided");
        QVERIFY(step["status_code"].isNull());
    }
    QCOMPARE(answer["summary"]["skipped"].asInteger(), 1);
}

void TstOrchestrate::failedStepsDoNotStopTheFlow()
{
    tests::ApiHouse house([](tests::House &inside) {
        tests::copyOrchestrator(inside);
        inside.functions.answer("/create_embeddings", 500);
        inside.functions.answer("/match_candidato", 404);
        inside.env["SUGGEST_COURSE_PROFESSION_URL"] =
            "http://127.0.0.1:" + std::to_string(tests::closedPort());
        inside.env.erase("DEFAULT_SUGGEST_COURSE_VACANCY_URL");
    });
    const tests::RawAnswer answer =
        house.ask("POST", "/orchestrate", json::write(body({{"create_user_embedding", true}})));
    QCOMPARE(answer.status, 200);
    const json::Value value = *json::parse(answer.body);
    QCOMPARE(shown(json::write(value["summary"])),
             R"({"total_steps":10,"successful":6,"failed":3,"skipped":1,"critical_errors":0})");
    std::map<std::string, std::string> errors;
    for (const json::Value &step : value["steps"].asArray())
        errors[step["step_name"].asString()] = step["error"].asString();
    QCOMPARE(shown(errors["create_embeddings"]), "HTTP 500");
    QCOMPARE(shown(errors["match_candidato"]), "HTTP 404");
    QVERIFY(errors["suggest_course_profession"].starts_with("Connection error: "));
    QCOMPARE(shown(errors["suggest_course_vacancy"]),
             "URL not configured: DEFAULT_SUGGEST_COURSE_VACANCY_URL");
    QCOMPARE(house.calls("/webhook"), 1);
}

void TstOrchestrate::nothingToRunIsAShortAnswer_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("filter");
    QTest::newRow("courses for a profession") << "process_only_profession_course"
                                              << "process_profession_orchestrator";
    QTest::newRow("skills for a profession") << "process_only_profession_skills"
                                             << "process_profession_orchestrator";
    QTest::newRow("courses for a vacancy") << "process_only_vacancy_course"
                                           << "process_vacancy_orchestrator";
    QTest::newRow("skills for a vacancy") << "process_only_vacancy_skills"
                                          << "process_vacancy_orchestrator";
}

void TstOrchestrate::nothingToRunIsAShortAnswer()
{
    QFETCH(QString, flag);
    QFETCH(QString, filter);
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value answer =
        house.json("POST", "/orchestrate",
                   json::write(body({{flag.toStdString(), true}, {filter.toStdString(), false}})));
    QCOMPARE(shown(answer["message"].asString()), "No steps to execute after filtering");
    for (const char *absent : {"steps", "results", "summary", "user_id"})
        QVERIFY2(!answer.asObject().contains(absent), absent);
    QVERIFY(!answer["routing"]["filtered_steps"].asArray().empty());
    QCOMPARE(house.calls("/webhook"), 0);
}

void TstOrchestrate::tellsTheFlagsThatHadNoSay()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value answer = house.json("POST", "/orchestrate",
                                          json::write(body({{"create_user_embedding", true},
                                                            {"process_only_vacancy_skills", true},
                                                            {"process_only_profession_course", true},
                                                            {"process_vacancy_orchestrator", false}})));
    QCOMPARE(shown(answer["flow_name"].asString()), "course_to_profession");
    QCOMPARE(shown(json::write(answer["routing"]["ignored_flags"])),
             R"(["process_only_vacancy_skills","create_user_embedding"])");
    QCOMPARE(names(answer), "suggest_course_profession");
}

void TstOrchestrate::sendsEachFunctionItsPayload()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    house.json("POST", "/orchestrate",
               json::write(body({{"create_user_embedding", true},
                                 {"vacancy_name", "Soldador"},
                                 {"vacancy_description", ""},
                                 {"position_name", "Torneiro"},
                                 {"career_name", nullptr}})));
    for (const char *path : {"/match_usuario_profissao", "/match_candidato"})
        QCOMPARE(shown(house.lastCall(path).body), R"({"user_id":"u-1"})");
    for (const char *path :
         {"/match_analysis_user_vacancy", "/gap_analysis_user_vacancy", "/suggest_course_vacancy"})
        QCOMPARE(shown(house.lastCall(path).body),
                 R"({"user_id":"u-1","vacancy_name":"Soldador","vacancy_description":""})");
    for (const char *path : {"/match_usuario_carreira", "/match_analysis_user_profession",
                             "/gap_analysis_user_profession", "/suggest_course_profession"})
        QCOMPARE(shown(house.lastCall(path).body), R"({"user_id":"u-1","position_name":"Torneiro"})");
    const net::ServerRequest call = house.lastCall("/match_candidato");
    QCOMPARE(shown(call.method), "POST");
    QCOMPARE(shown(call.header("Content-Type")), "application/json");
    QCOMPARE(shown(call.header("X-Orchestrator")), "senai-ml-orchestrator");
    QVERIFY(call.header("Authorization").empty());
}

void TstOrchestrate::sendsEachTokenToItsFunctionOnly()
{
    const std::map<std::string, std::string> tokens{
        {"/create_embeddings", "create_user_embeddings_token"},
        {"/match_candidato", "match_candidato_token"},
        {"/match_analysis_user_vacancy", "match_analysis_user_vacancy_token"},
        {"/gap_analysis_user_vacancy", "gap_analysis_user_vacancy_token"},
        {"/suggest_course_vacancy", "suggest_course_vacancy_token"},
        {"/match_usuario_profissao", "match_user_profession_token"},
        {"/match_usuario_carreira", "match_user_career_token"},
        {"/match_analysis_user_profession", "match_analysis_user_profession_token"},
        {"/gap_analysis_user_profession", "gap_analysis_user_profession_token"},
        {"/suggest_course_profession", "suggest_course_profession_token"}};
    tests::ApiHouse house(tests::copyOrchestrator);
    json::Object given{{"create_user_embedding", true}};
    for (const auto &[path, field] : tokens)
        given.set(field, "secret-" + path.substr(1));
    const tests::RawAnswer answer = house.ask("POST", "/orchestrate", json::write(body(given)));
    for (const auto &[path, field] : tokens)
        QCOMPARE(shown(house.lastCall(path).header("Authorization")),
                 shown("Bearer secret-" + path.substr(1)));
    QVERIFY(house.lastCall("/webhook").header("Authorization").empty());
    const std::string id = (*json::parse(answer.body))["execution_id"].asString();
    const std::string shownToAll =
        answer.body + house.ask("GET", "/executions/" + id).body + house.lastCall("/webhook").body;
    QVERIFY(shownToAll.find("secret-") == std::string::npos);
    QVERIFY(house.log().find("secret-") == std::string::npos);
}

void TstOrchestrate::theWebhookGetsTheAnswer()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const json::Value answer =
        house.json("POST", "/orchestrate", json::write(body({{"process_only_vacancy_course", true}})));
    const json::Value sent = *json::parse(house.lastCall("/webhook").body);
    for (const char *name :
         {"execution_id", "flow_name", "user_id", "session_id", "summary", "steps", "results"})
        QVERIFY2(sent[name] == answer[name] && !sent[name].isNull(), name);
}

void TstOrchestrate::theTraceGoesOn()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const std::string trace = "0af7651916cd43dd8448eb211c80319c";
    const std::string request = json::write(body({{"process_only_vacancy_course", true}}));
    house.ask("POST", "/orchestrate", request,
              "Content-Type: application/json\r\ntraceparent: 00-" + trace + "-b7ad6b7169203331-01\r\n");
    const std::string sent(house.lastCall("/suggest_course_vacancy").header("traceparent"));
    QCOMPARE(shown(sent.substr(0, 36)), shown("00-" + trace + "-"));
    QVERIFY(sent.find("b7ad6b7169203331") == std::string::npos);
    house.ask("POST", "/orchestrate", request,
              "Content-Type: application/json\r\ntraceparent: 00-" + trace + "-0000000000000000-01\r\n");
    QVERIFY(house.lastCall("/suggest_course_vacancy").header("traceparent").find(trace) == std::string::npos);
}

void TstOrchestrate::theCorrelationIdIsKept()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const std::string longId(600, 'c');
    house.ask("POST", "/orchestrate", json::write(body({{"process_only_vacancy_course", true}})),
              "Content-Type: application/json\r\nX-Correlation-Id: " + longId + "\r\n");
    const json::Value found = house.json("GET", "/executions?correlation_id=" + longId.substr(0, 256));
    QCOMPARE(found["executions"].asArray().size(), std::size_t{1});
    // Bytes that are no text must not spoil the JSON of the list.
    house.ask("POST", "/orchestrate", json::write(body({{"process_only_vacancy_course", true}})),
              "Content-Type: application/json\r\nX-Correlation-Id: a\xff\xfe\r\n");
    QCOMPARE(house.json("GET", "/executions")["executions"].asArray().size(), std::size_t{2});
}

void TstOrchestrate::aRepeatedRequestRunsAgain()
{
    tests::ApiHouse house(tests::copyOrchestrator);
    const std::string request =
        json::write(body({{"process_only_vacancy_course", true}, {"identifier", "i"}}));
    const std::string first = house.json("POST", "/orchestrate", request)["execution_id"].asString();
    const std::string second = house.json("POST", "/orchestrate", request)["execution_id"].asString();
    QVERIFY(first != second);
    QCOMPARE(house.calls("/suggest_course_vacancy"), 2);
    QVERIFY(house.log().find("\"duplicate_request_detected\"") != std::string::npos);
}

QTEST_APPLESS_MAIN(TstOrchestrate)
#include "tst_orchestrate.moc"
