// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/draft.h"
#include "tests/support/verify.h"

#include <algorithm>

using namespace batuta;
using namespace batuta::releases;
using batuta::test::shown;

namespace {

cloud::Service service()
{
    cloud::Service now;
    now.name = {"demo", "us-east1", "shop"};
    now.latestReady = "shop-00001-abc";
    now.config.image = "gcr.example/shop:1";
    now.config.env = {{"A", "1", {}, {}}, {"B", "2", {}, {}}};
    now.traffic = {{{}, 100, {}, {}}};
    return now;
}

QString keysOf(const std::vector<Finding> &found)
{
    QStringList words;
    for (const Finding &one : found)
        words << shown(one.code) + (one.weight == Finding::Weight::Fails ? "!" : "");
    return words.join(' ');
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT

private slots:
    void aWishGoesOverWhatIsThere();
    void aNewServiceBeginsWithTheGuide();
    void aSettingThatCannotBeReadIsRefused();
    void trafficOfANewRevision_data();
    void trafficOfANewRevision();
    void theLineOfGcloud_data();
    void theLineOfGcloud();
    void keysThatWouldSurprise();
    void roomInTheRegion();
};

void TestDraft::aWishGoesOverWhatIsThere()
{
    const cloud::ServiceConfig base = service().config;
    const auto config = configOf(
        {"gcr.example/shop:2", {{"cpu", "4"}}, {{"C", "3", {}, {}}, {"A", {}, "a-secret", "7"}}, {"B"}},
        &base);
    BATUTA_VERIFY_OK(config);
    QCOMPARE(shown(config->image), QString("gcr.example/shop:2"));
    QCOMPARE(shown(config->cpu), QString("4"));
    QCOMPARE(config->timeoutSeconds, 300); // as it was
    QCOMPARE(config->env.size(), std::size_t(2));
    QVERIFY(config->env[0].isSecret() && config->env[0].secretVersion == "7");
    QCOMPARE(shown(config->env[1].name), QString("C"));
}

void TestDraft::aNewServiceBeginsWithTheGuide()
{
    const auto config = configOf({"x", {}, {}, {}}, nullptr);
    BATUTA_VERIFY_OK(config);
    QCOMPARE(shown(config->memory), QString("2Gi"));
    QCOMPARE(shown(config->cpu), QString("2"));
    QCOMPARE(config->timeoutSeconds, 540);
    QCOMPARE(config->minInstances, 1);
    QCOMPARE(config->maxInstances, 100);
    QCOMPARE(config->port, 8080);
}

void TestDraft::aSettingThatCannotBeReadIsRefused()
{
    for (const auto &[name, value] : {std::pair{"colour", "red"}, std::pair{"max", "many"},
                                      std::pair{"timeout", "soon"}, std::pair{"min", "1.5"}})
        QVERIFY2(!configOf({"x", {{name, value}}, {}, {}}, nullptr), name);
}

void TestDraft::trafficOfANewRevision_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::addColumn<int>("percent"); // -1 says nothing
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QString>("traffic");
    QTest::newRow("left alone") << false << -1 << QByteArray() << QString();
    QTest::newRow("nothing yet") << false << 0 << QByteArray() << QString("100 shop-00001-abc");
    QTest::newRow("a canary") << false << 10 << QByteArray("next")
                              << QString("90 shop-00001-abc, 10 latest, 0 latest #next");
    QTest::newRow("all of it") << false << 100 << QByteArray() << QString("100 latest");
    QTest::newRow("only a tag") << false << -1 << QByteArray("next") << QString("100 latest, 0 latest #next");
    QTest::newRow("a new service") << true << 0 << QByteArray() << QString();
    QTest::newRow("a new service with a tag")
        << true << 0 << QByteArray("next") << QString("100 latest, 0 latest #next");
}

