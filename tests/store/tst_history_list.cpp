// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "engine/store/reader.h"
#include "engine/store/schema.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

#include <algorithm>
#include <random>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

constexpr int kCount = 9'000; // three buckets of the index

/// Execution `number`, with fields that only some share, begun out of order.
ExecutionRecord varied(int number)
{
    ExecutionRecord record = number % 10 == 0 ? begun(number) : ended(number);
    record.flow = number % 3 == 0 ? "course_to_vacancy" : "update_profile";
    if (number % 100 == 7)
        record.status = "failed";
    record.userId = "user-" + std::to_string(number % 50);
    record.sessionId = number % 2 == 0 ? "" : "session-" + std::to_string(number % 1000);
    record.correlationId = "correlation-" + std::to_string(number);
    record.startedAt = begun((number * 7919) % 5000).startedAt;
    if (record.endedAt != WallTime{})
        record.endedAt = record.startedAt + record.duration;
    return record;
}

/// What a listing must give, worked out the slow way: numbers in the order of recording, newest start first.
std::vector<std::string> expected(const ExecutionQuery &query)
{
    std::vector<ExecutionRecord> all;
    for (int i = 0; i < kCount; ++i) {
        const ExecutionRecord record = varied(i);
        const auto fits = [](const std::string &wanted, const std::string &value) {
            return wanted.empty() || wanted == value;
        };
        if (fits(query.flow, record.flow) && fits(query.status, record.status) &&
            fits(query.userId, record.userId) && fits(query.sessionId, record.sessionId) &&
            fits(query.correlationId, record.correlationId) &&
            (!query.since || record.startedAt >= *query.since) &&
            (!query.until || record.startedAt < *query.until))
            all.push_back(record);
    }
    std::reverse(all.begin(), all.end());
    std::stable_sort(all.begin(), all.end(), [](const ExecutionRecord &a, const ExecutionRecord &b) {
        return a.startedAt > b.startedAt;
    });
    std::vector<std::string> ids;
    for (const ExecutionRecord &record : all)
        ids.push_back(record.id);
    return ids;
}

} // namespace

class TestHistoryList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesAreComplete_data();
    void pagesAreComplete();
    void aRowHasEverythingButThePayload();
    void bringsTheLimitIntoRange();
    void refusesForeignCursors_data();
    void refusesForeignCursors();
    void theOldestComeFirstWhenAsked_data();
    void theOldestComeFirstWhenAsked();
    void marksLeadIntoTheMiddle_data();
    void marksLeadIntoTheMiddle();
    void aRowHasItsStepsWhenAsked();
    void everyListingUsesAnIndex();
    void aPageStaysPutWhenNewOnesCome();

private:
    std::vector<std::string> listed(ExecutionQuery query);

    std::unique_ptr<AnyStore> m_store;
    std::unique_ptr<History> m_history;
};

void TestHistoryList::initTestCase()
{
    m_store = std::make_unique<AnyStore>();
    m_history = m_store->open();
    QVERIFY(m_history);
    for (int i = 0; i < kCount; ++i) {
        if (varied(i).status == "running")
            m_history->begin(varied(i), "", nullptr);
        else
            m_history->finish(varied(i), {}, nullptr);
    }
    QCOMPARE(outcome(beginNow(*m_history, begun(kCount + 1))), QString("ok"));
    QCOMPARE(outcome(finishNow(*m_history, ended(kCount + 1))), QString("ok"));
    QCOMPARE(m_history->stats().failedBatches, std::uint64_t(0));
}

/// The ids of all pages; none when one of them cannot be read.
std::vector<std::string> TestHistoryList::listed(ExecutionQuery query)
{
    std::vector<std::string> ids;
    for (int pages = 0; pages < 10'000; ++pages) {
        const Result<ExecutionPage> page = m_history->listNow(query);
        if (!page || page->items.size() > static_cast<std::size_t>(query.limit))
            return {};
        for (const ExecutionRecord &record : page->items)
            ids.push_back(record.id);
        query.cursor = page->next;
        if (query.cursor.empty())
            return ids;
    }
    return {};
}

