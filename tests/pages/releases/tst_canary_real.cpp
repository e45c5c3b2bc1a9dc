// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A release manager's worst moment, from end to end: a canary of the sandbox's functions burns.
#include "tests/pages/releases/real_house.h"
#include "views/pages/releases/deploy_progress.h"
#include "views/pages/releases/deploy_review.h"
#include "views/pages/releases/deploy_wizard.h"
#include "views/pages/releases/rollback_dialog.h"
#include "views/widgets/button.h"

#include <QCheckBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTimer>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using Step = DeployPlan::Step;

namespace {

/// Who uses the service all the while: a call every 10 ms.
class Users final : public QObject
{
public:
    explicit Users(const QUrl &url)
    {
        connect(&m_timer, &QTimer::timeout, this, [this, url] {
            QNetworkRequest request(url);
            request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
            QNetworkReply *reply = m_net.post(request, R"({"user_id": "ana", "session_id": "s-1"})");
            connect(reply, &QNetworkReply::finished, this, [this, reply] {
                const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                ++all;
                failed += status >= 500 ? 1 : 0;
                lost += status == 0 ? 1 : 0;
                reply->deleteLater();
            });
        });
        m_timer.start(10);
    }
    int all = 0, failed = 0, lost = 0;

private:
    QNetworkAccessManager m_net;
    QTimer m_timer;
};

/// `revision=percent …` as gcloud sees it; "" where there is no gcloud.
QString gcloudSees(const RealHouse &house)
{
    if (QStandardPaths::findExecutable("gcloud").isEmpty())
        return {};
    QProcess process;
    process.setWorkingDirectory(house.folder.path());
    process.start("sh",
                  {"-c", ". .batuta/cloud/gcloud.env && gcloud run services describe shop --region us-east1 "
                         "--project demo --format='value(status.traffic)'"});
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
        return "gcloud does not end";
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression kShare("'percent': (\\d+)[^}]*'revisionName': '([^']+)'");
    QStringList shares;
    for (auto it = kShare.globalMatch(said); it.hasNext();) {
        const auto share = it.next();
        if (share.captured(1) != "0")
            shares << share.captured(2) + "=" + share.captured(1);
    }
    shares.sort();
    return shares.isEmpty() ? "?" + said + QString::fromUtf8(process.readAllStandardError())
                            : shares.join(' ');
}

/// The same of the page.
QString pageSees(ReleasesModel &model)
{
    QStringList shares;
    for (const auto &share : model.serving())
        if (share.percent > 0)
            shares << QString::fromStdString(share.revision) + "=" + QString::number(share.percent);
    shares.sort();
    return shares.join(' ');
}

} // namespace

class TestCanaryReal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void aCanaryBurnsAndIsBackInTwoKeysAndAConfirmation();

private:
    /// The sandbox's functions serve as shop-stable.
    static void serveSandbox(RealHouse &house);
    static void planCanary(DeployWizard &wizard);
    /// Until its gate has failed and it holds.
    static void deployCanary(RealHouse &house);
    static void rollBack(RealHouse &house);
    /// Nobody has answered its question: it saw that the traffic was moved, and says by whom.
    static void theRolloutAsksNoMore(RealHouse &house);
    static void compareWithGcloud(const RealHouse &house);

    Theme m_theme;
};

