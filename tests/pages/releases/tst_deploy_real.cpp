// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The pages of deployments on a real engine, over a local cloud that runs real processes.
#include "tests/pages/releases/real_house.h"
#include "views/pages/releases/backups_dialog.h"
#include "views/pages/releases/choice_card.h"
#include "views/pages/releases/deploy_keys.h"
#include "views/pages/releases/deploy_progress.h"
#include "views/pages/releases/deploy_review.h"
#include "views/pages/releases/deploy_rollout.h"
#include "views/pages/releases/deploy_source.h"
#include "views/pages/releases/deploy_wizard.h"
#include "views/pages/releases/release_list.h"
#include "views/pages/releases/watch_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using Step = DeployPlan::Step;

class TestDeployReal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void allAtOnceMovesEverythingAfterTheHealthCheck();
    void aRevisionThatDoesNotStartLeavesTheTraffic();
    void aDirectoryIsBuiltAndDeployed();
    void aNewServiceIsMade();
    void aBackupIsComparedAndRestored();
    void theConfigurationIsExported();
    void alertsAndBudgetAreSaved();
    void cleanupTestCase() { m_house.reset(); }

private:
    DeployWizard &wizard() const { return m_house->page->wizard(); }
    ReleasesModel &model() const { return m_house->page->model(); }
    void begin() const;
    void goOn(Step step) const;
    /// Deploys what was put together, and waits for the end.
    void deploy() const;

    Theme m_theme;
    std::unique_ptr<RealHouse> m_house;
};

void TestDeployReal::initTestCase()
{
    m_theme.install();
    m_house = std::make_unique<RealHouse>();
    const QString trouble = m_house->open();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QCOMPARE(model().environment(), std::string("dev"));
}

void TestDeployReal::begin() const
{
    m_house->commands.action("releases.deploy")->trigger();
    QVERIFY(m_house->page->isDeploying());
    QCOMPARE(wizard().step(), Step::Source);
}

