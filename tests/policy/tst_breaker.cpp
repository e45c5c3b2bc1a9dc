// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/breaker.h"
#include "tests/support/verify.h"

#include <QStringList>

#include <random>

using namespace batuta;
using namespace batuta::policy;
using namespace std::chrono_literals;
using test::shown;

class TestBreaker : public QObject
{
    Q_OBJECT

private slots:
    void followsItsStates_data();
    void followsItsStates();
    void keepsNamesApart();
    void tellsWhenToAskAgain();
    void forgetsTheLeastRecentlyUsedClosedOnes();
    void neverLetsTooManyProbesThrough();
};

namespace {

constexpr SteadyTime kStart{1000h};

/// Three failures within a minute open it for ten seconds.
flow::BreakerPolicy policyWith(int probes = 1)
{
    return {"a.b", 3, 10s, 60s, probes};
}

/// Plays words: `+5` waits 5 seconds, `ok` and `bad` report, `free` releases, `?` asks (yes, probe, no).
QString play(const QString &words, int probes)
{
    Breakers breakers;
    SteadyTime now = kStart;
    QStringList answers;
    for (const QString &word : words.split(' ', Qt::SkipEmptyParts)) {
        if (word.startsWith('+')) {
            now += std::chrono::seconds(word.mid(1).toInt());
        } else if (word == "ok") {
            breakers.succeeded(policyWith(probes), now);
        } else if (word == "bad") {
            breakers.failed(policyWith(probes), now);
        } else if (word == "free") {
            breakers.released(policyWith(probes));
        } else {
            const Breakers::Verdict verdict = breakers.admit(policyWith(probes), now);
            answers.push_back(verdict.probe ? "probe" : verdict.allowed ? "yes" : "no");
        }
    }
    const Breakers::Status status = breakers.states().at(0);
    answers.push_back(shown(stateName(status.state)));
    return answers.join(' ') + QString(" %1").arg(status.opens);
}

} // namespace

void TestBreaker::followsItsStates_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("probes");
    QTest::addColumn<QString>("answers");
    const auto row = [](const char *what, const char *words, int probes, const char *answers) {
        QTest::newRow(what) << QString(words) << probes << QString(answers);
    };
    row("new", "?", 1, "yes closed 0");
    row("too few failures", "bad bad ?", 1, "yes closed 0");
    row("enough failures", "bad bad bad ?", 1, "no open 1");
    row("a success between", "bad bad ok bad bad ?", 1, "yes closed 0");
    row("an old failure", "bad +61 bad bad ?", 1, "yes closed 0");
    row("a failure just not old", "bad +60 bad bad ?", 1, "no open 1");
    row("still open", "bad bad bad +9 ?", 1, "no open 1");
    row("half-open", "bad bad bad +10 ?", 1, "probe half_open 1");
    row("one probe at a time", "bad bad bad +10 ? ? ?", 1, "probe no no half_open 1");
    row("closes", "bad bad bad +10 ? ok ? ?", 1, "probe yes yes closed 1");
    row("closed again, it counts anew", "bad bad bad +10 ? ok bad bad ?", 1, "probe yes closed 1");
    row("opens again", "bad bad bad +10 ? bad ? +9 ? +1 ?", 1, "probe no no probe half_open 2");
    row("a released probe gives its place back", "bad bad bad +10 ? free ?", 1, "probe probe half_open 1");
    row("two probes", "bad bad bad +10 ? ? ?", 2, "probe probe no half_open 1");
    row("two successes close", "bad bad bad +10 ? ? ok ? ok ?", 2, "probe probe probe yes closed 1");
    row("one of two fails", "bad bad bad +10 ? ? ok bad ?", 2, "probe probe no open 2");
    row("late news while open", "bad bad bad ok bad +10 ? ok ?", 1, "probe yes closed 1");
    row("late failures do not keep it open", "bad bad bad +5 bad +5 ?", 1, "probe half_open 1");
    row("a lost probe gives its place up", "bad bad bad +10 ? +9 ? +1 ? ?", 1,
        "probe no probe no half_open 1");
    row("released when nothing is out", "free bad bad bad +10 ? free free ? ?", 1,
        "probe probe no half_open 1");
}

