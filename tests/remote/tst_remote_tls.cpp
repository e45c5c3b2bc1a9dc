// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/remote/serve_house.h"
#include "tests/support/verify.h"
#include "views/remote/remote_client.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using batuta::test::shown;

#define BATUTA_CAME(answer) QTRY_VERIFY_WITH_TIMEOUT((answer).came(), 20'000)

namespace {

/// An authority and a certificate of it, made by openssl in a folder of its own.
class Authority
{
public:
    explicit Authority(const QString &names)
    {
        const auto file = [this](const char *name) { return m_folder.filePath(name); };
        QFile extensions(file("ext"));
        isMade =
            extensions.open(QIODevice::WriteOnly) && extensions.write("subjectAltName=" + names.toUtf8());
        extensions.close();
        const QStringList key{"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"};
        isMade =
            isMade &&
            openssl(QStringList{"req", "-x509", "-subj", "/CN=Authority of a test", "-days", "2", "-keyout",
                                file("ca.key"), "-out", file("ca.pem"), "-addext",
                                "basicConstraints=critical,CA:TRUE"} +
                    key) &&
            openssl(QStringList{"req", "-subj", "/CN=engine", "-keyout", file("key.pem"), "-out",
                                file("request")} +
                    key) &&
            openssl({"x509", "-req", "-in", file("request"), "-CA", file("ca.pem"), "-CAkey", file("ca.key"),
                     "-CAcreateserial", "-days", "2", "-extfile", file("ext"), "-out", file("cert.pem")});
    }

    QString caFile() const { return m_folder.filePath("ca.pem"); }
    QSslConfiguration server() const
    {
        QFile key(m_folder.filePath("key.pem")), certificate(m_folder.filePath("cert.pem"));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        if (key.open(QIODevice::ReadOnly) && certificate.open(QIODevice::ReadOnly)) {
            tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
            tls.setLocalCertificate(QSslCertificate(&certificate));
        }
        return tls;
    }

    bool isMade = false;

private:
    static bool openssl(const QStringList &words)
    {
        QProcess process;
        process.start("openssl", words);
        return process.waitForFinished(20'000) && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
};

/// TLS in front of a server that has none, as a reverse proxy would be.
class TlsProxy : public QObject
{
public:
    TlsProxy(const Authority &authority, int port)
    {
        m_server.setSslConfiguration(authority.server());
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this, port] {
            while (QTcpSocket *front = m_server.nextPendingConnection()) {
                ++connections;
                auto *back = new QTcpSocket(front);
                back->connectToHost("127.0.0.1", static_cast<quint16>(port));
                connect(front, &QIODevice::readyRead, back, [=] { back->write(front->readAll()); });
                connect(back, &QIODevice::readyRead, front, [=] { front->write(back->readAll()); });
                connect(back, &QAbstractSocket::disconnected, front, &QAbstractSocket::disconnectFromHost);
                connect(front, &QAbstractSocket::disconnected, back, &QAbstractSocket::disconnectFromHost);
                connect(front, &QAbstractSocket::disconnected, front, &QObject::deleteLater);
                back->write(front->readAll());
            }
        });
    }
    QUrl url(const QString &host = "127.0.0.1") const
    {
        return {QString("https://%1:%2").arg(host).arg(m_server.serverPort())};
    }
    int connections = 0;

private:
    QSslServer m_server;
};

} // namespace

/// TLS: what is trusted, what is not, and what is said about it.
class TestRemoteTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(QSslSocket::supportsSsl());
        QVERIFY(m_good.isMade && m_other.isMade);
        QVERIFY(m_house.start());
    }
    void anEngineBehindItsOwnAuthorityWorks();
    void withoutThatAuthorityNothingIsSent();
    void anotherAuthorityDoesNotHelp();
    void aCertificateForAnotherHostIsRefused();
    void plainHttpWhereTlsIsWantedIsSaid();
    void tlsWherePlainHttpIsWantedIsSaid();

private:
    Result<client::EngineInfo> ask(const QUrl &url, const QString &caFile)
    {
        RemoteClient client({url, ServeHouse::kToken, caFile});
        const Answer<client::EngineInfo> info;
        client.info(info.reply());
        [&] { BATUTA_CAME(info); }();
        return info.came() ? info.value() : Error{};
    }

    Authority m_good{"DNS:localhost,IP:127.0.0.1"};
    Authority m_other{"DNS:engine.example"};
    ServeHouse m_house;
};

void TestRemoteTls::anEngineBehindItsOwnAuthorityWorks()
{
    TlsProxy proxy(m_good, m_house.port());
    RemoteClient client({proxy.url(), ServeHouse::kToken, m_good.caFile()});
    const Answer<client::EngineInfo> info;
    const Answer<client::Started> started;
    std::atomic<int> events = 0;
    const auto subscription = client.subscribe([&](const client::EventBatch &batch) {
        events += static_cast<int>(batch.events.size()) + batch.hasGap;
    });
    client.info(info.reply());
    BATUTA_CAME(info);
    BATUTA_VERIFY_OK(info.value());
    QTRY_COMPARE_WITH_TIMEOUT(events, 1, 20'000);
    client::StartExecution command;
    command.flow = FlowName("quick");
    client.start(command, started.reply());
    BATUTA_CAME(started);
    BATUTA_VERIFY_OK(started.value());
    QTRY_COMPARE_WITH_TIMEOUT(events, 5, 20'000);
}

void TestRemoteTls::withoutThatAuthorityNothingIsSent()
{
    TlsProxy proxy(m_good, m_house.port());
    const auto info = ask(proxy.url(), {});
    BATUTA_VERIFY_ERROR(info, ErrorCode::NetTls);
    QCOMPARE(shown(info.error().detail),
             QString("no authority that is trusted here has signed the certificate"));
    QCOMPARE(proxy.connections, 0); // the handshake never ended, so no token went over
}

void TestRemoteTls::anotherAuthorityDoesNotHelp()
{
    TlsProxy proxy(m_good, m_house.port());
    BATUTA_VERIFY_ERROR(ask(proxy.url(), m_other.caFile()), ErrorCode::NetTls);
}

void TestRemoteTls::aCertificateForAnotherHostIsRefused()
{
    TlsProxy proxy(m_other, m_house.port());
    const auto info = ask(proxy.url(), m_other.caFile());
    BATUTA_VERIFY_ERROR(info, ErrorCode::NetTls);
    QCOMPARE(shown(info.error().detail), QString("the certificate is for another host"));
}

void TestRemoteTls::plainHttpWhereTlsIsWantedIsSaid()
{
    const auto info = ask(QUrl(QString("https://127.0.0.1:%1").arg(m_house.port())), {});
    BATUTA_VERIFY_ERROR(info, ErrorCode::NetTls);
    QCOMPARE(shown(info.error().detail), QString("what answers there does not speak TLS"));
}

void TestRemoteTls::tlsWherePlainHttpIsWantedIsSaid()
{
    TlsProxy proxy(m_good, m_house.port());
    QUrl url = proxy.url();
    url.setScheme("http");
    QVERIFY(!ask(url, m_good.caFile()));
}

QTEST_GUILESS_MAIN(TestRemoteTls)
#include "tst_remote_tls.moc"
