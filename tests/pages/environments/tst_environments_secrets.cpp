// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/secrets/secret_store.h"
#include "tests/pages/environments/env_house.h"
#include "tests/support/verify.h"
#include "views/pages/environments/export_dialog.h"
#include "views/pages/environments/import_dialog.h"
#include "views/pages/environments/passphrase_fields.h"
#include "views/pages/environments/secret_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/overlay.h"

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// Secrets on the page of the environments, in a sealed file: no value is ever seen that was not revealed.
class TestEnvironmentsSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_house.reset(); }
    void aSecretMovesFromItsFileIntoTheStore();
    void aSecretIsRotatedAndSaysWhoUsesIt();
    void aSecretIsForgotten();
    void productionIsTypedOut();
    void aStoredSecretIsRevealedForAWhile();
    void anotherPassphraseIsSaid();
    void aFileHoldsTheValue();
    void aReferenceIsShownAndExported();
    void theScreenHoldsNoSecret();
    void whatFlowsUseAsASecretIsMasked();

private:
    SecretDialog *dialog(const char *key, int environment);
    bool press(Button &button, SecretDialog *dialog);
    std::string value(const char *environment, const char *name) const;
    bool move(const char *key, int environment);

    std::unique_ptr<EnvHouse> m_house;
};

void TestEnvironmentsSecrets::init()
{
    m_house = std::make_unique<EnvHouse>();
    QVERIFY(m_house->open());
}

SecretDialog *TestEnvironmentsSecrets::dialog(const char *key, int environment)
{
    m_house->go(key, environment);
    return m_house->dialog<SecretDialog>("environments.secret");
}

/// Until the store has done it and the files were read again.
bool TestEnvironmentsSecrets::press(Button &button, SecretDialog *dialog)
{
    QSignalSpy closed(dialog, &SecretDialog::closeRequested);
    QSignalSpy changed(m_house->page->model(), &EnvironmentsModel::changed);
    button.click();
    return QTest::qWaitFor([&] { return !closed.isEmpty(); }) &&
           QTest::qWaitFor([&] { return !changed.isEmpty() && !m_house->page->desk()->isBusy(); });
}

std::string TestEnvironmentsSecrets::value(const char *environment, const char *name) const
{
    const auto store = secrets::openStore(m_house->house.folder.path().toStdString(),
                                          {BATUTA_BIN_DIR "/batuta-keyring", "correct horse"});
    if (!store || !*store)
        return "(no store)";
    const auto values = (*store)->values({{environment, name}});
    return values && values->front() ? *values->front() : "(not there)";
}

bool TestEnvironmentsSecrets::move(const char *key, int environment)
{
    SecretDialog *open = dialog(key, environment);
    return open && press(open->setButton(), open) &&
           QTest::qWaitFor([&] { return m_house->page->model()->isStored(1, key); });
}

void TestEnvironmentsSecrets::aSecretMovesFromItsFileIntoTheStore()
{
    SecretDialog *open = dialog("HOOK_TOKEN", 1);
    QVERIFY(open);
    QCOMPARE(open->value().echoMode(), QLineEdit::Password);
    QVERIFY(m_house->everything().contains("It stands in .env.staging as readable text."));
    QCOMPARE(open->place().value(), QString("file")); // there is a passphrase
    QVERIFY(press(open->setButton(), open));
    QCOMPARE(value("staging", "HOOK_TOKEN"), std::string("stg-geheim"));
    QTRY_VERIFY(m_house->page->model()->isStored(1, "HOOK_TOKEN"));
    QCOMPARE(m_house->text("HOOK_TOKEN", 1), QString("in the sealed file"));
    QVERIFY(m_house->read(".env.staging").contains("stg-geheim")); // until it is applied
    QCOMPARE(m_house->page->model()->pendingCount(), 1);
    QSignalSpy applied(m_house->page->model(), &EnvironmentsModel::applied);
    m_house->page->model()->apply("ana", "moved");
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(!m_house->read(".env.staging").contains("HOOK_TOKEN"));
    QVERIFY(!m_house->read(".batuta/secrets/sealed.json").contains("geheim"));
    QVERIFY(!m_house->read(".batuta/environments/history.jsonl").contains("geheim"));
    QVERIFY(!m_house->everything().contains("geheim"));
    QCOMPARE(m_house->engine.acts.front(), std::string("reload ")); // the engine knows it at once
}

