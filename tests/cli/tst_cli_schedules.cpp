// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;

/// `batuta schedules` on a running engine.
class TestCliSchedules : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_programs->write(
            "flows/test/hourly.yaml",
            "batuta: 1\nname: hourly\ntriggers:\n  - schedule: {cron: 0 * * * *, missed: skip}\n"
            "steps:\n  a: {set: {x: 1}}\n");
        m_engine = m_programs->serve();
        QVERIFY(!m_engine.isEmpty());
    }
    void cleanupTestCase() { m_programs.reset(); }

    void listsAndPauses()
    {
        const Finished list = batuta({"schedules"});
        QVERIFY2(list.exitCode == 0, list.err);
        const QList<QByteArray> lines = list.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 5); // the next five times
        QVERIFY2(lines[1].startsWith("hourly  0 * * * *  UTC") && lines[1].endsWith(" on"), list.out);
        QCOMPARE(list.out.count(":00:00.000000Z"), 5);
        const Finished paused = batuta({"schedules", "pause", "hourly", "--why", "holidays"});
        QVERIFY2(paused.exitCode == 0, paused.err);
        QCOMPARE(paused.out, QByteArray("hourly: the schedules are paused\n"));
        m_engine = m_programs->serve(); // it outlives the engine
        QTRY_VERIFY(batuta({"schedules"}).out.split('\n').value(1).endsWith(" paused"));
        QCOMPARE(batuta({"schedules", "resume", "hourly"}).out, QByteArray("hourly: the schedules are on\n"));
        QVERIFY(batuta({"schedules"}).out.split('\n').value(1).endsWith(" on"));
        const Finished audit = batuta({"audit", "list"});
        QVERIFY2(audit.out.contains("pause_schedule") && audit.out.contains("holidays"), audit.out);
    }

    void catchesUpWithWhatIsMissing()
    {
        const Finished first = batuta({"schedules", "backfill", "hourly", "--since", "3h"});
        QVERIFY2(first.exitCode == 0, first.err);
        QVERIFY2(first.out.endsWith("3 started, 0 there already, 0 refused\n"), first.out);
        const Finished again = batuta({"schedules", "backfill", "hourly", "--since", "3h", "--json"});
        QCOMPARE(again.exitCode, 0);
        const json::Value report = test::Programs::lastLine(again.out);
        QCOMPARE(report["there"].asArray().size(), 3U);
        const Finished all = batuta({"schedules", "backfill", "hourly", "--since", "3h", "--all"});
        QVERIFY2(all.out.endsWith("3 started, 0 there already, 0 refused\n"), all.out);
        QTRY_COMPARE(
            batuta({"executions", "--flow", "hourly", "--status", "success", "--json"}).out.count('\n'), 6);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown flow") << QStringList{"schedules", "pause", "nobody"} << 3;
        QTest::newRow("no flow") << QStringList{"schedules", "pause"} << 2;
        QTest::newRow("no beginning") << QStringList{"schedules", "backfill", "hourly"} << 2;
        QTest::newRow("odd time") << QStringList{"schedules", "backfill", "hourly", "--since", "lately"} << 2;
        QTest::newRow("the future")
            << QStringList{"schedules",           "backfill", "hourly", "--since", "1h", "--until",
                           "2999-01-01T00:00:00Z"}
            << 3;
        QTest::newRow("too many") << QStringList{"schedules", "backfill", "hourly", "--since", "90d"} << 3;
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const Finished end = batuta(words);
        QVERIFY2(end.exitCode == code, end.out + end.err);
        QVERIFY(!end.err.isEmpty());
    }

    void wantsAnEngine()
    {
        const Finished end = m_programs->batuta({"schedules"});
        QCOMPARE(end.exitCode, 2);
        QVERIFY2(end.err.contains("--engine"), end.err);
    }

private:
    Finished batuta(QStringList words) const { return m_programs->batuta(words << "--engine" << m_engine); }

    std::unique_ptr<test::Programs> m_programs;
    QString m_engine;
};

QTEST_GUILESS_MAIN(TestCliSchedules)
#include "tst_cli_schedules.moc"
