// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/cloud_house.h"

using namespace batuta;
using batuta::test::shown;

/// Cloud Logging and Cloud Monitoring over what services really did.
class TstCloudLogging : public QObject
{
    Q_OBJECT

private slots:
    void requestsAndLinesAreEntries();
    void pagesFollowEachOther();
    void writtenEntriesComeBack();
    void figuresAreSeries();
    void seriesAreReduced();

private:
    static json::Array list(tests::CloudHouse &house, const std::string &filter,
                            const std::string &order = "timestamp asc")
    {
        return house
            .ask("POST", "logging", "/v2/entries:list",
                 json::Object{{"resourceNames", json::Array{"projects/demo-proj"}},
                              {"filter", filter},
                              {"orderBy", order},
                              {"pageSize", 500}})
            .body["entries"]
            .asArray();
    }
    static void serve(tests::CloudHouse &house)
    {
        const json::Value service = house.deploy("shop");
        house.open("shop");
        const std::string url = service["status"]["url"].asString();
        house.get(url + "/");
        house.get(url + "/status?code=404");
        house.get(url + "/status?code=503");
    }
    static std::string series(const std::string &query)
    {
        const WallTime now =
            std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
        return "/v3/projects/demo-proj/timeSeries?interval.startTime=" +
               isoTime(now - std::chrono::minutes(10)) +
               "&interval.endTime=" + isoTime(now + std::chrono::minutes(2)) + "&" + query;
    }
};

void TstCloudLogging::requestsAndLinesAreEntries()
{
    tests::CloudHouse house;
    serve(house);
    const auto requests = list(house, "log_id(\"run.googleapis.com/requests\")");
    QCOMPARE(requests.size(), std::size_t(3));
    QCOMPARE(shown(requests[0]["logName"].asString()),
             "projects/demo-proj/logs/run.googleapis.com%2Frequests");
    QCOMPARE(shown(requests[0]["resource"]["type"].asString()), "cloud_run_revision");
    QCOMPARE(shown(requests[0]["resource"]["labels"]["service_name"].asString()), "shop");
    QCOMPARE(shown(requests[0]["severity"].asString()), "INFO");
    QCOMPARE(shown(requests[1]["severity"].asString()), "WARNING");
    QCOMPARE(shown(requests[2]["severity"].asString()), "ERROR");
    QCOMPARE(requests[2]["httpRequest"]["status"].asInteger(), 503);
    QVERIFY(shown(requests[2]["httpRequest"]["latency"].asString()).endsWith('s'));
    QCOMPARE(list(house, "httpRequest.status>=500").size(), std::size_t(1));
    QVERIFY(!list(house, "log_id(\"run.googleapis.com/stdout\") listening").empty());
    QVERIFY(!list(house, "log_id(\"run.googleapis.com/varlog/system\") STARTUP").empty());
    // What gcloud's `run services logs read` sends.
    const auto own = list(house,
                          "resource.type = cloud_run_revision \n AND resource.labels.service_name = shop \n "
                          "AND resource.labels.location = us-east1 \n AND severity >= DEFAULT \n AND "
                          "timestamp>=\"2020-01-01T00:00:00Z\"",
                          "timestamp desc");
    QVERIFY(own.size() >= 5);
    QVERIFY(own.front()["timestamp"].asString() >= own.back()["timestamp"].asString());
    QVERIFY(list(house, "resource.labels.service_name = other").empty());
}

void TstCloudLogging::pagesFollowEachOther()
{
    tests::CloudHouse house;
    json::Array entries;
    for (int i = 0; i < 25; ++i)
        entries.push_back(json::Object{{"textPayload", "line " + std::to_string(i)}});
    const auto written = house.ask("POST", "logging", "/v2/entries:write",
                                   json::Object{{"logName", "projects/demo-proj/logs/mine"},
                                                {"resource", json::Object{{"type", "global"}}},
                                                {"entries", entries}});
    QCOMPARE(written.status, 200);
    for (const char *order : {"timestamp asc", "timestamp desc"}) {
        std::vector<std::string> seen;
        std::string token;
        do {
            const auto page = house
                                  .ask("POST", "logging", "/v2/entries:list",
                                       json::Object{{"resourceNames", json::Array{"projects/demo-proj"}},
                                                    {"filter", "logName=\"projects/demo-proj/logs/mine\""},
                                                    {"orderBy", order},
                                                    {"pageSize", 7},
                                                    {"pageToken", token}})
                                  .body;
            for (const json::Value &entry : page["entries"].asArray())
                seen.push_back(entry["textPayload"].asString());
            token = page["nextPageToken"].asString();
        } while (!token.empty() && seen.size() < 100);
        if (std::string(order) == "timestamp desc")
            std::reverse(seen.begin(), seen.end());
        QCOMPARE(seen.size(), std::size_t(25));
        for (int i = 0; i < 25; ++i)
            QCOMPARE(shown(seen[static_cast<std::size_t>(i)]), QString("line %1").arg(i));
    }
}