void TestBreaker::followsItsStates()
{
    QFETCH(QString, words);
    QFETCH(int, probes);
    QTEST(play(words, probes), "answers");
}

void TestBreaker::keepsNamesApart()
{
    Breakers breakers;
    flow::BreakerPolicy other = policyWith();
    other.name = "a.c";
    for (int i = 0; i < 3; ++i)
        breakers.failed(policyWith(), kStart);
    QVERIFY(!breakers.admit(policyWith(), kStart).allowed);
    QVERIFY(breakers.admit(other, kStart).allowed);
    const std::vector<Breakers::Status> states = breakers.states();
    QCOMPARE(states.size(), std::size_t{2});
    QCOMPARE(shown(states[0].name), QString("a.b"));
    QCOMPARE(states[0].failures, 3);
    QVERIFY(states[0].until == kStart + 10s);
    QVERIFY(states[1].state == BreakerState::Closed);
}

void TestBreaker::tellsWhenToAskAgain()
{
    Breakers breakers;
    for (int i = 0; i < 3; ++i)
        breakers.failed(policyWith(), kStart);
    const Breakers::Verdict refused = breakers.admit(policyWith(), kStart + 4s + 1ns);
    QVERIFY(!refused.allowed);
    QCOMPARE(qint64{refused.retryAfter.count()}, qint64{6'000'000}); // rounded up
    QVERIFY(breakers.admit(policyWith(), kStart + 4s + 1ns + refused.retryAfter).probe);
    const Breakers::Verdict busy = breakers.admit(policyWith(), kStart + 12s);
    QVERIFY(!busy.allowed && busy.retryAfter > 0us && busy.retryAfter <= 10s);
}

void TestBreaker::forgetsTheLeastRecentlyUsedClosedOnes()
{
    Breakers breakers;
    for (int i = 0; i < 3; ++i)
        breakers.failed(policyWith(), kStart);
    flow::BreakerPolicy other = policyWith();
    for (int i = 0; i < 15'000; ++i) {
        other.name = std::to_string(i);
        breakers.failed(other, kStart);
    }
    const std::vector<Breakers::Status> states = breakers.states();
    QCOMPARE(states.size(), std::size_t{10'000});
    const auto has = [&](const char *name) {
        return std::any_of(states.begin(), states.end(),
                           [&](const auto &state) { return state.name == name; });
    };
    QVERIFY(has("a.b")); // the oldest, but open
    QVERIFY(has("14999") && has("5001") && !has("5000") && !has("0"));
}

/// Random calls that end at random: in half-open no more than `probes` are ever out, and a call is never let
/// through before `open` is over.
void TestBreaker::neverLetsTooManyProbesThrough()
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random(seed);
        Breakers breakers;
        const flow::BreakerPolicy tested = policyWith(1 + static_cast<int>(seed % 3));
        SteadyTime now = kStart;
        int probes = 0;
        for (int i = 0; i < 3000; ++i) {
            now += std::chrono::milliseconds(random() % 500);
            const Breakers::Verdict verdict = breakers.admit(tested, now);
            const Breakers::Status status = breakers.states().at(0);
            QVERIFY2(status.state != BreakerState::Open || !verdict.allowed,
                     qPrintable(QString::number(seed)));
            if (status.state != BreakerState::HalfOpen)
                probes = 0;
            probes += verdict.probe ? 1 : 0;
            QVERIFY2(probes <= tested.probes, qPrintable(QString::number(seed)));
            if (!verdict.allowed)
                continue;
            probes -= verdict.probe ? 1 : 0;
            if (verdict.probe && random() % 4 == 0)
                breakers.released(tested);
            else if (random() % 2 == 0)
                breakers.failed(tested, now);
            else
                breakers.succeeded(tested, now);
        }
        QVERIFY2(breakers.states().at(0).opens > 5, qPrintable(QString::number(seed)));
    }
}

QTEST_APPLESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