void TestEnvironmentsSecrets::aSecretIsRotatedAndSaysWhoUsesIt()
{
    QVERIFY(move("HOOK_TOKEN", 1));
    m_house->go("HOOK_TOKEN", 1);
    QTest::keyClick(m_house->page->view(), Qt::Key_F2); // there is no text to edit
    auto *open = m_house->page->findChild<SecretDialog *>();
    QVERIFY(open);
    QVERIFY(m_house->everything().contains("notify › send"));
    QVERIFY(!open->setButton().isEnabled()); // a new value is wanted
    open->value().setText("neu-geheim");
    QVERIFY(press(open->setButton(), open));
    QCOMPARE(value("staging", "HOOK_TOKEN"), std::string("neu-geheim"));
    QTRY_VERIFY(m_house->everything().contains("HOOK_TOKEN rotated in the store"));
    QVERIFY(!m_house->everything().contains("geheim"));
    const Result<void> refused = m_house->page->model()->set("x", 1, {{"HOOK_TOKEN", "again"}});
    QVERIFY(!refused); // a text in the file would be in vain
}

void TestEnvironmentsSecrets::aSecretIsForgotten()
{
    QVERIFY(move("HOOK_TOKEN", 1));
    m_house->go("HOOK_TOKEN", 1);
    QTest::keyClick(m_house->page->view(), Qt::Key_Delete);
    auto *open = m_house->page->findChild<SecretDialog *>();
    QVERIFY(open);
    QVERIFY(press(open->removeButton(), open));
    QTRY_VERIFY(!m_house->page->model()->isStored(1, "HOOK_TOKEN"));
    QCOMPARE(value("staging", "HOOK_TOKEN"), std::string("(not there)"));
}

void TestEnvironmentsSecrets::productionIsTypedOut()
{
    SecretDialog *open = dialog("HOOK_TOKEN", 2);
    open->value().setText("neu-geheim");
    QVERIFY(!open->setButton().isEnabled());
    m_house->house.control.lock().unlock();
    QVERIFY(!open->setButton().isEnabled());
    open->typedName().setText("production");
    QVERIFY(open->setButton().isEnabled());
    QTest::keyClick(&open->value(), Qt::Key_Return); // never by Enter
    QVERIFY(!m_house->page->desk()->isBusy());
    QVERIFY(press(open->setButton(), open));
    QCOMPARE(value("production", "HOOK_TOKEN"), std::string("neu-geheim"));
}

void TestEnvironmentsSecrets::aStoredSecretIsRevealedForAWhile()
{
    QVERIFY(move("HOOK_TOKEN", 1));
    m_house->go("HOOK_TOKEN", 1);
    m_house->run("environments.copy");
    QVERIFY(QApplication::clipboard()->text().isEmpty()); // it must be revealed first
    m_house->run("environments.reveal");
    QTRY_COMPARE(m_house->text("HOOK_TOKEN", 1), QString("stg-geheim"));
    QCOMPARE(m_house->engine.acts.back(), std::string("reveal_secret staging/HOOK_TOKEN"));
    m_house->page->table()->hideAll();
    QCOMPARE(m_house->text("HOOK_TOKEN", 1), QString("in the sealed file"));
}

void TestEnvironmentsSecrets::anotherPassphraseIsSaid()
{
    QVERIFY(move("HOOK_TOKEN", 1));
    m_house->write("passphrase", "battery staple\n");
    QVERIFY(m_house->open()); // the names need none
    QCOMPARE(m_house->text("HOOK_TOKEN", 1), QString("in the sealed file"));
    QTRY_VERIFY(m_house->button("Type the passphrase")); // it is tried at once
    m_house->write("passphrase", "correct horse\n");     // the window keeps what it has read
    SecretDialog *open = dialog("HOOK_TOKEN", 1);
    open->value().setText("neu-geheim");
    QVERIFY(!open->setButton().isEnabled());
    QVERIFY(open->passphrase().isVisible());
    QCOMPARE(value("staging", "HOOK_TOKEN"), std::string("stg-geheim"));
}

void TestEnvironmentsSecrets::aFileHoldsTheValue()
{
    m_house->write("key.pem", "-----BEGIN KEY-----\nAAAA\n-----END KEY-----\n");
    m_house->write("binary", QByteArray("\xff\xfe\x00\x01", 4));
    SecretDialog *open = dialog("HOOK_TOKEN", 0);
    for (const char *bad : {"binary", "not-there"}) {
        open->readFrom(m_house->path(bad));
        QVERIFY2(open->value().text().isEmpty(), bad);
    }
    open->readFrom(m_house->path("key.pem"));
    QVERIFY(press(open->setButton(), open));
    QCOMPARE(value("dev", "HOOK_TOKEN"), std::string("-----BEGIN KEY-----\nAAAA\n-----END KEY-----\n"));
}

