// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Cloud Logging, Cloud Monitoring, budgets and Artifact Registry.
#include "engine/cloud/image_client.h"
#include "engine/cloud/log_client.h"
#include "engine/cloud/monitoring_client.h"
#include "tests/cloud/google_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::cloud;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::GoogleHouse;

namespace {

const std::string kList = "POST logging.googleapis.com/v2/entries:list";

std::string entry(const std::string &id, const std::string &time, const std::string &text)
{
    return R"({"insertId":")" + id + R"(","timestamp":")" + time + R"(","severity":"INFO","textPayload":")" +
           text +
           R"(","logName":"projects/p/logs/run.googleapis.com%2Fstdout","resource":{"type":"cloud_run_revision",)"
           R"("labels":{"service_name":"svc","revision_name":"svc-1"}}})";
}

std::string page(const std::vector<std::string> &entries, const std::string &next = {})
{
    std::string text;
    for (const std::string &one : entries)
        text += (text.empty() ? "" : ",") + one;
    return R"({"entries":[)" + text + "]" + (next.empty() ? "" : R"(,"nextPageToken":")" + next + "\"") + "}";
}

struct Clients
{
    explicit Clients(GoogleHouse &house)
        : signIn(house.ground(), tests::anybody())
        , api(house.ground(), signIn)
    {
    }
    SignIn signIn;
    Api api;
    LogClient logs{api};
    MonitoringClient monitoring{api};
    ImageClient images{api};
};

AlertPolicy policyOf(const char *condition)
{
    AlertPolicy policy{{}, "title", true, {}, json::Object{{"combiner", "OR"}}};
    policy.whole.object().set("conditions", json::Array{json::parse(condition).value()});
    return policy;
}

} // namespace

class TestWatchClients : public QObject
{
    Q_OBJECT

private slots:
    void entriesAreReadAsAPersonReadsThem_data();
    void entriesAreReadAsAPersonReadsThem();
    void aTailTellsEachEntryOnceAndMissesNone();
    void aTailGoesOnAfterAFailureAndSlowsDown();
    void seriesAreAskedForAndReadOldestFirst();
    void aPolicyOfTheErrorRateIsWhatTheGuideMeant();
    void policiesThatGoogleTakesForSomethingElseAreRefused_data();
    void policiesThatGoogleTakesForSomethingElseAreRefused();
    void aBudgetHasItsCentsAndShares();
    void budgetsOfTheGuideAreRefused();
    void imagesAreListedWithTheirDigests();
    void namesOfImagesAreTakenApart();
};

void TestWatchClients::entriesAreReadAsAPersonReadsThem_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *payload, const char *text) {
        QTest::newRow(name) << QByteArray(payload) << QString::fromUtf8(text);
    };
    row("text", R"("textPayload":"hello")", "hello");
    row("JSON with a message", R"("jsonPayload":{"message":"started","execution_id":"e1"})", "started");
    row("JSON without", R"("jsonPayload":{"a":1})", R"({"a":1})");
    row("request",
        R"("httpRequest":{"requestMethod":"GET","status":503,"latency":"0.012s","requestUrl":"https://x/y"})",
        "GET 503 12 ms https://x/y");
    row("audit",
        R"("protoPayload":{"methodName":"google.cloud.run.v1.Services.ReplaceService","authenticationInfo":{"principalEmail":"a@b"},"status":{"message":"denied"}})",
        "google.cloud.run.v1.Services.ReplaceService by a@b: denied");
    row("nothing", R"("unknownPayload":1)", "");
}

void TestWatchClients::entriesAreReadAsAPersonReadsThem()
{
    QFETCH(QByteArray, payload);
    const auto json = json::parse(
        R"({"insertId":"i","timestamp":"2026-09-21T10:00:00.5Z","severity":"ERROR","trace":"projects/p/traces/0af7651916cd43dd8448eb211c80319c",)"
        R"("logName":"projects/p/logs/run.googleapis.com%2Fvarlog%2Fsystem","labels":{"instanceId":"x1"},)"
        R"("resource":{"type":"cloud_run_revision","labels":{"service_name":"svc","revision_name":"svc-2"}},)" +
        payload.toStdString() + "}");
    BATUTA_VERIFY_OK(json);
    const LogEntry entry = readLogEntry(*json);
    QTEST(shown(entry.text), "text");
    QCOMPARE(shown(entry.log), QString("system"));
    QCOMPARE(shown(entry.revision), QString("svc-2"));
    QCOMPARE(shown(entry.instance), QString("x1"));
    QCOMPARE(shown(entry.trace), QString("0af7651916cd43dd8448eb211c80319c"));
    QCOMPARE(shown(isoTime(entry.time)), QString("2026-09-21T10:00:00.500000Z"));
}

