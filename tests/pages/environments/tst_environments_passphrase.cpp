// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/environments/env_house.h"
#include "tests/support/verify.h"
#include "views/pages/environments/passphrase_dialog.h"
#include "views/pages/environments/secret_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"

#include <QDirIterator>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

const char *const kPhrase = "correct horse";
QStringList g_logged; ///< every line that Qt has logged

void keep(QtMsgType, const QMessageLogContext &, const QString &text)
{
    g_logged << text;
}

} // namespace

/// The passphrase of the sealed file, typed in the window: nothing else knows it.
class TestEnvironmentsPassphrase : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aClosedFileIsSaidAndOpened();
    void anotherPassphraseIsSaid();
    void aSecretThatIsLookedAtAsksForIt();
    void aNewFileWantsItTwice();
    void theDialogOfASecretAsksForIt();
    void nothingIsWrittenWithAnotherOne();
    void movingToAFileAsksForIt();
    void aWrongFileOfAPassphraseIsSaid();
    void itIsWrittenNowhere();

private:
    void seal() const;
    PassphraseDialog *ask(const QString &typed);
    std::string value(const char *name) const;

    std::unique_ptr<EnvHouse> m_house;
    QtMessageHandler m_before = nullptr;
};

void TestEnvironmentsPassphrase::init()
{
    g_logged.clear();
    m_before = qInstallMessageHandler(keep);
    m_house = std::make_unique<EnvHouse>();
    qunsetenv("BATUTA_PASSPHRASE_FILE");
}

void TestEnvironmentsPassphrase::cleanup()
{
    m_house.reset();
    qInstallMessageHandler(m_before);
}

/// A sealed file with one secret, as an engine without a window has made it.
void TestEnvironmentsPassphrase::seal() const
{
    const auto store = secrets::makeStore(m_house->house.folder.path().toStdString(),
                                          secrets::StoreKind::File, {"", kPhrase});
    BATUTA_VERIFY_OK(store);
    BATUTA_VERIFY_OK((*store)->set({"staging", "HOOK_TOKEN"}, "stg-geheim"));
}

PassphraseDialog *TestEnvironmentsPassphrase::ask(const QString &typed)
{
    auto *dialog = m_house->page->findChild<PassphraseDialog *>();
    if (dialog) {
        dialog->fields().first().setText(typed);
        dialog->openButton().click();
    }
    return dialog;
}

std::string TestEnvironmentsPassphrase::value(const char *name) const
{
    const auto store = secrets::openStore(m_house->house.folder.path().toStdString(), {"", kPhrase});
    if (!store || !*store)
        return "(no store)";
    const auto values = (*store)->values({{"staging", name}});
    return values && values->front() ? *values->front() : "(not there)";
}

void TestEnvironmentsPassphrase::aClosedFileIsSaidAndOpened()
{
    seal();
    QVERIFY(m_house->open());
    QVERIFY(m_house->everything().contains("The sealed file of secrets is closed."));
    m_house->button("Type the passphrase")->click();
    auto *dialog = m_house->page->findChild<PassphraseDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->fields().first().echoMode(), QLineEdit::Password);
    QVERIFY(!dialog->fields().again().isVisible()); // the file knows whether it is right
    QVERIFY(!dialog->openButton().isEnabled());
    QCOMPARE(QApplication::focusWidget(), &dialog->fields().first());
    QTest::keyClicks(QApplication::focusWidget(), QString("  %1 ").arg(kPhrase));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!m_house->page->findChild<PassphraseDialog *>());
    QVERIFY(!m_house->button("Type the passphrase"));                            // the notice goes
    QCOMPARE(m_house->house.control.passphrase()->text(), std::string(kPhrase)); // for the engine
    QCOMPARE(m_house->engine.acts, std::vector<std::string>{"reload "});
    m_house->go("HOOK_TOKEN", 1);
    m_house->run("environments.reveal");
    QTRY_COMPARE(m_house->text("HOOK_TOKEN", 1), QString("stg-geheim"));
}

void TestEnvironmentsPassphrase::anotherPassphraseIsSaid()
{
    seal();
    QVERIFY(m_house->open());
    m_house->run("environments.passphrase");
    PassphraseDialog *dialog = ask("battery staple");
    QVERIFY(dialog);
    QTRY_VERIFY(m_house->everything().contains("the passphrase is another"));
    QVERIFY(m_house->page->findChild<PassphraseDialog *>()); // it stays
    QVERIFY(m_house->house.control.passphrase()->text().empty());
    QVERIFY(m_house->engine.acts.empty());
    ask(kPhrase);
    QTRY_VERIFY(!m_house->page->findChild<PassphraseDialog *>());
}

void TestEnvironmentsPassphrase::aSecretThatIsLookedAtAsksForIt()
{
    seal();
    QVERIFY(m_house->open());
    m_house->go("HOOK_TOKEN", 1);
    m_house->run("environments.reveal");
    QVERIFY(m_house->engine.acts.empty()); // nothing was seen: no entry of the audit
    QVERIFY(ask(kPhrase));
    QTRY_COMPARE(m_house->text("HOOK_TOKEN", 1), QString("stg-geheim"));
    QCOMPARE(m_house->engine.acts.back(), std::string("reveal_secret staging/HOOK_TOKEN"));
}

