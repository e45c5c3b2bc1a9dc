// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/engine_address.h"

#include <QTemporaryFile>

using namespace batuta;
using namespace batuta::views;

/// Where another engine is, as a person types it.
class TestEngineAddress : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void aRefusalNeverRepeatsAPassword();
    void saysWhenATokenWouldBeExposed();
    void readsATokenFile();
    void refusesATokenThatIsNone();
};

void TestEngineAddress::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("place");
    QTest::newRow("whole") << "https://engine.example:8443"
                           << "https://engine.example:8443"
                           << "engine.example:8443";
    QTest::newRow("another host") << "engine.example:8443"
                                  << "https://engine.example:8443"
                                  << "engine.example:8443";
    QTest::newRow("without a port") << "engine.example"
                                    << "https://engine.example"
                                    << "engine.example";
    QTest::newRow("this machine") << "localhost:8080"
                                  << "http://localhost:8080"
                                  << "localhost:8080";
    QTest::newRow("a number") << " 127.0.0.1:8080 "
                              << "http://127.0.0.1:8080"
                              << "127.0.0.1:8080";
    QTest::newRow("behind a proxy") << "https://example.org/batuta//"
                                    << "https://example.org/batuta"
                                    << "example.org/batuta";
    QTest::newRow("slash") << "http://engine.example/"
                           << "http://engine.example"
                           << "engine.example";
}

void TestEngineAddress::reads()
{
    QFETCH(QString, text);
    const Result<QUrl> url = readEngineUrl(text);
    BATUTA_VERIFY_OK(url);
    QTEST(url->toString(), "url");
    const EngineAddress address{*url, {}, {}};
    QTEST(address.place(), "place");
}

void TestEngineAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "   ", "https://", "ftp://engine", "file:///etc/passwd", "https://u:p@engine",
          "https://engine/?token=abc", "https://engine/#x", "https://en gine"})
        QTest::newRow(*text ? text : "nothing") << text;
}

void TestEngineAddress::refuses()
{
    QFETCH(QString, text);
    BATUTA_VERIFY_ERROR(readEngineUrl(text), ErrorCode::NetUrl);
}

void TestEngineAddress::aRefusalNeverRepeatsAPassword()
{
    for (const char *text :
         {"https://u:s3cret@engine", "https://engine/?token=s3cret", "https://engine#s3cret"})
        QVERIFY2(errorText(readEngineUrl(text).error()).find("s3cret") == std::string::npos, text);
}

void TestEngineAddress::saysWhenATokenWouldBeExposed()
{
    const auto exposes = [](const char *url, const char *token) {
        return EngineAddress{QUrl(url), token, {}}.exposesToken();
    };
    QVERIFY(exposes("http://engine.example", "t"));
    QVERIFY(!exposes("https://engine.example", "t"));
    QVERIFY(!exposes("http://127.0.0.1:8080", "t"));
    QVERIFY(!exposes("http://engine.example", ""));
}

void TestEngineAddress::readsATokenFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("  abc-123\n");
    file.flush();
    BATUTA_VERIFY_OK(readTokenFile(file.fileName()));
    QCOMPARE(*readTokenFile(file.fileName()), QByteArray("abc-123"));
    BATUTA_VERIFY_ERROR(readTokenFile("/nowhere/at/all"), ErrorCode::FileUnreadable);
    file.resize(0);
    BATUTA_VERIFY_ERROR(readTokenFile(file.fileName()), ErrorCode::FileUnreadable);
}

void TestEngineAddress::refusesATokenThatIsNone()
{
    for (const char *text : {"two words", "line\nbreak", "a\r\nX-Other: b", "\xc3\xa9"})
        BATUTA_VERIFY_ERROR(checkedToken(text), ErrorCode::HttpUnauthorized);
    BATUTA_VERIFY_OK(checkedToken("abc._~+/="));
}

QTEST_GUILESS_MAIN(TestEngineAddress)
#include "tst_engine_address.moc"
