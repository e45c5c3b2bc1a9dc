// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/releases/page_house.h"
#include "views/pages/releases/config_diff.h"
#include "views/pages/releases/deploy_wizard.h"
#include "views/pages/releases/release_list.h"
#include "views/pages/releases/release_words.h"
#include "views/pages/releases/revision_table.h"
#include "views/pages/releases/rollback_dialog.h"
#include "views/pages/releases/traffic_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

struct House : PageHouse
{
    RollbackDialog &rollback() const
    {
        command("releases.roll_back").trigger();
        return *page->dialog();
    }
};

QCheckBox *hidingBox(const ReleasesPage &page)
{
    for (QCheckBox *box : page.findChildren<QCheckBox *>())
        if (box->text().startsWith("Hide"))
            return box;
    return nullptr;
}

} // namespace

class TestReleasesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void showsWhatRuns();
    void environmentsOfSeveralRegionsSayWhich();
    void hidesWhatWasNeverReady();
    void theDividerMovesInSteps();
    void aPendingChangeIsAppliedOrLeft();
    void whatOthersChangeStandsAboveAPendingChange();
    void aRevisionWithoutTrafficGetsAShare();
    void inProductionNothingMovesWithoutNameAndReason();
    void enterConfirmsNothing();
    void aCheckThatFailsStopsIt();
    void aRollbackGoesToTheLastGoodOne();
    void whatChangedMeanwhileIsConfirmedAnew();
    void itCanBeUndone();
    void whatTheCloudRefusesIsSaid();
    void theConfigurationOfTwoRevisionsIsCompared();
    void withoutACloudItSaysHow();
    void theFirstServiceIsDeployedFromAnEmptyEnvironment();
    void anErrorIsShownWithAWayOut();
    void anOldBoardIsCalledOld();
    void littleRoomLeavesTheNamesWhole();
    void looksAsDrawn_data();
    void looksAsDrawn();

private:
    Theme m_theme;
};

void TestReleasesPage::showsWhatRuns()
{
    House house;
    house.open();
    QCOMPARE(house.page->services().lines().size(), 5);
    QCOMPARE(house.page->services().lines().at(0).shares, (QList<int>{75, 25}));
    QVERIFY(house.page->services().lines().at(2).isBad);
    const TrafficShares shares = house.page->bar().shares();
    QCOMPARE(shares.size(), std::size_t(2));
    QCOMPARE(shares[0].revision, House::names("00042-kex"));
    QCOMPARE(shares[0].percent, 75);
    QVERIFY(house.page->bar().accessibleName().contains("00043-tam 25 %"));
    QAbstractItemModelTester tester(house.page->table().model());
    const auto *model = house.page->table().model();
    QCOMPARE(model->index(0, RevisionRows::Image).data().toString(), QString("7d1e9a5"));
    QCOMPARE(model->index(0, RevisionRows::Instances).data().toString(), QString("1"));
    QCOMPARE(model->index(1, RevisionRows::By).data().toString(), QString("renata.lima"));
    QCOMPARE(model->index(1, RevisionRows::Failures).data().toString(), QString("0.39 %"));
    QCOMPARE(model->index(2, RevisionRows::Failures).data().toString(), QString("–"));
    QTRY_COMPARE(house.model().others().size(), std::size_t(2));
}

void TestReleasesPage::environmentsOfSeveralRegionsSayWhich()
{
    House house;
    house.open();
    QVERIFY(environmentLines(house.model(), true).front().detail.isEmpty());
    house.engine.places.back().region = "europe-west1";
    house.model().refresh();
    QTRY_COMPARE(environmentLines(house.model(), true).back().detail, QString("europe-west1"));
    const ReleaseLine first = environmentLines(house.model(), true).front();
    QCOMPARE(first.detail, QString("us-east1"));
    QVERIFY2(first.spoken.contains("us-east1"), qPrintable(first.spoken));
}

void TestReleasesPage::hidesWhatWasNeverReady()
{
    House house;
    house.open();
    QCOMPARE(house.page->table().model()->rowCount(), 4);
    hidingBox(*house.page)->setChecked(false);
    QCOMPARE(house.page->table().model()->rowCount(), 5);
    QCOMPARE(house.page->table().model()->index(3, RevisionRows::State).data().toString(), QString("failed"));
}

