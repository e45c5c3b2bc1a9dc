// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/base/scripted_client.h"
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

    void whatChangesProductionHasALock()
    {
        tests::ScriptedClient engine;
        EngineLink link;
        CommandRegistry commands;
        QWidget window;
        for (const char *id : {"app.run", "releases.roll_back", "runs.export_csv"})
            commands.add(&window, {id, [id] { return QString(id); }, {}, {}, [] {}});
        for (const auto &[environment, isLocked] : {std::pair("production", true), {"staging", false}}) {
            engine.state.environment = environment;
            link.attach(engine);
            QTRY_COMPARE(link.info().environment, std::string(environment));
            PaletteModel model(link, commands, nullptr);
            model.setText(">");
            int locks = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                if (const PaletteItem *item = model.item(row); item && item->action) {
                    QCOMPARE(item->isLocked, isLocked && item->text != "runs.export_csv");
                    const QString spoken = model.data(model.index(row), Qt::AccessibleTextRole).toString();
                    QCOMPARE(spoken.contains("changes production"), item->isLocked);
                    locks += item->isLocked ? 1 : 0;
                }
            QCOMPARE(locks, isLocked ? 2 : 0);
            link.detach({});
        }
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

    void anIdWithoutAPrefixIsRecognised()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        QAbstractItemModelTester tester(&model);
        const QString user = QString::fromStdString(m_house->ended(m_run).userId);
        model.setText(user);
        QTRY_VERIFY(model.took() >= 0);
        QCOMPARE(model.recognised(), QString("User"));
        const PaletteItem *runs = model.item(model.firstChoice());
        QCOMPARE(runs->address.view, QString("runs"));
        QCOMPARE(runs->address.query.queryItemValue("user_id", QUrl::FullyDecoded), user);
        // The first characters of an execution_id are enough, and lead on to what belongs to it.
        model.setText(m_run.left(8));
        QTRY_COMPARE(addresses(model).count("run"), 1);
        QVERIFY(addresses(model).contains("runs"));
    }

    void anAddressIsOpened()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        model.setText("batuta://runs?status=failed");
        QCOMPARE(model.recognised(), QString("Address"));
        QCOMPARE(model.item(model.firstChoice())->address.query.queryItemValue("status"), QString("failed"));
    }

    void tabNarrowsToTheGroup()
    {
        CommandPalette palette(m_house->link, m_house->commands, nullptr);
        palette.resize(900, 500);
        palette.show();
        QVERIFY(QTest::qWaitForWindowActive(&palette));
        auto *field = palette.findChild<QLineEdit *>();
        palette.setText("profile upd");
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(field->text(), QString("/profile upd"));
        QTest::keyClick(field, Qt::Key_Tab); // it is narrow already
        QCOMPARE(field->text(), QString("/profile upd"));
    }

    void wordsThatAreNoIdsAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isId");
        QTest::newRow("user") << "usr_48213" << true;
        QTest::newRow("number") << " 48213\n" << true;
        QTest::newRow("UUID") << "9b1f6e0c-4d27-4a8e-b1c3-52f07ad9e816" << true;
        QTest::newRow("word") << "profile" << false;
        QTest::newRow("sentence") << "the run of 14:03" << false;
        QTest::newRow("short") << "a1" << false;
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("endless") << QString(200, '1') << false;
    }
    void wordsThatAreNoIdsAreLeftAlone()
    {
        QFETCH(QString, text);
        QTEST(looksLikeId(text), "isId");
    }

    void stepsAndKeysOfTheEnvironmentAreFound()
    {
        PaletteModel model(m_house->link, m_house->commands, nullptr);
        QAbstractItemModelTester tester(&model);
        model.setText("$url");
        QCOMPARE(model.recognised(), QString("Environment keys"));
        QVERIFY(model.rowCount() > 2);
        const PaletteItem *key = model.item(model.firstChoice());
        QCOMPARE(key->address.view, QString("environments"));
        QCOMPARE(key->address.query.queryItemValue("key"), key->text);
        QVERIFY(key->text.contains("URL"));
        model.setText("match_candidato");
        const PaletteItem *step = model.item(model.firstChoice());
        QCOMPARE(step->address.view, QString("flow"));
        QCOMPARE(step->address.query.queryItemValue("step"), QString("match_candidato"));
        model.setText("$no such key");
        QCOMPARE(model.rowCount(), 0);
    }

    void whatWasUsedLastComesFirst()
    {
        ViewState state{QString()};
        CommandPalette palette(m_house->link, m_house->commands, nullptr);
        palette.remember(state);
        auto *field = palette.findChild<QLineEdit *>();
        palette.setText(">go somewhere");
        QTest::keyClick(field, Qt::Key_Return);
        palette.setText("batuta://runs?status=failed");
        QTest::keyClick(field, Qt::Key_Return);
        palette.setText(">go somewhere");
        QTest::keyClick(field, Qt::Key_Return);
        CommandPalette next(m_house->link, m_house->commands, nullptr);
        next.remember(state);
        const auto *model = next.findChild<PaletteModel *>();
        QCOMPARE(model->item(0)->text, QString("Last used"));
        QCOMPARE(model->item(1)->text, QString("Go somewhere"));
        QVERIFY(model->item(1)->action);
        QCOMPARE(model->item(2)->address.query.queryItemValue("status"), QString("failed"));
        PaletteItem item;
        QJsonArray history;
        for (int i = 0; i < 70; ++i) {
            item.address = {"runs", {}, QUrlQuery("user_id=" + QString::number(i))};
            history = historyWith(history, item);
        }
        QCOMPARE(history.size(), 50);
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
    static QStringList addresses(const PaletteModel &model)
    {
        QStringList views;
        for (int row = 0; row < model.rowCount(); ++row)
            views << model.item(row)->address.view;
        return views;
    }

    std::unique_ptr<tests::ConsoleHouse> m_house;
    QWidget m_window;
    QString m_run;
    int m_ran = 0;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
