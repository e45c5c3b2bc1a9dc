// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;

namespace {

constexpr const char *kGate = R"(batuta: 1
name: gate
steps:
  ask: {approval: {form: {type: object, required: [reason], properties: {reason: {type: string}}}}}
  after: {needs: [ask], set: {said: "${{ steps.ask.output.form.reason }}", n: "${{ input.n }}"}}
  paid: {needs: [after], wait: {event: paid}}
output: {said: "${{ steps.after.output }}", paid: "${{ steps.paid.output }}"}
)";

constexpr const char *kChain = R"(batuta: 1
name: chain
steps:
  a: {set: {x: "${{ input.x }}"}}
  b: {needs: [a], set: {x: "${{ steps.a.output.x }}"}}
  c: {needs: [b], check: {small: {if: "${{ steps.b.output.x < 10 }}"}}}
  d: {needs: [c], set: {done: true}}
)";

} // namespace

/// The commands that act on a running engine, as a person types them.
class TestCliActs : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_programs->write("flows/test/gate.yaml", kGate);
        m_programs->write("flows/test/chain.yaml", kChain);
        m_engine = m_programs->serve();
        QVERIFY(!m_engine.isEmpty());
    }
    void cleanupTestCase() { m_programs.reset(); }

    void pausesResumesAndCancels()
    {
        setFault("suggest_course_vacancy", R"({"latency_ms": 30000})");
        const QString id = start("course_to_vacancy", R"({"user_id": "u", "session_id": "s"})");
        QTRY_COMPARE(stepOf(id, "suggest_course_vacancy"), QByteArray("running"));
        const QByteArray table = batuta({"trace", id}).out; // how long it has been running, not 0
        QVERIFY2(table.contains("running") && !table.contains(" 0 us"), table);
        const QByteArray list = batuta({"executions", "--limit", "1"}).out;
        QVERIFY2(list.contains("running") && !list.contains(" 0 us"), list);
        Finished told = batuta({"pause", id, "--why", "looks wrong"});
        QVERIFY2(told.exitCode == 0, told.err);
        QCOMPARE(told.out, "✓ " + id.toUtf8() + "  pause accepted\n");
        QCOMPARE(traceOf(id)["status"].asString(), std::string("paused"));
        told = batuta({"pause", id});
        QCOMPARE(told.exitCode, 3);
        QVERIFY2(told.err.contains("it is paused already"), told.err);
        QCOMPARE(batuta({"resume", id.toUpper()}).exitCode, 0);
        told = batuta({"cancel", id, "--compensate", "--why", "enough"});
        clearFaults();
        QVERIFY2(told.out.endsWith("asked to stop: suggest_course_vacancy\n"), told.out);
        QTRY_COMPARE(traceOf(id)["status"].asString(), std::string("cancelled"));
        told = batuta({"cancel", id, "--json"});
        QCOMPARE(told.exitCode, 3);
        QCOMPARE(test::Programs::lastLine(told.out)["error"]["code"].asString(),
                 std::string("execution.ended"));
        const Finished audit = batuta({"audit", "list", "--limit", "2"});
        const QList<QByteArray> lines = audit.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[1].contains("cancel") && lines[1].contains("enough"), audit.out);
        QVERIFY2(lines[2].contains("resume") && lines[2].contains(id.toUtf8()), audit.out);
    }

    void repeatsFromTheStepThatFailed()
    {
        setFault("match_candidato", R"({"error_rate": 1, "error_code": 503})");
        const QString id = start("first_login", R"({"user_id": "u", "session_id": "s"})");
        QTRY_COMPARE(traceOf(id)["status"].asString(), std::string("failed"));
        clearFaults();
        const Finished told = batuta({"rerun", id, "--json"});
        QVERIFY2(told.exitCode == 0, told.err);
        const json::Value answer = test::Programs::lastLine(told.out)["answer"];
        const QString again = QString::fromStdString(answer["execution_id"].asString());
        QTRY_COMPARE(traceOf(again)["status"].asString(), std::string("success"));
        QCOMPARE(traceOf(again)["origin"].asString(), id.toStdString());
        QVERIFY(!answer["pinned"].asArray().empty());
    }

    void repeatsPartsWithOtherData_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("steps"); // of the repetition
        QTest::newRow("as it was") << QStringList{} << QByteArray("a=success b=success c=failed d=skipped ");
        QTest::newRow("another input") << QStringList{"--from", "a", "--input", "small.json"}
                                       << QByteArray("a=success b=success c=success d=success ");
        QTest::newRow("a pinned file")
            << QStringList{"--pin", "b=small.json"} << QByteArray("a=success b=success c=success d=success ");
        QTest::newRow("a pinned record") << QStringList{"--from", "a", "--input", "small.json", "--pin", "b"}
                                         << QByteArray("a=success b=success c=failed d=skipped ");
        QTest::newRow("up to a step")
            << QStringList{"--from", "a", "--up-to", "b"} << QByteArray("a=success b=success ");
        QTest::newRow("one step") << QStringList{"--only", "b", "--version", "newest"}
                                  << QByteArray("a=success b=success ");
    }
    void repeatsPartsWithOtherData()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, steps);
        m_programs->write("small.json", R"({"x": 5})");
        const QString id = start("chain", R"({"x": 50})");
        QTRY_COMPARE(traceOf(id)["status"].asString(), std::string("failed"));
        const Finished told = batuta(QStringList{"rerun", id, "--json"} + words);
        QVERIFY2(told.exitCode == 0, told.out + told.err);
        const QString again =
            QString::fromStdString(test::Programs::lastLine(told.out)["answer"]["execution_id"].asString());
        QTRY_VERIFY(traceOf(again)["status"].asString() != "running");
        QByteArray ran;
        const json::Value trace = traceOf(again);
        for (const json::Value &step : trace["steps"].asArray())
            if (step["reason"].asString().find("filter") == std::string::npos)
                ran += QByteArray::fromStdString(step["step"].asString() + "=" + step["status"].asString() +
                                                 " ");
        QVERIFY2(ran.startsWith(steps), ran);
    }

    void answersSignalsAndHolds()
    {
        m_programs->write("form.json", R"({"reason": "because"})");
        m_programs->write("edited.json", R"({"n": 2})");
        m_programs->write("paid.json", R"({"amount": 12.5})");
        const QString id = start("gate", R"({"n": 1})");
        QTRY_COMPARE(stepOf(id, "ask"), QByteArray("running"));
        QCOMPARE(batuta({"breakpoints", id, "after=${{ input.n == 1 }}"}).exitCode, 0);
        QCOMPARE(batuta({"answer", id, "ask"}).exitCode, 2);              // yes or no?
        QCOMPARE(batuta({"answer", id, "ask", "--approve"}).exitCode, 3); // the form wants a reason
        QCOMPARE(batuta({"answer", id, "nobody", "--approve"}).exitCode, 3);
        const Finished yes =
            batuta({"answer", id, "ask", "--approve", "--form", "form.json", "--comment", "ok"});
        QVERIFY2(yes.exitCode == 0, yes.err);
        QTRY_COMPARE(stepOf(id, "after"), QByteArray("held"));
        const Finished release = batuta({"release", id, "after", "--input", "edited.json"});
        QVERIFY2(release.exitCode == 0, release.err);
        QTRY_COMPARE(stepOf(id, "paid"), QByteArray("running"));
        QCOMPARE(batuta({"release", id, "after"}).exitCode, 3);
        QCOMPARE(batuta({"signal", id, "paid", "--data", "paid.json"}).exitCode, 0);
        QTRY_COMPARE(traceOf(id)["status"].asString(), std::string("success"));
        const json::Value output = traceOf(id)["output"];
        QCOMPARE(json::write(output["said"]), std::string(R"({"said":"because","n":2})"));
        QVERIFY(json::write(output["paid"]).find("12.5") != std::string::npos);
    }

    void rejectsWhatIsAsked()
    {
        const QString id = start("gate", R"({"n": 1})");
        QTRY_COMPARE(stepOf(id, "ask"), QByteArray("running"));
        QCOMPARE(batuta({"answer", id, "ask", "--reject", "--comment", "not today"}).exitCode, 0);
        QTRY_COMPARE(traceOf(id)["status"].asString(), std::string("failed"));
        QVERIFY(traceOf(id)["error"].asString().find("not today") != std::string::npos);
    }

    void actsOnAllThatAFilterFinds()
    {
        const QString before = "--since";
        QStringList ids;
        for (int i = 0; i < 5; ++i)
            ids << start("chain", R"({"x": 77, "session_id": "bulk"})");
        for (const QString &id : ids)
            QTRY_COMPARE(traceOf(id)["status"].asString(), std::string("failed"));
        const QStringList filter{"--session-id", "bulk", before, "1h"};
        const Finished dry = batuta(QStringList{"rerun", "--dry-run"} + filter);
        QVERIFY(dry.exitCode == 0 && dry.out.count("chain") == 5);
        const Finished unsure = batuta(QStringList{"rerun"} + filter);
        QCOMPARE(unsure.exitCode, 2);
        QVERIFY2(unsure.err.contains("on 5 executions?") && unsure.err.contains("--yes"), unsure.err);
        QCOMPARE(batuta({"rerun", "--yes"}).exitCode, 2); // on what?
        const Finished done = batuta(QStringList{"rerun", "--yes", "--why", "fixed"} + filter);
        QVERIFY2(done.exitCode == 0 && done.out.endsWith("rerun: 5 done, 0 refused\n"), done.out + done.err);
        const Finished refused =
            batuta(QStringList{"cancel", "--yes", "--json", "--status", "failed"} + filter);
        QCOMPARE(refused.exitCode, 3);
        const json::Value report = test::Programs::lastLine(refused.out);
        QCOMPARE(report["refused"].asInteger(), 10); // the repetitions have failed, too
        QVERIFY(refused.out.contains("execution.ended"));
        const Finished some = batuta({"rerun", ids[0], "00000000-0000-4000-8000-000000000000", ids[1]});
        QCOMPARE(some.exitCode, 3);
        QVERIFY2(some.out.endsWith("rerun: 2 done, 1 refused\n"), some.out);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const QString id = "00000000-0000-4000-8000-000000000000";
        QTest::newRow("unknown execution") << QStringList{"pause", id} << 3;
        QTest::newRow("no execution") << QStringList{"pause"} << 2;
        QTest::newRow("ids and filters") << QStringList{"cancel", id, "--flow", "chain"} << 2;
        QTest::newRow("odd time") << QStringList{"cancel", "--since", "lately", "--yes"} << 2;
        QTest::newRow("two parts") << QStringList{"rerun", id, "--only", "a", "--up-to", "b"} << 2;
        QTest::newRow("both answers") << QStringList{"answer", id, "a", "--approve", "--reject"} << 2;
        QTest::newRow("no such file") << QStringList{"rerun", id, "--input", "nowhere.json"} << 3;
        QTest::newRow("nobody there") << QStringList{"pause", id, "--engine", "http://127.0.0.1:9"} << 4;
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        if (!words.contains("--engine"))
            words << "--engine" << m_engine;
        const Finished end = m_programs->batuta(words);
        QVERIFY2(end.exitCode == code, end.out + end.err);
        QVERIFY(!end.err.isEmpty());
    }

    void wantsAnEngine()
    {
        const Finished end = m_programs->batuta({"pause", "00000000-0000-4000-8000-000000000000"});
        QCOMPARE(end.exitCode, 2);
        QVERIFY2(end.err.contains("--engine"), end.err);
    }

