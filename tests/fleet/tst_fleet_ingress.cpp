// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/fleet/fleet_house.h"

#include <QFile>
#include <QRegularExpression>

using namespace batuta;
using batuta::test::shown;
using batuta::tests::FleetHouse;
using batuta::tests::RawSocket;

namespace {

net::HttpRequest post(std::string body)
{
    net::HttpRequest request;
    request.method = "POST";
    request.body = std::move(body);
    return request;
}

/// What the instance is sent, by name.
QString sent(FleetHouse &house, const std::string &name, net::Headers headers = {})
{
    net::HttpRequest request;
    request.headers = std::move(headers);
    const auto answer = house.fetch(std::move(request), "/headers");
    QString found;
    for (const QString &line : shown(answer ? answer->body : std::string()).split('\n'))
        if (line.startsWith(shown(name) + ": ", Qt::CaseInsensitive))
            found += line.section(": ", 1);
    return found;
}

} // namespace

/// What the ingress does with one request: headers, bodies in both directions, bounds, and its log line.
class TstFleetIngress : public QObject
{
    Q_OBJECT

private slots:
    void addsHeaders();
    void keepsTheTraceItIsGiven();
    void carriesBodies_data();
    void carriesBodies();
    void eventsComeAsTheyAreSent();
    void aBodyIsSentAsItComes();
    void speaksToOldServersAndClients();
    void answersRequestsOnOneConnectionInOrder();
    void refusesWhatIsTooLarge();
    void endsWhatTakesTooLong();
    void tellsOfAnInstanceThatBreaks();
    void asksWhoMayComeIn();
    void sessionAffinity();
    void writesALogLineAndFigures();
};

void TstFleetIngress::addsHeaders()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    QCOMPARE(sent(house, "X-Forwarded-For"), QString("127.0.0.1"));
    QCOMPARE(sent(house, "X-Forwarded-For", {{"X-Forwarded-For", "9.9.9.9"}}), QString("9.9.9.9, 127.0.0.1"));
    QCOMPARE(sent(house, "X-Forwarded-Proto", {{"X-Forwarded-Proto", "https"}}), QString("http"));
    QCOMPARE(sent(house, "Forwarded"), QString("for=127.0.0.1;proto=http"));
    QCOMPARE(sent(house, "X-Private", {{"X-Private", "1"}, {"Proxy-Authorization", "x"}}), QString("1"));
    QCOMPARE(sent(house, "Proxy-Authorization", {{"Proxy-Authorization", "x"}}), QString());
    const QString parent = sent(house, "traceparent");
    const QString cloud = sent(house, "X-Cloud-Trace-Context");
    QVERIFY2(QRegularExpression("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$").match(parent).hasMatch(),
             qPrintable(parent));
    QVERIFY2(QRegularExpression("^[0-9a-f]{32}/[0-9]+;o=1$").match(cloud).hasMatch(), qPrintable(cloud));
}

void TstFleetIngress::keepsTheTraceItIsGiven()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    const std::string trace = "105445aa7843bc8bf206b12000100000";
    const std::string parent = "00-" + trace + "-00000000000000ff-01";
    QCOMPARE(sent(house, "traceparent", {{"traceparent", parent}}), shown(parent));
    QCOMPARE(sent(house, "X-Cloud-Trace-Context", {{"traceparent", parent}}), shown(trace + "/255;o=1"));
    QCOMPARE(sent(house, "traceparent", {{"X-Cloud-Trace-Context", trace + "/255;o=1"}}), shown(parent));
    QCOMPARE(shown(house.entries("requests").at(0).trace), shown(trace));
}

void TstFleetIngress::carriesBodies_data()
{
    QTest::addColumn<int>("up");
    QTest::addColumn<int>("down");
    QTest::newRow("small") << 10 << 10;
    QTest::newRow("at a buffer's end") << 16'384 << 16'384;
    QTest::newRow("megabytes") << 5'000'000 << 7'000'000;
}

