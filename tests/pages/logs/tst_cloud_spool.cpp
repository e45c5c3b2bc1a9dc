// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/logs/cloud_engine.h"
#include "tests/pages/logs/logs_house.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"
#include "views/pages/logs/cloud_spool.h"
#include "views/pages/logs/cloud_strip.h"
#include "views/widgets/label.h"

#include <QSignalSpy>

#include <random>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> linesOf(const CloudSpool &spool)
{
    std::vector<std::string> lines;
    for (const std::string &name : spool.files()) {
        QFile file(QString::fromStdString(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        for (const QByteArray &line : file.readAll().split('\n'))
            if (!line.isEmpty())
                lines.push_back(line.toStdString());
    }
    return lines;
}

} // namespace

/// Entries of a cloud's log come over: each once, whatever happens on the way.
class TestCloudSpool : public QObject
{
    Q_OBJECT

private slots:
    void theNewestComeFirstAndOlderOnesWhenWanted();
    void noEntryIsMissedOrToldTwice();
    void aTroubleIsToldAndPasses();
    void thePageShowsWhatServicesLogged();
    void aQueryIsAskedThere();
    void withoutACloudThereIsNoSuchSource();
};

void TestCloudSpool::theNewestComeFirstAndOlderOnesWhenWanted()
{
    CloudEngine engine;
    EngineLink link;
    link.attach(engine);
    for (int i = 0; i < 1000; ++i) // ten of each moment, so that a batch ends within one
        engine.add(i, engine.begin + 1s * (i / 10));
    CloudSpool spool(link);
    QSignalSpy batches(&spool, &CloudSpool::batchCame);
    spool.begin({});
    QTRY_COMPARE(batches.size(), 1);
    QCOMPARE(spool.lines(), std::uint64_t{300});
    QVERIFY(spool.hasOlder());
    QVERIFY(linesOf(spool).back().find("entry 999") != std::string::npos);
    for (int batch = 2; spool.hasOlder(); ++batch) {
        QVERIFY(batch < 10);
        spool.bringOlder();
        QTRY_COMPARE(batches.size(), batch);
    }
    const std::vector<std::string> lines = linesOf(spool);
    QCOMPARE(lines.size(), std::size_t(1000));
    QVERIFY(std::is_sorted(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
        return a.substr(0, 44) < b.substr(0, 44); // by their times
    }));
    QCOMPARE(std::set(lines.begin(), lines.end()).size(), std::size_t(1000));
}

/// Entries come late, in any order, while pages and failures cut every look.
void TestCloudSpool::noEntryIsMissedOrToldTwice()
{
    std::mt19937 random(test::seed());
    CloudEngine engine;
    EngineLink link;
    link.attach(engine);
    engine.page = 7;
    engine.failEvery = 5;
    const WallTime now = SystemClock().wall();
    int number = 0;
    for (; number < 30; ++number)
        engine.add(number, now - 30s + 1s * number);
    CloudSpool spool(link);
    spool.setPace(1);
    spool.begin({});
    spool.run(true);
    WallTime clock = now;
    while (number < 400) {
        for (auto burst = random() % 9; burst > 0; --burst) // up to 50 s late, some at one moment
            engine.add(number++, clock - 1s * static_cast<int>(random() % 50));
        clock += 200ms;
        const std::size_t before = engine.asked.size();
        const std::size_t looks = random() % 6;
        if (random() % 3 == 0)
            QTRY_VERIFY(engine.asked.size() > before + looks);
        if (random() % 20 == 0) { // nobody looks for a while
            spool.run(false);
            engine.add(number++, clock);
            spool.run(true);
        }
    }
    while (spool.hasOlder()) {
        spool.bringOlder();
        QTRY_VERIFY(!spool.isBringing());
    }
    QTRY_COMPARE(spool.lines(), static_cast<std::uint64_t>(number));
    const std::vector<std::string> lines = linesOf(spool);
    QCOMPARE(std::set(lines.begin(), lines.end()).size(), lines.size());
}

void TestCloudSpool::aTroubleIsToldAndPasses()
{
    CloudEngine engine;
    EngineLink link;
    link.attach(engine);
    engine.add(0, engine.begin);
    engine.failEvery = 1;
    CloudSpool spool(link);
    spool.setPace(1);
    spool.begin({});
    QTRY_VERIFY(spool.problem().has_value());
    QCOMPARE(spool.problem()->code, ErrorCode::NetTimeout);
    QVERIFY(spool.isBringing());
    engine.failEvery = 0;
    QTRY_COMPARE(spool.lines(), std::uint64_t{1});
    QVERIFY(!spool.problem());
    // What is asked anew is asked from the beginning.
    client::CloudLogQuery other;
    other.to = engine.begin - 1s;
    QSignalSpy batches(&spool, &CloudSpool::batchCame);
    spool.begin(other);
    QTRY_COMPARE(batches.size(), 1);
    QCOMPARE(spool.lines(), std::uint64_t{0});
}

