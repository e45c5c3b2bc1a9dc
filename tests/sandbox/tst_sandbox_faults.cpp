// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/sandbox/sandbox_host.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace batuta;
using namespace batuta::sandbox;
using tests::RawAnswer;
using tests::RawSocket;
using tests::SandboxHost;

namespace {

constexpr const char *kFunction = "/func-dev-cce-vcc-match-candidato";
constexpr const char *kPayload = R"({"user_id": "ana-souza"})";

} // namespace

/// Each fault as a caller meets it.
class TestSandboxFaults : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_host = std::make_unique<SandboxHost>();
        QVERIFY(m_host->isUp());
    }

    void answersWithTheErrorAskedFor()
    {
        setFault("match_candidato", R"({"error_rate": 1, "error_code": 503})");
        const RawAnswer answer = m_host->post(kFunction, kPayload);
        QCOMPARE(answer.status, 503);
        QVERIFY(json::parse(answer.body).has_value());
        QCOMPARE(m_host->lastCall()["fault"].asString(), std::string("error"));
        QCOMPARE(m_host->lastCall()["status"].asInteger(), 503);
        QCOMPARE(m_host->post("/create_embeddings", R"({"sessionId": "s"})").status, 200);
    }

    void answersLate()
    {
        setFault("match_candidato", R"({"latency_ms": 80, "spread_ms": 20})");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_host->post(kFunction, kPayload).status, 200);
        QVERIFY(timer.elapsed() >= 60);
        QCOMPARE(m_host->lastCall()["fault"].asString(), std::string("latency"));
        QVERIFY(m_host->lastCall()["duration_ms"].asDouble() >= 60);
    }

    void delaysEveryFunctionWhenStartedSo()
    {
        ServerOptions options;
        options.delayMs = 40;
        SandboxHost host(options);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(host.post(kFunction, kPayload).status, 200);
        QVERIFY(timer.elapsed() >= 40);
        QVERIFY(host.lastCall()["fault"].isNull());
    }

    void closesWithoutAnAnswer()
    {
        setFault("match_candidato", R"({"drop": true})");
        RawSocket socket = m_host->open("POST", kFunction, kPayload);
        QVERIFY(socket.readToEnd().empty());
        QCOMPARE(m_host->lastCall()["fault"].asString(), std::string("drop"));
        QCOMPARE(m_host->lastCall()["status"].asInteger(), 0);
    }

    void closesWithoutAnAnswerAfterALatencyToo()
    {
        setFault("match_candidato", R"({"drop": true, "latency_ms": 20})");
        RawSocket socket = m_host->open("POST", kFunction, kPayload);
        QVERIFY(socket.readToEnd().empty());
    }

    void hangsUntilTheCallerLeaves()
    {
        setFault("match_candidato", R"({"hang": true})");
        RawSocket socket = m_host->open("POST", kFunction, kPayload);
        QTRY_COMPARE(calls()["hung"].asInteger(), 1);
        QCOMPARE(calls()["open"].asInteger(), 1);
        QCOMPARE(calls()["total"].asInteger(), 0);
        socket.close();
        QTRY_COMPARE(calls()["hung"].asInteger(), 0);
        QCOMPARE(m_host->lastCall()["fault"].asString(), std::string("hang"));
        QCOMPARE(m_host->lastCall()["status"].asInteger(), 0);
    }

    void stopsAlthoughACallHangs()
    {
        setFault("*", R"({"hang": true})");
        RawSocket socket = m_host->open("POST", kFunction, kPayload);
        QTRY_COMPARE(calls()["hung"].asInteger(), 1);
        std::promise<void> stopped;
        m_host->thread().run([&] { m_host->server().stop([&] { stopped.set_value(); }); });
        QCOMPARE(stopped.get_future().wait_for(std::chrono::seconds(4)), std::future_status::ready);
        QVERIFY(socket.readToEnd().empty());
    }

    void endsWhileACallHangsAndAnotherIsDelayed()
    {
        setFault("match_candidato", R"({"hang": true})");
        setFault("create_embeddings", R"({"latency_ms": 600000})");
        RawSocket hung = m_host->open("POST", kFunction, kPayload);
        RawSocket delayed = m_host->open("POST", "/create_embeddings", R"({"sessionId": "s"})");
        QTRY_COMPARE(calls()["open"].asInteger(), 2);
        m_host.reset();
        QVERIFY(hung.readToEnd().empty());
    }

    void answersHalfOfItsJson()
    {
        setFault("match_candidato", R"({"malformed": true})");
        const RawAnswer answer = m_host->post(kFunction, kPayload);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.has("application/json"));
        QVERIFY(!answer.body.empty());
        QVERIFY(!json::parse(answer.body).has_value());
        QCOMPARE(m_host->lastCall()["fault"].asString(), std::string("malformed"));
    }

    void recoversAfterTheTimesGiven()
    {
        setFault("*", R"({"error_rate": 1, "error_code": 500, "times": 2})");
        QCOMPARE(m_host->post(kFunction, kPayload).status, 500);
        QCOMPARE(m_host->post(kFunction, kPayload).status, 500);
        QCOMPARE(m_host->post(kFunction, kPayload).status, 200);
    }

    void showsSetsAndRemovesFaults()
    {
        QCOMPARE(m_host->ask("PUT", "/control/faults/create_embeddings", R"({"drop": true})").status, 200);
        QCOMPARE(m_host->ask("PUT", "/control/faults", R"({"*": {"latency_ms": 1}, "match_candidato": {}})")
                     .status,
                 200);
        QCOMPARE(faults().asObject().size(), std::size_t(3));
        QCOMPARE(faults()["create_embeddings"]["drop"].asBoolean(), true);
        QCOMPARE(m_host->ask("DELETE", "/control/faults/create_embeddings").status, 200);
        QCOMPARE(m_host->ask("DELETE", "/control/faults/*").status, 200);
        QCOMPARE(faults().asObject().size(), std::size_t(1));
        QCOMPARE(m_host->ask("DELETE", "/control/faults").status, 200);
        QVERIFY(faults().asObject().empty());
    }

    void refusesBadRules_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown function") << "/control/faults/match"
                                          << "{}" << 404;
        QTest::newRow("unknown setting") << "/control/faults/*"
                                         << R"({"latency": 1})" << 400;
        QTest::newRow("not JSON") << "/control/faults/*"
                                  << "{" << 400;
        QTest::newRow("rules without names") << "/control/faults"
                                             << R"({"hang": true})" << 404;
    }

    void refusesBadRules()
    {
        QFETCH(QString, target);
        QFETCH(QString, body);
        QFETCH(int, status);
        QCOMPARE(m_host->ask("PUT", target.toStdString(), body.toStdString()).status, status);
        QVERIFY(faults().asObject().empty());
        QCOMPARE(m_host->post(kFunction, kPayload).status, 200);
    }

private:
    void setFault(const std::string &name, std::string_view rule)
    {
        QCOMPARE(m_host->ask("PUT", "/control/faults/" + name, rule).status, 200);
    }

    json::Value calls() { return m_host->json("GET", "/control/calls"); }
    json::Value faults() { return m_host->json("GET", "/control/faults")["faults"]; }

    std::unique_ptr<SandboxHost> m_host;
};

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandbox_faults.moc"
