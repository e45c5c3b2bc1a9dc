// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/console_house.h"
#include "views/shell/palette.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<tests::ConsoleHouse>();
        QVERIFY(m_house->start());
        m_run = m_house->run("update_profile", tests::ConsoleHouse::sampleInput());
        QVERIFY(!m_run.isEmpty());
        QCOMPARE(m_house->ended(m_run).status, std::string("success"));
        m_house->commands.add(
            &m_window, {"app.go", [] { return QString("Go somewhere"); }, {}, {}, [this] { ++m_ran; }});
        m_house->commands.add(&m_window, {"app.never",
                                          [] { return QString("Go nowhere"); },
                                          {},
                                          {},
                                          [this] { ++m_ran; },
                                          [] { return QString("Not now"); }});
    }

    void cleanupTestCase() { m_house.reset(); }

    void anExecutionIdFindsItsRun()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        QAbstractItemModelTester tester(&model);
        model.setText("  " + m_run.toUpper() + " ");
        QCOMPARE(model.recognised(), QString("Execution ID"));
        QTRY_VERIFY(model.firstChoice() >= 0);
        const PaletteItem *found = model.item(model.firstChoice());
        QCOMPARE(found->address, (Address{"run", m_run, {}}));
        QVERIFY(found->text.contains("update_profile"));
    }

    void anUnknownIdSaysSoAndCannotBeChosen()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        model.setText("00000000-0000-4000-8000-000000000000");
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.firstChoice(), -1);
    }

    void wordsFindFlowsAndCommands()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        model.setText("profile upd");
        QCOMPARE(model.item(model.firstChoice())->address.id, QString("update_profile"));
        model.setText(">go some");
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.item(1)->text, QString("Go somewhere"));
        model.setText("/login");
        QCOMPARE(model.item(1)->address.id, QString("first_login"));
    }

    void aUserFindsTheirRuns()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        const std::string user = m_house->ended(m_run).userId;
        QVERIFY(!user.empty());
        model.setText('@' + QString::fromStdString(user));
        QTRY_VERIFY(model.firstChoice() >= 0);
        QCOMPARE(model.item(model.firstChoice())->address.id, m_run);
    }

    void lateAnswersToAnOlderTextAreDropped()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        QAbstractItemModelTester tester(&model);
        model.setText(m_run);
        model.setText(">go");
        QTRY_VERIFY(!model.isSearching());
        QCoreApplication::sendPostedEvents();
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.item(row)->run);
    }

    void keysMoveAndChoose()
    {
        CommandPalette palette(m_house->link, m_house->commands, nullptr);
        palette.resize(900, 500);
        palette.show();
        QVERIFY(QTest::qWaitForWindowActive(&palette));
        QSignalSpy chosen(&palette, &CommandPalette::actionChosen),
            places(&palette, &CommandPalette::addressChosen);
        auto *field = palette.findChild<QLineEdit *>();
        palette.setText(">go");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(field, Qt::Key_Down); // the one that cannot be done now
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        palette.setText(m_run);
        auto *list = palette.findChild<QListView *>();
        QTRY_VERIFY(list->currentIndex().isValid());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(places.size(), 1);
    }

    void hugePastedTextIsBounded()
    {
        CommandPalette palette(m_house->link, m_house->commands, nullptr);
        palette.setText(QString(1'000'000, 'a'));
        QVERIFY(palette.findChild<QLineEdit *>()->text().size() <= 400);
    }

private:
    std::unique_ptr<tests::ConsoleHouse> m_house;
    QWidget m_window;
    QString m_run;
    int m_ran = 0;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
