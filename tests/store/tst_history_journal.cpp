// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/journal_frames.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

#include <future>
#include <random>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

/// A read brings into the tables what is acknowledged: the next call begins a row of the journal.
Status inItsOwnRow(History &history, Status done)
{
    std::ignore = history.findNow(idOf(1));
    return done;
}

} // namespace

class TestHistoryJournal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void handsOutWhatABegunExecutionNeeds();
    void claimedExecutionsGoOnWithTheirJournal();
    void theJournalIsEmptyWhenNothingRuns();
    void whatEndsInItsBatchIsNotJournaled();
    void refusesEntriesOfWhatIsNotRunning_data();
    void refusesEntriesOfWhatIsNotRunning();
    void aBatchIsOneRowWhateverItsEntries();
    void whatIsHeldIsWrittenInOnePiece();
    void theEndWritesWhatIsHeld();
    void anUndoneBatchIsForgotten();
    void oneDamagedEntryCostsOneExecution();
    void aCutRowCostsThoseItMayHaveHeld();
    void withoutAJournalItIsInterrupted();
    void inMemoryNothingIsJournaled();
    void largeEntriesAreKept();
    void framesReadBack();
    void damagedFramesNeverReadBeyondTheirEnd();

private:
    std::unique_ptr<History> open(Durability durability = Durability::Normal) const
    {
        return m_store->open(durability);
    }
    std::int64_t number(const std::string &sql) const { return m_store->number(sql); }

    std::unique_ptr<AnyStore> m_store;
};

void TestHistoryJournal::init()
{
    m_store = std::make_unique<AnyStore>();
}

void TestHistoryJournal::handsOutWhatABegunExecutionNeeds()
{
    {
        const auto history = open();
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(outcome(beginNow(*history, begun(i), "resume " + std::to_string(i))), QString("ok"));
        for (int entry = 0; entry < 50; ++entry)
            for (int i = 1; i <= 3; ++i)
                history->journal(idOf(i), std::to_string(i) + " " + std::to_string(entry), nullptr);
        QCOMPARE(outcome(finishNow(*history, ended(2))), QString("ok"));
        history->journal(idOf(3), std::string("\0bytes", 6), nullptr);
    }
    const auto history = open();
    const auto claimed = claimNow(*history);
    QCOMPARE(outcome(claimed), QString("ok"));
    QCOMPARE(claimed->size(), std::size_t(2));
    std::vector<std::string> wanted;
    for (int entry = 0; entry < 50; ++entry)
        wanted.push_back("1 " + std::to_string(entry));
    QVERIFY(claimed->at(0).record == begun(1));
    QCOMPARE(claimed->at(0).resume, std::string("resume 1"));
    QVERIFY(claimed->at(0).entries == wanted);
    QVERIFY(claimed->at(1).record == begun(3));
    QCOMPARE(claimed->at(1).entries.size(), std::size_t(51));
    QCOMPARE(claimed->at(1).entries.back(), std::string("\0bytes", 6));
}

void TestHistoryJournal::claimedExecutionsGoOnWithTheirJournal()
{
    QCOMPARE(outcome(beginNow(*open(), begun(1), "start")), QString("ok"));
    std::vector<std::string> wanted;
    for (int engine = 0; engine < 5; ++engine) {
        const auto history = open();
        const auto claimed = claimNow(*history);
        QCOMPARE(claimed->size(), std::size_t(1));
        QCOMPARE(claimed->at(0).resume, std::string("start"));
        QVERIFY(claimed->at(0).entries == wanted);
        for (const char *entry : {"a", "b"}) {
            wanted.push_back(entry + std::to_string(engine));
            QCOMPARE(outcome(journalNow(*history, idOf(1), wanted.back())), QString("ok"));
        }
    }
    const auto last = open();
    QCOMPARE(claimNow(*last)->at(0).entries.size(), std::size_t(10));
    QCOMPARE(outcome(finishNow(*last, ended(1))), QString("ok"));
    QVERIFY(*last->findNow(idOf(1)) == ended(1));
    QCOMPARE(number("SELECT count(*) FROM journal"), std::int64_t(0));
}