void TstFleetIngress::carriesBodies()
{
    QFETCH(int, up);
    QFETCH(int, down);
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    std::string body(static_cast<std::size_t>(up), 'a');
    body.back() = 'z';
    const auto echoed = house.fetch(post(body), "/echo");
    QVERIFY2(echoed && echoed->body == body, qPrintable(shown(tests::outcomeText(echoed)).left(200)));
    const auto large = house.run.get(house.url("/large?bytes=" + std::to_string(down)));
    QVERIFY(large && large->body.size() == static_cast<std::size_t>(down));
    // In chunks, which end in the middle of things.
    QVERIFY(house.raw([&](RawSocket &peer) {
        peer.send("POST /size HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        peer.send("5;x=y\r\nhel");
        peer.send("lo\r\n3\r\nabc\r\n0\r\n\r\n");
        QCOMPARE(shown(peer.readAnswer().body), QString("8"));
    }));
    net::HttpRequest head;
    head.method = "HEAD";
    const auto nothing = house.fetch(head, "/large?bytes=100");
    QVERIFY(nothing && nothing->status == 200 && nothing->body.empty());
}

void TstFleetIngress::eventsComeAsTheyAreSent()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    const auto port = static_cast<std::uint16_t>(shown(house.url("")).section(':', -1).toInt());
    QVERIFY(house.raw([port](RawSocket &peer) {
        peer.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(shown(peer.readUntil("event 0")).contains("text/event-stream"));
        // The others are not sent before this: whoever collects them all would wait for ever.
        RawSocket other = RawSocket::connectTo(port);
        other.send("GET /tick HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(other.readAnswer().status, 200);
        QVERIFY(shown(peer.readUntil("event 2")).contains("event 1"));
        QVERIFY(shown(peer.readUntil("0\r\n\r\n")).endsWith("0\r\n\r\n"));
    }));
}

void TstFleetIngress::aBodyIsSentAsItComes()
{
    if (!QFile::exists("/usr/bin/python3"))
        QSKIP("python3 is not installed");
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("python");
    spec.launch.words = {"/usr/bin/python3", "-c", R"(
import os, socket
door = socket.create_server(("0.0.0.0", int(os.environ["PORT"])))
while True:
    peer, _ = door.accept()
    text = b""
    while b"first" not in text:
        more = peer.recv(4096)
        if not more:
            break
        text += more
    if b"first" in text:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nseen ")
        while b"last" not in text:
            text += peer.recv(4096)
        peer.sendall(b"both")
    peer.close()
)"};
    QVERIFY(house.serve(spec));
    QVERIFY(house.raw([](RawSocket &peer) {
        peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nfirst");
        QVERIFY(shown(peer.readUntil("seen ")).startsWith("HTTP/1.1 200 OK\r\n"));
        peer.send("last");
        QCOMPARE(shown(peer.readUntil("both")), QString("both"));
    }));
}

void TstFleetIngress::speaksToOldServersAndClients()
{
    if (!QFile::exists("/usr/bin/python3"))
        QSKIP("python3 is not installed");
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("python");
    spec.launch.words = {"/usr/bin/python3", "-u", "-c", R"(
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
class Page(BaseHTTPRequestHandler):
    def do_GET(self): # HTTP/1.0 without a length: the end of the connection ends it
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"old times")
HTTPServer(("0.0.0.0", int(os.environ["PORT"])), Page).serve_forever()
)"};
    QVERIFY(house.serve(spec));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(shown(house.get("/")), QString("200 old times"));
    QVERIFY(house.raw([](RawSocket &peer) {
        peer.send("GET / HTTP/1.0\r\n\r\n");
        const QString answer = shown(peer.readToEnd());
        QVERIFY(answer.endsWith("\r\n\r\nold times"));
        QVERIFY(!answer.contains("chunked"));
    }));
}

void TstFleetIngress::answersRequestsOnOneConnectionInOrder()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    QVERIFY(house.raw([](RawSocket &peer) {
        std::string all;
        for (int i = 0; i < 20; ++i)
            all += "POST /echo?ms=" + std::to_string(i % 3) +
                   " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n" + std::to_string(10 + i);
        peer.send(all);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(shown(peer.readAnswer().body), QString::number(10 + i));
        peer.send("NONSENSE\r\n\r\n");
        QCOMPARE(peer.readAnswer().status, 400);
        QVERIFY(peer.isAtEnd());
    }));
}

