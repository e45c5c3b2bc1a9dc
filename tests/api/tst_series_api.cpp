// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <set>

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

tests::ApiHouse::Options keeping()
{
    tests::ApiHouse::Options options;
    options.engine.resumes = true;
    options.build = [](tests::House &house) {
        house.function("BAD_URL", "/bad");
        house.functions.answer("/bad", 503);
        house.flow("good", "steps:\n  a: {set: {x: 1}}\n");
        house.flow("bad", "steps:\n  call:\n    http: {url: '${{ env.BAD_URL }}'}\n"
                          "    retry: {attempts: 2, on: [5xx], backoff: {first: 1ms, max: 1ms}}\n"
                          "    rate_limit: {limit: 1, per: 1ms}\n    breaker: {failures: 9, open: 60s}\n");
        house.file("metrics.yaml",
                   "alerts:\n  - {name: failures, failures: all, window: 1h, to: [desktop]}\n");
    };
    return options;
}

/// Samples until what has run is kept.
void look(tests::ApiHouse &house)
{
    std::atomic<bool> isDone = false;
    house.run([&](tests::House &inside) {
        inside.engine->station()->lookNow();
        inside.engine->station()->catalogue([&](const auto &) { isDone = true; });
    });
    QVERIFY(house.until([&](tests::House &) { return isDone.load(); }));
}

std::string question(const std::string &rest)
{
    const WallTime now = SystemClock().wall();
    return "{\"from\":\"" + isoTime(now - 1h) + "\",\"to\":\"" + isoTime(now + 1min) +
           "\",\"step_ms\":7200000," + rest + "}";
}

} // namespace

/// Kept figures, alerts and boards over HTTP; every answer is held to the OpenAPI document.
class TstSeriesApi : public QObject
{
    Q_OBJECT

private slots:
    void whatRanIsKept();
    void theCatalogueNamesMetrics();
    void questionsAreChecked_data();
    void questionsAreChecked();
    void anEngineThatKeepsNothingSaysSo();
    void alertsAreToldAndMuted();
    void aBoardIsSavedAndListed();
    void aPublishedFlowIsAFlag();
    void dashboardsNameMetricsThatExist();
};

void TstSeriesApi::whatRanIsKept()
{
    tests::ApiHouse house(keeping());
    for (int i = 0; i < 3; ++i)
        house.ask("POST", "/flows/good/executions?wait=true", "{}");
    house.ask("POST", "/flows/bad/executions?wait=true", "{}");
    look(house);
    const auto value = [&](const std::string &rest) {
        const json::Value answer = house.json("POST", "/series/query", question(rest));
        return answer["lines"].at(0)["values"].at(0).asDouble(-1);
    };
    QCOMPARE(value(R"("metric":"batuta_executions_total","function":"increase","where":{"flow":"good"})"),
             3.0);
    QCOMPARE(value(R"("metric":"batuta_executions_total","function":"share","where":{"status":"failed"},)"
                   R"("share":{"metric":"batuta_executions_total"})"),
             0.25);
    QVERIFY(value(R"("metric":"batuta_execution_duration_seconds","function":"percentile","quantile":0.95)") >
            0);
    QCOMPARE(value(R"("metric":"batuta_execution_failures_total","function":"increase",)"
                   R"("where":{"step":"call","code":"503"})"),
             1.0);
}

void TstSeriesApi::theCatalogueNamesMetrics()
{
    tests::ApiHouse house(keeping());
    house.ask("POST", "/flows/good/executions?wait=true", "{}");
    look(house);
    const json::Value catalogue = house.json("GET", "/series");
    QStringList names;
    for (const json::Value &metric : catalogue["metrics"].asArray())
        names << QString::fromStdString(metric["name"].asString());
    QVERIFY(names.contains("batuta_executions_total"));
    QVERIFY(names.contains("process_cpu_seconds_total"));
}

void TstSeriesApi::questionsAreChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("{") << 400;
    QTest::newRow("no times") << QByteArray("{\"metric\":\"m\"}") << 422;
    QTest::newRow("no metric") << QByteArray::fromStdString(question("\"by\":[]")) << 422;
    QTest::newRow("no function") << QByteArray::fromStdString(question(R"("metric":"m","function":"sum")"))
                                 << 422;
    QTest::newRow("no source") << QByteArray::fromStdString(question(R"("source":"x","expression":"up")"))
                               << 422;
    QTest::newRow("a share of nothing")
        << QByteArray::fromStdString(question(R"("metric":"m","function":"share")")) << 422;
}

void TstSeriesApi::questionsAreChecked()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    tests::ApiHouse house(keeping());
    QCOMPARE(house.ask("POST", "/series/query", body.toStdString()).status, status);
}

void TstSeriesApi::anEngineThatKeepsNothingSaysSo()
{
    tests::ApiHouse house([](tests::House &) {});
    for (const char *path : {"/series", "/alerts", "/boards"})
        QCOMPARE(house.ask("GET", path).status, 404);
    QCOMPARE(house.ask("POST", "/acts/mute_alert", R"({"subject":"x","data":{"minutes":5}})").status, 404);
}

