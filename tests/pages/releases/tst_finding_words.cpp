// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/preflight.h"
#include "views/pages/releases/deploy_words.h"
#include "views/pages/releases/finding_words.h"

#include <QTest>
#include <QTranslator>

#include <functional>

using namespace batuta;
using namespace batuta::views;

namespace {

/// Marks what is looked up.
class Tilde : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("~") + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

cloud::ServiceConfig sound()
{
    cloud::ServiceConfig config;
    config.image = "us-east1-docker.pkg.dev/demo/shop/shop:1";
    config.cpu = "1";
    config.memory = "512Mi";
    config.timeoutSeconds = 300;
    config.concurrency = 80;
    config.port = 8080;
    config.minInstances = 0;
    config.maxInstances = 10;
    return config;
}

cloud::Probe probe()
{
    cloud::Probe made;
    made.kind = cloud::Probe::Kind::Http;
    made.path = "/health";
    made.initialDelaySeconds = 0;
    made.periodSeconds = 10;
    made.timeoutSeconds = 1;
    made.failureThreshold = 3;
    return made;
}

} // namespace

class TestFindingWords : public QObject
{
    Q_OBJECT

private slots:
    void everyFindingHasWords_data();
    void everyFindingHasWords();
    void figuresAndNamesStand();
};

void TestFindingWords::everyFindingHasWords_data()
{
    QTest::addColumn<std::vector<releases::Finding>>("found");
    const auto row = [](const char *name, const std::function<void(cloud::ServiceConfig &)> &spoil) {
        cloud::ServiceConfig config = sound();
        spoil(config);
        QTest::newRow(name) << releases::checkConfig(config);
    };
    row("no image", [](auto &config) { config.image.clear(); });
    row("an old registry", [](auto &config) { config.image = "gcr.io/demo/shop"; });
    row("3 CPUs", [](auto &config) { config.cpu = "3"; });
    row("no size", [](auto &config) { config.memory = "much"; });
    row("too much memory", [](auto &config) { config.memory = "64Gi"; });
    row("a part of a CPU", [](auto &config) {
        config.cpu = "0.5";
        config.cpuIdle = false;
    });
    row("figures", [](auto &config) {
        config.timeoutSeconds = 0;
        config.concurrency = 0;
        config.port = 0;
        config.maxInstances = 0;
        config.minInstances = -1;
    });
    row("keys", [](auto &config) {
        for (const char *name : {"PORT", "a=b", "TWICE", "TWICE", "LONG"})
            config.env.emplace_back().name = name;
        config.env.back().value = std::string(40'000, 'x');
    });
    row("probes", [](auto &config) {
        config.startup = probe();
        config.startup->failureThreshold = 100;
        config.startup->path = "health";
        config.startup->initialDelaySeconds = 1'000;
        config.liveness = probe();
        config.liveness->failureThreshold = 0;
        config.liveness->periodSeconds = 9'999;
        config.liveness->timeoutSeconds = 10'000;
    });
    QTest::newRow("names") << releases::checkNames("Shop", "other-1");
    cloud::Service service;
    service.name.service = "shop";
    service.isReconciling = true;
    cloud::TrafficTarget &pinned = service.traffic.emplace_back();
    pinned.revision = "shop-1";
    pinned.percent = 100;
    cloud::Revision taken;
    taken.name = "shop-2";
    cloud::CloudPort::Draft draft;
    draft.revision = "shop-2";
    QTest::newRow("the state") << releases::checkState(service, draft, {taken});
}

void TestFindingWords::everyFindingHasWords()
{
    QFETCH(std::vector<releases::Finding>, found);
    QVERIFY(!found.empty());
    Tilde tilde;
    QCoreApplication::installTranslator(&tilde);
    for (const releases::Finding &one : found) {
        const QString said = findingSentence(one.code, one.text), advice = findingAdvice(one.code, one.mend);
        QVERIFY2(said.startsWith('~'), one.text.c_str());
        QVERIFY2(advice.startsWith('~'), one.mend.c_str());
    }
    QCoreApplication::removeTranslator(&tilde);
}

void TestFindingWords::figuresAndNamesStand()
{
    QCOMPARE(findingWords("there is no image"), QString("There is no image"));
    QCOMPARE(findingWords("the port is 0; 1 to 65535 is possible"),
             QString("The port is 0; 1 to 65535 is possible"));
    QCOMPARE(findingWords("API_KEY stands twice"), QString("API_KEY stands twice"));
    QCOMPARE(findingWords("what nobody wrote"), QString("what nobody wrote"));
}

QTEST_GUILESS_MAIN(TestFindingWords)
#include "tst_finding_words.moc"