void TstFleetIngress::refusesWhatIsTooLarge()
{
    fleet::FleetOptions options;
    options.maxRequestBytes = 1000;
    FleetHouse house(options);
    QVERIFY(house.serve(FleetHouse::spec("one")));
    QCOMPARE(shown(tests::outcomeText(house.fetch(post(std::string(1000, 'x')), "/size"))),
             QString("200 1000"));
    QCOMPARE(house.fetch(post(std::string(1001, 'x')), "/size")->status, 413);
    QVERIFY(house.raw([](RawSocket &peer) {
        peer.send("POST /size HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 3; ++i)
            peer.send("190\r\n" + std::string(400, 'x') + "\r\n");
        QCOMPARE(peer.readAnswer().status, 413);
    }));
    QVERIFY(house.raw([](RawSocket &peer) {
        peer.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(70'000, 'x'));
        QCOMPARE(peer.readAnswer().status, 431);
    }));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetIngress::endsWhatTakesTooLong()
{
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("slow");
    spec.timeout = std::chrono::milliseconds(200);
    QVERIFY(house.serve(spec));
    QCOMPARE(shown(house.get("/?ms=3000")), QString("504 upstream request timeout"));
    QCOMPARE(house.entries("requests").back().request->status, 504);
    QVERIFY(house.says("requests", "maximum request timeout"));
    QCOMPARE(shown(house.get("/?ms=20")), QString("200 ok"));
}

void TstFleetIngress::tellsOfAnInstanceThatBreaks()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
    QCOMPARE(shown(house.get("/break")), QString("503 Service Unavailable"));
    QVERIFY(house.says("requests", "connection to the instance had an error"));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetIngress::asksWhoMayComeIn()
{
    fleet::FleetHooks hooks;
    hooks.admit = [](const fleet::Caller &caller) {
        return caller.authorization.empty() ? 403 : caller.authorization == "Bearer good" ? 0 : 401;
    };
    FleetHouse house({}, hooks);
    QVERIFY(house.serve(FleetHouse::spec("one")));
    const auto status = [&](net::Headers headers) {
        net::HttpRequest request;
        request.headers = std::move(headers);
        return house.fetch(request, "/")->status;
    };
    QCOMPARE(status({}), 403);
    QCOMPARE(status({{"Authorization", "Bearer bad"}}), 401);
    QCOMPARE(status({{"Authorization", "Bearer good"}}), 200);
    QCOMPARE(status({{"Authorization", "Bearer bad"}, {"X-Serverless-Authorization", "Bearer good"}}), 200);
}

void TstFleetIngress::sessionAffinity()
{
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("many");
    spec.minInstances = 4;
    spec.concurrency = 1;
    spec.hasSessionAffinity = true;
    QVERIFY(house.serve(spec));
    QVERIFY(house.until([&] { return house.instances("many") == 4; }));
    // Busy ones push the next to the others; the cookie brings back to the first asked.
    const std::string wished = house.fleet->instances(FleetHouse::key("many")).at(2).id;
    const int process = house.fleet->instances(FleetHouse::key("many")).at(2).process;
    for (int i = 0; i < 10; ++i) {
        net::HttpRequest request;
        request.headers = {{"Cookie", "a=b; GAESA=" + wished}};
        const auto answer = house.fetch(request, "/who");
        QVERIFY(answer.has_value());
        QCOMPARE(json::parse(answer->body).value()["process"].asInteger(), std::int64_t{process});
        QVERIFY(std::none_of(answer->headers.begin(), answer->headers.end(),
                             [](const auto &header) { return header.first == "Set-Cookie"; }));
    }
    const auto fresh = house.run.get(house.url("/"));
    QVERIFY(fresh && std::any_of(fresh->headers.begin(), fresh->headers.end(), [](const auto &header) {
                return header.first == "Set-Cookie" && header.second.starts_with("GAESA=");
            }));
}

void TstFleetIngress::writesALogLineAndFigures()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    net::HttpRequest request = post("12345");
    request.headers = {{"User-Agent", "tester/1"}, {"Referer", "http://r/"}};
    QVERIFY(house.fetch(request, "/status?code=404").has_value());
    QVERIFY(house.until([&] { return house.entries("requests").size() == 1; }));
    const fleet::Entry entry = house.entries("requests").at(0);
    QCOMPARE(entry.severity, fleet::Severity::Warning);
    QCOMPARE(shown(entry.request->method), QString("POST"));
    QCOMPARE(shown(entry.request->url), shown(house.url("/status?code=404")));
    QCOMPARE(shown(entry.request->userAgent), QString("tester/1"));
    QCOMPARE(shown(entry.request->referer), QString("http://r/"));
    QCOMPARE(shown(entry.request->remoteIp), QString("127.0.0.1"));
    QCOMPARE(entry.request->status, 404);
    QCOMPARE(entry.request->requestBytes, 5U);
    QCOMPARE(entry.request->responseBytes, 2U);
    QVERIFY(entry.request->latency > Duration());
    QVERIFY(!entry.instance.empty());
    const auto minutes = house.fleet->figures().between(FleetHouse::key("one"), WallTime(), WallTime::max());
    QVERIFY(!minutes.empty());
    std::uint64_t count = 0;
    std::uint64_t latencies = 0;
    std::uint64_t starts = 0;
    for (const fleet::Minute *minute : minutes) {
        count += minute->requests.contains(404) ? minute->requests.at(404) : 0;
        latencies += minute->latencies.contains(404) ? minute->latencies.at(404).count : 0;
        starts += minute->startup.count;
    }
    QCOMPARE(count, 1U);
    QCOMPARE(latencies, 1U);
    QCOMPARE(starts, 1U);
}

QTEST_GUILESS_MAIN(TstFleetIngress)
#include "tst_fleet_ingress.moc"