void TestWatchClients::aTailTellsEachEntryOnceAndMissesNone()
{
    GoogleHouse house;
    const std::string a = entry("a", "2026-09-21T14:13:21Z", "one"),
                      b = entry("b", "2026-09-21T14:13:22Z", "two");
    const std::string late = entry("l", "2026-09-21T14:13:21.5Z", "late"),
                      c = entry("c", "2026-09-21T14:13:23Z", "three");
    const std::string twin = entry("a", "2026-09-21T14:13:23Z", "same id, other time");
    house.on(kList, {200, page({a, b})});
    house.on(kList, {200, page({a, late, b}, "more")}); // an entry that came late, and a second page
    house.on(kList, {200, page({c, twin})});
    house.on(kList, {200, page({a, late, b, c, twin})});
    house.on(kList, {200, page({})});
    Clients clients(house);
    std::vector<std::string> told;
    const WallTime from = house.clock.now;
    TailPace pace;
    pace.every = 1ms;
    LogQuery query{"p", "severity>=INFO OR x", true, 50, {}};
    const auto tail = clients.logs.tail(
        query, from,
        [&](Result<std::vector<LogEntry>> got) {
            for (const LogEntry &one : got.value_or(std::vector<LogEntry>()))
                told.push_back(one.text);
        },
        pace);
    QVERIFY(house.run.runUntil([&] { return house.asked().size() > 8; }));
    const std::vector<std::string> wanted{"one", "two", "late", "three", "same id, other time"};
    QVERIFY(told == wanted);
    const json::Value first = house.body(0);
    QCOMPARE(shown(first["filter"].asString()),
             QString("(severity>=INFO OR x) AND timestamp>=\"2026-09-21T14:13:20.000000Z\""));
    QCOMPARE(shown(first["orderBy"].asString()), QString("timestamp asc"));
    QCOMPARE(shown(json::write(first["resourceNames"])), QString(R"(["projects/p"])"));
    QCOMPARE(shown(house.body(2)["pageToken"].asString()), QString("more"));
}

void TestWatchClients::aTailGoesOnAfterAFailureAndSlowsDown()
{
    GoogleHouse house;
    house.on(kList, {403, R"({"error":{"code":403,"message":"no","status":"PERMISSION_DENIED"}})"});
    house.on(kList, {200, page({entry("a", "2026-09-21T14:13:21Z", "one")})});
    Clients clients(house);
    QStringList told;
    TailPace pace;
    pace.every = 1ms;
    auto tail = clients.logs.tail(
        {"p", {}, false, 1, {}}, house.clock.now,
        [&](auto got) { told << (got ? shown(got->front().text) : shown(codeName(got.error().code))); },
        pace);
    QVERIFY(house.run.runUntil([&] { return told.size() == 2; }));
    QCOMPARE(told.join(' '), QString("act.forbidden one"));
    tail.reset(); // nothing is asked or told any more
    const std::size_t asked = house.asked().size();
    house.run.loop.startTimer(std::chrono::steady_clock::now() + 30ms, [&] { told << "later"; });
    QVERIFY(house.run.runUntil([&] { return told.size() == 3; }));
    QVERIFY(house.asked().size() <= asked + 1);
}

