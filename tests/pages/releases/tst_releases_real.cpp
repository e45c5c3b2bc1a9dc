// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/releases/real_house.h"
#include "views/pages/releases/rollback_dialog.h"
#include "views/pages/releases/traffic_bar.h"
#include "views/widgets/button.h"

#include <QLineEdit>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// Traffic on a real engine, over a local cloud in another process that runs real ones.
class TestReleasesReal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void trafficMovesByKeyAndComesBackByDialog();

private:
    Theme m_theme;
};

void TestReleasesReal::trafficMovesByKeyAndComesBackByDialog()
{
    RealHouse house;
    const QString trouble = house.open();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    CommandRegistry &commands = house.commands;
    ReleasesPage &page = *house.page;
    ReleasesModel &model = page.model();
    QTRY_VERIFY_WITH_TIMEOUT(model.service().has_value(), 20'000);
    QCOMPARE(model.environment(), std::string("dev"));
    QCOMPARE(model.service()->revisions.size(), std::size_t(2));
    const std::string fresh = model.service()->revisions[0].name, old = model.service()->revisions[1].name;
    const QString url = QString::fromStdString(model.service()->service.url);
    QCOMPARE(RealHouse::answers(url, 10).value(QString::fromStdString(fresh)), 10);

    // Half of it to the older revision, by the keyboard.
    model.chooseRevision(old);
    commands.action("releases.traffic")->trigger();
    QCOMPARE(page.bar().shares().size(), std::size_t(2));
    while (page.bar().shares()[0].percent > 50)
        QTest::keyClick(&page.bar(), Qt::Key_Left);
    QTest::keyClick(&page.bar(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(model.move() && model.move()->phase == TrafficMove::Phase::Done, 20'000);
    const auto half = RealHouse::answers(url, 200);
    QVERIFY(half.value(QString::fromStdString(old)) > 60 && half.value(QString::fromStdString(fresh)) > 60);

    // Back to the older one altogether, as in production.
    model.chooseEnvironment("production");
    QTRY_VERIFY_WITH_TIMEOUT(model.service() && model.service()->place.isGuarded, 20'000);
    commands.action("releases.roll_back")->trigger();
    RollbackDialog &dialog = *page.dialog();
    dialog.plan().setTarget(old);
    dialog.reason().setText("the new one burns");
    QTRY_VERIFY(!dialog.plan().isLooking());
    QVERIFY(!dialog.confirmButton().isEnabled());
    dialog.typedName().setText("shop");
    QVERIFY2(dialog.confirmButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.confirmButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(model.move()->phase == TrafficMove::Phase::Done, 20'000);
    const auto back = RealHouse::answers(url, 40);
    QCOMPARE(back.value(QString::fromStdString(old)), 40);
    QTRY_COMPARE(model.service()->entries.front().verb, std::string("roll_back"));
    QCOMPARE(model.service()->entries.front().why, std::string("the new one burns"));

    // And as it was, within two minutes and with one key.
    QVERIFY(model.undoSecondsLeft() > 0);
    QTest::keyClick(&dialog.cancelButton(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(model.serving().size() == 2 && !model.isMoving(), 20'000);
}

QTEST_MAIN(TestReleasesReal)
#include "tst_releases_real.moc"
