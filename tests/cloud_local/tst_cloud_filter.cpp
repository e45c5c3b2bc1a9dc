// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/log_client.h"
#include "engine/cloud_local/log_filter.h"
#include "engine/host/cloud_line.h"
#include "engine/json/json.h"
#include "engine/logs/cloud_filter.h"
#include "engine/logs/log_rows.h"
#include "engine/logs/log_source.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <fstream>

using namespace batuta;
using batuta::test::shown;

namespace {

const std::string kTrace = "0af7651916cd43dd8448eb211c80319c";

json::Value parsed(const std::string &text)
{
    return json::parse(text).value_or(json::Value());
}

/// An entry as Cloud Run writes it, of a few values so that queries find some.
json::Value entryOf(std::mt19937 &random)
{
    const auto one = [&](std::initializer_list<const char *> of) {
        return std::string(*(of.begin() + random() % of.size()));
    };
    const auto number = static_cast<int>(random() % 3000);
    json::Object entry{
        {"insertId", "id" + std::to_string(random())},
        {"timestamp", "2026-11-21T14:" + std::to_string(10 + random() % 50) + ":00.5Z"},
        {"severity", one({"DEFAULT", "DEBUG", "INFO", "NOTICE", "WARNING", "ERROR", "CRITICAL", "ALERT"})},
        {"resource", json::Object{{"type", "cloud_run_revision"},
                                  {"labels", json::Object{{"service_name", one({"shop", "Shop", "api"})},
                                                          {"revision_name", one({"shop-1", "shop-2"})}}}}}};
    if (random() % 2 == 0)
        entry.set("labels", json::Object{{"instanceId", one({"i1", "i2"})}, {"team", one({"a", "b"})}});
    if (random() % 2 == 0)
        entry.set("trace", "projects/p/traces/" + (random() % 2 == 0 ? kTrace : std::string(32, 'b')));
    const std::string log = one({"requests", "stdout", "stderr"});
    entry.set("logName", "projects/p/logs/run.googleapis.com%2F" + log);
    if (log == "requests") {
        entry.set("httpRequest",
                  json::Object{{"requestMethod", one({"GET", "POST"})},
                               {"requestUrl", one({"https://a/x", "https://a/who?b=c"})},
                               {"status", 200 + static_cast<int>(random() % 4) * 101},
                               {"latency", std::to_string(number / 1000) + "." +
                                               std::to_string(1000 + number % 1000).substr(1) + "s"}});
    } else if (random() % 3 == 0) {
        entry.set("textPayload", one({"plain words", "timeout after 3 s", "Timeout (again)", "a+b [c]"}));
    } else {
        entry.set("jsonPayload", json::Object{{"message", one({"step failed", "Step done", "timeout"})},
                                              {"execution_id", one({"e-1", "e-2", "E-1"})},
                                              {"attempt", static_cast<int>(random() % 4)},
                                              {"http", json::Object{{"status", one({"200", "503"})}}},
                                              {"service", one({"inner", "shop"})}});
    }
    return entry;
}

logs::QueryNode nodeOf(std::mt19937 &random, int depth)
{
    using Kind = logs::QueryNode::Kind;
    using logs::QueryOp;
    const auto one = [&](std::initializer_list<const char *> of) {
        return std::string(*(of.begin() + random() % of.size()));
    };
    const auto kind = random() % (depth > 2 ? 2 : 5);
    if (kind == 1)
        return {Kind::Word, {}, {}, QueryOp::Equal, one({"timeout", "Timeout", "step", "words", "[c]"})};
    if (kind == 4)
        return {Kind::Not, {nodeOf(random, depth + 1)}, {}, QueryOp::Equal, {}};
    if (kind >= 2)
        return {kind == 2 ? Kind::And : Kind::Or,
                {nodeOf(random, depth + 1), nodeOf(random, depth + 1)},
                {},
                QueryOp::Equal,
                {}};
    const auto op = static_cast<QueryOp>(random() % 8);
    const bool isLike = op == QueryOp::Like || op == QueryOp::NotLike;
    static const std::initializer_list<const char *> kFields{"severity",     "time",
                                                             "service",      "revision",
                                                             "status",       "log",
                                                             "trace_id",     "instance",
                                                             "execution_id", "jsonPayload.execution_id",
                                                             "attempt",      "method",
                                                             "url",          "http.status",
                                                             "latency_ms",   "message",
                                                             "labels.team",  "jsonPayload.service",
                                                             "missing"};
    const std::string field = one(kFields);
    std::string value = one({"shop", "Shop", "shop-1", "200", "503", "1", "2", "e-1", "E*", "*", "stdout",
                             "GET", "i1", "a", "https://a/*", "1500", "inner", kTrace.c_str()});
    if (field == "severity")
        value = one({"DEBUG", "INFO", "WARN", "ERROR", "CRITICAL"});
    else if (field == "time")
        value = "2026-11-21T14:30:00Z";
    else if (isLike)
        value = one({"sh.p", "^e-", "2", "who\\?", "[0-9]+$", "a"});
    return {Kind::Compare, {}, field, op, value};
}

} // namespace

