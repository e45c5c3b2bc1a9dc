// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/cloud_local/bridge_certificate.h"
#include "engine/net/http_server.h"
#include "tests/cloud_local/cloud_house.h"

#include <openssl/ssl.h>

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

/// A small server with tunnels of its own limits.
struct TunnelHouse
{
    explicit TunnelHouse(net::TunnelOptions options)
    {
        const auto files = cloud_local::bridgeCertificate(folder.path().toStdString(), SystemClock().wall());
        options.pemFile = files ? files->pemFile : std::string();
        options.isOurs = [](std::string_view name) {
            return name == "localhost" || name == "run.googleapis.com";
        };
        port = server.listen("127.0.0.1", 0).value_or(0);
        opened = server.takeTunnels(std::move(options));
    }

    /// The client takes it as its proxy, with its root.
    void trust()
    {
        net::HttpClientOptions options;
        options.proxy = "http://127.0.0.1:" + std::to_string(port);
        options.caFile = folder.path().toStdString() + "/root.pem";
        run.http.emplace(run.loop, options);
    }

    /// From any thread.
    int connections()
    {
        std::promise<int> count;
        run.loop.post([&] { count.set_value(server.connections()); });
        return count.get_future().get();
    }

    /// What a blocking client finds while the loop runs.
    QString with(const std::function<std::string()> &client)
    {
        std::atomic<bool> isDone = false;
        std::string found;
        std::thread thread([&] {
            found = client();
            isDone = true;
        });
        run.runUntil([&] { return isDone.load(); });
        thread.join();
        return shown(found);
    }

    QTemporaryDir folder;
    tests::ClientRun run;
    net::HttpServer server{
        run.loop, {}, [](const net::ServerRequest &request, net::Responder responder) {
            responder.send({200, "text/plain", (request.isTls ? "tls" : "plain") + request.body, {}});
        }};
    std::uint16_t port = 0;
    Status opened;
};

const std::string kConnect = "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n";

std::string answerTo(tests::RawSocket &peer, const std::string &head)
{
    peer.send(head);
    const std::string answer = peer.readUntil("\r\n\r\n");
    return answer.substr(0, answer.find("\r\n"));
}

std::string endOf(tests::RawSocket &peer)
{
    return peer.readToEnd().empty() && peer.isAtEnd() ? "closed" : "open";
}

} // namespace

/// The local cloud as a proxy whose TLS ends in it: by Google's addresses, and nowhere else.
class TstCloudBridge : public QObject
{
    Q_OBJECT

private slots:
    void answersByGooglesAddresses();
    void isTrustedByItsRootAlone();
    void refusesForeignNames_data();
    void refusesForeignNames();
    void aForeignHostInsideIsRefused();
    void garbageAndHalfOpenClientsAreClosed();
    void whatIsNoTunnelIsRefused();
    void onlySoManyTunnels();
    void manyBytesGoThroughBothWays();
    void idleTunnelsEnd();
    void whoDoesNotReadIsClosed();
    void theCertificateIsKept();
    void theCertificateIsMadeAgain();

private:
    static std::string fetch(tests::CloudHouse &house, const std::string &url, bool trusts = true,
                             const net::Headers &headers = {});
};

std::string TstCloudBridge::fetch(tests::CloudHouse &house, const std::string &url, bool trusts,
                                  const net::Headers &headers)
{
    net::HttpClientOptions options;
    options.proxy = house.cloud->url();
    if (trusts)
        options.caFile = house.folder() + "/state/tls/root.pem";
    net::HttpClient client(house.run.loop, options);
    std::optional<std::string> found;
    net::HttpRequest request;
    request.url = url;
    request.headers = headers;
    client.send(std::move(request),
                [&](const tests::ClientRun::Outcome &outcome) { found = tests::outcomeText(outcome); });
    house.run.runUntil([&] { return found.has_value(); });
    return found.value_or("nothing");
}

void TstCloudBridge::answersByGooglesAddresses()
{
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    house.deploy("shop");
    const std::string listed =
        fetch(house, "https://us-east1-run.googleapis.com/apis/serving.knative.dev/v1/namespaces/demo-proj/"
                     "services/shop");
    QVERIFY2(shown(listed).startsWith("200 {\"apiVersion\"") && shown(listed).contains("us-east1"),
             listed.c_str());
    QCOMPARE(shown(fetch(house, "https://billingbudgets.googleapis.com/v1/billingAccounts/B/budgets")),
             "200 {}");
    QCOMPARE(shown(fetch(house, "https://logging.googleapis.com/v1/projects/demo-proj")).left(3), "404");
    QCOMPARE(shown(fetch(house, "http://cloudresourcemanager.googleapis.com/v1/projects/demo-proj")).left(3),
             "200");
}

