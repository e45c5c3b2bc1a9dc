// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/database.h"
#include "engine/store/history.h"
#include "tests/store/losing_vfs.h"
#include "tests/store/sample.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <map>
#include <mutex>
#include <random>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

/// What became of one execution, as far as it was acknowledged.
struct Fate
{
    bool hasBegun = false;
    bool hasEnded = false;
    bool isEnding = false; ///< finish() was called
    int entries = 0;       ///< acknowledged
    int asked = 0;         ///< entries handed over
};

/// A host that keeps a history busy, and notes what it was promised.
class Host
{
public:
    Host(History &history, std::uint32_t seed)
        : m_history(history)
        , m_random(seed)
    {
    }
    /// The answers are noted here.
    ~Host() { wait(); }

    /// Some calls, without waiting for their answers.
    void act()
    {
        for (int i = 0; i < 40; ++i) {
            const auto dice = m_random() % 8;
            if (m_running.empty() || dice == 0) {
                begin(m_next++);
            } else {
                const std::size_t at = m_random() % m_running.size();
                if (dice == 1)
                    finish(at);
                else
                    entry(m_running[at]);
            }
        }
        m_history.keep("last", std::to_string(m_next), nullptr);
    }
    /// Until everything so far is answered.
    void wait()
    {
        std::ignore = answerOf<Status>([this](auto answer) { m_history.keep("waiting", "", answer); });
    }
    std::map<int, Fate> promised()
    {
        const std::lock_guard lock(m_mutex);
        return m_fates;
    }

private:
    void begin(int number)
    {
        m_running.push_back(number);
        m_history.begin(begun(number), "resume " + std::to_string(number), [this, number](Status status) {
            const std::lock_guard lock(m_mutex);
            m_fates[number].hasBegun = status.has_value();
        });
    }
    void entry(int number)
    {
        int entry = 0;
        {
            const std::lock_guard lock(m_mutex);
            entry = m_fates[number].asked++;
        }
        m_history.journal(idOf(number), std::to_string(entry), [this, number](Status status) {
            const std::lock_guard lock(m_mutex);
            m_fates[number].entries += status ? 1 : 0;
        });
    }
    void finish(std::size_t at)
    {
        const int number = m_running[at];
        std::swap(m_running[at], m_running.back());
        m_running.pop_back();
        {
            const std::lock_guard lock(m_mutex);
            m_fates[number].isEnding = true;
        }
        m_history.finish(ended(number), {eventOf(number, 1)}, [this, number](Status status) {
            const std::lock_guard lock(m_mutex);
            m_fates[number].hasEnded = status.has_value();
        });
    }

    History &m_history;
    std::mt19937 m_random;
    int m_next = 0;
    std::vector<int> m_running;
    std::mutex m_mutex;
    std::map<int, Fate> m_fates;
};

QString joined(const std::vector<std::string> &entries)
{
    QStringList all;
    for (const std::string &entry : entries)
        all << shown(entry);
    return all.join(' ');
}

/// The first promise that `history` does not keep, or "".
QString brokenPromise(History &history, const std::map<int, Fate> &promised)
{
    const Result<std::vector<Unfinished>> claimed = claimNow(history);
    if (!claimed)
        return shown(errorText(claimed.error()));
    std::map<std::string, const Unfinished *> unfinished;
    for (const Unfinished &one : *claimed)
        unfinished[one.record.id] = &one;
    for (const auto &[number, fate] : promised) {
        const QString name = QString::number(number);
        const auto open = unfinished.find(idOf(number));
        if (open == unfinished.end()) {
            const auto record = history.findNow(idOf(number));
            const bool isThere = record && *record;
            if (fate.hasEnded && !(isThere && **record == ended(number)))
                return name + " had ended";
            if (fate.hasBegun && !isThere)
                return name + " had begun";
            if (isThere && (*record)->status != "success")
                return name + " is " + shown((*record)->status) + ": " + shown((*record)->error);
            if (isThere && history.eventsNow(idOf(number), 0, 5).value().size() != 1)
                return name + " has lost its event";
            if (isThere && !fate.isEnding)
                return name + " ended by itself";
            continue;
        }
        const Unfinished &one = *open->second;
        if (fate.hasEnded)
            return name + " had ended and runs again";
        if (one.record != begun(number) || one.resume != "resume " + std::to_string(number))
            return name + " is not as it began";
        if (static_cast<int>(one.entries.size()) < fate.entries)
            return name + " has lost entries";
        for (std::size_t i = 0; i < one.entries.size(); ++i)
            if (one.entries[i] != std::to_string(i))
                return name + " has entries out of order";
    }
    return "";
}

} // namespace

