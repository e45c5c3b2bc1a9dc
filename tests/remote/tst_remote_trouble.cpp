// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/remote/serve_house.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"
#include "views/remote/remote_client.h"
#include "views/remote/trouble.h"

#include <QElapsedTimer>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using batuta::test::shown;

#define BATUTA_CAME(answer) QTRY_VERIFY_WITH_TIMEOUT((answer).came(), 20'000)

/// Servers that are away, that refuse, and that are something else.
class TestRemoteTrouble : public QObject
{
    Q_OBJECT

private slots:
    void aWrongTokenIsSaid_data();
    void aWrongTokenIsSaid();
    void nobodyListens();
    void aNameThatDoesNotExist();
    void whatIsNoEngineIsSaid_data();
    void whatIsNoEngineIsSaid();
    void theTokenGoesNowhereElse();
    void aSilentServerCostsItsTimeAndNoMore();
    void tooMuchIsRefused();
    void closingAnswersWhatWaits();
    void aStreamThatFallsSilentIsOpenedAgainWhereItWas();
    void everyTroubleOfACertificateHasPlainWords_data();
    void everyTroubleOfACertificateHasPlainWords();
    void anAuthorityFileThatIsNoneIsSaid();

private:
    static EngineAddress at(std::uint16_t port)
    {
        return {QUrl(QString("http://127.0.0.1:%1").arg(port)), "secret-token", {}};
    }
    static Result<client::EngineInfo> infoOf(const EngineAddress &address, const Session::Pace &pace = {})
    {
        RemoteClient client(address, pace);
        const Answer<client::EngineInfo> info;
        client.info(info.reply());
        [&] { BATUTA_CAME(info); }();
        return info.came() ? info.value() : Error{};
    }
};

void TestRemoteTrouble::aWrongTokenIsSaid_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("detail");
    QTest::newRow("none") << QByteArray() << "no token was given";
    QTest::newRow("wrong") << QByteArray("tok-4") << "the token is not the right one";
}

void TestRemoteTrouble::aWrongTokenIsSaid()
{
    QFETCH(QByteArray, token);
    ServeHouse house;
    QVERIFY(house.start());
    EngineAddress address = house.address();
    address.token = token;
    const auto info = infoOf(address);
    BATUTA_VERIFY_ERROR(info, ErrorCode::HttpUnauthorized);
    QTEST(shown(info.error().detail), "detail");
    QVERIFY(token.isEmpty() || errorText(info.error()).find(token.toStdString()) == std::string::npos);
}

void TestRemoteTrouble::nobodyListens()
{
    const auto info = infoOf(at(1)); // nobody listens on the first port
    BATUTA_VERIFY_ERROR(info, ErrorCode::NetConnect);
    QCOMPARE(shown(info.error().detail), QString("nothing listens there"));
}

void TestRemoteTrouble::aNameThatDoesNotExist()
{
    const auto info = infoOf({QUrl("http://no-such-engine.invalid:1"), {}, {}});
    BATUTA_VERIFY_ERROR(info, ErrorCode::NetResolve);
}

void TestRemoteTrouble::whatIsNoEngineIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page") << 200 << QByteArray("<html>hello</html>");
    QTest::newRow("other JSON") << 200 << QByteArray("{\"hello\":1}");
    QTest::newRow("not found") << 404 << QByteArray("<html>404</html>");
    QTest::newRow("an error page") << 502 << QByteArray("bad gateway");
    QTest::newRow("elsewhere") << 302 << QByteArray();
    QTest::newRow("nothing") << 200 << QByteArray();
}

void TestRemoteTrouble::whatIsNoEngineIsSaid()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TestServer server([&](net::ServerRequest, net::Responder responder) {
        net::ServerResponse response;
        response.status = status;
        response.body = body.toStdString();
        responder.send(std::move(response));
    });
    const auto info = infoOf(at(server.port()));
    QVERIFY(!info);
    QVERIFY2(info.error().code == ErrorCode::EngineUnreachable || info.error().code == ErrorCode::JsonSyntax,
             errorText(info.error()).c_str());
}

void TestRemoteTrouble::theTokenGoesNowhereElse()
{
    std::atomic<int> calls = 0;
    TestServer other([&](net::ServerRequest, net::Responder responder) {
        ++calls;
        responder.send({});
    });
    TestServer server([&](net::ServerRequest request, net::Responder responder) {
        net::ServerResponse response;
        response.status = 307;
        response.headers.emplace_back("Location", other.url(request.path));
        responder.send(std::move(response));
    });
    QVERIFY(!infoOf(at(server.port())));
    QCOMPARE(calls, 0);
}

