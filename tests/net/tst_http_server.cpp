// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/servers.h"

#include <QTest>

#include <algorithm>
#include <deque>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;

namespace {

/// Answers with everything it understood of the request, one thing a line.
void echo(const ServerRequest &request, Responder responder)
{
    std::string text = request.method + " " + request.path + "\n";
    for (const auto &[name, value] : request.query)
        text += name + "=" + value + "\n";
    text += "x-test: " + std::string(request.header("X-TEST")) + "\n" + request.body;
    responder.send({200, "text/plain", text, {{"X-Answer", "yes"}}});
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT
private slots:
    void answersARequest()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        peer.send("POST /a%20b/../c?x=1+2&y=%26 HTTP/1.1\r\nHost: h\r\nx-Test: v \r\nContent-Length: "
                  "4\r\n\r\nbody");
        const RawAnswer answer = peer.readAnswer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("POST /a b/../c\nx=1 2\ny=&\nx-test: v\nbody"));
        QVERIFY(answer.has("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.has("\r\nContent-Type: text/plain\r\n"));
        QVERIFY(answer.has("\r\nX-Answer: yes\r\n"));
        QVERIFY(answer.has(" GMT\r\n"));
        QVERIFY(!answer.has("Connection:"));
    }

    void keepsTheConnectionForTheNextRequest()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        for (int i = 0; i < 3; ++i) {
            peer.send("\r\nGET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
            QCOMPARE(peer.readAnswer().body.substr(0, 6), "GET /" + std::to_string(i));
        }
        QCOMPARE(server.connections(), 1);
    }

    void readsARequestThatComesByteByByte()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        for (const char byte :
             std::string_view("PUT /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "3\r\nabc\r\n2;ext=1\r\nde\r\n0\r\nX-Test: late\r\n\r\n"))
            QVERIFY(peer.send(std::string_view(&byte, 1)));
        QCOMPARE(peer.readAnswer().body, std::string("PUT /x\nx-test: \nabcde"));
    }

    void answersPipelinedRequestsInOrder()
    {
        std::deque<Responder> late;
        TestServer server([&late](const ServerRequest &request, Responder responder) {
            if (request.path == "/slow")
                late.push_back(responder);
            else
                responder.send({200, "text/plain", request.path, {}});
        });
        RawSocket peer = server.connect();
        std::string requests;
        for (const char *path : {"/1", "/slow", "/2", "/3"})
            requests += std::string("GET ") + path + " HTTP/1.1\r\nHost: h\r\n\r\n";
        peer.send(requests);
        QCOMPARE(peer.readAnswer().body, std::string("/1"));
        QTRY_COMPARE(server.openRequests(), 1);
        server.thread().run([&] { late.front().send({200, "text/plain", "/late", {}}); });
        for (const char *path : {"/late", "/2", "/3"})
            QCOMPARE(peer.readAnswer().body, std::string(path));
        server.thread().run([&] { late.clear(); });
    }

    void answersAThousandPipelinedRequests()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        std::thread sender([&] {
            for (int i = 0; i < 1000; ++i)
                peer.send("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
        });
        int right = 0;
        for (int i = 0; i < 1000; ++i)
            right += peer.readAnswer().body.find("GET /" + std::to_string(i) + "\n") == 0 ? 1 : 0;
        sender.join();
        QCOMPARE(right, 1000);
    }

    void answersHeadWithoutABody()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        peer.send("HEAD /x HTTP/1.1\r\nHost: h\r\n\r\nGET /y HTTP/1.1\r\nHost: h\r\n\r\n");
        const RawAnswer head = peer.readAnswer(false);
        QCOMPARE(head.status, 200);
        QVERIFY(head.has("\r\nContent-Length: 17\r\n"));
        QCOMPARE(peer.readAnswer().body.substr(0, 6), std::string("GET /y"));
    }

    void speaksHttp10()
    {
        TestServer server(echo);
        RawSocket once = server.connect();
        once.send("GET /x HTTP/1.0\r\n\r\n");
        const RawAnswer answer = once.readAnswer();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.has("Connection: close\r\n"));
        QVERIFY(once.isAtEnd());
        RawSocket kept = server.connect();
        for (int i = 0; i < 2; ++i) {
            kept.send("GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            QVERIFY(kept.readAnswer().has("Connection: keep-alive\r\n"));
        }
    }

    void closesWhenAskedTo()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QVERIFY(peer.readAnswer().has("Connection: close\r\n"));
        QVERIFY(peer.isAtEnd());
    }

