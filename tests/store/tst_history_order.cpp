// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "engine/store/reader.h"
#include "engine/store/schema.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

#include <algorithm>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

constexpr int kCount = 13'000; // four buckets of the index

/// Execution `number`; every tenth still runs, many lasted as long as others.
ExecutionRecord varied(int number)
{
    ExecutionRecord record = number % 10 == 0 ? begun(number) : ended(number);
    record.flow = number % 3 == 0 ? "course_to_vacancy" : "update_profile";
    if (number % 100 == 7)
        record.status = "failed";
    if (record.status == "failed")
        record.error = "create: HTTP 503";
    record.userId = "user-" + std::to_string(number % 50);
    record.trigger = number % 7 == 0 ? "schedule" : "http";
    if (record.endedAt != WallTime{}) {
        record.duration = Duration((number * 7919LL) % 3000 * 1000);
        record.endedAt = record.startedAt + record.duration;
    }
    return record;
}

/// What an order by duration must give, worked out the slow way.
std::vector<std::string> expected(const ExecutionQuery &query)
{
    std::vector<ExecutionRecord> all;
    for (int i = 0; i < kCount; ++i) {
        const ExecutionRecord record = varied(i);
        if (record.status != "running" && Choice(query.flow).fits(record.flow) &&
            Choice(query.status).fits(record.status) && Choice(query.userId).fits(record.userId) &&
            Choice(query.trigger).fits(record.trigger) &&
            (!query.since || record.startedAt >= *query.since) &&
            (!query.until || record.startedAt < *query.until))
            all.push_back(record);
    }
    std::stable_sort(all.begin(), all.end(), [](const ExecutionRecord &a, const ExecutionRecord &b) {
        return a.duration < b.duration;
    });
    if (query.order == Order::Longest)
        std::reverse(all.begin(), all.end());
    std::vector<std::string> ids;
    for (const ExecutionRecord &record : all)
        ids.push_back(record.id);
    return ids;
}

std::vector<ExecutionQuery> filters()
{
    const WallTime early = begun(1000).startedAt, late = begun(1200).startedAt;
    return {{},
            {.flow = "course_to_vacancy"},
            {.status = "failed"},
            {.status = "!success"},
            {.status = "running"},
            {.userId = "user-8"},
            {.trigger = "schedule"},
            {.since = early, .until = late},
            {.status = "failed", .since = early}};
}

} // namespace

class TestHistoryOrder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatEndedIsListedByItsDuration_data();
    void whatEndedIsListedByItsDuration();
    void marksLeadIntoTheMiddle_data();
    void marksLeadIntoTheMiddle();
    void aCountEndsWhereNobodyPages();
    void failuresAreListedByTheirDuration();
    void aTextHasNoOrderByDuration();
    void everyListingUsesAnIndex_data();
    void everyListingUsesAnIndex();

private:
    std::vector<std::string> listed(ExecutionQuery query);

    std::unique_ptr<AnyStore> m_store;
    std::unique_ptr<History> m_history;
};

void TestHistoryOrder::initTestCase()
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
    QCOMPARE(outcome(beginNow(*m_history, begun(kCount))), QString("ok"));
    QCOMPARE(m_history->stats().failedBatches, std::uint64_t(0));
}

