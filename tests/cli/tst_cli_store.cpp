// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"
#include "tests/support/postgres_server.h"

#include "engine/json/json.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace batuta;
using test::Finished;

/// The headless program with its history on a PostgreSQL server.
class TestCliStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QCOMPARE(m_server.start(), QString()); }
    void init()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_store = QString::fromStdString(m_server.newDatabase());
        QVERIFY(!m_store.isEmpty());
    }
    void cleanup()
    {
        m_programs.reset();
        qunsetenv("BATUTA_STORE");
    }

    void keepsWhatItRunsOnTheServer()
    {
        const Finished run =
            m_programs->batuta({"run", "update_profile", "--input", "resources/samples/update_profile.json",
                                "--json", "--store", m_store});
        QVERIFY2(run.exitCode == 0, run.err);
        const Finished listed = m_programs->batuta({"executions", "--json", "--store", m_store});
        QCOMPARE(listed.out.count('\n'), 1);
        QCOMPARE(test::Programs::lastLine(listed.out)["status"].asString(), std::string("success"));
        QVERIFY(!QFile::exists(m_programs->folder() + "/.batuta/history.db"));
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::exists(m_programs->folder() + "/.batuta/history.key"));
        QVERIFY(!(QFile::permissions(m_programs->folder() + "/.batuta/history.key") & others));
        QCOMPARE(m_programs->batuta({"executions"}).exitCode, 4); // nothing in a file
        qputenv("BATUTA_STORE", m_store.toUtf8());
        QCOMPARE(m_programs->batuta({"executions", "--json"}).out, listed.out);
    }

    void refusesAPasswordThatOthersCouldRead_data()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("of the user") << "postgresql://ana:pl4nted-s3cret@db/flows";
        QTest::newRow("as an option") << "postgresql://db/flows?password=pl4nted-s3cret";
        QTest::newRow("in no address") << "postgresql://ana:pl4nted-s3cret@[db/flows";
    }

    void refusesAPasswordThatOthersCouldRead()
    {
        QFETCH(QString, store);
        for (const char *command : {"executions", "serve"}) {
            const Finished refused = m_programs->batuta({command, "--store", store});
            QVERIFY(refused.exitCode != 0);
            QVERIFY2(refused.err.contains("BATUTA_STORE"), refused.err);
            QVERIFY2(!(refused.err + refused.out).contains("pl4nted"), refused.err + refused.out);
        }
    }

    void aPasswordInTheEnvironmentIsNeverSaid()
    {
        qputenv("BATUTA_STORE", "postgresql://ana:pl4nted-s3cret@%2Fnowhere/flows");
        for (const char *command : {"executions", "serve"}) {
            const Finished refused = m_programs->batuta({command});
            QCOMPARE(refused.exitCode, 4);
            QVERIFY2(refused.err.contains("store.open"), refused.err);
            QVERIFY2(!(refused.err + refused.out).contains("pl4nted"), refused.err + refused.out);
        }
    }

    void goesOnWithWhatAKilledEngineLeft()
    {
        setLatency(30'000);
        const QString id = start(m_programs->serve({"--store", m_store}), "course_to_vacancy");
        QTRY_COMPARE(statusOf(id), QByteArray("running"));
        ::kill(static_cast<pid_t>(m_programs->engine().processId()), SIGKILL);
        QVERIFY(m_programs->engine().waitForFinished(10'000));
        setLatency(0);
        QVERIFY(!m_programs->serve({"--store", m_store}).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QByteArray("success"), 20'000);
    }

    void goesOnWhenTheServerWasStartedAgain()
    {
        setLatency(1'500);
        const QString url = m_programs->serve({"--store", m_store});
        const QString id = start(url, "course_to_vacancy");
        QTRY_COMPARE(statusOf(id), QByteArray("running"));
        QVERIFY(m_server.crash());
        QCOMPARE(m_server.startAgain(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QByteArray("success"), 20'000);
        QVERIFY(!start(url, "course_to_vacancy").isEmpty());
    }

private:
    QByteArray statusOf(const QString &id) const
    {
        const Finished traced = m_programs->batuta({"trace", id, "--json", "--store", m_store});
        const auto record = json::parse(traced.out.toStdString());
        return record ? QByteArray::fromStdString((*record)["status"].asString()) : traced.err;
    }

    void setLatency(int ms) const
    {
        const Finished set =
            m_programs->shell("curl -sf -X PUT " + m_programs->sandboxUrl() +
                              "/control/faults/suggest_course_vacancy -H 'Content-Type: application/json' -d "
                              "'{\"latency_ms\": " +
                              QString::number(ms) + "}'");
        QVERIFY2(set.exitCode == 0, set.out);
    }
    QString start(const QString &url, const QString &flow) const
    {
        const Finished post = m_programs->shell("curl -sS --fail-with-body " + url + "/flows/" + flow +
                                                "/executions -H 'Content-Type: application/json' -d "
                                                "'{\"user_id\": \"u\", \"session_id\": \"s\"}'");
        return QString::fromStdString(test::Programs::lastLine(post.out)["execution_id"].asString());
    }

    test::PostgresServer m_server;
    std::unique_ptr<test::Programs> m_programs;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestCliStore)
#include "tst_cli_store.moc"