void TestEnvironmentsPassphrase::aNewFileWantsItTwice()
{
    QVERIFY(m_house->open());
    m_house->go("HOOK_TOKEN", 1);
    auto *dialog = m_house->dialog<SecretDialog>("environments.secret");
    QVERIFY(dialog);
    QCOMPARE(dialog->place().value(), QString("keyring"));
    QVERIFY(!dialog->passphrase().isVisible());
    dialog->place().setValue("file");
    emit dialog->place().chosen("file");
    QVERIFY(dialog->passphrase().isVisible() && dialog->passphrase().again().isVisible());
    const auto whyNot = [&](const QString &first, const QString &again) {
        dialog->passphrase().first().setText(first);
        dialog->passphrase().again().setText(again);
        return dialog->whyNot();
    };
    QCOMPARE(whyNot("", ""), QString("Type the passphrase"));
    QVERIFY2(whyNot("short", "short").contains("8"), qPrintable(dialog->whyNot()));
    QCOMPARE(whyNot(kPhrase, "correct house"), QString("The two are not the same"));
    QCOMPARE(whyNot(kPhrase, kPhrase), QString());
    dialog->setButton().click();
    QTRY_VERIFY(!m_house->page->findChild<SecretDialog *>());
    QCOMPARE(value("HOOK_TOKEN"), std::string("stg-geheim"));
}

void TestEnvironmentsPassphrase::theDialogOfASecretAsksForIt()
{
    seal();
    QVERIFY(m_house->open());
    m_house->go("HOOK_TOKEN", 1);
    auto *dialog = m_house->dialog<SecretDialog>("environments.secret");
    QVERIFY(dialog->passphrase().isVisible() && !dialog->passphrase().again().isVisible());
    dialog->value().setText("neu-geheim");
    QVERIFY(!dialog->setButton().isEnabled());
    QVERIFY(!dialog->removeButton().isEnabled());
    dialog->passphrase().first().setText(kPhrase);
    QVERIFY(dialog->setButton().isEnabled());
    dialog->setButton().click();
    QTRY_VERIFY(!m_house->page->findChild<SecretDialog *>());
    QCOMPARE(value("HOOK_TOKEN"), std::string("neu-geheim"));
    QVERIFY(!m_house->button("Type the passphrase"));
}

void TestEnvironmentsPassphrase::nothingIsWrittenWithAnotherOne()
{
    seal();
    const QByteArray before = m_house->read(".batuta/secrets/sealed.json");
    QVERIFY(m_house->open());
    m_house->go("HOOK_TOKEN", 1);
    auto *dialog = m_house->dialog<SecretDialog>("environments.secret");
    dialog->value().setText("neu-geheim");
    for (Button *button : {&dialog->setButton(), &dialog->removeButton()}) {
        dialog->passphrase().first().setText("battery staple");
        button->click();
        QTRY_VERIFY(!m_house->page->desk()->isBusy());
        QVERIFY(m_house->everything().contains("the passphrase is another"));
    }
    QCOMPARE(m_house->read(".batuta/secrets/sealed.json"), before);
}

void TestEnvironmentsPassphrase::movingToAFileAsksForIt()
{
    m_house->write(".batuta/secrets/keyring.json", "{\"format\": 1, \"workspace\": \"x\", \"names\": {}}\n");
    QVERIFY(m_house->open());
    QCOMPARE(m_house->page->model()->store(), std::optional(secrets::StoreKind::Keyring));
    m_house->run("environments.move_secrets");
    auto *dialog = m_house->page->findChild<PassphraseDialog *>();
    QVERIFY(dialog && dialog->fields().again().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // and nothing was moved
    QTRY_VERIFY(!m_house->page->findChild<PassphraseDialog *>());
    QCOMPARE(m_house->read(".batuta/secrets/sealed.json"), QByteArray("(not there)"));
}

/// The file that BATUTA_PASSPHRASE_FILE names holds another one.
void TestEnvironmentsPassphrase::aWrongFileOfAPassphraseIsSaid()
{
    seal();
    m_house->write("passphrase", "battery staple\n");
    qputenv("BATUTA_PASSPHRASE_FILE", m_house->path("passphrase").toUtf8());
    QVERIFY(m_house->open());
    QTRY_VERIFY(m_house->button("Type the passphrase"));
    m_house->run("environments.passphrase");
    QVERIFY(ask(kPhrase));
    QTRY_VERIFY(!m_house->page->findChild<PassphraseDialog *>());
    QVERIFY(!m_house->button("Type the passphrase"));
}

void TestEnvironmentsPassphrase::itIsWrittenNowhere()
{
    m_house->write("passphrase", "");
    seal();
    QVERIFY(m_house->open());
    m_house->run("environments.passphrase");
    QVERIFY(ask("battery staple"));
    QVERIFY(!m_house->everything().contains("battery")); // while it stands there
    QTRY_VERIFY(m_house->everything().contains("the passphrase is another"));
    QVERIFY(ask(kPhrase));
    QTRY_VERIFY(!m_house->page->findChild<PassphraseDialog *>());
    m_house->go("HOOK_TOKEN", 1);
    auto *dialog = m_house->dialog<SecretDialog>("environments.secret");
    dialog->value().setText("neu-geheim");
    dialog->setButton().click();
    QTRY_VERIFY(!m_house->page->findChild<SecretDialog *>());
    QVERIFY(!m_house->everything().contains("horse"));
    QVERIFY(!g_logged.join('\n').contains("horse") && !g_logged.join('\n').contains("geheim"));
    QFile arguments("/proc/self/cmdline"), environment("/proc/self/environ");
    QVERIFY(arguments.open(QIODevice::ReadOnly) && environment.open(QIODevice::ReadOnly));
    QVERIFY(!arguments.readAll().contains("horse") && !environment.readAll().contains("horse"));
    for (const std::string &act : m_house->engine.acts)
        QVERIFY2(act.find("horse") == std::string::npos, act.c_str());
    m_house->page.reset(); // whatever it keeps is written by now
    m_house->house.state->save();
    int files = 0;
    QDirIterator all(m_house->house.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("horse") && !bytes.contains("battery"), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 6);
}

QTEST_MAIN(TestEnvironmentsPassphrase)
#include "tst_environments_passphrase.moc"
