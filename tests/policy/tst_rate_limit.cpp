// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/rate_limit.h"
#include "tests/support/verify.h"

#include <QStringList>

#include <algorithm>
#include <random>

using namespace batuta;
using namespace batuta::policy;
using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT

private slots:
    void givesTimes_data();
    void givesTimes();
    void keepsNamesApart();
    void keepsTheWindowWhateverHappens();
    void forgetsIdleNamesFirst();
    void takesManyWaiting();
};

namespace {

constexpr SteadyTime kStart{1000h};

qint64 secondsAfterStart(SteadyTime time)
{
    return (time - kStart) / 1s;
}

/// Plays words: `+5` waits 5 seconds, `?` reserves, `-20` gives the place of second 20 back.
QString play(const QString &words, int limit)
{
    RateLimits limits;
    const flow::RateLimitPolicy policy{"a.b", limit, 10s};
    SteadyTime now = kStart;
    QStringList times;
    for (const QString &word : words.split(' ', Qt::SkipEmptyParts)) {
        if (word.startsWith('+'))
            now += std::chrono::seconds(word.mid(1).toInt());
        else if (word.startsWith('-'))
            limits.giveBack(policy, kStart + std::chrono::seconds(word.mid(1).toInt()));
        else
            times.push_back(QString::number(secondsAfterStart(limits.reserve(policy, now))));
    }
    return times.join(' ');
}

} // namespace

void TestRateLimit::givesTimes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("times");
    const auto row = [](const char *what, const char *words, int limit, const char *times) {
        QTest::newRow(what) << QString(words) << limit << QString(times);
    };
    row("one at a time", "? ? ?", 1, "0 10 20");
    row("two at a time", "? ? ? ? ?", 2, "0 0 10 10 20");
    row("the window slides", "? +6 ? ? ? +4 ?", 2, "0 6 10 16 20");
    row("no burst at the border of two windows", "+9 ? ? +1 ? ?", 2, "9 9 19 19");
    row("exactly a window later", "? +10 ?", 1, "0 10");
    row("idle for long", "? ? +100 ? ?", 1, "0 10 100 110");
    row("the last place given back", "? ? -10 ?", 1, "0 10 10");
    row("all that waited given back", "? ? ? ? -10 -20 -30 +1 ?", 1, "0 10 20 30 10");
    row("a place in the middle goes to the next", "? ? ? -10 ? ?", 1, "0 10 20 10 30");
    row("a free place that has passed", "? ? ? -10 +11 ?", 1, "0 10 20 30");
    row("the same place twice", "? ? -10 -10 ? ?", 1, "0 10 10 20");
    row("a place that nobody has", "? ? -5 ? ?", 1, "0 10 20 30");
    row("given back while those before still count", "? ? ? ? -10 -10 +1 ? ?", 2, "0 0 10 10 10 10");
    row("a limit of nothing is one", "? ?", 0, "0 10");
}

void TestRateLimit::givesTimes()
{
    QFETCH(QString, words);
    QFETCH(int, limit);
    QTEST(play(words, limit), "times");
}

void TestRateLimit::keepsNamesApart()
{
    RateLimits limits;
    QCOMPARE(secondsAfterStart(limits.reserve({"a", 1, 10s}, kStart)), qint64{0});
    QCOMPARE(secondsAfterStart(limits.reserve({"b", 1, 10s}, kStart)), qint64{0});
    QCOMPARE(secondsAfterStart(limits.reserve({"a", 1, 10s}, kStart)), qint64{10});
    limits.giveBack({"never heard of", 1, 10s}, kStart);
}

/// Random reservations and cancellations: the starts that are left never exceed the limit in any window, and
/// without cancellations no one starts before one who came earlier.
void TestRateLimit::keepsTheWindowWhateverHappens()
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        RateLimits limits;
        const flow::RateLimitPolicy policy{"x", 1 + static_cast<int>(seed % 7), 10s};
        const bool cancels = seed % 3 != 0;
        SteadyTime now = kStart;
        std::vector<SteadyTime> starts;
        for (int i = 0; i < 1500; ++i) {
            now += std::chrono::milliseconds(random() % (20'000 / static_cast<unsigned>(policy.limit)));
            const SteadyTime at = limits.reserve(policy, now);
            QVERIFY(at >= now);
            QVERIFY2(cancels || starts.empty() || at >= starts.back(), qPrintable(QString::number(seed)));
            starts.push_back(at);
            for (int tries = cancels && random() % 4 == 0 ? 6 : 0; tries > 0; --tries) {
                const std::size_t chosen = random() % starts.size();
                if (starts[chosen] <= now)
                    continue;
                limits.giveBack(policy, starts[chosen]);
                starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(chosen));
            }
        }
        std::sort(starts.begin(), starts.end());
        const auto limit = static_cast<std::size_t>(policy.limit);
        for (std::size_t i = limit; i < starts.size(); ++i)
            QVERIFY2(starts[i] - starts[i - limit] >= 10s, qPrintable(QString::number(seed)));
        QVERIFY(starts.size() > 300);
    }
}

void TestRateLimit::forgetsIdleNamesFirst()
{
    RateLimits limits;
    const flow::RateLimitPolicy busy{"busy", 1, 24h};
    QVERIFY(limits.reserve(busy, kStart) == kStart);
    for (int i = 0; i < 20'000; ++i)
        limits.reserve({std::to_string(i), 1, 1s}, kStart + std::chrono::milliseconds(i));
    QVERIFY(limits.reserve(busy, kStart + 30s) == kStart + 24h);
}

void TestRateLimit::takesManyWaiting()
{
    RateLimits limits;
    const flow::RateLimitPolicy policy{"x", 50, 60s};
    SteadyTime last{};
    for (int i = 0; i < 100'000; ++i)
        last = limits.reserve(policy, kStart);
    QCOMPARE(secondsAfterStart(last), qint64{(100'000 / 50 - 1) * 60});
}

QTEST_APPLESS_MAIN(TestRateLimit)
#include "tst_rate_limit.moc"