void TestHistoryJournal::theJournalIsEmptyWhenNothingRuns()
{
    const auto history = open();
    std::mt19937 random(4711);
    std::vector<int> running;
    int next = 0;
    for (int round = 0; round < 2'000; ++round) {
        const auto dice = random() % 4;
        if (running.empty() || dice == 0) {
            running.push_back(next);
            history->begin(begun(next++), "resume", nullptr);
        } else if (dice == 1) {
            std::swap(running[random() % running.size()], running.back());
            history->finish(ended(running.back()), {}, nullptr);
            running.pop_back();
        } else {
            const int number = running[random() % running.size()];
            if (round % 20 == 0)
                QCOMPARE(outcome(journalNow(*history, idOf(number), "entry")), QString("ok"));
            else
                history->journal(idOf(number), "entry", nullptr);
        }
    }
    for (const int number : running)
        history->finish(ended(number), {}, nullptr);
    QCOMPARE(outcome(finishNow(*history, ended(next))), QString("ok"));
    QVERIFY(*history->findNow(idOf(next)) == ended(next));
    QCOMPARE(number("SELECT count(*) FROM journal"), std::int64_t(0));
    QCOMPARE(number("SELECT count(*) FROM executions WHERE status = 'success'"), std::int64_t(next + 1));
}

void TestHistoryJournal::whatEndsInItsBatchIsNotJournaled()
{
    const auto history = open();
    std::promise<void> goOn;
    std::vector<Status> answers;
    const auto note = [&answers](Status status) { answers.push_back(std::move(status)); };
    history->begin(begun(1), "", [&](Status) { goOn.get_future().wait(); });
    history->begin(begun(2), "resume", note);
    history->journal(idOf(2), "entry", note);
    history->finish(ended(2), {}, note);
    history->journal(idOf(2), "late", note);
    goOn.set_value();
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QCOMPARE(answers.size(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(outcome(answers[i]), i < 3 ? QString("ok") : QString("store.write"));
    QVERIFY(*history->findNow(idOf(2)) == ended(2));
    QCOMPARE(number("SELECT count(*) FROM journal"), std::int64_t(0));
}

void TestHistoryJournal::refusesEntriesOfWhatIsNotRunning_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("unknown") << QByteArray::fromStdString(idOf(9));
    QTest::newRow("finished") << QByteArray::fromStdString(idOf(1));
    QTest::newRow("another engine's") << QByteArray::fromStdString(idOf(2));
    QTest::newRow("no id") << QByteArray("nonsense");
}

void TestHistoryJournal::refusesEntriesOfWhatIsNotRunning()
{
    QFETCH(QByteArray, id);
    const auto history = open();
    const auto other = open();
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QCOMPARE(outcome(beginNow(*other, begun(2))), QString("ok"));
    QCOMPARE(outcome(journalNow(*history, id.toStdString(), "entry")), QString("store.write"));
}

void TestHistoryJournal::aBatchIsOneRowWhateverItsEntries()
{
    const auto history = open();
    std::promise<void> goOn;
    history->begin(begun(0), "", [&](Status) { goOn.get_future().wait(); });
    for (int i = 1; i <= 100; ++i) {
        history->begin(begun(i), "resume", nullptr);
        for (int entry = 0; entry < 5; ++entry)
            history->journal(idOf(i), "entry", nullptr);
    }
    goOn.set_value();
    QCOMPARE(outcome(journalNow(*history, idOf(1), "last")), QString("ok"));
    QVERIFY(number("SELECT count(*) FROM journal") <= 3);
}

void TestHistoryJournal::whatIsHeldIsWrittenInOnePiece()
{
    const auto history = open();
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    QTRY_COMPARE(history->stats().transactions, std::uint64_t(1));
    std::promise<Status> last;
    history->hold();
    for (int entry = 0; entry < 20; ++entry)
        history->journal(idOf(1), "entry", nullptr);
    history->journal(idOf(1), "last", [&](Status status) { last.set_value(std::move(status)); });
    QCOMPARE(history->stats().queued, std::size_t(21));
    history->release();
    QCOMPARE(outcome(last.get_future().get()), QString("ok"));
    QTRY_COMPARE(history->stats().transactions, std::uint64_t(2));
    // Nothing is left held: the next one goes at once.
    QCOMPARE(outcome(journalNow(*history, idOf(1), "after")), QString("ok"));
}

void TestHistoryJournal::theEndWritesWhatIsHeld()
{
    {
        const auto history = open();
        history->hold();
        history->begin(begun(1), "resume", nullptr);
        history->journal(idOf(1), "entry", nullptr);
    }
    const auto history = open();
    const auto claimed = claimNow(*history);
    QCOMPARE(outcome(claimed), QString("ok"));
    QCOMPARE(claimed->size(), std::size_t(1));
    QVERIFY(claimed->at(0).entries == std::vector<std::string>{"entry"});
}

void TestHistoryJournal::anUndoneBatchIsForgotten()
{
    const auto history = open();
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    QCOMPARE(outcome(inItsOwnRow(*history, journalNow(*history, idOf(1), "first"))), QString("ok"));
    QCOMPARE(outcome(m_store->refuse("DELETE", "journal")), QString("ok"));
    AuditEntry act;
    act.verb = "cancel";
    history->hold(); // with an entry of the audit trail, which no log takes
    Status finished;
    history->finish(ended(1), {}, [&finished](Status status) { finished = std::move(status); });
    const auto audited = answerOf<Status>([&](auto answer) {
        history->audit(act, answer);
        history->release();
    });
    QCOMPARE(outcome(audited), QString("store.write"));
    QCOMPARE(outcome(finished), QString("store.write"));
    QCOMPARE(outcome(m_store->allow("journal")), QString("ok"));
    QCOMPARE(outcome(journalNow(*history, idOf(1), "second")), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == begun(1));
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == ended(1));
    QCOMPARE(number("SELECT count(*) FROM journal"), std::int64_t(0));
}

