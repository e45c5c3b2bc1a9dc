// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;

/// Pausing, breakpoints, stepping and pinned steps.
class TestHold : public QObject
{
    Q_OBJECT

private slots:
    void pauses_data();
    void pauses();
    void holds_data();
    void holds();
    void pins_data();
    void pins();
    void saysThatItIsPaused();
    void cannotPauseWhatIsOver();
};

void TestHold::pauses_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("commands");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *commands,
                        const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << QByteArray(commands) << log;
    };
    row("what runs goes on, nothing starts", "a\nb: a", "a=ok/3s", "1s pause, 9s resume",
        "0s start a\n3s a success\n9s start b\n10s b success\n10s finished success");
    row("the last step ends a paused execution", "a", "a=ok/3s", "1s pause",
        "0s start a\n3s a success\n3s finished success");
    row("never resumed", "a\nb: a", "", "500ms pause", "0s start a\n1s a success");
    row("what is skipped ends", "a\nb: a if=false", "", "500ms pause",
        "0s start a\n1s a success\n1s b skipped (Condition is false: false)\n1s finished success");
    row("a retry waits, too", "a retry=2 backoff=1s", "a=503,ok", "1500ms pause, 9s resume",
        "0s start a\n1s retry a at 2s\n9s start a#2\n10s a success\n10s finished success");
    row("a resume before the retry's time changes nothing", "a retry=2 backoff=4s", "a=503,ok",
        "2s pause, 3s resume",
        "0s start a\n1s retry a at 5s\n5s start a#2\n6s a success\n6s finished success");
    row("room is kept after resuming", "@ max=1\na\nb\nc", "a=ok/3s", "1s pause, 9s resume",
        "0s start a\n3s a success\n9s start b\n10s b success\n10s start c\n11s c success\n"
        "11s finished success");
    row("cancelled while paused", "a\nb: a\n-- z", "", "500ms pause, 5s cancel",
        "0s start a\n1s a success\n5s b not_run (Cancelled on request)\n5s start z\n6s z success\n"
        "6s finished cancelled");
    row("the deadline goes on; finally waits for resume", "@ deadline=4s\na\nb: a\n-- z", "",
        "500ms pause, 9s resume",
        "0s start a\n1s a success\n4s b not_run (Deadline of 4s exceeded)\n9s start z\n10s z success\n"
        "10s finished failed");
    row("paused after the cancel, cancelled again", "a\n-- z", "a=ok/5s!", "1s cancel, 2s pause, 8s cancel",
        "0s start a\n1s cancel a\n5s a success\n8s start z\n9s z success\n9s finished cancelled");
    row("resume without pause", "a", "", "500ms resume", "0s start a\n1s a success\n1s finished success");
}

void TestHold::pauses()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, commands);
    RunSettings settings;
    settings.commands = commandsFromText(commands.toStdString());
    QTEST(shown(logOf(flow.toStdString(), script.toStdString(), settings)), "log");
}

void TestHold::holds_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("breakpoints"); // `b c=input.x`, or `*` for stepping
    QTest::addColumn<QByteArray>("commands");
    QTest::addColumn<QString>("log"); // with input.x true
    const auto row = [](const char *name, std::array<const char *, 4> given, const char *log) {
        QTest::newRow(name) << QByteArray(given[0]) << QByteArray(given[1]) << QByteArray(given[2])
                            << QByteArray(given[3]) << log;
    };
    row("until released", {"a\nb: a", "", "b", "5s release b"},
        "0s start a\n1s a success\n1s hold b\n5s start b\n6s b success\n6s finished success");
    row("others go on", {"a\nb", "", "a", "5s release a"},
        "0s hold a\n0s start b\n1s b success\n5s start a\n6s a success\n6s finished success");
    row("takes no room", {"@ max=1\na\nb", "", "a", "500ms release a"},
        "0s hold a\n0s start b\n1s b success\n1s start a\n2s a success\n2s finished success");
    row("a true condition", {"a", "", "a=input.x", "5s release a"},
        "0s hold a\n5s start a\n6s a success\n6s finished success");
    row("a false condition", {"a", "", "a=!input.x", ""}, "0s start a\n1s a success\n1s finished success");
    row("a condition that cannot be evaluated", {"a", "", "a=fromJSON('{')", "5s release a"},
        "0s hold a\n5s start a\n6s a success\n6s finished success");
    row("the status functions of the step",
        {"a\nb: a if=always()\nc if=always()", "a=fail", "b=failure() c=failure()", "5s release b"},
        "0s start a\n0s start c\n1s a failed (broken)\n1s hold b\n1s c success\n5s start b\n6s b success\n"
        "6s finished failed");
    row("not before a retry", {"a retry=2 backoff=1s", "a=503,ok", "a", "5s release a"},
        "0s hold a\n5s start a\n6s retry a at 7s\n7s start a#2\n8s a success\n8s finished success");
    row("a step that has started is not held", {"a retry=2 backoff=1s", "a=503,ok", "", "500ms step"},
        "0s start a\n1s retry a at 2s\n2s start a#2\n3s a success\n3s finished success");
    row("a skipped step is not held", {"a if=false", "", "a", ""},
        "0s a skipped (Condition is false: false)\n0s finished success");
    row("released while paused", {"a", "", "a", "1s pause, 2s release a, 3s resume"},
        "0s hold a\n3s start a\n4s a success\n4s finished success");
    row("cancelled", {"a\nb if=always()\nc\n~ c", "", "a b", "2s cancel+undo"},
        "0s hold a\n0s hold b\n0s start c\n1s c success\n2s a not_run (Cancelled on request)\n2s start b\n"
        "3s b success\n3s start c_undo\n4s c_undo success\n4s finished cancelled");
    row("released for nothing", {"a", "a=ok/3s", "", "1s release a, 2s release x"},
        "0s start a\n3s a success\n3s finished success");
    row("past the deadline", {"@ deadline=3s\na\nb if=always()", "", "a b", "5s release b"},
        "0s hold a\n0s hold b\n3s a not_run (Deadline of 3s exceeded)\n5s start b\n6s b success\n"
        "6s finished failed");
    row("stepping", {"a\nb: a", "", "*", "1s release a, 5s release b"},
        "0s hold a\n1s start a\n2s a success\n2s hold b\n5s start b\n6s b success\n6s finished success");
    row("no longer stepping", {"a\nb: a", "", "*", "1s unstep, 2s release a"},
        "0s hold a\n2s start a\n3s a success\n3s start b\n4s b success\n4s finished success");
    row("finally and undo", {"a\n~ a\nb: a\n-- z", "b=fail", "a_undo z", "5s release a_undo, 9s release z"},
        "0s start a\n1s a success\n1s start b\n2s b failed (broken)\n2s hold a_undo\n5s start a_undo\n"
        "6s a_undo success\n6s hold z\n9s start z\n10s z success\n10s finished failed");
    row("a cancel lets the undo go",
        {"a\n~ a\nb: a\n-- z", "b=fail", "*", "0s release a, 2s release b, 5s cancel"},
        "0s hold a\n0s start a\n1s a success\n1s hold b\n2s start b\n3s b failed (broken)\n3s hold a_undo\n"
        "5s start a_undo\n6s a_undo success\n6s start z\n7s z success\n7s finished failed");
}