void TstCloudBridge::isTrustedByItsRootAlone()
{
    tests::CloudHouse house;
    const std::string found = fetch(house, "https://run.googleapis.com/v1/projects/p-1/locations", false);
    QVERIFY2(shown(found).startsWith("net.tls"), found.c_str());
    const std::string foreign = fetch(house, "https://example.com/");
    QVERIFY2(shown(foreign).contains("403"), foreign.c_str());
}

void TstCloudBridge::refusesForeignNames_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *target, const char *line) { QTest::newRow(target) << target << line; };
    row("run.googleapis.com:443", "HTTP/1.1 200 Connection established");
    row("US-EAST1-run.googleapis.com:443", "HTTP/1.1 200 Connection established");
    row("localhost:443", "HTTP/1.1 200 Connection established");
    row("[::1]:443", "HTTP/1.1 200 Connection established");
    row("metadata.google.internal:443", "HTTP/1.1 200 Connection established");
    row("example.com:443", "HTTP/1.1 403 Forbidden");
    row("googleapis.com.example.com:443", "HTTP/1.1 403 Forbidden");
    row("run.googleapis.com.:443", "HTTP/1.1 403 Forbidden");
    row("10.0.0.1:443", "HTTP/1.1 403 Forbidden");
    row("169.254.169.254:443", "HTTP/1.1 403 Forbidden");
    row("run.googleapis.com:22", "HTTP/1.1 403 Forbidden");
    row("run.googleapis.com", "HTTP/1.1 403 Forbidden");
    row("127.0.0.1:22", "HTTP/1.1 403 Forbidden");
}

void TstCloudBridge::refusesForeignNames()
{
    QFETCH(QString, target);
    QFETCH(QString, line);
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    std::atomic<bool> isDone = false;
    std::string found;
    std::thread client([&] {
        tests::RawSocket peer = tests::RawSocket::connectTo(house.cloud->port());
        const std::string name = target.toStdString();
        found = answerTo(peer, "CONNECT " + name + " HTTP/1.1\r\nHost: " + name + "\r\n\r\n");
        isDone = true;
    });
    house.run.runUntil([&] { return isDone.load(); });
    client.join();
    QCOMPARE(shown(found), line);
}

void TstCloudBridge::aForeignHostInsideIsRefused()
{
    tests::CloudHouse house;
    const std::string found =
        fetch(house, "https://run.googleapis.com/v1/projects/p-1/locations", true, {{"Host", "example.com"}});
    QVERIFY2(shown(found).startsWith("403 {\"error\""), found.c_str());
}