void TestHistoryJournal::oneDamagedEntryCostsOneExecution()
{
    {
        const auto history = open();
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(outcome(inItsOwnRow(*history, beginNow(*history, begun(i)))), QString("ok"));
        QCOMPARE(outcome(journalNow(*history, idOf(2), "entry")), QString("ok"));
    }
    QCOMPARE(outcome(m_store->damageJournal(3, 25)), QString("ok"));
    const auto history = open();
    const auto claimed = claimNow(*history);
    QCOMPARE(outcome(claimed), QString("ok"));
    QCOMPARE(claimed->size(), std::size_t(2));
    QVERIFY(claimed->at(0).record == begun(1) && claimed->at(1).record == begun(3));
    const auto broken = *history->findNow(idOf(2));
    QCOMPARE(shown(broken->status), QString("interrupted"));
    QVERIFY2(shown(broken->error).contains("The history is damaged"), broken->error.c_str());
    QVERIFY(broken->endedAt >= broken->startedAt && broken->input == begun(2).input);
    QCOMPARE(claimNow(*open())->size(), std::size_t(0));
}

void TestHistoryJournal::aCutRowCostsThoseItMayHaveHeld()
{
    {
        const auto history = open();
        QCOMPARE(outcome(inItsOwnRow(*history, beginNow(*history, begun(1)))), QString("ok"));
        QCOMPARE(outcome(inItsOwnRow(*history, journalNow(*history, idOf(1), "entry"))), QString("ok"));
        QCOMPARE(outcome(beginNow(*history, begun(2))), QString("ok"));
    }
    QCOMPARE(outcome(m_store->damageJournal(1, 16)),
             QString("ok")); // the kind of the frame: nobody can say what stood there
    const auto history = open();
    const auto claimed = claimNow(*history);
    QCOMPARE(claimed->size(), std::size_t(1));
    QVERIFY(claimed->at(0).record == begun(2));
    QCOMPARE(shown((*history->findNow(idOf(1)))->status), QString("interrupted"));
}