class TestHistoryPower : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { LosingVfs::install(); }
    void whatWasAcknowledgedSurvivesALoss_data();
    void whatWasAcknowledgedSurvivesALoss();
    void withoutSyncsTheLossShows();
    void aJournalThatDoesNotWaitLosesItsEndAlone_data();
    void aJournalThatDoesNotWaitLosesItsEndAlone();
    void aDiskThatCannotSyncIsNamedAndHeals();
    void aFullDiskIsNamedAndHeals();
    void aLockedFileIsNamed();

private:
    /// Opens what a loss leaves of the history at `path`. Its engine lives on in this process; for the copy
    /// it has died.
    static std::unique_ptr<History> openAfterLoss(const QTemporaryDir &folder, LosingVfs::Loss loss,
                                                  std::uint32_t seed)
    {
        const std::string copy = folder.filePath("copy-%1.db").arg(seed).toStdString();
        if (!LosingVfs::copyAfterLoss(folder.filePath("history.db").toStdString(), copy, loss, seed))
            return nullptr;
        Result<Database> database = Database::open(copy, OpenMode::ReadWrite);
        if (!database || !database->run("UPDATE engines SET closed_at = 1"))
            return nullptr;
        Result<std::unique_ptr<History>> history = openSqlite({.path = copy});
        return history ? std::move(*history) : nullptr;
    }
    static std::unique_ptr<History> open(const QTemporaryDir &folder, Durability durability)
    {
        Result<std::unique_ptr<History>> history =
            openSqlite({.path = folder.filePath("history.db").toStdString(), .durability = durability});
        return history ? std::move(*history) : nullptr;
    }
};

void TestHistoryPower::whatWasAcknowledgedSurvivesALoss_data()
{
    QTest::addColumn<int>("loss");
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U}) {
        QTest::addRow("dropped %u", seed) << static_cast<int>(LosingVfs::Loss::Dropped) << seed;
        QTest::addRow("torn %u", seed) << static_cast<int>(LosingVfs::Loss::Torn) << seed;
    }
}

