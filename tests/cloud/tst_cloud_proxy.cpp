// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Google's APIs through a company's proxy and behind its own certificate authority.
#include "engine/cloud/cloud.h"
#include "tests/cloud/connect_proxy.h"
#include "tests/cloud/google_house.h"
#include "tests/support/net/certificates.h"
#include "tests/support/verify.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;

namespace {

std::string newKey()
{
    EVP_PKEY *key = EVP_RSA_gen(2048);
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    std::string pem(bytes, static_cast<std::size_t>(size));
    BIO_free(bio);
    EVP_PKEY_free(key);
    return pem;
}

/// Google behind TLS, one connection after the other, each for one request.
RawServer::Script answering(const Certificate &certificate, std::string body, std::string &request)
{
    return [&certificate, body = std::move(body), &request](RawSocket &socket, int) {
        TlsPeer peer(socket, certificate);
        const std::string head = peer.readUntil("\r\n\r\n");
        if (!head.empty())
            request = head;
        peer.send(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body);
        peer.closeProperly();
    };
}

} // namespace

class TestCloudProxy : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        for (const char *name : kNames)
            qunsetenv(name);
    }
    void cleanup() { init(); }
    void goesThroughProxyAndOwnAuthority_data();
    void goesThroughProxyAndOwnAuthority();
    void anUnknownAuthorityIsRefused();
    void aWrongLoginIsToldInWords();
    void aMissingFileOfRootsIsNamed();

private:
    static constexpr const char *kNames[] = {"HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy",
                                             "CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE"};

    /// A company: its proxy, its authority, and Google behind both.
    struct Company
    {
        Company()
        {
            roots = folder.filePath("roots.pem").toStdString();
            key = folder.filePath("key.json").toStdString();
            root.writePem(roots);
            std::ofstream(key) << json::write(
                json::Object{{"type", "service_account"},
                             {"project_id", "demo"},
                             {"private_key_id", "k1"},
                             {"private_key", newKey()},
                             {"client_email", "robot@demo.iam.gserviceaccount.com"},
                             {"token_uri", "https://oauth2.googleapis.com/token"}});
        }
        cloud::Settings settings() const
        {
            cloud::Settings settings;
            settings.project = "demo";
            settings.region = "us-east1";
            settings.credentials = key;
            return settings;
        }
        std::string proxyUrl(const std::string &login = "ana:p%40ss") const
        {
            return "http://" + login + "@" + proxy.authority();
        }
        Result<cloud::Service> ask(const cloud::Settings &settings)
        {
            const auto cloud = cloud::Cloud::open(run.loop, clock, settings, {});
            if (!cloud)
                return cloud.error();
            std::optional<Result<cloud::Service>> got;
            (*cloud)->service({"demo", "us-east1", "shop"},
                              [&](Result<cloud::Service> answer) { got = std::move(answer); });
            run.runUntil([&] { return got.has_value(); });
            return *got;
        }

        QTemporaryDir folder;
        std::string roots, key, tokenHead, apiHead;
        const Certificate root{{"Company root", ""}};
        const Certificate leaf{{"google", "DNS:*.googleapis.com"}, &root};
        RawServer tokens{answering(leaf, R"({"access_token":"ya29.token","expires_in":3600})", tokenHead)};
        RawServer api{answering(leaf,
                                R"({"name":"projects/demo/locations/us-east1/services/shop",)"
                                R"("uri":"https://shop.run.app"})",
                                apiHead)};
        ConnectProxy proxy{[this](const std::string &place) {
                               return place == "oauth2.googleapis.com:443"        ? tokens.port()
                                      : place.ends_with("run.googleapis.com:443") ? api.port()
                                                                                  : std::uint16_t(0);
                           },
                           "Basic YW5hOnBAc3M="};
        SystemClock clock;
        ClientRun run;
    };
};

void TestCloudProxy::goesThroughProxyAndOwnAuthority_data()
{
    QTest::addColumn<bool>("isOfFile");
    QTest::newRow("batuta.yaml") << true;
    QTest::newRow("the environment") << false;
}

void TestCloudProxy::goesThroughProxyAndOwnAuthority()
{
    QFETCH(bool, isOfFile);
    Company company;
    cloud::Settings settings = company.settings();
    if (isOfFile) {
        settings.proxy = company.proxyUrl();
        settings.caFile = company.roots;
        qputenv("HTTPS_PROXY", "http://127.0.0.1:1"); // the file is stronger
    } else {
        qputenv("https_proxy", QByteArray::fromStdString(company.proxyUrl()));
        qputenv("CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE", QByteArray::fromStdString(company.roots));
        qputenv("NO_PROXY", "corp.invalid, .other.invalid");
    }
    const auto service = company.ask(settings);
    BATUTA_VERIFY_OK(service);
    QCOMPARE(shown(service->url), QString("https://shop.run.app"));
    const std::vector<std::string> asked = company.proxy.asked();
    QCOMPARE(asked.size(), std::size_t(2));
    QCOMPARE(shown(asked[0]), QString("oauth2.googleapis.com:443 200"));
    QVERIFY2(asked[1].ends_with("run.googleapis.com:443 200"), asked[1].c_str());
    QVERIFY2(company.tokenHead.starts_with("POST /token HTTP/1.1\r\nHost: oauth2.googleapis.com\r\n"),
             company.tokenHead.c_str());
    QVERIFY2(company.apiHead.find("Authorization: Bearer ya29.token") != std::string::npos,
             company.apiHead.c_str());
    // The login is the proxy's alone, and the proxy reads nothing of what it carries.
    QVERIFY(company.tokenHead.find("Proxy-Authorization") == std::string::npos);
    QVERIFY(company.apiHead.find("Proxy-Authorization") == std::string::npos);
    QVERIFY(!company.proxy.carried("ya29.token"));
}

void TestCloudProxy::anUnknownAuthorityIsRefused()
{
    Company company;
    cloud::Settings settings = company.settings();
    settings.proxy = company.proxyUrl();
    const auto service = company.ask(settings);
    QVERIFY(!service);
    QVERIFY2(errorText(service.error()).find("certificate") != std::string::npos,
             errorText(service.error()).c_str());
    QVERIFY(company.tokenHead.empty());
}

void TestCloudProxy::aWrongLoginIsToldInWords()
{
    Company company;
    cloud::Settings settings = company.settings();
    settings.proxy = company.proxyUrl("ana:wrong-secret");
    settings.caFile = company.roots;
    const auto service = company.ask(settings);
    QVERIFY(!service);
    const std::string text = errorText(service.error()) + mendText(service.error());
    QVERIFY2(text.find("the proxy answered 407") != std::string::npos, text.c_str());
    QVERIFY(text.find("wrong-secret") == std::string::npos);
}

void TestCloudProxy::aMissingFileOfRootsIsNamed()
{
    Company company;
    cloud::Settings settings = company.settings();
    settings.proxy = company.proxyUrl();
    settings.caFile = company.folder.filePath("gone.pem").toStdString();
    const auto service = company.ask(settings);
    QVERIFY(!service);
    QVERIFY2(errorText(service.error()).find("gone.pem") != std::string::npos,
             errorText(service.error()).c_str());
}

QTEST_GUILESS_MAIN(TestCloudProxy)
#include "tst_cloud_proxy.moc"
