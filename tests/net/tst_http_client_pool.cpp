// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/client_run.h"
#include "tests/support/net/servers.h"

#include <QTest>

#include <deque>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;
using std::chrono::milliseconds;

namespace {

constexpr std::string_view kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

HttpRequest requestFor(const std::string &url, const std::string &method = "GET")
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    return request;
}

HttpClientOptions withConnections(int count)
{
    HttpClientOptions options;
    options.connectionsPerHost = count;
    return options;
}

} // namespace

class TestHttpClientPool : public QObject
{
    Q_OBJECT
private slots:
    void sendsCallsInOrderOverOneConnection()
    {
        std::string seen;
        RawServer server([&seen](RawSocket &peer, int) {
            for (std::string head = peer.readUntil("\r\n\r\n"); !head.empty();
                 head = peer.readUntil("\r\n\r\n")) {
                seen += head.substr(4, 2);
                peer.send(kOk);
            }
        });
        {
            ClientRun client(withConnections(1));
            std::string ends;
            for (const char name : std::string_view("abcdef")) {
                client.http->send(
                    requestFor(server.url(std::string("/") + name)), [&ends, name, &client](const auto &) {
                        ends += name;
                        if (name == 'b') // comes after those that wait already
                            client.http->send(requestFor("http://127.0.0.1:1/"), [](const auto &) {});
                    });
            }
            QVERIFY(client.runUntil([&] { return ends.size() == 6; }));
            QCOMPARE(ends, std::string("abcdef"));
        }
        QCOMPARE(server.accepted(), 1);
        QCOMPARE(seen, std::string("/a/b/c/d/e/f"));
    }

    void opensNoMoreConnectionsThanAllowed()
    {
        std::deque<Responder> waiting;
        TestServer server(
            [&waiting](const ServerRequest &, Responder responder) { waiting.push_back(responder); });
        ClientRun client(withConnections(3));
        int ends = 0;
        for (int i = 0; i < 10; ++i)
            client.http->send(requestFor(server.url()),
                              [&ends](const auto &outcome) { ends += outcome ? 1 : 100; });
        QVERIFY(client.runUntil([&] { return server.openRequests() == 3; }));
        QCOMPARE(server.connections(), 3);
        QVERIFY(client.runUntil([&] {
            server.thread().run([&waiting] {
                while (!waiting.empty()) {
                    waiting.front().send({});
                    waiting.pop_front();
                }
            });
            return ends == 10;
        }));
        QCOMPARE(server.connections(), 3);
    }

    void givesThePlaceOfAFailedConnectionToTheNextCall()
    {
        RawServer server([](RawSocket &peer, int) { // each connection dies after its first request
            peer.readUntil("\r\n\r\n");
            peer.abort();
        });
        ClientRun client(withConnections(1));
        int ends = 0;
        for (int i = 0; i < 4; ++i)
            client.http->send(requestFor(server.url()),
                              [&ends](const auto &outcome) { ends += outcome ? 100 : 1; });
        QVERIFY(client.runUntil([&] { return ends == 4; }));
        QCOMPARE(server.accepted(), 4);
    }

    void repeatsOnceWhenAPooledConnectionHadGone_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("reset");
        for (const char *method : {"GET", "POST"}) {
            QTest::addRow("%s, closed", method) << QByteArray(method) << false;
            QTest::addRow("%s, reset", method) << QByteArray(method) << true;
        }
    }
    void repeatsOnceWhenAPooledConnectionHadGone()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, reset);
        RawServer server([reset](RawSocket &peer, int index) {
            peer.readUntil("\r\n\r\n");
            peer.send(kOk);
            if (index > 0)
                return;
            peer.readUntil("\r\n\r\n"); // the second request on it dies with the connection
            if (reset)
                peer.abort();
        });
        ClientRun client;
        QCOMPARE(outcomeText(client.get(server.url())), std::string("200 ok"));
        const auto second = client.fetch(requestFor(server.url(), method.toStdString()));
        QCOMPARE(outcomeText(second), std::string("200 ok"));
        QVERIFY(!second->timings.reused);
        QCOMPARE(server.accepted(), 2);
    }

    void doesNotRepeatWhatHadBegunToBeAnswered()
    {
        RawServer server([](RawSocket &peer, int) {
            peer.readUntil("\r\n\r\n");
            peer.send(kOk);
            peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 2");
        });
        ClientRun client;
        QCOMPARE(outcomeText(client.get(server.url())), std::string("200 ok"));
        QCOMPARE(outcomeText(client.get(server.url())),
                 std::string("net.connect: the connection was closed inside the answer"));
        QCOMPARE(server.accepted(), 1);
    }

    void doesNotRepeatOnANewConnection()
    {
        RawServer server([](RawSocket &peer, int) { peer.readUntil("\r\n\r\n"); });
        ClientRun client;
        QCOMPARE(outcomeText(client.get(server.url())),
                 std::string("net.connect: the connection was closed without an answer"));
        QCOMPARE(server.accepted(), 1);
    }

    void doesNotKeepWhatTheServerWantsClosed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("connection: close")
            << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
        QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok");
        QTest::newRow("more than the answer")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n");
    }
    void doesNotKeepWhatTheServerWantsClosed()
    {
        QFETCH(QByteArray, answer);
        RawServer server([answer](RawSocket &peer, int) {
            peer.readUntil("\r\n\r\n");
            peer.send(answer.toStdString());
            peer.readToEnd();
        });
        ClientRun client;
        for (int i = 0; i < 2; ++i) {
            const auto outcome = client.get(server.url());
            QCOMPARE(outcomeText(outcome), std::string("200 ok"));
            QVERIFY(!outcome->timings.reused);
        }
        QCOMPARE(server.accepted(), 2);
    }

    void closesIdleConnectionsAfterAWhile()
    {
        TestServer server([](const ServerRequest &, Responder r) { r.send({}); });
        HttpClientOptions options;
        options.idleTimeout = milliseconds(60);
        ClientRun client(options);
        QCOMPARE(client.get(server.url())->status, 200);
        QCOMPARE(server.connections(), 1);
        QVERIFY(client.runUntil([&] { return server.connections() == 0; }));
    }

    void noticesThatAnIdleConnectionWasClosed()
    {
        HttpServerLimits limits;
        limits.idleTime = milliseconds(40);
        TestServer server([](const ServerRequest &, Responder r) { r.send({}); }, limits);
        ClientRun client;
        QCOMPARE(client.get(server.url())->status, 200);
        QVERIFY(client.runUntil([&] { return server.connections() == 0; }));
        const auto second = client.get(server.url());
        QVERIFY(second);
        QVERIFY(!second->timings.reused);
    }

    void carriesManyCallsAtOnce()
    {
        TestServer server([](ServerRequest request, Responder r) {
            r.send({200, "text/plain", request.path, {}});
        });
        ClientRun client(withConnections(16));
        constexpr int kCalls = 3000;
        int right = 0;
        int ends = 0;
        for (int i = 0; i < kCalls; ++i) {
            const std::string path = "/" + std::to_string(i);
            client.http->send(requestFor(server.url(path)), [&, path](const auto &outcome) {
                right += outcome && outcome->body == path ? 1 : 0;
                ++ends;
            });
        }
        QVERIFY(client.runUntil([&] { return ends == kCalls; }));
        QCOMPARE(right, kCalls);
        QVERIFY(server.connections() <= 16);
    }
};

QTEST_GUILESS_MAIN(TestHttpClientPool)
#include "tst_http_client_pool.moc"
