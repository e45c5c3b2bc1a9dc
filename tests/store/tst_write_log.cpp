// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/store/database.h"
#include "engine/store/journal_frames.h"
#include "engine/store/log_recovery.h"
#include "engine/store/op_codec.h"
#include "engine/store/payload.h"
#include "engine/store/write_log.h"
#include "tests/store/sample.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <filesystem>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

constexpr std::uint64_t kSeed = 4711;

WriteOp opOf(WriteOp::Kind kind, ExecutionRecord record, std::string text = {})
{
    WriteOp op{.kind = kind, .text = std::move(text)};
    op.record = std::make_unique<ExecutionRecord>(std::move(record));
    return op;
}

std::string batchOf(const std::string &body)
{
    return std::string(WriteLog::kHead, '\0') + body;
}

/// What a reader makes of logs with these contents.
QString seen(const std::vector<std::string_view> &contents, std::int64_t applied)
{
    const LoggedBatches read = readBatches(contents, kSeed, applied);
    QStringList all;
    for (const std::string_view body : read.bodies)
        all << QString::fromUtf8(body.data(), static_cast<qsizetype>(body.size()));
    return all.join(' ') + QString(" | %1%2").arg(read.last).arg(read.isDamaged ? " damaged" : "");
}

} // namespace

class TestWriteLog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile database(m_folder->filePath("w")); // whose permissions its log takes
        QVERIFY(database.open(QIODevice::WriteOnly));
    }
    void readsWhatWasWritten();
    void aCutAnywhereEndsIt();
    void damageBeforeOthersIsSeen();
    void whatIsLeftOfAnEarlierTurnIsIgnored();
    void twoLogsAreOne();
    void withoutSyncsTheRestGoes();
    void anotherEnginesBytesAreNothing();
    void aLargeBatchIsWrittenWhole();
    void callsComeBackAsTheyWere();
    void theFirstKindIsReadAsWell();
    void whatALaterProgramWroteStays();
    void whatIsShedComesBack();
    void everyCutOfCallsIsRefused();
    void aDeadEnginesLogComesIntoTheTables();
    void damageCostsWhatHadNotEnded();
    void nothingIsBroughtInTwice();
    void onlyTheOwnerReadsIt();
    void aLogWithoutAnEngineGoes();
    void aLockedLogIsLeftAlone();
    void whereNothingCanBeLockedThereIsNoLog();
    void anEngineThatLeavesTakesItsLogs();

private:
    std::string path() const { return m_folder->filePath("history.db").toStdString(); }
    std::string logFile() const { return m_folder->filePath("w-log1a").toStdString(); }
    /// The bytes of a log with these batches.
    std::string logOf(const std::vector<std::pair<std::int64_t, std::string>> &batches, bool isSynced = true)
    {
        Result<WriteLog> log = WriteLog::create(logFile(), kSeed, isSynced);
        for (const auto &[number, body] : batches) {
            std::string batch = batchOf(body);
            if (!log || !log->append(batch, number))
                return "failed";
        }
        const std::string content = readFile(logFile(), WriteLog::kMostBytes).value_or("unreadable");
        log->remove();
        return content;
    }
    QStringList logs() const { return QDir(m_folder->path()).entryList({"history.db-log*"}); }
    /// An engine that is dead for whoever comes later, with its logs as it left them; what the calls of
    /// `work` acknowledged may be in them alone.
    void leaveBehind(const std::function<void(History &)> &work);

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// The engine lives in this process, so its files are copied while it works, and its copy has died.
void TestWriteLog::leaveBehind(const std::function<void(History &)> &work)
{
    const QTemporaryDir living;
    const auto history = openSqlite({.path = living.filePath("history.db").toStdString()});
    work(**history);
    for (const QString &name : QDir(living.path()).entryList(QDir::Files))
        if (!name.endsWith("-shm"))
            QVERIFY(QFile::copy(living.filePath(name), m_folder->filePath(name)));
    Result<Database> database = Database::open(path(), OpenMode::ReadWrite);
    QCOMPARE(outcome(database->run("UPDATE engines SET closed_at = 1")), QString("ok"));
}

