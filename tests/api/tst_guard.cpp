// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/router.h"
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// What stands before the handlers: tokens, hosts, origins, sizes, methods, and what is no HTTP at all.
class TstGuard : public QObject
{
    Q_OBJECT

private slots:
    void wantsTheTokenEverywhereButHealth();
    void takesOnlyTheRightToken_data();
    void takesOnlyTheRightToken();
    void anOpenAddressWantsATokenOrAWord();
    void onLoopbackOnlyLocalNamesAreServed_data();
    void onLoopbackOnlyLocalNamesAreServed();
    void noPageOfAnotherSiteMayPost_data();
    void noPageOfAnotherSiteMayPost();
    void unknownAddressesAreNotFound_data();
    void unknownAddressesAreNotFound();
    void wrongMethodsAreToldTheRightOnes_data();
    void wrongMethodsAreToldTheRightOnes();
    void bodiesMustBeDeclaredAsJson_data();
    void bodiesMustBeDeclaredAsJson();
    void refusesWhatIsTooLarge();
    void answersWhatIsNoHttpAndLivesOn_data();
    void answersWhatIsNoHttpAndLivesOn();
    void isUnhealthyWhileItStops();

private:
    static void build(tests::House &house)
    {
        house.flow("quick", "steps:\n  a: {set: {x: 1}}\n");
        house.flow("nap", "steps:\n  a: {wait: {for: 1h}}\n");
    }
    static std::string code(const tests::RawAnswer &answer)
    {
        const auto value = json::parse(answer.body);
        return value ? (*value)["error"]["code"].asString() : answer.body;
    }
};

void TstGuard::wantsTheTokenEverywhereButHealth()
{
    tests::ApiHouse::Options options;
    options.api.token = "s3cret-token";
    options.build = build;
    tests::ApiHouse house(std::move(options));
    for (const api::Route &route : api::routes()) {
        const QString path = QString(shown(route.path))
                                 .replace("{name}", "quick")
                                 .replace("{id}", "00000000-0000-4000-8000-000000000000");
        const tests::RawAnswer answer = house.ask(std::string(route.method), path.toStdString());
        if (route.path == "/health") {
            QCOMPARE(answer.status, 200);
            continue;
        }
        if (route.path == "/hooks/{name}") { // its signature says who sent it: tst_triggers_api
            QCOMPARE(answer.status, 404);
            continue;
        }
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.has("WWW-Authenticate: Bearer\r\n"));
        QCOMPARE(shown(code(answer)), "http.unauthorized");
    }
    // Nobody learns which addresses exist either.
    QCOMPARE(house.ask("GET", "/metrics").status, 401);
    const tests::RawAnswer served =
        house.ask("POST", "/flows/quick/executions", "{}",
                  "Content-Type: application/json\r\nAuthorization: Bearer s3cret-token\r\n");
    QCOMPARE(served.status, 202);
    QVERIFY(house.log().find("s3cret-token") == std::string::npos);
}

void TstGuard::takesOnlyTheRightToken_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("right") << "Bearer s3cret-token" << 200;
    QTest::newRow("scheme in another case") << "bearer s3cret-token" << 200;
    QTest::newRow("wrong") << "Bearer s3cret-tokeN" << 401;
    QTest::newRow("beginning") << "Bearer s3cret" << 401;
    QTest::newRow("longer") << "Bearer s3cret-token2" << 401;
    QTest::newRow("twice over") << "Bearer s3cret-tokens3cret-token" << 401;
    QTest::newRow("empty") << "Bearer " << 401;
    QTest::newRow("no scheme") << "s3cret-token" << 401;
    QTest::newRow("other scheme") << "Basic s3cret-token" << 401;
}

void TstGuard::takesOnlyTheRightToken()
{
    QFETCH(QString, header);
    tests::ApiHouse::Options options;
    options.api.token = "s3cret-token";
    tests::ApiHouse house(std::move(options));
    QTEST(house.ask("GET", "/flows", {}, "Authorization: " + header.toStdString() + "\r\n").status, "status");
}