void TestWatchClients::seriesAreAskedForAndReadOldestFirst()
{
    GoogleHouse house;
    house.on(
        "GET monitoring.googleapis.com/v3/projects/p/timeSeries",
        {200,
         R"({"timeSeries":[{"metric":{"type":"run.googleapis.com/request_count","labels":{"response_code_class":"5xx"}},
        "resource":{"type":"cloud_run_revision","labels":{"revision_name":"svc-1"}},"unit":"1","points":[
        {"interval":{"startTime":"2026-09-21T10:01:00Z","endTime":"2026-09-21T10:02:00Z"},"value":{"int64Value":"7"}},
        {"interval":{"startTime":"2026-09-21T10:00:00Z","endTime":"2026-09-21T10:01:00Z"},"value":{"doubleValue":2.5}}]}],
        "executionErrors":[]})"});
    Clients clients(house);
    SeriesQuery query{"p", "metric.type = \"x\"", WallTime(0s), WallTime(3600s),
                      10s, "ALIGN_DELTA",         "REDUCE_SUM", {"a", "b"}};
    const auto series =
        house.ask<std::vector<Series>>([&](auto reply) { clients.monitoring.series(query, reply); });
    BATUTA_VERIFY_OK(series);
    QCOMPARE(series->size(), std::size_t{1});
    const Series &line = series->front();
    QVERIFY((line.labels == Names{{"revision_name", "svc-1"}, {"response_code_class", "5xx"}}));
    QCOMPARE(line.points.at(0).value, 2.5);
    QCOMPARE(line.points.at(1).value, 7.0);
    QVERIFY(line.points[0].at < line.points[1].at);
    const net::ServerRequest asked = house.request(0);
    QCOMPARE(shown(asked.queryValue("filter")), QString("metric.type = \"x\""));
    QCOMPARE(shown(asked.queryValue("aggregation.alignmentPeriod")), QString("60s")); // never below
    QCOMPARE(std::count_if(asked.query.begin(), asked.query.end(),
                           [](const auto &item) { return item.first == "aggregation.groupByFields"; }),
             std::ptrdiff_t{2});
}

void TestWatchClients::aPolicyOfTheErrorRateIsWhatTheGuideMeant()
{
    GoogleHouse house;
    const AlertPolicy policy = errorRatePolicy("svc", 0.05, {"projects/p/notificationChannels/1"});
    house.on("POST monitoring.googleapis.com/v3/projects/p/alertPolicies",
             {200, R"({"name":"projects/p/alertPolicies/9","displayName":"t"})"});
    Clients clients(house);
    const auto saved =
        house.ask<AlertPolicy>([&](auto reply) { clients.monitoring.saveAlertPolicy("p", policy, reply); });
    BATUTA_VERIFY_OK(saved);
    QCOMPARE(shown(saved->name), QString("projects/p/alertPolicies/9"));
    const json::Value sent = house.body(0);
    QVERIFY(sent["name"].isNull());
    const json::Value threshold = sent["conditions"].at(0)["conditionThreshold"];
    QCOMPARE(threshold["thresholdValue"].asDouble(), 0.05);
    QVERIFY(threshold["filter"].asString().find("response_code_class = \"5xx\"") != std::string::npos);
    QVERIFY(threshold["denominatorFilter"].asString().find("5xx") == std::string::npos);
    QCOMPARE(shown(threshold["denominatorAggregations"].at(0)["perSeriesAligner"].asString()),
             QString("ALIGN_RATE"));
}

void TestWatchClients::policiesThatGoogleTakesForSomethingElseAreRefused_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const char *condition, const char *why) {
        QTest::newRow(name) << QByteArray(condition) << QString(why);
    };
    row("comparison", R"({"conditionThreshold":{"filter":"metric.type=\"x\"","comparison":"COMPARISON_GE"}})",
        "only greater and less can be compared");
    row("duration",
        R"({"conditionThreshold":{"filter":"metric.type=\"x\"","comparison":"COMPARISON_GT","duration":"90s"}})",
        "its duration is no whole number of minutes");
    row("no metric",
        R"({"conditionThreshold":{"filter":"resource.type=\"x\"","comparison":"COMPARISON_GT"}})",
        "its filter names no metric");
    row("percent for a ratio",
        R"({"conditionThreshold":{"filter":"metric.type=\"x\"","denominatorFilter":"metric.type=\"x\"","denominatorAggregations":[{}],"comparison":"COMPARISON_GT","thresholdValue":5}})",
        "a ratio is compared with more than 1");
    row("absence", R"({"conditionAbsent":{"filter":"x","duration":"60s"}})",
        "an absence shorter than two minutes cannot be told");
    row("log without a limit", R"({"conditionMatchedLog":{"filter":"x"}})",
        "an alert on log entries needs a limit of its notifications");
    row("nothing", R"({"displayName":"x","condition":"rate"})", "it says nothing that could be true");
}