void TestCanaryReal::serveSandbox(RealHouse &house)
{
    house.write("faults.json", R"({"*": {"error_rate": 1, "error_code": 503}})");
    const QByteArray sandbox = BATUTA_BIN_DIR "/batuta-sandbox --port $PORT";
    house.write("images.yaml", "images:\n  sandbox:\n    command: \"" + sandbox +
                                   "\"\n  sandbox-next:\n    command: \"" + sandbox + " --faults " +
                                   house.path("faults.json").toUtf8() + "\"\n");
    const QByteArray trouble =
        house.batuta({"deploy", "shop", "--image", "sandbox", "--suffix", "stable", "--yes"});
    QVERIFY2(trouble.isEmpty(), trouble);
    house.page->model().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(pageSees(house.page->model()), QString("shop-stable=100"), 20'000);
}

void TestCanaryReal::planCanary(DeployWizard &wizard)
{
    wizard.plan().edit([](DeployDraft &draft) {
        draft.image = "sandbox-next";
        draft.suffix = "next";
        draft.rollout = DeployDraft::Rollout::Canary;
        draft.stages = {{20, std::chrono::minutes(10)}};
        client::RolloutGate errors;
        errors.figure = "error_rate";
        errors.max = 0.01;
        errors.samples = 10;
        draft.gates = {{errors, true}};
        draft.holds = true;
    });
    while (wizard.step() < Step::Review) {
        QTRY_VERIFY2_WITH_TIMEOUT(wizard.nextButton().isEnabled(),
                                  qPrintable(wizard.plan().whyNot(wizard.step())), 20'000);
        wizard.nextButton().click();
    }
    wizard.review().backup().setChecked(false);
    QTRY_VERIFY(wizard.nextButton().isEnabled());
}

void TestCanaryReal::deployCanary(RealHouse &house)
{
    DeployWizard &wizard = house.page->wizard();
    wizard.nextButton().click();
    const auto isHeld = [&] {
        return wizard.run() && wizard.run()->state() && !wizard.run()->state()->stages.empty() &&
               wizard.run()->state()->stages[0].status == "held";
    };
    QTRY_VERIFY_WITH_TIMEOUT(isHeld(), 60'000);
    QCOMPARE(wizard.run()->state()->stages[0].gates[0].verdict, std::string("broken"));
    house.page->model().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(pageSees(house.page->model()), QString("shop-next=20 shop-stable=80"), 20'000);
}

/// Esc leaves the wizard, Shift+B rolls back to what is chosen by evidence; the reason and Confirm are one
/// confirmation.
void TestCanaryReal::rollBack(RealHouse &house)
{
    QTest::keyClick(&house.page->wizard(), Qt::Key_Escape);
    QTRY_VERIFY(!house.page->isDeploying());
    QTest::keyClick(house.page.get(), Qt::Key_B, Qt::ShiftModifier);
    QTRY_VERIFY(house.page->dialog());
    RollbackDialog &dialog = *house.page->dialog();
    QCOMPARE(dialog.plan().target(), std::string("shop-stable"));
    dialog.reason().setText("the gate of errors failed");
    QTRY_VERIFY2_WITH_TIMEOUT(dialog.confirmButton().isEnabled(), qPrintable(dialog.whyNot()), 20'000);
    dialog.confirmButton().click();
    ReleasesModel &model = house.page->model();
    QTRY_VERIFY_WITH_TIMEOUT(model.move() && model.move()->phase == TrafficMove::Phase::Done, 20'000);
}

void TestCanaryReal::theRolloutAsksNoMore(RealHouse &house)
{
    const DeployRun &run = *house.page->wizard().run();
    QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 30'000);
    QVERIFY(run.state()->isTakenOver && run.state()->asks.empty());
    const std::string me = client::thisUser().who;
    QCOMPARE(run.state()->movedBy, me);
    QCOMPARE(
        house.page->wizard().progress().verdict(),
        QString("The traffic was moved by %1 since: nothing was changed.").arg(QString::fromStdString(me)));
    house.page->model().refresh();
    const auto isTold = [&] {
        const auto &board = house.page->model().service();
        return board && std::any_of(board->entries.begin(), board->entries.end(),
                                    [](const auto &entry) { return entry.verb == "rollout_withdrawn"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20'000);
    QCOMPARE(pageSees(house.page->model()), QString("shop-stable=100"));
}

void TestCanaryReal::compareWithGcloud(const RealHouse &house)
{
    const QString seen = gcloudSees(house);
    if (seen.isEmpty())
        qInfo("gcloud is not on this machine: what it sees is not compared");
    else
        QCOMPARE(seen, pageSees(house.page->model()));
}

void TestCanaryReal::aCanaryBurnsAndIsBackInTwoKeysAndAConfirmation()
{
    RealHouse house;
    const QString trouble = house.open();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    serveSandbox(house);
    Users users(QUrl(house.url() + "/func-dev-cce-vcc-match-candidato"));
    QTRY_VERIFY_WITH_TIMEOUT(users.all > 50, 20'000);
    QCOMPARE(users.failed, 0);
    compareWithGcloud(house);

    house.commands.action("releases.deploy")->trigger();
    planCanary(house.page->wizard());
    const int before = users.all;
    deployCanary(house);
    compareWithGcloud(house);
    rollBack(house);
    const int all = users.all - before, failed = users.failed;
    QTRY_COMPARE_WITH_TIMEOUT(pageSees(house.page->model()), QString("shop-stable=100"), 20'000);
    compareWithGcloud(house);
    const int then = users.all;
    QTRY_VERIFY_WITH_TIMEOUT(users.all > then + 200, 20'000);
    QVERIFY2(users.failed - failed <= 3,
             qPrintable(QString::number(users.failed - failed))); // were under way
    QVERIFY2(failed > 0 && failed < all * 0.3, qPrintable(QString("%1 of %2").arg(failed).arg(all)));
    QCOMPARE(users.lost, 0);
    qInfo("%d of %d requests failed while the canary had 20 %%", failed, all);
    theRolloutAsksNoMore(house);
}

QTEST_MAIN(TestCanaryReal)
#include "tst_canary_real.moc"
