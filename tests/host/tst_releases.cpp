// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/release_codec.h"
#include "engine/releases/traffic.h"
#include "tests/cloud_local/cloud_house.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;

/// A real engine over a local cloud with real processes: what it tells, and the acts that move traffic.
class TestReleases : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatRuns();
    void movesTrafficAndRollsBack();
    void aStaleStateIsRefusedAndNoted();
    void aGuardedEnvironmentWantsAReasonAndARole();
    void aChangeCanBeCheckedOnly();
    void withoutACloudThereAreNoPlaces();
    void theBorderCarriesAll();

private:
    /// A cloud with a service of two revisions, and an engine whose environments dev and production are
    /// there.
    struct Scene
    {
        Scene()
            : house(cloud.run.loop)
        {
            cloud.deploy("shop");
            json::Value next = cloud.read("shop");
            next.object()
                .find("spec")
                ->object()
                .find("template")
                ->object()
                .find("spec")
                ->object()
                .find("containers")
                ->array()[0]
                .object()
                .set("env", json::Array{json::Object{{"name", "A"}, {"value", "2"}},
                                        json::Object{{"name", "API_TOKEN"}, {"value", "hunter2"}}});
            cloud.settled(cloud.ask("PUT", "us-east1-run", CloudHouse::path("/shop"), next).body);
            host::EngineOptions options;
            options.clouds = [this] {
                cloud::Settings dev;
                dev.project = "demo-proj";
                dev.region = "us-east1";
                dev.server = cloud.cloud->url();
                cloud::Settings production = dev;
                production.isGuarded = true;
                return Result<std::vector<std::pair<std::string, cloud::Settings>>>(
                    {{"dev", dev}, {"production", production}});
            };
            house.open(std::move(options));
        }

        template <class T, class Ask> Result<T> answer(Ask ask)
        {
            std::optional<Result<T>> got;
            ask([&got](Result<T> reply) { got = std::move(reply); });
            if (!house.until([&] { return got.has_value(); }))
                return Error{ErrorCode::Internal, "releases", "no reply", {}, {}};
            return *got;
        }
        Result<client::ServiceBoard> board(const std::string &environment = "dev")
        {
            return answer<client::ServiceBoard>([&](auto reply) {
                house.engine->releasedService({environment, "shop"}, std::move(reply));
            });
        }
        /// The board when the traffic is where it is to go.
        Result<client::ServiceBoard> settled(const releases::Traffic &traffic)
        {
            Result<client::ServiceBoard> now = board();
            for (int i = 0; i < 200 && now; ++i) {
                const auto &service = now->service;
                if (!service.isReconciling && service.observedGeneration >= service.generation &&
                    releases::trafficText(service.routed) == releases::trafficText(traffic))
                    break;
                now = board();
            }
            return now;
        }
        client::Act act(const char *verb, const client::ServiceBoard &from, const releases::Traffic &traffic)
        {
            client::Act act;
            act.verb = verb;
            act.subject = from.place.environment + "/shop";
            act.why = "the test wants it so";
            act.data = json::Object{{"etag", from.service.etag},
                                    {"revision", traffic.front().revision},
                                    {"traffic", client::trafficJson(traffic)}};
            return act;
        }

        CloudHouse cloud;
        House house;
    };
};

void TestReleases::tellsWhatRuns()
{
    Scene scene;
    const auto all = scene.answer<client::ReleaseBoard>(
        [&](auto reply) { scene.house.engine->releases({}, std::move(reply)); });
    QVERIFY2(all.has_value(), all ? "" : errorText(all.error()).c_str());
    QCOMPARE(all->environment, std::string("dev")); // the engine's own
    QCOMPARE(all->places.size(), std::size_t(2));
    QVERIFY(all->places[0].isLocal && !all->places[0].isGuarded && all->places[1].isGuarded);
    QCOMPARE(all->services.size(), std::size_t(1));
    const auto board = scene.board();
    QVERIFY2(board.has_value(), board ? "" : errorText(board.error()).c_str());
    QCOMPARE(board->revisions.size(), std::size_t(2));
    QVERIFY(board->revisions[0].isReady());
    QCOMPARE(board->revisions[0].name, board->service.latestReady);
    QCOMPARE(board->revisions[1].config.env[0].value, std::string("1"));
    QCOMPARE(board->revisions[0].config.env[1].name, std::string("API_TOKEN"));
    QVERIFY(board->revisions[0].config.env[1].value.find("hunter2") == std::string::npos);
    QVERIFY(board->revisions[0].config.env[1].value.starts_with("***"));
    QCOMPARE(board->entries.size(), std::size_t(2)); // two deployments
    QCOMPARE(board->entries[0].revision, board->revisions[0].name);
    if (board->figuresProblem)
        qWarning("%s", errorText(*board->figuresProblem).c_str());
    QVERIFY(!board->figuresProblem);
}