/// A query in the words of Cloud Logging, judged by the stand-in that reads them.
class TestCloudFilter : public QObject
{
    Q_OBJECT

private slots:
    void isWrittenSo_data();
    void isWrittenSo();
    void aLineSaysWhatTheEntrySays();
    void nothingThatMatchesIsLeftThere();
};

void TestCloudFilter::isWrittenSo_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("untold");
    const auto row = [](const char *query, const char *filter, const char *untold = "") {
        QTest::newRow(query) << QString(query) << QString(filter) << QString(untold);
    };
    row("", "");
    row("severity>=WARN", "severity>=WARNING");
    row("severity=INFO", "severity=(DEFAULT OR INFO OR NOTICE)");
    row("status>=500", "httpRequest.status>=500");
    row("httpRequest.status>=500", "httpRequest.status>=500");
    row("latency_ms>1500", "httpRequest.latency>\"1.500000s\"");
    row("service=shop revision=\"shop-1\"",
        "resource.labels.service_name=\"shop\" AND resource.labels.revision_name=\"shop-1\"");
    row("execution_id=\"e-1\"", "jsonPayload.execution_id=\"e-1\"");
    row("jsonPayload.execution_id=\"e-1\" or trace=\"abc\"",
        "(jsonPayload.execution_id=\"e-1\" OR trace=\"projects/p/traces/abc\")");
    row("timeout", "\"timeout\"");
    row("http.status>=500", "jsonPayload.http.status>=500");
    row("step~\"^gap.*\\.x\"", "jsonPayload.step=~\"^gap.*\\.x\"");
    row("service!=shop", "NOT resource.labels.service_name=~\"^shop$\"");
    row("url=\"https://a/*\"", "httpRequest.requestUrl=~\"^https://a/\"");
    row("execution_id=*", "jsonPayload.execution_id:*");
    row("log=requests", "logName:\"requests\"");
    row("message~\"5..\" service=shop", "resource.labels.service_name=\"shop\"", "message~5..");
    row("message~a or service=shop", "", "message~a or service=shop");
    row("not timeout", "", "not timeout");
    row("not status=503", "NOT httpRequest.status=503");
}

void TestCloudFilter::isWrittenSo()
{
    QFETCH(QString, query);
    QFETCH(QString, filter);
    QFETCH(QString, untold);
    const auto read = logs::LogQuery::read(query.toStdString());
    QVERIFY(read.has_value());
    const logs::CloudFilter made = logs::cloudFilterOf(*read, "p");
    QCOMPARE(shown(made.text), filter);
    QCOMPARE(made.untold.size(), untold.isEmpty() ? std::size_t(0) : std::size_t(1));
    if (!untold.isEmpty())
        QCOMPARE(shown(made.untold.front()), untold);
    QVERIFY(cloud_local::LogFilter::parse(made.text).has_value());
}

