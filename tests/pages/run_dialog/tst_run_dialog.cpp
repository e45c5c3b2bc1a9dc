// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The Run dialog, driven by keys and clicks over the real engine and sandbox.
#include "engine/json/json.h"
#include "tests/support/console_house.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/widgets/overlay.h"

#include <QAbstractButton>
#include <QListView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class RunDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void picture();

private:
    std::unique_ptr<tests::ConsoleHouse> m_house;
};

void RunDialogTest::initTestCase()
{
    m_house = std::make_unique<tests::ConsoleHouse>();
    QVERIFY(m_house->start());
}

void RunDialogTest::picture()
{
    QWidget window;
    window.resize(1440, 900);
    window.show();
    auto *dialog = new RunDialog(m_house->context(), nullptr);
    Overlay overlay(&window, dialog, {1000, 648});
    dialog->setFlow("update_profile", R"({"user_id": "usr_48213", "session_id": "ses_7fa0c1", "vacancy_id": "vac_1"})");
    overlay.open();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(dialog->findChild<QListView *>("plan")->model()->index(0, 0).data(PlanModel::VerdictRole).toString() == "runs");
    window.grab().save("/tmp/ri_light.png");
    m_house->theme.setMode(ThemeMode::Dark);
    window.grab().save("/tmp/ri_dark.png");
    m_house->theme.setMode(ThemeMode::Light);
}

QTEST_MAIN(RunDialogTest)
#include "tst_run_dialog.moc"