void TestWriteLog::readsWhatWasWritten()
{
    const std::string content = logOf({{1, "one"}, {2, "two"}, {3, ""}, {4, "four"}});
    QCOMPARE(seen({content}, 0), QString("one two  four | 4"));
    QCOMPARE(seen({content}, 2), QString(" four | 4"));
    QCOMPARE(seen({content}, 4), QString(" | 4"));
    QCOMPARE(seen({""}, 7), QString(" | 7"));
}

void TestWriteLog::aCutAnywhereEndsIt()
{
    const std::string content = logOf({{1, "one"}, {2, "two"}});
    const std::size_t first = WriteLog::kHead + 3;
    for (std::size_t size = 0; size < content.size(); ++size)
        QCOMPARE(seen({std::string_view(content).substr(0, size)}, 0),
                 QString(size < first ? " | 0" : "one | 1"));
}

void TestWriteLog::damageBeforeOthersIsSeen()
{
    const std::string content = logOf({{1, "one"}, {2, "two"}, {3, "three"}});
    const std::size_t second = WriteLog::kHead + 3;
    for (std::size_t at = second; at < 2 * second; ++at) {
        std::string changed = content;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        QCOMPARE(seen({changed}, 0), QString("one | 1 damaged"));
    }
    std::string atTheEnd = content; // as a write that was cut
    atTheEnd.back() = '!';
    QCOMPARE(seen({atTheEnd}, 0), QString("one two | 2"));
}

void TestWriteLog::whatIsLeftOfAnEarlierTurnIsIgnored()
{
    Result<WriteLog> log = WriteLog::create(logFile(), kSeed, true);
    for (const std::int64_t number : {1, 2, 3}) {
        std::string batch = batchOf("old");
        QVERIFY(log->append(batch, number));
    }
    log->rewind();
    std::string batch = batchOf("new");
    QVERIFY(log->append(batch, 4));
    const std::string content = *readFile(logFile(), WriteLog::kMostBytes);
    QCOMPARE(seen({content}, 3), QString("new | 4"));
    log->takeBack(); // its sync failed
    QCOMPARE(seen({*readFile(logFile(), WriteLog::kMostBytes)}, 3), QString(" | 3"));
}

void TestWriteLog::twoLogsAreOne()
{
    const std::string first = logOf({{1, "one"}, {2, "two"}});
    const std::string second = logOf({{3, "three"}, {4, "four"}});
    QCOMPARE(seen({first, second}, 0), QString("one two three four | 4"));
    QCOMPARE(seen({second, first}, 1), QString("two three four | 4"));
    QCOMPARE(seen({std::string_view(first).substr(0, first.size() - 1), second}, 0),
             QString("one three four | 4 damaged"));
    QCOMPARE(seen({first, second.substr(1)}, 0), QString("one two | 2 damaged"));
}

/// Without syncs a loss of power may take anything: what comes behind a gap goes, and nothing is damaged.
void TestWriteLog::withoutSyncsTheRestGoes()
{
    const std::string first = logOf({{1, "one"}, {2, "two"}}, false);
    const std::string second = logOf({{3, "three"}, {4, "four"}}, false);
    QCOMPARE(seen({first, second}, 0), QString("one two three four | 4"));
    QCOMPARE(seen({std::string_view(first).substr(0, first.size() - 1), second}, 0), QString("one | 1"));
    std::string changed = first;
    changed[WriteLog::kHead] = '!';
    QCOMPARE(seen({changed}, 0), QString(" | 0"));
    QCOMPARE(seen({second}, 1), QString(" | 1"));
}

void TestWriteLog::anotherEnginesBytesAreNothing()
{
    const std::string content = logOf({{1, "one"}});
    QVERIFY(readBatches({content}, kSeed + 1, 0).bodies.empty());
}

