// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/releases/page_house.h"
#include "views/pages/releases/choice_card.h"
#include "views/pages/releases/deploy_config.h"
#include "views/pages/releases/deploy_gates.h"
#include "views/pages/releases/deploy_keys.h"
#include "views/pages/releases/deploy_progress.h"
#include "views/pages/releases/deploy_review.h"
#include "views/pages/releases/deploy_rollout.h"
#include "views/pages/releases/deploy_source.h"
#include "views/pages/releases/deploy_stages.h"
#include "views/pages/releases/deploy_summary.h"
#include "views/pages/releases/deploy_wizard.h"
#include "views/pages/releases/finding_list.h"
#include "views/pages/releases/key_table.h"
#include "views/pages/releases/stage_chart.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using Step = DeployPlan::Step;

namespace {

struct House : PageHouse
{
    House()
    {
        open();
        command("releases.deploy").trigger();
    }
    DeployWizard &wizard() const { return page->wizard(); }
    DeployPlan &plan() const { return wizard().plan(); }
    void next() const { wizard().nextButton().click(); }
    void goOn(Step step) const
    {
        while (wizard().step() < step) {
            QTRY_VERIFY(wizard().nextButton().isEnabled());
            next();
        }
    }
    /// The act that was sent last.
    const client::Act &act() const { return engine.acts.back(); }
};

void type(QLineEdit &field, const QString &text)
{
    field.setText({});
    QTest::keyClicks(&field, text);
}

} // namespace

class TestDeployWizard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void itBeginsWithWhatRunsAndChangesNothing();
    void aRevisionIsCopied();
    void limitsAreSaidWhereTheyAreWritten_data();
    void limitsAreSaidWhereTheyAreWritten();
    void keysAreMergedKeyByKey();
    void aFileIsMerged();
    void stagesRiseAndTheChartMovesThem();
    void gatesAreChosenAndBounded();
    void aFailedLookStopsIt();
    void productionWantsReasonAndName();
    void enterDeploysNothing();
    void allAtOnceAndWithoutTraffic();
    void theDraftIsKeptUntilItIsCancelled();
    void littleRoomIsThePanes();
    void howItGoesIsShownToTheEnd();
    void whatIsRefusedIsSaid();
    void looksAsDrawn_data();
    void looksAsDrawn();

private:
    Theme m_theme;
};

