// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "engine/store/schema.h"
#include "tests/store/sample.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

class TestHistoryFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesFolderAndFileForThisUserOnly();
    void aFileThatIsNoDatabaseIsCorrupt();
    void aDamagedPageIsNamed();
    void aNewerVersionIsRefusedAndLeftAlone();
    void aForeignDatabaseIsRefusedAndLeftAlone();
    void aFolderThatCannotBeMadeIsNamed();
    void aFolderInPlaceOfTheFileIsNamed();
    void readsWithoutWriting();
    void aMissingFileIsNotMadeForReading();
    void anEmptyFileHasNothingToRead();
    void readsWhileAWriterHasTheFile();
    void aFullDiskFailsTheBatchAndHeals();
    void bringsAnEmptyFileToTheNewestVersion();
    void filesOfOlderVersionsKeepEverything_data();
    void filesOfOlderVersionsKeepEverything();

private:
    std::string path() const { return m_path.toStdString(); }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void runSql(const char *sql) const
    {
        Result<Database> database = Database::open(path(), OpenMode::ReadWrite);
        QCOMPARE(outcome(database), QString("ok"));
        QCOMPARE(outcome(database->run(sql)), QString("ok"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestHistoryFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("history.db");
}

void TestHistoryFiles::makesFolderAndFileForThisUserOnly()
{
    m_path = m_folder->filePath("a/b/history.db");
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("ok"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFileInfo::exists(m_path));
    QVERIFY(!(QFile::permissions(m_path) & others));
}

void TestHistoryFiles::aFileThatIsNoDatabaseIsCorrupt()
{
    const QByteArray text(5000, 'x');
    write(text);
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("store.corrupt"));
    QCOMPARE(outcome(openSqlite({.path = path(), .readOnly = true})), QString("store.corrupt"));
    QCOMPARE(bytes(), text);
}

void TestHistoryFiles::aDamagedPageIsNamed()
{
    {
        const auto history = openSqlite({.path = path()});
        for (int i = 0; i < 500; ++i)
            (*history)->finish(ended(i), {}, nullptr);
    }
    QByteArray damaged = bytes();
    QVERIFY(damaged.size() > 200'000);
    for (qsizetype page = 8 * 4096; page + 4096 <= damaged.size(); page += 4096)
        damaged.replace(page, 4096, QByteArray(4096, '\x7f'));
    write(damaged);
    const auto history = openSqlite({.path = path(), .readOnly = true});
    if (history) {
        QCOMPARE(outcome((*history)->findNow(idOf(400))), QString("store.corrupt"));
    } else {
        QCOMPARE(outcome(history), QString("store.corrupt"));
    }
}

void TestHistoryFiles::aNewerVersionIsRefusedAndLeftAlone()
{
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("ok"));
    runSql("PRAGMA user_version = 4711");
    const QByteArray before = bytes();
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("store.version"));
    QCOMPARE(outcome(openSqlite({.path = path(), .readOnly = true})), QString("store.version"));
    QCOMPARE(bytes(), before);
}

void TestHistoryFiles::aForeignDatabaseIsRefusedAndLeftAlone()
{
    runSql("CREATE TABLE somebody_elses(x)");
    const QByteArray before = bytes();
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("store.open"));
    QCOMPARE(bytes(), before);
}

void TestHistoryFiles::aFolderThatCannotBeMadeIsNamed()
{
    write("a file");
    const auto history = openSqlite({.path = path() + "/sub/history.db"});
    QCOMPARE(outcome(history), QString("store.open"));
    QVERIFY(shown(errorText(history.error())).contains(m_path));
}

void TestHistoryFiles::aFolderInPlaceOfTheFileIsNamed()
{
    QCOMPARE(outcome(openSqlite({.path = m_folder->path().toStdString()})), QString("store.open"));
}

