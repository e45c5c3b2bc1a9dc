// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/alert_states.h"
#include "tests/support/verify.h"

#include <cmath>
#include <limits>

using namespace batuta;
using namespace batuta::series;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

const WallTime kBegin = WallTime(1'789'999'200s);
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

AlertRule rule(Duration patience = {})
{
    AlertRule rule;
    rule.name = "errors";
    rule.limit = 5;
    rule.patience = patience;
    return rule;
}

Answer figure(double value, double samples = 100)
{
    Answer answer;
    answer.lines.push_back({{}, false, {value}, {samples}});
    return answer;
}

/// The states of one rule, asked with one figure every ten seconds.
struct Watch
{
    explicit Watch(AlertRule watched) { states.setRules({std::move(watched)}, kBegin); }

    /// `pending`, `firing`, or nothing.
    QString look(double value, double samples = 100)
    {
        now += 10s;
        QStringList what;
        for (const AlertEvent &event : states.answered("errors", figure(value, samples), now))
            what << QString::fromStdString(event.what);
        return what.join(' ');
    }
    QString state() const { return shown(alertStateName(states.alerts()[0].state)); }

    AlertStates states;
    WallTime now = kBegin;
};

} // namespace

/// How rules go from quiet to firing and back, told the time.
class TstAlertStates : public QObject
{
    Q_OBJECT

private slots:
    void firesAtOnceWithoutPatience()
    {
        Watch watch(rule());
        QCOMPARE(watch.look(5), QString()); // not above
        QCOMPARE(watch.look(6), QString("firing"));
        QCOMPARE(watch.look(7), QString());
        QCOMPARE(watch.look(4), QString("resolved"));
        QCOMPARE(watch.state(), QString("quiet"));
    }

    void isPendingForAsLongAsItSays()
    {
        Watch watch(rule(25s));
        QCOMPARE(watch.look(6), QString("pending"));
        QCOMPARE(watch.look(6), QString());
        QCOMPARE(watch.look(6), QString());
        QCOMPARE(watch.look(6), QString("firing"));
    }

    void aMomentTellsNobody()
    {
        Watch watch(rule(25s));
        QCOMPARE(watch.look(6), QString("pending"));
        QCOMPARE(watch.look(1), QString()); // nobody had been told
        QCOMPARE(watch.look(6), QString("pending"));
    }

    void nothingKnownIsNoFiring()
    {
        Watch watch(rule());
        QCOMPARE(watch.look(kNone), QString());
        QCOMPARE(watch.look(9), QString("firing"));
        QCOMPARE(watch.look(kNone), QString("resolved"));
    }

    void aSmallSampleSaysNothing()
    {
        AlertRule small = rule();
        small.atLeast = 20;
        Watch watch(small);
        QCOMPARE(watch.look(100, 19), QString());
        QCOMPARE(watch.look(100, 20), QString("firing"));
    }

    void belowIsTheOtherWayRound()
    {
        AlertRule low = rule();
        low.isBelow = true;
        Watch watch(low);
        QCOMPARE(watch.look(6), QString());
        QCOMPARE(watch.look(4), QString("firing"));
    }

    void theWorstLineCounts()
    {
        AlertStates states;
        states.setRules({rule()}, kBegin);
        Answer answer = figure(2);
        answer.lines.push_back({{{"flow", "b"}}, false, {9}, {3}});
        answer.lines.push_back({{{"flow", "c"}}, false, {8}, {3}});
        const auto events = states.answered("errors", answer, kBegin);
        QCOMPARE(shown(events.at(0).text), QString("9 (above 5), flow b"));
        QCOMPARE(states.alerts()[0].samples, 3.0);
    }

    void anAcknowledgementEndsWithTheAlert()
    {
        Watch watch(rule());
        BATUTA_VERIFY_ERROR(watch.states.acknowledge("errors", "ana", watch.now), ErrorCode::ActRefused);
        watch.look(6);
        BATUTA_VERIFY_OK(watch.states.acknowledge("errors", "ana", watch.now));
        QCOMPARE(shown(watch.states.alerts()[0].acknowledged), QString("ana"));
        watch.look(1);
        QVERIFY(watch.states.alerts()[0].acknowledged.empty());
        BATUTA_VERIFY_ERROR(watch.states.mute("nothing", "ana", watch.now, watch.now), ErrorCode::ActRefused);
    }

    void aFailedLookKeepsTheState()
    {
        Watch watch(rule());
        watch.look(6);
        watch.states.failed("errors", {ErrorCode::NetTimeout, "production", {}, {}, {}});
        QCOMPARE(watch.state(), QString("firing"));
        QVERIFY(!watch.states.alerts()[0].problem.empty());
        watch.look(6);
        QVERIFY(watch.states.alerts()[0].problem.empty());
    }

    void survivesTheEngine()
    {
        Watch watch(rule());
        watch.look(6);
        BATUTA_VERIFY_OK(watch.states.mute("errors", "ana", watch.now + 1h, watch.now));
        AlertStates next;
        next.restore(watch.states.kept());
        next.setRules({rule()}, watch.now + 1min); // the state waits for its rule
        QCOMPARE(next.alerts()[0].state, AlertState::Firing);
        QCOMPARE(next.alerts()[0].since, watch.states.alerts()[0].since);
        QCOMPARE(next.alerts()[0].mutedUntil, watch.now + 1h);
        QVERIFY(next.answered("errors", figure(6), watch.now + 1min).empty()); // nobody is told twice
    }
};

QTEST_APPLESS_MAIN(TstAlertStates)
#include "tst_alert_states.moc"
