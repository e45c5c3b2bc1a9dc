// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/shell_house.h"
#include "views/pages/environments/environments_page.h"
#include "views/shell/environment_tag.h"
#include "views/shell/unapplied_dialog.h"
#include "views/widgets/button.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

/// Which environment the engine runs in, in the window's top bar; and edits that nobody has applied when the
/// window closes.
class TestEnvironmentChoice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_house.reset(); }
    void theMenuNamesWhatThereIs();
    void choosingIsFreeAndSeenEverywhere();
    void productionIsUnlockedForAWhile();
    void theChoiceIsKeptUntilTheFileSaysAnother();
    void closingAsksAboutEdits();

private:
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(m_house->house.folder() + '/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }
    QMenu *menu() const;
    QAction *item(QMenu *menu, const QString &words) const;
    EnvironmentTag *tag() const { return m_shell->findChild<EnvironmentTag *>(); }
    QAbstractButton *button(const QString &words) const;

    std::unique_ptr<tests::ShellHouse> m_house;
    Shell *m_shell = nullptr;
};

void TestEnvironmentChoice::init()
{
    m_house = std::make_unique<tests::ShellHouse>();
    QVERIFY(m_house->start());
    m_shell = m_house->shell.get();
    QVERIFY(QTest::qWaitForWindowActive(m_shell));
    write(".env.staging", "A=1\n");
    write(".env.production", "A=2\n");
}

/// As it is once the files were read.
QMenu *TestEnvironmentChoice::menu() const
{
    QMenu *menu = m_shell->openEnvironmentMenu({});
    if (!QTest::qWaitFor([&] { return item(menu, "staging") != nullptr; }))
        qFatal("the menu has no staging");
    return menu;
}

QAction *TestEnvironmentChoice::item(QMenu *menu, const QString &words) const
{
    for (QAction *action : menu->actions())
        if (action->text().contains(words))
            return action;
    return nullptr;
}

QAbstractButton *TestEnvironmentChoice::button(const QString &words) const
{
    for (QAbstractButton *one : m_shell->findChildren<QAbstractButton *>())
        if (one->text() == words && one->isVisible())
            return one;
    return nullptr;
}

void TestEnvironmentChoice::theMenuNamesWhatThereIs()
{
    QTest::keyClick(m_shell, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *menu = m_shell->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QTRY_VERIFY(item(menu, "staging"));
    QCOMPARE(menu->defaultAction(), item(menu, "dev"));
    QVERIFY(item(menu, "staging")->text().contains("problem")); // the flows' URLs are missing there
    QVERIFY(item(menu, "Unlock production"));
    QSignalSpy changed(m_shell, &QWidget::windowTitleChanged);
    item(menu, "Keys of all environments")->trigger();
    QCOMPARE(m_shell->currentPage()->address().view, QString("environments"));
}

void TestEnvironmentChoice::choosingIsFreeAndSeenEverywhere()
{
    item(menu(), "staging")->trigger();
    QCOMPARE(m_house->control.environment, QString("staging"));
    QCOMPARE(tag()->text(), QString("staging"));
    QVERIFY(m_shell->windowTitle().contains("(staging)"));
    item(menu(), "PRODUCTION")->trigger(); // nothing is asked
    QCOMPARE(tag()->text(), QString("PRODUCTION"));
    QVERIFY(tag()->accessibleName().contains("locked"));
    QVERIFY(m_shell->windowTitle().contains("(production)"));
}

void TestEnvironmentChoice::productionIsUnlockedForAWhile()
{
    item(menu(), "PRODUCTION")->trigger();
    QMenu *opened = menu();
    item(opened, "Unlock production")->trigger();
    ProductionLock &lock = m_house->control.lock();
    QVERIFY(lock.isOpen());
    QVERIFY(lock.secondsLeft() > 890 && lock.secondsLeft() <= 900);
    QVERIFY(tag()->accessibleName().contains("unlocked"));
    QVERIFY(item(opened, "Lock production, open for 1"));
    item(opened, "Lock production")->trigger();
    QVERIFY(!lock.isOpen());
    QVERIFY(!tag()->accessibleName().contains("unlocked"));
}

void TestEnvironmentChoice::theChoiceIsKeptUntilTheFileSaysAnother()
{
    item(menu(), "staging")->trigger();
    m_house->control.environment = "dev"; // as the workspace's file says
    {
        Shell next(m_house->house.context(), m_house->control);
        next.begin();
        QCOMPARE(m_house->control.environment, QString("staging"));
        next.close();
    }
    m_house->control.environment = "production"; // the file was changed meanwhile
    Shell next(m_house->house.context(), m_house->control);
    next.begin();
    QCOMPARE(m_house->control.environment, QString("production"));
}

void TestEnvironmentChoice::closingAsksAboutEdits()
{
    m_shell->open({"environments", {}, {}});
    auto *page = qobject_cast<EnvironmentsPage *>(m_shell->currentPage());
    QTRY_VERIFY(page->model()->isLoaded());
    const auto &names = page->model()->matrix().environments;
    const auto staging = std::find(names.begin(), names.end(), "staging") - names.begin();
    QVERIFY(page->model()->set("x", static_cast<std::size_t>(staging), {{"A", "3"}}));
    QSignalSpy left(m_shell, &Shell::left);
    m_shell->close();
    QCOMPARE(left.size(), 0);
    QVERIFY(m_shell->findChild<UnappliedDialog *>());
    button("Keep the window open")->click();
    QTRY_VERIFY(!m_shell->findChild<UnappliedDialog *>());
    QCOMPARE(page->model()->pendingCount(), 1);
    m_shell->close();
    button("Discard and close")->click();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(page->model()->pendingCount(), 0);
}

QTEST_MAIN(TestEnvironmentChoice)
#include "tst_environment_choice.moc"
