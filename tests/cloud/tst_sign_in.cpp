// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/jwt.h"
#include "engine/cloud/sign_in.h"
#include "engine/net/url.h"
#include "tests/cloud/google_house.h"
#include "tests/support/verify.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <fstream>

using namespace batuta;
using namespace batuta::cloud;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::GoogleHouse;

namespace {

/// An RSA key made on the spot.
struct TestKey
{
    TestKey()
        : key(EVP_RSA_gen(2048))
    {
        BIO *bio = BIO_new(BIO_s_mem());
        PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
        char *bytes = nullptr;
        const long size = BIO_get_mem_data(bio, &bytes);
        pem.assign(bytes, static_cast<std::size_t>(size));
        BIO_free(bio);
    }
    ~TestKey() { EVP_PKEY_free(key); }
    TestKey(const TestKey &) = delete;
    TestKey &operator=(const TestKey &) = delete;

    /// Whether RS256 of this key is what the token says.
    bool signedBy(const std::string &jwt) const
    {
        const std::size_t dot = jwt.rfind('.');
        const std::string text = jwt.substr(0, dot), mark = fromBase64Url(jwt.substr(dot + 1)).value_or("");
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
        const int right =
            EVP_DigestVerify(context, reinterpret_cast<const unsigned char *>(mark.data()), mark.size(),
                             reinterpret_cast<const unsigned char *>(text.data()), text.size());
        EVP_MD_CTX_free(context);
        return right == 1;
    }

    EVP_PKEY *key;
    std::string pem;
};

const TestKey &testKey()
{
    static const TestKey key;
    return key;
}

std::string keyFile(const std::string &tokenUrl = "https://oauth2.googleapis.com/token")
{
    return json::write(json::Object{{"type", "service_account"},
                                    {"project_id", "demo"},
                                    {"private_key_id", "k1"},
                                    {"private_key", testKey().pem},
                                    {"client_email", "robot@demo.iam.gserviceaccount.com"},
                                    {"token_uri", tokenUrl}});
}

json::Value partOf(const std::string &jwt, int index)
{
    std::size_t from = 0;
    for (int i = 0; i < index; ++i)
        from = jwt.find('.', from) + 1;
    const std::string part = jwt.substr(from, jwt.find('.', from) - from);
    return json::parse(fromBase64Url(part).value_or("")).value_or(json::Value());
}

std::string formValue(const std::string &body, std::string_view name)
{
    const Result<net::QueryItems> items = net::parseQuery(body);
    for (const auto &[key, value] : items.value_or(net::QueryItems()))
        if (key == name)
            return value;
    return {};
}

const std::string kToken = "POST oauth2.googleapis.com/token";
const std::string kGranted = R"({"access_token":"a1","expires_in":3599,"token_type":"Bearer"})";

std::string fileOf(const QTemporaryDir &folder, const char *name, const std::string &text)
{
    const std::string path = folder.filePath(name).toStdString();
    std::ofstream(path) << text;
    return path;
}

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void aKeyOfAServiceAccountIsExchangedForAToken();
    void aTokenIsUsedAgainUntilItIsAboutToEnd();
    void manyWhoAskAtOnceShareOneCall();
    void anIdTokenIsAskedForByAudience();
    void aLoginOfAUserIsRefreshed();
    void anAccountIsImpersonatedThroughAnother();
    void theMetadataServerGivesBothKindsOfTokens();
    void gcloudIsAskedForItsLogin();
    void aFixedTokenIsNoIdTokenForGoogle();
    void aRefusalIsToldInGooglesWordsWithoutSecrets();
    void whatIsNoKeyIsRefused_data();
    void whatIsNoKeyIsRefused();
    void credentialsAreLookedForInGooglesOrder();
    void audiencesFollowTheAddress_data();
    void audiencesFollowTheAddress();
};

