// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/servers.h"

#include <QElapsedTimer>
#include <QTest>

#include <deque>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;
using std::chrono::milliseconds;

namespace {

void ok(const ServerRequest &, Responder responder)
{
    responder.send({200, "text/plain", "ok", {}});
}

HttpServerLimits small()
{
    HttpServerLimits limits;
    limits.headerBytes = 1024;
    limits.bodyBytes = 1000;
    return limits;
}

bool isJsonError(const RawAnswer &answer)
{
    return answer.has("Content-Type: application/json\r\n") &&
           answer.body.find("{\"error\":{\"code\":\"") == 0;
}

} // namespace

class TestHttpServerLimits : public QObject
{
    Q_OBJECT
private slots:
    void refusesWhatIsNotHttp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
            QTest::newRow(name) << bytes << status;
        };
        const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\n";
        const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
        row("garbage", "GARBAGE\r\n\r\n");
        row("a TLS greeting", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
        row("zero bytes", QByteArray(64, '\0'));
        row("no version", "GET /\r\nHost: h\r\n\r\n");
        row("an unknown version", "GET / HTTP/2.0\r\nHost: h\r\n\r\n");
        row("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("two blanks", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n");
        row("a blank in front", " GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        row("line feeds only", "GET / HTTP/1.1\nHost: h\n\n");
        row("a lone line feed in the header", get + "A: b\nC: d\r\n\r\n");
        row("a lone carriage return in a value", get + "A: b\rC: d\r\n\r\n");
        row("a header without a colon", get + "A\r\n\r\n");
        row("a header without a name", get + ": x\r\n\r\n");
        row("a blank before the colon", get + "A : b\r\n\r\n");
        row("a blank before the first header", "GET / HTTP/1.1\r\n Host: h\r\n\r\n");
        row("a control character in a value", get + QByteArray("A: \x01\r\n\r\n"));
        row("NUL in a value", get + QByteArray("A: \0x\r\n\r\n", 9));
        row("no host", "GET / HTTP/1.1\r\n\r\n");
        row("two hosts", get + "Host: g\r\n\r\n");
        row("two hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: h\r\nHost: g\r\n\r\n");
        row("a target that is no path", "GET a HTTP/1.1\r\nHost: h\r\n\r\n");
        row("an asterisk", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n");
        row("an authority", "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n");
        row("a broken escape", "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n");
        row("NUL in the path", "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n");
        row("bad UTF-8 in the path", "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n");
        row("bad UTF-8 in the query", "GET /?a=%ff HTTP/1.1\r\nHost: h\r\n\r\n");
        row("a fragment", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n");
        row("both lengths", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("both lengths, turned",
            post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
        row("two different lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
        row("two different lengths in one", post + "Content-Length: 3, 4\r\n\r\nabcd");
        row("a negative length", post + "Content-Length: -1\r\n\r\n");
        row("a signed length", post + "Content-Length: +1\r\n\r\na");
        row("a hexadecimal length", post + "Content-Length: 0x1\r\n\r\na");
        row("an empty length", post + "Content-Length:\r\n\r\n");
        row("an overflowing length", post + "Content-Length: 18446744073709551617\r\n\r\na");
        row("a coding we do not know", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("a coding before chunked",
            post + "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n", 501);
        row("a coding that only looks chunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked twice",
            post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("a bad chunk size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
        row("a negative chunk size", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n");
        row("an overflowing chunk size", post + "Transfer-Encoding: chunked\r\n\r\n1ffffffffffffffff\r\n");
        row("a chunk longer than it says", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabcd\r\n0\r\n\r\n");
        row("an endless chunk extension",
            post + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(5000, 'a'));
        row("an unknown expectation", post + "Expect: miracles\r\nContent-Length: 1\r\n\r\n", 417);
        row("a long header", get + "A: " + QByteArray(2000, 'a') + "\r\n\r\n", 431);
        row("many headers", get + QByteArray("A: b\r\n").repeated(400) + "\r\n", 431);
        row("a long target", "GET /" + QByteArray(2000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", 431);
        row("a long method", QByteArray(2000, 'A'), 431);
        row("a body above the limit", post + "Content-Length: 1001\r\n\r\n", 413);
        row("a chunk above the limit", post + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n", 413);
        row("chunks above the limit",
            post + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n" + QByteArray(1000, 'a') +
                "\r\n1\r\na\r\n0\r\n\r\n",
            413);
    }
    void refusesWhatIsNotHttp()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        std::atomic<int> handled = 0;
        TestServer server(
            [&handled](const ServerRequest &request, Responder responder) {
                ++handled;
                ok(request, std::move(responder));
            },
            small());
        RawSocket peer = server.connect();
        peer.send(bytes.toStdString());
        const RawAnswer answer = peer.readAnswer();
        QCOMPARE(answer.status, status);
        QVERIFY2(isJsonError(answer), answer.body.c_str());
        QVERIFY(answer.has("Connection: close\r\n"));
        QVERIFY(peer.isAtEnd());
        QCOMPARE(handled.load(), 0);
        RawSocket next = server.connect();
        next.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(next.readAnswer().status, 200);
    }

    void acceptsWhatIsJustWithinTheLimits()
    {
        TestServer server(ok, small());
        RawSocket peer = server.connect();
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nA: " + std::string(900, 'a') +
                  "\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'b'));
        QCOMPARE(peer.readAnswer().status, 200);
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
        QCOMPARE(peer.readAnswer().status, 200);
    }

    void boundsAHeaderThatComesInPieces()
    {
        TestServer server(ok, small());
        RawSocket peer = server.connect();
        bool open = peer.send("GET / HTTP/1.1\r\nHost: h\r\n");
        for (int i = 0; i < 100'000 && open; ++i)
            open = peer.send("A: 0123456789\r\n");
        QVERIFY(!open); // the server stopped reading and closed
    }

    void refusesABodyBeforeItComes()
    {
        TestServer server(ok, small());
        RawSocket peer = server.connect();
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 999999999\r\n\r\n");
        QCOMPARE(peer.readAnswer().status, 413);
    }

    void deliversItsRefusalToAPeerThatIsStillSending()
    {
        TestServer server(ok, small());
        RawSocket peer = server.connect();
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\n" + std::string(200'000, 'x'));
        QCOMPARE(peer.readAnswer().status, 413);
    }

    void asksForTheBodyOnExpectation()
    {
        TestServer server([](ServerRequest request, Responder r) {
            r.send({200, "text/plain", request.body, {}});
        });
        RawSocket peer = server.connect();
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 4\r\n\r\n");
        QCOMPARE(peer.readUntil("\r\n\r\n"), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        peer.send("body");
        QCOMPARE(peer.readAnswer().body, std::string("body"));
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\nbody");
        QVERIFY(peer.readAnswer().has("200 OK")); // the body was there already: nothing to ask for
    }

    void answers408ToASlowHeaderAndToASlowBody()
    {
        HttpServerLimits limits;
        limits.headerTime = milliseconds(60);
        limits.bodyTime = milliseconds(60);
        TestServer server(ok, limits);
        RawSocket header = server.connect();
        header.send("GET / HTTP/1.1\r\nHo");
        RawSocket body = server.connect();
        body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbo");
        for (RawSocket *peer : {&header, &body}) {
            const RawAnswer answer = peer->readAnswer();
            QCOMPARE(answer.status, 408);
            QVERIFY(isJsonError(answer));
            QVERIFY(peer->isAtEnd());
        }
    }

    void doesNotLetADripKeepAHeaderAlive()
    {
        HttpServerLimits limits;
        limits.headerTime = milliseconds(80);
        TestServer server(ok, limits);
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\n");
        QElapsedTimer clock;
        clock.start();
        bool open = true;
        while (open && clock.elapsed() < 5000) {
            open = peer.send("A: b\r\n") && server.connections() == 1;
            QTest::qWait(5);
        }
        QVERIFY(!open);
    }

    void closesIdleConnections()
    {
        HttpServerLimits limits;
        limits.idleTime = milliseconds(60);
        limits.headerTime = milliseconds(60);
        TestServer server(ok, limits);
        RawSocket silent = server.connect();
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(peer.readAnswer().status, 200);
        QVERIFY(peer.isAtEnd());
        QVERIFY(silent.isAtEnd());
        QTRY_COMPARE(server.connections(), 0);
    }

    void givesUpOnAPeerThatDoesNotReadItsAnswer()
    {
        HttpServerLimits limits;
        limits.writeTime = milliseconds(80);
        TestServer server(
            [](const ServerRequest &, Responder r) {
                r.send({200, "text/plain", std::string(64u << 20, 'x'), {}});
            },
            limits);
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(server.connections(), 1);
        QTRY_COMPARE(server.connections(), 0);
        QCOMPARE(server.openRequests(), 0);
    }

    void doesNotTimeARequestThatIsBeingHandled()
    {
        HttpServerLimits limits;
        limits.headerTime = limits.bodyTime = limits.idleTime = limits.writeTime = milliseconds(40);
        LoopThread *loop = nullptr;
        TestServer server(
            [&loop](const ServerRequest &, Responder responder) {
                loop->loop.startTimer(std::chrono::steady_clock::now() + milliseconds(300),
                                      [responder]() mutable {
                                          responder.send({200, "text/plain", "late", {}});
                                      });
            },
            limits);
        loop = &server.thread();
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(peer.readAnswer().body, std::string("late"));
    }

    void answers503AboveTheConnectionLimit()
    {
        HttpServerLimits limits;
        limits.connections = 2;
        TestServer server(ok, limits);
        RawSocket first = server.connect();
        RawSocket second = server.connect();
        QTRY_COMPARE(server.connections(), 2);
        RawSocket third = server.connect();
        third.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const RawAnswer refusal = third.readAnswer();
        QCOMPARE(refusal.status, 503);
        QVERIFY(isJsonError(refusal));
        QVERIFY(refusal.body.find("http.busy") != std::string::npos);
        QVERIFY(third.isAtEnd());
        first.close();
        QTRY_COMPARE(server.connections(), 1);
        RawSocket fourth = server.connect();
        fourth.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(fourth.readAnswer().status, 200);
    }

    void answersWithItsErrorWhenARequestEndsTooSoon()
    {
        TestServer server(ok, small());
        RawSocket peer = server.connect();
        peer.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nshort");
        peer.endSending();
        const RawAnswer answer = peer.readAnswer();
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.find("ended inside the request") != std::string::npos);
    }

    void livesOnThroughRandomBytes()
    {
        TestServer server(ok, small());
        std::srand(4711);
        const std::string seed =
            "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n";
        for (int round = 0; round < 400; ++round) {
            std::string bytes = seed;
            for (int i = 0; i < 1 + round % 6; ++i)
                bytes[static_cast<std::size_t>(std::rand()) % bytes.size()] = static_cast<char>(std::rand());
            RawSocket peer = server.connect();
            peer.send(bytes);
            peer.endSending();
            const RawAnswer answer = peer.readAnswer();
            QVERIFY2(answer.status >= 200 && answer.status < 600, QByteArray::fromStdString(bytes).toHex());
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpServerLimits)
#include "tst_http_server_limits.moc"
