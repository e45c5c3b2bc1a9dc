// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <future>
#include <numeric>
#include <random>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;
using namespace std::chrono_literals;

namespace {

/// Ended `hours` ago, with a payload that takes some space.
ExecutionRecord endedAgo(int number, int hours)
{
    static const WallTime now = SystemClock().wall();
    ExecutionRecord record = ended(number);
    record.startedAt = now - std::chrono::hours(hours) - 2s;
    record.endedAt = now - std::chrono::hours(hours);
    record.duration = 2s;
    std::mt19937 random(static_cast<unsigned>(number));
    std::string noise; // a server would make a row of the same letter small
    while (noise.size() < 3'000)
        noise += static_cast<char>('a' + random() % 26);
    record.input = json::Value(std::move(noise));
    return record;
}

} // namespace

class TestHistoryPrune : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void removesWhatTheLimitsSay_data();
    void removesWhatTheLimitsSay();
    void keepsWhatRuns();
    void removesByTheSizeOfTheStore();
    void givesTheSpaceBack();
    void othersWriteBetweenTheSlices();
    void importsWhatIsNotThere();

private:
    Result<Pruned> prune(Retention retention)
    {
        return answerOf<Result<Pruned>>([&](auto answer) { m_history->prune(retention, answer); });
    }
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

void TestHistoryPrune::init()
{
    m_history.reset();
    m_store = std::make_unique<AnyStore>();
    m_history = m_store->open();
    QVERIFY(m_history);
}

void TestHistoryPrune::removesWhatTheLimitsSay_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("left");
    QTest::newRow("no limit") << 0 << 0 << 1'300;
    QTest::newRow("age") << 100 << 0 << 100;
    QTest::newRow("count") << 0 << 20 << 20;
    QTest::newRow("more than there are") << 0 << 5'000 << 1'300;
    QTest::newRow("age is narrower") << 50 << 600 << 50;
    QTest::newRow("count is narrower") << 900 << 600 << 600;
    QTest::newRow("everything is too old") << -1 << 0 << 1'300;
}

void TestHistoryPrune::removesWhatTheLimitsSay()
{
    QFETCH(int, hours);
    QFETCH(int, count);
    QFETCH(int, left);
    std::vector<int> order(1'300);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(4711)); // written in no order of time
    for (const int number : order)
        m_history->finish(endedAgo(number, number), {eventOf(number, 1)}, nullptr);
    const Result<Pruned> pruned = prune({std::chrono::hours(hours) - (hours > 0 ? 60s : 0s), count, 0});
    QCOMPARE(outcome(pruned), QString("ok"));
    QCOMPARE(pruned->executions, std::int64_t(1'300 - left));
    const std::vector<std::string> rest = ids({});
    QCOMPARE(rest.size(), static_cast<std::size_t>(left));
    for (int i = 0; i < left; ++i)
        QCOMPARE(rest[static_cast<std::size_t>(i)], idOf(i));
    QCOMPARE(m_history->eventsNow(idOf(0), 0, 10)->size(), std::size_t(1));
    const auto tables = AnyStore::isServer()
                            ? std::vector<std::string>{"executions"}
                            : std::vector<std::string>{"executions", "payloads", "cells", "event_logs"};
    for (const std::string &table : tables)
        QCOMPARE(m_store->number("SELECT count(*) FROM " + table), std::int64_t(left));
}

void TestHistoryPrune::keepsWhatRuns()
{
    for (int i = 0; i < 10; ++i) {
        ExecutionRecord record = begun(i);
        record.status = i % 3 == 0 ? "running" : i % 3 == 1 ? "queued" : "paused";
        record.startedAt = endedAgo(i, 10'000).startedAt;
        QCOMPARE(outcome(beginNow(*m_history, record)), QString("ok"));
        QCOMPARE(outcome(finishNow(*m_history, endedAgo(i + 10, 9'000))), QString("ok"));
    }
    QCOMPARE(prune({1h, 1, 1})->executions, std::int64_t(10));
    QCOMPARE(ids({}).size(), std::size_t(10));
    QCOMPARE(outcome(journalNow(*m_history, idOf(1), "entry")), QString("ok"));
    QCOMPARE(outcome(finishNow(*m_history, ended(1))), QString("ok"));
}

void TestHistoryPrune::removesByTheSizeOfTheStore()
{
    for (int i = 0; i < 2'000; ++i)
        m_history->finish(endedAgo(i, i), {}, nullptr);
    constexpr std::int64_t kLimit = 4 << 20;
    const Result<Pruned> pruned = prune({{}, 0, kLimit});
    QCOMPARE(outcome(pruned), QString("ok"));
    QVERIFY(pruned->bytesBefore > kLimit * 3 / 2);
    QVERIFY(pruned->bytesAfter <= kLimit);
    QVERIFY(pruned->bytesAfter > kLimit * 3 / 4); // no more than was needed
    QVERIFY(m_history->findNow(idOf(0))->has_value());
    QVERIFY(!m_history->findNow(idOf(1'999))->has_value());
}

void TestHistoryPrune::givesTheSpaceBack()
{
    for (int i = 0; i < 2'000; ++i)
        m_history->finish(endedAgo(i, i), {}, nullptr);
    const Result<Pruned> pruned = prune({{}, 10, 0});
    QCOMPARE(pruned->executions, std::int64_t(1'990));
    QVERIFY(pruned->bytesAfter * 10 < pruned->bytesBefore);
    m_history->close();
    if (!AnyStore::isServer())
        QVERIFY(QFileInfo(QString::fromStdString(m_store->name())).size() <= pruned->bytesAfter);
}

void TestHistoryPrune::othersWriteBetweenTheSlices()
{
    for (int i = 0; i < 3'000; ++i)
        m_history->finish(endedAgo(i, i + 1), {}, nullptr);
    std::promise<void> pruned;
    std::atomic<bool> isPruned = false;
    std::promise<bool> written;
    m_history->prune({{}, 10, 0}, [&](Result<Pruned>) {
        isPruned = true;
        pruned.set_value();
    });
    m_history->finish(endedAgo(5'000, 0), {}, [&](Status) { written.set_value(isPruned); });
    QVERIFY(!written.get_future().get());
    pruned.get_future().get();
    QVERIFY(m_history->findNow(idOf(5'000))->has_value());
}

void TestHistoryPrune::importsWhatIsNotThere()
{
    const auto import = [this](int number) {
        return answerOf<Status>([&](auto answer) {
            m_history->import(ended(number), {eventOf(number, 1), eventOf(number, 2)}, answer);
        });
    };
    QCOMPARE(outcome(import(1)), QString("ok"));
    QVERIFY(*m_history->findNow(idOf(1)) == ended(1));
    QCOMPARE(m_history->eventsNow(idOf(1), 0, 10)->size(), std::size_t(2));
    QCOMPARE(outcome(import(1)), QString("store.write"));
    QCOMPARE(outcome(beginNow(*m_history, begun(2))), QString("ok"));
    QCOMPARE(outcome(import(2)), QString("store.write"));
    QVERIFY(*m_history->findNow(idOf(2)) == begun(2));
    QCOMPARE(outcome(import(3)), QString("ok"));
    QCOMPARE(ids({}).size(), std::size_t(3));
}

BATUTA_EVERY_STORE_MAIN(TestHistoryPrune)
#include "tst_history_prune.moc"
