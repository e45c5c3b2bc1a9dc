// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;

/// `batuta trace` and `batuta executions`, on the workspace and on a running engine.
class TestCliRecords : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        for (const char *flow : {"update_profile", "first_login"}) {
            const Finished run = m_programs->batuta({"run", flow, "-i", "-"}, test::Programs::sample());
            QVERIFY2(run.exitCode == 0, run.err);
            m_ids << QString::fromStdString(
                test::Programs::lastLine(run.out)["execution"]["execution_id"].asString());
        }
        m_engine = m_programs->serve();
        QVERIFY(!m_engine.isEmpty());
    }
    void cleanupTestCase() { m_programs.reset(); }

    void printsTheTraceAsATable_data()
    {
        QTest::addColumn<QStringList>("where");
        QTest::newRow("workspace") << QStringList{};
        QTest::newRow("engine") << QStringList{"--engine", m_engine};
    }
    void printsTheTraceAsATable()
    {
        QFETCH(QStringList, where);
        const Finished trace = m_programs->batuta(QStringList{"trace", m_ids.first()} + where);
        QVERIFY2(trace.exitCode == 0, trace.err);
        const QList<QByteArray> lines = trace.out.trimmed().split('\n');
        QVERIFY(lines[0].contains(m_ids.first().toUtf8()) && lines[0].contains("success"));
        QCOMPARE(lines[1].simplified(), QByteArray("STEP STATUS DURATION ATTEMPTS REASON"));
        QCOMPARE(lines.size(), 2 + 11);
        QVERIFY(lines[2].startsWith("create_embeddings "));
        QVERIFY(lines.last().startsWith("webhook (finally)"));
    }

    void printsTheTraceAsJson()
    {
        const Finished here = m_programs->batuta({"trace", m_ids.first(), "--json"});
        const Finished there =
            m_programs->batuta({"trace", m_ids.first().toUpper(), "--json", "--engine", m_engine});
        QCOMPARE(here.exitCode, 0);
        QCOMPARE(there.out, here.out);
        QVERIFY(here.out.contains("\"attempts_detail\""));
    }

    void listsTheNewestFirstAndFilters()
    {
        const Finished all = m_programs->batuta({"executions", "--json"});
        QVERIFY(all.exitCode == 0 && all.out.trimmed().split('\n').size() == 2);
        QVERIFY(all.out.indexOf(m_ids.last().toUtf8()) < all.out.indexOf(m_ids.first().toUtf8()));
        const Finished some =
            m_programs->batuta({"executions", "--engine", m_engine, "--flow", "update_profile"});
        QVERIFY(some.out.contains(m_ids.first().toUtf8()) && !some.out.contains(m_ids.last().toUtf8()));
        const Finished none = m_programs->batuta({"executions", "--user-id", "nobody"});
        QCOMPARE(none.out, QByteArray("No executions match.\n"));
    }

    void saysWhatAnIdIs()
    {
        for (const QStringList &where : {QStringList{}, QStringList{"--engine", m_engine}}) {
            const Finished found = m_programs->batuta(QStringList{"find", m_ids.first().left(8)} + where);
            QVERIFY2(found.exitCode == 0, found.err);
            QVERIFY2(found.out.contains("execution_id") && found.out.contains(m_ids.first().toUtf8()),
                     found.out);
        }
        QCOMPARE(m_programs->batuta({"find", "nobody"}).out, QByteArray("Nothing has this id.\n"));
        QVERIFY(m_programs->batuta({"find", "nobody", "--json"}).out.contains("\"hits\": []"));
    }

    void groupsFailures()
    {
        for (const QStringList &where : {QStringList{}, QStringList{"--engine", m_engine}}) {
            const Finished none = m_programs->batuta(QStringList{"failures", "--since", "24h"} + where);
            QCOMPARE(none.out, QByteArray("Nothing failed.\n"));
        }
        QVERIFY(m_programs->batuta({"failures", "--json"}).out.contains("\"groups\""));
        QCOMPARE(m_programs->batuta({"failures", "--since", "soon"}).exitCode, 2);
    }

    void saysWhatItCannotFind_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const QString unknown = "00000000-0000-4000-8000-000000000000";
        QTest::newRow("unknown here") << QStringList{"trace", unknown} << 3;
        QTest::newRow("unknown there") << QStringList{"trace", unknown, "--engine", m_engine} << 3;
        QTest::newRow("not an id") << QStringList{"trace", "abc", "--engine", m_engine} << 3;
        QTest::newRow("no engine") << QStringList{"trace", unknown, "--engine", "http://127.0.0.1:9"} << 4;
        QTest::newRow("no history") << QStringList{"executions", "--history", "/nonexistent/history.db"} << 4;
        QTest::newRow("bad status") << QStringList{"executions", "--status", "sideways"} << 2;
    }
    void saysWhatItCannotFind()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const Finished end = m_programs->batuta(words);
        QCOMPARE(end.exitCode, code);
        QVERIFY(!end.err.isEmpty());
    }

    void reportsADamagedHistory()
    {
        const QString file = m_programs->write("broken.db", QByteArray(8192, 'x'));
        const Finished end = m_programs->batuta({"executions", "--history", file});
        QCOMPARE(end.exitCode, 4);
        QVERIFY2(end.err.contains("store."), end.err);
    }

private:
    std::unique_ptr<test::Programs> m_programs;
    QStringList m_ids;
    QString m_engine;
};

QTEST_GUILESS_MAIN(TestCliRecords)
#include "tst_cli_records.moc"