void TestHold::holds()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, breakpoints);
    QFETCH(QByteArray, commands);
    RunSettings settings;
    settings.roots = json::Object{{"input", json::Object{{"x", true}}}};
    settings.commands = commandsFromText(commands.toStdString());
    settings.isStepping = breakpoints == "*";
    const std::string words = breakpoints.toStdString();
    for (const std::string_view word : split(words, ' ')) {
        const std::size_t equals = word.find('=');
        if (!word.empty() && word != "*")
            settings.breakpoints[std::string(word.substr(0, equals))] =
                equals == std::string_view::npos ? std::string() : std::string(word.substr(equals + 1));
    }
    QTEST(shown(logOf(flow.toStdString(), script.toStdString(), settings)), "log");
}

void TestHold::pins_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log"); // with p and q pinned from x1, and p2 from x2; cancelled at 5s
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("what needs it goes on", "p\nq: p\nb: q", "",
        "0s p success (Not called: has its output from x1)\n"
        "0s q success (Not called: has its output from x1)\n0s start b\n1s b success\n1s finished success");
    row("all pinned", "p\nq", "",
        "0s p success (Not called: has its output from x1)\n"
        "0s q success (Not called: has its output from x1)\n0s finished success");
    row("after what it needs, whatever came of that", "a\np: a if=false", "a=fail",
        "0s start a\n1s a failed (broken)\n1s p success (Not called: has its output from x1)\n"
        "1s finished failed");
    row("is not undone", "p\n~ p\na\n~ a\nb: p a", "b=fail",
        "0s p success (Not called: has its output from x1)\n0s start a\n1s a success\n1s start b\n"
        "2s b failed (broken)\n2s p_undo skipped (Nothing to undo: p)\n2s start a_undo\n3s a_undo success\n"
        "3s finished failed");
    row("does not run after a cancel", "a\np: a\nq: a if=always()", "a=ok/9s",
        "0s start a\n5s cancel a\n5s a cancelled (Cancelled on request)\n"
        "5s p not_run (Cancelled on request)\n5s q success (Not called: has its output from x1)\n"
        "5s finished cancelled");
}

void TestHold::pins()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    RunSettings settings;
    settings.pins = {{"p", "x1"}, {"q", "x1"}};
    settings.cancels = {5s};
    QTEST(shown(logOf(flow.toStdString(), script.toStdString(), settings)), "log");
}

void TestHold::saysThatItIsPaused()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("@ max=1\na\nb\nc: b"), {}, context);
    plan.start();
    QVERIFY(plan.pause().empty() && plan.isPaused());
    plan.reported(0, {}, 1s);
    QCOMPARE(shown(plan::reasonText(plan.explain(1))), QString("The execution is paused"));
    QCOMPARE(shown(plan::reasonText(plan.explain(2))), QString("Waits for b"));
    QCOMPARE(plan.resume({}).size(), std::size_t{1});
    QVERIFY(!plan.isPaused() && plan.resume({}).empty());
}

void TestHold::cannotPauseWhatIsOver()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("a"), {}, context);
    plan.start();
    plan.pause();
    QCOMPARE(plan.reported(0, {}, 1s).back().kind, plan::Decision::Kind::Finished);
    QVERIFY(!plan.isPaused());
    plan.pause();
    QVERIFY(!plan.isPaused());
}

QTEST_APPLESS_MAIN(TestHold)
#include "tst_plan_hold.moc"
