// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/http_server.h"
#include "tests/kill/serve_process.h"
#include "tests/support/verify.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace batuta;
using namespace std::chrono_literals;

namespace {

constexpr auto kBeforeTheKill = 1'500ms;

constexpr const char *kFlow = R"(batuta: 1
name: hangs
steps:
  call:
    http: {url: "${{ env.CALL_URL }}"}
    timeout: 3s
    total_timeout: 3s
    retry: {attempts: 9, on: [5xx], backoff: {first: 10ms, max: 10ms}}
)";

/// Says 503 once, and nothing from then on.
class Function
{
public:
    explicit Function(net::Loop &loop)
        : m_server(loop, {},
                   [this](const net::ServerRequest &, net::Responder responder) {
                       if (++m_calls > 1)
                           return m_held.push_back(std::move(responder));
                       net::ServerResponse response;
                       response.status = 503;
                       responder.send(std::move(response));
                   })
        , m_port(m_server.listen("127.0.0.1", 0).value_or(0))
    {
    }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/"; }
    int calls() const { return m_calls; }

private:
    std::vector<net::Responder> m_held;
    net::HttpServer m_server;
    std::uint16_t m_port;
    int m_calls = 0;
};

} // namespace

/// `batuta serve` dies by kill -9 in the middle of a step with total_timeout.
class TestKillTotal : public QObject
{
    Q_OBJECT
private slots:
    void theClockGoesOn();
};

void TestKillTotal::theClockGoesOn()
{
    net::Loop loop;
    Function function(loop);
    QTemporaryDir folder;
    const std::string workspace = folder.path().toStdString();
    std::filesystem::create_directories(workspace + "/flows/test");
    std::ofstream(workspace + "/flows/test/hangs.yaml") << kFlow;
    std::ofstream(workspace + "/.env") << "CALL_URL=" << function.url() << "\n";
    kill::ServeProcess serve(loop, BATUTA_BIN_DIR "/batuta", workspace);
    serve.setArguments({"--log-level", "ERROR"});
    BATUTA_VERIFY_OK(serve.start());
    QVERIFY(serve.waitUntilReady());
    const auto begun = serve.postNow("/flows/hangs/executions", json::Object{});
    const std::string id = begun.body["execution_id"].asString();
    QVERIFY2(!id.empty(), std::to_string(begun.status).c_str());
    const SystemClock clock;
    const SteadyTime killAt = clock.steady() + kBeforeTheKill;
    QVERIFY(kill::runUntil(loop, 30s, [&] { return function.calls() == 2 && clock.steady() >= killAt; }));
    serve.kill();
    BATUTA_VERIFY_OK(serve.start());
    QVERIFY(serve.waitUntilReady());
    const QDeadlineTimer patience(30'000);
    json::Value record = serve.getNow("/executions/" + id).body;
    while (record["status"].asString() == "running" && !patience.hasExpired()) {
        kill::runFor(loop, 20ms);
        record = serve.getNow("/executions/" + id).body;
    }
    QCOMPARE(record["status"].asString(), std::string("failed"));
    const json::Value &step = record["steps"].at(0);
    const std::string &reason = step["reason"].asString();
    QVERIFY2(reason.starts_with("Timeout of all attempts (total_timeout: 3s) in attempt 2; the last failure: "
                                "HTTP 503"),
             reason.c_str());
    QCOMPARE(step["attempts"].asInteger(), std::int64_t{2});
    QVERIFY(function.calls() <= 3); // the attempt in flight once more, unless its time was over by then
    // A clock that began anew would end it at four and a half seconds at the earliest.
    const double took = record["duration_ms"].asDouble();
    QVERIFY2(took >= 2'990 && took < 4'400, std::to_string(took).c_str());
    QCOMPARE(serve.stop(), 0);
}

QTEST_GUILESS_MAIN(TestKillTotal)
#include "tst_kill_total.moc"
