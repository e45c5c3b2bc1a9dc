// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/traffic.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

#include <random>

using namespace batuta;
using namespace batuta::releases;
using batuta::test::shown;

namespace {

Traffic of(std::initializer_list<Share> shares)
{
    Traffic traffic;
    for (const Share &share : shares)
        traffic.push_back({share.revision, share.percent, {}, {}});
    return traffic;
}

} // namespace

class TestTraffic : public QObject
{
    Q_OBJECT

private slots:
    void sharesAreSpreadAsGcloudDoes_data();
    void sharesAreSpreadAsGcloudDoes();
    void everySpreadComesToAHundred();
    void whatCannotBeWishedIsRefused();
    void aRollbackKeepsTheTags();
    void aTagStandsAtOneRevision();
    void aNewRevisionTakesOnlyItsShare();
    void trafficIsCheckedBeforeItIsSent_data();
    void trafficIsCheckedBeforeItIsSent();
    void aPreviewNamesWhoGainsAndWhoLoses();
    void theLineOfGcloudDoesTheSame();
};

void TestTraffic::sharesAreSpreadAsGcloudDoes_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("wished");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *now, const char *wished, const char *after) {
        QTest::newRow(name) << QString(now) << QString(wished) << QString(after);
    };
    row("one takes all", "a=100", "b=100", "100 % b");
    row("the other keeps the rest", "a=100", "b=10", "10 % b, 90 % a");
    row("in proportion", "a=60 b=40", "c=50", "50 % c, 30 % a, 20 % b");
    row("the point that is missing goes to the larger remainder", "a=67 b=33", "c=50",
        "50 % c, 33 % a, 17 % b");
    row("and else to the smaller share", "a=75 b=25", "c=50", "50 % c, 37 % a, 13 % b");
    row("and else by name", "a=50 b=50", "c=1", "1 % c, 50 % a, 49 % b");
    row("zero vanishes", "a=50 b=50", "b=0", "100 % a");
    row("latest is a revision like others", "latest=100", "a=25", "25 % a, 75 % latest");
}

Traffic parsed(const QString &text)
{
    Traffic traffic;
    for (const QString &part : text.split(' ')) {
        const std::string name = part.section('=', 0, 0).toStdString();
        traffic.push_back({name == "latest" ? "" : name, part.section('=', 1).toInt(), {}, {}});
    }
    return traffic;
}

void TestTraffic::sharesAreSpreadAsGcloudDoes()
{
    QFETCH(QString, now);
    QFETCH(QString, wished);
    std::vector<Share> shares;
    for (const cloud::TrafficTarget &target : parsed(wished))
        shares.push_back({target.revision, target.percent});
    const Result<Traffic> after = withShares(parsed(now), shares);
    BATUTA_VERIFY_OK(after);
    QTEST(shown(trafficText(*after)), "after");
}

void TestTraffic::everySpreadComesToAHundred()
{
    std::mt19937 random(test::seed());
    std::uniform_int_distribution<int> points(1, 30), wish(0, 100);
    for (int round = 0; round < 2'000; ++round) {
        Traffic now;
        int left = 100;
        for (int i = 0; left > 0; ++i) {
            const int share = std::min(left, points(random));
            now.push_back({"r" + std::to_string(i), share, {}, {}});
            left -= share;
        }
        const Result<Traffic> after = withShares(now, {{"new", wish(random)}});
        BATUTA_VERIFY_OK(after);
        BATUTA_VERIFY_OK(checkTraffic(*after, "svc", {}));
    }
}

void TestTraffic::whatCannotBeWishedIsRefused()
{
    BATUTA_VERIFY_ERROR(withShares(of({{"a", 100}}), {{"b", 60}, {"c", 50}}), ErrorCode::FlowBadValue);
    BATUTA_VERIFY_ERROR(withShares(of({{"a", 100}}), {{"b", 60}, {"b", 40}}), ErrorCode::FlowBadValue);
    BATUTA_VERIFY_ERROR(withShares(of({{"a", 100}}), {{"a", 60}}),
                        ErrorCode::FlowBadValue); // nobody takes 40
    BATUTA_VERIFY_ERROR(withShares(of({{"a", 100}}), {{"b", 101}}), ErrorCode::FlowBadValue);
}

