// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// The steps that work on values alone: set, wait, log and check.
class TstValueSteps : public QObject
{
    Q_OBJECT

private slots:
    void setKeepsTheTypesOfValues();
    void waitsAtLeastItsTime();
    void waitsForNoTimeThatIsPast();
    void refusesAWaitThatIsNoTime_data();
    void refusesAWaitThatIsNoTime();
    void aWaitIsCutByItsTimeout();
    void logsALineWithItsLevelAndFields();
    void checksGates_data();
    void checksGates();
    void aCheckTellsAllThatDoesNotHold();
};

void TstValueSteps::setKeepsTheTypesOfValues()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", R"(input: {type: object, properties: {n: {type: number}, list: {type: array}}}
steps:
  a: {set: {n: "${{ input.n }}", list: "${{ input.list }}", text: "n=${{ input.n }}", yes: true, nothing: null}}
  b: {needs: [a], set: {twice: "${{ steps.a.output.list[1] }}", all: "${{ steps.a.output }}"}}
output: {b: "${{ steps.b.output }}"}
)");
    house.open();
    const auto record = house.run("one", json::Object{{"n", 1.5}, {"list", json::Array{1, "x"}}});
    BATUTA_VERIFY_OK(record);
    const std::string a = R"({"n":1.5,"list":[1,"x"],"text":"n=1.5","yes":true,"nothing":null})";
    QCOMPARE(shown(tests::stepOf(*record, "a").output), shown(a));
    QCOMPARE(shown(tests::stepOf(*record, "b").output), shown(R"({"twice":"x","all":)" + a + "}"));
    QCOMPARE(shown(json::write(record->output)), shown(R"({"b":{"twice":"x","all":)" + a + "}}"));
}

void TstValueSteps::waitsAtLeastItsTime()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {ms: {type: integer}}}\nsteps:\n  nap: {wait: {for: \"${{ "
               "input.ms }}ms\"}}\n");
    house.open();
    const auto record = house.run("one", json::Object{{"ms", 40}});
    QCOMPARE(tests::statusesOf(record), "nap=success");
    QVERIFY(record->steps.front().duration >= std::chrono::milliseconds(40));
    QVERIFY(record->duration >= record->steps.front().duration);
}

void TstValueSteps::waitsForNoTimeThatIsPast()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {at: {type: string}}}\nsteps:\n  nap: {wait: {until: \"${{ "
               "input.at }}\"}}\n");
    house.open();
    const auto past = house.run("one", json::Object{{"at", "2020-01-01T00:00:00Z"}});
    QCOMPARE(tests::statusesOf(past), "nap=success");
    const WallTime soon = house.clock.wall() + std::chrono::milliseconds(60);
    const auto future = house.run("one", json::Object{{"at", isoTime(soon)}});
    QCOMPARE(tests::statusesOf(future), "nap=success");
    QVERIFY(future->endedAt + std::chrono::milliseconds(1) >= soon);
}

void TstValueSteps::refusesAWaitThatIsNoTime_data()
{
    QTest::addColumn<QString>("wait");
    QTest::newRow("duration") << "{for: \"${{ input.text }}\"}";
    QTest::newRow("time") << "{until: \"${{ input.text }}\"}";
}

void TstValueSteps::refusesAWaitThatIsNoTime()
{
    QFETCH(QString, wait);
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "input: {type: object, properties: {text: {type: string}}}\nsteps:\n  nap: {wait: " +
                          wait.toStdString() + "}\n");
    house.open();
    for (const char *text : {"", "soon", "-5s", "99999999999999999999h"}) {
        const auto record = house.run("one", json::Object{{"text", text}});
        QCOMPARE(tests::statusesOf(record), "nap=critical_error");
        QVERIFY(!record->steps.front().reason.empty());
    }
}

void TstValueSteps::aWaitIsCutByItsTimeout()
{
    net::Loop loop;
    tests::House house(loop);
    // As a value: in the file itself the two would contradict each other.
    house.flow("one", "input: {type: object, properties: {t: {type: string, default: 1h}}}\nsteps:\n"
                      "  nap: {wait: {for: \"${{ input.t }}\"}, timeout: 30ms}\n");
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "nap=failed");
    QCOMPARE(shown(record->steps.front().reason), "Timeout after 30ms");
}

