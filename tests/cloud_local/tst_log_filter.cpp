// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/log_filter.h"
#include "engine/json/json.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

#include <QObject>

using namespace batuta;
using batuta::cloud_local::LogFilter;
using batuta::test::shown;

/// The filter language of Cloud Logging.
class TstLogFilter : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
    void knowsItsTimes();
    void isBounded();
    void neverFallsOver();
};

namespace {

json::Value entry()
{
    return *json::parse(R"({"logName":"projects/p/logs/run.googleapis.com%2Fstdout","insertId":"abc",
        "resource":{"type":"cloud_run_revision","labels":{"service_name":"shop","location":"us-east1"}},
        "timestamp":"2026-11-22T10:00:00.500000Z","severity":"ERROR",
        "labels":{"instanceId":"i-1","a/b":"c","run.googleapis.com/x":"y"},
        "httpRequest":{"status":503,"latency":"0.250000s","requestUrl":"http://h/api/jobs?q=1"},
        "jsonPayload":{"message":"Payment failed for Ana","code":42,"nested":{"deep":true},"tags":["red","blue"]}})");
}

} // namespace

void TstLogFilter::matches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *filter, bool isMatch) { QTest::newRow(filter) << filter << isMatch; };
    row("", true);
    row("-- only a comment", true);
    row("severity = ERROR", true);
    row("severity>=warning", true);
    row("severity > ERROR", false);
    row("severity=(CRITICAL OR ERROR)", true);
    row("resource.type = cloud_run_revision \n AND resource.labels.service_name = shop \n AND "
        "resource.labels.location = us-east1 \n AND severity >= DEFAULT \n AND "
        "timestamp>=\"2026-11-21T10:00:00Z\"",
        true);
    row("resource.type=\"cloud_run_revision\" resource.labels.service_name=\"shop\"", true);
    row("resource.labels.service_name = SHOP", true);
    row("resource.labels.service_name != shop", false);
    row("jsonPayload.missing != shop", false);
    row("NOT jsonPayload.missing = shop", true);
    row("-severity=ERROR", false);
    row("httpRequest.status>=500", true);
    row("httpRequest.status = 503 AND httpRequest.latency > \"0.2s\"", true);
    row("httpRequest.latency>1s", false);
    row("jsonPayload.code<43 jsonPayload.code>41", true);
    row("jsonPayload.nested.deep=true", true);
    row("jsonPayload.tags=blue", true);
    row("jsonPayload.tags:gre", false);
    row("jsonPayload.message:\"payment FAILED\"", true);
    row("jsonPayload.message=~\"for A[nm]a$\"", true);
    row("jsonPayload.message!~\"^Payment\"", false);
    row("jsonPayload.message=~\"\\bfailed\\b\"", true);
    row("jsonPayload.code:*", true);
    row("jsonPayload.nothing:*", false);
    row("labels.\"a/b\"=c", true);
    row("labels.\"run.googleapis.com/x\"=y", true);
    row("labels.run.googleapis.com/x=y", true);
    row("log_id(\"run.googleapis.com/stdout\")", true);
    row("log_id(\"run.googleapis.com/stderr\")", false);
    row("ana", true);
    row("\"Payment failed\"", true);
    row("bob", false);
    row("payment ana", true);
    row("payment bob OR ana", true); // OR binds stronger than AND
    row("bob OR payment AND ana", true);
    row("(bob AND x) OR ana", true);
    row("NOT (payment OR bob)", false);
    row("SEARCH(\"ana payment\")", true);
    row("SEARCH(jsonPayload.message, \"ana bob\")", false);
    row("sample(insertId, 1)", true);
    row("sample(insertId, 0)", false);
    row("timestamp<\"2026-11-22T10:00:00Z\"", false);
    row("timestamp>=2026-11-22T10:00:00.4Z", true);
    row("logName=\"projects/p/logs/run.googleapis.com%2Fstdout\"", true);
    row("jsonPayload.code=(41 OR 42)", true);
    row("jsonPayload.tags:(red AND blue)", true);
    row("jsonPayload.tags:(red AND NOT blue)", false);
    row("severity=ERROR -- and no more\nAND ana", true);
}

void TstLogFilter::matches()
{
    QFETCH(QString, filter);
    QFETCH(bool, isMatch);
    const auto parsed = LogFilter::parse(filter.toStdString());
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
    QCOMPARE(parsed->matches(entry()), isMatch);
}

void TstLogFilter::refuses_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter :
         {"severity=", "AND", "(a", "a)", "a OR", "\"open", "severity = (", "= x", "NOT", "x=~\"(\"",
          "unknown_function(1)", "log_id(", "sample(insertId, 2)", "a = ()", ", "})
        QTest::newRow(filter) << filter;
}

void TstLogFilter::refuses()
{
    QFETCH(QString, filter);
    const auto parsed = LogFilter::parse(filter.toStdString());
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, 400);
    QVERIFY2(shown(parsed.error().message).startsWith("Unparseable filter: "),
             parsed.error().message.c_str());
}

void TstLogFilter::knowsItsTimes()
{
    const auto filter =
        LogFilter::parse("timestamp>=\"2026-01-01T00:00:00Z\" AND timestamp<\"2026-02-01T00:00:00Z\" a OR b");
    QVERIFY(filter.has_value());
    QCOMPARE(shown(isoTime(filter->from().value_or(WallTime{}))), "2026-01-01T00:00:00.000000Z");
    QCOMPARE(shown(isoTime(filter->to().value_or(WallTime{}))), "2026-02-01T00:00:00.000000Z");
    const auto either = LogFilter::parse("timestamp>=\"2026-01-01T00:00:00Z\" OR severity=ERROR");
    QVERIFY(either.has_value());
    QVERIFY(!either->from());
    QCOMPARE(shown(LogFilter::parse("metric.type = \"x\" a")->demanded("metric.type")), "x");
}

void TstLogFilter::isBounded()
{
    QVERIFY(!LogFilter::parse(std::string(25'000, 'a')));
    QVERIFY(!LogFilter::parse(std::string(100, '(') + "a" + std::string(100, ')')));
    std::string many;
    for (int i = 0; i < 3'000; ++i)
        many += "a ";
    QVERIFY(!LogFilter::parse(many));
}

void TstLogFilter::neverFallsOver()
{
    static const char *const kPieces[] = {"AND ",
                                          "OR ",
                                          "NOT ",
                                          "-",
                                          "(",
                                          ")",
                                          "=",
                                          ":",
                                          "=~",
                                          "!=",
                                          ">=",
                                          "\"a b\"",
                                          "severity",
                                          "jsonPayload.code",
                                          "labels.\"a/b\"",
                                          "42",
                                          "*",
                                          ",",
                                          " ",
                                          "\n",
                                          "log_id",
                                          "--",
                                          "\\",
                                          "\"",
                                          ".",
                                          "\xff"};
    std::mt19937 random(test::seed());
    const json::Value given = entry();
    int parsed = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (unsigned count = random() % 12; count > 0; --count)
            text += kPieces[random() % std::size(kPieces)];
        const auto filter = LogFilter::parse(text);
        if (!filter) {
            QCOMPARE(filter.error().code, 400);
            continue;
        }
        ++parsed;
        static_cast<void>(filter->matches(given));
        static_cast<void>(filter->from());
    }
    QVERIFY2(parsed > 1'000, std::to_string(parsed).c_str());
}

QTEST_GUILESS_MAIN(TstLogFilter)
#include "tst_log_filter.moc"
