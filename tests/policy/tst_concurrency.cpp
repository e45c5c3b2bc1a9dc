// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/concurrency.h"
#include "tests/support/verify.h"

#include <QStringList>

#include <algorithm>
#include <random>
#include <set>

using namespace batuta;
using namespace batuta::policy;
using test::shown;

using WhenFull = flow::Concurrency::WhenFull;

class TestConcurrency : public QObject
{
    Q_OBJECT

private slots:
    void letsInAndOut_data();
    void letsInAndOut();
    void keepsKeysAndFlowsApart();
    void refusesWhenTooManyWait();
    void keepsItsPromisesAtRandom();
};

namespace {

const FlowName kFlow("f");

QString shownIds(const std::vector<ExecutionId> &ids)
{
    QStringList words;
    for (const ExecutionId &id : ids)
        words.push_back(shown(id.value));
    return "[" + words.join(',') + "]";
}

QString shownEntry(const ConcurrencyBook::Entry &entry)
{
    switch (entry.answer) {
    case ConcurrencyBook::Answer::Run:
        return "run";
    case ConcurrencyBook::Answer::Queued:
        return "queued";
    case ConcurrencyBook::Answer::Refused:
        return "refused";
    case ConcurrencyBook::Answer::RunAfterCancelling:
        break;
    }
    return "after" + shownIds(entry.cancel);
}

/// Plays words: `q:a` enters and queues, `r:a` and `c:a` with reject and cancel_oldest, `!a` was running
/// before,
/// `-a` leaves, `3` sets the limit.
QString play(const QString &words)
{
    ConcurrencyBook book;
    int limit = 1;
    QStringList answers;
    for (const QString &word : words.split(' ', Qt::SkipEmptyParts)) {
        const ExecutionId id(word.mid(word.indexOf(':') + 1).remove('-').remove('!').toStdString());
        if (word.front().isDigit()) {
            limit = word.toInt();
        } else if (word.startsWith('-')) {
            answers.push_back(shownIds(book.left(id)));
        } else if (word.startsWith('!')) {
            book.resumed(kFlow, "k", limit, id);
        } else {
            const WhenFull whenFull = word.startsWith('q')   ? WhenFull::Queue
                                      : word.startsWith('r') ? WhenFull::Reject
                                                             : WhenFull::CancelOldest;
            answers.push_back(shownEntry(book.enter(kFlow, "k", limit, whenFull, id)));
        }
    }
    for (const ConcurrencyBook::Status &status : book.states())
        answers.push_back(QString("%1/%2+%3").arg(status.running).arg(status.limit).arg(status.waiting));
    return answers.join(' ');
}

} // namespace

void TestConcurrency::letsInAndOut_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("answers");
    const auto row = [](const char *what, const char *words, const char *answers) {
        QTest::newRow(what) << QString(words) << QString(answers);
    };
    row("there is room", "2 q:a q:b", "run run 2/2+0");
    row("queues, and runs in order", "q:a q:b q:c -a -b -c", "run queued queued [b] [c] []");
    row("rejects", "r:a r:b -a r:b", "run refused [] run 1/1+0");
    row("waits no longer", "q:a q:b q:c -b -a", "run queued queued [] [c] 1/1+0");
    row("asks again", "q:a q:a q:b q:b", "run run queued queued 1/1+1");
    row("leaves twice, or was never there", "q:a q:b -x -a -a", "run queued [] [b] [] 1/1+0");
    row("more room than before", "q:a q:b q:c 3 q:d -a", "run queued queued queued [b,c,d] 3/3+0");
    row("less room than before", "3 q:a q:b q:c 1 q:d -a -b -c", "run run run queued [] [] [d] 1/1+0");
    row("cancels the oldest", "2 c:a c:b c:c -a", "run run after[a] [c] 2/2+0");
    row("cancels one after the other", "2 c:a c:b c:c c:d -b -a", "run run after[a] after[b] [c] [d] 2/2+0");
    row("cancels who still waits", "c:a c:b c:c -b -a", "run after[a] after[b] [] [c] 1/1+0");
    row("cancelled, but leaves by itself", "c:a c:b -a c:c -b", "run after[a] [b] after[b] [c] 1/1+0");
    row("comes before those who queue later", "q:a c:b q:c -a -b", "run after[a] queued [b] [c] 1/1+0");
    row("all of them for less room", "3 c:a c:b c:c 1 c:d -a -b -c",
        "run run run after[a,b,c] [] [] [d] 1/1+0");
    row("resumed keep their places", "!a !b q:c -a -b", "queued [] [c] 1/1+0");
    row("resumed twice", "!a !a q:c -a", "queued [c] 1/1+0");
}