void TestReleasesPage::theDividerMovesInSteps()
{
    House house;
    house.open();
    TrafficBar &bar = house.page->bar();
    bar.setFocus();
    QTest::keyClick(&bar, Qt::Key_Left);
    QCOMPARE(bar.shares()[0].percent, 70);
    QTest::keyClick(&bar, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(bar.shares()[0].percent, 69);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.shares()[0].percent, 70);
    QCOMPARE(bar.shares()[1].percent, 30);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.shares()[0].percent, 100);
    QCOMPARE(bar.shares()[1].percent, 0);
    QVERIFY(house.engine.acts.empty());
    QTest::keyClick(&bar, Qt::Key_Escape);
    QCOMPARE(bar.shares()[0].percent, 75);
    // By the pointer: the divider is near 75 % of the width.
    int x = 0;
    for (int at = 0; at < bar.width() && x == 0; ++at) {
        QTest::mouseMove(&bar, {at, 10});
        x = bar.cursor().shape() == Qt::SplitHCursor ? at + 6 : 0;
    }
    QVERIFY(x > bar.width() / 2);
    QTest::mousePress(&bar, Qt::LeftButton, {}, {x, 10});
    QTest::mouseMove(&bar, {bar.width() / 2, 10});
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, {bar.width() / 2, 10});
    QCOMPARE(bar.shares()[0].percent, 50);
}

void TestReleasesPage::aPendingChangeIsAppliedOrLeft()
{
    House house;
    house.open();
    house.model().chooseEnvironment("staging"); // no name to type there
    house.engine.board.place.isGuarded = false;
    house.open();
    QVERIFY(!house.command("releases.apply").isEnabled());
    house.model().setShare(0, 50);
    QVERIFY(house.command("releases.apply").isEnabled());
    house.command("releases.cancel").trigger();
    QCOMPARE(house.page->bar().shares()[0].percent, 75);
    house.model().setShare(0, 50);
    house.page->bar().setFocus();
    QTest::keyClick(&house.page->bar(), Qt::Key_Return);
    QCOMPARE(house.engine.acts.size(), std::size_t(1));
    const client::Act &act = house.engine.acts.front();
    QCOMPARE(act.verb, std::string("route_traffic"));
    QCOMPARE(act.subject, std::string("staging/ml-orchestrator"));
    QCOMPARE(act.data["etag"].asString(), std::string("\"1\""));
    QCOMPARE(act.data["traffic"].asArray()[0]["percent"].asInteger(), std::int64_t(50));
    QTRY_COMPARE(house.page->bar().shares()[0].percent, 50);
    QTRY_VERIFY(house.model().move()->phase == TrafficMove::Phase::Done);
    // The tag has stayed.
    QCOMPARE(house.engine.board.service.traffic.back().tag, std::string("canary"));
}

void TestReleasesPage::whatOthersChangeStandsAboveAPendingChange()
{
    House house;
    house.open();
    house.model().setShare(0, 50);
    house.engine.moveBy("marcos.alves@example.com",
                        {{House::names("00042-kex"), 90, {}, {}}, {House::names("00043-tam"), 10, {}, {}}});
    house.model().refresh();
    QTRY_COMPARE(house.model().changedBy(), QString("marcos.alves@example.com"));
    QVERIFY(!house.model().isPending());
    QCOMPARE(house.page->bar().shares()[0].percent, 90);
    QVERIFY(house.engine.acts.empty());
}

void TestReleasesPage::aRevisionWithoutTrafficGetsAShare()
{
    House house;
    house.open();
    house.model().chooseRevision(House::names("00041-wob"));
    house.command("releases.traffic").trigger();
    QCOMPARE(house.page->bar().shares().size(), std::size_t(3));
    QCOMPARE(house.page->bar().shares()[2].percent, 0);
    house.model().setShare(1, 15);
    QCOMPARE(house.page->bar().shares()[2].percent, 10);
    int sum = 0;
    for (const cloud::TrafficTarget &target : house.model().pendingTraffic())
        sum += target.percent;
    QCOMPARE(sum, 100);
}

void TestReleasesPage::inProductionNothingMovesWithoutNameAndReason()
{
    House house;
    house.open();
    RollbackDialog &dialog = house.rollback();
    QTRY_VERIFY(!dialog.plan().isLooking());
    QVERIFY(!dialog.confirmButton().isEnabled());
    dialog.reason().setText("p95 gate");
    dialog.typedName().setText("ml-orchestrator");
    QVERIFY(!dialog.confirmButton().isEnabled()); // the reason is too short
    dialog.reason().setText("p95 gate failed on the canary");
    dialog.typedName().setText("ml-orchest");
    QVERIFY(dialog.whyNot().contains("5 more"));
    QVERIFY(!dialog.confirmButton().isEnabled());
    dialog.typedName().setText("ml-orchestrator");
    QVERIFY(dialog.confirmButton().isEnabled());
    // Another split is confirmed there, too.
    house.model().setShare(0, 50);
    house.command("releases.apply").trigger();
    QVERIFY(!house.page->dialog()->plan().isRollback());
    QVERIFY(house.engine.acts.empty());
}