void TestWriteLog::aLargeBatchIsWrittenWhole()
{
    for (const std::size_t size : {64ULL << 10, (128ULL << 10) - WriteLog::kHead, (1ULL << 20) + 7}) {
        const std::string content = logOf({{1, std::string(size, 'x')}});
        const LoggedBatches read = readBatches({content}, kSeed, 0);
        QCOMPARE(read.bodies.size(), std::size_t(1));
        QVERIFY(read.bodies[0] == std::string(size, 'x'));
    }
}

void TestWriteLog::callsComeBackAsTheyWere()
{
    std::vector<WriteOp> ops;
    ops.push_back(opOf(WriteOp::Kind::Begin, begun(1), "resume"));
    ops.push_back({.kind = WriteOp::Kind::Journal, .id = idOf(1), .text = std::string("an\0entry", 8)});
    ops.push_back(opOf(WriteOp::Kind::Finish, ended(1)));
    ops.back().events = {eventOf(1, 1), eventOf(1, 2)};
    ops.push_back({.kind = WriteOp::Kind::Keep, .id = "key", .text = "value"});
    ops.push_back({.kind = WriteOp::Kind::KeepFlow,
                   .flow = std::make_unique<FlowText>(FlowText{"f", "v", "f.yaml", "flow: f"})});
    std::string bytes;
    for (WriteOp &op : ops) {
        QVERIFY(isLoggable(op));
        writeOp(op, bytes);
    }
    const auto read = readOps(bytes);
    QCOMPARE(outcome(read), QString("ok"));
    QCOMPARE(read->size(), ops.size());
    QVERIFY(*read->at(0).record == begun(1) && read->at(0).text == "resume");
    QVERIFY(read->at(1).id == idOf(1) && read->at(1).text == ops[1].text);
    QVERIFY(*read->at(2).record == ended(1) && read->at(2).events == ops[2].events);
    QVERIFY(read->at(3).id == "key" && read->at(3).text == "value");
    QVERIFY(read->at(4).flow->file == "f.yaml" && read->at(4).flow->text == "flow: f");
    QVERIFY(!isLoggable({.kind = WriteOp::Kind::Audit}) && !isLoggable({.kind = WriteOp::Kind::Import}));
}

/// Its digest was another, and its texts were not packed.
void TestWriteLog::theFirstKindIsReadAsWell()
{
    constexpr std::uint64_t kMark = 0x3167'6F4C'7461'7542ULL;
    const std::string body = "one";
    const std::array<std::uint64_t, 3> covered{kMark, 1, body.size()};
    std::string batch(reinterpret_cast<const char *>(covered.data()), sizeof covered);
    const std::uint64_t digest = digestOf(body, digestOf(batch, kSeed));
    batch.append(reinterpret_cast<const char *>(&digest), sizeof digest).append(body);
    QCOMPARE(seen({batch + logOf({{2, "two"}})}, 0), QString("one two | 2"));
    QCOMPARE(seen({"x" + batch}, 0), QString(" | 0 damaged"));
    batch.back() = 'E';
    QCOMPARE(seen({batch}, 0), QString(" | 0"));

    WriteOp op = opOf(WriteOp::Kind::Finish, ended(1));
    json::Text plain;
    writePayload(*op.record, plain);
    op.payload = plain.str();
    std::string bytes;
    writeOp(op, bytes);
    const auto ops = readOps(bytes);
    QVERIFY(ops && *ops->front().record == ended(1));
}

void TestWriteLog::whatALaterProgramWroteStays()
{
    leaveBehind([](History &history) { QCOMPARE(outcome(beginNow(history, begun(1))), QString("ok")); });
    QFile log(m_folder->filePath("history.db-log1a"));
    QVERIFY(log.open(QIODevice::ReadWrite) && log.seek(7) && log.write("3") == 1);
    log.close();
    QCOMPARE(outcome(openSqlite({.path = path()})), QString("store.version"));
    QVERIFY(log.open(QIODevice::ReadWrite) && log.seek(7) && log.write("2") == 1);
    log.close();
    const auto history = openSqlite({.path = path()});
    QCOMPARE(claimNow(**history)->size(), std::size_t(1));
}

