// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/fleet/fleet_house.h"

#include <cmath>
#include <map>

using namespace batuta;
using batuta::test::shown;
using batuta::tests::ClientRun;
using batuta::tests::FleetHouse;

namespace {

/// Clients that ask again as soon as they are answered, a number of times all together.
struct Load
{
    Load(FleetHouse &theHouse, std::string theUrl, int requests)
        : house(theHouse)
        , url(std::move(theUrl))
        , left(requests)
    {
    }

    void begin(int clients)
    {
        for (int i = 0; i < clients; ++i)
            next();
    }
    void next()
    {
        if (left == 0)
            return;
        --left;
        ++open;
        net::HttpRequest request;
        request.url = url;
        house.run.http->send(std::move(request), [this](ClientRun::Outcome outcome) {
            --open;
            ++answered;
            const std::string text = tests::outcomeText(outcome);
            if (outcome && outcome->status == 200)
                ++by[json::parse(outcome->body).value_or(json::Value())["revision"].asString()];
            else if (lost.size() < 5)
                lost.push_back(shown(text));
            if (!outcome || outcome->status != 200)
                ++failures;
            next();
        });
    }
    bool isDone() const { return left == 0 && open == 0; }

    FleetHouse &house;
    std::string url;
    int left;
    int open = 0;
    int answered = 0;
    int failures = 0;
    std::map<std::string, int> by;
    QStringList lost;
};

} // namespace

/// Who gets which requests, and that none is lost while that changes.
class TstFleetTraffic : public QObject
{
    Q_OBJECT

private slots:
    void splitsByPercent_data();
    void splitsByPercent();
    void tagsReachTheirRevision();
    void refusesRoutesThatCannotBe_data();
    void refusesRoutesThatCannotBe();
    void nothingIsLostWhileTrafficMoves();
    void nothingIsLostWhileRevisionsAreReplaced();
    void urlsStayOverARestart();
    void aServiceThatIsGoneIsNotReached();
};

void TstFleetTraffic::splitsByPercent_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("10 %") << 10;
    QTest::newRow("25 %") << 25;
}

// Of 10,000 independent requests the share lies within 5 standard deviations of what it should be, but for
// one run in a million.
void TstFleetTraffic::splitsByPercent()
{
    QFETCH(int, percent);
    constexpr int kRequests = 10'000;
    FleetHouse house;
    QVERIFY(house.start(FleetHouse::spec("old")).isReady);
    QVERIFY(house.start(FleetHouse::spec("new")).isReady);
    QVERIFY(house.route({{"old", 100 - percent, {}}, {"new", percent, "next"}}));
    Load load(house, house.url("/who"), kRequests);
    load.begin(32);
    for (int turn = 0; turn < 12 && !load.isDone(); ++turn)
        house.until([&] { return load.isDone(); });
    QVERIFY(load.isDone());
    QVERIFY2(load.failures == 0, qPrintable(load.lost.join('\n')));
    const double share = percent / 100.0;
    const double deviation = std::sqrt(kRequests * share * (1 - share));
    qInfo("%d %% of %d: %d (expected %.0f, deviation %.1f)", percent, kRequests, load.by["new"],
          kRequests * share, deviation);
    QCOMPARE(load.by["new"] + load.by["old"], kRequests);
    QVERIFY(std::abs(load.by["new"] - kRequests * share) < 5 * deviation);
}

void TstFleetTraffic::tagsReachTheirRevision()
{
    FleetHouse house;
    QVERIFY(house.start(FleetHouse::spec("old")).isReady);
    QVERIFY(house.start(FleetHouse::spec("new")).isReady);
    QVERIFY(house.route({{"old", 100, {}}, {"new", 0, "canary"}}, {"shop-1.us-east1.run.app"}));
    QVERIFY(house.url("", "canary") != house.url(""));
    QVERIFY(house.url("", "unknown").empty());
    constexpr int kRequests = 5'000; // 10,000 of both kinds, none of which may go astray
    Load tagged(house, house.url("/who", "canary"), kRequests);
    Load plain(house, house.url("/who"), kRequests);
    tagged.begin(16);
    plain.begin(16);
    for (int turn = 0; turn < 12 && !(tagged.isDone() && plain.isDone()); ++turn)
        house.until([&] { return tagged.isDone() && plain.isDone(); });
    QCOMPARE(tagged.by["new"], kRequests);
    QCOMPARE(plain.by["old"], kRequests);
    const auto byHost = [&](const std::string &host) {
        net::HttpRequest request;
        request.url = "http://127.0.0.1:" + std::to_string(house.fleet->sharedPort()) + "/who";
        request.headers = {{"Host", host}};
        const auto answer = house.run.fetch(request);
        return answer && answer->status == 200
                   ? shown(json::parse(answer->body).value()["revision"].asString())
                   : shown(tests::outcomeText(answer)).left(3);
    };
    QCOMPARE(byHost("shop-1.us-east1.run.app"), QString("old"));
    QCOMPARE(byHost("CANARY---shop-1.us-east1.run.app:80"), QString("new"));
    QCOMPARE(byHost("other---shop-1.us-east1.run.app"), QString("404"));
    QCOMPARE(byHost("evil.example"), QString("404"));
    // Without the tag its door is closed.
    const std::string gone = house.url("/who", "canary");
    QVERIFY(house.route({{"old", 100, {}}}));
    QVERIFY(!house.run.get(gone) || house.run.get(gone)->status == 404);
}

