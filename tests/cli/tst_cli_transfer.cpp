// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/store/history.h"
#include "tests/cli/programs.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;

namespace {

constexpr const char *kMixed = R"(batuta: 1
name: mixed
input: {type: object, properties: {user_id: {type: string}, password: {type: string, writeOnly: true}}}
steps:
  greet: {set: {text: "Olá ${{ input.user_id }} \u2028 1.50", number: 0.1, whole: 12345678901, key: "${{ input.password }}"}}
  skipped: {if: "false", set: {x: 1}}
  gate: {needs: [greet], check: {never: {if: "false"}}}
output: {text: "${{ steps.greet.output.text }}"}
)";

std::vector<store::EventRecord> eventsOf(store::History &history, const std::string &id)
{
    const auto events = history.eventsNow(id, 0, 10'000);
    return events ? *events : std::vector<store::EventRecord>{};
}

} // namespace

/// `batuta export` and `batuta import`: executions as JSON lines, out of one history and into another.
class TestCliTransfer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_programs->write("flows/test/mixed.yaml", kMixed);
        const Finished good =
            m_programs->batuta({"run", "update_profile", "-i", "-"}, test::Programs::sample());
        QVERIFY2(good.exitCode == 0, good.err);
        const QByteArray input = R"({"user_id": "ana", "password": "planted-s3cret-value"})";
        const Finished bad = m_programs->batuta({"run", "mixed", "-i", "-"}, input);
        QCOMPARE(bad.exitCode, 1);
        QCOMPARE(m_programs->batuta({"run", "mixed", "-i", "-"}, input).exitCode, 1);
        m_good = idOf(good);
        m_bad = idOf(bad);
    }
    void cleanupTestCase() { m_programs.reset(); }

    void whatIsImportedIsWhatWasExported()
    {
        const Finished out = m_programs->shell("batuta export > all.jsonl");
        QVERIFY2(out.exitCode == 0, out.err);
        QCOMPARE(out.err, QByteArray("3 executions exported\n"));
        const Finished in = m_programs->batuta({"import", "all.jsonl", "--history", "copy/history.db"});
        QVERIFY2(in.exitCode == 0, in.err);
        QCOMPARE(in.out, QByteArray("3 executions imported, 0 there already, 0 wrong\n"));
        const auto here = open(".batuta/history.db");
        const auto there = open("copy/history.db");
        QVERIFY(here && there);
        for (const QString &id : {m_good, m_bad}) {
            auto before = (*here)->findNow(id.toStdString());
            const auto after = (*there)->findNow(id.toStdString());
            QVERIFY(before && *before && after && *after);
            (*before)->sealed.clear(); // stays where its key is
            QVERIFY(**before == **after);
            QVERIFY(!eventsOf(**here, id.toStdString()).empty());
            QVERIFY(eventsOf(**here, id.toStdString()) == eventsOf(**there, id.toStdString()));
        }
        const Finished again = m_programs->shell("batuta export --history copy/history.db | cmp - all.jsonl");
        QVERIFY2(again.exitCode == 0, again.out + again.err);
    }

    void flowsComeAlongOnce()
    {
        const Finished out = m_programs->shell("batuta export --flow mixed 2>/dev/null");
        QCOMPARE(out.out.count('\n'), 2);
        QCOMPARE(out.out.count("\"flow_text\""), 1);
        QVERIFY(out.out.contains("name: mixed"));
    }

    void secretsStayWhereTheyAre()
    {
        const Finished out = m_programs->batuta({"export", m_bad});
        QVERIFY(out.exitCode == 0 && out.out.contains(m_bad.toUtf8()));
        QVERIFY(!out.out.contains("planted-s3cret-value") && !out.out.contains("sealed"));
    }

    void filtersAndIds()
    {
        QCOMPARE(m_programs->batuta({"export", "--status", "success"}).out.count('\n'), 1);
        QCOMPARE(m_programs->batuta({"export", "--since", "1h"}).out.count('\n'), 3);
        QCOMPARE(m_programs->batuta({"export", "--until", "1h"}).out.count('\n'), 0);
        QCOMPARE(m_programs->batuta({"export", m_good.toUpper(), m_bad}).out.count('\n'), 2);
        QCOMPARE(m_programs->batuta({"export", "--since", "yesterday"}).exitCode, 2);
        QCOMPARE(m_programs->batuta({"export", m_good, "--flow", "mixed"}).exitCode, 2);
        QCOMPARE(m_programs->batuta({"export", "00000000-0000-4000-8000-000000000000"}).exitCode, 3);
    }

    void whatIsThereAlreadyStaysAsItIs()
    {
        const Finished in = m_programs->shell("batuta export 2>/dev/null | batuta import - --json");
        QVERIFY2(in.exitCode == 0, in.err);
        QCOMPARE(in.out, QByteArray("{\"imported\":0,\"there_already\":3,\"wrong\":0}\n"));
    }

    void aWrongLineIsNamedAndTheOthersCome_data()
    {
        QTest::addColumn<QString>("edit"); // a sed command on the second line
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("no JSON") << "2s/^./[/" << QByteArray("bad.jsonl:2:");
        QTest::newRow("another version of the format")
            << "2s/\"batuta_execution\":1/\"batuta_execution\":2/" << QByteArray("bad.jsonl:2");
        QTest::newRow("not an id") << "2s/\"execution_id\":\"[^\"]*\"/\"execution_id\":\"..\\/x\"/"
                                   << QByteArray("execution_id");
        QTest::newRow("still running")
            << "2s/\"status\":\"failed\",\"error\"/\"status\":\"running\",\"error\"/"
            << QByteArray("/execution/status");
        QTest::newRow("unknown member") << "2s/\"events\":/\"evil\":1,\"events\":/" << QByteArray("evil");
        QTest::newRow("no time") << "2s/\"started_at\":\"2/\"started_at\":\"x/" << QByteArray("started_at");
        QTest::newRow("events out of order")
            << "2s/\"sequence\":2,/\"sequence\":1,/" << QByteArray("out of order");
        QTest::newRow("another flow's text") << "2s/name: mixed/name: other/" << QByteArray("flow_text");
    }
    void aWrongLineIsNamedAndTheOthersCome()
    {
        QFETCH(QString, edit);
        QFETCH(QByteArray, error);
        m_programs->shell("rm -rf wrong; batuta export 2>/dev/null > all.jsonl");
        m_programs->shell("sed '" + edit + "' all.jsonl > bad.jsonl");
        const Finished same = m_programs->shell("cmp -s all.jsonl bad.jsonl");
        QVERIFY2(same.exitCode == 1, "the edit changed nothing");
        const Finished in = m_programs->batuta({"import", "bad.jsonl", "--history", "wrong/history.db"});
        QCOMPARE(in.exitCode, 3);
        QVERIFY2(in.err.contains("bad.jsonl:2") && in.err.contains(error), in.err);
        QCOMPARE(in.out, QByteArray("2 executions imported, 0 there already, 1 wrong\n"));
    }

    void tellsAFileThatIsNotThere()
    {
        const Finished in = m_programs->batuta({"import", "nowhere.jsonl"});
        QCOMPARE(in.exitCode, 3);
        QVERIFY2(in.err.contains("nowhere.jsonl"), in.err);
        QCOMPARE(m_programs->batuta({"export", "--history", "nowhere.db"}).exitCode, 4);
    }

    void aLineWithoutEndIsSkippedNotHeld()
    {
        // 80 MiB in one line, then a good one: the reader may not hold the first.
        const Finished in = m_programs->shell(
            "rm -rf long; (head -c 83886080 /dev/zero | tr '\\0' 'x'; echo; batuta export " + m_good +
            " 2>/dev/null) | batuta import - --history long/history.db");
        QCOMPARE(in.exitCode, 3);
        QVERIFY2(in.err.contains("standard input:1") && in.err.contains("64 MiB"), in.err);
        QCOMPARE(in.out, QByteArray("1 execution imported, 0 there already, 1 wrong\n"));
    }

private:
    static QString idOf(const Finished &run)
    {
        return QString::fromStdString(
            test::Programs::lastLine(run.out)["execution"]["execution_id"].asString());
    }
    Result<std::unique_ptr<store::History>> open(const QString &file) const
    {
        return store::openSqlite({(m_programs->folder() + "/" + file).toStdString(), true, {}});
    }

    std::unique_ptr<test::Programs> m_programs;
    QString m_good;
    QString m_bad;
};

QTEST_GUILESS_MAIN(TestCliTransfer)
#include "tst_cli_transfer.moc"