void TestHistoryFiles::readsWithoutWriting()
{
    {
        const auto history = openSqlite({.path = path()});
        QCOMPARE(outcome(finishNow(**history, ended(1), {eventOf(1, 1)})), QString("ok"));
    }
    const QByteArray before = bytes();
    const auto history = openSqlite({.path = path(), .readOnly = true});
    QCOMPARE(outcome(history), QString("ok"));
    QVERIFY(*(*history)->findNow(idOf(1)) == ended(1));
    QCOMPARE((*history)->eventsNow(idOf(1), 0, 10)->size(), std::size_t(1));
    QCOMPARE(outcome(beginNow(**history, begun(2))), QString("store.write"));
    QCOMPARE(outcome(finishNow(**history, ended(2))), QString("store.write"));
    QCOMPARE(bytes(), before);
}

void TestHistoryFiles::aMissingFileIsNotMadeForReading()
{
    QCOMPARE(outcome(openSqlite({.path = path(), .readOnly = true})), QString("store.open"));
    QVERIFY(!QFileInfo::exists(m_path));
}

void TestHistoryFiles::anEmptyFileHasNothingToRead()
{
    write("");
    QCOMPARE(outcome(openSqlite({.path = path(), .readOnly = true})), QString("store.open"));
}

void TestHistoryFiles::readsWhileAWriterHasTheFile()
{
    const auto writer = openSqlite({.path = path()});
    QCOMPARE(outcome(finishNow(**writer, ended(1))), QString("ok"));
    const auto reader = openSqlite({.path = path(), .readOnly = true});
    QCOMPARE(outcome(reader), QString("ok"));
    QTRY_VERIFY(*(*reader)->findNow(idOf(1)) == ended(1)); // others see it a tenth of a second later
    QCOMPARE(outcome(finishNow(**writer, ended(2))), QString("ok"));
    QTRY_VERIFY(*(*reader)->findNow(idOf(2)) == ended(2));
}

void TestHistoryFiles::aFullDiskFailsTheBatchAndHeals()
{
    // A trigger that undoes the transaction does what SQLite does by itself when the disk is full.
    const auto history = openSqlite({.path = path()});
    QCOMPARE(outcome(beginNow(**history, begun(1))), QString("ok"));
    Result<Database> blocker = Database::open(path(), OpenMode::ReadWrite);
    QVERIFY(*(*history)->findNow(idOf(1)) == begun(1));
    QCOMPARE(outcome(blocker->run(
                 "CREATE TRIGGER full BEFORE INSERT ON payloads BEGIN SELECT RAISE(ROLLBACK, 'full'); END")),
             QString("ok"));
    QCOMPARE(outcome(finishNow(**history, ended(1))), QString("ok")); // its log has room
    QVERIFY(*(*history)->findNow(idOf(1)) == ended(1));               // the tables have none
    QCOMPARE((*history)->listNow({})->items.at(0).status, std::string("running"));
    QCOMPARE(outcome(beginNow(**history, begun(2))), QString("store.write"));
    QCOMPARE(outcome(blocker->run("DROP TRIGGER full")), QString("ok"));
    QVERIFY(*(*history)->findNow(idOf(1)) == ended(1)); // what was acknowledged is there
    BATUTA_VERIFY_OK(beginNow(**history, begun(2)));
    QVERIFY(*(*history)->findNow(idOf(2)) == begun(2));
}

void TestHistoryFiles::bringsAnEmptyFileToTheNewestVersion()
{
    write("");
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("ok"));
    Result<Database> database = Database::open(path(), OpenMode::ReadOnly);
    const Result<std::int64_t> version = database->number("PRAGMA user_version");
    QCOMPARE(*version, std::int64_t(schemaVersion()));
}

void TestHistoryFiles::filesOfOlderVersionsKeepEverything_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("without cells") << 1;
    QTest::newRow("without a journal") << 2;
    QTest::newRow("without packed bodies") << 3;
    QTest::newRow("without a packed journal") << 4;
    QTest::newRow("without figures") << 5;
    QTest::newRow("without an index by duration") << 6;
    QTest::newRow("without a write log") << 7;
    QTest::newRow("with a write log of the first kind") << 8;
}

