// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/endpoints.h"
#include "tests/sandbox/sandbox_host.h"

#include <QTest>

#include <algorithm>
#include <future>

using namespace batuta;
using namespace batuta::sandbox;
using tests::RawAnswer;
using tests::SandboxHost;

class TestSandboxServer : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_host = std::make_unique<SandboxHost>();
        QVERIFY(m_host->isUp());
    }

    void answersEachFunctionUnderBothNames()
    {
        for (const Endpoint &endpoint : endpoints()) {
            const bool isCreate = endpoint.kind == FunctionKind::CreateEmbeddings;
            const char *payload = isCreate ? R"({"sessionId": "s"})" : R"({"user_id": "ana-souza"})";
            for (const std::string_view name : {endpoint.function, endpoint.step}) {
                const RawAnswer answer = m_host->post("/" + std::string(name), payload);
                QCOMPARE(answer.status, 200);
                const Result<json::Value> body = json::parse(answer.body);
                QVERIFY(body);
                QCOMPARE((*body)["function"].asString(), std::string(endpoint.step));
            }
        }
    }

    void tellsThatItIsHealthyForItselfAndEachFunction()
    {
        QCOMPARE(m_host->json("GET", "/health")["service"].asString(), std::string("batuta-sandbox"));
        for (const Endpoint &endpoint : endpoints()) {
            const json::Value answer = m_host->json("GET", "/" + std::string(endpoint.function) + "/health");
            QCOMPARE(answer["status"].asString(), std::string("healthy"));
            QCOMPARE(answer["service"].asString(), std::string(endpoint.function));
        }
    }

    void listsItsFunctionsAndGivesAnEnvironmentThatLeadsToTheCaller()
    {
        const json::Value index = m_host->json("GET", "/");
        QCOMPARE(index["functions"].asArray().size(), std::size_t(10));
        QCOMPARE(index["functions"].at(0)["url"].asString(),
                 std::string("http://sandbox.test:8090/func-dev-cce-create-user-embeddings"));
        const RawAnswer env = m_host->ask("GET", "/env");
        QVERIFY(env.has("text/plain"));
        QCOMPARE(env.body, envText("http://sandbox.test:8090"));
    }

    void writesNoStrangeHostIntoTheEnvironment()
    {
        tests::RawSocket socket = tests::RawSocket::connectTo(m_host->port());
        QVERIFY(socket.send("GET /env HTTP/1.1\r\nHost: a\"b$(c)\r\n\r\n"));
        QVERIFY(socket.readAnswer().body.find("$(c)") == std::string::npos);
    }

    void showsItsCatalogue()
    {
        QVERIFY(m_host->json("GET", "/catalogue/skills")["skills"].asArray().size() >= 150);
        QVERIFY(m_host->json("GET", "/catalogue/vacancies")["vacancies"].asArray().size() >= 60);
        QCOMPARE(m_host->ask("GET", "/catalogue/x").status, 404);
    }

    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        const QString gap = "/func-dev-cce-senai-gap-analysis-user-vacancy";
        QTest::newRow("unknown path") << "GET"
                                      << "/nothing"
                                      << "" << 404 << "http.not_found";
        QTest::newRow("misspelt function") << "POST" << gap + "s"
                                           << "{}" << 404 << "Did you mean " + gap + "?";
        QTest::newRow("health of nothing") << "GET"
                                           << "/x/health"
                                           << "" << 404 << "http.not_found";
        QTest::newRow("function by GET") << "GET" << gap << "" << 405 << "Use POST.";
        QTest::newRow("index by POST") << "POST"
                                       << "/"
                                       << "{}" << 405 << "Use GET.";
        QTest::newRow("webhook by PUT") << "PUT"
                                        << "/webhook"
                                        << "{}" << 405 << "GET, POST, DELETE";
        QTest::newRow("calls by DELETE") << "DELETE"
                                         << "/control/calls"
                                         << "" << 405 << "Use GET.";
        QTest::newRow("not JSON") << "POST" << gap << "{user_id: 1}" << 400 << "json.syntax";
        QTest::newRow("no body") << "POST" << gap << "" << 400 << "json.";
        QTest::newRow("bad field") << "POST" << gap << R"({"user_id": 5})" << 400 << "user_id";
        QTest::newRow("deep JSON") << "POST" << gap << QString(200, '[') << 400 << "json.";
        QTest::newRow("unknown vacancy")
            << "POST" << gap << R"({"user_id": "a", "vacancy_id": "b"})" << 404 << "/catalogue/vacancies";
        QTest::newRow("bad limit") << "GET"
                                   << "/control/calls?limit=-1"
                                   << "" << 400 << "limit";
        QTest::newRow("oversize") << "POST" << gap << QString((1 << 20) + 1, ' ') << 413 << "http.too_large";
    }

    void refusesWhatIsNotThere()
    {
        QFETCH(QString, method);
        QFETCH(QString, target);
        QFETCH(QString, body);
        QFETCH(int, status);
        QFETCH(QString, text);
        const RawAnswer answer = m_host->ask(method.toStdString(), target.toStdString(), body.toStdString());
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.find(text.toStdString()) != std::string::npos, answer.body.c_str());
        const Result<json::Value> error = json::parse(answer.body);
        QVERIFY(error);
        QVERIFY(!(*error)["error"]["mend"].asString().empty());
        QCOMPARE(m_host->ask("GET", "/health").status, 200);
    }

    void answersHeadWithoutABody()
    {
        const RawAnswer answer = m_host->ask("HEAD", "/health");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.empty());
    }

    void asksForItsTokenWhereItMatters_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("without");
        QTest::newRow("function") << "POST"
                                  << "/func-dev-cce-vcc-match-candidato" << 401;
        QTest::newRow("faults") << "GET"
                                << "/control/faults" << 401;
        QTest::newRow("calls") << "GET"
                               << "/control/calls" << 401;
        QTest::newRow("reading the webhook") << "GET"
                                             << "/webhook" << 401;
        QTest::newRow("the webhook") << "POST"
                                     << "/webhook" << 200;
        QTest::newRow("index") << "GET"
                               << "/" << 200;
        QTest::newRow("env") << "GET"
                             << "/env" << 200;
        QTest::newRow("health") << "GET"
                                << "/health" << 200;
        QTest::newRow("health of a function") << "GET"
                                              << "/func-dev-cce-vcc-match-candidato/health" << 200;
    }

    void asksForItsTokenWhereItMatters()
    {
        QFETCH(QString, method);
        QFETCH(QString, target);
        QFETCH(int, without);
        ServerOptions options;
        options.token = "open-sesame";
        SandboxHost host(options);
        const auto status = [&](std::string_view header) {
            return host
                .ask(method.toStdString(), target.toStdString(),
                     method == "POST" ? R"({"user_id": "a"})" : "", header)
                .status;
        };
        QCOMPARE(status(""), without);
        QCOMPARE(status("Authorization: Bearer open-sesam\r\n"), without);
        QCOMPARE(status("Authorization: Bearer open-sesame2\r\n"), without);
        QCOMPARE(status("Authorization: Basic open-sesame\r\n"), without);
        QCOMPARE(status("Authorization: Bearer open-sesame\r\n"), 200);
    }

    void keepsWhatTheWebhookGot()
    {
        QCOMPARE(
            m_host->post("/webhook", R"({"execution_id": "e1", "match_candidato_token": "s3cret"})").status,
            200);
        QCOMPARE(m_host->post("/webhook", "not json").status, 200);
        const json::Value inbox = m_host->json("GET", "/webhook");
        QCOMPARE(inbox["total"].asInteger(), 2);
        QCOMPARE(inbox["messages"].at(0)["body"].asString(), std::string("not json"));
        QCOMPARE(inbox["messages"].at(1)["body"]["execution_id"].asString(), std::string("e1"));
        QCOMPARE(inbox["messages"].at(1)["body"]["match_candidato_token"].asString(), std::string("***"));
        QVERIFY(m_host->json("DELETE", "/webhook")["messages"].asArray().empty());
    }

    void keepsOnlyTheLastMessagesOfTheWebhook()
    {
        for (int i = 0; i < 103; ++i)
            QCOMPARE(m_host->post("/webhook", "{\"n\": " + std::to_string(i) + "}").status, 200);
        const json::Value inbox = m_host->json("GET", "/webhook");
        QCOMPARE(inbox["messages"].asArray().size(), std::size_t(100));
        QCOMPARE(inbox["messages"].at(0)["body"]["n"].asInteger(), 102);
        QCOMPARE(inbox["messages"].at(99)["body"]["n"].asInteger(), 3);
        QCOMPARE(inbox["total"].asInteger(), 103);
    }

    void keepsNoMoreBytesOfTheWebhookThanItsBound()
    {
        const std::string big = "\"" + std::string((1 << 20) - 2, 'x') + "\"";
        for (int i = 0; i < 8; ++i)
            QCOMPARE(m_host->post("/webhook", big).status, 200);
        QVERIFY(m_host->json("GET", "/webhook")["messages"].asArray().size() <= 4);
    }

    void listsTheLastCallsFirst()
    {
        QCOMPARE(m_host->post("/create_embeddings", R"({"sessionId": "s"})").status, 200);
        QCOMPARE(m_host->post("/match_candidato", "{}").status, 400);
        const json::Value calls = m_host->json("GET", "/control/calls?limit=1");
        QCOMPARE(calls["total"].asInteger(), 2);
        QCOMPARE(calls["calls"].asArray().size(), std::size_t(1));
        const json::Value &call = calls["calls"].at(0);
        QCOMPARE(call["function"].asString(), std::string("func-dev-cce-vcc-match-candidato"));
        QCOMPARE(call["step"].asString(), std::string("match_candidato"));
        QCOMPARE(call["status"].asInteger(), 400);
        QVERIFY(call["fault"].isNull());
        QVERIFY(call["duration_ms"].asDouble() > 0);
    }

    void listensForOthersOnlyWhenAllowed()
    {
        ServerOptions options;
        options.address = "0.0.0.0";
        QVERIFY(!SandboxHost(options).isUp());
        options.allowUnauthenticated = true;
        SandboxHost host(options);
        QVERIFY(host.isUp());
        QCOMPARE(host.ask("GET", "/health").status, 200);
    }

    void stopsWhenItIsAskedTo()
    {
        std::promise<void> stopped;
        m_host->thread().run([&] { m_host->server().stop([&] { stopped.set_value(); }); });
        QCOMPARE(stopped.get_future().wait_for(std::chrono::seconds(5)), std::future_status::ready);
        QVERIFY(!tests::RawSocket::connectTo(m_host->port()).isOpen());
    }

private:
    std::unique_ptr<SandboxHost> m_host;
};

QTEST_APPLESS_MAIN(TestSandboxServer)
#include "tst_sandbox_server.moc"