void TestEnvironmentsSecrets::aReferenceIsShownAndExported()
{
    m_house->write(
        ".env.staging",
        "HOOK_URL=https://hooks.stg/p\nHOOK_TOKEN=sm://projects/my-project/secrets/hook/versions/3\n");
    QTRY_COMPARE(m_house->text("HOOK_TOKEN", 1), QString("hook@3"));
    auto *open = m_house->dialog<ExportDialog>("environments.export");
    open->path().setText(m_house->path("service.yaml"));
    emit open->format().chosen((open->format().setValue("service"), "service"));
    open->writeButton().click();
    const QByteArray written = m_house->read("service.yaml");
    QVERIFY2(
        written.contains("secretKeyRef:\n                  name: \"hook\"\n                  key: \"3\""),
        written.constData());
    QVERIFY(written.contains("run.googleapis.com/secrets: \"hook:projects/my-project/secrets/hook\""));
    m_house->write(".env.staging", "HOOK_URL=https://hooks.stg/p\nHOOK_TOKEN=sm://hook\n");
    QTRY_VERIFY(m_house->everything().contains("no reference to a secret in staging"));
}

/// What a screen reader, a picture's words or a hint could tell of them, in every tab and dialog.
void TestEnvironmentsSecrets::theScreenHoldsNoSecret()
{
    QVERIFY(move("HOOK_TOKEN", 1));
    for (const char *tab : {"matrix", "differences", "files", "history"}) {
        m_house->page->open({"environments", {}, QUrlQuery(QString("tab=%1").arg(tab))});
        QVERIFY2(!m_house->everything().contains("geheim"), tab);
    }
    for (int environment = 0; environment < 3; ++environment) {
        SecretDialog *open = dialog("HOOK_TOKEN", environment);
        open->value().setText("getippt");
        QVERIFY(!m_house->everything().contains("geheim") && !m_house->everything().contains("getippt"));
        QTest::keyClick(open, Qt::Key_Escape);
        QTRY_VERIFY(!m_house->page->findChild<SecretDialog *>());
    }
}

/// Also when its name says nothing: the address of a chat's webhook.
void TestEnvironmentsSecrets::whatFlowsUseAsASecretIsMasked()
{
    m_house->write("flows/ml/tells.yaml",
                   "batuta: 1\nname: tells\nsteps:\n  tell:\n    slack: {webhook: \"${{ "
                   "secrets.CHAT }}\", text: a}\n");
    const QByteArray was = m_house->read(".env.staging");
    m_house->write(".env.staging", "# CHAT=https://chat/geheim-alt\nCHAT=https://chat/geheim\n" + was);
    m_house->write("in.env", "CHAT=https://chat/geheim-neu\n");
    QVERIFY(m_house->open());
    QCOMPARE(m_house->page->table()->look(m_house->page->table()->rowOf("CHAT"), 1).kind, CellLook::Secret);
    m_house->go("CHAT", 1);
    m_house->run("environments.copy");
    BATUTA_VERIFY_OK(m_house->page->model()->set("x", 1, {{"CHAT", "https://chat/geheim-2"}}));
    for (const char *tab : {"matrix", "differences", "files", "history"}) {
        m_house->page->open({"environments", {}, QUrlQuery(QString("tab=%1").arg(tab))});
        QVERIFY2(!m_house->everything().contains("geheim"), tab);
    }
    m_house->page->open({"environments", {}, QUrlQuery("tab=matrix")});
    for (const char *command : {"environments.apply", "environments.export", "environments.import"}) {
        m_house->run(command);
        if (auto *import = m_house->page->findChild<ImportDialog *>())
            import->read(m_house->path("in.env"));
        QVERIFY2(!m_house->everything().contains("geheim"), command);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_house->page->findChild<Overlay *>());
    }
    m_house->page->view()->setFocus();
    m_house->go("CHAT", 1);
    QTest::keyClick(m_house->page->view(), Qt::Key_F2);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field && field->echoMode() == QLineEdit::Password && field->text().isEmpty());
}

QTEST_MAIN(TestEnvironmentsSecrets)
#include "tst_environments_secrets.moc"