void TestReleasesPage::enterConfirmsNothing()
{
    House house;
    house.open();
    RollbackDialog &dialog = house.rollback();
    dialog.reason().setText("p95 gate failed on the canary");
    dialog.typedName().setText("ml-orchestrator");
    QTRY_VERIFY(dialog.confirmButton().isEnabled());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{&dialog.reason(), &dialog.typedName(), &dialog.confirmButton()}) {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Return);
        QVERIFY(house.engine.acts.empty());
    }
    QTest::keyClick(&dialog.confirmButton(), Qt::Key_Space);
    QCOMPARE(house.engine.acts.size(), std::size_t(1));
}

void TestReleasesPage::aCheckThatFailsStopsIt()
{
    House house;
    house.open();
    house.engine.check.imageFound = false;
    RollbackDialog &dialog = house.rollback();
    dialog.reason().setText("p95 gate failed on the canary");
    dialog.typedName().setText("ml-orchestrator");
    QTRY_VERIFY(!dialog.plan().isLooking());
    QVERIFY(dialog.plan().fails());
    QVERIFY(!dialog.confirmButton().isEnabled());
    house.engine.check.imageFound = true;
    house.engine.check.refused =
        Error{ErrorCode::ActForbidden, "ml-orchestrator", "run.services.update is missing", {}, {}};
    dialog.plan().look();
    QTRY_VERIFY(!dialog.plan().isLooking());
    QVERIFY(dialog.plan().fails());
}

void TestReleasesPage::aRollbackGoesToTheLastGoodOne()
{
    House house;
    house.engine.moveBy("pipeline", {{House::names("00043-tam"), 100, {}, {}}});
    house.open();
    RollbackDialog &dialog = house.rollback();
    QCOMPARE(dialog.plan().target(), House::names("00042-kex")); // it served longest, and failed least
    QCOMPARE(dialog.plan().moving(), 100);
    QVERIFY(dialog.command().contains("--to-revisions"));
    dialog.reason().setText("p95 gate failed on the canary");
    dialog.typedName().setText("ml-orchestrator");
    QTRY_VERIFY(dialog.confirmButton().isEnabled());
    house.engine.isSlow = true;
    dialog.confirmButton().click();
    const client::Act &act = house.engine.acts.front();
    QCOMPARE(act.verb, std::string("roll_back"));
    QCOMPARE(act.why, std::string("p95 gate failed on the canary"));
    QCOMPARE(act.data["traffic"].asArray()[0]["revision"].asString(), House::names("00042-kex"));
    QCOMPARE(act.data["traffic"].asArray()[0]["percent"].asInteger(), std::int64_t(100));
    QTRY_VERIFY(house.model().move()->phase == TrafficMove::Phase::Accepted);
    QVERIFY(!house.command("releases.roll_back").isEnabled()); // one change at a time
    house.engine.board.service.routed = house.engine.board.service.traffic;
    QTRY_VERIFY(house.model().move()->phase == TrafficMove::Phase::Done);
    QCOMPARE(house.page->bar().shares()[0].revision, House::names("00042-kex"));
}

void TestReleasesPage::whatChangedMeanwhileIsConfirmedAnew()
{
    House house;
    house.open();
    RollbackDialog &dialog = house.rollback();
    dialog.reason().setText("p95 gate failed on the canary");
    dialog.typedName().setText("ml-orchestrator");
    QTRY_VERIFY(dialog.confirmButton().isEnabled());
    house.engine.moveBy("marcos.alves@example.com",
                        {{House::names("00042-kex"), 40, {}, {}}, {House::names("00043-tam"), 60, {}, {}}});
    house.model().refresh();
    QTRY_COMPARE(house.page->bar().shares()[0].percent, 60);
    dialog.confirmButton().click();
    QVERIFY(house.engine.acts.empty());
    QTRY_VERIFY(!dialog.plan().isLooking());
    dialog.confirmButton().click();
    QCOMPARE(house.engine.acts.size(), std::size_t(1));
}

void TestReleasesPage::itCanBeUndone()
{
    House house;
    house.open();
    house.model().route({{House::names("00042-kex"), 100, {}, {}}}, "the canary burns", true);
    QTRY_VERIFY(house.model().undoSecondsLeft() > 100);
    QVERIFY(house.command("releases.undo").isEnabled());
    house.command("releases.undo").trigger();
    QCOMPARE(house.engine.acts.size(), std::size_t(2));
    QTRY_COMPARE(house.page->bar().shares().size(), std::size_t(2));
    QCOMPARE(house.page->bar().shares()[0].percent, 75);
}

void TestReleasesPage::whatTheCloudRefusesIsSaid()
{
    House house;
    house.open();
    house.engine.refusal =
        Error{ErrorCode::CloudConflict, "ml-orchestrator", "marcos.alves changed it at 14:31", {}, {}};
    house.model().route({{House::names("00042-kex"), 100, {}, {}}}, "the canary burns", true);
    QTRY_VERIFY(house.model().move()->phase == TrafficMove::Phase::Failed);
    QCOMPARE(house.page->bar().shares()[0].percent, 75); // and the bar tells what is
    QVERIFY(house.model().undoSecondsLeft() == 0);
}

