// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/client_run.h"
#include "tests/support/net/servers.h"

#include <QElapsedTimer>
#include <QTest>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;
using std::chrono::milliseconds;

namespace {

/// A port where nobody listens: it was free a moment ago.
std::uint16_t closedPort()
{
    const RawServer gone([](RawSocket &, int) {});
    return gone.port();
}

/// Takes the connection and keeps it, without a word, until the client leaves.
void neverAnswer(RawSocket &peer, int)
{
    peer.readToEnd();
}

HttpRequest quick(const std::string &url, milliseconds timeout)
{
    HttpRequest request;
    request.url = url;
    request.timeout = timeout;
    return request;
}

} // namespace

class TestHttpClientFailures : public QObject
{
    Q_OBJECT
private slots:
    void saysThatNobodyListens()
    {
        ClientRun client;
        const std::uint16_t port = closedPort();
        const auto outcome = client.get("http://127.0.0.1:" + std::to_string(port) + "/");
        QCOMPARE(outcomeText(outcome), std::string("net.connect: Connection refused"));
        QCOMPARE(outcome.error().error.subject, "127.0.0.1:" + std::to_string(port));
        QCOMPARE(outcome.error().status, 0);
    }

    void triesEveryAddressOfLocalhost()
    {
        LoopThread thread; // only on ::1, the second address of localhost
        std::unique_ptr<HttpServer> server;
        Result<std::uint16_t> port = 0;
        thread.run([&] {
            server = std::make_unique<HttpServer>(thread.loop, HttpServerLimits{},
                                                  [](const ServerRequest &, Responder r) { r.send({}); });
            port = server->listen("::1", 0);
        });
        if (port) {
            ClientRun client;
            QCOMPARE(outcomeText(client.get("http://localhost:" + std::to_string(*port) + "/")),
                     std::string("200 "));
        }
        thread.run([&] { server.reset(); });
        if (!port)
            QSKIP("this machine has no IPv6 loopback");
    }

    void saysThatANameIsUnknown()
    {
        ClientRun client;
        HttpRequest request = quick("http://nonexistent.invalid/", milliseconds(8000));
        request.connectTimeout = milliseconds(8000);
        const auto outcome = client.fetch(std::move(request));
        QCOMPARE(outcome.error().error.code, ErrorCode::NetResolve);
        QVERIFY(!outcome.error().error.detail.empty());
        QCOMPARE(outcome.error().error.subject, std::string("nonexistent.invalid"));
    }

    void endsInTimeWhenNoAnswerComes()
    {
        RawServer server(neverAnswer);
        ClientRun client;
        QElapsedTimer clock;
        clock.start();
        const auto outcome = client.fetch(quick(server.url(), milliseconds(200)));
        const qint64 took = clock.elapsed();
        QCOMPARE(outcomeText(outcome), std::string("net.timeout: no answer within 200ms"));
        QVERIFY2(took >= 199 && took < 1000, QByteArray::number(took));
    }

    void endsInTimeWhenTheAnswerDrips()
    {
        RawServer server([](RawSocket &peer, int) {
            peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
            peer.readToEnd();
        });
        ClientRun client;
        const auto outcome = client.fetch(quick(server.url(), milliseconds(100)));
        QCOMPARE(outcomeText(outcome), std::string("net.timeout: the answer was not complete within 100ms"));
        QCOMPARE(outcome.error().status, 200);
    }

    void endsInTimeWhenTheServerDoesNotReadTheRequest()
    {
        std::atomic<bool> over = false;
        RawServer server([&over](RawSocket &peer, int) {
            peer.setReceiveBuffer(4096);
            while (!over)
                std::this_thread::yield();
        });
        ClientRun client;
        HttpRequest request = quick(server.url(), milliseconds(150));
        request.method = "POST";
        request.body.assign(32u << 20, 'x');
        const auto outcome = client.fetch(std::move(request));
        over = true;
        QCOMPARE(outcomeText(outcome), std::string("net.timeout: no answer within 150ms"));
    }

    void boundsTheConnectionByItsOwnLimit()
    {
        RawServer server(neverAnswer); // takes the connection and never shakes hands
        ClientRun client;
        HttpRequest request =
            quick("https://127.0.0.1:" + std::to_string(server.port()) + "/", milliseconds(5000));
        request.connectTimeout = milliseconds(100);
        QCOMPARE(outcomeText(client.fetch(std::move(request))),
                 std::string("net.timeout: no connection within 100ms"));
    }

