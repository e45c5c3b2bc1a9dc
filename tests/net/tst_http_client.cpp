// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/client_run.h"
#include "tests/support/net/servers.h"

#include <QTest>

#include <zlib.h>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;

namespace {

HttpRequest requestFor(const std::string &url, const std::string &method = "GET", std::string body = {})
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.body = std::move(body);
    return request;
}

std::string headerOf(const HttpResponse &response, const std::string &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return "(none)";
}

std::string gzipped(const std::string &text, int windowBits = MAX_WBITS + 16)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

std::string packedAnswer(const std::string &coding, const std::string &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A server that reads one request head a connection, sends `answer`, and closes.
RawServer::Script answering(const std::string &answer)
{
    return [answer](RawSocket &peer, int) {
        peer.readUntil("\r\n\r\n");
        peer.send(answer);
    };
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT
private slots:
    void sendsWhatItIsGiven()
    {
        std::string seen;
        RawServer server([&seen](RawSocket &peer, int) {
            seen = peer.readUntil("\r\n\r\nbody");
            peer.send("HTTP/1.1 201 Created\r\nX-A: b\r\nContent-Length: 2\r\n\r\nok");
        });
        ClientRun client;
        HttpRequest request = requestFor(server.url("/a?b=c#d"), "POST", "body");
        request.headers = {
            {"Content-Type", "text/plain"}, {"X-B", "c"}, {"Content-Length", "99"}, {"Connection", "close"}};
        const auto outcome = client.fetch(std::move(request));
        QCOMPARE(outcomeText(outcome), std::string("201 ok"));
        QCOMPARE(headerOf(*outcome, "X-A"), std::string("b"));
        QCOMPARE(seen,
                 "POST /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
                     "\r\nUser-Agent: batuta\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nContent-Length: 4\r\n"
                     "Content-Type: text/plain\r\nX-B: c\r\n\r\nbody");
    }

    void letsTheCallerReplaceTheDefaults()
    {
        std::string seen;
        RawServer server([&seen](RawSocket &peer, int) {
            seen = peer.readUntil("\r\n\r\n");
            peer.send(packedAnswer("gzip", gzipped("packed")));
        });
        ClientRun client;
        HttpRequest request = requestFor(server.url());
        request.headers = {
            {"host", "other"}, {"user-agent", "me"}, {"accept", "a/b"}, {"accept-encoding", "gzip"}};
        const auto outcome = client.fetch(std::move(request));
        QCOMPARE(seen, std::string("GET / HTTP/1.1\r\nhost: other\r\nuser-agent: me\r\naccept: a/b\r\n"
                                   "accept-encoding: gzip\r\n\r\n"));
        QCOMPARE(outcome->body, gzipped("packed")); // who asks for a coding gets it
    }

    void readsAnswersOfEveryShape_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char *name, const QByteArray &answer, const QByteArray &outcome) {
            QTest::newRow(name) << answer << outcome;
        };
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        row("a length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", "200 abc");
        row("no reason", "HTTP/1.1 200 \r\nContent-Length: 3\r\n\r\nabc", "200 abc");
        row("an empty body", "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", "500 ");
        row("chunks", chunked + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n", "200 abcde");
        row("until it closes", "HTTP/1.1 200 OK\r\n\r\nabc", "200 abc");
        row("until it closes, empty", "HTTP/1.1 200 OK\r\n\r\n", "200 ");
        row("HTTP/1.0", "HTTP/1.0 404 No\r\nContent-Type: a/b\r\n\r\nabc", "404 abc");
        row("no content", "HTTP/1.1 204 No Content\r\n\r\n", "204 ");
        row("not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", "304 ");
        row("a redirect", "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", "302 ");
        row("interim answers first",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\n"
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
            "200 a");
        row("another protocol", "HTTP/1.1 101 Switching\r\n\r\n",
            "net.protocol: the server switched to another protocol");
        row("garbage", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "net.protocol: bad version");
        row("an unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
            "net.protocol: bad Transfer-Encoding");
        row("both lengths",
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "net.protocol: bad Transfer-Encoding");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "net.protocol: bad Content-Length");
        row("a bad chunk", chunked + "x\r\n", "net.protocol: bad chunk");
        row("nothing", "", "net.connect: the connection was closed without an answer");
        row("half a head", "HTTP/1.1 200 OK\r\nConte",
            "net.connect: the connection was closed inside the answer");
        row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
            "net.connect: the connection was closed inside the answer");
        row("half the chunks", chunked + "3\r\nabc\r\n",
            "net.connect: the connection was closed inside the answer");
        row("an endless head", "HTTP/1.1 200 OK\r\nA: " + QByteArray(80'000, 'a'),
            "net.protocol: header limit exceeded");
        row("endless headers", "HTTP/1.1 200 OK\r\n" + QByteArray("A: b\r\n").repeated(20'000),
            "net.protocol: header limit exceeded");
    }
    void readsAnswersOfEveryShape()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, outcome);
        RawServer server(answering(answer.toStdString()));
        ClientRun client;
        QCOMPARE(QByteArray::fromStdString(outcomeText(client.get(server.url()))), outcome);
    }

    void givesTheStatusOfAnAnswerThatBreaksOff()
    {
        RawServer server(answering("HTTP/1.1 503 Busy\r\nContent-Length: 5\r\n\r\nabc"));
        ClientRun client;
        QCOMPARE(client.get(server.url()).error().status, 503);
    }

    void readsNoBodyAfterHead()
    {
        RawServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"));
        ClientRun client;
        const auto outcome = client.fetch(requestFor(server.url(), "HEAD"));
        QCOMPARE(outcomeText(outcome), std::string("200 "));
        QCOMPARE(headerOf(*outcome, "Content-Length"), std::string("500"));
    }

    void unpacksWhatItAskedToBePacked_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<int>("windowBits");
        QTest::newRow("gzip") << QByteArray("gzip") << MAX_WBITS + 16;
        QTest::newRow("deflate") << QByteArray("deflate") << MAX_WBITS;
    }
    void unpacksWhatItAskedToBePacked()
    {
        QFETCH(QByteArray, coding);
        QFETCH(int, windowBits);
        const std::string text(300'000, 'z');
        RawServer server(answering(packedAnswer(coding.toStdString(), gzipped(text, windowBits))));
        ClientRun client;
        const auto outcome = client.get(server.url());
        QVERIFY2(outcome, outcomeText(outcome).c_str());
        QVERIFY(outcome->body == text);
        QCOMPARE(headerOf(*outcome, "Content-Encoding"), std::string("(none)"));
        QCOMPARE(headerOf(*outcome, "Content-Length"), std::string("(none)"));
    }

    void unpacksSeveralMembers()
    {
        RawServer server(answering(packedAnswer("gzip", gzipped("one ") + gzipped("two"))));
        ClientRun client;
        QCOMPARE(outcomeText(client.get(server.url())), std::string("200 one two"));
    }

    void refusesDamagedPacking()
    {
        std::string damaged = gzipped(std::string(1000, 'a'));
        RawServer cut(answering(packedAnswer("gzip", damaged.substr(0, damaged.size() / 2))));
        damaged[damaged.size() - 5] ^= 0x55;
        RawServer wrong(answering(packedAnswer("gzip", damaged)));
        RawServer none(answering(packedAnswer("gzip", "plain")));
        ClientRun client;
        for (const RawServer *server : {&cut, &wrong, &none}) {
            const auto outcome = client.get(server->url());
            QCOMPARE(outcome.error().error.code, ErrorCode::NetProtocol);
            QCOMPARE(outcome.error().status, 200);
        }
    }

    void refusesBodiesAboveTheLimit_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        const QByteArray body(200'000, 'x');
        QTest::newRow("announced") << head + "Content-Length: 200000\r\n\r\n";
        QTest::newRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n30d40\r\n" + body +
                                        "\r\n0\r\n\r\n";
        QTest::newRow("many chunks") << head + "Transfer-Encoding: chunked\r\n\r\n" +
                                            QByteArray("a\r\n0123456789\r\n").repeated(200) + "0\r\n\r\n";
        QTest::newRow("until it closes") << head + "\r\n" + body;
        QTest::newRow("packed") << QByteArray::fromStdString(
            packedAnswer("gzip", gzipped(body.toStdString())));
    }
    void refusesBodiesAboveTheLimit()
    {
        QFETCH(QByteArray, answer);
        RawServer server(answering(answer.toStdString()));
        ClientRun client;
        HttpRequest request = requestFor(server.url());
        request.maxResponseBytes = 1000;
        const auto outcome = client.fetch(std::move(request));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().error.code, ErrorCode::NetTooLarge);
        QVERIFY(outcome.error().error.detail.find("1000 bytes") != std::string::npos);
        QCOMPARE(outcome.error().status, 200);
    }

    void acceptsABodyOfExactlyTheLimit()
    {
        RawServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde"));
        ClientRun client;
        HttpRequest request = requestFor(server.url());
        request.maxResponseBytes = 5;
        QCOMPARE(outcomeText(client.fetch(std::move(request))), std::string("200 abcde"));
    }

    void refusesToSendWhatWouldBreakTheFraming_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *title, const QByteArray &method, const QByteArray &name,
                            const QByteArray &value) { QTest::newRow(title) << method << name << value; };
        row("a line break in a value", "GET", "X-A", "b\r\nX-Evil: 1");
        row("a line feed in a value", "GET", "X-A", "b\nX-Evil: 1");
        row("NUL in a value", "GET", "X-A", QByteArray("b\0c", 3));
        row("a line break in a name", "GET", "X-A: b\r\nX-Evil", "1");
        row("a blank in a name", "GET", "X A", "b");
        row("a colon in a name", "GET", "X:A", "b");
        row("an empty name", "GET", "", "b");
        row("a line break in the method", "GET / HTTP/1.1\r\nX: ", "X-A", "b");
        row("an empty method", "", "X-A", "b");
        row("a tunnel", "CONNECT", "X-A", "b");
    }
    void refusesToSendWhatWouldBreakTheFraming()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        RawServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        ClientRun client;
        HttpRequest request = requestFor(server.url(), method.toStdString());
        request.headers = {{name.toStdString(), value.toStdString()}};
        QCOMPARE(client.fetch(std::move(request)).error().error.code, ErrorCode::NetProtocol);
        QCOMPARE(server.accepted(), 0);
    }

    void refusesUrlsItCannotUse()
    {
        ClientRun client;
        for (const char *url : {"", "ftp://h/", "http://h/a\r\nX: y", "http://a:b@h/"})
            QCOMPARE(client.get(url).error().error.code, ErrorCode::NetUrl);
    }

    void sendsLargeBodies()
    {
        TestServer server([](ServerRequest request, Responder r) {
            r.send({200, "a/b", std::move(request.body), {}});
        });
        std::string body(8u << 20, ' ');
        for (std::size_t i = 0; i < body.size(); ++i)
            body[i] = static_cast<char>('a' + i % 19);
        ClientRun client;
        const auto outcome = client.fetch(requestFor(server.url(), "PUT", body));
        QVERIFY2(outcome, outcome ? "" : outcomeText(outcome).c_str());
        QVERIFY(outcome->body == body);
    }

    void takesAnAnswerThatComesBeforeTheWholeRequest()
    {
        HttpServerLimits limits;
        limits.bodyBytes = 1000;
        TestServer server([](const ServerRequest &, Responder r) { r.send({}); }, limits);
        ClientRun client;
        const auto outcome = client.fetch(requestFor(server.url(), "POST", std::string(600'000, 'x')));
        QVERIFY2(outcome, outcome ? "" : outcomeText(outcome).c_str());
        QCOMPARE(outcome->status, 413);
    }

    void measuresThePhases()
    {
        LoopThread *thread = nullptr;
        TestServer server([&thread](const ServerRequest &, Responder responder) {
            thread->loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(200),
                                    [responder]() mutable { responder.send({}); });
        });
        thread = &server.thread();
        ClientRun client;
        const HttpTimings first = client.get(server.url())->timings;
        QVERIFY(!first.reused);
        QVERIFY(first.connect.count() > 0);
        QVERIFY(first.firstByte >= std::chrono::milliseconds(100));
        QCOMPARE(first.tls.count(), Duration::rep{0});
        const HttpTimings second = client.get(server.url())->timings;
        QVERIFY(second.reused);
        QCOMPARE(second.connect.count() + second.dns.count(), Duration::rep{0});
        QVERIFY(second.firstByte >= std::chrono::milliseconds(100));
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