void TestCloudFilter::aLineSaysWhatTheEntrySays()
{
    const auto line = [](const std::string &entry) {
        return shown(host::lineOf(cloud::readLogEntry(parsed(entry))));
    };
    QCOMPARE(
        line(R"({"insertId":"a","logName":"projects/p/logs/run.googleapis.com%2Frequests","severity":"ERROR",
        "timestamp":"2026-11-21T14:00:00Z","trace":"projects/p/traces/abc",
        "resource":{"type":"cloud_run_revision","labels":{"service_name":"shop","revision_name":"shop-1"}},
        "labels":{"instanceId":"i1"},
        "httpRequest":{"requestMethod":"GET","requestUrl":"https://a/x","status":503,"latency":"0.0125s"}})"),
        R"({"timestamp":"2026-11-21T14:00:00.000000Z","severity":"ERROR","message":"GET 503 12 ms https://a/x","service":"shop","revision":"shop-1","log":"requests","method":"GET","status":503,"latency_ms":12.5,"url":"https://a/x","trace_id":"abc","instance":"i1","insert_id":"a"})");
    QCOMPARE(
        line(R"({"insertId":"b","logName":"projects/p/logs/run.googleapis.com%2Fstdout","severity":"INFO",
        "timestamp":"2026-11-21T14:00:00Z","labels":{"team":"x"},
        "jsonPayload":{"message":"step failed","execution_id":"e-1","service":"inner","api_token":"hunter2"}})"),
        R"({"timestamp":"2026-11-21T14:00:00.000000Z","severity":"INFO","message":"step failed","log":"stdout","execution_id":"e-1","api_token":"***","jsonPayload":{"service":"inner"},"labels":{"team":"x"},"insert_id":"b"})");
    QCOMPARE(line(R"({"timestamp":"2026-11-21T14:00:00Z","textPayload":"plain"})"),
             R"({"timestamp":"2026-11-21T14:00:00.000000Z","severity":"DEFAULT","message":"plain"})");
}

/// For random entries and queries: what a query is for here passes its filter there.
void TestCloudFilter::nothingThatMatchesIsLeftThere()
{
    std::mt19937 random(test::seed());
    constexpr int kEntries = 400, kQueries = 600;
    const QTemporaryDir folder;
    const std::string file = folder.filePath("cloud.log").toStdString();
    std::vector<json::Value> entries;
    {
        std::ofstream out(file, std::ios::binary);
        for (int i = 0; i < kEntries; ++i) {
            entries.push_back(entryOf(random));
            out << host::lineOf(cloud::readLogEntry(entries.back())) << '\n';
        }
    }
    logs::LogSource source({file});
    source.update();
    QCOMPARE(source.snapshot()->lines, std::uint64_t{kEntries});
    int found = 0, narrowed = 0, told = 0;
    for (int i = 0; i < kQueries; ++i) {
        const logs::LogQuery query{nodeOf(random, 0)};
        const logs::CloudFilter made = logs::cloudFilterOf(query, "p");
        const auto filter = cloud_local::LogFilter::parse(made.text);
        QVERIFY2(filter.has_value(), made.text.c_str());
        const auto rows = logs::findRows(source.snapshot(), logs::LogMatcher(logs::asOwnNames(query)));
        for (std::uint64_t row = 0; row < rows->count(); ++row) {
            const json::Value &entry = entries[static_cast<std::size_t>(rows->at(row).line)];
            QVERIFY2(filter->matches(entry),
                     (query.text() + "\n" + made.text + "\n" + json::write(entry)).c_str());
        }
        found += rows->count() > 0 ? 1 : 0;
        told += made.text.empty() ? 0 : 1;
        narrowed += std::any_of(entries.begin(), entries.end(),
                                [&](const auto &entry) { return !filter->matches(entry); })
                        ? 1
                        : 0;
    }
    QVERIFY2(found > kQueries / 4 && told > kQueries / 3 && narrowed > kQueries / 4,
             qPrintable(QString("%1 %2 %3").arg(found).arg(told).arg(narrowed)));
}

QTEST_GUILESS_MAIN(TestCloudFilter)
#include "tst_cloud_filter.moc"
