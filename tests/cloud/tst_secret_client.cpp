// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/secret_client.h"
#include "tests/cloud/google_house.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::cloud;
using batuta::test::shown;
using batuta::tests::GoogleHouse;

namespace {

const std::string kRoute =
    "GET secretmanager.googleapis.com/v1/projects/my-project/secrets/a/versions/latest:access";

env::SecretReference referenceOf(const char *text)
{
    return *env::readReference(text);
}

const env::SecretReference kReference = referenceOf("sm://projects/my-project/secrets/a/versions/latest");

} // namespace

/// Values from Secret Manager, good ones and what is none.
class TestSecretClient : public QObject
{
    Q_OBJECT

private slots:
    void aValueIsRead();
    void aRegionalSecretIsAskedInItsRegion();
    void whatIsNoValueIsRefused_data();
    void whatIsNoValueIsRefused();

private:
    static Result<std::string> value(GoogleHouse &house, const env::SecretReference &reference)
    {
        SignIn signIn(house.ground(), tests::anybody());
        Api api(house.ground(), signIn);
        SecretClient client(api);
        return house.ask<std::string>(
            [&](Reply<std::string> reply) { client.value(reference, std::move(reply)); });
    }
};

void TestSecretClient::aValueIsRead()
{
    GoogleHouse house;
    // "123456789" has the sum 0xE3069283, by RFC 3720.
    house.on(kRoute, {200, R"({"name":"x","payload":{"data":"MTIzNDU2Nzg5","dataCrc32c":"3808858755"}})"});
    const auto got = value(house, kReference);
    BATUTA_VERIFY_OK(got);
    QCOMPARE(*got, std::string("123456789"));
    QCOMPARE(shown(house.request(0).header("Authorization")), QString("Bearer token-of-anybody"));
}

void TestSecretClient::aRegionalSecretIsAskedInItsRegion()
{
    GoogleHouse house;
    house.on(
        "GET secretmanager.us-east1.rep.googleapis.com/v1/projects/my-project/locations/us-east1/secrets/a/"
        "versions/1:access",
        {200, R"({"payload":{"data":"YQ=="}})"});
    const auto got =
        value(house, referenceOf("sm://projects/my-project/locations/us-east1/secrets/a/versions/1"));
    BATUTA_VERIFY_OK(got);
    QCOMPARE(*got, std::string("a"));
}

void TestSecretClient::whatIsNoValueIsRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::newRow("damaged") << 200 << R"({"payload":{"data":"MTIzNDU2Nzg4","dataCrc32c":"3808858755"}})";
    QTest::newRow("no base64") << 200 << R"({"payload":{"data":"geheim!!"}})";
    QTest::newRow("cut base64") << 200 << R"({"payload":{"data":"Z2VoZWl"}})";
    QTest::newRow("no data") << 200 << R"({"payload":{}})";
    QTest::newRow("a number") << 200 << R"({"payload":{"data":7}})";
    QTest::newRow("no object") << 200 << R"([])";
    QTest::newRow("not there") << 404
                               << R"({"error":{"code":404,"message":"no such secret","status":"NOT_FOUND"}})";
    QTest::newRow("not allowed") << 403
                                 << R"({"error":{"code":403,"message":"no","status":"PERMISSION_DENIED"}})";
    QTest::newRow("too long") << 200 << QString(R"({"payload":{"data":"%1"}})").arg(QString(300'000, 'A'));
}

void TestSecretClient::whatIsNoValueIsRefused()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    GoogleHouse house;
    house.on(kRoute, {status, body.toStdString()});
    const auto got = value(house, kReference);
    QVERIFY(!got);
    const QString said = shown(errorText(got.error()));
    QVERIFY2(!said.contains("geheim") && !said.contains("MTIz"), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestSecretClient)
#include "tst_secret_client.moc"