void TstGuard::anOpenAddressWantsATokenOrAWord()
{
    tests::LoopThread thread;
    thread.run([&] {
        tests::House house(thread.loop);
        house.open();
        const auto listen = [&](const std::string &address, const std::string &token, bool allow) {
            api::ApiOptions options;
            options.address = address;
            options.port = 0;
            options.token = token;
            options.allowUnauthenticated = allow;
            api::ApiServer server(*house.engine, house.metrics, options);
            const auto port = server.listen();
            return port ? std::string("listens") : std::string(codeName(port.error().code));
        };
        QCOMPARE(shown(listen("0.0.0.0", "", false)), "net.listen");
        QCOMPARE(shown(listen("::", "", false)), "net.listen");
        QCOMPARE(shown(listen("0.0.0.0", "a-token", false)), "listens");
        QCOMPARE(shown(listen("0.0.0.0", "", true)), "listens");
        QCOMPARE(shown(listen("127.0.0.1", "", false)), "listens");
        QCOMPARE(shown(listen("localhost", "", false)), "listens");
    });
}

void TstGuard::onLoopbackOnlyLocalNamesAreServed_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("number") << "127.0.0.1:8080" << 200;
    QTest::newRow("name") << "localhost" << 200;
    QTest::newRow("name in capitals") << "LOCALHOST:1" << 200;
    QTest::newRow("version six") << "[::1]:8080" << 200;
    QTest::newRow("rebound") << "evil.example" << 401;
    QTest::newRow("looks local") << "127.0.0.1.evil.example" << 401;
    QTest::newRow("user part") << "localhost@evil.example" << 401;
    QTest::newRow("open bracket") << "[::1" << 200;
    QTest::newRow("another machine") << "192.168.1.4:8080" << 401;
}

void TstGuard::onLoopbackOnlyLocalNamesAreServed()
{
    QFETCH(QString, host);
    tests::ApiHouse house(build);
    tests::RawSocket socket = house.connect();
    socket.send("GET /flows HTTP/1.1\r\nConnection: close\r\nHost: " + host.toStdString() + "\r\n\r\n");
    const tests::RawAnswer answer = socket.readAnswer();
    if (host == "[::1" && answer.status == 400)
        return; // refusing it as no host at all is as good
    QTEST(answer.status, "status");
}

void TstGuard::noPageOfAnotherSiteMayPost_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<int>("status");
    QTest::newRow("a program") << "" << 202;
    QTest::newRow("our own page") << "http://127.0.0.1:%1" << 202;
    QTest::newRow("another port") << "http://127.0.0.1:1" << 401;
    QTest::newRow("another site") << "https://evil.example" << 401;
    QTest::newRow("a file or frame") << "null" << 401;
}

void TstGuard::noPageOfAnotherSiteMayPost()
{
    QFETCH(QString, origin);
    tests::ApiHouse house(build);
    const QString header =
        origin.isEmpty() ? QString()
                         : "Origin: " + QString(origin).replace("%1", QString::number(house.port())) + "\r\n";
    // Without a body and its type a browser sends it without asking first.
    QTEST(house.ask("POST", "/flows/quick/executions", "", header.toStdString()).status, "status");
}

void TstGuard::unknownAddressesAreNotFound_data()
{
    QTest::addColumn<QString>("target");
    for (const char *target : {"/nothing", "/executions/", "//", "/flows/", "/docs/x", "/orchestrate/",
                               "/%2e%2e/etc/passwd", "/executions/a/b/c", "/HEALTH", "/index.html"})
        QTest::newRow(target) << target;
}

void TstGuard::unknownAddressesAreNotFound()
{
    QFETCH(QString, target);
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask("GET", target.toStdString());
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.has("Content-Type: application/json"));
}

void TstGuard::wrongMethodsAreToldTheRightOnes_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("allow");
    QTest::newRow("GET orchestrate") << "GET"
                                     << "/orchestrate"
                                     << "POST";
    QTest::newRow("POST health") << "POST"
                                 << "/health"
                                 << "GET";
    QTest::newRow("DELETE root") << "DELETE"
                                 << "/"
                                 << "GET, POST";
    QTest::newRow("PUT execution") << "PUT"
                                   << "/executions/x"
                                   << "GET";
    QTest::newRow("OPTIONS start") << "OPTIONS"
                                   << "/flows/quick/executions"
                                   << "POST";
    QTest::newRow("PATCH list") << "PATCH"
                                << "/executions"
                                << "GET, POST";
}