void TestSignIn::aKeyOfAServiceAccountIsExchangedForAToken()
{
    GoogleHouse house;
    house.on(kToken, {200, kGranted});
    const Result<Credentials> credentials = readCredentials(keyFile(), "key.json");
    BATUTA_VERIFY_OK(credentials);
    SignIn signIn(house.ground(), *credentials);
    const auto token = house.ask<Token>([&](auto reply) { signIn.token(reply); });
    BATUTA_VERIFY_OK(token);
    QCOMPARE(shown(token->text), QString("a1"));

    const std::string body = house.request(0).body, jwt = formValue(body, "assertion");
    QCOMPARE(shown(formValue(body, "grant_type")), QString("urn:ietf:params:oauth:grant-type:jwt-bearer"));
    QCOMPARE(shown(json::write(partOf(jwt, 0))), QString(R"({"typ":"JWT","alg":"RS256","kid":"k1"})"));
    QCOMPARE(
        shown(json::write(partOf(jwt, 1))),
        QString(
            R"({"iss":"robot@demo.iam.gserviceaccount.com","aud":"https://oauth2.googleapis.com/token",)"
            R"("iat":1790000000,"exp":1790003600,"scope":"https://www.googleapis.com/auth/cloud-platform"})"));
    QVERIFY(testKey().signedBy(jwt));
    QVERIFY(!testKey().signedBy(jwt.substr(0, 40) + "A" + jwt.substr(41)));
}

void TestSignIn::aTokenIsUsedAgainUntilItIsAboutToEnd()
{
    GoogleHouse house;
    house.on(kToken, {200, kGranted});
    house.on(kToken, {200, R"({"access_token":"a2","expires_in":3599})"});
    SignIn signIn(house.ground(), *readCredentials(keyFile(), "key.json"));
    const auto now = [&] {
        return house.ask<Token>([&](auto reply) { signIn.token(reply); }).value_or(Token{}).text;
    };
    QCOMPARE(shown(now()), QString("a1"));
    house.clock.now += 3599s - 226s;
    QCOMPARE(shown(now()), QString("a1"));
    QCOMPARE(house.asked().size(), std::size_t{1});
    house.clock.now += 2s; // less than 225 s are left
    QCOMPARE(shown(now()), QString("a2"));
    QCOMPARE(house.asked().size(), std::size_t{2});
}

void TestSignIn::manyWhoAskAtOnceShareOneCall()
{
    GoogleHouse house;
    house.on(kToken, {200, kGranted});
    SignIn signIn(house.ground(), *readCredentials(keyFile(), "key.json"));
    int answers = 0;
    house.run.loop.post([&] {
        for (int i = 0; i < 20; ++i)
            signIn.token([&](Result<Token> token) { answers += token && token->text == "a1"; });
    });
    QVERIFY(house.run.runUntil([&] { return answers == 20; }));
    QCOMPARE(house.asked().size(), std::size_t{1});
}

void TestSignIn::anIdTokenIsAskedForByAudience()
{
    GoogleHouse house;
    const std::string jwt = "h." + base64Url(R"({"exp":1790001000})") + ".s";
    house.on(kToken, {200, R"({"id_token":")" + jwt + R"("})"});
    SignIn signIn(house.ground(), *readCredentials(keyFile(), "key.json"));
    const auto token = house.ask<Token>([&](auto reply) { signIn.idToken("https://svc.run.app", reply); });
    BATUTA_VERIFY_OK(token);
    QCOMPARE(shown(token->text), shown(jwt));
    QVERIFY(token->until == WallTime(1'790'001'000s));
    const json::Value claims = partOf(formValue(house.request(0).body, "assertion"), 1);
    QCOMPARE(shown(claims["target_audience"].asString()), QString("https://svc.run.app"));
    QVERIFY(claims["scope"].isNull());
    const auto other = house.ask<Token>([&](auto reply) { signIn.idToken("https://other.run.app", reply); });
    QVERIFY(other.has_value());
    QCOMPARE(house.asked().size(), std::size_t{2});
}

void TestSignIn::aLoginOfAUserIsRefreshed()
{
    GoogleHouse house;
    house.on(kToken, {200, kGranted});
    const auto credentials = readCredentials(
        R"({"type":"authorized_user","client_id":"c","client_secret":"s&=","refresh_token":"r/1","quota_project_id":"payer"})",
        "adc.json");
    BATUTA_VERIFY_OK(credentials);
    QCOMPARE(shown(credentials->quotaProject), QString("payer"));
    SignIn signIn(house.ground(), *credentials);
    BATUTA_VERIFY_OK(house.ask<Token>([&](auto reply) { signIn.token(reply); }));
    const std::string body = house.request(0).body;
    QCOMPARE(shown(formValue(body, "grant_type")), QString("refresh_token"));
    QCOMPARE(shown(formValue(body, "client_secret")), QString("s&="));
    QCOMPARE(shown(formValue(body, "refresh_token")), QString("r/1"));
}

void TestSignIn::anAccountIsImpersonatedThroughAnother()
{
    GoogleHouse house;
    const std::string accounts = "POST iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/";
    const std::string access = accounts + "deployer@demo.iam.gserviceaccount.com:generateAccessToken";
    house.on(kToken, {200, kGranted});
    house.on(access, {200, R"({"accessToken":"as-deployer","expireTime":"2026-09-21T15:06:40Z"})"});
    house.on(accounts + "deployer@demo.iam.gserviceaccount.com:generateIdToken",
             {200, R"({"token":"id-token"})"});
    Credentials credentials = *readCredentials(keyFile(), "key.json");
    credentials.impersonate = "deployer@demo.iam.gserviceaccount.com";
    SignIn signIn(house.ground(), credentials);
    const auto token = house.ask<Token>([&](auto reply) { signIn.token(reply); });
    BATUTA_VERIFY_OK(token);
    QCOMPARE(shown(token->text), QString("as-deployer"));
    QCOMPARE(shown(house.asked().at(1)), shown(access));
    QCOMPARE(shown(house.request(1).header("Authorization")), QString("Bearer a1"));
    QCOMPARE(
        shown(house.request(1).body),
        QString(
            R"({"delegates":[],"scope":["https://www.googleapis.com/auth/cloud-platform"],"lifetime":"3600s"})"));
    const auto id = house.ask<Token>([&](auto reply) { signIn.idToken("https://svc.run.app", reply); });
    QCOMPARE(shown(id.value_or(Token{}).text), QString("id-token"));
    QCOMPARE(house.asked().size(), std::size_t{3}); // the source's token is used again
}

void TestSignIn::theMetadataServerGivesBothKindsOfTokens()
{
    GoogleHouse house;
    const std::string account = "GET metadata.test/computeMetadata/v1/instance/service-accounts/default/";
    house.on(account + "token", {200, kGranted});
    house.on(account + "identity", {200, "x.y.z"});
    SignIn signIn(house.ground(), {MetadataServer{"metadata.test"}, {}, {}, {}, "this machine"});
    QCOMPARE(shown(house.ask<Token>([&](auto reply) { signIn.token(reply); }).value_or(Token{}).text),
             QString("a1"));
    QCOMPARE(shown(house.request(0).header("Metadata-Flavor")), QString("Google"));
    const auto id = house.ask<Token>([&](auto reply) { signIn.idToken("https://svc.run.app", reply); });
    QCOMPARE(shown(id.value_or(Token{}).text), QString("x.y.z"));
    QCOMPARE(shown(house.request(1).queryValue("audience")), QString("https://svc.run.app"));
}

void TestSignIn::gcloudIsAskedForItsLogin()
{
    GoogleHouse house;
    QTemporaryDir folder;
    const std::string program = fileOf(folder, "gcloud",
                                       "#!/bin/sh\necho \"$@\" >> \"$HOME/words\"\n"
                                       "echo '{\"credential\":{\"access_token\":\"g1\",\"id_token\":\"i1\","
                                       "\"token_expiry\":\"2030-01-01T00:00:00Z\"}}'\n");
    QFile(folder.filePath("gcloud")).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const std::string home = "HOME=" + folder.path().toStdString();
    SignIn signIn(house.ground(), {GcloudLogin{program, {home, "PATH=/usr/bin:/bin"}}, {}, {}, {}, "gcloud"});
    QCOMPARE(shown(house.ask<Token>([&](auto reply) { signIn.token(reply); }).value_or(Token{}).text),
             QString("g1"));
    const auto id = house.ask<Token>([&](auto reply) { signIn.idToken("https://svc.run.app", reply); });
    QCOMPARE(shown(id.value_or(Token{}).text), QString("i1"));
    QFile words(folder.filePath("words"));
    QVERIFY(words.open(QFile::ReadOnly));
    QCOMPARE(words.readLine(), QByteArray("config config-helper --format=json\n"));

    fileOf(folder, "gcloud", "#!/bin/sh\necho 'You do not currently have an active account' >&2\nexit 1\n");
    SignIn nobody(house.ground(), {GcloudLogin{program, {home, "PATH=/usr/bin:/bin"}}, {}, {}, {}, "gcloud"});
    const auto refused = house.ask<Token>([&](auto reply) { nobody.token(reply); });
    BATUTA_VERIFY_ERROR(refused, ErrorCode::CloudSignIn);
    QVERIFY(refused.error().detail.find("active account") != std::string::npos);
}

void TestSignIn::aFixedTokenIsNoIdTokenForGoogle()
{
    GoogleHouse house;
    Ground google = house.ground();
    google.isLocal = false;
    SignIn there(google, tests::anybody()), here(house.ground(), tests::anybody());
    BATUTA_VERIFY_ERROR(house.ask<Token>([&](auto reply) { there.idToken("https://svc.run.app", reply); }),
                        ErrorCode::CloudSignIn);
    BATUTA_VERIFY_OK(house.ask<Token>([&](auto reply) { there.token(reply); }));
    BATUTA_VERIFY_OK(house.ask<Token>([&](auto reply) { here.idToken("http://127.0.0.1:1", reply); }));
}

void TestSignIn::aRefusalIsToldInGooglesWordsWithoutSecrets()
{
    GoogleHouse house;
    house.on(kToken, {400, R"({"error":"invalid_grant","error_description":"Invalid JWT Signature."})"});
    SignIn signIn(house.ground(), *readCredentials(keyFile(), "key.json"));
    const auto token = house.ask<Token>([&](auto reply) { signIn.token(reply); });
    BATUTA_VERIFY_ERROR(token, ErrorCode::CloudSignIn);
    QCOMPARE(shown(errorText(token.error())),
             QString("The sign-in to the cloud failed: service account robot@demo.iam.gserviceaccount.com "
                     "(key.json), invalid_grant: Invalid JWT Signature. [cloud.sign_in]"));
    QVERIFY(mendText(token.error()).find("clock") != std::string::npos);
}

void TestSignIn::whatIsNoKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("private_key: hunter22");
    QTest::newRow("another type") << QByteArray(R"({"type":"external_account","private_key":"hunter22"})");
    QTest::newRow("no key") << QByteArray(R"({"type":"service_account","client_email":"a@b"})");
    QTest::newRow("token address without TLS") << QByteArray(
        R"({"type":"service_account","client_email":"a@b","private_key":"hunter22","token_uri":"http://evil.test/"})");
    QTest::newRow("no refresh token") << QByteArray(R"({"type":"authorized_user","client_id":"hunter22"})");
    QTest::newRow("nothing to impersonate") << QByteArray(
        R"({"type":"impersonated_service_account","source_credentials":{"type":"authorized_user","client_id":"c","refresh_token":"hunter22"}})");
}

void TestSignIn::whatIsNoKeyIsRefused()
{
    QFETCH(QByteArray, text);
    const Result<Credentials> read = readCredentials(text.toStdString(), "key.json");
    BATUTA_VERIFY_ERROR(read, ErrorCode::CloudSignIn);
    QVERIFY(errorText(read.error()).find("hunter22") == std::string::npos);
}

void TestSignIn::credentialsAreLookedForInGooglesOrder()
{
    QTemporaryDir folder;
    std::map<std::string, std::string> variables{{"HOME", folder.path().toStdString()}};
    CredentialSearch search;
    search.variable = [&](std::string_view name) { return variables[std::string(name)]; };
    const auto told = [&] {
        const Result<Credentials> found = findCredentials(search);
        return shown(found ? found->told : errorText(found.error()));
    };
    QCOMPARE(told(), QString("account of this machine"));
    variables["PATH"] = folder.path().toStdString();
    fileOf(folder, "gcloud", "#!/bin/sh\n");
    QCOMPARE(told(), QString("login of gcloud"));
    QVERIFY(QDir(folder.path()).mkpath(".config/gcloud"));
    fileOf(folder, ".config/gcloud/application_default_credentials.json",
           R"({"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"r"})");
    QCOMPARE(told(), QString("application default login of gcloud"));
    variables["GOOGLE_APPLICATION_CREDENTIALS"] = fileOf(folder, "key.json", keyFile());
    QCOMPARE(told(), QString("service account robot@demo.iam.gserviceaccount.com (key.json)"));
    search.keyFile = fileOf(folder, "named.json", keyFile());
    search.impersonate = "deployer@demo";
    QCOMPARE(
        told(),
        QString("deployer@demo through service account robot@demo.iam.gserviceaccount.com (named.json)"));
    search = {{}, {}, true, search.variable, true};
    QCOMPARE(told(), QString("local stand-in"));
}

void TestSignIn::audiencesFollowTheAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("audience");
    QTest::newRow("service") << "https://svc-abc-ue.a.run.app/v1/x?y=1"
                             << "https://svc-abc-ue.a.run.app";
    QTest::newRow("port") << "http://127.0.0.1:8123/x"
                          << "http://127.0.0.1:8123";
    QTest::newRow("function") << "https://us-east1-p.cloudfunctions.net/match?x=1"
                              << "https://us-east1-p.cloudfunctions.net/match";
}

void TestSignIn::audiencesFollowTheAddress()
{
    QFETCH(QString, url);
    QTEST(shown(audienceOf(url.toStdString())), "audience");
}

QTEST_APPLESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
