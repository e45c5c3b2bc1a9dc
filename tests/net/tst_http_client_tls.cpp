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

std::string urlOf(const RawServer &server, const std::string &host = "localhost")
{
    return "https://" + host + ":" + std::to_string(server.port()) + "/";
}

/// Shakes hands and answers each request until the client leaves.
RawServer::Script serving(const Certificate &certificate, std::string *name = nullptr)
{
    return [&certificate, name](RawSocket &socket, int) {
        TlsPeer peer(socket, certificate);
        if (name)
            *name = peer.serverName();
        while (!peer.readUntil("\r\n\r\n").empty())
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
    };
}

} // namespace

class TestHttpClientTls : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_options.caFile = m_folder.filePath("root.pem").toStdString();
        QVERIFY(m_root.writePem(m_options.caFile));
    }

    void talksToAVerifiedHost()
    {
        const Certificate leaf({"localhost", "DNS:localhost"}, &m_root);
        std::string name;
        RawServer server(serving(leaf, &name));
        {
            ClientRun client(m_options);
            const auto first = client.get(urlOf(server));
            QCOMPARE(outcomeText(first), std::string("200 secret"));
            QVERIFY(first->timings.tls.count() > 0);
            const auto second = client.get(urlOf(server));
            QCOMPARE(outcomeText(second), std::string("200 secret"));
            QVERIFY(second->timings.reused);
            QCOMPARE(second->timings.tls.count(), Duration::rep{0});
        }
        QCOMPARE(server.accepted(), 1);
        QTRY_COMPARE(name, std::string("localhost"));
    }

    void verifiesAddressesToo()
    {
        const Certificate leaf({"leaf", "IP:127.0.0.1"}, &m_root);
        RawServer server(serving(leaf));
        ClientRun client(m_options);
        QCOMPARE(outcomeText(client.get(urlOf(server, "127.0.0.1"))), std::string("200 secret"));
    }

    void refusesWhatItCannotTrust_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("expired");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char *title, const QByteArray &names, const QByteArray &host,
                            const QByteArray &detail) {
            QTest::newRow(title) << names << host << (QByteArray(title) == "expired")
                                 << (QByteArray(title) != "unknown root") << detail;
        };
        row("another name", "DNS:example.org", "localhost", "ostname mismatch");
        row("another address", "IP:127.0.0.2", "127.0.0.1", "IP address mismatch");
        row("a name for an address", "DNS:127.0.0.1", "127.0.0.1", "IP address mismatch");
        row("a wildcard over nothing", "DNS:*.localhost", "localhost", "ostname mismatch");
        row("expired", "DNS:localhost", "localhost", "certificate has expired");
        row("unknown root", "DNS:localhost", "localhost", "unable to get local issuer certificate");
    }
    void refusesWhatItCannotTrust()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, host);
        QFETCH(bool, expired);
        QFETCH(bool, trusted);
        QFETCH(QByteArray, detail);
        const Certificate leaf({"leaf", names.toStdString(), expired}, &m_root);
        RawServer server(serving(leaf));
        ClientRun client(trusted ? m_options : HttpClientOptions{});
        const auto outcome = client.get(urlOf(server, host.toStdString()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().error.code, ErrorCode::NetTls);
        QVERIFY2(outcome.error().error.detail.find(detail.toStdString()) != std::string::npos,
                 outcome.error().error.detail.c_str());
    }

    void refusesASelfSignedCertificate()
    {
        const Certificate self({"localhost", "DNS:localhost"});
        RawServer server(serving(self));
        ClientRun client(m_options);
        QCOMPARE(client.get(urlOf(server)).error().error.code, ErrorCode::NetTls);
    }

    void saysThatTheServerSpeaksNoTls()
    {
        RawServer server([](RawSocket &peer, int) {
            peer.readSome();
            peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        ClientRun client(m_options);
        QCOMPARE(client.get(urlOf(server)).error().error.code, ErrorCode::NetTls);
    }

    void carriesLargeBodiesBothWays()
    {
        const Certificate leaf({"localhost", "DNS:localhost"}, &m_root);
        const std::string body(3u << 20, 'b');
        RawServer server([&](RawSocket &socket, int) {
            TlsPeer peer(socket, leaf);
            const std::string request = peer.readUntil("bEND");
            const std::string answer = std::to_string(request.size() - request.find("\r\n\r\n") - 4) + body;
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(answer.size()) + "\r\n\r\n" +
                      answer);
        });
        ClientRun client(m_options);
        HttpRequest request;
        request.method = "POST";
        request.url = urlOf(server);
        request.body = body + "END";
        const auto outcome = client.fetch(std::move(request));
        QVERIFY2(outcome, outcome ? "" : outcomeText(outcome).c_str());
        QVERIFY(outcome->body == std::to_string(body.size() + 3) + body);
    }

    void doesNotTakeACutAnswerForAWholeOne_data()
    {
        QTest::addColumn<bool>("proper");
        QTest::newRow("closed properly") << true;
        QTest::newRow("cut") << false;
    }
    void doesNotTakeACutAnswerForAWholeOne()
    {
        QFETCH(bool, proper);
        const Certificate leaf({"localhost", "DNS:localhost"}, &m_root);
        RawServer server([&](RawSocket &socket, int) {
            TlsPeer peer(socket, leaf);
            peer.readUntil("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\n\r\nabc");
            if (proper)
                peer.closeProperly();
        });
        ClientRun client(m_options);
        const auto outcome = client.get(urlOf(server));
        QCOMPARE(outcome.has_value(), proper);
        QCOMPARE(outcomeText(outcome).substr(0, 7), std::string(proper ? "200 abc" : "net.con"));
    }

    void saysThatTheRootsCannotBeRead()
    {
        RawServer server([](RawSocket &peer, int) { peer.readSome(); });
        HttpClientOptions options;
        options.caFile = m_folder.filePath("missing.pem").toStdString();
        ClientRun client(options);
        const auto outcome = client.get(urlOf(server));
        QCOMPARE(outcome.error().error.code, ErrorCode::NetTls);
        QVERIFY(outcome.error().error.detail.find("missing.pem") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
    const Certificate m_root{{"Batuta test root", ""}};
    HttpClientOptions m_options;
};

QTEST_GUILESS_MAIN(TestHttpClientTls)
#include "tst_http_client_tls.moc"
