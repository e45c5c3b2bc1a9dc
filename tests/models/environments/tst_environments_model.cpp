// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_history.h"
#include "tests/support/verify.h"
#include "views/models/environments/env_mask.h"
#include "views/models/environments/environments_model.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace batuta;
using namespace batuta::views;

/// Edits of env files over real files in a temporary folder.
class TestEnvironmentsModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void editsArePendingUntilTheyAreApplied();
    void undoAndRedo();
    void aNewKeyFollowsItsTemplate();
    void aKeyIsTakenFromEveryFile();
    void aNewFileIsPrivate();
    void aFileThatChangesIsReadAgain();
    void aConflictIsSettled();
    void whatChangedAtTheLastMomentIsNotOverwritten();
    void aReadOnlyFileIsRefused();
    void productionWantsToBeUnlocked();
    void aBrokenFileIsNotOverwritten();
    void whatWasAppliedIsHistory();
    void whatIsReadWhileItIsAppliedIsNoNews();
    void secretsAreMasked_data();
    void secretsAreMasked();

private:
    void write(const QString &name, const QByteArray &text);
    QByteArray read(const QString &name) const;
    void load();
    QString value(std::size_t environment, const char *key) const;
    void apply();

    std::unique_ptr<QTemporaryDir> m_folder;
    ProductionLock m_lock;
    std::unique_ptr<EnvironmentsModel> m_model;
    Errors m_errors;
    int m_written = 0;
};

void TestEnvironmentsModel::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

