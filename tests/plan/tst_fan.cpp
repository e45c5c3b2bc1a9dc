// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/plan/fan.h"
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>

#include <random>

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;
using plan::FanDecision;

/// One foreach step over its items, in virtual time.
class TestFan : public QObject
{
    Q_OBJECT

private slots:
    void goesOverItems_data();
    void goesOverItems();
    void saysWhatBecameOfIt_data();
    void saysWhatBecameOfIt();
    void ignoresWhatItDidNotAskFor();
    void keepsItsPromises();
    void jittersEachItemByItself();
    void isCheapForManyItems();
    void keepsToTheLimit_data();
    void keepsToTheLimit();
};

namespace {

/// A fan in virtual time; the script's steps are the numbers of the items.
class FanRun
{
public:
    FanRun(plan::FanSettings settings, Script script, std::optional<plan::Instant> cancelAt = {})
        : m_settings(settings)
        , m_script(std::move(script))
        , m_fan(std::move(settings))
    {
        if (cancelAt)
            m_events.insert({*cancelAt, {}});
        take(m_fan.start());
        while (step())
            continue;
    }

    const plan::Fan &fan() const { return m_fan; }
    std::string log() const { return join(m_log, "\n"); }
    int mostRunning() const { return m_mostRunning; }
    const std::string &broken() const { return m_broken; }

private:
    struct Event
    {
        int item = -1; ///< -1: cancel
        plan::Outcome outcome;
    };

    bool step()
    {
        const std::optional<plan::Instant> wake = m_fan.nextWake();
        if (!m_events.empty() && (!wake || m_events.begin()->first <= *wake)) {
            const auto node = m_events.extract(m_events.begin());
            m_now = node.key();
            const Event &event = node.mapped();
            take(event.item < 0 ? m_fan.cancel() : m_fan.reported(event.item, event.outcome, m_now));
            return true;
        }
        if (!wake)
            return false;
        m_now = *wake;
        take(m_fan.timeReached(m_now));
        return true;
    }

    void take(const std::vector<FanDecision> &decisions)
    {
        for (const FanDecision &decision : decisions) {
            if (m_finished)
                m_broken = "a decision after Finished";
            m_log.push_back(durationText(m_now) + " " + obey(decision));
        }
        m_mostRunning = std::max(m_mostRunning, m_fan.running());
        if (m_fan.running() > m_settings.maxParallel)
            m_broken = "above max_parallel";
    }

    std::string obey(const FanDecision &decision)
    {
        const std::string name = std::to_string(decision.item);
        switch (decision.kind) {
        case FanDecision::Kind::Start: {
            const Act act = m_script(name, decision.attempt);
            m_deaf[decision.item] = act.deaf;
            m_events.insert({m_now + act.takes, {decision.item, act.outcome}});
            return "start " + name + (decision.attempt > 1 ? "#" + std::to_string(decision.attempt) : "");
        }
        case FanDecision::Kind::Cancel:
            stopped(decision.item);
            return "cancel " + name;
        case FanDecision::Kind::RetryLater:
            return "retry " + name + " at " + durationText(decision.at);
        case FanDecision::Kind::Ended:
            if (!plan::isEnd(m_fan.status(decision.item)) || !m_ended.insert(decision.item).second)
                m_broken = "ended twice or without an end: " + name;
            return name + " " + std::string(plan::statusName(m_fan.status(decision.item)));
        case FanDecision::Kind::Finished:
            m_finished = true;
            return "finished";
        }
        return {};
    }

    void stopped(int item)
    {
        if (m_deaf[item])
            return;
        for (auto event = m_events.begin(); event != m_events.end(); ++event)
            if (event->second.item == item) {
                m_events.erase(event);
                break;
            }
        m_events.insert({m_now, {item, {plan::Outcome::Kind::Cancelled, {}, 0, {}, {}}}});
    }

    plan::FanSettings m_settings;
    Script m_script;
    plan::Fan m_fan;
    plan::Instant m_now{};
    std::multimap<plan::Instant, Event> m_events;
    std::map<int, bool> m_deaf;
    std::set<int> m_ended;
    std::vector<std::string> m_log;
    std::string m_broken;
    int m_mostRunning = 0;
    bool m_finished = false;
};

/// `3 items, 2 at a time`, with the retry of a step `retry=2 backoff=1s`.
plan::FanSettings settingsOf(int items, int atATime, const char *retry = "")
{
    plan::FanSettings settings;
    settings.items = items;
    settings.maxParallel = atATime;
    settings.retry = flowFromText(std::string("a ") + retry)->steps[0].retry;
    return settings;
}

} // namespace

