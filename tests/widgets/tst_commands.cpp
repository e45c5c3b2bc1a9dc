// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/command_registry.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace batuta::views;

class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }

    void runsByActionAndByKey()
    {
        CommandRegistry commands;
        QWidget window;
        int ran = 0;
        QAction *action = commands.add(
            &window,
            {"app.go", [] { return QString("Go"); }, "play", {QKeySequence("Ctrl+G")}, [&] { ++ran; }});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(commands.action("app.go"), action);
        action->trigger();
        QTest::keyClick(&window, Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(ran, 2);
    }

    void sayWhyNotAndEnableAgain()
    {
        CommandRegistry commands;
        QWidget window;
        QString reason = "The engine does not answer";
        QAction *action = commands.add(
            &window, {"app.run", [] { return QString("Run"); }, {}, {}, [] {}, [&] { return reason; }});
        Button button(action);
        QVERIFY(!action->isEnabled());
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), reason);
        QCOMPARE(CommandRegistry::whyNot(action), reason);
        reason.clear();
        commands.update();
        QVERIFY(action->isEnabled());
        QVERIFY(button.isEnabled());
        QSignalSpy triggered(action, &QAction::triggered);
        button.click();
        QCOMPARE(triggered.size(), 1);
    }

    void aPagesKeysActOnlyInsideIt()
    {
        CommandRegistry commands;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *page = new QWidget;
        auto *other = new QLineEdit;
        page->setFocusPolicy(Qt::StrongFocus);
        column->addWidget(page);
        column->addWidget(other);
        int ran = 0;
        commands.add(
            page, {"runs.cancel", [] { return QString("Cancel"); }, {}, {QKeySequence("X")}, [&] { ++ran; }});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
        QTest::keyClick(other, Qt::Key_X);
        QCOMPARE(ran, 0);
        QCOMPARE(other->text(), QString("x"));
        page->setFocus();
        QTest::keyClick(page, Qt::Key_X);
        QCOMPARE(ran, 1);
    }

    void commandsOfAPageAndOfTheWindow()
    {
        CommandRegistry commands;
        QWidget window;
        auto *page = new QWidget(&window);
        auto *another = new QWidget(&window);
        commands.add(&window, {"app.a", [] { return QString("A"); }, {}, {}, [] {}});
        commands.add(page, {"page.b", [] { return QString("B"); }, {}, {}, [] {}});
        commands.add(another, {"other.c", [] { return QString("C"); }, {}, {}, [] {}});
        QCOMPARE(commands.commandsOf(page).size(), std::size_t(2));
        QCOMPARE(commands.commandsOf(nullptr).size(), std::size_t(1));
        std::unique_ptr<QWidget>(another).reset();
        QVERIFY(!commands.action("other.c"));
    }

    void textsFollowTheLanguage()
    {
        CommandRegistry commands;
        QWidget window;
        QString word = "Run";
        QAction *action = commands.add(&window, {"app.run", [&] { return word; }, {}, {}, [] {}});
        word = "Executar";
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(qApp, &event);
        QCOMPARE(action->text(), word);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