void TestWatchClients::policiesThatGoogleTakesForSomethingElseAreRefused()
{
    QFETCH(QByteArray, condition);
    const Status checked = checkAlertPolicy(policyOf(condition.constData()));
    BATUTA_VERIFY_ERROR(checked, ErrorCode::FlowBadValue);
    QTEST(shown(checked.error().detail), "why");
}

void TestWatchClients::aBudgetHasItsCentsAndShares()
{
    Budget budget{{}, {}, "Monthly", "USD", 10'075, {{0.5, false}, {0.9, true}}, {"p"}, {}};
    const json::Value json = budgetJson(budget);
    QCOMPARE(shown(json::write(json["amount"])),
             QString(R"({"specifiedAmount":{"units":"100","nanos":750000000,"currencyCode":"USD"}})"));
    QCOMPARE(shown(json::write(json["thresholdRules"].at(1))),
             QString(R"({"thresholdPercent":0.9,"spendBasis":"FORECASTED_SPEND"})"));
    const auto read = readBudget(json);
    BATUTA_VERIFY_OK(read);
    QCOMPARE(*read->amountCents, std::int64_t{10'075});
    QCOMPARE(shown(read->projects.at(0)), QString("p"));
}

void TestWatchClients::budgetsOfTheGuideAreRefused()
{
    Budget budget{{}, {}, "Monthly", {}, 10'000, {{90, false}}, {}, {}};
    const Status checked = checkBudget(budget);
    BATUTA_VERIFY_ERROR(checked, ErrorCode::FlowBadValue);
    QCOMPARE(shown(mendText(checked.error())), QString("Write 0.9 for 90 %."));
    budget.thresholds = {{0.9, false}};
    BATUTA_VERIFY_OK(checkBudget(budget));
    budget.title.assign(61, 'x');
    BATUTA_VERIFY_ERROR(checkBudget(budget), ErrorCode::FlowBadValue);
}

void TestWatchClients::imagesAreListedWithTheirDigests()
{
    GoogleHouse house;
    house.on(
        "GET artifactregistry.googleapis.com/v1/projects/p/locations/us-east1/repositories/apps/dockerImages",
        {200,
         R"({"dockerImages":[{"name":"n1","uri":"us-east1-docker.pkg.dev/p/apps/svc@sha256:1","tags":["a"],"imageSizeBytes":"1024","uploadTime":"2026-01-01T00:00:00Z"},
        {"uri":"us-east1-docker.pkg.dev/p/apps/other@sha256:2","uploadTime":"2026-03-01T00:00:00Z"},
        {"uri":"us-east1-docker.pkg.dev/p/apps/svc@sha256:3","tags":["b","latest"],"uploadTime":"2026-02-01T00:00:00Z"}]})"});
    Clients clients(house);
    const auto images = house.ask<std::vector<Image>>(
        [&](auto reply) { clients.images.images("us-east1-docker.pkg.dev/p/apps/svc:latest", reply); });
    BATUTA_VERIFY_OK(images);
    QCOMPARE(images->size(), std::size_t{2});
    QCOMPARE(shown(images->at(0).digest), QString("sha256:3"));
    QCOMPARE(images->at(1).bytes, std::uint64_t{1'024});
}

void TestWatchClients::namesOfImagesAreTakenApart()
{
    const auto name = parseImage("us-east1-docker.pkg.dev/p/apps/team/svc:1.2@sha256:77");
    QVERIFY(name.has_value());
    QCOMPARE(shown(name->region + "|" + name->project + "|" + name->repository + "|" + name->image + "|" +
                   name->tag + "|" + name->digest),
             QString("us-east1|p|apps|team/svc|1.2|sha256:77"));
    QVERIFY(!parseImage("gcr.io/p/svc"));
    QVERIFY(!parseImage("us-east1-docker.pkg.dev/p/../x"));
    QVERIFY(!parseImage("localhost:5000/p/svc:1"));
}

QTEST_APPLESS_MAIN(TestWatchClients)
#include "tst_watch_clients.moc"