void TestReleasesPage::theConfigurationOfTwoRevisionsIsCompared()
{
    House house;
    house.open();
    auto *diff = house.page->findChild<ConfigDiff *>();
    QCOMPARE(house.model().compared()->name, House::names("00042-kex"));
    QCOMPARE(diff->added(), 6); // digest, concurrency, minInstances and three keys
    QCOMPARE(diff->removed(), 6);
    house.model().chooseRevision(House::names("00042-kex"));
    QCOMPARE(house.model().compared()->name, House::names("00043-tam"));
}

void TestReleasesPage::withoutACloudItSaysHow()
{
    House house;
    house.engine.places.clear();
    house.model().refresh();
    QTRY_VERIFY(house.model().board() && house.model().board()->places.empty());
    bool isSaid = false;
    for (const QLabel *label : house.page->findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().contains("batuta.yaml"));
    QVERIFY(isSaid);
}

void TestReleasesPage::theFirstServiceIsDeployedFromAnEmptyEnvironment()
{
    House house;
    house.engine.isBare = true;
    house.model().chooseEnvironment("dev");
    QTRY_VERIFY(house.model().board() && house.model().board()->services.empty());
    QTRY_VERIFY(house.command("releases.deploy").isEnabled());
    house.command("releases.deploy").trigger();
    QVERIFY(house.page->isDeploying() && house.page->wizard().plan().draft().isNew);
}

void TestReleasesPage::anErrorIsShownWithAWayOut()
{
    House house;
    house.open();
    house.engine.trouble =
        Error{ErrorCode::CloudSignIn, "google", "no credentials were found", {}, "Sign in."};
    house.model().chooseEnvironment("staging");
    QTRY_VERIFY(house.model().problem().has_value());
    QVERIFY(house.model().board()->services.empty());
    QVERIFY(house.page->services().lines().isEmpty());
    QVERIFY(!house.command("releases.deploy").isEnabled());
    house.engine.trouble.reset();
    house.command("releases.refresh").trigger();
    house.open();
    QVERIFY(!house.model().problem());
}

void TestReleasesPage::anOldBoardIsCalledOld()
{
    House house;
    house.open();
    house.engine.trouble = Error{ErrorCode::NetTimeout, "run.googleapis.com", {}, {}, {}};
    house.model().refresh();
    QTRY_VERIFY(house.model().problem().has_value());
    QVERIFY(house.model().board().has_value());
    int shown = 0;
    for (const Notice *notice : house.page->findChildren<Notice *>())
        shown += notice->isVisible() ? 1 : 0;
    QCOMPARE(shown, 1);
}

void TestReleasesPage::littleRoomLeavesTheNamesWhole()
{
    House house;
    house.open();
    auto *table = house.page->findChild<RevisionTable *>();
    QTRY_VERIFY(!table->isColumnHidden(RevisionRows::By));
    house.page->resize(1044, 600);
    QTRY_VERIFY(table->isColumnHidden(RevisionRows::Image) && table->isColumnHidden(RevisionRows::By));
    QVERIFY(!table->isColumnHidden(RevisionRows::Name) && !table->isColumnHidden(RevisionRows::State));
    QVERIFY2(table->columnWidth(RevisionRows::Name) > 95,
             QByteArray::number(table->columnWidth(RevisionRows::Name)));
    house.page->resize(1364, 800);
    QTRY_VERIFY(!table->isColumnHidden(RevisionRows::Image));
}

void TestReleasesPage::looksAsDrawn_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestReleasesPage::looksAsDrawn()
{
    QFETCH(bool, isDark);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    const QString name = isDark ? "dark" : "light";
    House house;
    house.open();
    QTRY_COMPARE(house.model().others().size(), std::size_t(2));
    const QString typical = differenceOf(*house.page, "releases-typical-" + name);
    QVERIFY2(typical.isEmpty(), qPrintable(typical));
    house.model().setShare(0, 60);
    const QString pending = differenceOf(*house.page, "releases-pending-" + name);
    QVERIFY2(pending.isEmpty(), qPrintable(pending));
    house.model().dropPending();
    RollbackDialog &dialog = house.rollback();
    dialog.reason().setText("p95 gate failed on canary. CHG-1182");
    dialog.typedName().setText("ml-orchest");
    QTRY_VERIFY(!dialog.plan().isLooking());
    dialog.cancelButton().setFocus();
    const QString asked = differenceOf(*house.page, "rollback-" + name);
    QVERIFY2(asked.isEmpty(), qPrintable(asked));
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestReleasesPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_releases_page.moc"