/// A file as that version left it: one execution ended, with its events, and one begun.
void TestHistoryFiles::filesOfOlderVersionsKeepEverything()
{
    QFETCH(int, version);
    ExecutionRecord wanted = ended(1);
    wanted.origin.clear();
    {
        const auto history = openSqlite({.path = path()});
        QCOMPARE(outcome(finishNow(**history, wanted)), QString("ok"));
        QCOMPARE(outcome(beginNow(**history, begun(2))), QString("ok"));
    }
    runSql(
        "INSERT INTO events SELECT seq, 1, 1000, 'step_started', 'create', x'5B375D' FROM executions WHERE "
        "status = 'success'; PRAGMA user_version = 8");
    if (version < 8)
        runSql("ALTER TABLE engines DROP COLUMN applied; PRAGMA user_version = 7");
    if (version < 7)
        runSql("DROP INDEX executions_by_duration; PRAGMA user_version = 6");
    if (version < 6)
        runSql("UPDATE payloads SET body = plain(body); UPDATE starts SET body = plain(body);"
               "DROP TABLE tallies; DROP TABLE cohorts; DROP TABLE failures; DROP TABLE failure_groups;"
               "ALTER TABLE executions DROP COLUMN revision; PRAGMA user_version = 3");
    if (version < 3)
        runSql("DROP TABLE journal; DROP TABLE event_logs; DROP TABLE flow_texts; DROP TABLE kept; "
               "DROP TABLE audit; ALTER TABLE executions DROP COLUMN origin; PRAGMA user_version = 2");
    if (version == 1)
        runSql("DROP TABLE cells; PRAGMA user_version = 1");
    QCOMPARE(outcome(openSqlite({.path = path(), .readOnly = true})), QString("store.open"));

    const auto history = openSqlite({.path = path()});
    QCOMPARE(outcome(history), QString("ok"));
    QVERIFY(*(*history)->findNow(idOf(1)) == wanted);
    const auto events = (*history)->eventsNow(idOf(1), 0, 10);
    QCOMPARE(events->size(), std::size_t(1));
    QVERIFY(events->at(0).data == json::Value(json::Array{7}));
    const auto claimed = claimNow(**history); // without a journal there is nothing to go on with
    QCOMPARE(claimed->size(), std::size_t(version < 3 ? 0 : 1));
    QVERIFY(version < 3 || (claimed->at(0).resume == "resume" && claimed->at(0).record == begun(2)));
    QCOMPARE(shown((*(*history)->findNow(idOf(2)))->status),
             QString(version < 3 ? "interrupted" : "running"));
    QCOMPARE(outcome(beginNow(**history, begun(3))), QString("ok"));
    QCOMPARE(outcome(journalNow(**history, idOf(3), "entry")), QString("ok"));
    QCOMPARE(outcome(finishNow(**history, ended(3), {eventOf(3, 1)})), QString("ok"));
    QVERIFY(*(*history)->findNow(idOf(3)) == ended(3));
    const auto figures =
        answerOf<Result<RunFigures>>([&](auto done) { (*history)->figures({}, std::move(done)); });
    QCOMPARE(figures->total, std::int64_t(3)); // what was there before is counted, too
    QCOMPARE((*history)->listNow({.status = "success", .order = Order::Longest})->items.size(),
             std::size_t(2));
    const Result<ExecutionPage> page = (*history)->listNow({.status = "success", .withSteps = true});
    QCOMPARE(page->items.size(), std::size_t(2));
    for (const ExecutionRecord &record : page->items) {
        QCOMPARE(record.steps.size(), std::size_t(2));
        QCOMPARE(record.steps[0].attempts, 2);
        QVERIFY(record.steps[0].output.empty());
    }
}

QTEST_GUILESS_MAIN(TestHistoryFiles)
#include "tst_history_files.moc"
