// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A history on a server that wants TLS and a password, as one in a cloud does.
#include "engine/store/history.h"
#include "engine/store/pg_session.h"
#include "tests/store/sample.h"
#include "tests/support/postgres_server.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

constexpr const char *kPassword = "c0rrect-h0rse";

/// A port that nobody listens on; 0 when there is none.
quint16 freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *place = reinterpret_cast<sockaddr *>(&address);
    const bool isBound = ::bind(descriptor, place, size) == 0 && ::getsockname(descriptor, place, &size) == 0;
    ::close(descriptor);
    return isBound ? ntohs(address.sin_port) : quint16{0};
}

} // namespace

class TestPostgresLogin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void keepsAHistoryOverTls();
    void isRefused_data();
    void isRefused();
    void checksTheNameInTheCertificate();

private:
    void makeCertificate(const QString &name);
    std::string url(const QString &query, const QString &host = "localhost") const;

    PostgresServer m_server;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
};

/// A key and a certificate of its own for `localhost`.
void TestPostgresLogin::makeCertificate(const QString &name)
{
    QProcess openssl;
    openssl.start("openssl",
                  {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                   "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                   "-keyout", m_folder.filePath(name + ".key"), "-out", m_folder.filePath(name + ".crt")});
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
}

void TestPostgresLogin::initTestCase()
{
    makeCertificate("server");
    makeCertificate("other");
    QCOMPARE(m_server.start(), QString());
    auto session = PgSession::connect(m_server.address());
    BATUTA_VERIFY_OK(session);
    BATUTA_VERIFY_OK(session->script(std::string("SET password_encryption = 'scram-sha-256'; CREATE ROLE ana "
                                                 "LOGIN PASSWORD '") +
                                     kPassword + "'"));
    BATUTA_VERIFY_OK(session->script("CREATE DATABASE history OWNER ana"));
    QVERIFY(m_server.stop());
    for (const char *name : {"server.key", "server.crt"}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(m_server.write(name, file.readAll()));
    }
    QVERIFY(m_server.write("pg_hba.conf",
                           "local all batuta trust\nhostssl all ana 127.0.0.1/32 scram-sha-256\n"
                           "hostssl all ana ::1/128 scram-sha-256\n"));
    m_port = freePort();
    QVERIFY(m_port != 0);
    m_server.setSettings({"-c", "fsync=off", "-c", "listen_addresses=localhost", "-c", "ssl=on"});
    m_server.setPort(m_port);
    QCOMPARE(m_server.startAgain(), QString());
}

void TestPostgresLogin::cleanup()
{
    qunsetenv("PGPASSWORD");
}

std::string TestPostgresLogin::url(const QString &query, const QString &host) const
{
    return QString("postgresql://ana@%1:%2/history?%3").arg(host).arg(m_port).arg(query).toStdString();
}

void TestPostgresLogin::keepsAHistoryOverTls()
{
    qputenv("PGPASSWORD", kPassword);
    const std::string address = url("sslmode=verify-full&sslrootcert=" + m_folder.filePath("server.crt"));
    {
        auto history = openHistory({address});
        BATUTA_VERIFY_OK(history);
        BATUTA_VERIFY_OK(beginNow(**history, begun(1)));
        BATUTA_VERIFY_OK(finishNow(**history, test::ended(1)));
    }
    auto history = openHistory({address, true});
    BATUTA_VERIFY_OK(history);
    const auto record = answerOf<Result<std::optional<ExecutionRecord>>>(
        [&](auto answer) { (*history)->find(idOf(1), std::move(answer)); });
    BATUTA_VERIFY_OK(record);
    QVERIFY(record->has_value());
    QCOMPARE(shown((*record)->status), "success");
}

void TestPostgresLogin::isRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("password");
    const QString known = "sslrootcert=" + m_folder.filePath("server.crt");
    const QString unknown = "sslrootcert=" + m_folder.filePath("other.crt");
    QTest::newRow("no password") << "sslmode=verify-full&" + known << QByteArray();
    QTest::newRow("a wrong password") << "sslmode=verify-full&" + known << QByteArray("wr0ng-h0rse");
    QTest::newRow("no TLS") << "sslmode=disable" << QByteArray(kPassword);
    QTest::newRow("another authority") << "sslmode=verify-full&" + unknown << QByteArray(kPassword);
}

void TestPostgresLogin::isRefused()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, password);
    if (!password.isEmpty())
        qputenv("PGPASSWORD", password);
    const auto history = openHistory({url(query)});
    QCOMPARE(outcome(history), shown(codeName(ErrorCode::StoreOpen)));
    const std::string text = errorText(history.error());
    QVERIFY2(password.isEmpty() || text.find(password.toStdString()) == std::string::npos, text.c_str());
    QVERIFY2(text.find("localhost") != std::string::npos, text.c_str());
}

void TestPostgresLogin::checksTheNameInTheCertificate()
{
    qputenv("PGPASSWORD", kPassword);
    const QString query = "sslrootcert=" + m_folder.filePath("server.crt") + "&sslmode=";
    BATUTA_VERIFY_OK(openHistory({url(query + "verify-ca", "127.0.0.1")}));
    QCOMPARE(outcome(openHistory({url(query + "verify-full", "127.0.0.1")})),
             shown(codeName(ErrorCode::StoreOpen)));
}

QTEST_GUILESS_MAIN(TestPostgresLogin)
#include "tst_postgres_login.moc"
