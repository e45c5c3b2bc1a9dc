// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/json/redact.h"

#include <QTest>

using namespace batuta;
using json::Redactor;
using json::Value;

class TestJsonRedact : public QObject
{
    Q_OBJECT

private slots:
    void knowsSecretNames_data();
    void knowsSecretNames();
    void masksValuesInTexts_data();
    void masksValuesInTexts();
    void masksWhatWasEscapedAgainAndAgain();
    void shortValuesAreNotSearchedFor();
    void masksMembersByNameAndByValue();
    void sharesWhatHoldsNothingToMask();
    void masksTheFormsThatASecretTakesInOtherTexts();
};

void TestJsonRedact::knowsSecretNames_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name : {"authorization",
                             "Authorization",
                             "Proxy-Authorization",
                             "cookie",
                             "Set-Cookie",
                             "token",
                             "match_candidato_token",
                             "create_user_embeddings_token",
                             "accessToken",
                             "ACCESS_TOKEN",
                             "accesstoken",
                             "id_tokens",
                             "password",
                             "userPassword",
                             "passwd",
                             "secret",
                             "client_secret",
                             "clientSecret",
                             "secrets",
                             "X-Api-Key",
                             "apiKey",
                             "api_key",
                             "apikey",
                             "APIKey",
                             "privateKey",
                             "private_key",
                             "aws_access_key",
                             "credentials",
                             "senha",
                             "jwt",
                             "OTEL_EXPORTER_OTLP_HEADERS",
                             "OTEL_EXPORTER_OTLP_TRACES_HEADERS"})
        QTest::newRow(name) << true;
    const std::string longName(200, 'a');
    QTest::newRow((longName + "_token").c_str()) << true;
    QTest::newRow((longName + "_taken").c_str()) << false;
    for (const char *name : {"", "user_id", "session_id", "headers", "OTEL_EXPORTER_OTLP_ENDPOINT", "key",
                             "keys", "monkey", "tokenizer", "secretaria", "passwordless", "author",
                             "cookies_accepted_by", "authorized", "api", "public_key"})
        QTest::newRow(*name ? name : "(empty)") << (std::string_view(name) == "cookies_accepted_by");
}

void TestJsonRedact::knowsSecretNames()
{
    QFETCH(bool, secret);
    const std::string name = QTest::currentDataTag();
    QCOMPARE(json::isSecretName(name == "(empty)" ? "" : name), secret);
}

void TestJsonRedact::masksValuesInTexts_data()
{
    QTest::addColumn<QString>("masked");
    QTest::newRow("nothing here") << "nothing here";
    QTest::newRow("abcd") << "***";
    QTest::newRow("x abcd, abcd.") << "x ***, ***.";
    QTest::newRow("abcdabcd") << "******";
    QTest::newRow("abcdef") << "***";
    QTest::newRow("xabcdefx") << "x***x";
    QTest::newRow("abc") << "abc";
    QTest::newRow("") << "";
}

void TestJsonRedact::masksValuesInTexts()
{
    QFETCH(QString, masked);
    const Redactor redactor({"abcd", "cdef"});
    QCOMPARE(QString::fromStdString(redactor.text(QTest::currentDataTag())), masked);
}

void TestJsonRedact::masksWhatWasEscapedAgainAndAgain()
{
    const std::string secret = "a\"b\\\u00e9c d";
    const Redactor redactor({secret});
    std::string text = secret;
    for (int depth = 0; depth < 4; ++depth) {
        QCOMPARE(redactor.text("x " + text + " x"), std::string("x *** x"));
        const std::string quoted = json::write(Value(text));
        text = quoted.substr(1, quoted.size() - 2);
    }
    QCOMPARE(redactor.text("a%22b%5C%C3%A9c%20d"), std::string("***"));
}

void TestJsonRedact::shortValuesAreNotSearchedFor()
{
    QVERIFY(Redactor({"abc", ""}).isEmpty());
    QCOMPARE(Redactor({"abc"}).text("abc"), std::string("abc"));
    QVERIFY(!Redactor({"abcd"}).isEmpty());
}

void TestJsonRedact::masksMembersByNameAndByValue()
{
    const Redactor redactor({"hunter22"});
    const Value value =
        *json::parse(R"({"user":"hunter22 it is","token":"other","password":12345,"secret":{"a":1},
        "api_key":null,"has_token":true,"list":[{"Authorization":"Bearer x"},"plain"]})");
    QCOMPARE(json::write(redactor.value(value)),
             std::string(R"({"user":"*** it is","token":"***","password":"***","secret":"***",)"
                         R"("api_key":null,"has_token":true,"list":[{"Authorization":"***"},"plain"]})"));
    QCOMPARE(json::write(Redactor().value(Value("hunter22"))), std::string("\"hunter22\""));
}

void TestJsonRedact::sharesWhatHoldsNothingToMask()
{
    const Value value = *json::parse(R"({"plain":{"list":[1,"two"]},"token":"x"})");
    const Value masked = Redactor({"hunter22"}).value(value);
    QCOMPARE(&masked["plain"].asObject(), &value["plain"].asObject());
    QCOMPARE(value["token"].asString(), std::string("x"));
}

void TestJsonRedact::masksTheFormsThatASecretTakesInOtherTexts()
{
    const Redactor redactor({"p\"ss w/rd"});
    QCOMPARE(redactor.text("{\"x\":\"p\\\"ss w/rd\"}"), std::string("{\"x\":\"***\"}"));
    QCOMPARE(redactor.text("https://host/?p=p%22ss%20w%2Frd&q=1"), std::string("https://host/?p=***&q=1"));
}

QTEST_APPLESS_MAIN(TestJsonRedact)
#include "tst_json_redact.moc"