void TstFleetTraffic::refusesRoutesThatCannotBe_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QString>("tag");
    QTest::newRow("99") << 50 << 49 << "new"
                        << "";
    QTest::newRow("101") << 50 << 51 << "new"
                         << "";
    QTest::newRow("negative") << 120 << -20 << "new"
                              << "";
    QTest::newRow("unknown revision") << 50 << 50 << "ghost"
                                      << "";
    QTest::newRow("tag in capitals") << 50 << 50 << "new"
                                     << "Canary";
    QTest::newRow("tag twice") << 50 << 50 << "new"
                               << "one";
}

void TstFleetTraffic::refusesRoutesThatCannotBe()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(QString, revision);
    QFETCH(QString, tag);
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("old")));
    QVERIFY(house.start(FleetHouse::spec("new")).isReady);
    const Status status = house.fleet->route(
        FleetHouse::service(),
        {{{"old", first, "one"}, {revision.toStdString(), second, tag.toStdString()}}, {}});
    BATUTA_VERIFY_ERROR(status, ErrorCode::ActRefused);
    QVERIFY(house.fleet->routeOf(FleetHouse::service()) == fleet::Route({{{"old", 100, {}}}, {}}));
    QVERIFY(house.url("", "one").empty());
}

void TstFleetTraffic::nothingIsLostWhileTrafficMoves()
{
    constexpr int kRequests = 4'000;
    FleetHouse house;
    QVERIFY(house.start(FleetHouse::spec("old")).isReady);
    QVERIFY(house.start(FleetHouse::spec("new")).isReady);
    QVERIFY(house.route({{"old", 100, {}}}));
    Load load(house, house.url("/who?ms=1"), kRequests);
    load.begin(24);
    for (int moves = 0; !load.isDone() && moves < 400; ++moves) {
        const int answered = load.answered;
        QVERIFY(house.until([&] { return load.isDone() || load.answered >= answered + 40; }));
        const int percent = (moves * 37) % 101;
        QVERIFY(house.route({{"old", 100 - percent, {}}, {"new", percent, moves % 2 == 0 ? "a" : "b"}}));
    }
    QVERIFY(load.isDone());
    QVERIFY2(load.failures == 0, qPrintable(load.lost.join('\n')));
    QVERIFY(load.by["old"] > kRequests / 10);
    QVERIFY(load.by["new"] > kRequests / 10);
}

void TstFleetTraffic::nothingIsLostWhileRevisionsAreReplaced()
{
    constexpr int kRequests = 3'000;
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("r0")));
    Load load(house, house.url("/who?ms=3"), kRequests);
    load.begin(24);
    int revision = 0;
    while (!load.isDone() && revision < 100) {
        const int answered = load.answered;
        QVERIFY(house.until([&] { return load.isDone() || load.answered >= answered + 200; }));
        const std::string old = "r" + std::to_string(revision++);
        QVERIFY(house.serve(FleetHouse::spec("r" + std::to_string(revision))));
        QVERIFY(house.retire(old)); // under load: what it still handles is answered first
    }
    QVERIFY(load.isDone());
    qInfo("%d revisions in %d requests", revision, kRequests);
    QVERIFY(revision >= 3);
    QVERIFY2(load.failures == 0, qPrintable(load.lost.join('\n')));
    QCOMPARE(load.answered, kRequests);
}

void TstFleetTraffic::urlsStayOverARestart()
{
    FleetHouse house;
    QVERIFY(house.start(FleetHouse::spec("old")).isReady);
    QVERIFY(house.route({{"old", 100, "stable"}}));
    const std::string plain = house.url("");
    const std::string tagged = house.url("", "stable");
    BATUTA_VERIFY_OK(house.again());
    fleet::RevisionSpec spec = FleetHouse::spec("old");
    spec.isProven = true;
    QVERIFY(house.start(spec).isReady);
    QVERIFY(house.route({{"old", 100, "stable"}}));
    QCOMPARE(shown(house.url("")), shown(plain));
    QCOMPARE(shown(house.url("", "stable")), shown(tagged));
    QCOMPARE(house.instances("old"), 0); // it is known to start, so nothing runs until it is asked for
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetTraffic::aServiceThatIsGoneIsNotReached()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("old")));
    const std::string url = house.url("/");
    house.fleet->unroute(FleetHouse::service());
    const auto answer = house.run.get(url);
    QVERIFY(!answer || answer->status == 404);
    QVERIFY(house.url("").empty());
    QVERIFY(house.retire("old"));
    QVERIFY(house.fleet->revisions().empty());
}

QTEST_GUILESS_MAIN(TstFleetTraffic)
#include "tst_fleet_traffic.moc"