void TestWriteLog::whatIsShedComesBack()
{
    WriteOp op = opOf(WriteOp::Kind::Finish, ended(1));
    op.record->input = json::Object{{"long", std::string(2000, 'x')}};
    const ExecutionRecord whole = *op.record;
    op.events = {eventOf(1, 1), eventOf(1, 2)};
    std::string bytes;
    writeOp(op, bytes);
    QVERIFY(bytes.size() < 1500); // packed
    shed(op);
    QVERIFY(op.record->input.isNull() && op.events.empty());
    QCOMPARE(op.eventCount(), std::size_t(2));
    QVERIFY(*wholeRecord(op) == whole);
    op.payload.resize(op.payload.size() / 2);
    QCOMPARE(outcome(wholeRecord(op)), QString("store.corrupt"));
}

void TestWriteLog::everyCutOfCallsIsRefused()
{
    std::string bytes;
    WriteOp op = opOf(WriteOp::Kind::Finish, ended(1));
    writeOp(op, bytes);
    for (std::size_t size = 1; size < bytes.size(); ++size)
        QCOMPARE(outcome(readOps(std::string_view(bytes).substr(0, size))), QString("store.corrupt"));
    QCOMPARE(outcome(readOps("\x7F")), QString("store.corrupt"));
}

void TestWriteLog::aDeadEnginesLogComesIntoTheTables()
{
    leaveBehind([](History &history) {
        QCOMPARE(outcome(beginNow(history, begun(1))), QString("ok"));
        QVERIFY(*history.findNow(idOf(1)) == begun(1)); // in the tables; the rest is in the log alone
        QCOMPARE(outcome(journalNow(history, idOf(1), "entry")), QString("ok"));
        QCOMPARE(outcome(finishNow(history, ended(2), {eventOf(2, 1)})), QString("ok"));
        QCOMPARE(outcome(beginNow(history, begun(3), "go on")), QString("ok"));
    });
    const auto reader = openSqlite({.path = path(), .readOnly = true}); // who only reads finds it, too
    QVERIFY(*(*reader)->findNow(idOf(2)) == ended(2));
    QCOMPARE((*reader)->eventsNow(idOf(2), 0, 10)->size(), std::size_t(1));
    const auto history = openSqlite({.path = path()});
    const auto claimed = claimNow(**history);
    QCOMPARE(claimed->size(), std::size_t(2));
    QVERIFY(claimed->at(0).record == begun(1) && claimed->at(0).entries == std::vector<std::string>{"entry"});
    QVERIFY(claimed->at(1).record == begun(3) && claimed->at(1).resume == "go on");
    QCOMPARE(outcome(journalNow(**history, idOf(1), "another")), QString("ok"));
    QCOMPARE(outcome(finishNow(**history, ended(1))), QString("ok"));
    QVERIFY(*(*history)->findNow(idOf(1)) == ended(1));
}

void TestWriteLog::damageCostsWhatHadNotEnded()
{
    leaveBehind([](History &history) {
        QCOMPARE(outcome(finishNow(history, ended(1))), QString("ok"));
        QCOMPARE(outcome(beginNow(history, begun(2))), QString("ok"));
        QCOMPARE(outcome(journalNow(history, idOf(2), "lost")), QString("ok"));
        QCOMPARE(outcome(journalNow(history, idOf(2), "kept")), QString("ok"));
    });
    QFile log(m_folder->filePath("history.db-log1a"));
    QVERIFY(log.open(QIODevice::ReadWrite));
    const qsizetype at = log.readAll().indexOf("lost");
    QVERIFY(at > 0 && log.seek(at) && log.write("LOST") == 4);
    log.close();
    const auto history = openSqlite({.path = path()});
    QCOMPARE(outcome(history), QString("ok"));
    QVERIFY(*(*history)->findNow(idOf(1)) == ended(1));
    QCOMPARE(claimNow(**history)->size(), std::size_t(0));
    const auto broken = *(*history)->findNow(idOf(2));
    QCOMPARE(shown(broken->status), QString("interrupted"));
    QVERIFY2(shown(broken->error).contains("The history is damaged"), broken->error.c_str());
}