QByteArray TestEnvironmentsModel::read(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void TestEnvironmentsModel::load()
{
    m_model = std::make_unique<EnvironmentsModel>(m_folder->path().toStdString(), m_lock);
    connect(m_model.get(), &EnvironmentsModel::applied, this, [this](int files, const Errors &errors) {
        m_written = files;
        m_errors = errors;
    });
    m_model->load();
    QTRY_VERIFY(m_model->isLoaded());
}

QString TestEnvironmentsModel::value(std::size_t environment, const char *key) const
{
    const environments::Row *row = m_model->matrix().find(key);
    return row && row->cells[environment].isSet ? QString::fromStdString(row->cells[environment].value)
                                                : QString("(not set)");
}

void TestEnvironmentsModel::apply()
{
    QSignalSpy spy(m_model.get(), &EnvironmentsModel::applied);
    m_model->apply("ana", "because");
    QTRY_COMPARE(spy.count(), 1);
}

void TestEnvironmentsModel::init()
{
    m_lock.lock();
    m_folder = std::make_unique<QTemporaryDir>();
    write(".env.example", "# --- Web ---\nA_URL=https://REGION-x\nB=2\nC=3\n");
    write(".env", "# mine\nA_URL=https://a.dev  # the first\nC='three'\n");
    write(".env.staging", "A_URL=https://a.stg\n");
    write(".env.production", "A_URL=https://a.prd\n");
    m_errors.clear();
    m_written = 0;
    load();
}

void TestEnvironmentsModel::cleanup()
{
    m_model.reset();
}

void TestEnvironmentsModel::editsArePendingUntilTheyAreApplied()
{
    QCOMPARE(m_model->matrix().environments.size(), std::size_t{3});
    QCOMPARE(m_model->reference(), std::size_t{1});
    BATUTA_VERIFY_OK(m_model->set("edit", 0, {{"A_URL", "https://b.dev"}}));
    QCOMPARE(value(0, "A_URL"), QString("https://b.dev"));
    QVERIFY(m_model->isPending(0, "A_URL"));
    QVERIFY(!m_model->isPending(1, "A_URL"));
    QCOMPARE(read(".env"), QByteArray("# mine\nA_URL=https://a.dev  # the first\nC='three'\n"));
    apply();
    QVERIFY(m_errors.empty());
    QCOMPARE(m_written, 1);
    QCOMPARE(read(".env"), QByteArray("# mine\nA_URL=https://b.dev  # the first\nC='three'\n"));
    QCOMPARE(m_model->pendingCount(), 0);
    QVERIFY(!m_model->undo().canUndo());
}

void TestEnvironmentsModel::undoAndRedo()
{
    BATUTA_VERIFY_OK(m_model->set("one", 0, {{"C", "x"}}));
    BATUTA_VERIFY_OK(m_model->setAll("two", "C", "y"));
    QCOMPARE(m_model->pendingCount(), 2); // production is locked
    QCOMPARE(value(1, "C"), QString("y"));
    m_model->undo().undo();
    QCOMPARE(value(0, "C"), QString("x"));
    QCOMPARE(value(1, "C"), QString("(not set)"));
    m_model->undo().undo();
    QCOMPARE(m_model->pendingCount(), 0);
    QCOMPARE(value(0, "C"), QString("three"));
    m_model->undo().redo();
    QCOMPARE(value(0, "C"), QString("x"));
    BATUTA_VERIFY_OK(m_model->set("back", 0, {{"C", "three"}})); // as on the disk: no edit any more
    QCOMPARE(m_model->pendingCount(), 0);
}

void TestEnvironmentsModel::aNewKeyFollowsItsTemplate()
{
    BATUTA_VERIFY_OK(m_model->set("add", 0, {{"B", "two words"}}));
    apply();
    QCOMPARE(read(".env"),
             QByteArray("# mine\nA_URL=https://a.dev  # the first\nB=\"two words\"\nC='three'\n"));
    BATUTA_VERIFY_ERROR(m_model->set("add", 0, {{"no key", "x"}}), ErrorCode::EnvBadKey);
}

void TestEnvironmentsModel::aKeyIsTakenFromEveryFile()
{
    write("env-vars.yaml", "C: \"other\"\nD: \"4\"\n");
    load();
    BATUTA_VERIFY_OK(m_model->set("unset", 0, {{"C", std::nullopt}}));
    QCOMPARE(value(0, "C"), QString("(not set)"));
    QCOMPARE(m_model->plans().size(), std::size_t{2});
    apply();
    QCOMPARE(read("env-vars.yaml"), QByteArray("D: \"4\"\n"));
    QCOMPARE(read(".env"), QByteArray("# mine\nA_URL=https://a.dev  # the first\n"));
}

void TestEnvironmentsModel::aNewFileIsPrivate()
{
    QVERIFY(QFile::remove(m_folder->filePath(".env")));
    load();
    QVERIFY(!m_model->isEmpty());
    BATUTA_VERIFY_OK(m_model->set("add", 0, {{"A_URL", "https://a.dev"}}));
    apply();
    QCOMPARE(read(".env"), QByteArray("A_URL=https://a.dev\n"));
    QCOMPARE(QFile::permissions(m_folder->filePath(".env")) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestEnvironmentsModel::aFileThatChangesIsReadAgain()
{
    BATUTA_VERIFY_OK(m_model->set("edit", 0, {{"A_URL", "https://b.dev"}}));
    write(".env", "# theirs\nA_URL=https://a.dev\nC=4\n");
    QTRY_COMPARE(value(0, "C"), QString("4")); // what nobody edits here just follows
    QVERIFY(m_model->conflicts().empty());
    apply();
    QCOMPARE(read(".env"), QByteArray("# theirs\nA_URL=https://b.dev\nC=4\n"));
}

void TestEnvironmentsModel::aConflictIsSettled()
{
    BATUTA_VERIFY_OK(m_model->set("edit", 0, {{"C", "mine"}, {"B", "2"}}));
    write(".env", "C=theirs\n");
    QTRY_COMPARE(m_model->conflicts().size(), std::size_t{1});
    QCOMPARE(m_model->conflicts().front().disk.value_or(""), std::string("theirs"));
    apply(); // refused
    QCOMPARE(m_errors.size(), std::size_t{1});
    QCOMPARE(read(".env"), QByteArray("C=theirs\n"));
    m_model->takeTheirs("theirs");
    QCOMPARE(value(0, "C"), QString("theirs"));
    QCOMPARE(value(0, "B"), QString("2"));
    m_model->undo().undo();
    m_model->keepMine("mine");
    QVERIFY(m_model->conflicts().empty());
    apply();
    QCOMPARE(read(".env"), QByteArray("C=mine\nB=2\n"));
}

void TestEnvironmentsModel::whatChangedAtTheLastMomentIsNotOverwritten()
{
    BATUTA_VERIFY_OK(m_model->set("edit", 0, {{"C", "mine"}}));
    write(".env", "C=theirs\n"); // and no event has come yet
    apply();
    QCOMPARE(m_errors.size(), std::size_t{1});
    QCOMPARE(m_errors.front().code, ErrorCode::ActRefused);
    QCOMPARE(m_written, 0);
    QCOMPARE(read(".env"), QByteArray("C=theirs\n"));
    QCOMPARE(m_model->conflicts().size(), std::size_t{1}); // read again at once
}

void TestEnvironmentsModel::aReadOnlyFileIsRefused()
{
    QVERIFY(QFile::setPermissions(m_folder->filePath(".env"), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7555)));
    const bool isRoot = ::geteuid() == 0; // who may write everything: as nobody then
    QVERIFY(!isRoot || ::setresuid(65534, 65534, 0) == 0);
    const auto back = qScopeGuard([&] { QVERIFY(!isRoot || ::setresuid(0, 0, 0) == 0); });
    load();
    BATUTA_VERIFY_ERROR(m_model->set("edit", 0, {{"C", "x"}}), ErrorCode::FileUnwritable);
}

void TestEnvironmentsModel::productionWantsToBeUnlocked()
{
    QVERIFY(m_model->isProduction(2));
    BATUTA_VERIFY_ERROR(m_model->set("edit", 2, {{"C", "x"}}), ErrorCode::ActRefused);
    m_model->lock().unlock();
    QVERIFY(m_model->lock().secondsLeft() > 14 * 60);
    BATUTA_VERIFY_OK(m_model->set("edit", 2, {{"C", "x"}}));
    m_model->lock().lock();
    apply();
    QCOMPARE(m_errors.size(), std::size_t{1});
    QCOMPARE(read(".env.production"), QByteArray("A_URL=https://a.prd\n"));
    m_model->lock().unlock();
    apply();
    QVERIFY(m_errors.empty());
    QCOMPARE(read(".env.production"), QByteArray("A_URL=https://a.prd\nC=x\n"));
}

void TestEnvironmentsModel::aBrokenFileIsNotOverwritten()
{
    const QByteArray broken = "A: [1\nB: \"x\n";
    QVERIFY(QFile::remove(m_folder->filePath(".env")));
    write("env-vars.yaml", broken);
    load();
    QVERIFY(!m_model->matrix().findings.empty());
    QVERIFY(!m_model->set("edit", 0, {{"C", "x"}}));
    QCOMPARE(m_model->pendingCount(), 0);
    QCOMPARE(read("env-vars.yaml"), broken);
}

/// A reading that began before the file was written, and comes when it is.
void TestEnvironmentsModel::whatIsReadWhileItIsAppliedIsNoNews()
{
    BATUTA_VERIFY_OK(m_model->set("edit", 1, {{"B", "mine"}}));
    QSignalSpy spy(m_model.get(), &EnvironmentsModel::applied);
    m_model->apply("ana", "because");
    m_model->load();
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(value(1, "B"), QString("mine"));
    QCOMPARE(m_model->changes().size(), std::size_t{1});
    QCOMPARE(m_model->pendingCount(), 0);
}

void TestEnvironmentsModel::whatWasAppliedIsHistory()
{
    BATUTA_VERIFY_OK(m_model->set("edit", 1, {{"A_TOKEN", "geheim-1234"}}));
    apply();
    QCOMPARE(m_model->changes().size(), std::size_t{1});
    const environments::EnvChange &change = m_model->changes().front();
    QCOMPARE(change.who, std::string("ana"));
    QCOMPARE(change.why, std::string("because"));
    QCOMPARE(change.environment, std::string("staging"));
    QCOMPARE(change.file, std::string(".env.staging"));
    QCOMPARE(change.keys.front().after.value_or(""), std::string("geheim-1234"));
    QVERIFY(!read(".batuta/environments/history.jsonl").contains("geheim"));
    m_model->noteReveal(1, "A_TOKEN", "ana");
    QTRY_COMPARE(m_model->changes().size(), std::size_t{2});
    QTRY_COMPARE(read(".batuta/environments/history.jsonl").count('\n'), 2);
}

void TestEnvironmentsModel::secretsAreMasked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isYaml");
    QTest::newRow("a line") << QByteArray("A_TOKEN=geheim\n") << false;
    QTest::newRow("quotes and a comment") << QByteArray("A_TOKEN=\"geheim\" # was geheim\n") << false;
    QTest::newRow("several lines") << QByteArray("A_TOKEN=\"x\ngeheim\n\"\nB=1\n") << false;
    QTest::newRow("twice") << QByteArray("A_TOKEN=geheim\nA_TOKEN=geheim2\n") << false;
    QTest::newRow("in a comment") << QByteArray("# A_TOKEN=geheim\nB=1\n") << false;
    QTest::newRow("a line that is none") << QByteArray("B=1\ngeheim is no assignment\n") << false;
    QTest::newRow("a URL") << QByteArray("DB=postgresql://me:geheim@db/x\n") << false;
    QTest::newRow("yaml") << QByteArray("A_TOKEN: \"geheim\"\nB: \"1\"\n") << true;
    QTest::newRow("a yaml block") << QByteArray("A_TOKEN: |\n  x\n  geheim\nB: \"1\"\n") << true;
    QTest::newRow("yaml braces") << QByteArray("{A_TOKEN: \"geheim\", B: \"1\"}\n") << true;
    QTest::newRow("used as a secret") << QByteArray("HOOK=https://a/geheim\n#HOOK=geheim\nB=1\n") << false;
    QTest::newRow("broken yaml") << QByteArray("A_TOKEN: \"geheim\n") << true;
}

void TestEnvironmentsModel::secretsAreMasked()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isYaml);
    const std::string shown =
        maskedText(text.toStdString(),
                   isYaml ? environments::EnvFormat::Yaml : environments::EnvFormat::Dotenv, {"HOOK"});
    QVERIFY2(shown.find("geheim") == std::string::npos, shown.c_str());
    if (text.contains("B=1") || text.contains("B: \"1\""))
        QVERIFY2(shown.find("1") != std::string::npos, shown.c_str());
}

QTEST_MAIN(TestEnvironmentsModel)
#include "tst_environments_model.moc"