void TestDeployReal::goOn(Step step) const
{
    while (wizard().step() < step) {
        QTRY_VERIFY2_WITH_TIMEOUT(wizard().nextButton().isEnabled(),
                                  qPrintable(wizard().plan().whyNot(wizard().step())), 20'000);
        wizard().nextButton().click();
    }
}

void TestDeployReal::deploy() const
{
    goOn(Step::Review);
    wizard().review().backup().setChecked(false);
    QTRY_VERIFY(wizard().nextButton().isEnabled());
    wizard().nextButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(wizard().run() != nullptr && wizard().run()->isOver(), 60'000);
}

void TestDeployReal::allAtOnceMovesEverythingAfterTheHealthCheck()
{
    begin();
    goOn(Step::Keys);
    wizard().plan().edit([](DeployDraft &draft) {
        draft.setKey({"A", "3", {}, {}});
        draft.rollout = DeployDraft::Rollout::AllAtOnce;
        draft.healthPath = "/health";
        draft.suffix = "three";
    });
    goOn(Step::Preflight);
    QTRY_VERIFY_WITH_TIMEOUT(wizard().plan().check().has_value(), 20'000);
    const auto before = model().service()->revisions.size();
    QVERIFY(!wizard().plan().fails());
    QCOMPARE(model().service()->revisions.size(), before); // it was only looked at
    deploy();
    QVERIFY2(wizard().run()->hasSucceeded(), wizard().run()->state()->error.c_str());
    QTRY_VERIFY(!wizard().run()->conditions().empty());
    QCOMPARE(RealHouse::answers(m_house->url(), 20).value("shop-three"), 20);
    wizard().nextButton().click();
    QVERIFY(!m_house->page->isDeploying());
    QTRY_COMPARE_WITH_TIMEOUT(model().service()->revisions.front().name, std::string("shop-three"), 10'000);
}

void TestDeployReal::aRevisionThatDoesNotStartLeavesTheTraffic()
{
    begin();
    wizard().plan().edit([](DeployDraft &draft) {
        draft.image = "broken";
        draft.rollout = DeployDraft::Rollout::AllAtOnce;
        draft.suffix = "broken";
    });
    deploy();
    QVERIFY(!wizard().run()->hasSucceeded());
    QCOMPARE(wizard().progress().verdict(), QString("Not deployed: the traffic is where it was."));
    QTRY_VERIFY(QString::fromStdString(wizard().run()->traffic()).contains("shop-three"));
    QCOMPARE(RealHouse::answers(m_house->url(), 10).value("shop-three"), 10);
    wizard().nextButton().click();
}

void TestDeployReal::aDirectoryIsBuiltAndDeployed()
{
    m_house->write("app/Procfile", "web: " FLEET_PROGRAM "\n"); // what the local cloud runs
    m_house->write("app/Dockerfile", "FROM scratch\nCMD [\"" FLEET_PROGRAM "\"]\n");
    begin();
    DeploySource &source = wizard().source();
    source.card(DeployDraft::Source::Directory).click();
    wizard().plan().edit([](DeployDraft &draft) {
        draft.directory = "app";
        draft.image = "us-east1-docker.pkg.dev/demo/apps/shop:4";
        draft.rollout = DeployDraft::Rollout::NoTraffic;
        draft.tag = "built";
        draft.suffix = "four";
    });
    QVERIFY(!wizard().nextButton().isEnabled());
    source.buildButton().click();
    QTRY_VERIFY2_WITH_TIMEOUT(wizard().plan().buildState().status == "success",
                              wizard().plan().buildState().said.c_str(), 60'000);
    deploy();
    QVERIFY2(wizard().run()->hasSucceeded(), wizard().run()->state()->error.c_str());
    QCOMPARE(RealHouse::answers(m_house->url(), 10).value("shop-three"), 10); // it has no traffic
    wizard().nextButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(model().find("shop-four") != nullptr, 10'000);
}

void TestDeployReal::aNewServiceIsMade()
{
    m_house->commands.action("releases.new_service")->trigger();
    QVERIFY(!wizard().nextButton().isEnabled()); // it has no name yet
    QTest::keyClicks(&wizard().source().serviceName(), "bakery");
    QTest::keyClicks(&wizard().source().image(), "good");
    QCOMPARE(wizard().plan().draft().settings.at("memory"), std::string("2Gi"));
    wizard().plan().edit([](DeployDraft &draft) { draft.settings["memory"] = "512Mi"; });
    deploy();
    QVERIFY2(wizard().run()->hasSucceeded(), wizard().run()->state()->error.c_str());
    wizard().nextButton().click();
    const auto isThere = [this] {
        const auto &services = model().board()->services;
        return std::any_of(services.begin(), services.end(),
                           [](const cloud::Service &one) { return one.name.service == "bakery"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10'000);
}

void TestDeployReal::aBackupIsComparedAndRestored()
{
    m_house->commands.action("releases.backups")->trigger();
    BackupsDialog &dialog = *m_house->page->backups();
    QTRY_VERIFY(dialog.model().list().has_value());
    dialog.backUpButton().click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.backups().lines().size(), 1, 10'000);
    QTRY_VERIFY(!dialog.model().isComparing());
    QVERIFY(!dialog.restoreButton().isEnabled()); // nothing would change
    emit dialog.closeRequested();
    QCOMPARE(m_house->batuta({"deploy", "shop", "--key", "A=9", "--suffix", "nine", "--yes"}), QByteArray());
    m_house->commands.action("releases.backups")->trigger();
    BackupsDialog &again = *m_house->page->backups();
    QTRY_VERIFY_WITH_TIMEOUT(again.restoreButton().isEnabled(), 10'000);
    QCOMPARE(again.services().currentText(), QString("shop"));
    QVERIFY(again.model().now().find("\"9\"") != std::string::npos ||
            again.model().now().find("'9'") != std::string::npos);
    QSignalSpy restored(&again, &BackupsDialog::servicesRestored);
    again.restoreButton().click();
    QTRY_COMPARE_WITH_TIMEOUT(restored.count(), 1, 10'000);
    const auto keyA = [this] {
        for (const cloud::EnvVar &one : model().service()->service.config.env)
            if (one.name == "A")
                return one.value;
        return std::string();
    };
    QTRY_COMPARE_WITH_TIMEOUT(keyA(), std::string("3"), 20'000);
}

void TestDeployReal::theConfigurationIsExported()
{
    QSignalSpy told(m_house->page.get(), &Page::told);
    m_house->page->exportTo(m_house->path("shop.yaml"));
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 10'000);
    QFile file(m_house->path("shop.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("kind: Service"));
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    QCOMPARE(m_house->batuta({"release", "replace", m_house->path("shop.yaml"), "--dry-run"}), QByteArray());
}

void TestDeployReal::alertsAndBudgetAreSaved()
{
    m_house->commands.action("releases.watch")->trigger();
    WatchDialog &dialog = *m_house->page->watchDialog();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.saveButton().isEnabled(), 10'000);
    dialog.limit().setText("900");
    emit dialog.limit().textEdited("900");
    QVERIFY(!dialog.saveButton().isEnabled());
    dialog.limit().setText("2.5");
    emit dialog.limit().textEdited("2.5");
    dialog.saveButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model().watching()->policies.size() == 1, 10'000);
    QCOMPARE(dialog.model().alert(releases::AlertForm::Kind::Errors).share, 0.025);
    dialog.choose("budget");
    QVERIFY(!dialog.saveButton().isEnabled());
    dialog.amount().setText("100.75");
    emit dialog.amount().textEdited("100.75");
    QVERIFY2(dialog.saveButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.saveButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model().watching()->budgets.size() == 1, 10'000);
    QCOMPARE(dialog.model().watching()->budgets[0].amountCents.value_or(0), std::int64_t(10'075));
    emit dialog.closeRequested();
}

QTEST_MAIN(TestDeployReal)
#include "tst_deploy_real.moc"