/// The ids of all pages; none when one of them cannot be read.
std::vector<std::string> TestHistoryOrder::listed(ExecutionQuery query)
{
    std::vector<std::string> ids;
    for (int pages = 0; pages < 1'000; ++pages) {
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

void TestHistoryOrder::whatEndedIsListedByItsDuration_data()
{
    QTest::addColumn<ExecutionQuery>("query");
    for (const Order order : {Order::Longest, Order::Shortest})
        for (ExecutionQuery query : filters()) {
            query.order = order;
            query.limit = 333;
            QTest::newRow(qPrintable(QString("%1 %2 %3 %4")
                                         .arg(order == Order::Longest ? "longest" : "shortest")
                                         .arg(shown(query.flow + query.status + query.userId + query.trigger))
                                         .arg(query.since ? "since" : "")
                                         .arg(query.until ? "until" : "")
                                         .simplified()))
                << query;
        }
}

void TestHistoryOrder::whatEndedIsListedByItsDuration()
{
    QFETCH(ExecutionQuery, query);
    const std::vector<std::string> wanted = expected(query);
    const std::vector<std::string> ids = listed(query);
    QCOMPARE(ids.size(), wanted.size());
    QVERIFY(ids == wanted);
}

void TestHistoryOrder::marksLeadIntoTheMiddle_data()
{
    whatEndedIsListedByItsDuration_data();
}

void TestHistoryOrder::marksLeadIntoTheMiddle()
{
    QFETCH(ExecutionQuery, query);
    const std::vector<std::string> wanted = expected(query);
    ExecutionQuery count = query;
    count.markEvery = 200;
    count.limit = 1'500;
    const Result<ExecutionPage> counted = m_history->listNow(count);
    QCOMPARE(outcome(counted), QString("ok"));
    QCOMPARE(counted->total, static_cast<std::int64_t>(std::min<std::size_t>(wanted.size(), 1'500)));
    for (std::size_t mark = 0; mark < counted->marks.size(); ++mark) {
        ExecutionQuery page = query;
        page.limit = 1;
        page.cursor = counted->marks[mark];
        QCOMPARE(m_history->listNow(page)->items.at(0).id, wanted.at(mark * 200));
    }
}

void TestHistoryOrder::aCountEndsWhereNobodyPages()
{
    const Result<ExecutionPage> counted =
        m_history->listNow({.limit = 50'000, .order = Order::Longest, .markEvery = 200});
    QCOMPARE(outcome(counted), QString("ok"));
    QCOMPARE(counted->total, std::int64_t(kMostRanked));
    QVERIFY(!counted->next.empty());
}

void TestHistoryOrder::failuresAreListedByTheirDuration()
{
    const auto report =
        answerOf<Result<FailureReport>>([&](auto done) { m_history->failures({}, std::move(done)); });
    QVERIFY(report && !report->groups.empty());
    for (const Order order : {Order::Longest, Order::Shortest}) {
        std::size_t found = 0;
        for (const FailureGroup &group : report->groups) {
            const Result<ExecutionPage> page =
                m_history->listNow({.failure = group.key, .limit = 1'000, .order = order});
            QCOMPARE(outcome(page), QString("ok"));
            found += page->items.size();
            for (std::size_t i = 1; i < page->items.size(); ++i)
                QVERIFY(order == Order::Longest ? page->items[i - 1].duration >= page->items[i].duration
                                                : page->items[i - 1].duration <= page->items[i].duration);
        }
        QCOMPARE(found, expected({.status = "failed"}).size());
    }
}

void TestHistoryOrder::aTextHasNoOrderByDuration()
{
    QCOMPARE(outcome(m_history->listNow({.text = "x", .order = Order::Longest})), QString("input.invalid"));
}

void TestHistoryOrder::everyListingUsesAnIndex_data()
{
    whatEndedIsListedByItsDuration_data();
}

/// Asked of SQLite itself: what is found by its duration is not sorted.
void TestHistoryOrder::everyListingUsesAnIndex()
{
    if (AnyStore::isServer())
        QSKIP("a server chooses by what it knows of the rows");
    QFETCH(ExecutionQuery, query);
    if (!query.userId.empty())
        QSKIP("the runs of one person are sorted");
    Result<Database> database = Database::open(":memory:", OpenMode::ReadWrite);
    QCOMPARE(outcome(migrate(*database, ":memory:")), QString("ok"));
    for (const int markEvery : {0, 200}) {
        query.markEvery = markEvery;
        Result<Statement> rows = database->prepare("EXPLAIN QUERY PLAN " + listSql(query));
        QCOMPARE(outcome(rows), QString("ok"));
        while (rows->step() == 1) {
            const QString line = shown(rows->textAt(3));
            QVERIFY2(!line.contains("TEMP B-TREE") && !line.startsWith("SCAN"), qPrintable(line));
        }
    }
}

BATUTA_EVERY_STORE_MAIN(TestHistoryOrder)
#include "tst_history_order.moc"