void TestDeployWizard::itBeginsWithWhatRunsAndChangesNothing()
{
    House house;
    QVERIFY(house.page->isDeploying());
    QCOMPARE(house.wizard().step(), Step::Source);
    QCOMPARE(house.wizard().source().image().text(),
             QString::fromStdString(house.engine.board.service.config.image));
    QVERIFY(house.plan().changes().empty());
    house.goOn(Step::Review);
    QCOMPARE(house.plan().draft().stages.size(), std::size_t(3));
    QVERIFY(house.engine.acts.empty());
    QTest::keyClick(&house.wizard(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(house.wizard().step(), Step::Preflight);
}

void TestDeployWizard::aRevisionIsCopied()
{
    House house;
    DeploySource &source = house.wizard().source();
    source.card(DeployDraft::Source::Revision).click();
    QCOMPARE(source.revision().count(), 5);
    source.revision().setCurrentIndex(1);
    emit source.revision().activated(1);
    QCOMPARE(house.plan().draft().from, House::names("00042-kex"));
    QCOMPARE(house.plan().draft().keys.size(), std::size_t(4));
    QVERIFY(!house.plan().changes().empty());
    const client::RolloutRequest request = house.plan().draft().request();
    QCOMPARE(request.draft.from, House::names("00042-kex"));
    QVERIFY(request.draft.env.empty() && request.draft.settings.empty()); // the engine takes them from there
}

void TestDeployWizard::limitsAreSaidWhereTheyAreWritten_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("2 CPU") << "cpu"
                           << "2" << true;
    QTest::newRow("3 CPU") << "cpu"
                           << "3" << false;
    QTest::newRow("memory") << "memory"
                            << "1Gi" << true;
    QTest::newRow("too much memory") << "memory"
                                     << "64Gi" << false;
    QTest::newRow("timeout") << "timeout"
                             << "540s" << true;
    QTest::newRow("two hours") << "timeout"
                               << "2h" << false;
    QTest::newRow("no time") << "timeout"
                             << "soon" << false;
    QTest::newRow("concurrency") << "concurrency"
                                 << "1001" << false;
    QTest::newRow("port") << "port"
                          << "70000" << false;
    QTest::newRow("max") << "max"
                         << "0" << false;
    QTest::newRow("min above max") << "min"
                                   << "101" << false;
}

void TestDeployWizard::limitsAreSaidWhereTheyAreWritten()
{
    QFETCH(QString, setting);
    QFETCH(QString, value);
    QFETCH(bool, isGood);
    House house;
    house.goOn(Step::Configuration);
    QLineEdit &field = house.wizard().config().field(setting.toStdString());
    type(field, value);
    QCOMPARE(house.wizard().nextButton().isEnabled(), isGood);
    QCOMPARE(house.wizard().plan().isReachable(Step::Keys), isGood);
    if (!isGood)
        QVERIFY(!field.accessibleDescription().isEmpty());
    house.wizard().config().guideButton().click();
    QVERIFY(house.wizard().nextButton().isEnabled());
    QCOMPARE(house.wizard().config().field("memory").text(), QString("2Gi"));
}

void TestDeployWizard::keysAreMergedKeyByKey()
{
    House house;
    house.engine.board.service.config.env = house.engine.board.revisions[1].config.env;
    house.model().refresh();
    QTRY_COMPARE(house.model().service()->service.config.env[1].value, std::string("3"));
    house.wizard().begin(true); // another draft
    house.wizard().begin(false);
    house.goOn(Step::Keys);
    DeployKeys &keys = house.wizard().keys();
    QAbstractItemModel &rows = *keys.table().model();
    QCOMPARE(rows.rowCount(), 4);
    type(keys.nameField(), "MAX_RETRIES");
    type(keys.valueField(), "5");
    keys.setButton().click();
    type(keys.nameField(), "NEW_KEY");
    keys.kindField().setValue("secret");
    emit keys.kindField().chosen("secret");
    type(keys.valueField(), "new-key");
    keys.setButton().click();
    type(keys.nameField(), "EMBEDDING_DIM");
    keys.removeButton().click();
    QCOMPARE(rows.rowCount(), 5);
    QStringList marks;
    for (int row = 0; row < rows.rowCount(); ++row)
        marks << rows.index(row, KeyRows::Name).data().toString() +
                     rows.index(row, KeyRows::Mark).data().toString();
    QCOMPARE(marks, (QStringList{"EMBEDDING_DIM−", "MAX_RETRIES~", "ML_API_TOKEN", "NEW_KEY+",
                                 "REQUEST_TIMEOUT_SECONDS"}));
    const client::RolloutDraft wish = house.plan().draft().request().draft;
    QCOMPARE(wish.unset, std::vector<std::string>{"EMBEDDING_DIM"});
    QCOMPARE(wish.env.size(), std::size_t(2));
    QVERIFY(wish.env[1].secret == "new-key" && wish.env[1].secretVersion == "latest");
    type(keys.nameField(), "EMBEDDING_DIM");
    keys.removeButton().click(); // as it was
    QVERIFY(house.plan().draft().request().draft.unset.empty());
    type(keys.nameField(), "PORT");
    keys.kindField().setValue("value");
    emit keys.kindField().chosen("value");
    type(keys.valueField(), "80");
    keys.setButton().click();
    QVERIFY(!house.wizard().nextButton().isEnabled()); // Cloud Run sets it itself
}

void TestDeployWizard::aFileIsMerged()
{
    House house;
    house.goOn(Step::Keys);
    QFile file(house.folder.filePath("new.env"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("A=1\nB='two words'\n");
    file.close();
    house.wizard().keys().mergeFile(file.fileName());
    QCOMPARE(house.plan().draft().request().draft.env.size(), std::size_t(2));
    house.wizard().keys().mergeFile(house.folder.filePath("nowhere.env"));
    QCOMPARE(house.plan().draft().request().draft.env.size(), std::size_t(2));
}

void TestDeployWizard::stagesRiseAndTheChartMovesThem()
{
    House house;
    house.goOn(Step::Rollout);
    DeployStages &stages = house.wizard().rollout().stages();
    QCOMPARE(stages.count(), 3);
    stages.addStage();
    QCOMPARE(stages.count(), 4);
    QCOMPARE(house.plan().draft().stages.back().percent, 75);
    type(stages.percentField(1), "3");
    QCOMPARE(house.plan().draft().badStage(), 1);
    QVERIFY(!house.wizard().nextButton().isEnabled());
    type(stages.percentField(1), "25");
    QVERIFY(house.wizard().nextButton().isEnabled());
    StageChart &chart = stages.chart();
    QTest::keyClick(&chart, Qt::Key_Space);
    QTest::keyClick(&chart, Qt::Key_Up);
    QCOMPARE(house.plan().draft().stages[1].percent, 30);
    QTest::keyClick(&chart, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(house.plan().draft().stages[1].percent, 29);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(house.plan().draft().stages[1].length, Duration(std::chrono::minutes(21)));
    QCOMPARE(stages.lengthField(1).text(), QString("21"));
}

void TestDeployWizard::gatesAreChosenAndBounded()
{
    House house;
    house.goOn(Step::Rollout);
    DeployGates &gates = house.wizard().rollout().gates();
    QCOMPARE(gates.count(), 3);
    gates.check(1).click();
    type(gates.limit(0), "0.5");
    gates.addGate("flow");
    const client::RolloutRequest request = house.plan().draft().request();
    QCOMPARE(request.gates.size(), std::size_t(3));
    QCOMPARE(request.gates[0].max.value_or(0), 0.005);
    QCOMPARE(request.gates[1].figure, std::string("memory"));
    QCOMPARE(request.gates[2].figure, std::string("flow"));
    QVERIFY(request.holds && request.heldMost == Duration(std::chrono::minutes(40)));
}

void TestDeployWizard::aFailedLookStopsIt()
{
    House house;
    house.engine.deployCheck.findings[0] = {"image", client::DeployFinding::State::Fails, "missing_image",
                                            "it is not in its registry", "Push it."};
    house.goOn(Step::Preflight);
    QTRY_VERIFY(house.plan().check().has_value());
    QVERIFY(!house.wizard().nextButton().isEnabled());
    QVERIFY(!house.plan().isReachable(Step::Review));
    house.engine.deployCheck.findings[0].state = client::DeployFinding::State::Passes;
    house.plan().look();
    QTRY_VERIFY(house.wizard().nextButton().isEnabled());
    house.plan().edit([](DeployDraft &draft) { draft.tag = "other"; }); // what was looked at is another draft
    QVERIFY(!house.plan().isReachable(Step::Review));
}

void TestDeployWizard::productionWantsReasonAndName()
{
    House house;
    house.goOn(Step::Review);
    DeployReview &review = house.wizard().review();
    QVERIFY(!house.wizard().nextButton().isEnabled());
    review.reason().setText("CHG-1182, more retries");
    QVERIFY(!house.wizard().nextButton().isEnabled());
    review.typedName().setText("ml-orchestrato");
    QVERIFY(!house.wizard().nextButton().isEnabled());
    review.typedName().setText("ml-orchestrator");
    QVERIFY(house.wizard().nextButton().isEnabled());
    QVERIFY(review.command().toPlainText().contains("gcloud run deploy"));
    house.next();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t(2));
    QCOMPARE(house.engine.acts[0].verb, std::string("back_up"));
    QCOMPARE(house.act().verb, std::string("roll_out"));
    QCOMPARE(house.act().why, std::string("CHG-1182, more retries"));
    QCOMPARE(house.act().data["confirmed"].asString(), std::string("ml-orchestrator"));
    QCOMPARE(house.act().data["stages"].asArray().size(), std::size_t(3));
}

void TestDeployWizard::enterDeploysNothing()
{
    House house;
    house.goOn(Step::Review);
    house.wizard().review().reason().setText("CHG-1182, more retries");
    house.wizard().review().typedName().setText("ml-orchestrator");
    house.wizard().nextButton().setFocus();
    QTest::keyClick(&house.wizard().nextButton(), Qt::Key_Return);
    QTest::keyClick(&house.wizard().nextButton(), Qt::Key_Enter, Qt::ControlModifier);
    QTest::keyClick(&house.wizard().review().typedName(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(house.engine.acts.empty());
    QTest::keyClick(&house.wizard().nextButton(), Qt::Key_Space);
    QTRY_VERIFY(!house.engine.acts.empty());
}

void TestDeployWizard::allAtOnceAndWithoutTraffic()
{
    House house;
    house.goOn(Step::Rollout);
    DeployRollout &rollout = house.wizard().rollout();
    rollout.card(DeployDraft::Rollout::AllAtOnce).click();
    client::RolloutRequest request = house.plan().draft().request();
    QVERIFY(request.isPromoted && request.stages.empty() && request.gates.empty());
    rollout.card(DeployDraft::Rollout::NoTraffic).click();
    request = house.plan().draft().request();
    QVERIFY(!request.isPromoted && request.tag == "canary");
    type(rollout.tag(), " ");
    QVERIFY(!house.wizard().nextButton().isEnabled());
    type(rollout.tag(), "Not A Tag");
    QVERIFY(!house.wizard().nextButton().isEnabled());
    type(rollout.tag(), "next");
    QVERIFY(house.wizard().nextButton().isEnabled());
}

void TestDeployWizard::theDraftIsKeptUntilItIsCancelled()
{
    House house;
    house.goOn(Step::Configuration);
    type(house.wizard().config().field("memory"), "4Gi");
    emit house.wizard().left();
    QVERIFY(!house.page->isDeploying());
    house.command("releases.deploy").trigger();
    QCOMPARE(house.wizard().step(), Step::Configuration);
    QCOMPARE(house.plan().draft().settings.at("memory"), std::string("4Gi"));
    for (Button *button : house.wizard().findChildren<Button *>())
        if (button->text() == "Cancel")
            button->click();
    QVERIFY(!house.page->isDeploying());
    house.command("releases.deploy").trigger();
    QCOMPARE(house.wizard().step(), Step::Source);
    QVERIFY(house.plan().draft().settings.at("memory") != "4Gi");
}

void TestDeployWizard::howItGoesIsShownToTheEnd()
{
    House house;
    QSignalSpy told(house.page.get(), &Page::told);
    house.engine.log = {{releaseNow(), "1", R"({"severity":"ERROR","message":"no model"})"}};
    house.goOn(Step::Review);
    house.wizard().review().reason().setText("CHG-1182, more retries");
    house.wizard().review().typedName().setText("ml-orchestrator");
    house.next();
    QTRY_VERIFY(house.wizard().run() && house.wizard().run()->state());
    DeployProgress &progress = house.wizard().progress();
    QCOMPARE(progress.phases().lines().size(), 3);
    QCOMPARE(progress.phases().lines().at(1).picture, views::Status::Running);
    QTRY_VERIFY(progress.log().toPlainText().contains("no model"));
    house.engine.rollout.status = "failed";
    house.engine.rollout.error = "the revision is not ready";
    house.engine.rollout.steps[1].status = "failed";
    QTRY_VERIFY_WITH_TIMEOUT(house.wizard().run()->isOver(), 5'000);
    QCOMPARE(progress.verdict(), QString("Not deployed: the traffic is where it was."));
    QTRY_COMPARE(told.count(), 1);
    house.next(); // closes it
    QVERIFY(!house.page->isDeploying());
}

void TestDeployWizard::whatIsRefusedIsSaid()
{
    House house;
    house.goOn(Step::Review);
    house.wizard().review().backup().setChecked(false);
    house.wizard().review().reason().setText("CHG-1182, more retries");
    house.wizard().review().typedName().setText("ml-orchestrator");
    house.engine.refusal = Error{ErrorCode::ActForbidden, "ml-orchestrator", "a role is missing", {}, {}};
    house.next();
    QTRY_VERIFY(!house.plan().isSending());
    QVERIFY(house.wizard().run() == nullptr);
    QCOMPARE(house.wizard().step(), Step::Review);
    QVERIFY(house.wizard().nextButton().isEnabled());
}

/// In a small window nothing of a step is out of sight: the summary goes where there is no room for both.
void TestDeployWizard::littleRoomIsThePanes()
{
    House house;
    house.page->resize(1044, 600);
    for (int step = 0; step <= static_cast<int>(Step::Review); ++step) {
        house.goOn(static_cast<Step>(step));
        QTRY_VERIFY2(house.wizard().overflow() <= 0, QByteArray::number(step));
    }
    house.wizard().go(Step::Rollout);
    QTRY_VERIFY(!house.wizard().summary().isVisible());
    house.page->resize(1364, 800);
    QTRY_VERIFY(house.wizard().summary().isVisible());
}

void TestDeployWizard::looksAsDrawn_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestDeployWizard::looksAsDrawn()
{
    QFETCH(bool, isDark);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    const QString name = isDark ? "dark" : "light";
    House house;
    house.plan().edit([](DeployDraft &draft) {
        draft.settings["concurrency"] = "40";
        draft.setKey({"MAX_RETRIES", "7", {}, {}});
    });
    house.goOn(Step::Rollout);
    const QString rollout = differenceOf(*house.page, "deploy-rollout-" + name);
    QVERIFY2(rollout.isEmpty(), qPrintable(rollout));
    house.goOn(Step::Preflight);
    QTRY_VERIFY(house.plan().check().has_value());
    const QString preflight = differenceOf(*house.page, "deploy-preflight-" + name);
    QVERIFY2(preflight.isEmpty(), qPrintable(preflight));
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestDeployWizard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_deploy_wizard.moc"
