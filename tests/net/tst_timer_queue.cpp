// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/timer_queue.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace batuta;
using namespace batuta::net;
using std::chrono::milliseconds;

namespace {

const SteadyTime kStart{};

std::vector<int> runAll(TimerQueue &queue, SteadyTime until, std::vector<int> &log)
{
    while (const auto work = queue.takeDue(until))
        work();
    return log;
}

} // namespace

class TestTimerQueue : public QObject
{
    Q_OBJECT
private slots:
    void givesTheEarliestFirstAndEqualsInOrder()
    {
        TimerQueue queue;
        std::vector<int> log;
        for (int ms : {30, 10, 20, 10})
            queue.add(kStart + milliseconds(ms),
                      [&log, ms, n = queue.size()] { log.push_back(ms + int(n)); });
        QCOMPARE(runAll(queue, kStart + milliseconds(20), log), (std::vector<int>{11, 13, 22}));
        QCOMPARE(queue.next().value(), kStart + milliseconds(30));
    }

    void givesNothingBeforeItsTime()
    {
        TimerQueue queue;
        queue.add(kStart + milliseconds(5), [] {});
        QVERIFY(!queue.takeDue(kStart + milliseconds(4)));
        QVERIFY(queue.takeDue(kStart + milliseconds(5)));
        QVERIFY(!queue.next());
    }

    void ignoresUnknownAndFiredIds()
    {
        TimerQueue queue;
        const auto first = queue.add(kStart, [] {});
        QVERIFY(queue.takeDue(kStart));
        const auto second = queue.add(kStart, [] {}); // takes the place of the first
        queue.cancel(first);
        queue.cancel(0);
        queue.cancel(12345);
        QCOMPARE(queue.size(), std::size_t{1});
        queue.cancel(second);
        QCOMPARE(queue.size(), std::size_t{0});
    }

    void survivesWorkThatComesBackWhenItIsDestroyed()
    {
        TimerQueue queue;
        struct Guard
        {
            TimerQueue *queue;
            TimerQueue::Id other;
            ~Guard() { queue->cancel(other); }
        };
        const auto other = queue.add(kStart, [] {});
        const auto id = queue.add(kStart, [guard = std::make_shared<Guard>(Guard{&queue, 0})] {});
        queue.add(kStart, [guard = std::make_shared<Guard>(Guard{&queue, other})] {});
        queue.cancel(id);
        queue.clear();
        QCOMPARE(queue.size(), std::size_t{0});
    }

    void agreesWithASortedListOnRandomActs()
    {
        constexpr unsigned kSeed = 20261;
        std::mt19937 random(kSeed);
        TimerQueue queue;
        std::vector<std::pair<SteadyTime, TimerQueue::Id>> expected; // in order of time, then of starting
        std::vector<TimerQueue::Id> fired;
        for (int step = 0; step < 20000; ++step) {
            const unsigned act = random() % 10;
            if (act < 6) {
                const SteadyTime when = kStart + milliseconds(random() % 500);
                auto id = std::make_shared<TimerQueue::Id>();
                *id = queue.add(when, [id, &fired] { fired.push_back(*id); });
                const auto place = std::upper_bound(expected.begin(), expected.end(), when,
                                                    [](SteadyTime t, const auto &e) { return t < e.first; });
                expected.insert(place, {when, *id});
            } else if (act < 8 && !expected.empty()) {
                const auto victim =
                    expected.begin() + static_cast<std::ptrdiff_t>(random() % expected.size());
                queue.cancel(victim->second);
                expected.erase(victim);
            } else if (!expected.empty()) {
                const auto due = queue.takeDue(expected.front().first);
                QVERIFY(due);
                due();
                QCOMPARE(fired.back(), expected.front().second);
                expected.erase(expected.begin());
            }
            QCOMPARE(queue.size(), expected.size());
        }
    }

    void carriesAHundredThousandTimers()
    {
        TimerQueue queue;
        std::vector<TimerQueue::Id> ids;
        int fired = 0;
        for (int i = 0; i < 100'000; ++i)
            ids.push_back(queue.add(kStart + milliseconds((i * 7919) % 100'000), [&fired] { ++fired; }));
        for (std::size_t i = 0; i < ids.size(); i += 2)
            queue.cancel(ids[i]);
        std::vector<int> log;
        runAll(queue, kStart + milliseconds(100'000), log);
        QCOMPARE(fired, 50'000);
    }
};

QTEST_APPLESS_MAIN(TestTimerQueue)
#include "tst_timer_queue.moc"
