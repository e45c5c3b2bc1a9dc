// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/certificates.h"
#include "tests/support/net/client_run.h"
#include "tests/support/net/servers.h"

#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::net;
using namespace batuta::tests;

namespace {

HttpClientOptions through(const RawServer &proxy)
{
    HttpClientOptions options;
    options.proxy = proxy.url("");
    return options;
}

} // namespace

class TestHttpClientProxy : public QObject
{
    Q_OBJECT
private slots:
    void asksTheProxyForTheWholeAddress()
    {
        std::string seen;
        RawServer proxy([&seen](RawSocket &peer, int) {
            seen = peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        ClientRun client(through(proxy));
        QCOMPARE(outcomeText(client.get("http://example.test:8080/a?b")), std::string("200 ok"));
        QVERIFY2(seen.find("GET http://example.test:8080/a?b HTTP/1.1\r\nHost: example.test:8080\r\n") == 0,
                 seen.c_str());
    }

    void goesThroughATunnelToTlsHosts()
    {
        QTemporaryDir folder;
        const Certificate root({"Batuta test root", ""});
        const Certificate leaf({"leaf", "DNS:example.test"}, &root);
        std::string connect;
        std::string request;
        RawServer proxy([&](RawSocket &socket, int) {
            connect = socket.readUntil("\r\n\r\n");
            socket.send("HTTP/1.1 200 Connection established\r\n\r\n");
            TlsPeer peer(socket, leaf);
            request = peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        });
        HttpClientOptions options = through(proxy);
        options.caFile = folder.filePath("root.pem").toStdString();
        QVERIFY(root.writePem(options.caFile));
        ClientRun client(options);
        QCOMPARE(outcomeText(client.get("https://example.test/a")), std::string("200 secret"));
        QVERIFY2(connect.find("CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n") == 0,
                 connect.c_str());
        QVERIFY2(request.find("GET /a HTTP/1.1\r\nHost: example.test\r\n") == 0, request.c_str());
    }

    void saysWhatTheProxyAnswered_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("a refusal") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno")
                                   << QByteArray("net.connect: the proxy answered 403");
        QTest::newRow("garbage") << QByteArray("SSH-2.0\r\n\r\n")
                                 << QByteArray("net.protocol: the proxy's answer: bad version");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray("net.connect: the proxy closed the connection");
        QTest::newRow("words before TLS") << QByteArray("HTTP/1.1 200 OK\r\n\r\nsurprise")
                                          << QByteArray("net.connect: the proxy answered 200");
    }
    void saysWhatTheProxyAnswered()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, outcome);
        RawServer proxy([answer](RawSocket &peer, int) {
            peer.readUntil("\r\n\r\n");
            peer.send(answer.toStdString());
        });
        ClientRun client(through(proxy));
        QCOMPARE(QByteArray::fromStdString(outcomeText(client.get("https://example.test/"))), outcome);
    }

    void boundsTheTunnelByTheConnectLimit()
    {
        RawServer proxy([](RawSocket &peer, int) { peer.readToEnd(); });
        ClientRun client(through(proxy));
        HttpRequest request;
        request.url = "https://example.test/";
        request.connectTimeout = std::chrono::milliseconds(80);
        QCOMPARE(outcomeText(client.fetch(std::move(request))),
                 std::string("net.timeout: no connection within 80ms"));
    }

    void reachesThisMachineAndTheExceptionsDirectly()
    {
        TestServer direct([](const ServerRequest &, Responder r) { r.send({200, "a/b", "direct", {}}); });
        RawServer proxy([](RawSocket &, int) {});
        HttpClientOptions options = through(proxy);
        options.noProxy = {"example.invalid", ".corp.invalid", "*.wild.invalid", "ported.invalid:8080"};
        ClientRun client(options);
        QCOMPARE(outcomeText(client.get(direct.url())), std::string("200 direct"));
        for (const char *url :
             {"http://example.invalid/", "http://a.EXAMPLE.invalid/", "http://x.corp.invalid/",
              "http://y.wild.invalid/", "http://ported.invalid:8080/"})
            QCOMPARE(client.get(url).error().error.code, ErrorCode::NetResolve);
        QCOMPARE(proxy.accepted(), 0);
        QCOMPARE(client.get("http://notexample.invalid/").error().error.code, ErrorCode::NetConnect);
        QCOMPARE(proxy.accepted(), 1);
    }

    void tellsTheProxyWhoAsks()
    {
        std::string seen;
        RawServer proxy([&seen](RawSocket &peer, int) {
            seen = peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        HttpClientOptions options;
        options.proxy = "http://ana:p%40ss@127.0.0.1:" + std::to_string(proxy.port());
        ClientRun client(options);
        QCOMPARE(outcomeText(client.get("http://example.test/a")), std::string("200 ok"));
        QVERIFY2(seen.find("\r\nProxy-Authorization: Basic YW5hOnBAc3M=\r\n") != std::string::npos,
                 seen.c_str());
    }

    void refusesAProxyItCannotUse()
    {
        HttpClientOptions options;
        options.proxy = "https://proxy.invalid:3128";
        ClientRun client(options);
        QCOMPARE(client.get("http://example.test/").error().error.code, ErrorCode::NetUrl);
    }
};

QTEST_GUILESS_MAIN(TestHttpClientProxy)
#include "tst_http_client_proxy.moc"
