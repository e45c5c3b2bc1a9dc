// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/releases/gates.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::releases;
using batuta::test::shown;

/// Bounds of a canary: how they are written, what they ask Monitoring, and what they say of its answers.
class TestGates : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void judges_data();
    void judges();
    void asksInWholeMinutes();
    void aRateComesFromTheCountsOfItsRevision();
    void thePercentileOfTheOthersStandsBeside();
};

namespace {

std::string words(const GateRule &rule)
{
    const auto bound = [](const std::optional<double> &value) {
        return value ? figureText(GateRule::Figure::Series, *value) : std::string("-");
    };
    return std::string(figureName(rule.figure)) + " '" + rule.name + "' max " + bound(rule.max) + " min " +
           bound(rule.min) + " of " + std::to_string(rule.samples) + " '" + rule.query + "' over " +
           durationText(rule.window);
}

cloud::Series series(const std::string &revision, const std::string &codes, std::vector<double> values)
{
    cloud::Series made;
    made.labels = {{"revision_name", revision}};
    if (!codes.empty())
        made.labels.emplace_back("response_code_class", codes);
    for (const double value : values)
        made.points.push_back({WallTime{}, value});
    return made;
}

GateScope scope()
{
    GateScope scope{{"demo", "us-east1", "shop"}, "shop-new", {}, {}};
    (void)parseIsoTime("2026-11-22T10:00:40Z", scope.from);
    (void)parseIsoTime("2026-11-22T10:07:10Z", scope.to);
    return scope;
}

} // namespace

void TestGates::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("read");
    const auto row = [](const char *written, const char *read) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(read);
    };
    row(R"("error_rate <= 1%")", "error_rate 'error_rate' max 0.01 min - of 20 '' over 0s");
    row(R"("error_rate=0.5 %")", "error_rate 'error_rate' max 0.005 min - of 20 '' over 0s");
    row(R"("p95<=1.2s")", "p95 'p95' max 1200 min - of 20 '' over 0s");
    row(R"("p95 <= 800")", "p95 'p95' max 800 min - of 20 '' over 0s");
    row(R"("memory<85%")", "memory 'memory' max 0.85 min - of 1 '' over 0s");
    row(R"("flow = smoke")", "flow 'flow smoke' max - min - of 1 'smoke' over 0s");
    row(R"("rehearsal = order")", "rehearsal 'rehearsal order' max - min - of 1 'order' over 0s");
    row(R"("rehearsal = order: id, at")", "rehearsal 'rehearsal order' max - min - of 1 'order' over 0s");
    row(R"({"figure":"rehearsal","query":"order","succeeded":5,"failed":0,"different":"10%","slower":1})",
        "rehearsal 'rehearsal order' max - min - of 1 'order' over 0s");
    row("\"promql <= 0.5: rate(x[1m])\"", "promql 'promql' max 0.5 min - of 1 'rate(x[1m])' over 0s");
    row(R"("series >= 3: metric.type=\"a\"")",
        "series 'series' max - min 3 of 1 'metric.type=\"a\"' over 0s");
    row(R"({"figure":"p95","max":"22s","over":"5m","samples":50,"name":"Slow"})",
        "p95 'Slow' max 22000 min - of 50 '' over 5m");
}

void TestGates::readsWhatPeopleWrite()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, read);
    const auto rules = gateRules(json::Array{*json::parse(written.toStdString())});
    BATUTA_VERIFY_OK(rules);
    QCOMPARE(shown(words(rules->front())), QString(read));
}

void TestGates::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("written");
    for (const char *written :
         {R"("")", R"("error_rate")", R"("errors <= 1%")", R"("error_rate <= 101%")",
          R"("error_rate <= -1%")", R"("p95 <= soon")", R"("flow =")", R"("promql <= 1")", R"("series: x")",
          R"({"figure":"p95"})", "3", R"({"figure":"p95","max":1,"samples":0})",
          R"({"figure":"p95","max":1,"over":"long"})", R"("rehearsal = : id")",
          R"({"figure":"rehearsal","query":"o","succeeded":0,"failed":0})",
          R"({"figure":"rehearsal","query":"o","succeeded":50,"failed":1})",
          R"({"figure":"rehearsal","query":"o","different":1.5})",
          R"({"figure":"rehearsal","query":"o","slower":"fast"})"})
        QTest::newRow(written) << QByteArray(written);
}