void TestConcurrency::letsInAndOut()
{
    QFETCH(QString, words);
    QTEST(play(words), "answers");
}

void TestConcurrency::keepsKeysAndFlowsApart()
{
    ConcurrencyBook book;
    const FlowName other("g");
    const auto enter = [&](const FlowName &flow, const char *key, const char *id) {
        return shownEntry(book.enter(flow, key, 1, WhenFull::Queue, ExecutionId(id)));
    };
    QCOMPARE(enter(kFlow, "x", "1"), QString("run"));
    QCOMPARE(enter(kFlow, "y", "2"), QString("run"));
    QCOMPARE(enter(other, "x", "3"), QString("run"));
    QCOMPARE(enter(kFlow, "x", "4"), QString("queued"));
    QCOMPARE(shownIds(book.left(ExecutionId("3"))), QString("[]"));
    QCOMPARE(shownIds(book.left(ExecutionId("1"))), QString("[4]"));
    QCOMPARE(book.states().size(), std::size_t{2});
}

void TestConcurrency::refusesWhenTooManyWait()
{
    ConcurrencyBook book;
    const auto enter = [&](const FlowName &flow, int i) {
        return shownEntry(book.enter(flow, std::to_string(i % 3), 1, WhenFull::Queue,
                                     ExecutionId(flow.value + std::to_string(i))));
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(enter(kFlow, i), QString("run"));
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(enter(kFlow, 3 + i), QString("queued"));
    QCOMPARE(enter(kFlow, 20'001), QString("refused"));
    QCOMPARE(shownIds(book.left(ExecutionId("f20001"))), QString("[]"));
    QCOMPARE(enter(FlowName("g"), 0), QString("run"));
    QCOMPARE(enter(FlowName("g"), 3), QString("queued"));
    QCOMPARE(shownIds(book.left(ExecutionId("f0"))), QString("[f3]"));
    QCOMPARE(enter(kFlow, 20'001), QString("queued"));
}

/// Random comings and goings: never more than the limit run, nobody waits while there is room, each runs
/// once, and at the end the book is empty.
void TestConcurrency::keepsItsPromisesAtRandom()
{
    for (unsigned seed = 0; seed < 80; ++seed) {
        std::mt19937 random(seed);
        ConcurrencyBook book;
        const int limit = 1 + static_cast<int>(seed % 4);
        std::set<ExecutionId> running;
        std::set<ExecutionId> waiting;
        const auto leave = [&](ExecutionId id) {
            running.erase(id);
            waiting.erase(id);
            for (const ExecutionId &next : book.left(id)) {
                QVERIFY2(waiting.erase(next) == 1, qPrintable(QString::number(seed)));
                QVERIFY(running.insert(next).second);
            }
        };
        const auto leaveOneOf = [&](const std::set<ExecutionId> &ids) {
            if (!ids.empty())
                leave(*std::next(ids.begin(), static_cast<std::ptrdiff_t>(random() % ids.size())));
        };
        for (int i = 0; i < 600; ++i) {
            const ExecutionId id(std::to_string(i));
            const auto entry = book.enter(kFlow, "", limit, static_cast<WhenFull>(random() % 3), id);
            if (entry.answer == ConcurrencyBook::Answer::Run)
                running.insert(id);
            else if (entry.answer != ConcurrencyBook::Answer::Refused)
                waiting.insert(id);
            for (const ExecutionId &victim : entry.cancel)
                if (waiting.count(victim) != 0 || random() % 2 == 0)
                    leave(victim);
            leaveOneOf(random() % 3 == 0 ? waiting : running);
            QVERIFY2(running.size() <= static_cast<std::size_t>(limit), qPrintable(QString::number(seed)));
            QVERIFY2(waiting.empty() || running.size() == static_cast<std::size_t>(limit),
                     qPrintable(QString::number(seed)));
        }
        while (!running.empty())
            leaveOneOf(running);
        QVERIFY(waiting.empty() && book.states().empty());
    }
}

QTEST_APPLESS_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
