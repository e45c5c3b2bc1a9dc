// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/packing.h"

#include "engine/json/json.h"
#include "engine/store/database.h"
#include "tests/store/sample.h"

#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

std::string noise(std::size_t size)
{
    std::mt19937 generator(7);
    std::string text(size, ' ');
    for (char &c : text)
        c = static_cast<char>(generator());
    return text;
}

/// Ten executions' worth of the same thing, as a record is.
std::string repeated(std::size_t times)
{
    std::string text = "{";
    for (std::size_t i = 0; i < times; ++i)
        text += R"({"step":"create_embeddings","status":"success","code":200,"us":)" +
                std::to_string(i * 37) + "},";
    return text + "}";
}

} // namespace

class TestPacking : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackEveryText_data();
    void givesBackEveryText();
    void packsWhatRepeatsItself();
    void damagedBytesAreGivenOutAsTheyAre();
    void aHistoryReadsWhatIsPackedAndWhatIsNot();
    void textsAreIndependent();
    void theJournalIsPackedAndReadWhenItIsNot();
    void aDamagedRecordIsNamedAndHidesNoOther();

private:
    std::string plain(std::string_view body) const
    {
        Result<Database> database = Database::open(":memory:", OpenMode::ReadWrite);
        Result<Statement> select = database->prepare("SELECT plain(?)");
        return select->blob(1, body).step() == 1 ? std::string(select->blobAt(0)) : "no row";
    }
    std::string path() const { return m_folder->filePath("history.db").toStdString(); }
    void runSql(const char *sql) const
    {
        Result<Database> database = Database::open(path(), OpenMode::ReadWrite);
        QCOMPARE(outcome(database->run(sql)), QString("ok"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPacking::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPacking::givesBackEveryText_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    row("nothing", "");
    row("short", "{}");
    row("just too short to be packed", std::string(1023, 'x'));
    row("just long enough", std::string(1024, 'x'));
    row("a record", repeated(200));
    row("noise", noise(5000));
    row("a megabyte", repeated(15'000));
}

void TestPacking::givesBackEveryText()
{
    QFETCH(QByteArray, text);
    const std::string wanted = text.toStdString();
    std::string room = "something from before";
    const std::string_view body = packed(wanted, room);
    QVERIFY(body.size() <= wanted.size());
    QVERIFY(plain(body) == wanted);
}

void TestPacking::packsWhatRepeatsItself()
{
    std::string room;
    const std::string text = repeated(200);
    QVERIFY2(packed(text, room).size() < text.size() / 5, std::to_string(packed(text, room).size()).c_str());
}

void TestPacking::damagedBytesAreGivenOutAsTheyAre()
{
    std::string room;
    const std::string body(packed(repeated(40), room));
    for (std::size_t size = 0; size < body.size(); ++size)
        QVERIFY(plain(body.substr(0, size)) == body.substr(0, size));
    // The size of the text: 4 GB of zeros must not be asked for, and a byte too few or too many is seen.
    for (const std::size_t at : {8U, 9U, 11U}) {
        std::string damaged = body;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
        QVERIFY(plain(damaged) == damaged);
    }
}

void TestPacking::aHistoryReadsWhatIsPackedAndWhatIsNot()
{
    ExecutionRecord wanted = ended(1);
    wanted.steps.front().output = json::write(json::Value(repeated(60)));
    {
        const auto history = openSqlite({.path = path()});
        QCOMPARE(outcome(finishNow(**history, wanted, {eventOf(1, 1)})), QString("ok"));
    }
    const std::string isPacked = "SELECT count(*) FROM payloads WHERE hex(substr(body, 1, 1)) = '8B'";
    QCOMPARE(*Database::open(path(), OpenMode::ReadWrite)->number(isPacked), std::int64_t(1));
    for (const char *before : {"", "UPDATE payloads SET body = plain(body)"}) {
        runSql(before);
        const auto history = openSqlite({.path = path()});
        QVERIFY(*(*history)->findNow(idOf(1)) == wanted);
        QCOMPARE((*history)->eventsNow(idOf(1), 0, 10)->size(), std::size_t(1));
        QCOMPARE((*history)->listNow({.text = "create_embeddings"})->items.size(), std::size_t(1));
        QCOMPARE((*history)->listNow({.text = "not there"})->items.size(), std::size_t(0));
    }
}

/// One text after the other through the same memory: none may refer to the one before.
void TestPacking::textsAreIndependent()
{
    std::string room;
    for (const int count : {400, 20, 3, 200, 20}) {
        const std::string text = repeated(count);
        QVERIFY(plain(std::string(packed(text, room))) == text);
    }
}

void TestPacking::theJournalIsPackedAndReadWhenItIsNot()
{
    const std::string entry = json::write(json::Value(repeated(60)));
    {
        const auto history = openSqlite({.path = path()});
        QCOMPARE(outcome(beginNow(**history, begun(1))), QString("ok"));
        QCOMPARE(outcome(journalNow(**history, begun(1).id, entry)), QString("ok"));
    }
    const std::string isPacked = "SELECT count(*) FROM journal WHERE hex(substr(body, 1, 1)) = '8B'";
    QCOMPARE(*Database::open(path(), OpenMode::ReadWrite)->number(isPacked), std::int64_t(1));
    for (const char *before : {"", "UPDATE journal SET body = plain(body)"}) {
        runSql(before);
        const auto history = openSqlite({.path = path()});
        const auto claimed = claimNow(**history);
        QCOMPARE(claimed->size(), std::size_t(1));
        QVERIFY(claimed->front().entries == std::vector<std::string>{entry});
    }
}

void TestPacking::aDamagedRecordIsNamedAndHidesNoOther()
{
    {
        const auto history = openSqlite({.path = path()});
        for (int i = 1; i <= 2; ++i) {
            ExecutionRecord record = ended(i);
            record.steps.front().output = json::write(json::Value(repeated(60)));
            QCOMPARE(outcome(finishNow(**history, record)), QString("ok"));
        }
    }
    runSql("UPDATE payloads SET body = substr(body, 1, length(body) - 9) WHERE seq = 1");
    const auto history = openSqlite({.path = path()});
    QCOMPARE(outcome((*history)->findNow(idOf(1))), QString("store.corrupt"));
    QCOMPARE((*history)->listNow({.text = "create_embeddings"})->items.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
