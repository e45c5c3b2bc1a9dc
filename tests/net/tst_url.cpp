// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/http_server.h"
#include "engine/net/url.h"

#include <QTest>

using namespace batuta;
using namespace batuta::net;

class TestUrl : public QObject
{
    Q_OBJECT
private slots:
    void readsItsParts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts"); // tls host port target authority
        const auto row = [](const char *text, const char *parts) { QTest::newRow(text) << text << parts; };
        row("http://example.org", "0 example.org 80 / example.org");
        row("HTTPS://Example.ORG", "1 example.org 443 / example.org");
        row("http://h:80/a", "0 h 80 /a h");
        row("https://h:80/a", "1 h 80 /a h:80");
        row("http://h:/a", "0 h 80 /a h");
        row("http://h:9001/a/b?c=d&e", "0 h 9001 /a/b?c=d&e h:9001");
        row("http://h?c=d", "0 h 80 /?c=d h");
        row("http://h/a#part", "0 h 80 /a h");
        row("http://[::1]:81/", "0 ::1 81 / [::1]:81");
        row("http://[2001:DB8::1]/", "0 2001:db8::1 80 / [2001:db8::1]");
        row("http://127.0.0.1:5/", "0 127.0.0.1 5 / 127.0.0.1:5");
        row("http://my_service.local/a/../b", "0 my_service.local 80 /a/../b my_service.local");
        row("http://h/caf\xc3\xa9?q={x}", "0 h 80 /caf%C3%A9?q=%7Bx%7D h");
        row("http://h/a%2Fb", "0 h 80 /a%2Fb h");
    }
    void readsItsParts()
    {
        QFETCH(QString, text);
        QFETCH(QString, parts);
        const auto url = parseUrl(text.toStdString());
        QVERIFY2(url, url ? "" : errorText(url.error()).c_str());
        QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(int(url->tls))
                     .arg(QString::fromStdString(url->host))
                     .arg(url->port)
                     .arg(QString::fromStdString(url->target), QString::fromStdString(url->authority())),
                 parts);
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *text, const char *detail) { QTest::newRow(text) << text << detail; };
        row("", "begin with");
        row("example.org", "begin with");
        row("ftp://h/", "begin with");
        row("//h/", "begin with");
        row("http:/h", "begin with");
        row("http://", "host is missing");
        row("http:///path", "host is missing");
        row("http://:80/", "host is missing");
        row("http://user:pw@h/", "user names");
        row("http://user@h/", "user names");
        row("http://h h/", "not a valid name");
        row("http://h\r\nX: y/", "not a valid name");
        row("http://ex%61mple/", "not a valid name");
        row("http://caf\xc3\xa9/", "not a valid name");
        row("http://h:0/", "port");
        row("http://h:65536/", "port");
        row("http://h:8x/", "port");
        row("http://h:-1/", "port");
        row("http://[::1/", "bracket");
        row("http://[zz]/", "IPv6");
        row("http://[::1]x/", "only a port");
        row("http://h/a b", "blanks");
        row("http://h/a\r\nHost: evil", "blanks");
        row("http://h/a\x7f", "blanks");
        row("http://h/100%", "hexadecimal");
        row("http://h/%g0", "hexadecimal");
    }
    void refusesWhatItCannotUse()
    {
        QFETCH(QString, text);
        QFETCH(QString, detail);
        const auto url = parseUrl(text.toStdString());
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::NetUrl);
        QVERIFY2(url.error().detail.find(detail.toStdString()) != std::string::npos,
                 url.error().detail.c_str());
    }

    void refusesNulAndOverlongUrls()
    {
        using namespace std::string_literals;
        QVERIFY(!parseUrl("http://h/a\0b"s));
        QVERIFY(!parseUrl("http://h\0/"s));
        QVERIFY(!parseUrl("http://h/" + std::string(17'000, 'a')));
    }

    void keepsSecretsOutOfItsErrors()
    {
        const auto withUser = parseUrl("http://me:hunter2@h/");
        QVERIFY(errorText(withUser.error()).find("hunter2") == std::string::npos);
        const auto withQuery = parseUrl("http://h/a?token=hunter2 x");
        QVERIFY(errorText(withQuery.error()).find("hunter2") == std::string::npos);
        QCOMPARE(withQuery.error().subject, std::string("http://h/a"));
    }

    void escapesAndReadsBack()
    {
        std::string all;
        for (int c = 1; c < 256; ++c)
            all += static_cast<char>(c);
        QCOMPARE(percentDecoded(percentEncoded(all)).value(), all);
        QCOMPARE(percentEncoded("a b/\xc3\xa9~"), std::string("a%20b%2F%C3%A9~"));
        QCOMPARE(percentDecoded("a+b%2f").value(), std::string("a+b/"));
        for (const char *broken : {"%", "a%2", "%zz", "%2", "%00"})
            QVERIFY2(!percentDecoded(broken), broken);
    }

    void readsQueries()
    {
        const QueryItems expected{{"a", "1 2"}, {"b", ""}, {"c", ""},
                                  {"a", "x=y"}, {"", "v"}, {"\xc3\xa9", "&"}};
        QCOMPARE(parseQuery("a=1+2&b&c=&&a=x%3Dy&=v&%C3%A9=%26").value(), expected);
        QCOMPARE(parseQuery("").value().size(), std::size_t{0});
        QVERIFY(!parseQuery("a=%"));
        QVERIFY(!parseQuery("%00=1"));
    }

    void knowsTheAddressesOfThisMachine()
    {
        for (const char *address :
             {"localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
            QVERIFY2(isLoopback(address), address);
        for (const char *address :
             {"", "0.0.0.0", "::", "10.0.0.1", "localhost.evil.org", "127.0.0.1.evil.org", "128.0.0.1"})
            QVERIFY2(!isLoopback(address), address);
    }
};

QTEST_APPLESS_MAIN(TestUrl)
#include "tst_url.moc"