void TestRemoteTrouble::aSilentServerCostsItsTimeAndNoMore()
{
    std::vector<net::Responder> held;
    TestServer server(
        [&](net::ServerRequest, net::Responder responder) { held.push_back(std::move(responder)); });
    Session::Pace pace;
    pace.questions.patience = 900; // a third of it for an urgent one
    QElapsedTimer clock;
    clock.start();
    BATUTA_VERIFY_ERROR(infoOf(at(server.port()), pace), ErrorCode::NetTimeout);
    QVERIFY(clock.elapsed() >= 290);
    server.thread().run([&] { held.clear(); });
}

void TestRemoteTrouble::tooMuchIsRefused()
{
    TestServer server([](net::ServerRequest, net::Responder responder) {
        net::ServerResponse response;
        response.body = '"' + std::string(4 << 20, 'x') + '"';
        responder.send(std::move(response));
    });
    Session::Pace pace;
    pace.questions.bytes = 1 << 20;
    BATUTA_VERIFY_ERROR(infoOf(at(server.port()), pace), ErrorCode::NetTooLarge);
}

void TestRemoteTrouble::closingAnswersWhatWaits()
{
    std::vector<net::Responder> held;
    TestServer server(
        [&](net::ServerRequest, net::Responder responder) { held.push_back(std::move(responder)); });
    const Answer<client::EngineInfo> info;
    const Answer<client::ExecutionRecord> end;
    QElapsedTimer clock;
    {
        RemoteClient client(at(server.port()));
        client.info(info.reply());
        client.waitForEnd(ExecutionId("0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10"), end.reply());
        QTRY_VERIFY(server.openRequests() >= 2);
        clock.start();
    }
    QVERIFY2(clock.elapsed() < 8000, "it waited for the server");
    QCOMPARE(info.count(), 1);
    QCOMPARE(end.count(), 1);
    BATUTA_VERIFY_ERROR(info.value(), ErrorCode::NetCancelled);
    BATUTA_VERIFY_ERROR(end.value(), ErrorCode::NetCancelled);
    server.thread().run([&] { held.clear(); });
}

void TestRemoteTrouble::aStreamThatFallsSilentIsOpenedAgainWhereItWas()
{
    std::mutex mutex;
    std::vector<std::string> resumed; ///< what each connection asked to go on after
    std::vector<net::EventStream> streams;
    TestServer server([&](net::ServerRequest request, net::Responder responder) {
        const std::lock_guard lock(mutex);
        resumed.emplace_back(request.header("Last-Event-ID"));
        streams.push_back(responder.stream());
        if (resumed.size() == 1)
            streams.back().send("life-0", "snapshot", "{}");
        const std::string number = std::to_string(resumed.size());
        streams.back().send("life-" + number, "step_started",
                            R"({"sequence":)" + number + R"(,"execution_id":"e","kind":"step_started"})");
    });
    Session::Pace pace;
    pace.events.silence = 200;
    pace.events.firstWait = pace.events.mostWait = Backoff::Millis(20);
    RemoteClient client(at(server.port()), pace);
    std::atomic<int> events = 0, gaps = 0;
    const auto subscription = client.subscribe([&](const client::EventBatch &batch) {
        events += static_cast<int>(batch.events.size());
        gaps += batch.hasGap;
    });
    QTRY_VERIFY_WITH_TIMEOUT(events >= 3, 20'000);
    QCOMPARE(gaps, 1);
    const std::lock_guard lock(mutex);
    QCOMPARE(shown(resumed.at(0)), QString());
    QCOMPARE(shown(resumed.at(1)), QString("life-1"));
    QCOMPARE(shown(resumed.at(2)), QString("life-2"));
    server.thread().run([&] { streams.clear(); });
}

void TestRemoteTrouble::everyTroubleOfACertificateHasPlainWords_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("host") << int(QSslError::HostNameMismatch) << "the certificate is for another host";
    QTest::newRow("expired") << int(QSslError::CertificateExpired) << "the certificate has expired";
    QTest::newRow("early") << int(QSslError::CertificateNotYetValid) << "the certificate is not valid yet";
    QTest::newRow("revoked") << int(QSslError::CertificateRevoked) << "the certificate was revoked";
    QTest::newRow("unknown") << int(QSslError::SelfSignedCertificateInChain)
                             << "no authority that is trusted here has signed the certificate";
}

void TestRemoteTrouble::everyTroubleOfACertificateHasPlainWords()
{
    QFETCH(int, error);
    QTEST(shown(certificateTrouble({QSslError(static_cast<QSslError::SslError>(error))})), "words");
}

void TestRemoteTrouble::anAuthorityFileThatIsNoneIsSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("ca.pem"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no certificate\n");
    file.close();
    EngineAddress address{QUrl("https://127.0.0.1:1"), {}, file.fileName()};
    BATUTA_VERIFY_ERROR(infoOf(address), ErrorCode::NetTls);
    address.caFile = folder.filePath("missing.pem");
    BATUTA_VERIFY_ERROR(infoOf(address), ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(TestRemoteTrouble)
#include "tst_remote_trouble.moc"