void TestCloudSpool::thePageShowsWhatServicesLogged()
{
    LogsHouse house;
    CloudEngine engine;
    for (int i = 0; i < 250; ++i)
        engine.add(i, engine.begin + 1s * i);
    engine.marks = {{engine.begin + 3s, "deployed", "shop", "00002-tam", "ana", {}}};
    house.link.attach(engine);
    LogsPage page(house.context(), house.control);
    page.resize(1364, 800);
    page.open({"logs", {}, QUrlQuery("cloud=dev&service=shop")});
    page.show();
    auto *table = page.findChild<LogTable *>();
    QTRY_COMPARE(table->lines().count(), std::uint64_t{250});
    QVERIFY(table->isFollowing());
    auto *strip = page.findChild<CloudStrip *>();
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->facts().environment, QString("dev"));
    QCOMPARE(strip->facts().service, QString("shop"));
    QTRY_COMPARE(strip->facts().place, QString("us-east1 · demo"));
    QCOMPARE(strip->facts().extent, QString("250 entries"));
    QCOMPARE(page.address().query.queryItemValue("cloud"), QString("dev"));
    // What comes meanwhile is added; a release is marked.
    engine.add(250, SystemClock().wall());
    QTRY_COMPARE_WITH_TIMEOUT(table->lines().count(), std::uint64_t{251}, 10'000);
    auto *histogram = page.findChild<LogHistogram *>();
    QTRY_COMPARE(histogram->marks().size(), std::size_t(1));
    QVERIFY(
        markSentence(histogram->marks().front(), true).contains("00002-tam of shop was deployed, by ana"));
    // The log of the engine has neither.
    page.open({"logs", {}, QUrlQuery("source=/nowhere.log")});
    QVERIFY(!strip->isVisible());
    QVERIFY(histogram->marks().empty());
}

void TestCloudSpool::aQueryIsAskedThere()
{
    LogsHouse house;
    CloudEngine engine;
    for (int i = 0; i < 90; ++i)
        engine.add(i, engine.begin + 1s * i);
    house.link.attach(engine);
    LogsPage page(house.context(), house.control);
    page.resize(1364, 800);
    page.open({"logs", {}, QUrlQuery("cloud=dev")});
    page.show();
    auto *table = page.findChild<LogTable *>();
    auto *strip = page.findChild<CloudStrip *>();
    auto *field = page.findChild<QueryField *>();
    QTRY_COMPARE(table->lines().count(), std::uint64_t{90});
    field->setText("httpRequest.status>=500 message~\"[05]$\"");
    emit field->entered();
    QTRY_COMPARE(table->lines().count(), std::uint64_t{6}); // of 0, 15, 30 …
    QCOMPARE(engine.asked.back().filter, std::string("httpRequest.status>=500"));
    QCOMPARE(strip->facts().filter, QString("httpRequest.status>=500"));
    QCOMPARE(strip->facts().untold, QStringList{"message~[05]$"});
    const auto shown = [&](const QString &part) {
        for (const Label *label : strip->findChildren<Label *>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    };
    QVERIFY(shown("looked for only here: message~"));
    // A time within what is here is no question; one that was chosen before is.
    const std::size_t before = engine.asked.size();
    auto *histogram = page.findChild<LogHistogram *>();
    const auto at = [&](Duration after) { return (engine.begin + after).time_since_epoch().count(); };
    emit histogram->spanChosen({at(0s), at(40s)});
    QTRY_COMPARE(table->lines().count(), std::uint64_t{3});
    QCOMPARE(engine.asked.size(), before);
    field->setText("severity>=ERROR");
    emit field->entered();
    QTRY_VERIFY(engine.asked.back().filter == "severity>=ERROR");
    QVERIFY(engine.asked.back().to.has_value());
    QTRY_COMPARE(table->lines().count(), std::uint64_t{14});
    // Nothing there: said so, with a way out.
    field->setText("execution_id=nobody");
    emit field->entered();
    QTRY_COMPARE(table->lines().count(), std::uint64_t{0});
}

void TestCloudSpool::withoutACloudThereIsNoSuchSource()
{
    LogsHouse house;
    {
        LogsPage page(house.context(), house.control);
        QVERIFY(!house.commands.action("logs.open_cloud")->isEnabled());
        QVERIFY(!page.findChild<CloudStrip *>()->isVisibleTo(&page));
    }
    CloudEngine engine;
    house.link.attach(engine);
    LogsPage page(house.context(), house.control);
    QTRY_VERIFY(house.commands.action("logs.open_cloud")->isEnabled());
    page.resize(1364, 800);
    page.show();
    house.commands.action("logs.open_cloud")->trigger();
    QCOMPARE(page.address().query.queryItemValue("cloud"), QString("dev"));
}

QTEST_MAIN(TestCloudSpool)
#include "tst_cloud_spool.moc"