void TestTraffic::aRollbackKeepsTheTags()
{
    const Traffic now{{"", 90, {}, {}}, {"b", 10, "next", "https://next"}, {"c", 0, "old", {}}};
    const Traffic after = allTo(now, "b");
    QCOMPARE(shown(trafficText(after)), QString("100 % b"));
    QVERIFY(after.size() == 3);
    QVERIFY((after[1] == cloud::TrafficTarget{"b", 0, "next", "https://next"}));
    QVERIFY((after[2] == cloud::TrafficTarget{"c", 0, "old", {}}));
}

void TestTraffic::aTagStandsAtOneRevision()
{
    const Traffic now{{"a", 100, "next", {}}, {"b", 0, "old", {}}};
    const Traffic after = *withTag(now, "next", "b");
    QVERIFY((after == Traffic{{"a", 100, {}, {}}, {"b", 0, "old", {}}, {"b", 0, "next", {}}}));
    QVERIFY((*withTag(now, "old", "") == Traffic{{"a", 100, "next", {}}}));
}

void TestTraffic::aNewRevisionTakesOnlyItsShare()
{
    cloud::Service service;
    service.latestReady = "svc-00041-abc";
    service.traffic = {{"", 100, {}, {}}};
    QCOMPARE(shown(trafficText(*withNewRevision(service, 10, {}))),
             QString("10 % latest, 90 % svc-00041-abc"));
    const Traffic dark = *withNewRevision(service, 0, "next");
    QCOMPARE(shown(trafficText(dark)), QString("100 % svc-00041-abc"));
    QVERIFY((dark.back() == cloud::TrafficTarget{"", 0, "next", {}}));
    QCOMPARE(shown(trafficText(*withNewRevision(service, 100, {}))), QString("100 % latest"));
}

void TestTraffic::trafficIsCheckedBeforeItIsSent_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("said");
    QTest::newRow("sum") << "svc-a=90"
                         << ""
                         << "the shares come to 90 %";
    QTest::newRow("unknown") << "svc-b=100"
                             << ""
                             << "the service has no such revision";
    QTest::newRow("tag in capitals") << "svc-a=100"
                                     << "Next"
                                     << "a tag is made of small letters, digits and hyphens";
    QTest::newRow("tag that is no label")
        << "svc-a=100" << QString(60, 'a') << "tag and service together are longer than an address may be";
    QTest::newRow("good") << "svc-a=100"
                          << "next"
                          << "";
}

void TestTraffic::trafficIsCheckedBeforeItIsSent()
{
    QFETCH(QString, now);
    QFETCH(QString, tag);
    Traffic traffic = parsed(now);
    traffic.front().tag = tag.toStdString();
    const Status checked = checkTraffic(traffic, "svc", {"svc-a"});
    QTEST(checked ? QString() : shown(checked.error().detail), "said");
}

void TestTraffic::aPreviewNamesWhoGainsAndWhoLoses()
{
    const std::vector<Move> moves = movesBetween(of({{"a", 90}, {"b", 10}}), of({{"b", 10}, {"c", 90}}));
    QString text;
    for (const Move &move : moves)
        text += shown(move.revision) + QString(" %1→%2 ").arg(move.before).arg(move.after);
    QCOMPARE(text, QString("c 0→90 b 10→10 a 90→0 "));
    QVERIFY(isPinned(of({{"a", 100}})));
    QVERIFY(!isPinned(of({{"a", 90}, {"", 10}})));
}

void TestTraffic::theLineOfGcloudDoesTheSame()
{
    QCOMPARE(shown(gcloudLine({"p", "us-east1", "svc"}, of({{"svc-a", 90}, {"", 10}}))),
             QString("gcloud run services update-traffic svc --project p --region us-east1 --to-revisions "
                     "svc-a=90,LATEST=10"));
}

QTEST_APPLESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
