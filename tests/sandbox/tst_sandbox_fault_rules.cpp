// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/faults.h"
#include "engine/json/json.h"

#include <QTest>

#include <vector>

using namespace batuta;
using namespace batuta::sandbox;

namespace {

json::Value parsed(const QString &text)
{
    const Result<json::Value> value = json::parse(text.toStdString());
    return value ? *value : json::Value();
}

} // namespace

class TestSandboxFaultRules : public QObject
{
    Q_OBJECT
private slots:
    void refusesRulesThatMakeNoSense_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("subject");
        QTest::newRow("not an object") << "5"
                                       << "fault";
        QTest::newRow("unknown setting") << R"({"latency": 5})"
                                         << "latency";
        QTest::newRow("negative latency") << R"({"latency_ms": -1})"
                                          << "latency_ms";
        QTest::newRow("endless latency") << R"({"latency_ms": 600001})"
                                         << "latency_ms";
        QTest::newRow("half a millisecond") << R"({"spread_ms": 0.5})"
                                            << "spread_ms";
        QTest::newRow("rate above one") << R"({"error_rate": 1.5})"
                                        << "error_rate";
        QTest::newRow("rate as text") << R"({"error_rate": "1"})"
                                      << "error_rate";
        QTest::newRow("code of success") << R"({"error_code": 200})"
                                         << "error_code";
        QTest::newRow("hang as a number") << R"({"hang": 1})"
                                          << "hang";
        QTest::newRow("never") << R"({"times": 0})"
                               << "times";
    }

    void refusesRulesThatMakeNoSense()
    {
        QFETCH(QString, rule);
        QFETCH(QString, subject);
        FaultTable table;
        const Status status = table.set("*", parsed(rule));
        QVERIFY(!status);
        QCOMPARE(QString::fromStdString(status.error().subject), subject);
        QVERIFY(!mendText(status.error()).empty());
        QVERIFY(table.list().empty());
    }

    void namesTheFunctionThatWasMeant()
    {
        FaultTable table;
        const Status status = table.set("gap_analysis_user_vacanci", parsed("{}"));
        QVERIFY(!status);
        QVERIFY(mendText(status.error()).find("gap_analysis_user_vacancy") != std::string::npos);
        QVERIFY(!table.clear("nobody"));
    }

    void keepsOneRuleForBothNamesOfAFunction()
    {
        FaultTable table;
        QVERIFY(table.set("match_candidato", parsed(R"({"error_rate": 1})")));
        QVERIFY(table.set("func-dev-cce-vcc-match-candidato", parsed(R"({"hang": true})")));
        QCOMPARE(table.list().size(), std::size_t(1));
        QCOMPARE(table.decide("match_candidato").kind, FaultDecision::Kind::Hang);
        QVERIFY(table.clear("match_candidato"));
        QCOMPARE(table.decide("match_candidato").kind, FaultDecision::Kind::None);
    }

    void prefersAFunctionsOwnRule()
    {
        FaultTable table;
        QVERIFY(table.set("*", parsed(R"({"drop": true})")));
        QVERIFY(table.set("match_candidato", parsed(R"({"error_rate": 1, "error_code": 503})")));
        const FaultDecision decision = table.decide("match_candidato");
        QCOMPARE(decision.kind, FaultDecision::Kind::Error);
        QCOMPARE(decision.errorCode, 503);
        QCOMPARE(table.decide("create_embeddings").kind, FaultDecision::Kind::Drop);
    }

    void endsAfterTheTimesGiven()
    {
        FaultTable table;
        QVERIFY(table.set("match_candidato", parsed(R"({"malformed": true, "times": 2})")));
        QCOMPARE(table.decide("match_candidato").kind, FaultDecision::Kind::Malformed);
        QCOMPARE(table.decide("match_candidato").kind, FaultDecision::Kind::Malformed);
        QCOMPARE(table.decide("match_candidato").kind, FaultDecision::Kind::None);
        const json::Value rule = *table.list().find("match_candidato");
        QCOMPARE(rule["times"].asInteger(-1), 0);
        QCOMPARE(rule["applied"].asInteger(), 2);
    }

    void repeatsItselfForTheSameSeed()
    {
        const auto run = [](int seed) {
            FaultTable table;
            const Status status = table.set(
                "*", parsed(QString(R"({"error_rate": 0.3, "latency_ms": 50, "spread_ms": 50, "seed": %1})")
                                .arg(seed)));
            std::vector<std::pair<int, std::int64_t>> seen;
            for (int i = 0; status && i < 200; ++i) {
                const FaultDecision decision = table.decide("match_candidato");
                seen.emplace_back(static_cast<int>(decision.kind), decision.latency.count());
            }
            return seen;
        };
        QCOMPARE(run(1).size(), std::size_t(200));
        QVERIFY(run(1) == run(1));
        QVERIFY(run(1) != run(2));
    }

    void keepsItsErrorsWhenTheLatencyChanges()
    {
        const auto errors = [](const char *rule) {
            FaultTable table;
            std::vector<bool> seen;
            if (table.set("*", parsed(rule)))
                for (int i = 0; i < 100; ++i)
                    seen.push_back(table.decide("match_candidato").kind == FaultDecision::Kind::Error);
            return seen;
        };
        QVERIFY(errors(R"({"error_rate": 0.5})") ==
                errors(R"({"error_rate": 0.5, "latency_ms": 9, "spread_ms": 9})"));
    }

    void keepsToTheRateAndTheSpread()
    {
        FaultTable table;
        QVERIFY(table.set("*", parsed(R"({"error_rate": 0.25, "latency_ms": 100, "spread_ms": 40})")));
        int errors = 0;
        for (int i = 0; i < 4000; ++i) {
            const FaultDecision decision = table.decide("match_candidato");
            errors += decision.kind == FaultDecision::Kind::Error ? 1 : 0;
            QVERIFY(decision.latency >= std::chrono::milliseconds(60));
            QVERIFY(decision.latency <= std::chrono::milliseconds(140));
        }
        QVERIFY2(errors > 900 && errors < 1100, qPrintable(QString::number(errors)));
    }

    void setsAllRulesOrNone()
    {
        FaultTable table;
        QVERIFY(table.set("match_candidato", parsed(R"({"hang": true})")));
        const Status status =
            table.setAll(parsed(R"({"create_embeddings": {"drop": true}, "*": {"times": "x"}})"));
        QVERIFY(!status);
        QCOMPARE(status.error().subject, std::string("*.times"));
        QCOMPARE(table.list().size(), std::size_t(1));
        QVERIFY(table.setAll(parsed(R"({"create_embeddings": {"drop": true}, "*": {"times": 3}})")));
        QCOMPARE(table.list().size(), std::size_t(3));
        QVERIFY(!table.setAll(parsed("[]")));
    }
};

QTEST_APPLESS_MAIN(TestSandboxFaultRules)
#include "tst_sandbox_fault_rules.moc"
