// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/cloud_codec.h"
#include "engine/client/release_codec.h"
#include "engine/series/values.h"
#include "tests/cloud_local/cloud_house.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;

namespace {

WallTime now()
{
    return SystemClock().wall();
}

double sumOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [](double sum, double value) { return std::isnan(value) ? sum : sum + value; });
}

} // namespace

/// What a real engine tells of services over a local cloud with real processes: their logs, their figures,
/// and when they were released.
class TestReleaseWatch : public QObject
{
    Q_OBJECT

private slots:
    void placesAreToldWithoutTheCloud();
    void entriesAreLines();
    void pagesFollowEachOtherBackwards();
    void aFilterCannotLeaveItsBrackets();
    void figuresAreOnTheStepsOfTheQuestion();
    void whatMonitoringCannotIsRefused();
    void marksTellDeploymentsAndTraffic();
    void theBorderCarriesAll();

private:
    /// A cloud with a service that everybody may call, and an engine whose environment dev is there.
    struct Scene
    {
        Scene()
            : house(cloud.run.loop)
        {
            const json::Value service = cloud.deploy("shop");
            cloud.open("shop");
            url = service["status"]["url"].asString();
            host::EngineOptions options;
            options.clouds = [this] {
                cloud::Settings dev;
                dev.project = "demo-proj";
                dev.region = "us-east1";
                dev.service = "shop";
                dev.server = cloud.cloud->url();
                return Result<std::vector<std::pair<std::string, cloud::Settings>>>({{"dev", dev}});
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
        Result<client::CloudLogPage> logs(const client::CloudLogQuery &query)
        {
            return answer<client::CloudLogPage>(
                [&](auto reply) { house.engine->cloudLogs(query, std::move(reply)); });
        }
        Result<series::Answer> series(const series::Question &question)
        {
            return answer<series::Answer>(
                [&](auto reply) { house.engine->series(question, std::move(reply)); });
        }
        void call(const std::string &path, int times = 1)
        {
            for (int i = 0; i < times; ++i)
                cloud.get(url + path,
                          {{"traceparent", "00-" + std::string(32, 'a') + "-b7ad6b7169203331-01"}});
        }

        CloudHouse cloud;
        House house;
        std::string url;
    };
    static series::Question question(const char *metric, series::Function function)
    {
        series::Question question;
        question.source = "cloud:dev";
        question.of.metric = std::string("run.googleapis.com/") + metric;
        question.of.where = {{"service_name", "shop"}};
        question.function = function;
        question.from = std::chrono::floor<std::chrono::minutes>(now()) - std::chrono::minutes(30);
        question.to = question.from + std::chrono::minutes(35);
        question.step = std::chrono::minutes(5);
        return question;
    }
};

void TestReleaseWatch::placesAreToldWithoutTheCloud()
{
    Scene scene;
    const auto places = scene.answer<std::vector<client::CloudPlace>>(
        [&](auto reply) { scene.house.engine->clouds(std::move(reply)); });
    BATUTA_VERIFY_OK(places);
    QCOMPARE(places->size(), std::size_t(1));
    QCOMPARE(places->front().project, std::string("demo-proj"));
    ClientRun run;
    House alone(run.loop);
    alone.open();
    std::optional<std::size_t> count;
    alone.engine->clouds([&](const auto &list) { count = list ? list->size() : 99; });
    QVERIFY(alone.until([&] { return count.has_value(); }));
    QCOMPARE(*count, std::size_t(0));
}

void TestReleaseWatch::entriesAreLines()
{
    Scene scene;
    scene.call("/status?code=503");
    client::CloudLogQuery query;
    query.service = "shop";
    query.filter = "logName:\"requests\"";
    const auto page = scene.logs(query);
    BATUTA_VERIFY_OK(page);
    QCOMPARE(page->lines.size(), std::size_t(1));
    const auto line = json::parse(page->lines.front().text);
    BATUTA_VERIFY_OK(line);
    QCOMPARE((*line)["severity"].asString(), std::string("ERROR"));
    QCOMPARE((*line)["status"].asInteger(), 503);
    QVERIFY((*line)["latency_ms"].isNumber());
    QVERIFY((*line)["url"].asString().ends_with("/status?code=503"));
    QCOMPARE((*line)["service"].asString(), std::string("shop"));
    QCOMPARE((*line)["trace_id"].asString(), std::string(32, 'a'));
    query.filter.clear();
    query.service = "other";
    QVERIFY(scene.logs(query)->lines.empty());
    query.service.clear(); // every service of the environment
    QVERIFY(scene.logs(query)->lines.size() > 1);
    query.environment = "nowhere";
    QCOMPARE(scene.logs(query).error().code, ErrorCode::HttpNotFound);
}

void TestReleaseWatch::pagesFollowEachOtherBackwards()
{
    Scene scene;
    scene.call("/", 12);
    client::CloudLogQuery query;
    query.service = "shop";
    query.filter = "logName:\"requests\"";
    query.limit = 5;
    query.newestFirst = true;
    std::set<std::string> ids;
    std::size_t lines = 0;
    WallTime before = WallTime::max();
    for (int pages = 0; pages < 5; ++pages) {
        const auto page = scene.logs(query);
        BATUTA_VERIFY_OK(page);
        for (const client::CloudLogLine &line : page->lines) {
            QVERIFY(line.at <= before);
            before = line.at;
            ids.insert(line.id);
            ++lines;
        }
        query.pageToken = page->next;
        if (page->next.empty())
            break;
    }
    QCOMPARE(lines, std::size_t(12));
    QCOMPARE(ids.size(), std::size_t(12));
    query.pageToken.clear();
    query.to = before; // at most the oldest moment
    QVERIFY(scene.logs(query)->lines.size() < 12);
}

void TestReleaseWatch::aFilterCannotLeaveItsBrackets()
{
    Scene scene;
    for (const char *filter : {"a) OR (b", "\"a", "(a", "a -- ) \n)"}) {
        client::CloudLogQuery query;
        query.filter = filter;
        const auto page = scene.logs(query);
        QVERIFY2(!page && page.error().code == ErrorCode::InputInvalid, filter);
    }
    client::CloudLogQuery query;
    query.filter = "severity>=DEFAULT -- a comment)";
    BATUTA_VERIFY_OK(scene.logs(query));
}

void TestReleaseWatch::figuresAreOnTheStepsOfTheQuestion()
{
    using series::Function;
    Scene scene;
    scene.call("/", 9);
    scene.call("/status?code=503", 3);
    series::Question count = question("request_count", Function::Increase);
    count.by = {"revision_name"};
    const auto counted = scene.series(count);
    BATUTA_VERIFY_OK(counted);
    QCOMPARE(counted->step, Duration(std::chrono::minutes(5)));
    QCOMPARE(counted->from, count.from);
    QCOMPARE(counted->lines.size(), std::size_t(1));
    QCOMPARE(counted->lines[0].values.size(), std::size_t(7));
    QCOMPARE(sumOf(counted->lines[0].values), 12.0);
    QCOMPARE(counted->samples, 12.0);
    QVERIFY(counted->lines[0].labels[0].second.starts_with("shop-"));
    QVERIFY(std::isnan(counted->lines[0].values.front())); // before there was anything
    series::Question share = question("request_count", Function::Share);
    share.of.where.emplace_back("response_code_class", "5xx");
    share.share = series::Selection{"run.googleapis.com/request_count", {{"service_name", "shop"}}};
    const auto failed = scene.series(share);
    BATUTA_VERIFY_OK(failed);
    QCOMPARE(failed->lines.size(), std::size_t(1));
    QCOMPARE(failed->samples, 12.0);
    const auto &shares = failed->lines[0].values;
    QVERIFY(std::any_of(shares.begin(), shares.end(), [](double value) { return value > 0 && value <= 1; }));
    series::Question p95 = question("request_latencies", Function::Percentile);
    const auto slow = scene.series(p95);
    BATUTA_VERIFY_OK(slow);
    QCOMPARE(slow->samples, 12.0); // the requests that it stands on
    const double most = sumOf(slow->lines[0].values);
    QVERIFY2(most > 0 && most < 5, qPrintable(QString::number(most))); // seconds, not milliseconds
    const auto instances = scene.series(question("container/instance_count", Function::Most));
    BATUTA_VERIFY_OK(instances);
    const auto &counts = instances->lines.at(0).values;
    QVERIFY(std::any_of(counts.begin(), counts.end(), [](double value) { return value >= 0; }));
}

void TestReleaseWatch::whatMonitoringCannotIsRefused()
{
    using series::Function;
    Scene scene;
    series::Question odd = question("request_latencies", Function::Percentile);
    odd.quantile = 0.9;
    QCOMPARE(scene.series(odd).error().code, ErrorCode::InputInvalid);
    QCOMPARE(scene.series(question("request_count", Function::Percentile)).error().code,
             ErrorCode::InputInvalid);
    odd = question("request_count", Function::Rate);
    odd.of.metric = "compute.googleapis.com/x";
    QCOMPARE(scene.series(odd).error().code, ErrorCode::InputInvalid);
    odd = question("request_count", Function::Rate);
    odd.by = {"a\" OR \"b"};
    QCOMPARE(scene.series(odd).error().code, ErrorCode::InputInvalid);
    odd = question("request_count", Function::Rate);
    odd.source = "cloud:nowhere";
    QCOMPARE(scene.series(odd).error().code, ErrorCode::HttpNotFound);
}

void TestReleaseWatch::marksTellDeploymentsAndTraffic()
{
    Scene scene;
    const auto board = scene.answer<client::ServiceBoard>([&](auto reply) {
        scene.house.engine->releasedService({"dev", "shop"}, std::move(reply));
    });
    BATUTA_VERIFY_OK(board);
    const std::string revision = board->revisions.front().name;
    client::Act route;
    route.verb = "roll_back";
    route.subject = "dev/shop";
    route.why = "the test wants it so";
    route.data = json::Object{{"etag", board->service.etag},
                              {"revision", revision},
                              {"traffic", client::trafficJson({{revision, 100, {}, {}}})}};
    BATUTA_VERIFY_OK(act(scene.house, route));
    const auto marks = [&](const client::MarkQuery &query) {
        return scene.answer<client::ReleaseMarks>(
            [&](auto reply) { scene.house.engine->releaseMarks(query, std::move(reply)); });
    };
    client::MarkQuery query{"dev", "shop", now() - std::chrono::hours(1), now() + std::chrono::minutes(1)};
    auto told = marks(query);
    BATUTA_VERIFY_OK(told);
    QVERIFY(!told->problem);
    QCOMPARE(told->marks.size(), std::size_t(2));
    QCOMPARE(told->marks[0].kind, std::string("deployed"));
    QCOMPARE(told->marks[1].kind, std::string("roll_back"));
    QCOMPARE(told->marks[1].who, std::string("ana"));
    QCOMPARE(told->marks[1].revision, host::shortRevision(revision, "shop"));
    query.service.clear(); // of all services
    QCOMPARE(marks(query)->marks.size(), std::size_t(2));
    query.service = "other";
    told = marks(query);
    BATUTA_VERIFY_OK(told);
    QVERIFY(told->marks.empty());
    query.service = "shop";
    query.to = query.from + std::chrono::minutes(1);
    QVERIFY(marks(query)->marks.empty());
    query.to = query.from;
    QCOMPARE(marks(query).error().code, ErrorCode::InputInvalid);
}

void TestReleaseWatch::theBorderCarriesAll()
{
    client::CloudLogQuery query{"dev", "shop", "severity>=ERROR", now(), now(), true, 20, "token"};
    const auto back = client::cloudLogQueryFromJson(client::toJson(query));
    BATUTA_VERIFY_OK(back);
    QCOMPARE(shown(json::write(client::toJson(*back))), shown(json::write(client::toJson(query))));
    for (const char *bad : {R"([])", R"({"limit":0})", R"({"limit":1001})", R"({"from":"noon"})"})
        QVERIFY2(!client::cloudLogQueryFromJson(*json::parse(bad)), bad);
    const client::CloudLogPage page{{{now(), "id\nlog", "{\"a\":1}"}}, "next"};
    const auto pageBack = client::cloudLogPageFromJson(client::toJson(page));
    BATUTA_VERIFY_OK(pageBack);
    QCOMPARE(pageBack->lines[0].text, page.lines[0].text);
    QCOMPARE(pageBack->lines[0].at, page.lines[0].at);
    client::ReleaseMarks marks{{{now(), "deployed", "shop", "1", "ana", "why"}},
                               Error{ErrorCode::CloudSignIn, "x", "y", {}, {}}};
    const auto marksBack = client::marksFromJson(client::toJson(marks));
    BATUTA_VERIFY_OK(marksBack);
    QCOMPARE(marksBack->marks[0].who, std::string("ana"));
    QCOMPARE(marksBack->problem->code, ErrorCode::CloudSignIn);
    const auto places = client::placesFromJson(
        client::toJson(std::vector<client::CloudPlace>{{"dev", "p", "r", "s", true, false}}));
    BATUTA_VERIFY_OK(places);
    QCOMPARE(places->front().service, std::string("s"));
    QVERIFY(!client::marksFromJson(json::Object{}) && !client::placesFromJson(json::Object{}) &&
            !client::cloudLogPageFromJson(json::Object{}));
}

QTEST_GUILESS_MAIN(TestReleaseWatch)
#include "tst_release_watch.moc"