    void answersAPeerThatHasEndedItsSending()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        peer.send("GET /half HTTP/1.1\r\nHost: h\r\n\r\n");
        peer.endSending();
        QCOMPARE(peer.readAnswer().body.substr(0, 9), std::string("GET /half"));
        QVERIFY(peer.isAtEnd());
    }

    void takesAbsoluteTargets()
    {
        TestServer server(echo);
        RawSocket peer = server.connect();
        peer.send("GET http://h:1/p?q=1 HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(peer.readAnswer().body, std::string("GET /p\nq=1\nx-test: \n"));
        peer.send("GET http://h?q=1 HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(peer.readAnswer().body, std::string("GET /\nq=1\nx-test: \n"));
    }

    void carriesLargeBodiesBothWays()
    {
        TestServer server([](ServerRequest request, Responder responder) {
            responder.send({200, "text/plain", std::move(request.body), {}});
        });
        std::string body(5u << 20, ' ');
        for (std::size_t i = 0; i < body.size(); ++i)
            body[i] = static_cast<char>('a' + i % 23);
        RawSocket peer = server.connect();
        std::thread sender([&] {
            peer.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(body.size()) +
                      "\r\n\r\n");
            peer.send(body);
        });
        const RawAnswer answer = peer.readAnswer();
        sender.join();
        QVERIFY(answer.body == body);
    }

    void answers500WhenTheHandlerThrowsOrForgets()
    {
        TestServer server([](const ServerRequest &request, const Responder &) {
            if (request.path == "/throw")
                throw std::runtime_error("secret");
            if (request.path == "/number")
                throw 7;
        });
        RawSocket peer = server.connect();
        for (const char *path : {"/throw", "/number", "/forget", "/throw"}) {
            peer.send(std::string("GET ") + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
            const RawAnswer answer = peer.readAnswer();
            QCOMPARE(answer.status, 500);
            QVERIFY(answer.body.find("\"code\":\"internal\"") != std::string::npos);
            QVERIFY(answer.body.find("secret") == std::string::npos);
        }
        QCOMPARE(server.openRequests(), 0);
    }

    void answersOnlyOnce()
    {
        TestServer server([](const ServerRequest &, Responder responder) {
            responder.send({201, "text/plain", "first", {}});
            responder.send({202, "text/plain", "second", {}});
            responder.stream().send("", "", "third");
        });
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(peer.readAnswer().status, 201);
        peer.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(peer.readAnswer().body, std::string("first"));
        QVERIFY(peer.isAtEnd());
    }

    void sendsNoBodyWhereNoneMayBe()
    {
        TestServer server([](const ServerRequest &request, Responder responder) {
            responder.send({request.path == "/204" ? 204 : 304, "text/plain", "ignored", {}});
        });
        RawSocket peer = server.connect();
        peer.send(
            "GET /204 HTTP/1.1\r\nHost: h\r\n\r\nGET /304 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        const std::string all = peer.readToEnd();
        QVERIFY(all.find("204 No Content") != std::string::npos);
        QVERIFY(all.find("304 Not Modified") != std::string::npos);
        QVERIFY(all.find("ignored") == std::string::npos);
        QVERIFY(all.find("Content-Length") == std::string::npos);
    }

    void letsNoHandlerBreakTheFraming()
    {
        TestServer server([](const ServerRequest &request, Responder responder) {
            if (request.path == "/split")
                responder.send({200, "text/plain", "x", {{"X-A", "b\r\nX-Injected: 1"}}});
            else if (request.path == "/type")
                responder.send({200, "text/plain\r\nX-Injected: 1", "x", {}});
            else if (request.path == "/status")
                responder.send({99999, "text/plain", "x", {}});
            else
                responder.send(
                    {200, "text/plain", "x", {{"content-length", "7"}, {"Transfer-Encoding", "chunked"}}});
        });
        RawSocket peer = server.connect();
        for (const char *path : {"/split", "/type", "/status"}) {
            peer.send(std::string("GET ") + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
            const RawAnswer answer = peer.readAnswer();
            QCOMPARE(answer.status, 500);
            QVERIFY(!answer.has("Injected"));
        }
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const RawAnswer answer = peer.readAnswer();
        QCOMPARE(answer.body, std::string("x"));
        QVERIFY(!answer.has("chunked") && !answer.has("content-length: 7"));
    }

    void tellsWhenThePeerLeaves_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void tellsWhenThePeerLeaves()
    {
        QFETCH(bool, reset);
        std::deque<Responder> waiting;
        std::atomic<int> left = 0;
        TestServer server([&](const ServerRequest &, Responder responder) {
            responder.onClosed([&left] { ++left; });
            waiting.push_back(responder);
        });
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(server.openRequests(), 1);
        QCOMPARE(left.load(), 0);
        if (reset)
            peer.abort();
        else
            peer.close();
        QTRY_COMPARE(left.load(), 1);
        server.thread().run([&] { waiting.clear(); });
        QTRY_COMPARE(server.connections(), 0);
        QCOMPARE(server.openRequests(), 0);
        QCOMPARE(left.load(), 1);
    }

    void finishesOpenRequestsWhenItStops()
    {
        std::deque<Responder> waiting;
        std::atomic<int> drained = 0;
        TestServer server([&](const ServerRequest &, Responder responder) { waiting.push_back(responder); });
        RawSocket idle = server.connect();
        RawSocket peer = server.connect();
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(server.openRequests(), 1);
        QTRY_COMPARE(server.connections(), 2);
        server.thread().run([&] { server.server().stopAccepting([&drained] { ++drained; }); });
        QVERIFY(idle.isAtEnd());
        QVERIFY(!server.connect().isOpen());
        QCOMPARE(drained.load(), 0);
        server.thread().run([&] { waiting.front().send({200, "text/plain", "last", {}}); });
        const RawAnswer answer = peer.readAnswer();
        QCOMPARE(answer.body, std::string("last"));
        QVERIFY(answer.has("Connection: close"));
        QTRY_COMPARE(drained.load(), 1);
        server.thread().run([&] { waiting.clear(); });
    }

    void survivesRespondersThatOutliveIt()
    {
        LoopThread thread;
        std::deque<Responder> kept;
        int left = 0;
        auto server = std::make_unique<HttpServer>(thread.loop, HttpServerLimits{},
                                                   [&](const ServerRequest &, Responder r) {
                                                       r.onClosed([&left] { ++left; });
                                                       kept.push_back(std::move(r));
                                                   });
        std::uint16_t port = 0;
        thread.run([&] { port = server->listen("localhost", 0).value(); });
        RawSocket peer = RawSocket::connectTo(port);
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY([&] {
            bool there = false;
            thread.run([&] { there = !kept.empty(); });
            return there;
        }());
        thread.run([&] { server.reset(); });
        QVERIFY(peer.isAtEnd());
        thread.run([&] {
            QVERIFY(!kept.front().isOpen());
            kept.front().send({});
            kept.clear();
        });
        thread.run([&] { QCOMPARE(left, 0); });
    }

    void writesBeforeItEndsWhatWasAnswered()
    {
        LoopThread thread;
        std::deque<Responder> waiting;
        const auto keep = [&](const ServerRequest &, Responder r) { waiting.push_back(std::move(r)); };
        auto server = std::make_unique<HttpServer>(thread.loop, HttpServerLimits{}, keep);
        std::uint16_t port = 0;
        thread.run([&] { port = server->listen("localhost", 0).value(); });
        RawSocket peer = RawSocket::connectTo(port);
        peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto isThere = [&] {
            bool there = false;
            thread.run([&] { there = !waiting.empty(); });
            return there;
        };
        QTRY_VERIFY(isThere());
        thread.run([&] {
            waiting.front().send({200, "text/plain", "last", {}});
            server.reset();
            waiting.clear();
        });
        QCOMPARE(peer.readAnswer().body, std::string("last"));
    }

    void saysWhyItCannotListen()
    {
        TestServer server(echo);
        Loop loop;
        HttpServer second(loop, {}, echo);
        const auto taken = second.listen("127.0.0.1", server.port());
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::NetListen);
        QCOMPARE(taken.error().detail, std::string("Address already in use"));
        QCOMPARE(taken.error().subject, "127.0.0.1:" + std::to_string(server.port()));
        QVERIFY(!second.listen("example.org", 0));
        QVERIFY(!second.listen("192.0.2.1", 0));
        QVERIFY(second.listen("::1", 0).value_or(0) != 0 || !second.listen("::1", 0));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