void TestReleases::movesTrafficAndRollsBack()
{
    Scene scene;
    auto board = scene.board();
    QVERIFY2(board.has_value(), board ? "" : errorText(board.error()).c_str());
    const std::string fresh = board->revisions[0].name, old = board->revisions[1].name;
    releases::Traffic half{{old, 50, {}, {}}, {fresh, 50, {}, {}}};
    const auto done = act(scene.house, scene.act("route_traffic", *board, half));
    QVERIFY2(done.has_value(), done ? "" : errorText(done.error()).c_str());
    board = scene.settled(half);
    QVERIFY(board.has_value());
    QCOMPARE(releases::trafficText(board->service.routed), releases::trafficText(half));
    const releases::Traffic back = releases::allTo(board->service.traffic, old);
    const auto rolled = act(scene.house, scene.act("roll_back", *board, back));
    QVERIFY2(rolled.has_value(), rolled ? "" : errorText(rolled.error()).c_str());
    board = scene.settled(back);
    QVERIFY(board.has_value());
    QCOMPARE(releases::trafficText(board->service.routed), releases::trafficText(back));
    QCOMPARE(board->entries[0].verb, std::string("roll_back"));
    QCOMPARE(board->entries[0].who, std::string("ana"));
    QCOMPARE(board->entries[0].revision, old);
    QCOMPARE(board->entries[1].verb, std::string("route_traffic"));
    // API v1 agrees, and so does every request.
    const json::Value service = scene.cloud.read("shop");
    QCOMPARE(service["status"]["traffic"].at(0)["revisionName"].asString(), old);
    QCOMPARE(service["status"]["traffic"].at(0)["percent"].asInteger(), 100);
    scene.cloud.open("shop");
    const std::string url = service["status"]["url"].asString();
    for (int i = 0; i < 20; ++i) {
        const auto who = json::parse(scene.cloud.get(url + "/who").substr(4));
        QVERIFY(who.has_value());
        QCOMPARE((*who)["revision"].asString(), old);
    }
}

void TestReleases::aStaleStateIsRefusedAndNoted()
{
    Scene scene;
    const auto board = scene.board();
    QVERIFY(board.has_value());
    const releases::Traffic old{{board->revisions[1].name, 100, {}, {}}};
    const releases::Traffic fresh{{board->revisions[0].name, 100, {}, {}}};
    BATUTA_VERIFY_OK(act(scene.house, scene.act("route_traffic", *board, old)));
    const auto late = act(scene.house, scene.act("route_traffic", *board, fresh));
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::CloudConflict);
    const auto now = scene.settled(old);
    QVERIFY(now.has_value());
    QCOMPARE(releases::trafficText(now->service.routed), releases::trafficText(old));
    QCOMPARE(now->entries[0].verb, std::string("release_refused"));
}

void TestReleases::aGuardedEnvironmentWantsAReasonAndARole()
{
    Scene scene;
    const auto board = scene.board("production");
    QVERIFY(board.has_value());
    const releases::Traffic old{{board->revisions[1].name, 100, {}, {}}};
    client::Act wanted = scene.act("roll_back", *board, old);
    wanted.why = "  short ";
    QCOMPARE(act(scene.house, wanted).error().code, ErrorCode::ActRefused);
    const auto asNobody = scene.answer<json::Value>([&](auto reply) {
        client::Act other = scene.act("roll_back", *board, old);
        other.actor = {"bea", {"runs.start"}};
        scene.house.engine->act(std::move(other), std::move(reply));
    });
    QVERIFY(!asNobody);
    QCOMPARE(asNobody.error().code, ErrorCode::ActForbidden);
    client::Act odd = scene.act("roll_back", *board, {{board->revisions[1].name, 90, {}, {}}});
    QCOMPARE(act(scene.house, odd).error().code, ErrorCode::InputInvalid);
    odd = scene.act("roll_back", *board, old);
    odd.subject = "nowhere/shop";
    QCOMPARE(act(scene.house, odd).error().code, ErrorCode::HttpNotFound);
    BATUTA_VERIFY_OK(act(scene.house, scene.act("roll_back", *board, old)));
}

void TestReleases::aChangeCanBeCheckedOnly()
{
    Scene scene;
    const auto board = scene.board();
    QVERIFY(board.has_value());
    client::RouteQuery query{"dev", "shop", board->service.etag, {{board->revisions[1].name, 100, {}, {}}}};
    const auto ask = [&] {
        return scene.answer<client::RouteCheck>(
            [&](auto reply) { scene.house.engine->checkRoute(query, std::move(reply)); });
    };
    const auto good = ask();
    QVERIFY(good.has_value());
    QVERIFY2(!good->refused, good->refused ? errorText(*good->refused).c_str() : "");
    QVERIFY(!good->imageFound); // a local image is in no registry
    query.etag = "\"of another time\"";
    const auto stale = ask();
    QVERIFY(stale.has_value() && stale->refused.has_value());
    QCOMPARE(stale->refused->code, ErrorCode::CloudConflict);
    const auto after = scene.board();
    QCOMPARE(after->service.etag, board->service.etag);
}

void TestReleases::withoutACloudThereAreNoPlaces()
{
    ClientRun run;
    House house(run.loop);
    house.open();
    std::optional<Result<client::ReleaseBoard>> board;
    house.engine->releases({}, [&](Result<client::ReleaseBoard> reply) { board = std::move(reply); });
    QVERIFY(house.until([&] { return board.has_value(); }));
    QVERIFY(board->has_value() && (*board)->places.empty());
    std::optional<Result<client::ServiceBoard>> service;
    house.engine->releasedService({"dev", "shop"},
                                  [&](Result<client::ServiceBoard> reply) { service = std::move(reply); });
    QVERIFY(house.until([&] { return service.has_value(); }));
    QCOMPARE(service->error().code, ErrorCode::HttpNotFound);
}

void TestReleases::theBorderCarriesAll()
{
    Scene scene;
    const auto board = scene.board();
    QVERIFY(board.has_value());
    const json::Value there = client::toJson(*board);
    const auto back = client::serviceBoardFromJson(there);
    QVERIFY(back.has_value());
    QCOMPARE(shown(json::write(client::toJson(*back))), shown(json::write(there)));
    QVERIFY(!client::serviceBoardFromJson(json::Object{}));
    QVERIFY(!client::releaseBoardFromJson(json::Object{}));
    QVERIFY(!client::trafficFromJson(json::Array{json::Object{{"percent", 101}}}));
}

QTEST_GUILESS_MAIN(TestReleases)
#include "tst_releases.moc"