void TestGates::refusesWhatMakesNoSense()
{
    QFETCH(QByteArray, written);
    BATUTA_VERIFY_ERROR(gateRules(json::Array{*json::parse(written.toStdString())}), ErrorCode::FlowBadValue);
}

void TestGates::judges_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("samples");
    QTest::addColumn<QByteArray>("verdict");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char *rule, double value, double samples, const char *verdict,
                        const char *why) {
        QTest::addRow("%s %g %g", rule, value, samples)
            << QByteArray(rule) << value << samples << QByteArray(verdict) << QByteArray(why);
    };
    row("error_rate<=1%", 0.004, 500, "good", "error_rate 0.40 % is within 1.00 %, from 500 requests");
    row("error_rate<=1%", 0.01, 500, "good", "error_rate 1.00 % is within 1.00 %, from 500 requests");
    row("error_rate<=1%", 0.011, 500, "broken", "error_rate 1.10 % is above 1.00 %, from 500 requests");
    row("error_rate<=1%", 0, 19, "not_enough", "error_rate: not enough is known, 19 requests of 20");
    row("error_rate<=1%", 1, 1, "not_enough", "error_rate: not enough is known, 1 request of 20");
    row("p95<=22s", 24'100, 40, "broken", "p95 24100 ms is above 22000 ms, from 40 requests");
    row("memory<=85%", 0.5, 1, "good", "memory 50.00 % is within 85.00 %, from 1 sample");
    row("series>=3: f", 2, 1, "broken", "series 2 is below 3, from 1 sample");
    row("series>=3: f", 4, 1, "good", "series 4 reaches 3, from 1 sample");
}

void TestGates::judges()
{
    QFETCH(QByteArray, rule);
    QFETCH(double, value);
    QFETCH(double, samples);
    QFETCH(QByteArray, verdict);
    QFETCH(QByteArray, why);
    const auto read = gateRule(rule.toStdString());
    BATUTA_VERIFY_OK(read);
    const GateFinding finding = judge(*read, {value, std::nullopt, samples});
    QCOMPARE(shown(verdictName(finding.verdict)), QString(verdict));
    QCOMPARE(shown(finding.why), QString(why));
    QCOMPARE(verdictName(judge(*read, {std::nullopt, std::nullopt, 1'000}).verdict),
             std::string_view("not_enough"));
}

void TestGates::asksInWholeMinutes()
{
    GateRule rule = *gateRule("error_rate<=1%");
    auto query = gateQuery(rule, scope());
    QVERIFY(query.has_value());
    QCOMPARE(shown(isoTime(query->from)), QString("2026-11-22T10:00:00.000000Z"));
    QCOMPARE(shown(durationText(query->step)), QString("8m"));
    QVERIFY(query->filter.find("service_name = \"shop\"") != std::string::npos);
    rule.window = std::chrono::minutes(2);
    query = gateQuery(rule, scope());
    QCOMPARE(shown(isoTime(query->from)), QString("2026-11-22T10:05:00.000000Z"));
    rule.window = std::chrono::hours(2); // not beyond the beginning
    QCOMPARE(shown(isoTime(gateQuery(rule, scope())->from)), QString("2026-11-22T10:00:00.000000Z"));
    QVERIFY(!gateQuery(*gateRule("flow=smoke"), scope()));
}

void TestGates::aRateComesFromTheCountsOfItsRevision()
{
    const Measure measure = measured(*gateRule("error_rate<=1%"), scope(),
                                     {series("shop-new", "2xx", {30}), series("shop-new", "5xx", {10}),
                                      series("shop-old", "2xx", {99}), series("shop-old", "5xx", {1}),
                                      series("shop-old", "4xx", {0})});
    QCOMPARE(*measure.value, 0.25);
    QCOMPARE(*measure.stable, 0.01);
    QCOMPARE(measure.samples, 40.0);
    QVERIFY(!measured(*gateRule("error_rate<=1%"), scope(), {}).value);
}

void TestGates::thePercentileOfTheOthersStandsBeside()
{
    const Measure measure = measured(
        *gateRule("p95<=1s"), scope(),
        {series("shop-new", {}, {900}), series("shop-old", {}, {100}), series("shop-older", {}, {120})});
    QCOMPARE(*measure.value, 900.0);
    QCOMPARE(*measure.stable, 120.0);
}

QTEST_APPLESS_MAIN(TestGates)
#include "tst_gates.moc"
