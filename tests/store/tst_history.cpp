// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

#include <future>
#include <thread>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsWhatWasBegun();
    void finishReplacesTheBegin();
    void beginAndFinishInOneBatchKeepEverything();
    void insertsWhatNobodyBegan();
    void findsNothingForUnknownIds();
    void keepsEventsInOrder();
    void keepsTheEventsOfAFinish();
    void aSecondBeginFailsAloneInItsBatch();
    void refusesIdsThatAreNoUuids();
    void answersInTheOrderOfTheCalls();
    void callbacksMayCallBack();
    void manyThreadsMayWrite();
    void aClosedHistoryAnswersWithErrors();
    void closeWritesWhatIsQueued();
    void keepsNothingOfAMemoryHistory();
    void keepsLargeAndDeepValues();

private:
    void openAgain();

    std::unique_ptr<AnyStore> m_store;
    std::unique_ptr<History> m_history;
};

void TestHistory::init()
{
    m_store = std::make_unique<AnyStore>();
    openAgain();
}

void TestHistory::cleanup()
{
    m_history.reset();
}

void TestHistory::openAgain()
{
    m_history.reset();
    m_history = m_store->open(Durability::Full);
    QVERIFY(m_history);
}

void TestHistory::keepsWhatWasBegun()
{
    QCOMPARE(outcome(beginNow(*m_history, begun(1))), QString("ok"));
    const auto found = m_history->findNow(idOf(1));
    QCOMPARE(outcome(found), QString("ok"));
    QVERIFY(*found == begun(1));
}

void TestHistory::finishReplacesTheBegin()
{
    QCOMPARE(outcome(beginNow(*m_history, begun(1))), QString("ok"));
    QCOMPARE(outcome(finishNow(*m_history, ended(1))), QString("ok"));
    const auto found = m_history->findNow(idOf(1));
    QCOMPARE(outcome(found), QString("ok"));
    QVERIFY(*found == ended(1));
    openAgain();
    QVERIFY(*m_history->findNow(idOf(1)) == ended(1));
    QCOMPARE(m_history->listNow({})->items.size(), std::size_t(1));
}

void TestHistory::beginAndFinishInOneBatchKeepEverything()
{
    // The first begin occupies the writer; what follows meets in the queue.
    std::promise<void> isBlocked;
    std::promise<void> goOn;
    m_history->begin(begun(1), "", [&](Status) {
        isBlocked.set_value();
        goOn.get_future().wait();
    });
    isBlocked.get_future().wait();
    std::promise<Status> beginAnswer;
    std::promise<Status> finishAnswer;
    m_history->begin(begun(2), "", [&](Status status) { beginAnswer.set_value(std::move(status)); });
    m_history->finish(ended(2), {eventOf(2, 1), eventOf(2, 2)},
                      [&](Status status) { finishAnswer.set_value(std::move(status)); });
    const std::uint64_t before = m_history->stats().transactions;
    goOn.set_value();
    QCOMPARE(outcome(beginAnswer.get_future().get()), QString("ok"));
    QCOMPARE(outcome(finishAnswer.get_future().get()), QString("ok"));
    QVERIFY(*m_history->findNow(idOf(2)) == ended(2));
    const auto events = m_history->eventsNow(idOf(2), 0, 10);
    QVERIFY(*events == (std::vector<EventRecord>{eventOf(2, 1), eventOf(2, 2)}));
    m_history->close();
    QCOMPARE(m_history->stats().transactions - before, std::uint64_t(2)); // the blocked one's and this one
}

void TestHistory::insertsWhatNobodyBegan()
{
    QCOMPARE(outcome(finishNow(*m_history, ended(1))), QString("ok"));
    QVERIFY(*m_history->findNow(idOf(1)) == ended(1));
    ExecutionRecord again = ended(1);
    again.status = "failed";
    again.error = "later";
    QCOMPARE(outcome(finishNow(*m_history, again)), QString("ok"));
    QVERIFY(*m_history->findNow(idOf(1)) == again);
}

void TestHistory::findsNothingForUnknownIds()
{
    for (const std::string &id : {idOf(7), std::string("nonsense"), std::string()}) {
        const auto found = m_history->findNow(id);
        QCOMPARE(outcome(found), QString("ok"));
        QVERIFY(!found->has_value());
        const auto events = m_history->eventsNow(id, 0, 10);
        QCOMPARE(outcome(events), QString("ok"));
        QVERIFY(events->empty());
    }
}

void TestHistory::keepsEventsInOrder()
{
    QCOMPARE(outcome(finishNow(*m_history, ended(2), {eventOf(2, 1)})), QString("ok"));
    QCOMPARE(outcome(finishNow(*m_history, ended(1),
                               {eventOf(1, 3), eventOf(1, 2), eventOf(1, 4), eventOf(1, 1)})),
             QString("ok"));
    QVERIFY(*m_history->eventsNow(idOf(1), 0, 10) ==
            (std::vector<EventRecord>{eventOf(1, 1), eventOf(1, 2), eventOf(1, 3), eventOf(1, 4)}));
    QVERIFY(*m_history->eventsNow(idOf(1), 1, 2) == (std::vector<EventRecord>{eventOf(1, 2), eventOf(1, 3)}));
    QVERIFY(m_history->eventsNow(idOf(1), 4, 10)->empty());
    QCOMPARE(m_history->stats().events, std::uint64_t(5));
}

