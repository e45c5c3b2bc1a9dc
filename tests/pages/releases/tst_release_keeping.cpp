// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Backups, exports, alerts, comparisons and the two minutes after a change, on the page.
#include "tests/pages/releases/page_house.h"
#include "views/models/releases/watch_model.h"
#include "views/pages/releases/backups_dialog.h"
#include "views/pages/releases/config_diff.h"
#include "views/pages/releases/release_list.h"
#include "views/pages/releases/watch_dialog.h"
#include "views/pages/releases/window_strip.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

class TestReleaseKeeping : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void aBackupIsRestoredWithNameAndReason();
    void allServicesOfABackupAreRestored();
    void anAlertIsReadyToBeSaved();
    void aBudgetHasNoMistakesOfTheGuide();
    void amountsAndShares_data();
    void amountsAndShares();
    void theConfigurationIsComparedElsewhere();
    void theConfigurationIsComparedWithAFile();
    void activeWindowsAreShown();
    void theLogOfTheTwoMinutesIsFollowed();
    void looksAsDrawn_data();
    void looksAsDrawn();

private:
    Theme m_theme;
};

void TestReleaseKeeping::aBackupIsRestoredWithNameAndReason()
{
    PageHouse house;
    house.open();
    house.command("releases.backups").trigger();
    BackupsDialog &dialog = *house.page->backups();
    QTRY_COMPARE(dialog.backups().lines().size(), 2);
    QTRY_COMPARE(dialog.diff().added(), 1);
    QVERIFY(!dialog.restoreButton().isEnabled());
    dialog.reason().setText("the canary burns");
    QVERIFY(!dialog.restoreButton().isEnabled());
    dialog.typedName().setText("ml-orchestrator");
    QVERIFY2(dialog.restoreButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.restoreButton().setFocus();
    QTest::keyClick(&dialog.restoreButton(), Qt::Key_Return);
    QVERIFY(house.engine.acts.empty());
    dialog.restoreButton().click();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t(1));
    const client::Act &act = house.engine.acts.front();
    QCOMPARE(act.verb, std::string("restore_service"));
    QCOMPARE(act.subject, std::string("production/ml-orchestrator"));
    QCOMPARE(act.data["backup"].asString(), std::string("production-2026-11-20T03-15-00Z"));
    QCOMPARE(act.why, std::string("the canary burns"));
}

void TestReleaseKeeping::allServicesOfABackupAreRestored()
{
    PageHouse house;
    house.open();
    house.command("releases.backups").trigger();
    BackupsDialog &dialog = *house.page->backups();
    QTRY_COMPARE(dialog.services().count(), 3);
    dialog.services().setCurrentIndex(2);
    emit dialog.services().activated(2);
    QTRY_COMPARE(dialog.diff().added(), 2);
    dialog.reason().setText("the canary burns");
    dialog.typedName().setText("ml-orchestrator");
    QVERIFY(!dialog.restoreButton().isEnabled()); // all of it wants the environment's name
    dialog.typedName().setText("production");
    QVERIFY(dialog.restoreButton().isEnabled());
    QSignalSpy restored(&dialog, &BackupsDialog::servicesRestored);
    dialog.restoreButton().click();
    QTRY_COMPARE(restored.count(), 1);
    QCOMPARE(house.engine.acts.size(), std::size_t(2));
    QCOMPARE(house.engine.acts[1].subject, std::string("production/gap-analysis"));
}

void TestReleaseKeeping::anAlertIsReadyToBeSaved()
{
    PageHouse house;
    house.open();
    house.command("releases.watch").trigger();
    WatchDialog &dialog = *house.page->watchDialog();
    QTRY_VERIFY(dialog.model().watching().has_value());
    QCOMPARE(dialog.limit().text(), QString("5"));
    QVERIFY(!dialog.saveButton().isEnabled()); // production wants a reason
    QTest::keyClicks(&dialog.reason(), "as the guide says");
    QVERIFY2(dialog.saveButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.saveButton().click();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t(1));
    const client::Act &act = house.engine.acts.front();
    QCOMPARE(act.verb, std::string("save_alert"));
    QCOMPARE(act.data["share"].asDouble(), 0.05);
    QCOMPARE(act.data["kind"].asString(), std::string("errors"));
    dialog.choose("latency");
    QCOMPARE(dialog.limit().text(), QString("2000"));
    dialog.limit().clear();
    QTest::keyClicks(&dialog.limit(), "x");
    QVERIFY(!dialog.saveButton().isEnabled());
}

void TestReleaseKeeping::aBudgetHasNoMistakesOfTheGuide()
{
    PageHouse house;
    house.open();
    house.command("releases.watch").trigger();
    WatchDialog &dialog = *house.page->watchDialog();
    QTRY_VERIFY(dialog.model().watching().has_value());
    QTest::keyClicks(&dialog.reason(), "as the guide says");
    dialog.choose("budget");
    QCOMPARE(dialog.thresholds().text(), QString("50, 90, 100"));
    QVERIFY(!dialog.saveButton().isEnabled()); // no amount yet
    QTest::keyClicks(&dialog.amount(), "100.75");
    QVERIFY2(dialog.saveButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.saveButton().click();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t(1));
    const json::Value &data = house.engine.acts.front().data;
    QCOMPARE(data["amount"]["specifiedAmount"]["units"].asString(), std::string("100"));
    QCOMPARE(data["amount"]["specifiedAmount"]["nanos"].asInteger(), std::int64_t(750'000'000));
    QCOMPARE(data["thresholdRules"].at(1)["thresholdPercent"].asDouble(), 0.9);
}