    void countsTheWaitForAConnection()
    {
        RawServer server(neverAnswer);
        ClientRun client({1, std::chrono::seconds(30), {}, "t"});
        std::string first;
        std::string second;
        client.http->send(quick(server.url(), milliseconds(400)),
                          [&](const auto &o) { first = outcomeText(o); });
        client.http->send(quick(server.url(), milliseconds(50)),
                          [&](const auto &o) { second = outcomeText(o); });
        QVERIFY(client.runUntil([&] { return !second.empty(); }));
        QCOMPARE(second, std::string("net.timeout: no free connection within 50ms"));
        QCOMPARE(first, std::string());
        QVERIFY(client.runUntil([&] { return !first.empty(); }));
    }

    void saysThatTheConnectionWasReset()
    {
        RawServer server([](RawSocket &peer, int) {
            peer.readUntil("\r\n\r\n");
            peer.abort();
        });
        ClientRun client;
        QCOMPARE(outcomeText(client.get(server.url())), std::string("net.connect: Connection reset by peer"));
    }

    void endsCancelledCallsAtOnceAndOnce()
    {
        RawServer server(neverAnswer);
        ClientRun client({1, std::chrono::seconds(30), {}, "t"});
        std::vector<std::string> ends;
        const auto note = [&](const auto &outcome) { ends.push_back(outcomeText(outcome)); };
        const auto running = client.http->send(quick(server.url(), milliseconds(5000)), note);
        const auto waiting = client.http->send(quick(server.url(), milliseconds(5000)), note);
        const auto unusable = client.http->send(quick("ftp://h/", milliseconds(5000)), note);
        client.http->cancel(waiting);
        client.http->cancel(running);
        client.http->cancel(running);
        client.http->cancel(unusable);
        client.http->cancel(4711);
        QVERIFY(ends.empty()); // later, never from inside cancel()
        QVERIFY(client.runUntil([&] { return ends.size() == 3; }));
        QCOMPARE(std::count(ends.begin(), ends.end(), "net.cancelled: "), std::ptrdiff_t{2});
    }

    void cancelsWhileTheAnswerIsComing()
    {
        RawServer server([](RawSocket &peer, int) {
            peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
            peer.readToEnd();
        });
        ClientRun client;
        std::string end;
        const auto id = client.http->send(quick(server.url(), milliseconds(9000)),
                                          [&](const auto &o) { end = outcomeText(o); });
        client.loop.startTimer(std::chrono::steady_clock::now() + milliseconds(30),
                               [&] { client.http->cancel(id); });
        QVERIFY(client.runUntil([&] { return !end.empty(); }));
        QCOMPARE(end, std::string("net.cancelled: "));
    }

    void callsNobodyAfterItsEnd()
    {
        RawServer server(neverAnswer);
        int ends = 0;
        ClientRun client({1, std::chrono::seconds(30), {}, "t"});
        const auto count = [&](const auto &) { ++ends; };
        client.http->send(quick(server.url(), milliseconds(30)), count);
        client.http->send(quick(server.url(), milliseconds(30)), count);
        client.http->send(quick("nonsense", milliseconds(30)), count);
        client.http->cancel(client.http->send(quick(server.url(), milliseconds(30)), count));
        client.loop.post([&] { client.http.reset(); });
        bool later = false;
        client.loop.startTimer(std::chrono::steady_clock::now() + milliseconds(80), [&] { later = true; });
        QVERIFY(client.runUntil([&] { return later; }));
        QCOMPARE(ends, 2); // the unusable URL and the cancelled call had ended before
    }

    void mayBeDestroyedFromItsOwnCallback()
    {
        TestServer server([](const ServerRequest &, Responder r) { r.send({}); });
        ClientRun client;
        bool done = false;
        client.http->send(quick(server.url(), milliseconds(5000)), [&](const auto &) {
            client.http.reset();
            done = true;
        });
        QVERIFY(client.runUntil([&] { return done; }));
    }
};

QTEST_GUILESS_MAIN(TestHttpClientFailures)
#include "tst_http_client_failures.moc"