void TestFan::goesOverItems_data()
{
    QTest::addColumn<int>("items"); // two at a time
    QTest::addColumn<QByteArray>("retry");
    QTest::addColumn<bool>("stops");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("cancelAt"); // seconds, or 0
    QTest::addColumn<QString>("log");
    const auto collect = [](const char *name, int items, const char *script, const char *log) {
        QTest::newRow(name) << items << QByteArray("retry=2 backoff=2s") << false << QByteArray(script) << 0
                            << log;
    };
    const auto stop = [](const char *name, int items, const char *script, const char *log) {
        QTest::newRow(name) << items << QByteArray("retry=2 backoff=2s") << true << QByteArray(script) << 0
                            << log;
    };
    const auto cancel = [](const char *name, const char *script, const char *log) {
        QTest::newRow(name) << 4 << QByteArray("retry=2 backoff=2s") << false << QByteArray(script) << 2
                            << log;
    };
    collect("nothing", 0, "", "0s finished");
    collect("in order, so many at a time", 3, "0=ok/2s",
            "0s start 0\n0s start 1\n1s 1 success\n1s start 2\n2s 0 success\n2s 2 success\n2s finished");
    collect("the others go on", 3, "0=fail",
            "0s start 0\n0s start 1\n1s 0 failed\n1s start 2\n1s 1 success\n2s 2 success\n2s finished");
    collect("each is tried again, others take its room meanwhile", 3, "0=503,ok",
            "0s start 0\n0s start 1\n1s retry 0 at 3s\n1s start 2\n1s 1 success\n2s 2 success\n"
            "3s start 0#2\n4s 0 success\n4s finished");
    collect("those tried again go first", 4, "0=503,ok 1=ok/2s 2=ok/9s 3=ok/9s",
            "0s start 0\n0s start 1\n1s retry 0 at 3s\n1s start 2\n2s 1 success\n2s start 3\n10s 2 success\n"
            "10s start 0#2\n11s 3 success\n11s 0 success\n11s finished");
    collect("critical is not tried again", 1, "0=critical", "0s start 0\n1s 0 failed\n1s finished");
    collect("cancelled from outside is a failure", 1, "0=cancelled", "0s start 0\n1s 0 failed\n1s finished");
    collect("no earlier than asked", 1, "0=429@9s,ok",
            "0s start 0\n1s retry 0 at 10s\n10s start 0#2\n11s 0 success\n11s finished");
    stop("the first failure stops those that run", 4, "0=fail 1=ok/9s",
         "0s start 0\n0s start 1\n1s 0 failed\n1s cancel 1\n1s 1 cancelled\n1s finished");
    stop("a deaf one may still succeed", 4, "0=fail 1=ok/9s!",
         "0s start 0\n0s start 1\n1s 0 failed\n1s cancel 1\n9s 1 success\n9s finished");
    stop("a deaf one may still fail", 4, "0=fail 1=503/9s!",
         "0s start 0\n0s start 1\n1s 0 failed\n1s cancel 1\n9s 1 cancelled\n9s finished");
    stop("only the last attempt's failure stops", 2, "0=503,ok",
         "0s start 0\n0s start 1\n1s retry 0 at 3s\n1s 1 success\n3s start 0#2\n4s 0 success\n4s finished");
    stop("one between two attempts ends", 3, "0=503 1=fail/2s",
         "0s start 0\n0s start 1\n1s retry 0 at 3s\n1s start 2\n2s 1 failed\n2s cancel 2\n2s 0 cancelled\n"
         "2s 2 cancelled\n2s finished");
    cancel("cancelled", "0=ok/9s",
           "0s start 0\n0s start 1\n1s 1 success\n1s start 2\n2s cancel 0\n2s cancel 2\n2s 0 cancelled\n"
           "2s 2 cancelled\n2s finished");
    cancel("cancelled between two attempts", "0=503 1=503 2=503 3=ok/9s",
           "0s start 0\n0s start 1\n1s retry 0 at 3s\n1s start 2\n1s retry 1 at 3s\n1s start 3\n2s cancel 2\n"
           "2s cancel 3\n2s 0 cancelled\n2s 1 cancelled\n2s 2 cancelled\n2s 3 cancelled\n2s finished");
}