private:
    Finished batuta(QStringList words) const { return m_programs->batuta(words << "--engine" << m_engine); }
    QString start(const QString &flow, const QString &input) const
    {
        const Finished post =
            m_programs->shell("curl -sS --fail-with-body " + m_engine + "/flows/" + flow +
                              "/executions -H 'Content-Type: application/json' -d '" + input + "'");
        return QString::fromStdString(test::Programs::lastLine(post.out)["execution_id"].asString());
    }
    void setFault(const QString &function, const QString &fault) const
    {
        const Finished set =
            m_programs->shell("curl -sf -X PUT " + m_programs->sandboxUrl() + "/control/faults/" + function +
                              " -H 'Content-Type: application/json' -d '" + fault + "'");
        QVERIFY2(set.exitCode == 0, set.out);
    }
    void clearFaults() const
    {
        m_programs->shell("curl -sf -X DELETE " + m_programs->sandboxUrl() + "/control/faults");
    }
    json::Value traceOf(const QString &id) const
    {
        const Finished trace = batuta({"trace", id, "--json"});
        const auto value =
            json::parse(std::string_view(trace.out.constData(), static_cast<std::size_t>(trace.out.size())));
        return value ? *value : json::Value();
    }
    QByteArray stepOf(const QString &id, const std::string &name) const
    {
        const json::Value trace = traceOf(id);
        for (const json::Value &step : trace["steps"].asArray())
            if (step["step"].asString() == name)
                return QByteArray::fromStdString(step["status"].asString());
        return "absent";
    }

    std::unique_ptr<test::Programs> m_programs;
    QString m_engine;
};

QTEST_GUILESS_MAIN(TestCliActs)
#include "tst_cli_acts.moc"