void TstCloudLogging::writtenEntriesComeBack()
{
    tests::CloudHouse house;
    const auto entry = json::parse(
        R"({"entries":[{"logName":"projects/demo-proj/logs/app","resource":{"type":"global","labels":{"project_id":"demo-proj"}},
        "severity":"NOTICE","timestamp":"2026-01-02T03:04:05.000006Z","insertId":"one","jsonPayload":{"message":"hello","execution_id":"e-1"},
        "labels":{"a":"b"},"trace":"projects/demo-proj/traces/0af7651916cd43dd8448eb211c80319c"}]})");
    QCOMPARE(house.ask("POST", "logging", "/v2/entries:write", *entry).status, 200);
    const auto found = list(house, "jsonPayload.execution_id=\"e-1\"");
    QCOMPARE(found.size(), std::size_t(1));
    const json::Value &given = (*entry)["entries"].at(0);
    for (const char *name :
         {"logName", "resource", "severity", "timestamp", "insertId", "jsonPayload", "labels", "trace"})
        QCOMPARE(found[0][name], given[name]);
    const auto bad = house.ask(
        "POST", "logging", "/v2/entries:write",
        *json::parse(R"({"entries":[{"logName":"x","textPayload":"a","resource":{"type":"global"}}]})"));
    QCOMPARE(bad.status, 400);
}

void TstCloudLogging::figuresAreSeries()
{
    tests::CloudHouse house;
    serve(house);
    const std::string filter = "filter=metric.type%3D%22run.googleapis.com%2Frequest_count%22+AND+resource."
                               "labels.service_name%3D%22shop%22";
    const auto counts = house.ask("GET", "monitoring", series(filter)).body["timeSeries"].asArray();
    QCOMPARE(counts.size(), std::size_t(3));
    QCOMPARE(shown(counts[0]["metric"]["labels"]["response_code"].asString()), "200");
    QCOMPARE(shown(counts[0]["metricKind"].asString()), "DELTA");
    QCOMPARE(shown(counts[0]["valueType"].asString()), "INT64");
    QCOMPARE(shown(counts[0]["points"].at(0)["value"]["int64Value"].asString()), "1");
    const auto only =
        house.ask("GET", "monitoring", series(filter + "+AND+metric.labels.response_code_class%3D%225xx%22"))
            .body["timeSeries"]
            .asArray();
    QCOMPARE(only.size(), std::size_t(1));
    const auto latencies =
        house
            .ask("GET", "monitoring",
                 series("filter=metric.type%3D%22run.googleapis.com%2Frequest_latencies%22"))
            .body["timeSeries"]
            .asArray();
    QCOMPARE(shown(latencies.at(0)["valueType"].asString()), "DISTRIBUTION");
    QCOMPARE(shown(latencies.at(0)["points"].at(0)["value"]["distributionValue"]["count"].asString()), "1");
    QVERIFY(house.ask("GET", "monitoring", series(filter + "&view=HEADERS"))
                .body["timeSeries"]
                .at(0)["points"]
                .isNull());
}

void TstCloudLogging::seriesAreReduced()
{
    tests::CloudHouse house;
    serve(house);
    const std::string count =
        "filter=metric.type%3D%22run.googleapis.com%2Frequest_count%22&aggregation.alignmentPeriod=600s";
    const auto byClass =
        house
            .ask("GET", "monitoring",
                 series(count + "&aggregation.perSeriesAligner=ALIGN_DELTA&aggregation.crossSeriesReducer="
                                "REDUCE_SUM&aggregation.groupByFields=metric.labels.response_code_class"))
            .body["timeSeries"]
            .asArray();
    QCOMPARE(byClass.size(), std::size_t(3));
    const auto all =
        house
            .ask(
                "GET", "monitoring",
                series(count +
                       "&aggregation.perSeriesAligner=ALIGN_DELTA&aggregation.crossSeriesReducer=REDUCE_SUM"))
            .body["timeSeries"]
            .asArray();
    QCOMPARE(all.size(), std::size_t(1));
    double sum = 0;
    for (const json::Value &point : all[0]["points"].asArray())
        sum += shown(point["value"]["int64Value"].asString()).toDouble();
    QCOMPARE(sum, 3.0);
    const auto rate =
        house
            .ask("GET", "monitoring",
                 series(count +
                        "&aggregation.perSeriesAligner=ALIGN_RATE&aggregation.crossSeriesReducer=REDUCE_SUM"))
            .body["timeSeries"]
            .asArray();
    QCOMPARE(shown(rate[0]["valueType"].asString()), "DOUBLE");
    const auto p95 = house.ask("GET", "monitoring",
                               series("filter=metric.type%3D%22run.googleapis.com%2Frequest_latencies%22&"
                                      "aggregation.alignmentPeriod=60s&aggregation.perSeriesAligner=ALIGN_"
                                      "DELTA&aggregation.crossSeriesReducer=REDUCE_PERCENTILE_95"));
    QCOMPARE(shown(p95.body["timeSeries"].at(0)["valueType"].asString()), "DOUBLE");
    QVERIFY(p95.body["timeSeries"].at(0)["points"].at(0)["value"]["doubleValue"].asDouble() > 0);
    QCOMPARE(
        house.ask("GET", "monitoring", series(count + "&aggregation.perSeriesAligner=ALIGN_PERCENTILE_95"))
            .status,
        400);
    QCOMPARE(house
                 .ask("GET", "monitoring",
                      series("filter=metric.type%3D%22run.googleapis.com%2Frequest_count%22&aggregation."
                             "alignmentPeriod=10s&aggregation.perSeriesAligner=ALIGN_RATE"))
                 .status,
             400);
}

QTEST_GUILESS_MAIN(TstCloudLogging)
#include "tst_cloud_logging.moc"