void TestHistoryPower::whatWasAcknowledgedSurvivesALoss()
{
    QFETCH(int, loss);
    QFETCH(unsigned, seed);
    QTemporaryDir folder;
    const auto history = open(folder, Durability::Full);
    QVERIFY(history);
    Host host(*history, seed);
    Result<Database> checkpointer =
        Database::open(folder.filePath("history.db").toStdString(), OpenMode::ReadWrite);
    for (unsigned round = 0; round < 25; ++round) {
        host.act();
        if (round % 3 == 0)
            host.wait();
        if (round % 7 == 3) // the log begins anew, over what it held
            QCOMPARE(outcome(checkpointer->run("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(PASSIVE)")),
                     QString("ok"));
        const std::map<int, Fate> promised = host.promised(); // before the loss, so it holds
        const auto left = openAfterLoss(folder, static_cast<LosingVfs::Loss>(loss), seed * 1'000 + round);
        QVERIFY2(left, qPrintable(QString("round %1").arg(round)));
        const QString broken = brokenPromise(*left, promised);
        QVERIFY2(broken.isEmpty(), qPrintable(QString("round %1: %2").arg(round).arg(broken)));
    }
    QVERIFY(history->stats().executions > 30);
}

/// The same disk, told not to sync: it does lose, so the test above can fail.
void TestHistoryPower::withoutSyncsTheLossShows()
{
    QTemporaryDir folder;
    const auto history = open(folder, Durability::Normal);
    QVERIFY(history);
    Result<Database> checkpointer =
        Database::open(folder.filePath("history.db").toStdString(), OpenMode::ReadWrite);
    QCOMPARE(outcome(checkpointer->run("PRAGMA wal_checkpoint(PASSIVE)")), QString("ok"));
    Host host(*history, 1);
    host.act();
    host.wait();
    const auto left = openAfterLoss(folder, LosingVfs::Loss::Dropped, 1);
    QVERIFY(left);
    QVERIFY(!brokenPromise(*left, host.promised()).isEmpty());
}

void TestHistoryPower::aJournalThatDoesNotWaitLosesItsEndAlone_data()
{
    whatWasAcknowledgedSurvivesALoss_data();
}

/// `journal: normal`: what was there at the last checkpoint is there, and what came later is there up to some
/// moment, in its order.
void TestHistoryPower::aJournalThatDoesNotWaitLosesItsEndAlone()
{
    QFETCH(int, loss);
    QFETCH(unsigned, seed);
    QTemporaryDir folder;
    const auto history = open(folder, Durability::Normal);
    QVERIFY(history);
    Host host(*history, seed);
    Result<Database> checkpointer =
        Database::open(folder.filePath("history.db").toStdString(), OpenMode::ReadWrite);
    for (unsigned round = 0; round < 10; ++round) {
        host.act();
        host.wait();
        QCOMPARE(outcome(history->findNow(idOf(0))), QString("ok")); // into the tables
        std::map<int, Fate> promised = host.promised();
        QCOMPARE(outcome(checkpointer->run("PRAGMA wal_checkpoint(PASSIVE)")), QString("ok"));
        host.act();
        if (round % 2 == 0)
            host.wait();
        for (const auto &[number, fate] : host.promised())
            promised[number].isEnding = fate.isEnding; // it may have ended since, and that may be left
        const auto left = openAfterLoss(folder, static_cast<LosingVfs::Loss>(loss), seed * 1'000 + round);
        QVERIFY2(left, qPrintable(QString("round %1").arg(round)));
        const QString broken = brokenPromise(*left, promised);
        QVERIFY2(broken.isEmpty(), qPrintable(QString("round %1: %2").arg(round).arg(broken)));
    }
}

/// What a failed sync was about is answered as not written, and nothing that was answered before goes with
/// it.
void TestHistoryPower::aDiskThatCannotSyncIsNamedAndHeals()
{
    QTemporaryDir folder;
    const auto history = open(folder, Durability::Full);
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    QCOMPARE(outcome(journalNow(*history, idOf(1), "0")), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == begun(1)); // so it stands in the tables
    LosingVfs::setBroken(true);
    const Status journaled = journalNow(*history, idOf(1), "lost, and said so");
    const Status finished = finishNow(*history, ended(1));
    const Status another = beginNow(*history, begun(2));
    const auto shown = history->findNow(idOf(1));
    LosingVfs::setBroken(false);
    QCOMPARE(outcome(journaled), QString("store.write"));
    QCOMPARE(outcome(finished), QString("store.write"));
    QCOMPARE(outcome(another), QString("store.write"));
    QVERIFY(shown && **shown == begun(1)); // it can be read all the while
    QCOMPARE(outcome(journalNow(*history, idOf(1), "1")), QString("ok"));
    for (const auto loss : {LosingVfs::Loss::Dropped, LosingVfs::Loss::Torn}) {
        const auto left = openAfterLoss(folder, loss, static_cast<std::uint32_t>(loss) + 1);
        QVERIFY(left);
        const auto claimed = claimNow(*left);
        QCOMPARE(claimed->size(), std::size_t(1));
        QCOMPARE(joined(claimed->at(0).entries), QString("0 1"));
        QVERIFY(!left->findNow(idOf(2))->has_value());
    }
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    const auto left = openAfterLoss(folder, LosingVfs::Loss::Dropped, 9);
    QVERIFY(*left->findNow(idOf(1)) == ended(1));
}

void TestHistoryPower::aFullDiskIsNamedAndHeals()
{
    QTemporaryDir folder;
    const auto history = open(folder, Durability::Full);
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    LosingVfs::setFull(true);
    const Status journaled = journalNow(*history, idOf(1), "entry");
    const Status finished = finishNow(*history, ended(1));
    LosingVfs::setFull(false);
    QCOMPARE(outcome(journaled), QString("store.full"));
    QCOMPARE(outcome(finished), QString("store.full"));
    QVERIFY(*history->findNow(idOf(1)) == begun(1));
    QCOMPARE(outcome(journalNow(*history, idOf(1), "entry")), QString("ok"));
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == ended(1));
}

void TestHistoryPower::aLockedFileIsNamed()
{
    QTemporaryDir folder;
    const auto history = open(folder, Durability::Full);
    Result<Database> other = Database::open(folder.filePath("history.db").toStdString(), OpenMode::ReadWrite);
    QCOMPARE(outcome(other->run("BEGIN IMMEDIATE")), QString("ok"));
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok")); // it stands in the log
    QVERIFY(*history->findNow(idOf(1)) == begun(1)); // which cannot get into the tables, and is shown
    QVERIFY(history->listNow({})->items.empty());
    QCOMPARE(outcome(beginNow(*history, begun(2))), QString("store.busy"));
    QCOMPARE(outcome(claimNow(*history)), QString("store.busy"));
    QCOMPARE(outcome(openSqlite({.path = folder.filePath("history.db").toStdString()})),
             QString("store.busy"));
    QCOMPARE(outcome(other->run("COMMIT")), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == begun(1));
    QCOMPARE(outcome(beginNow(*history, begun(2))), QString("ok"));
    QVERIFY(*history->findNow(idOf(2)) == begun(2));
}

QTEST_GUILESS_MAIN(TestHistoryPower)
#include "tst_history_power.moc"