void TstSeriesApi::alertsAreToldAndMuted()
{
    tests::ApiHouse house(keeping());
    house.ask("POST", "/flows/bad/executions?wait=true", "{}");
    const auto state = [&] { return house.json("GET", "/alerts")["alerts"].at(0)["state"].asString(); };
    for (int i = 0; i < 50 && state() != "firing"; ++i) {
        house.run([](tests::House &inside) {
            inside.clock.set(inside.clock.wall() + 11s);
            inside.engine->station()->lookNow();
        });
        look(house);
    }
    QCOMPARE(shown(state()), QString("firing"));
    QCOMPARE(house.ask("POST", "/acts/acknowledge_alert", R"({"subject":"failures"})").status, 202);
    QCOMPARE(house.ask("POST", "/acts/mute_alert", R"({"subject":"failures","data":{"minutes":60}})").status,
             202);
    QCOMPARE(house.ask("POST", "/acts/mute_alert", R"({"subject":"failures","data":{"minutes":-1}})").status,
             422);
    QCOMPARE(house.ask("POST", "/acts/acknowledge_alert", R"({"subject":"nobody"})").status, 409);
    const json::Value book = house.json("GET", "/alerts");
    QCOMPARE(shown(book["alerts"].at(0)["acknowledged"].asString()), QString("api"));
    QVERIFY(!book["alerts"].at(0)["muted_until"].isNull());
    QCOMPARE(shown(book["history"].at(0)["what"].asString()), QString("muted"));
    QStringList acts; // every act is in the audit
    const json::Value audit = house.json("GET", "/audit");
    for (const json::Value &entry : audit["entries"].asArray())
        acts << QString::fromStdString(entry["verb"].asString());
    QVERIFY2(acts.contains("mute_alert") && acts.contains("acknowledge_alert"), qPrintable(acts.join(' ')));
}

void TstSeriesApi::aBoardIsSavedAndListed()
{
    tests::ApiHouse house(keeping());
    const std::string text =
        "title: Mine # a word\npanels:\n  - {title: A, at: [1, 1, 1, 1], series: [{metric: m}]}\n";
    const json::Value act = json::Object{{"subject", "mine"}, {"data", json::Object{{"text", text}}}};
    QCOMPARE(house.ask("POST", "/acts/save_board", json::write(act)).status, 202);
    const json::Value boards = house.json("GET", "/boards")["boards"];
    QCOMPARE(boards.asArray().size(), std::size_t{5});
    QCOMPARE(shown(boards.at(4)["text"].asString()), shown(text));
    QVERIFY(house.ask("POST", "/acts/save_board", R"({"subject":"../up","data":{"text":"x"}})").status >=
            400);
}

void TstSeriesApi::aPublishedFlowIsAFlag()
{
    tests::ApiHouse house(keeping());
    house.run([](tests::House &inside) { inside.flow("good", "steps:\n  a: {set: {x: 2}}\n"); });
    QCOMPARE(house.ask("POST", "/acts/reload", "{}").status, 202);
    look(house);
    const json::Value answer =
        house.json("POST", "/series/query",
                   question(R"("metric":"batuta_flow_publishes_total","function":"increase","by":["flow"])"));
    QCOMPARE(answer["lines"].at(0)["values"].at(0).asDouble(), 1.0);
    QCOMPARE(shown(answer["lines"].at(0)["labels"]["flow"].asString()), QString("good"));
}

/// The dashboards for Grafana, and our own boards, ask for nothing that no engine tells.
void TstSeriesApi::dashboardsNameMetricsThatExist()
{
    tests::ApiHouse house(keeping());
    house.ask("POST", "/flows/bad/executions?wait=true", "{}");
    house.run([](tests::House &inside) {
        inside.flow("good", "concurrency: {limit: 1}\nsteps:\n  a: {wait: {for: 60s}}\n");
    });
    house.ask("POST", "/acts/reload", "{}");
    house.start("good");
    const QString page = shown(house.ask("GET", "/metrics").body);
    std::set<QString> known;
    const QRegularExpression kType("# TYPE (\\S+) (\\S+)");
    for (auto found = kType.globalMatch(page); found.hasNext();) {
        const auto type = found.next();
        known.insert(type.captured(1));
        if (type.captured(2) == "histogram")
            for (const char *end : {"_bucket", "_sum", "_count"})
                known.insert(type.captured(1) + end);
    }
    known.insert("batuta_rate_limit_wait_seconds"); // only where one had to wait
    known.insert("batuta_export_items_waiting");    // only where something is exported
    const QRegularExpression kName("\\b((?:batuta|process)_[a-z_]+)");
    int names = 0, files = 0;
    for (const char *folder : {"/resources/grafana", "/resources/boards"}) {
        QDirIterator file(BATUTA_SOURCE_DIR + QString(folder), QDir::Files);
        while (file.hasNext()) {
            QFile text(file.next());
            QVERIFY(text.open(QIODevice::ReadOnly));
            const QString all = QString::fromUtf8(text.readAll());
            ++files;
            if (text.fileName().endsWith(".json"))
                BATUTA_VERIFY_OK(json::parse(all.toStdString()));
            for (auto found = kName.globalMatch(all); found.hasNext(); ++names) {
                const QString name = found.next().captured(1);
                QVERIFY2(known.contains(name), qPrintable(text.fileName() + ": " + name));
            }
        }
    }
    QVERIFY(files >= 5);
    QVERIFY(names > 40);
}

QTEST_APPLESS_MAIN(TstSeriesApi)
#include "tst_series_api.moc"
