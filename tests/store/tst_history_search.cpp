// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "engine/store/pg_reader.h"
#include "engine/store/reader.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

class TestHistorySearch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsTexts_data();
    void findsTexts();
    void aSearchWithoutTimeGoesOnWithItsCursor();
    void refusesAnEndlessText();
    void listsThoseThatWait();

private:
    std::vector<std::string> ids(ExecutionQuery query)
    {
        query.limit = 1'000;
        std::vector<std::string> found;
        do {
            const Result<ExecutionPage> page = m_history->listNow(query);
            if (!page)
                return {};
            for (const ExecutionRecord &record : page->items)
                found.push_back(record.id);
            query.cursor = page->next;
        } while (!query.cursor.empty());
        return found;
    }

    std::unique_ptr<AnyStore> m_store;
    std::unique_ptr<History> m_history;
};

void TestHistorySearch::init()
{
    m_history.reset();
    m_store = std::make_unique<AnyStore>();
    m_history = m_store->open();
    QVERIFY(m_history);
}

void TestHistorySearch::findsTexts_data()
{
    QTest::addColumn<ExecutionQuery>("query");
    QTest::addColumn<int>("found"); // the number of the one, or -1, or 100 for all
    const auto row = [](const char *text, int found) {
        QTest::newRow(text) << ExecutionQuery{.text = text} << found;
    };
    row("number-7", 7);
    row("NUMBER-7", 7);
    row("the address is taken", 3);
    row("100%", 5);
    row("a_b", 5);
    row("1_0", -1);
    row("%", 5);
    row("quo\"ted \\ text", 5);
    row("nowhere", -1);
    row("ma\xC3\xA7\xC3\xA3 \" \\ ` ' ", 100); // in the output of a step, which is JSON itself
    row("still running", 9);
    QTest::newRow("with a user") << ExecutionQuery{.userId = "user-7", .text = "number"} << 7;
    QTest::newRow("of another user") << ExecutionQuery{.userId = "user-8", .text = "number-7"} << -1;
    QTest::newRow("with a status") << ExecutionQuery{.status = "failed", .text = "number"} << 3;
    QTest::newRow("oldest first") << ExecutionQuery{.text = "number-4", .order = Order::Oldest} << 4;
    QTest::newRow("in a time") << ExecutionQuery{.text = "number",
                                                 .since = begun(6).startedAt,
                                                 .until = begun(7).startedAt}
                               << 6;
}

void TestHistorySearch::findsTexts()
{
    QFETCH(ExecutionQuery, query);
    QFETCH(int, found);
    for (int i = 0; i < 10; ++i) {
        ExecutionRecord record = i == 9 ? begun(i) : ended(i);
        record.userId = "user-" + std::to_string(i);
        json::Object input;
        input.set("name", i == 9 ? std::string("still running") : "number-" + std::to_string(i));
        if (i == 5)
            input.set("text", "100% a_b quo\"ted \\ text");
        record.input = std::move(input);
        if (i == 3) {
            record.status = "failed";
            record.error = "the address is taken";
        }
        if (i == 9)
            QCOMPARE(outcome(beginNow(*m_history, record)), QString("ok"));
        else
            QCOMPARE(outcome(finishNow(*m_history, record)), QString("ok"));
    }
    const std::vector<std::string> all = ids(query);
    QCOMPARE(all.size(), found < 0 ? std::size_t(0) : found == 100 ? std::size_t(9) : std::size_t(1));
    if (found >= 0 && found < 100)
        QCOMPARE(all[0], idOf(found));
    ExecutionQuery count = query;
    count.markEvery = 5;
    QCOMPARE(m_history->listNow(count)->total, static_cast<std::int64_t>(all.size()));
}

void TestHistorySearch::aSearchWithoutTimeGoesOnWithItsCursor()
{
    for (int i = 0; i < 40; ++i) {
        ExecutionRecord record = ended(i);
        record.input = json::Value(i % 8 == 0 ? "needle" : "hay");
        QCOMPARE(outcome(finishNow(*m_history, record)), QString("ok"));
    }
    QVERIFY(*m_history->findNow(idOf(39))); // all of it is in the tables
    std::optional<Database> database;
    if (!AnyStore::isServer())
        database = std::move(*Database::open(m_store->name(), OpenMode::ReadOnly));
    const auto ask = [&](const ExecutionQuery &asked) {
        return database ? Reader(*database, Duration::zero()).list(asked)
                        : PgReader(m_store->name(), Duration::zero()).list(asked);
    };
    ExecutionQuery query{.text = "needle", .limit = 3};
    std::vector<std::string> found;
    int partial = 0;
    for (int pages = 0; pages < 100; ++pages) {
        const Result<ExecutionPage> page = ask(query);
        QCOMPARE(outcome(page), QString("ok"));
        partial += page->isPartial ? 1 : 0;
        QVERIFY(!page->isPartial || !page->next.empty());
        for (const ExecutionRecord &record : page->items)
            found.push_back(record.id);
        query.cursor = page->next;
        if (query.cursor.empty())
            break;
    }
    // One row a page, or a group of them: it always gets on.
    QCOMPARE(partial, AnyStore::isServer() ? 2 : 40);
    QVERIFY(found == (std::vector<std::string>{idOf(32), idOf(24), idOf(16), idOf(8), idOf(0)}));
    query = {.text = "needle", .limit = 3};
    const Result<ExecutionPage> whole = m_history->listNow(query);
    QVERIFY(!whole->isPartial && whole->items.size() == 3);
    query.cursor = whole->next;
    QCOMPARE(m_history->listNow(query)->items.size(), std::size_t(2));
    QVERIFY(m_history->listNow(query)->next.empty());
}

void TestHistorySearch::refusesAnEndlessText()
{
    QCOMPARE(outcome(m_history->listNow({.text = std::string(1'001, 'x')})), QString("input.invalid"));
    QCOMPARE(outcome(m_history->listNow({.text = std::string(1'000, '%')})), QString("ok"));
}

void TestHistorySearch::listsThoseThatWait()
{
    for (int i = 0; i < 6; ++i) {
        ExecutionRecord record = begun(i);
        record.status = i % 2 == 0 ? "queued" : "paused";
        QCOMPARE(outcome(beginNow(*m_history, record)), QString("ok"));
    }
    QCOMPARE(ids({.status = "queued"}).size(), std::size_t(3));
    QCOMPARE(ids({.status = "paused"}).size(), std::size_t(3));
}

BATUTA_EVERY_STORE_MAIN(TestHistorySearch)
#include "tst_history_search.moc"