void TestWriteLog::nothingIsBroughtInTwice()
{
    leaveBehind([](History &history) {
        QCOMPARE(outcome(beginNow(history, begun(1))), QString("ok"));
        QCOMPARE(outcome(journalNow(history, idOf(1), "entry")), QString("ok"));
    });
    const QString log = m_folder->filePath("history.db-log1a");
    const QString kept = m_folder->filePath("kept");
    QVERIFY(QFile::copy(log, kept));
    std::ignore = openSqlite({.path = path()});
    QVERIFY(!QFile::exists(log));
    QVERIFY(QFile::rename(kept, log)); // a crash came between the tables and the removal of the log
    const auto history = openSqlite({.path = path()});
    const auto claimed = claimNow(**history);
    QCOMPARE(claimed->size(), std::size_t(1));
    QVERIFY(claimed->at(0).entries == std::vector<std::string>{"entry"});
    QCOMPARE((*history)->listNow({})->items.size(), std::size_t(1));
}

void TestWriteLog::onlyTheOwnerReadsIt()
{
    const auto history = openSqlite({.path = path()});
    QCOMPARE(logs().size(), 2);
    for (const QString &name : logs())
        QVERIFY(!(QFile::permissions(m_folder->filePath(name)) &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestWriteLog::aLogWithoutAnEngineGoes()
{
    std::ignore = openSqlite({.path = path()});
    QFile stray(m_folder->filePath("history.db-log99a"));
    QVERIFY(stray.open(QIODevice::WriteOnly) && stray.write("what is this?") > 0);
    stray.close();
    const auto history = openSqlite({.path = path()});
    QCOMPARE(outcome(history), QString("ok"));
    QVERIFY(!stray.exists());
}

/// An engine may live where its process cannot be seen: in another container, say.
void TestWriteLog::aLockedLogIsLeftAlone()
{
    leaveBehind([](History &history) { QCOMPARE(outcome(beginNow(history, begun(1))), QString("ok")); });
    const std::string log = m_folder->filePath("history.db-log1a").toStdString();
    {
        const auto lock = FileLock::take(log);
        QVERIFY(lock && *lock);
        QCOMPARE(outcome(FileLock::take(log)), QString("store.busy"));
        const auto history = openSqlite({.path = path()});
        QCOMPARE(claimNow(**history)->size(), std::size_t(0)); // in vain, and not for ever
        QVERIFY(std::filesystem::exists(log));
    }
    const auto history = openSqlite({.path = path()});
    QCOMPARE(claimNow(**history)->size(), std::size_t(1));
    QVERIFY(!std::filesystem::exists(log));
}

/// As on a disk without locks: the history is written all the same, and opens again.
void TestWriteLog::whereNothingCanBeLockedThereIsNoLog()
{
    for (const char *first : {"history.db-log1a", "history.db-log2b"}) {
        const QString name = m_folder->filePath(first);
        QFile held(name);
        QVERIFY(held.open(QIODevice::WriteOnly));
        const auto lock = FileLock::take(name.toStdString());
        QVERIFY(lock && *lock);
        const auto history = openSqlite({.path = path()});
        QCOMPARE(outcome(history), QString("ok"));
        QVERIFY2(logs().empty(), qPrintable(logs().join(' ')));
        QCOMPARE(outcome(beginNow(**history, begun(1))), QString(first[14] == '1' ? "ok" : "store.write"));
    }
    QCOMPARE(claimNow(**openSqlite({.path = path()}))->size(), std::size_t(1));
}

void TestWriteLog::anEngineThatLeavesTakesItsLogs()
{
    {
        const auto history = openSqlite({.path = path()});
        QCOMPARE(outcome(finishNow(**history, ended(1))), QString("ok"));
        QVERIFY(!logs().empty());
    }
    QVERIFY(logs().empty());
    const auto reader = openSqlite({.path = path(), .readOnly = true});
    QVERIFY(*(*reader)->findNow(idOf(1)) == ended(1));
}

QTEST_GUILESS_MAIN(TestWriteLog)
#include "tst_write_log.moc"