void TstCloudBridge::garbageAndHalfOpenClientsAreClosed()
{
    net::TunnelOptions options;
    options.handshakeTime = 200ms;
    TunnelHouse house(options);
    BATUTA_VERIFY_OK(house.opened);
    const auto after = [&house](const std::string &bytes) {
        return house.with([&] {
            tests::RawSocket peer = tests::RawSocket::connectTo(house.port);
            if (const std::string line = answerTo(peer, kConnect); line.find(" 200 ") == std::string::npos)
                return line;
            peer.send(bytes);
            peer.readToEnd(); // an alert of TLS may come first
            return endOf(peer);
        });
    };
    QCOMPARE(after("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"), "closed");
    QCOMPARE(after(std::string(100'000, '\x16')), "closed");
    QCOMPARE(after(""), "closed");
    QCOMPARE(after(std::string("\x16\x03\x01", 3)), "closed"); // the first bytes of a greeting
    QCOMPARE(house.with([&] {
        tests::RawSocket peer = tests::RawSocket::connectTo(house.port);
        answerTo(peer, kConnect);
        peer.abort();
        tests::RawSocket next = tests::RawSocket::connectTo(house.port);
        next.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return next.readAnswer().body;
    }),
             "plain");
}

void TstCloudBridge::whatIsNoTunnelIsRefused()
{
    TunnelHouse house({});
    BATUTA_VERIFY_OK(house.opened);
    QCOMPARE(house.with([&] {
        tests::RawSocket peer = tests::RawSocket::connectTo(house.port);
        return answerTo(peer, kConnect + "\x16\x03\x01");
    }),
             "HTTP/1.1 400 Bad Request");
    QCOMPARE(house.with([&] {
        tests::RawSocket peer = tests::RawSocket::connectTo(house.port);
        return answerTo(peer, "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\nA: " +
                                  std::string(20'000, 'a') + "\r\n\r\n");
    }),
             "HTTP/1.1 431 Request Header Fields Too Large");
}

void TstCloudBridge::onlySoManyTunnels()
{
    net::TunnelOptions options;
    options.tunnels = 2;
    TunnelHouse house(options);
    QCOMPARE(house.with([&] {
        std::vector<tests::RawSocket> peers;
        std::string all;
        for (int i = 0; i < 3; ++i) {
            peers.push_back(tests::RawSocket::connectTo(house.port));
            all += answerTo(peers.back(), kConnect).substr(9, 4);
        }
        return all;
    }),
             "200 200 503 ");
}

void TstCloudBridge::manyBytesGoThroughBothWays()
{
    TunnelHouse house({});
    house.trust();
    net::HttpRequest request;
    request.method = "POST";
    request.url = "https://run.googleapis.com/";
    for (int i = 0; i < 400'000; ++i)
        request.body += std::to_string(i) + "\n";
    const std::string body = request.body;
    const auto outcome = house.run.fetch(std::move(request));
    QVERIFY2(outcome && outcome->body == "tls" + body, tests::outcomeText(outcome).substr(0, 200).c_str());
}

void TstCloudBridge::idleTunnelsEnd()
{
    net::TunnelOptions options;
    options.idleTime = 300ms;
    TunnelHouse house(options);
    house.trust();
    QCOMPARE(shown(tests::outcomeText(house.run.get("https://run.googleapis.com/"))), "200 tls");
    QCOMPARE(house.server.connections(), 1); // kept by the client for its next request
    QVERIFY(house.run.runUntil([&] { return house.server.connections() == 0; }));
    QCOMPARE(shown(tests::outcomeText(house.run.get("https://run.googleapis.com/"))), "200 tls");
}

// Its answer is larger than what sockets hold, so the tunnel waits for it, but not for ever.
void TstCloudBridge::whoDoesNotReadIsClosed()
{
    net::TunnelOptions options;
    options.idleTime = 300ms;
    TunnelHouse house(options);
    const std::string body(12u << 20, 'x');
    QCOMPARE(house.with([&] {
        tests::RawSocket peer = tests::RawSocket::connectTo(house.port);
        peer.setReceiveBuffer(4096);
        answerTo(peer, kConnect);
        const std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> context(SSL_CTX_new(TLS_client_method()),
                                                                    SSL_CTX_free);
        const std::unique_ptr<SSL, void (*)(SSL *)> tls(SSL_new(context.get()), SSL_free);
        SSL_set_fd(tls.get(), peer.descriptor());
        const std::string head =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n\r\n";
        if (SSL_connect(tls.get()) != 1 || SSL_write(tls.get(), head.data(), int(head.size())) <= 0 ||
            SSL_write(tls.get(), body.data(), int(body.size())) <= 0)
            return std::string("not sent");
        const auto end = std::chrono::steady_clock::now() + 5s;
        while (house.connections() > 0 && std::chrono::steady_clock::now() < end) {
        }
        return std::string(house.connections() == 0 ? "closed" : "open");
    }),
             "closed");
}

void TstCloudBridge::theCertificateIsKept()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/tls";
    const WallTime now = SystemClock().wall();
    const auto files = cloud_local::bridgeCertificate(path, now);
    BATUTA_VERIFY_OK(files);
    const std::string root = readFile(files->rootFile, 1 << 16).value_or("");
    QVERIFY(root.starts_with("-----BEGIN CERTIFICATE-----"));
    BATUTA_VERIFY_OK(cloud_local::bridgeCertificate(path, now + std::chrono::hours(24 * 300)));
    QCOMPARE(shown(readFile(files->rootFile, 1 << 16).value_or("")), shown(root));
    const auto permissions = QFileInfo(shown(files->pemFile)).permissions();
    QVERIFY(!(permissions & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup)));
    QCOMPARE(QDir(shown(path)).entryList(QDir::Files), QStringList({"root.pem", "server.pem"}));
    // The key of the root is in neither file.
    QVERIFY(root.find("PRIVATE") == std::string::npos);
    const QString pem = shown(readFile(files->pemFile, 1 << 16).value_or(""));
    QCOMPARE(pem.count("BEGIN PRIVATE KEY"), 1);
}

void TstCloudBridge::theCertificateIsMadeAgain()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const WallTime now = SystemClock().wall();
    const auto made = [&](WallTime at) {
        const auto files = cloud_local::bridgeCertificate(path, at);
        return files ? readFile(files->rootFile, 1 << 16).value_or("") : std::string();
    };
    const std::string first = made(now);
    const std::string later = made(now + std::chrono::hours(24 * 380)); // less than a month is left
    QVERIFY(later != first);
    QVERIFY(QFile::remove(folder.filePath("server.pem")));
    const std::string second = made(now);
    QVERIFY(second != later);
    QFile pem(folder.filePath("server.pem"));
    QVERIFY(pem.open(QIODevice::WriteOnly) && pem.write("no key") > 0);
    pem.close();
    QVERIFY(made(now) != second);
    QVERIFY(!cloud_local::bridgeCertificate("/proc/none", now));
}

QTEST_GUILESS_MAIN(TstCloudBridge)
#include "tst_cloud_bridge.moc"