void TestHistoryList::pagesAreComplete_data()
{
    QTest::addColumn<ExecutionQuery>("query");
    const WallTime early = begun(1000).startedAt;
    const WallTime late = begun(1200).startedAt;
    const auto row = [](const char *name, ExecutionQuery query, int limit) {
        query.limit = limit;
        QTest::newRow(name) << query;
    };
    row("flow", {.flow = "course_to_vacancy", .until = late}, 700);
    row("status running", {.status = "running"}, 333);
    row("status failed", {.status = "failed"}, 7);
    row("status success", {.status = "success", .since = late}, 1000);
    row("user", {.userId = "user-8"}, 11);
    row("session", {.sessionId = "session-17"}, 2);
    row("correlation", {.correlationId = "correlation-4711"}, 50);
    row("user and status", {.status = "failed", .userId = "user-7"}, 10);
    row("user and flow and times",
        {.flow = "update_profile", .userId = "user-1", .since = early, .until = late}, 1);
    row("session, user, success", {.status = "success", .userId = "user-17", .sessionId = "session-17"}, 3);
    row("times", {.since = early, .until = late}, 37);
    row("nobody", {.userId = "user-99"}, 10);
    row("empty range", {.since = late, .until = early}, 10);
}

void TestHistoryList::pagesAreComplete()
{
    QFETCH(ExecutionQuery, query);
    const std::vector<std::string> wanted = expected(query);
    std::vector<std::string> ids = listed(query);
    std::erase(ids, idOf(kCount + 1)); // initTestCase() began it after all others
    QCOMPARE(ids.size(), wanted.size());
    QVERIFY(ids == wanted);
}

void TestHistoryList::theOldestComeFirstWhenAsked_data()
{
    pagesAreComplete_data();
}

void TestHistoryList::theOldestComeFirstWhenAsked()
{
    QFETCH(ExecutionQuery, query);
    std::vector<std::string> wanted = expected(query);
    std::reverse(wanted.begin(), wanted.end());
    query.order = Order::Oldest;
    std::vector<std::string> ids = listed(query);
    std::erase(ids, idOf(kCount + 1)); // initTestCase() began it after all others
    QCOMPARE(ids.size(), wanted.size());
    QVERIFY(ids == wanted);
}

void TestHistoryList::marksLeadIntoTheMiddle_data()
{
    QTest::addColumn<ExecutionQuery>("query");
    QTest::newRow("all") << ExecutionQuery{};
    QTest::newRow("flow") << ExecutionQuery{.flow = "course_to_vacancy"};
    QTest::newRow("user, in buckets") << ExecutionQuery{.userId = "user-8"};
    QTest::newRow("oldest first") << ExecutionQuery{.status = "running", .order = Order::Oldest};
    QTest::newRow("nobody") << ExecutionQuery{.userId = "user-99"};
}

void TestHistoryList::marksLeadIntoTheMiddle()
{
    QFETCH(ExecutionQuery, query);
    query.limit = 1'000;
    const std::vector<std::string> wanted = listed(query);
    ExecutionQuery count = query;
    count.markEvery = 50;
    std::size_t total = 0;
    do { // each mark continues the listing just where it stands
        const Result<ExecutionPage> counted = m_history->listNow(count);
        QCOMPARE(outcome(counted), QString("ok"));
        QVERIFY(counted->items.empty());
        QCOMPARE(counted->marks.size(), static_cast<std::size_t>((counted->total + 49) / 50));
        for (std::size_t mark = 0; mark < counted->marks.size(); ++mark) {
            ExecutionQuery page = query;
            page.limit = 1;
            page.cursor = counted->marks[mark];
            QCOMPARE(m_history->listNow(page)->items.at(0).id, wanted.at(total + mark * 50));
        }
        total += static_cast<std::size_t>(counted->total);
        count.cursor = counted->next;
    } while (!count.cursor.empty());
    QCOMPARE(total, wanted.size());
}