void TestReleaseKeeping::amountsAndShares_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<int>("cents"); // -1 is none
    QTest::addColumn<QString>("shares");
    QTest::addColumn<int>("count");
    QTest::newRow("whole") << "100" << 10'000 << "50" << 1;
    QTest::newRow("a comma") << "100,5" << 10'050 << "50;90" << 2;
    QTest::newRow("percent signs") << "0.01" << 1 << "50 % 90 %" << 2;
    QTest::newRow("three digits") << "100.755" << -1 << "50,x" << 0;
    QTest::newRow("words") << "much" << -1 << "9000" << 0;
    QTest::newRow("nothing") << "" << -1 << "" << 0;
}

void TestReleaseKeeping::amountsAndShares()
{
    QFETCH(QString, amount);
    QFETCH(int, cents);
    QFETCH(QString, shares);
    QFETCH(int, count);
    QCOMPARE(centsOf(amount).value_or(-1), std::int64_t(cents));
    QCOMPARE(sharesIn(shares).value_or(std::vector<double>()).size(), static_cast<std::size_t>(count));
}

void TestReleaseKeeping::theConfigurationIsComparedElsewhere()
{
    PageHouse house;
    house.open();
    QTRY_COMPARE(house.model().others().size(), std::size_t(2));
    QComboBox &against = house.page->against();
    QTRY_COMPARE(against.count(), 4); // what serves, dev, staging, a file
    const int added = house.page->findChild<ConfigDiff *>()->added();
    against.setCurrentIndex(1);
    emit against.activated(1);
    QVERIFY(house.page->findChild<ConfigDiff *>()->added() != added);
    against.setCurrentIndex(0);
    emit against.activated(0);
    QCOMPARE(house.page->findChild<ConfigDiff *>()->added(), added);
}

void TestReleaseKeeping::theConfigurationIsComparedWithAFile()
{
    PageHouse house;
    house.open();
    QFile file(house.folder.filePath("production.env"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("EMBEDDING_DIM=512\nMAX_RETRIES=5\nREQUEST_TIMEOUT_SECONDS=300\nDB_PASSWORD=hunter2\n");
    file.close();
    house.page->compareWithFile(file.fileName());
    const auto *diff = house.page->findChild<ConfigDiff *>();
    QCOMPARE(diff->added(), 1);   // the token is only deployed
    QCOMPARE(diff->removed(), 1); // the password only in the file
    QVERIFY(house.page->against().currentText().contains("production.env"));
    house.page->compareWithFile({});
    QVERIFY(diff->added() > 1);
}

void TestReleaseKeeping::activeWindowsAreShown()
{
    PageHouse house;
    house.open();
    auto *strip = house.page->findChild<WindowStrip *>();
    QCOMPARE(strip->windows().size(), std::size_t(1));
    house.model().chooseRevision(PageHouse::names("00042-kex"));
    QCOMPARE(strip->windows().size(), std::size_t(2));
    QVERIFY(strip->accessibleDescription().contains("5xx"));
    house.model().chooseRevision(PageHouse::names("00041-wob"));
    QVERIFY(strip->windows().empty());
}

void TestReleaseKeeping::theLogOfTheTwoMinutesIsFollowed()
{
    PageHouse house;
    house.open();
    house.engine.log = {{SystemClock().wall(), "1", R"({"severity":"ERROR","message":"no model"})"},
                        {SystemClock().wall(), "2", R"({"severity":"INFO","message":"ready"})"}};
    house.model().route({{PageHouse::names("00042-kex"), 100, {}, {}}}, "the canary burns", true);
    QTRY_COMPARE(house.model().moveLog().lines().size(), 2);
    QCOMPARE(house.model().moveLog().failures(), 1);
    QTRY_VERIFY(house.model().watchSecondsLeft() > 100);
    QVERIFY(!house.model().watched());
}

void TestReleaseKeeping::looksAsDrawn_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestReleaseKeeping::looksAsDrawn()
{
    QFETCH(bool, isDark);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    const QString name = isDark ? "dark" : "light";
    PageHouse house;
    house.open();
    house.command("releases.backups").trigger();
    QTRY_COMPARE(house.page->backups()->diff().added(), 1);
    house.page->backups()->reason().setFocus();
    const QString backups = differenceOf(*house.page, "release-backups-" + name);
    QVERIFY2(backups.isEmpty(), qPrintable(backups));
    emit house.page->backups()->closeRequested();
    house.command("releases.watch").trigger();
    QTRY_VERIFY(house.page->watchDialog()->model().watching().has_value());
    house.page->watchDialog()->reason().setFocus();
    const QString alerts = differenceOf(*house.page, "release-alerts-" + name);
    QVERIFY2(alerts.isEmpty(), qPrintable(alerts));
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestReleaseKeeping test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_release_keeping.moc"
