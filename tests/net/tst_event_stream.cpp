// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/servers.h"

#include <QTest>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;

namespace {

constexpr std::string_view kGet = "GET /events HTTP/1.1\r\nHost: h\r\n\r\n";

/// A server that gives one stream to the test; use it on the loop only.
struct StreamServer
{
    explicit StreamServer(HttpServerLimits limits = {})
        : server(
              [this](const ServerRequest &, Responder responder) {
                  stream = std::make_unique<EventStream>(responder.stream({{"X-Stream", "1"}}));
                  stream->onClosed([this] { ++left; });
                  started = true;
              },
              limits)
    {
    }
    ~StreamServer()
    {
        server.thread().run([this] { stream.reset(); });
    }

    bool send(std::string_view id, std::string_view event, std::string_view data)
    {
        bool sent = false;
        server.thread().run([&] { sent = stream->send(id, event, data); });
        return sent;
    }

    std::unique_ptr<EventStream> stream;
    std::atomic<int> left = 0;
    std::atomic<bool> started = false;
    TestServer server;
};

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT
private slots:
    void sendsEventsAsChunks()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send(kGet);
        const std::string head = peer.readUntil("\r\n\r\n");
        QVERIFY(head.find("HTTP/1.1 200 OK\r\n") == 0);
        for (const char *line : {"Content-Type: text/event-stream\r\n", "Transfer-Encoding: chunked\r\n",
                                 "Cache-Control: no-cache\r\n", "X-Stream: 1\r\n", "Connection: close\r\n"})
            QVERIFY2(head.find(line) != std::string::npos, line);
        QVERIFY(events.send("7", "step", "{\"a\":1}"));
        QCOMPARE(peer.readUntil("\n\n\r\n"),
                 std::string("21\r\nid: 7\nevent: step\ndata: {\"a\":1}\n\n\r\n"));
        events.server.thread().run([&] { events.stream->close(); });
        QCOMPARE(peer.readToEnd(), std::string("0\r\n\r\n"));
        QCOMPARE(events.left.load(), 0);
        QVERIFY(!events.send("8", "step", "late"));
    }

    void delimitsByClosingForHttp10()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send("GET / HTTP/1.0\r\n\r\n");
        QVERIFY(peer.readUntil("\r\n\r\n").find("chunked") == std::string::npos);
        events.send("", "", "x");
        events.server.thread().run([&] { events.stream.reset(); }); // the last copy ends the stream
        QCOMPARE(peer.readToEnd(), std::string("data: x\n\n"));
    }

    void keepsDataOnItsOwnLines()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send("GET / HTTP/1.0\r\n\r\n");
        peer.readUntil("\r\n\r\n");
        events.send("1\nevent: evil", "e\r\ndata: evil", "a\nb\r\nc\rd\n");
        events.server.thread().run([&] { events.stream->comment("still\n\ndata: here"); });
        events.server.thread().run([&] { events.stream->close(); });
        QCOMPARE(peer.readToEnd(),
                 std::string("id: 1 event: evil\nevent: e  data: evil\ndata: a\ndata: b\ndata: c\ndata: d\n"
                             "data: \n\n: still  data: here\n\n"));
    }

    void answersHeadWithoutAStream()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(peer.readToEnd().find("text/event-stream") != std::string::npos);
        QVERIFY(!events.send("", "", "x"));
    }

    void tellsOnceWhenThePeerLeaves()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send(kGet);
        peer.readUntil("\r\n\r\n");
        QVERIFY(events.send("", "", "x"));
        peer.close();
        QTRY_COMPARE(events.left.load(), 1);
        QVERIFY(!events.send("", "", "y"));
        bool open = true;
        events.server.thread().run([&] { open = events.stream->isOpen(); });
        QVERIFY(!open);
        QCOMPARE(events.left.load(), 1);
        QCOMPARE(events.server.connections(), 0);
    }

    void doesNotCountAsAnOpenRequest()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send(kGet);
        peer.readUntil("\r\n\r\n");
        QCOMPARE(events.server.openRequests(), 0);
        QCOMPARE(events.server.connections(), 1);
    }

    void carriesManyEventsToASlowButSteadyReader()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send("GET / HTTP/1.0\r\n\r\n");
        peer.readUntil("\r\n\r\n");
        const std::string data(1000, 'd');
        bool sent = true;
        events.server.thread().run([&] {
            for (int i = 0; i < 3000 && sent; ++i)
                sent = events.stream->send(std::to_string(i), "", data);
            events.stream->close();
        });
        QVERIFY(sent);
        const std::string all = peer.readToEnd();
        std::string expected;
        for (int i = 0; i < 3000; ++i)
            expected += "id: " + std::to_string(i) + "\ndata: " + data + "\n\n";
        QVERIFY(all == expected);
    }

    void closesOnAReaderThatFallsBehind()
    {
        HttpServerLimits limits;
        limits.maxStreamBacklog = 100'000;
        StreamServer events(limits);
        RawSocket peer = events.server.connect();
        peer.send(kGet);
        peer.readUntil("\r\n\r\n");
        const std::string data(50'000, 'd');
        int sent = 0;
        events.server.thread().run([&] {
            while (sent < 10'000 && events.stream->send("", "", data))
                ++sent;
        });
        QVERIFY(sent < 10'000);
        QTRY_COMPARE(events.left.load(), 1);
        QCOMPARE(events.server.connections(), 0);
    }

    void closesOnAReaderThatTakesNothingForTooLong()
    {
        HttpServerLimits limits;
        limits.writeTime = std::chrono::milliseconds(60);
        limits.maxStreamBacklog = 64u << 20;
        StreamServer events(limits);
        RawSocket peer = events.server.connect();
        peer.send(kGet);
        peer.readUntil("\r\n\r\n");
        const std::string data(16u << 20, 'd');
        QVERIFY(events.send("", "", data));
        QTRY_COMPARE(events.left.load(), 1);
    }

    void ignoresWhatThePeerSendsMeanwhile()
    {
        StreamServer events;
        RawSocket peer = events.server.connect();
        peer.send(kGet);
        peer.readUntil("\r\n\r\n");
        peer.send(kGet);
        QVERIFY(events.send("", "", "x"));
        QVERIFY(peer.readUntil("\n\n").find("data: x") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_event_stream.moc"
