// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/shell_house.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"
#include "views/pages/trace/why_box.h"
#include "views/shell/activity_rail.h"
#include "views/shell/close_dialog.h"
#include "views/shell/connection.h"
#include "views/shell/keys_sheet.h"
#include "views/shell/pages.h"
#include "views/shell/palette.h"
#include "views/widgets/overlay.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::views;

class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_house = std::make_unique<tests::ShellHouse>();
        QVERIFY(m_house->start());
        m_shell = m_house->shell.get();
        QVERIFY(QTest::qWaitForWindowActive(m_shell));
    }

    void cleanup() { m_house.reset(); }

    void theFirstStartWelcomesTheNextGoesBack()
    {
        m_shell->begin();
        QCOMPARE(m_shell->currentPage()->address().view, QString("welcome"));
        m_shell->open({"runs", {}, {}});
        QSignalSpy left(m_shell, &Shell::left);
        m_shell->close();
        QCOMPARE(left.size(), 1);
        Shell next(m_house->house.context(), m_house->control);
        next.begin();
        QCOMPARE(next.currentPage()->address().view, QString("runs"));
    }

    void keysLeadThroughTheViewsAndBack()
    {
        m_shell->open({"flows", {}, {}});
        QTest::keyClick(m_shell, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_shell->currentPage()->address().view, QString("runs"));
        QTest::keyClick(m_shell, Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(m_shell->currentPage()->address().view, QString("settings"));
        QTest::keyClick(m_shell, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_shell->currentPage()->address().view, QString("runs"));
        QTest::keyClick(m_shell, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_shell->currentPage()->address().view, QString("settings"));
    }

    void theRailHasOnlyPagesThatExist()
    {
        const auto items = m_shell->findChildren<RailItem *>();
        const auto isOnRail = [](const ViewEntry &entry) { return !entry.icon.isEmpty(); };
        QCOMPARE(items.size(), std::ranges::count_if(viewEntries(), isOnRail));
        QVERIFY(items.size() >= 6);
        for (RailItem *item : items) {
            QVERIFY(!item->accessibleName().isEmpty());
            QTest::mouseClick(item, Qt::LeftButton);
            QCOMPARE(m_shell->currentPage()->address().view, item->view());
            QVERIFY(item->isChecked());
        }
    }

    void pastingAnIdFindsItsTraceInTwoKeys()
    {
        const QString id = m_house->house.run("update_profile", tests::ConsoleHouse::sampleInput());
        QVERIFY(!id.isEmpty());
        m_house->house.ended(id);
        m_shell->open({"runs", {}, {}});
        QApplication::clipboard()->setText(id);
        QTest::keyClick(m_shell, Qt::Key_K, Qt::ControlModifier);
        auto *palette = m_shell->findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *field = palette->findChild<QLineEdit *>();
        QCOMPARE(field->text(), id);
        const auto *model = palette->findChild<PaletteModel *>();
        QTRY_VERIFY(model->firstChoice() >= 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_shell->currentPage()->address().view, QString("run"));
        QCOMPARE(m_shell->currentPage()->address().id, id);
        QApplication::clipboard()->clear();
    }

    /// The issue's own sentence: from a pasted id to the cause in two keystrokes, to the others in one more.
    void aPastedIdLeadsToTheCauseInTwoKeysAndToTheOthersInOneMore()
    {
        QVERIFY(m_house->house.setFault("match_candidato", R"({"error_rate": 1, "error_code": 503})"));
        QStringList failed;
        for (int i = 0; i < 3; ++i) {
            failed << m_house->house.run("update_profile", tests::ConsoleHouse::sampleInput());
            QCOMPARE(m_house->house.ended(failed.back()).status, std::string("failed"));
        }
        QVERIFY(m_house->house.setFault("match_candidato", "{}"));
        m_shell->open({"runs", {}, {}});
        QApplication::clipboard()->setText(failed.first());
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(m_shell, Qt::Key_K, Qt::ControlModifier);
        auto *palette = m_shell->findChild<CommandPalette *>();
        QVERIFY(palette);
        const auto *found = palette->findChild<PaletteModel *>();
        QTRY_VERIFY(found->firstChoice() >= 0);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(m_shell->currentPage()->address().view, QString("run"));
        auto *trace = static_cast<TracePage *>(m_shell->currentPage());
        QTRY_VERIFY(trace->address().query.hasQueryItem("step"));
        const auto why = [&] {
            const auto *box = trace->inspector().findChild<WhyBox *>();
            return box && box->isVisible() ? box->sentence() : QString();
        };
        QTRY_VERIFY2(why().contains("503"), qPrintable(why()));
        const qint64 toTheCause = clock.restart();
        QTRY_VERIFY2(why().contains("2 other"), qPrintable(why()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F);
        QTRY_COMPARE(m_shell->currentPage()->address().view, QString("runs"));
        QVERIFY(m_shell->currentPage()->address().query.hasQueryItem("failure"));
        auto *table = m_shell->currentPage()->findChild<QTableView *>();
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        qInfo("from the pasted id to the cause: %lld ms, from there to the others: %lld ms", toTheCause,
              clock.elapsed());
        QApplication::clipboard()->clear();
    }

    void f1ShowsTheKeysOfThisView()
    {
        m_shell->open({"runs", {}, {}});
        QTest::keyClick(m_shell, Qt::Key_F1);
        auto *sheet = m_shell->findChild<KeysSheet *>();
        QVERIFY(sheet);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!m_shell->findChild<KeysSheet *>());
    }

    void aDialogStaysWithThePageThatOpenedIt()
    {
        m_shell->open({"flows", {}, {}});
        auto *field = new QLineEdit;
        QPointer<Overlay> dialog = new Overlay(m_shell, field, {300, 80});
        dialog->open();
        QTest::keyClicks(field, "half a reason");
        QTest::keyClick(field, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_shell->currentPage()->address().view, QString("runs"));
        QVERIFY(dialog->isHidden());
        QVERIFY(m_shell->currentPage()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(m_shell, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(dialog->isVisible());
        QVERIFY(field->hasFocus());
        QCOMPARE(field->text(), QString("half a reason"));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QVERIFY(m_shell->currentPage()->isAncestorOf(QApplication::focusWidget()));
    }

    void everyCommandHasATextAndAnIdOfItsOwn()
    {
        for (const char *view : {"flows", "runs", "failures", "run", "settings", "welcome"})
            m_shell->page(view);
        QSet<QString> ids;
        for (const char *view : {"flows", "runs", "failures", "run", "settings", "welcome"})
            for (const QAction *action : m_house->house.commands.commandsOf(m_shell->page(view))) {
                QVERIFY(!action->text().isEmpty());
                ids.insert(CommandRegistry::idOf(action));
            }
        QVERIFY(ids.size() > 30);
        // A key of the window that a page takes away would do two things, or none.
        for (const char *view : {"flows", "runs", "run", "settings"}) {
            QMap<QString, QString> keys;
            for (const QAction *action : m_house->house.commands.commandsOf(m_shell->page(view)))
                for (const QKeySequence &key : action->shortcuts()) {
                    const QString text = key.toString();
                    QVERIFY2(text.isEmpty() || !keys.contains(text),
                             qPrintable(QString("%1: %2 and %3")
                                            .arg(text, keys.value(text), CommandRegistry::idOf(action))));
                    keys.insert(text, CommandRegistry::idOf(action));
                }
        }
    }

    void withoutItsEngineTheWindowSaysSoAndOffersToStart()
    {
        m_shell->open({"runs", {}, {}});
        QVERIFY(m_house->house.commands.action("app.run")->isEnabled());
        m_house->house.stopEngine();
        auto *strip = m_shell->findChild<UnreachableStrip *>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(!m_house->house.commands.action("app.run")->isEnabled());
        QVERIFY(!CommandRegistry::whyNot(m_house->house.commands.action("app.run")).isEmpty());
        m_shell->showConnection(true);
        m_house->house.commands.action("engine.start")->trigger();
        QCOMPARE(m_house->control.starts, 1);
    }

    void closingWhileSomethingRunsAsksAndWaits()
    {
        QVERIFY(m_house->house.setFault("*", R"({"latency_ms": 400})"));
        const QString id = m_house->house.run("update_profile", tests::ConsoleHouse::sampleInput());
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY(m_house->house.link.running() > 0);
        QSignalSpy left(m_shell, &Shell::left);
        m_shell->close();
        auto *dialog = m_shell->findChild<CloseDialog *>();
        QVERIFY(dialog);
        QCOMPARE(left.size(), 0);
        emit dialog->cancelChosen();
        QTRY_COMPARE_WITH_TIMEOUT(left.size(), 1, 15000);
        QCOMPARE(m_house->house.ended(id).status, std::string("cancelled"));
    }

    void themeAndLanguageSwitchEverywhereAtOnce()
    {
        m_shell->open({"runs", {}, {}});
        m_house->house.preferences.setLanguage("pt_BR");
        QCOMPARE(m_shell->currentPage()->title(), QString::fromUtf8("Execuções"));
        QStringList rail;
        for (const RailItem *item : m_shell->findChildren<RailItem *>())
            rail << item->text();
        QVERIFY2(rail.contains(QString::fromUtf8("Execuções")) && rail.contains("Fluxos"),
                 qPrintable(rail.join(' ')));
        m_house->house.preferences.setTheme("dark");
        QVERIFY(m_house->house.theme.isDark());
        m_house->house.preferences.setLanguage("en");
        QCOMPARE(m_shell->currentPage()->title(), QString("Runs"));
    }

    void f6GoesRoundThePanes_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<int>("panes");
        QTest::newRow("flows") << "flows" << 3;
        QTest::newRow("runs") << "runs" << 4;
    }

    void f6GoesRoundThePanes()
    {
        QFETCH(QString, view);
        QFETCH(int, panes);
        const QString id = m_house->house.run("update_profile", tests::ConsoleHouse::sampleInput());
        m_house->house.ended(id);
        m_shell->open({view, view == "flows" ? "update_profile" : QString(), {}});
        QTRY_VERIFY(QApplication::focusWidget());
        QList<QWidget *> stops;
        for (int i = 0; i < panes; ++i) {
            QTest::keyClick(m_shell, Qt::Key_F6);
            QVERIFY(!stops.contains(QApplication::focusWidget()));
            stops << QApplication::focusWidget();
        }
        QTest::keyClick(m_shell, Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), stops.constFirst());
        QTest::keyClick(m_shell, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), stops.constLast());
    }

    void everyFocusableControlHasAName()
    {
        for (const char *view : {"flows", "runs", "failures", "run", "settings", "welcome"}) {
            m_shell->open({view, {}, {}});
            for (const QWidget *widget : m_shell->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                    continue;
                const QAccessibleInterface *access =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                const QString name = access ? access->text(QAccessible::Name) : QString();
                QVERIFY2(!name.isEmpty(),
                         qPrintable(
                             QString("%1: %2 %3 in %4")
                                 .arg(view, widget->metaObject()->className(),
                                      widget->objectName() + widget->toolTip(),
                                      widget->parentWidget()->parentWidget()
                                          ? widget->parentWidget()->parentWidget()->metaObject()->className()
                                          : "nothing")));
            }
        }
    }

private:
    std::unique_ptr<tests::ShellHouse> m_house;
    Shell *m_shell = nullptr;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
