// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/trace_sample.h"
#include "tests/support/seed.h"
#include "views/models/compare/run_comparison.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

QStringList pathsOf(const std::vector<ValueDifference> &found)
{
    QStringList paths;
    for (const ValueDifference &difference : found)
        paths << QString::fromStdString(difference.path) + '=' +
                     (difference.a ? QString::fromStdString(lineOf(difference.a)) : QString("-")) + '/' +
                     (difference.b ? QString::fromStdString(lineOf(difference.b)) : QString("-"));
    return paths;
}

client::ExecutionRecord named(client::ExecutionRecord record, const std::string &id)
{
    record.id = id;
    return record;
}

json::Value anyValue(std::mt19937_64 &random, int depth)
{
    const auto kind = random() % (depth > 0 ? 5 : 3);
    if (kind < 2)
        return static_cast<std::int64_t>(random() % 4);
    if (kind == 2)
        return std::string(1, static_cast<char>('a' + random() % 3));
    if (kind == 3) {
        json::Array items;
        for (auto i = random() % 4; i > 0; --i)
            items.push_back(anyValue(random, depth - 1));
        return items;
    }
    json::Object members;
    for (auto i = random() % 4; i > 0; --i)
        members.set(std::string(1, static_cast<char>('k' + random() % 4)), anyValue(random, depth - 1));
    return members;
}

} // namespace

class TestRunComparison : public QObject
{
    Q_OBJECT

private slots:
    void placesThatDifferAreTheDeepest()
    {
        const json::Value a = json::Object{{"same", 1},
                                           {"user_id", "u1"},
                                           {"list", json::Array{1, 2, 3}},
                                           {"deep", json::Object{{"x", true}, {"gone", nullptr}}}};
        const json::Value b = json::Object{{"same", 1.0},
                                           {"user_id", "u2"},
                                           {"list", json::Array{1, 9, 2, 3}},
                                           {"deep", json::Object{{"x", false}, {"new", 5}}}};
        QCOMPARE(pathsOf(differencesOf("input", a, b)),
                 QStringList({"input.user_id=u1/u2", "input.list[1]=-/9", "input.deep.x=true/false",
                              "input.deep.gone=null/-", "input.deep.new=-/5"}));
        QCOMPARE(differencesOf("input", a, b, 2).size(), std::size_t(2));
        QVERIFY(differencesOf("input", a, a).empty());
        QCOMPARE(pathsOf(differencesOf("input", 1, "x")), QStringList{"input=1/x"});
    }

    void thereIsADifferenceExactlyWhenValuesDiffer()
    {
        std::mt19937_64 random(test::seed());
        for (int round = 0; round < 5000; ++round) {
            const json::Value a = anyValue(random, 4), b = anyValue(random, 4);
            QCOMPARE(differencesOf("v", a, b).empty(), a == b);
            for (const ValueDifference &difference : differencesOf("v", a, b))
                QVERIFY(!(difference.a && difference.b && *difference.a == *difference.b));
        }
    }

    void longValuesAreCutBetweenCharacters()
    {
        QCOMPARE(lineOf(json::Value(std::string("ção")), 2), std::string("ç…"));
        QCOMPARE(lineOf(json::Value(std::string("a\nb"))), std::string("a b"));
        QCOMPARE(lineOf(std::nullopt), std::string());
    }

    void stepsAreMatchedByIdThenByWhatTheyCall()
    {
        client::ExecutionRecord a =
            execution({endedStep("first", {{0, 100, 200}}), endedStep("old_name", {{100, 50, 200}}),
                       endedStep("only_a", {{150, 10, 200}}), endedStep("last", {{200, 10, 200}})},
                      300);
        client::ExecutionRecord b =
            named(execution({endedStep("first", {{0, 100, 200}}), endedStep("new_name", {{100, 50, 200}}),
                             endedStep("last", {{200, 10, 200}}), endedStep("only_b", {{250, 10, 200}})},
                            300),
                  "b");
        for (client::StepRecord *step : {&a.steps[1], &b.steps[1]})
            step->attemptsDetail.array()[0].object().set(
                "request", json::Object{{"method", "GET"}, {"url", "http://x/y?z=" + step->step}});
        const RunComparison runs(a, b, nullptr, at(300));
        QStringList pairs;
        for (const ComparedStep &step : runs.steps())
            pairs << QString("%1/%2").arg(step.a).arg(step.b);
        QCOMPARE(pairs, QStringList({"0/0", "1/1", "2/-1", "3/2", "-1/3"}));
        QVERIFY(runs.steps()[2].differs() && !runs.steps()[0].differs());
        QCOMPARE(runs.next(-1, 1), 2);
        QCOMPARE(runs.next(2, 1), 4);
        QCOMPARE(runs.next(4, 1), -1);
        QCOMPARE(runs.next(4, -1), 2);
    }

    void theFailureIsTheMainStepEvenWhenAnotherIsSlower()
    {
        const RunComparison runs(
            execution({endedStep("slow", {{0, 100, 200}}), endedStep("fails", {{100, 100, 200}})}, 300),
            named(execution({endedStep("slow", {{0, 9000, 200}}),
                             endedStep("fails", {{9000, 10, 503}, {9100, 10, 503}})},
                            9200),
                  "b"),
            nullptr, at(9200));
        QCOMPARE(runs.mainStep(), 1);
        QCOMPARE(runs.slowest(), std::vector<int>({0}));
        QCOMPARE(runs.delta(), Duration(8'900'000));
        QCOMPARE(runs.steps()[1].callsA, 1);
        QCOMPARE(runs.steps()[1].callsB, 2);
        QVERIFY(runs.steps()[1].hasOtherOutcome);
    }

    void equalRunsHaveNoMainStep()
    {
        const client::ExecutionRecord record = execution({endedStep("one", {{0, 100, 200}})}, 100);
        const RunComparison runs(record, named(record, "b"), nullptr, at(100));
        QCOMPARE(runs.mainStep(), -1);
        QVERIFY(runs.ofStep(0).empty());
        for (const ComparedFact &fact : runs.facts())
            QVERIFY(!fact.differs());
    }
};

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_run_comparison.moc"