void TstGuard::wrongMethodsAreToldTheRightOnes()
{
    QFETCH(QString, method);
    QFETCH(QString, target);
    QFETCH(QString, allow);
    tests::ApiHouse house(build);
    const tests::RawAnswer answer = house.ask(method.toStdString(), target.toStdString());
    QCOMPARE(answer.status, 405);
    QVERIFY2(answer.has("Allow: " + allow.toStdString() + "\r\n"), answer.head.c_str());
    QCOMPARE(shown(code(answer)), "http.method");
}

void TstGuard::bodiesMustBeDeclaredAsJson_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("status");
    QTest::newRow("json") << "application/json" << 202;
    QTest::newRow("json with charset") << "Application/JSON; charset=utf-8" << 202;
    QTest::newRow("text") << "text/plain" << 415;
    QTest::newRow("form") << "application/x-www-form-urlencoded" << 415;
    QTest::newRow("looks like json") << "application/jsonp" << 415;
    QTest::newRow("none") << "" << 415;
}

void TstGuard::bodiesMustBeDeclaredAsJson()
{
    QFETCH(QString, type);
    tests::ApiHouse house(build);
    const std::string header = type.isEmpty() ? "" : "Content-Type: " + type.toStdString() + "\r\n";
    QTEST(house.ask("POST", "/flows/quick/executions", "{}", header).status, "status");
}

void TstGuard::refusesWhatIsTooLarge()
{
    tests::ApiHouse::Options options;
    options.api.limits.bodyBytes = 4096;
    options.api.limits.headerBytes = 2048;
    options.build = build;
    tests::ApiHouse house(std::move(options));
    const std::string fits = R"({"x":")" + std::string(4000, 'x') + "\"}";
    QCOMPARE(house.ask("POST", "/flows/quick/executions", fits).status, 202);
    const tests::RawAnswer large =
        house.ask("POST", "/flows/quick/executions", R"({"x":")" + std::string(5000, 'x') + "\"}");
    QCOMPARE(large.status, 413);
    QCOMPARE(shown(code(large)), "http.too_large");
    tests::RawSocket socket = house.connect();
    socket.send("GET /flows HTTP/1.1\r\nHost: localhost\r\nX-Long: " + std::string(5000, 'x') + "\r\n\r\n");
    const tests::RawAnswer header = socket.readAnswer();
    QVERIFY2(header.status == 431 || header.status == 413, header.head.c_str());
    QCOMPARE(house.ask("GET", "/health").status, 200);
}

void TstGuard::answersWhatIsNoHttpAndLivesOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words") << QByteArray("hello server, how are you\r\n\r\n");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15);
    QTest::newRow("no host") << QByteArray("GET /flows HTTP/1.1\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x");
    QTest::newRow("length and chunks") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                                                     "2\r\nTransfer-Encoding: chunked\r\n\r\n{}");
    QTest::newRow("bad escape") << QByteArray("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("no UTF-8") << QByteArray("GET /executions/%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("NUL") << QByteArray("GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

void TstGuard::answersWhatIsNoHttpAndLivesOn()
{
    QFETCH(QByteArray, bytes);
    tests::ApiHouse house(build);
    tests::RawSocket socket = house.connect();
    socket.send(bytes.toStdString());
    const tests::RawAnswer answer = socket.readAnswer();
    QCOMPARE(answer.status, 400);
    QCOMPARE(shown(code(answer)), "http.bad_request");
    QCOMPARE(house.ask("GET", "/health").status, 200);
}

void TstGuard::isUnhealthyWhileItStops()
{
    tests::ApiHouse house(build);
    house.start("nap");
    house.run([](tests::House &inside) { inside.engine->drain(std::chrono::hours(1), [] {}); });
    const tests::RawAnswer health = house.ask("GET", "/health");
    QCOMPARE(health.status, 503);
    QCOMPARE(shown(health.body), R"({"detail":"Service unhealthy"})");
    const tests::RawAnswer refused = house.ask("POST", "/flows/quick/executions", "{}");
    QCOMPARE(refused.status, 503);
    QCOMPARE(shown(code(refused)), "engine.stopping");
}

QTEST_APPLESS_MAIN(TstGuard)
#include "tst_guard.moc"