void TestHistoryList::aRowHasItsStepsWhenAsked()
{
    const Result<ExecutionPage> page =
        m_history->listNow({.correlationId = "correlation-4711", .withSteps = true});
    QCOMPARE(page->items.size(), std::size_t(1));
    const std::vector<StepRecord> wanted = varied(4711).steps;
    const std::vector<StepRecord> steps = page->items[0].steps;
    QCOMPARE(steps.size(), wanted.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].step, wanted[i].step);
        QCOMPARE(steps[i].status, wanted[i].status);
        QCOMPARE(steps[i].attempts, wanted[i].attempts);
        QVERIFY(steps[i].startedAt == wanted[i].startedAt && steps[i].endedAt == wanted[i].endedAt);
        QVERIFY(steps[i].duration == wanted[i].duration);
        QVERIFY(steps[i].output.empty() && steps[i].attemptsDetail.isNull());
    }
    QVERIFY(m_history->listNow({.correlationId = "correlation-4711"})->items[0].steps.empty());
}

/// Asked of SQLite itself: no listing, counted or not, sorts or reads more than its index says.
void TestHistoryList::everyListingUsesAnIndex()
{
    if (AnyStore::isServer())
        QSKIP("a server chooses by what it knows of the rows");
    Result<Database> database = Database::open(":memory:", OpenMode::ReadWrite);
    QCOMPARE(outcome(migrate(*database, ":memory:")), QString("ok"));
    for (const Order order : {Order::Newest, Order::Oldest})
        for (const int markEvery : {0, 200})
            for (const ExecutionQuery &filter :
                 {ExecutionQuery{}, ExecutionQuery{.flow = "f"}, ExecutionQuery{.status = "failed"},
                  ExecutionQuery{.status = "success"}, ExecutionQuery{.userId = "u"},
                  ExecutionQuery{.sessionId = "s"}, ExecutionQuery{.correlationId = "c"},
                  ExecutionQuery{.text = "t"}, ExecutionQuery{.flow = "f", .userId = "u", .text = "t"}}) {
                ExecutionQuery query = filter;
                query.order = order;
                query.markEvery = markEvery;
                query.withSteps = true;
                Result<Statement> rows = database->prepare("EXPLAIN QUERY PLAN " + listSql(query));
                QCOMPARE(outcome(rows), QString("ok"));
                while (rows->step() == 1) {
                    const QString line = shown(rows->textAt(3));
                    QVERIFY2(!line.contains("TEMP B-TREE") && !line.startsWith("SCAN e"), qPrintable(line));
                }
            }
}

void TestHistoryList::aRowHasEverythingButThePayload()
{
    const Result<ExecutionPage> page = m_history->listNow({.correlationId = "correlation-4711"});
    ExecutionRecord wanted = varied(4711);
    wanted.input = {};
    wanted.output = {};
    wanted.sealed.clear();
    wanted.steps.clear();
    QCOMPARE(page->items.size(), std::size_t(1));
    QVERIFY(page->items[0] == wanted);
}

void TestHistoryList::bringsTheLimitIntoRange()
{
    QCOMPARE(m_history->listNow({.limit = 0})->items.size(), std::size_t(1));
    QCOMPARE(m_history->listNow({.limit = -5})->items.size(), std::size_t(1));
    QCOMPARE(m_history->listNow({.limit = 1'000'000})->items.size(), std::size_t(1'000));
}

void TestHistoryList::refusesForeignCursors_data()
{
    QTest::addColumn<QByteArray>("cursor");
    for (const char *cursor :
         {"x", "1", "1.", ".1", "1.2.3", "1.2 ", "99999999999999999999.1", "1;DROP TABLE events"})
        QTest::newRow(cursor) << QByteArray(cursor);
}

void TestHistoryList::refusesForeignCursors()
{
    QFETCH(QByteArray, cursor);
    QCOMPARE(outcome(m_history->listNow({.cursor = cursor.toStdString()})), QString("input.invalid"));
}

void TestHistoryList::aPageStaysPutWhenNewOnesCome()
{
    const Result<ExecutionPage> first = m_history->listNow({.limit = 10});
    const Result<ExecutionPage> second = m_history->listNow({.limit = 10, .cursor = first->next});
    ExecutionRecord newer = ended(kCount + 2);
    QCOMPARE(outcome(finishNow(*m_history, newer)), QString("ok"));
    QVERIFY(m_history->listNow({.limit = 10})->items != first->items);
    QVERIFY(m_history->listNow({.limit = 10, .cursor = first->next})->items == second->items);
}

BATUTA_EVERY_STORE_MAIN(TestHistoryList)
#include "tst_history_list.moc"
