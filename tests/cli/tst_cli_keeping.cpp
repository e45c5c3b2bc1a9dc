// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/store/database.h"
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;

/// The record of acts, what the history keeps, and what survives a crash.
class TestCliKeeping : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_programs->write("flows/test/quick.yaml", "batuta: 1\nname: quick\nsteps:\n  a: {set: {x: 1}}\n");
        m_programs->write("flows/test/slow.yaml", "batuta: 1\nname: slow\nsteps:\n  a: {wait: {for: 1h}}\n");
    }
    void cleanup() { m_programs.reset(); }

    void aTamperedAuditShows_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QByteArray>("says"); // "" for a whole one
        QTest::newRow("untouched") << "" << QByteArray();
        QTest::newRow("changed") << "UPDATE audit SET why = 'another reason' WHERE number = 2"
                                 << QByteArray(
                                        "broken at entry 2: the entry is not the one that was written");
        QTest::newRow("removed") << "DELETE FROM audit WHERE number = 2"
                                 << QByteArray("broken at entry 2: the entry is missing");
        QTest::newRow("cut off") << "DELETE FROM audit WHERE number = 4"
                                 << QByteArray("broken at entry 4: entries are missing at the end");
        QTest::newRow("emptied") << "DELETE FROM audit" << QByteArray("broken at entry 1");
    }
    void aTamperedAuditShows()
    {
        QFETCH(QString, sql);
        QFETCH(QByteArray, says);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(m_programs->batuta({"prune", "--count", "5", "--why", "reason " + QString::number(i)})
                         .exitCode,
                     0);
        if (!sql.isEmpty()) {
            auto database = store::Database::open(
                (m_programs->folder() + "/.batuta/history.db").toStdString(), store::OpenMode::ReadWrite);
            QVERIFY(database);
            QVERIFY(database->run(sql.toStdString()));
        }
        const Finished here = m_programs->batuta({"audit", "verify"});
        const QString engine = m_programs->serve();
        const Finished there = m_programs->batuta({"audit", "verify", "--engine", engine});
        QCOMPARE(there.out, here.out);
        QCOMPARE(here.exitCode, says.isEmpty() ? 0 : 3);
        QCOMPARE(there.exitCode, here.exitCode);
        QVERIFY2(here.out.contains(says.isEmpty() ? "The audit is whole: 4 entries." : says), here.out);
        const Finished json = m_programs->batuta({"audit", "verify", "--json", "--engine", engine});
        QCOMPARE(json.exitCode, here.exitCode);
    }

    void pruneTellsWhatItGaveBack_data()
    {
        QTest::addColumn<bool>("isRemote");
        QTest::newRow("workspace") << false;
        QTest::newRow("engine") << true;
    }
    void pruneTellsWhatItGaveBack()
    {
        QFETCH(bool, isRemote);
        const QString engine = m_programs->serve();
        for (int i = 0; i < 30; ++i)
            runOn(engine, "{\"text\": \"" + QByteArray(20'000, char('a' + i % 26)) + "\"}");
        QStringList where;
        if (isRemote)
            where = QStringList{"--engine", engine};
        else
            stop();
        const Finished pruned = m_programs->batuta(QStringList{"prune", "--count", "3", "--json"} + where);
        QVERIFY2(pruned.exitCode == 0, pruned.err);
        const json::Value report = test::Programs::lastLine(pruned.out);
        QCOMPARE(report["executions"].asInteger(), 27);
        QVERIFY(report["bytes_after"].asInteger() <= report["bytes_before"].asInteger());
        QCOMPARE(m_programs->batuta(QStringList{"executions", "--json"} + where).out.count('\n'), 3);
        const Finished audit = m_programs->batuta(QStringList{"audit", "list"} + where);
        QVERIFY2(audit.out.contains("prune") && audit.out.contains("{\"count\":3}"), audit.out);
        const Finished again = m_programs->batuta(QStringList{"prune", "--age", "30d"} + where);
        QVERIFY2(again.out.startsWith("0 executions removed, "), again.out);
    }

    void pruneRefuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no limit") << QStringList{};
        QTest::newRow("wrong age") << QStringList{"--age", "soon"};
        QTest::newRow("count of nothing") << QStringList{"--count", "0"};
        QTest::newRow("wrong size") << QStringList{"--size", "large"};
    }
    void pruneRefuses()
    {
        QFETCH(QStringList, words);
        const Finished end = m_programs->batuta(QStringList{"prune"} + words);
        QCOMPARE(end.exitCode, 2);
        QVERIFY(end.err.contains("usage."));
    }

    void theEngineKeepsToItsLimits_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("kept");
        QTest::newRow("command line") << QByteArray() << QStringList{"--keep-count", "2"} << 2;
        QTest::newRow("workspace") << QByteArray("keep: {count: 4}\n") << QStringList{} << 4;
        QTest::newRow("command line first")
            << QByteArray("keep: {count: 4}\n") << QStringList{"--keep-count", "3"} << 3;
        QTest::newRow("no limit") << QByteArray() << QStringList{} << 6;
    }
    void theEngineKeepsToItsLimits()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, words);
        QFETCH(int, kept);
        const QString first = m_programs->serve();
        for (int i = 0; i < 6; ++i)
            runOn(first, "{}");
        stop();
        if (!file.isEmpty())
            m_programs->write("batuta.yaml", file);
        const QString engine = m_programs->serve(words);
        QVERIFY(!engine.isEmpty());
        const auto count = [&] {
            return m_programs->batuta({"executions", "--json", "--engine", engine}).out.count('\n');
        };
        QTRY_COMPARE(count(), kept);
        QCOMPARE(count(), kept);
    }

    void refusesWrongLimits()
    {
        const Finished age = m_programs->batuta({"serve", "--port", "0", "--keep-age", "long"});
        QCOMPARE(age.exitCode, 2);
        QVERIFY2(age.err.contains("--keep-age"), age.err);
        QCOMPARE(m_programs->batuta({"serve", "--journal", "perhaps"}).exitCode, 2);
        m_programs->write("batuta.yaml", "journal: perhaps\n");
        const Finished file = m_programs->batuta({"serve", "--port", "0"});
        QCOMPARE(file.exitCode, 3);
        QVERIFY2(file.err.contains("batuta.yaml:1:10"), file.err);
    }

    void theJournalSaysWhatSurvives_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("status"); // after kill -9 and a new start
        QTest::newRow("full") << QByteArray() << QStringList{} << QByteArray("running");
        QTest::newRow("normal") << QByteArray() << QStringList{"--journal", "normal"}
                                << QByteArray("running");
        QTest::newRow("memory") << QByteArray() << QStringList{"--journal", "memory"}
                                << QByteArray("interrupted");
        QTest::newRow("workspace") << QByteArray("journal: memory\n") << QStringList{}
                                   << QByteArray("interrupted");
        QTest::newRow("command line first")
            << QByteArray("journal: memory\n") << QStringList{"--journal", "full"} << QByteArray("running");
    }
    void theJournalSaysWhatSurvives()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, words);
        QFETCH(QByteArray, status);
        if (!file.isEmpty())
            m_programs->write("batuta.yaml", file);
        const QString first = m_programs->serve(words);
        QVERIFY(!first.isEmpty());
        const Finished post =
            m_programs->shell("curl -sS --fail-with-body -X POST " + first + "/flows/slow/executions");
        const QString id =
            QString::fromStdString(test::Programs::lastLine(post.out)["execution_id"].asString());
        QTRY_COMPARE(statusOf(id, {}), QByteArray("running")); // its beginning has been written
        m_programs->engine().kill();
        QVERIFY(m_programs->engine().waitForFinished(10000));
        const QString second = m_programs->serve(words);
        QTRY_COMPARE(statusOf(id, {"--engine", second}), status);
    }

private:
    void runOn(const QString &engine, const QByteArray &input) const
    {
        m_programs->write("input.json", input);
        const Finished run = m_programs->shell(
            "curl -sS --fail-with-body '" + engine +
            "/flows/quick/executions?wait=true' -H 'Content-Type: application/json' -d @input.json");
        QVERIFY2(run.exitCode == 0, run.out + run.err);
    }
    void stop()
    {
        m_programs->engine().terminate();
        QVERIFY(m_programs->engine().waitForFinished(20000));
    }
    QByteArray statusOf(const QString &id, const QStringList &where) const
    {
        const Finished trace = m_programs->batuta(QStringList{"trace", id, "--json"} + where);
        const auto value =
            json::parse(std::string_view(trace.out.constData(), static_cast<std::size_t>(trace.out.size())));
        return value ? QByteArray::fromStdString((*value)["status"].asString()) : trace.err;
    }

    std::unique_ptr<test::Programs> m_programs;
};

QTEST_GUILESS_MAIN(TestCliKeeping)
#include "tst_cli_keeping.moc"