void TestHistory::keepsTheEventsOfAFinish()
{
    EventRecord unnamed = eventOf(1, 1);
    unnamed.execution.clear();
    unnamed.data = {};
    QCOMPARE(outcome(finishNow(*m_history, ended(1), {unnamed})), QString("ok"));
    const auto events = m_history->eventsNow(idOf(1), 0, 10);
    QCOMPARE(events->size(), std::size_t(1));
    QCOMPARE(shown(events->at(0).execution), shown(idOf(1)));
    QVERIFY(events->at(0).data.isNull());
}

void TestHistory::aSecondBeginFailsAloneInItsBatch()
{
    QCOMPARE(outcome(beginNow(*m_history, begun(1))), QString("ok"));
    std::promise<Status> again;
    m_history->begin(begun(1), "", [&](Status status) { again.set_value(std::move(status)); });
    QCOMPARE(outcome(beginNow(*m_history, begun(2))), QString("ok"));
    QCOMPARE(outcome(again.get_future().get()), QString("store.write"));
    QVERIFY(*m_history->findNow(idOf(1)) == begun(1));
    QCOMPARE(outcome(finishNow(*m_history, ended(1))), QString("ok"));
    QVERIFY(*m_history->findNow(idOf(1)) == ended(1));
}

void TestHistory::refusesIdsThatAreNoUuids()
{
    ExecutionRecord record = begun(1);
    record.id = "execution-1";
    QCOMPARE(outcome(beginNow(*m_history, record)), QString("store.write"));
    QCOMPARE(outcome(finishNow(*m_history, record, {eventOf(1, 1)})), QString("store.write"));
    QVERIFY(m_history->listNow({})->items.empty());
}

void TestHistory::answersInTheOrderOfTheCalls()
{
    std::vector<int> order;
    for (int i = 0; i < 100; ++i)
        m_history->begin(begun(i), "", [&order, i](Status) { order.push_back(i); });
    m_history->close();
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestHistory::callbacksMayCallBack()
{
    std::promise<Result<std::optional<ExecutionRecord>>> answer;
    m_history->begin(begun(1), "", [&](Status) {
        m_history->finish(ended(1), {}, [&](Status) {
            m_history->list({}, [&](Result<ExecutionPage> page) {
                m_history->find(page->items.at(0).id,
                                [&](auto found) { answer.set_value(std::move(found)); });
            });
        });
    });
    const auto found = answer.get_future().get();
    QCOMPARE(outcome(found), QString("ok"));
    QVERIFY(*found == ended(1));
}

void TestHistory::manyThreadsMayWrite()
{
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([this, t] {
            for (int i = t * 1000; i < t * 1000 + 200; ++i) {
                m_history->begin(begun(i), "", nullptr);
                m_history->journal(idOf(i), "entry", nullptr);
                m_history->finish(ended(i), {eventOf(i, 1)}, nullptr);
                if (i % 50 == 0)
                    std::ignore = m_history->listNow({});
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    openAgain();
    QCOMPARE(m_history->listNow({.limit = 1000})->items.size(), std::size_t(800));
    QVERIFY(*m_history->findNow(idOf(3199)) == ended(3199));
    QCOMPARE(m_history->eventsNow(idOf(3199), 0, 10)->size(), std::size_t(1));
}

void TestHistory::aClosedHistoryAnswersWithErrors()
{
    m_history->close();
    m_history->close();
    QCOMPARE(outcome(beginNow(*m_history, begun(1))), QString("store.write"));
    QCOMPARE(outcome(finishNow(*m_history, ended(1))), QString("store.write"));
    QCOMPARE(outcome(m_history->findNow(idOf(1))), QString("store.read"));
    QCOMPARE(outcome(m_history->listNow({})), QString("store.read"));
}

void TestHistory::closeWritesWhatIsQueued()
{
    for (int i = 0; i < 5000; ++i)
        m_history->finish(ended(i), {}, nullptr);
    m_history->close();
    QCOMPARE(m_history->stats().executions, std::uint64_t(5000));
    openAgain();
    QVERIFY(*m_history->findNow(idOf(0)) == ended(0));
    QVERIFY(*m_history->findNow(idOf(4999)) == ended(4999)); // of another bucket of the index than the first
}

void TestHistory::keepsNothingOfAMemoryHistory()
{
    if (AnyStore::isServer())
        QSKIP("only SQLite keeps a history in memory");
    for (int round = 0; round < 2; ++round) {
        const Result<std::unique_ptr<History>> memory = openSqlite({.path = ":memory:"});
        QCOMPARE(outcome(memory), QString("ok"));
        QVERIFY((*memory)->listNow({})->items.empty());
        QCOMPARE(outcome(finishNow(**memory, ended(1), {eventOf(1, 1)})), QString("ok"));
        QVERIFY(*(*memory)->findNow(idOf(1)) == ended(1));
        QCOMPARE((*memory)->eventsNow(idOf(1), 0, 10)->size(), std::size_t(1));
    }
}

void TestHistory::keepsLargeAndDeepValues()
{
    ExecutionRecord record = ended(1);
    json::Value deep = 1;
    for (int i = 0; i < 62; ++i)
        deep = json::Value(json::Array{deep});
    record.input = deep;
    record.steps[0].output = std::string(3 << 20, '"');
    QCOMPARE(outcome(finishNow(*m_history, record)), QString("ok"));
    QVERIFY(*m_history->findNow(idOf(1)) == record);
}

BATUTA_EVERY_STORE_MAIN(TestHistory)
#include "tst_history.moc"