void TestFan::goesOverItems()
{
    QFETCH(int, items);
    QFETCH(QByteArray, retry);
    QFETCH(bool, stops);
    QFETCH(QByteArray, script);
    QFETCH(int, cancelAt);
    plan::FanSettings settings = settingsOf(items, 2, retry.constData());
    settings.stopsOnFailure = stops;
    std::optional<plan::Instant> at;
    if (cancelAt > 0)
        at = std::chrono::seconds(cancelAt);
    const FanRun run(settings, scriptFromText(script.toStdString()), at);
    QTEST(shown(run.log()), "log");
    QVERIFY2(run.broken().empty(), run.broken().c_str());
}

void TestFan::saysWhatBecameOfIt_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("stops");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<plan::Outcome::Kind>("kind");
    QTest::addColumn<QString>("reason");
    using Kind = plan::Outcome::Kind;
    QTest::newRow("all done") << QByteArray() << false << false << Kind::Done << QString();
    QTest::newRow("the lowest is named, not the first in time")
        << QByteArray("1=503/9s 2=fail") << false << false << Kind::Failed
        << QString("2 of 5 items failed; the first is item 1: HTTP 503");
    QTest::newRow("stopped") << QByteArray("0=fail 1=ok/9s 2=ok/9s") << true << false << Kind::Failed
                             << QString("1 of 5 items failed; the first is item 0: broken");
    QTest::newRow("cancelled") << QByteArray("4=ok/9s") << false << true << Kind::Cancelled << QString();
    QTest::newRow("cancelled, and all succeed all the same")
        << QByteArray("3=ok/9s! 4=ok/9s!") << false << true << Kind::Done << QString();
    QTest::newRow("without words of its own")
        << QByteArray("0=cancelled") << false << false << Kind::Failed
        << QString("1 of 5 items failed; the first is item 0: Cancelled from outside");
}

void TestFan::saysWhatBecameOfIt()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, stops);
    QFETCH(bool, cancelled);
    plan::FanSettings settings = settingsOf(5, 3);
    settings.stopsOnFailure = stops;
    const std::optional<plan::Instant> at =
        cancelled ? std::optional<plan::Instant>(4s) : std::optional<plan::Instant>();
    const plan::Outcome outcome = FanRun(settings, scriptFromText(script.toStdString()), at).fan().outcome();
    QTEST(outcome.kind, "kind");
    QTEST(shown(outcome.reason), "reason");
}

void TestFan::ignoresWhatItDidNotAskFor()
{
    plan::Fan fan(settingsOf(3, 1));
    fan.start();
    QVERIFY(fan.reported(1, {}, 1s).empty());
    QCOMPARE(fan.status(1), plan::StepStatus::Pending);
    fan.cancel();
    QVERIFY(fan.cancel().empty());
    QCOMPARE(fan.status(2), plan::StepStatus::NotRun);
    QCOMPARE(fan.reported(0, {plan::Outcome::Kind::Cancelled, {}, 0, {}, {}}, 2s).back().kind,
             FanDecision::Kind::Finished);
    QVERIFY(fan.isOver());
    QVERIFY(fan.reported(0, {}, 3s).empty() && fan.cancel().empty() && fan.timeReached(9s).empty());
}

void TestFan::keepsItsPromises()
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::mt19937 random(seed);
        plan::FanSettings settings =
            settingsOf(static_cast<int>(random() % 40), 1 + static_cast<int>(random() % 9),
                       random() % 2 ? "retry=3 backoff=2s jitter" : "");
        settings.stopsOnFailure = random() % 3 == 0;
        settings.seed = seed;
        std::optional<plan::Instant> cancelAt;
        if (random() % 3 == 0)
            cancelAt = std::chrono::seconds(random() % 20);
        const Script script = [seed](const std::string &item, int attempt) {
            static const std::array<const char *, 6> kActs{"ok", "ok", "ok!", "503", "fail", "conn!"};
            std::mt19937 dice(seed * 1000 + static_cast<unsigned>(std::stoi(item) * 5 + attempt));
            const std::string act = kActs[dice() % kActs.size()];
            Act made = scriptFromText("x=" + act)("x", 1);
            made.takes = std::chrono::seconds(dice() % 7);
            return made;
        };
        const FanRun run(settings, script, cancelAt);
        const std::string where = "seed " + std::to_string(seed) + "\n" + run.log();
        QVERIFY2(run.broken().empty(), (run.broken() + " " + where).c_str());
        QVERIFY2(run.fan().isOver() && run.fan().running() == 0, where.c_str());
        for (int item = 0; item < settings.items; ++item)
            QVERIFY2(plan::isEnd(run.fan().status(item)), where.c_str());
        QCOMPARE(shown(FanRun(settings, script, cancelAt).log()), shown(run.log()));
    }
}