void TestDraft::trafficOfANewRevision()
{
    QFETCH(bool, isNew);
    QFETCH(int, percent);
    QFETCH(QByteArray, tag);
    QFETCH(QString, traffic);
    const cloud::Service now = service();
    const auto made = trafficOf(isNew ? nullptr : &now, percent < 0 ? std::nullopt : std::optional(percent),
                                tag.toStdString());
    BATUTA_VERIFY_OK(made);
    QStringList words;
    for (const cloud::TrafficTarget &target : *made)
        words << QString::number(target.percent) + ' ' +
                     (target.isLatest() ? QString("latest") : shown(target.revision)) +
                     (target.tag.empty() ? QString() : " #" + shown(target.tag));
    words.sort();
    QStringList wanted = traffic.split(", ", Qt::SkipEmptyParts);
    wanted.sort();
    QCOMPARE(words, wanted);
}

void TestDraft::theLineOfGcloud_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("plain") << QByteArray("C") << QByteArray("3") << QByteArray(" --update-env-vars=C=3 ");
    QTest::newRow("blanks") << QByteArray("C") << QByteArray("a b")
                            << QByteArray(" --update-env-vars='C=a b' ");
    QTest::newRow("a comma") << QByteArray("C") << QByteArray("a,b")
                             << QByteArray(" --update-env-vars='^;^C=a,b' ");
    QTest::newRow("a quote") << QByteArray("C") << QByteArray("it's")
                             << QByteArray(" --update-env-vars='C=it'\\''s' ");
    QTest::newRow("a secret is masked")
        << QByteArray("API_TOKEN") << QByteArray("hunter2") << QByteArray("API_TOKEN=");
}

void TestDraft::theLineOfGcloud()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, part);
    const cloud::Service now = service();
    cloud::CloudPort::Draft draft;
    draft.config = *configOf(
        {{}, {{"memory", "1Gi"}}, {{key.toStdString(), value.toStdString(), {}, {}}}, {"B"}}, &now.config);
    draft.revision = "shop-two";
    draft.traffic = *trafficOf(&now, 0, "next");
    const std::string line = gcloudLine(now.name, draft, &now);
    QVERIFY2(line.find(part.toStdString()) != std::string::npos, line.c_str());
    QVERIFY2(line.find("hunter2") == std::string::npos, line.c_str());
    for (const char *word : {"gcloud run deploy shop ", " --memory=1Gi", " --remove-env-vars=B",
                             " --revision-suffix=two", " --tag=next", " --no-traffic", " --region=us-east1"})
        QVERIFY2(line.find(word) != std::string::npos, line.c_str());
    QVERIFY(line.find("--cpu") == std::string::npos); // it does not change
}

void TestDraft::keysThatWouldSurprise()
{
    QCOMPARE(keysOf(checkKeys({{"A", "1", {}, {}}, {"B", {}, "b", "latest"}})), QString());
    QCOMPARE(keysOf(checkKeys({{"A", {}, {}, {}}})), QString("empty"));
    QCOMPARE(keysOf(checkKeys({{"A", "sm://projects/p/secrets/s/versions/1", {}, {}}})),
             QString("reference!"));
    QCOMPARE(keysOf(checkKeys({{"A", "${B}", {}, {}}})), QString("reference!"));
    QCOMPARE(keysOf(checkKeys({{"DB_PASSWORD", "x", {}, {}}})), QString("plain_secret"));
}

void TestDraft::roomInTheRegion()
{
    QCOMPARE(keysOf(checkQuota(std::vector<cloud::Service>(999), {true, true, 0})), QString());
    QCOMPARE(keysOf(checkQuota(std::vector<cloud::Service>(1'000), {true, false, 0})), QString("quota!"));
    QCOMPARE(keysOf(checkQuota(std::vector<cloud::Service>(1'000), {false, false, 0})), QString());
    QCOMPARE(keysOf(checkQuota({}, {false, false, 1'000})), QString("quota"));
    cloud::Service tagged;
    tagged.traffic = std::vector<cloud::TrafficTarget>(2'000, {"r", 0, "t", {}});
    QCOMPARE(keysOf(checkQuota({tagged}, {false, true, 0})), QString("quota!"));
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