void TstValueSteps::logsALineWithItsLevelAndFields()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", R"(input: {type: object, properties: {user: {type: string}}}
steps:
  say: {log: {message: "Hello ${{ input.user }}", level: WARNING, fields: {user: "${{ input.user }}", n: 2}}}
)");
    house.open();
    const auto record = house.run("one", json::Object{{"user", "Ana"}});
    QCOMPARE(tests::statusesOf(record), "say=success");
    QCOMPARE(shown(record->steps.front().output), "\"Hello Ana\"");
    int found = 0;
    for (const std::string &line : house.lines) {
        const auto value = json::parse(line);
        BATUTA_VERIFY_OK(value);
        if ((*value)["event"].asString() != "step_log")
            continue;
        ++found;
        QCOMPARE(shown((*value)["severity"].asString()), "WARNING");
        QCOMPARE(shown((*value)["message"].asString()), "Hello Ana");
        QCOMPARE(shown((*value)["execution_id"].asString()), shown(record->id));
        QCOMPARE(shown(json::write((*value)["fields"])), R"({"user":"Ana","n":2})");
    }
    QCOMPARE(found, 1);
}

void TstValueSteps::checksGates_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("holds");
    QTest::newRow("if true") << "{if: \"${{ input.v > 1 }}\"}"
                             << R"({"v":2})" << true;
    QTest::newRow("if false") << "{if: \"${{ input.v > 1 }}\"}"
                              << R"({"v":1})" << false;
    QTest::newRow("min met") << "{value: \"${{ input.v }}\", min: 0.8}"
                             << R"({"v":0.8})" << true;
    QTest::newRow("min missed") << "{value: \"${{ input.v }}\", min: 0.8}"
                                << R"({"v":0.79})" << false;
    QTest::newRow("max met") << "{value: \"${{ input.v }}\", max: 10}"
                             << R"({"v":10})" << true;
    QTest::newRow("max missed") << "{value: \"${{ input.v }}\", max: 10}"
                                << R"({"v":10.5})" << false;
    QTest::newRow("between") << "{value: \"${{ input.v }}\", min: 1, max: 2}"
                             << R"({"v":1.5})" << true;
    QTest::newRow("bound from the input") << "{value: \"${{ input.v }}\", min: \"${{ input.b }}\"}"
                                          << R"({"v":3,"b":4})" << false;
    QTest::newRow("a text is no measure") << "{value: \"${{ input.v }}\", min: 1}"
                                          << R"({"v":"5"})" << false;
    QTest::newRow("nothing is no measure") << "{value: \"${{ input.v }}\", max: 1}"
                                           << R"({})" << false;
    QTest::newRow("equal texts") << "{value: \"${{ input.v }}\", equals: ok}"
                                 << R"({"v":"ok"})" << true;
    QTest::newRow("unequal texts") << "{value: \"${{ input.v }}\", equals: ok}"
                                   << R"({"v":"no"})" << false;
}

void TstValueSteps::checksGates()
{
    QFETCH(QString, gate);
    QFETCH(QString, input);
    QFETCH(bool, holds);
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {v: {}, b: {}}}\nsteps:\n  gate: {check: {quality: " +
                   gate.toStdString() + "}}\n");
    house.open();
    const auto given = json::parse(input.toStdString());
    BATUTA_VERIFY_OK(given);
    const auto record = house.run("one", *given);
    QCOMPARE(tests::statusesOf(record), holds ? "gate=success" : "gate=failed");
    const auto gates = json::parse(record->steps.front().output);
    BATUTA_VERIFY_OK(gates);
    QCOMPARE(shown(gates->at(0)["gate"].asString()), "quality");
    QCOMPARE(gates->at(0)["holds"].asBoolean(), holds);
    QCOMPARE(record->steps.front().reason.starts_with("Gate not met: quality is "), !holds);
}

void TstValueSteps::aCheckTellsAllThatDoesNotHold()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow(
        "one",
        "steps:\n  gate: {check: {a: {value: 1, min: 2}, b: {value: 5, max: 9}, c: {value: 7, max: 6}}}\n");
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "gate=failed");
    QCOMPARE(shown(record->steps.front().reason), "Gate not met: a is 1, min 2; c is 7, max 6");
    QCOMPARE(shown(record->error), "gate: Gate not met: a is 1, min 2; c is 7, max 6");
}

QTEST_APPLESS_MAIN(TstValueSteps)
#include "tst_value_steps.moc"
