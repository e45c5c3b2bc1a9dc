// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/loop.h"
#include "tests/support/net/servers.h"

#include <QTest>

#include <csignal>
#include <thread>

using namespace batuta;
using namespace batuta::net;
using std::chrono::milliseconds;

namespace {

SteadyTime in(int ms)
{
    return std::chrono::steady_clock::now() + milliseconds(ms);
}

} // namespace

class TestLoop : public QObject
{
    Q_OBJECT
private slots:
    void runsTimersInTheOrderOfTheirTimes()
    {
        Loop loop;
        std::string log;
        loop.startTimer(in(30), [&] {
            log += "c";
            loop.stop();
        });
        loop.startTimer(in(5), [&] { log += "a"; });
        const auto cancelled = loop.startTimer(in(10), [&] { log += "x"; });
        loop.startTimer(in(15), [&] { log += "b"; });
        loop.cancelTimer(cancelled);
        loop.run();
        QCOMPARE(log, std::string("abc"));
    }

    void neverRunsATimerEarlyAndNotLong()
    {
        Loop loop;
        const SteadyTime due = in(50);
        SteadyTime fired;
        loop.startTimer(due, [&] {
            fired = std::chrono::steady_clock::now();
            loop.stop();
        });
        loop.run();
        QVERIFY(fired >= due);
        QVERIFY(fired - due < std::chrono::seconds(2));
    }

    void letsOtherWorkInBetweenTimersOfNoLength()
    {
        Loop loop;
        int rounds = 0;
        std::function<void()> again = [&] {
            ++rounds;
            loop.startTimer(std::chrono::steady_clock::now(), again);
        };
        again();
        loop.startTimer(in(5), [&] { loop.post([&] { loop.stop(); }); });
        loop.run();
        QVERIFY(rounds > 1);
    }

    void takesWorkFromAnyThreadInOrder()
    {
        Loop loop;
        constexpr int kThreads = 4;
        constexpr int kEach = 2000;
        std::array<int, kThreads> next{};
        int wrong = 0;
        int total = 0;
        std::vector<std::thread> threads;
        for (std::size_t t = 0; t < kThreads; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < kEach; ++i)
                    loop.post([&, t, i] {
                        wrong += next[t]++ == i && loop.isLoopThread() ? 0 : 1;
                        if (++total == kThreads * kEach)
                            loop.stop();
                    });
            });
        }
        loop.run();
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(wrong, 0);
        QCOMPARE(total, kThreads * kEach);
        QVERIFY(!loop.isLoopThread());
    }

    void remembersAStopThatCameBeforeRun()
    {
        Loop loop;
        bool ran = false;
        loop.post([&] { ran = true; });
        loop.stop();
        loop.run();
        QVERIFY(!ran);
        loop.post([&] { loop.stop(); });
        loop.run();
        QVERIFY(ran);
    }

    void hearsSignalsEachTime()
    {
        Loop loop;
        std::vector<int> heard;
        loop.onSignals({SIGUSR1, SIGUSR2}, [&](int signal) {
            heard.push_back(signal);
            if (heard.size() == 3)
                loop.stop();
            else
                std::raise(heard.size() == 1 ? SIGUSR1 : SIGUSR2);
        });
        loop.post([] { std::raise(SIGUSR1); });
        loop.run();
        QCOMPARE(heard, (std::vector<int>{SIGUSR1, SIGUSR1, SIGUSR2}));
    }

    void livesOnAfterAnException()
    {
        Loop loop;
        std::vector<std::string> reports;
        loop.onException([&](std::string_view text) { reports.emplace_back(text); });
        loop.post([] { throw std::runtime_error("posted"); });
        loop.startTimer(in(1), [] { throw std::runtime_error("timer"); });
        loop.startTimer(in(1), [&] { loop.stop(); });
        loop.run();
        QCOMPARE(reports, (std::vector<std::string>{"posted", "timer"}));
    }

    void destroysWhatIsLeftWithoutRunningIt()
    {
        const auto alive = std::make_shared<int>(0);
        {
            Loop loop;
            loop.post([&loop, alive] { *alive = loop.isLoopThread() ? 1 : 2; });
            loop.startTimer(in(60'000), [alive] { *alive = 3; });
            QCOMPARE(alive.use_count(), 3L);
        }
        QCOMPARE(alive.use_count(), 1L);
        QCOMPARE(*alive, 0);
    }
};

QTEST_APPLESS_MAIN(TestLoop)
#include "tst_loop.moc"
