// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include "engine/json/json.h"

#include <QTest>

using namespace batuta;
using test::Finished;

/// The commands that read a workspace and run nothing.
class TestCliWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
    }
    void cleanupTestCase() { m_programs.reset(); }

    void listsTheSixFlows()
    {
        const Finished flows = m_programs->batuta({"flows", "--json"});
        QCOMPARE(flows.exitCode, 0);
        QCOMPARE(flows.out.trimmed().split('\n').size(), 6);
        QVERIFY(m_programs->batuta({"flows"}).out.contains("update_profile"));
    }

    void findsNoErrorInTheShippedFlows()
    {
        const Finished check = m_programs->batuta({"validate"});
        QVERIFY2(check.exitCode == 0, check.err);
        // The longest path of update_profile may take longer than its deadline; that is meant.
        QVERIFY2(check.out.contains("7 files checked, 1 warning"), check.out);
        QVERIFY2(check.err.contains("warning: Worst case 13m is above the deadline of 9m"), check.err);
        QCOMPARE(m_programs->batuta({"validate", "--strict"}).exitCode, 3);
    }

    void tellsAllProblemsWithPlaceAndMend()
    {
        const QString file = m_programs->write(
            "bad.yaml", "batuta: 1\nname: bad\nsteps:\n  a:\n    needs: [b]\n    set: {x: 1}\n"
                        "  c:\n    htp: {}\n    tmeout: 3s\n");
        const Finished check = m_programs->batuta({"validate", file});
        QCOMPARE(check.exitCode, 3);
        QVERIFY2(check.err.contains("bad.yaml:5:"), check.err);
        QVERIFY2(check.err.contains("flow.unknown_step"), check.err);
        QVERIFY2(check.err.contains("timeout"), check.err);
        QVERIFY2(check.err.contains(": error: "), check.err);
        const Finished json = m_programs->batuta({"validate", "--json", file});
        QVERIFY(test::Programs::lastLine(json.out.simplified())["problems"].asArray().size() >= 3);
    }

    void evaluates_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("bare") << "input.n + 0" << QByteArray();
        QTest::newRow("number") << "input.n" << QByteArray("3\n");
        QTest::newRow("marks") << "${{ input.n > 2 }}" << QByteArray("true\n");
        QTest::newRow("text") << "n is ${{ input.n }}, twice ${{ input.n }}"
                              << QByteArray("\"n is 3, twice 3\"\n");
        QTest::newRow("object") << "pick(input, 'n')" << QByteArray("{\"n\":3}\n");
    }
    void evaluates()
    {
        QFETCH(QString, expression);
        QFETCH(QByteArray, value);
        const Finished eval =
            m_programs->batuta({"eval", expression, "--context", "-"}, "{\"input\": {\"n\": 3, \"m\": 1}}");
        QCOMPARE(eval.exitCode, value.isEmpty() ? 3 : 0); // `+` is not in the language
        QCOMPARE(eval.out, value);
        QCOMPARE(eval.err.isEmpty(), !value.isEmpty());
    }

    void saysWhichFlowTakesARequestAndWhatItIgnores()
    {
        const Finished route = m_programs->batuta(
            {"route", "--json", "-i", "-"},
            "{\"user_id\": \"u\", \"session_id\": \"s\", \"process_only_vacancy_course\": true, "
            "\"create_user_embedding\": true, \"vacancy_id\": \"v\"}");
        QVERIFY2(route.exitCode == 0, route.err);
        const json::Value answer =
            json::parse(std::string_view(route.out.constData(), static_cast<std::size_t>(route.out.size())))
                .value();
        QCOMPARE(answer["flow"].asString(), "course_to_vacancy");
        QCOMPARE(answer["routing"]["ignored_flags"].at(0).asString(), "create_user_embedding");
    }

    void plansAFlowWithItsSkips()
    {
        const QByteArray input = "{\"user_id\": \"u\", \"session_id\": \"s\", \"vacancy_id\": \"v\", "
                                 "\"process_profession_orchestrator\": false}";
        const Finished plan =
            m_programs->batuta({"plan", "first_login", "-i", "-", "--set", "DEFAULT_WEBHOOK_URL="}, input);
        QVERIFY2(plan.exitCode == 0, plan.err);
        QVERIFY2(plan.out.contains("Skipped: vacancy_id provided"), plan.out);
        QVERIFY2(plan.out.contains("filtered"), plan.out);
        QVERIFY2(plan.out.contains("URL not configured: DEFAULT_WEBHOOK_URL"), plan.out);
    }

    void tellsTheVersionAndItsHelp()
    {
        QVERIFY(m_programs->batuta({"version"}).out.startsWith("batuta "));
        QVERIFY(m_programs->batuta({"--help"}).out.contains("Exit codes"));
        QCOMPARE(m_programs->batuta({}).exitCode, 2);
        QCOMPARE(m_programs->batuta({"flows", "--workspace", "/nonexistent"}).exitCode, 3);
    }

private:
    std::unique_ptr<test::Programs> m_programs;
};

QTEST_GUILESS_MAIN(TestCliWorkspace)
#include "tst_cli_workspace.moc"