void TestFan::keepsToTheLimit_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log"); // two at a time
    QTest::addColumn<QString>("reason");
    QTest::newRow("in time") << QByteArray()
                             << "0s start 0\n0s start 1\n1s 0 success\n1s start 2\n1s 1 success\n1s start "
                                "3\n2s 2 success\n2s 3 success\n2s finished"
                             << QString();
    QTest::newRow("the last ends too late, and ends")
        << QByteArray("3=ok/9s")
        << "0s start 0\n0s start 1\n1s 0 success\n1s start 2\n1s 1 success\n1s start 3\n2s 2 success\n"
           "10s 3 success\n10s finished"
        << QString();
    QTest::newRow("a retry that would come too late")
        << QByteArray("0=503/3s")
        << "0s start 0\n0s start 1\n1s 1 success\n1s start 2\n2s 2 success\n2s start 3\n3s 0 failed\n"
           "3s 3 success\n3s finished"
        << QString("1 of 4 items failed; the first is item 0: HTTP 503; not tried again: attempt 2 would "
                   "begin after the total_timeout of 5s. Raise total_timeout, or lower timeout, attempts or "
                   "backoff");
    QTest::newRow("nothing begins any more")
        << QByteArray("0=ok/6s 1=ok/7s")
        << "0s start 0\n0s start 1\n6s 0 success\n6s cancel 1\n6s 1 cancelled\n6s finished" << QString();
}

/// Whoever runs the step stops it at the limit; by itself it only begins and waits for nothing.
void TestFan::keepsToTheLimit()
{
    QFETCH(QByteArray, script);
    plan::FanSettings settings = settingsOf(4, 2, "retry=2 backoff=2s");
    settings.limit = plan::TotalLimit{5s, 5s};
    const FanRun run(settings, scriptFromText(script.toStdString()));
    QTEST(shown(run.log()), "log");
    QTEST(shown(run.fan().outcome().reason), "reason");
    settings.limit->at = 0s;
    const FanRun late(settings, scriptFromText(""));
    QCOMPARE(shown(late.log()), "0s finished");
    QCOMPARE(late.fan().outcome().kind, plan::Outcome::Kind::Cancelled);
}

void TestFan::jittersEachItemByItself()
{
    plan::Fan fan(settingsOf(20, 20, "retry=2 backoff=8s jitter"));
    fan.start();
    std::set<Duration> waits;
    for (int item = 0; item < 20; ++item)
        waits.insert(
            fan.reported(item, {plan::Outcome::Kind::Failed, plan::Outcome::Cause::Connection, 0, {}}, 0s)
                .front()
                .at);
    QCOMPARE(waits.size(), std::size_t{20});
}

/// A call that looked at every item would need 10^10 looks here, which no machine does in this time.
void TestFan::isCheapForManyItems()
{
    const int items = 100'000;
    QElapsedTimer timer;
    timer.start();
    plan::Fan fan(settingsOf(items, 8, "retry=2 backoff=1s"));
    fan.start();
    const plan::Outcome failure{plan::Outcome::Kind::Failed, plan::Outcome::Cause::Connection, 0, {}};
    plan::Instant now{};
    std::size_t decisions = 0;
    for (int item = 0; item < items; ++item)
        decisions += fan.reported(item, failure, now).size();
    while (!fan.isOver()) {
        now = fan.nextWake().value_or(now);
        std::vector<FanDecision> todo = fan.timeReached(now);
        while (!todo.empty()) {
            std::vector<FanDecision> more;
            for (const FanDecision &decision : todo)
                if (decision.kind == FanDecision::Kind::Start)
                    for (const FanDecision &next : fan.reported(decision.item, {}, now))
                        more.push_back(next);
            decisions += todo.size();
            todo = std::move(more);
        }
    }
    QCOMPARE(fan.failures(), 0);
    QVERIFY(decisions > 3U * static_cast<std::size_t>(items));
    QVERIFY2(timer.elapsed() < 5000, std::to_string(timer.elapsed()).c_str());
}

QTEST_APPLESS_MAIN(TestFan)
#include "tst_fan.moc"