void TestHistoryJournal::withoutAJournalItIsInterrupted()
{
    QCOMPARE(outcome(beginNow(*open(Durability::Memory), begun(1))), QString("ok"));
    const auto history = open();
    QCOMPARE(claimNow(*history)->size(), std::size_t(0));
    const auto record = *history->findNow(idOf(1));
    QCOMPARE(shown(record->status), QString("interrupted"));
    QCOMPARE(shown(record->error), QString("the engine stopped before the execution ended"));
    QVERIFY(record->duration == record->endedAt - record->startedAt);
}

void TestHistoryJournal::inMemoryNothingIsJournaled()
{
    const auto history = open(Durability::Memory);
    bool isAnswered = false;
    history->begin(begun(1), "resume", nullptr);
    history->journal(idOf(1), "entry", [&isAnswered](Status status) { isAnswered = status.has_value(); });
    QVERIFY(isAnswered);
    QCOMPARE(outcome(finishNow(*history, ended(2))), QString("ok"));
    QCOMPARE(number("SELECT count(*) FROM journal"), std::int64_t(0));
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == ended(1));
}

void TestHistoryJournal::largeEntriesAreKept()
{
    std::vector<std::string> wanted;
    {
        const auto history = open();
        history->begin(begun(1), std::string(5 << 20, 'r'), nullptr);
        for (int i = 0; i < 6; ++i) {
            wanted.push_back(std::string(static_cast<std::size_t>(i) << 20, static_cast<char>('a' + i)));
            history->journal(idOf(1), wanted.back(), nullptr);
        }
    }
    const auto history = open();
    const auto claimed = claimNow(*history);
    QCOMPARE(claimed->at(0).resume.size(), std::size_t(5 << 20));
    QVERIFY(claimed->at(0).entries == wanted);
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == ended(1));
    QCOMPARE(number("SELECT count(*) FROM journal"), std::int64_t(0));
}

void TestHistoryJournal::framesReadBack()
{
    std::string body;
    for (int i = 0; i < 20; ++i)
        appendFrame(*idBytes(idOf(i)), i % 3 == 0 ? FrameKind::Start : FrameKind::Entry,
                    std::string(static_cast<std::size_t>(i), 'x'), body);
    FrameReader reader(body);
    for (int i = 0; i < 20; ++i) {
        const std::optional<Frame> frame = reader.next();
        QVERIFY(frame && frame->isSound);
        QCOMPARE(idText(viewOf(frame->id)), idOf(i));
        QCOMPARE(frame->kind, i % 3 == 0 ? FrameKind::Start : FrameKind::Entry);
        QCOMPARE(frame->bytes.size(), static_cast<std::size_t>(i));
    }
    QVERIFY(!reader.next() && !reader.isCut());
}

void TestHistoryJournal::damagedFramesNeverReadBeyondTheirEnd()
{
    std::string whole;
    for (int i = 0; i < 4; ++i)
        appendFrame(*idBytes(idOf(i)), FrameKind::Entry, "some bytes of an entry", whole);
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const bool isCutOff : {true, false}) {
            std::string body = isCutOff ? whole.substr(0, at) : whole;
            if (!isCutOff)
                body[at] = static_cast<char>(body[at] ^ 0x40);
            const std::string exact(body.data(), body.size());
            FrameReader reader(exact);
            std::size_t sound = 0;
            while (const std::optional<Frame> frame = reader.next()) {
                QVERIFY(frame->bytes.data() + frame->bytes.size() <= exact.data() + exact.size());
                sound += frame->isSound ? 1 : 0;
            }
            QVERIFY(isCutOff ? sound == at / 47 : sound <= 3);
            QVERIFY(!isCutOff || reader.isCut() == (at % 47 != 0));
        }
}

BATUTA_EVERY_STORE_MAIN(TestHistoryJournal)
#include "tst_history_journal.moc"
