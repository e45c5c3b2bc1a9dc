// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/secrets/keyring.h"
#include "engine/secrets/secret_file.h"
#include "tests/secrets/keyring_session.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::secrets;
using batuta::test::shown;

namespace {

const SecretName kToken{"dev", "TOKEN"};
const SecretName kOther{"staging", "TOKEN"};

StoreAccess access()
{
    return {BATUTA_BIN_DIR "/batuta-keyring", "correct horse"};
}

std::unique_ptr<SecretStore> made(const QTemporaryDir &folder, StoreKind kind)
{
    auto store = makeStore(folder.path().toStdString(), kind, access());
    if (!store)
        qFatal("%s", errorText(store.error()).c_str());
    return std::move(*store);
}

QString told(SecretStore &store)
{
    const std::vector<SecretName> names = store.names();
    const auto values = store.values(names);
    if (!values)
        return shown(errorText(values.error()));
    QStringList out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out << shown(names[i].environment + "." + names[i].name + "=" + (*values)[i].value_or("(gone)"));
    return out.join(' ');
}

QByteArray contentOf(const QTemporaryDir &folder, const char *name)
{
    QFile file(folder.filePath(QString(".batuta/secrets/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void bothKeepChangeAndForget_data();
    void bothKeepChangeAndForget();
    void aWorkspaceHasItsOwnStore_data();
    void aWorkspaceHasItsOwnStore();
    void theFileIsSealed();
    void anotherPassphraseOpensNothing();
    void valuesCannotBeMoved();
    void aBrokenFileIsRefused();
    void noKeyringIsSaidInWords();
    void anEnvironmentTakesItsSecretsOnly();
    void namesWantNoKey();
    void allMoveToTheOtherStore();
    void theKeyringsProgramIsToldByItsInputOnly();

private:
    std::unique_ptr<test::KeyringSession> m_session;
};

void TestSecretStore::bothKeepChangeAndForget_data()
{
    QTest::addColumn<bool>("isKeyring");
    QTest::newRow("sealed file") << false;
    QTest::newRow("keyring") << true;
}

void TestSecretStore::bothKeepChangeAndForget()
{
    QFETCH(bool, isKeyring);
    if (isKeyring && !test::KeyringSession::isInstalled())
        QSKIP("dbus-daemon and gnome-keyring are not installed");
    std::unique_ptr<test::KeyringSession> session;
    if (isKeyring) {
        session = std::make_unique<test::KeyringSession>();
        QVERIFY(session->isReady());
    }
    const StoreKind kind = isKeyring ? StoreKind::Keyring : StoreKind::File;
    QTemporaryDir folder;
    {
        const auto store = made(folder, kind);
        QVERIFY(store->names().empty());
        for (const auto &[name, value] :
             {std::pair(kToken, "planted-1"), std::pair(kOther, "zwei\n\"ação\"")}) {
            const Result<void> set = store->set(name, value);
            QVERIFY2(set.has_value(), set ? "" : errorText(set.error()).c_str());
        }
        QVERIFY(store->set(kToken, "planted-2").has_value());
    }
    const auto store = made(folder, kind);
    QCOMPARE(told(*store), QString("dev.TOKEN=planted-2 staging.TOKEN=zwei\n\"ação\""));
    QVERIFY(store->remove(kOther).has_value());
    QVERIFY(store->remove(kOther).has_value());
    QCOMPARE(told(*made(folder, kind)), QString("dev.TOKEN=planted-2"));
    for (const char *name : {"sealed.json", "keyring.json"})
        QVERIFY(!contentOf(folder, name).contains("planted"));
}

void TestSecretStore::aWorkspaceHasItsOwnStore_data()
{
    bothKeepChangeAndForget_data();
}

void TestSecretStore::aWorkspaceHasItsOwnStore()
{
    QFETCH(bool, isKeyring);
    if (isKeyring && !test::KeyringSession::isInstalled())
        QSKIP("dbus-daemon and gnome-keyring are not installed");
    std::unique_ptr<test::KeyringSession> session;
    if (isKeyring)
        session = std::make_unique<test::KeyringSession>();
    const StoreKind kind = isKeyring ? StoreKind::Keyring : StoreKind::File;
    QTemporaryDir one, two;
    QVERIFY(*openStore(one.path().toStdString(), access()) == nullptr);
    QVERIFY(made(one, kind)->set(kToken, "of one").has_value());
    QVERIFY(made(two, kind)->set(kToken, "of two").has_value());
    const auto found = openStore(one.path().toStdString(), access());
    QVERIFY(found && *found);
    QCOMPARE(shown((*found)->kind()), QString(isKeyring ? "keyring" : "file"));
    QCOMPARE(told(**found), QString("dev.TOKEN=of one"));
}

void TestSecretStore::theFileIsSealed()
{
    QTemporaryDir folder;
    QVERIFY(made(folder, StoreKind::File)->set(kToken, "planted").has_value());
    const QByteArray content = contentOf(folder, "sealed.json");
    QVERIFY(content.contains("TOKEN") && !content.contains("planted") && !content.contains("horse"));
    const auto rights = QFileInfo(folder.filePath(".batuta/secrets/sealed.json")).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void TestSecretStore::anotherPassphraseOpensNothing()
{
    QTemporaryDir folder;
    QVERIFY(made(folder, StoreKind::File)->set(kToken, "planted").has_value());
    for (const char *passphrase : {"", "wrong horse", "correct horse "}) {
        const auto store = openStore(folder.path().toStdString(), {"", passphrase});
        QVERIFY(!store);
        QVERIFY(store.error().code == ErrorCode::SealUnreadable);
    }
}

void TestSecretStore::valuesCannotBeMoved()
{
    QTemporaryDir folder;
    QVERIFY(made(folder, StoreKind::File)->set(kToken, "of dev").has_value());
    QByteArray content = contentOf(folder, "sealed.json");
    content.replace("\"dev\"", "\"staging\"");
    QFile file(folder.filePath(".batuta/secrets/sealed.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(told(*made(folder, StoreKind::File)).contains("its value was changed"));
}

void TestSecretStore::aBrokenFileIsRefused()
{
    for (const char *text : {"{", "[]", "{\"format\":2}", "{\"format\":1,\"environments\":{}}"}) {
        QTemporaryDir folder;
        QVERIFY(made(folder, StoreKind::File)->set(kToken, "x").has_value());
        QFile file(folder.filePath(".batuta/secrets/sealed.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto store = openStore(folder.path().toStdString(), access());
        QVERIFY2(!store && store.error().code == ErrorCode::SealUnreadable, text);
    }
}

void TestSecretStore::noKeyringIsSaidInWords()
{
    const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all");
    QTemporaryDir folder;
    const Result<void> set = made(folder, StoreKind::Keyring)->set(kToken, "planted");
    QVERIFY(!set);
    QVERIFY(!set.error().detail.empty() && !shown(errorText(set.error())).contains("planted"));
    QVERIFY(shown(mendText(set.error())).contains("sealed file"));
    auto nowhere =
        makeStore(folder.path().toStdString(), StoreKind::Keyring, {"/nowhere/batuta-keyring", ""});
    QVERIFY(!(*nowhere)->set(kToken, "x"));
    before.isEmpty() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", before);
}

void TestSecretStore::anEnvironmentTakesItsSecretsOnly()
{
    QTemporaryDir folder;
    QVERIFY(made(folder, StoreKind::File)->set(kToken, "of dev").has_value());
    QVERIFY(made(folder, StoreKind::File)->set(kOther, "of staging").has_value());
    const LoadedSecrets loaded = loadSecrets(folder.path().toStdString(), "staging", access());
    QCOMPARE(loaded.entries.size(), 1U);
    QCOMPARE(shown(loaded.entries[0].value), QString("of staging"));
    QVERIFY(loaded.problems.empty());
    const LoadedSecrets locked = loadSecrets(folder.path().toStdString(), "staging", {"", "wrong"});
    QCOMPARE(locked.problems.size(), 1U);
    QVERIFY(locked.entries.empty());
    QTemporaryDir empty;
    QVERIFY(loadSecrets(empty.path().toStdString(), "dev", {"", ""}).problems.empty());
}

void TestSecretStore::namesWantNoKey()
{
    QTemporaryDir folder;
    const std::string workspace = folder.path().toStdString();
    QVERIFY(!listStore(workspace)->kind);
    BATUTA_VERIFY_OK(made(folder, StoreKind::File)->set(kToken, "planted-1"));
    const auto list = listStore(workspace);
    BATUTA_VERIFY_OK(list);
    QVERIFY(list->kind == StoreKind::File && list->names == std::vector<SecretName>{kToken});
    QVERIFY(!openStore(workspace, {"", ""})); // values do
    QFile file(folder.filePath(".batuta/secrets/sealed.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1,2]");
    file.close();
    QVERIFY(!listStore(workspace));
}

void TestSecretStore::allMoveToTheOtherStore()
{
    QTemporaryDir folder;
    const std::string workspace = folder.path().toStdString();
    QVERIFY(!moveStore(workspace, StoreKind::File, access())); // there is nothing yet
    if (!test::KeyringSession::isInstalled())
        QSKIP("no keyring is installed");
    test::KeyringSession session;
    QVERIFY(session.isReady());
    BATUTA_VERIFY_OK(made(folder, StoreKind::File)->set(kToken, "planted-1"));
    BATUTA_VERIFY_OK(made(folder, StoreKind::File)->set(kOther, "planted-2"));
    QVERIFY(!moveStore(workspace, StoreKind::Keyring, {BATUTA_BIN_DIR "/batuta-keyring", "another"}));
    QVERIFY(!moveStore(workspace, StoreKind::Keyring, {"/nowhere/batuta-keyring", "correct horse"}));
    QVERIFY(!QFile::exists(folder.filePath(".batuta/secrets/keyring.json"))); // nothing half done
    QCOMPARE(told(*made(folder, StoreKind::File)), QString("dev.TOKEN=planted-1 staging.TOKEN=planted-2"));
    const auto moved = moveStore(workspace, StoreKind::Keyring, access());
    BATUTA_VERIFY_OK(moved);
    QCOMPARE(*moved, std::size_t{2});
    QVERIFY(listStore(workspace)->kind == StoreKind::Keyring);
    QCOMPARE(told(**openStore(workspace, access())), QString("dev.TOKEN=planted-1 staging.TOKEN=planted-2"));
    QVERIFY(!QFile::exists(folder.filePath(".batuta/secrets/sealed.json")));
    QVERIFY(!contentOf(folder, "keyring.json").contains("planted"));
}

/// What `ps` and /proc show of it.
void TestSecretStore::theKeyringsProgramIsToldByItsInputOnly()
{
    QTemporaryDir folder;
    QFile program(folder.filePath("keyring"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\n{ tr '\\0' ' ' </proc/$$/cmdline; tr '\\0' '\\n' </proc/$$/environ; } >\"" +
                  folder.filePath("seen").toUtf8() + "\"\ngrep -q planted-9 && echo '{\"values\":[]}'\n");
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("BATUTA_TOKEN", "planted-8"); // nor does it get what this process has
    const auto gone = qScopeGuard([] { qunsetenv("BATUTA_TOKEN"); });
    const auto store =
        makeStore(folder.path().toStdString(), StoreKind::Keyring, {program.fileName().toStdString(), ""});
    BATUTA_VERIFY_OK(store);
    BATUTA_VERIFY_OK((*store)->set(kToken, "planted-9")); // which it was told
    QFile seen(folder.filePath("seen"));
    QVERIFY(seen.open(QIODevice::ReadOnly));
    const QByteArray shownToAll = seen.readAll();
    QVERIFY(shownToAll.contains("keyring"));
    QVERIFY2(!shownToAll.contains("planted"), shownToAll.constData());
    QVERIFY(!contentOf(folder, "keyring.json").contains("planted"));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
