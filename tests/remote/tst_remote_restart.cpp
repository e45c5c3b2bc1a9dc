// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/remote/serve_house.h"
#include "tests/support/verify.h"
#include "views/models/engine_link.h"
#include "views/models/runs/runs_model.h"
#include "views/remote/remote_client.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <set>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using batuta::test::shown;

/// The engine goes away and comes back while the window looks at it.
class TestRemoteRestart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theListCatchesUpWithoutAGapOrADouble();
    void aWaitForTheEndOutlivesTheEngine();
    void theWindowSaysWhenAndComesBackByItself();

private:
    QStringList startSome(int count);
    QStringList listed() const;

    std::unique_ptr<ServeHouse> m_house;
    std::unique_ptr<RemoteClient> m_client;
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<RunsModel> m_runs;
};

void TestRemoteRestart::init()
{
    m_house = std::make_unique<ServeHouse>();
    QVERIFY(m_house->start());
    m_client = std::make_unique<RemoteClient>(m_house->address());
    m_link = std::make_unique<EngineLink>();
    m_link->attach(*m_client);
    QTRY_VERIFY_WITH_TIMEOUT(m_link->isRunning() && m_link->flows().size() == 3, 20'000);
    m_runs = std::make_unique<RunsModel>(*m_link);
}

void TestRemoteRestart::cleanup()
{
    m_runs.reset();
    m_link->detach({});
    m_client.reset();
    m_link.reset();
    m_house.reset();
}

QStringList TestRemoteRestart::startSome(int count)
{
    QStringList ids;
    int answers = 0;
    for (int i = 0; i < count; ++i) {
        client::StartExecution command;
        command.flow = FlowName("quick");
        m_link->start(command, this, [&](const Result<client::Started> &started) {
            ++answers;
            if (started)
                ids << QString::fromStdString(started->id.value);
        });
    }
    [&] { QTRY_COMPARE_WITH_TIMEOUT(answers, count, 20'000); }();
    return ids;
}

QStringList TestRemoteRestart::listed() const
{
    QStringList ids;
    for (int row = 0; row < m_runs->rowCount(); ++row)
        ids << (m_runs->run(row) ? QString::fromStdString(m_runs->run(row)->id) : QString());
    return ids;
}

void TestRemoteRestart::theListCatchesUpWithoutAGapOrADouble()
{
    const QAbstractItemModelTester tester(m_runs.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList all = startSome(5);
    QCOMPARE(all.size(), 5);
    m_runs->setFilter({});
    QTRY_COMPARE_WITH_TIMEOUT(m_runs->rowCount(), 5, 20'000);
    all += startSome(5);
    QTRY_COMPARE_WITH_TIMEOUT(m_runs->rowCount(), 10, 20'000);
    QSignalSpy lost(m_link.get(), &EngineLink::eventsLost);
    m_house->kill();
    QVERIFY(m_house->start());
    { // somebody else is quicker than this window
        RemoteClient other(m_house->address());
        for (int i = 0; i < 7; ++i) {
            client::StartExecution command;
            command.flow = FlowName("quick");
            const Answer<client::Started> started;
            other.start(command, started.reply());
            QTRY_VERIFY_WITH_TIMEOUT(started.came(), 20'000);
            BATUTA_VERIFY_OK(started.value());
            all << QString::fromStdString(started.value()->id.value);
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(lost.count() >= 1, 20'000); // another life of the engine: a snapshot
    QTRY_COMPARE_WITH_TIMEOUT(m_runs->rowCount(), all.size(), 20'000);
    all += startSome(3);
    QTRY_COMPARE_WITH_TIMEOUT(m_runs->rowCount(), all.size(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!listed().contains(QString()), 20'000);
    const QStringList seen = listed();
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    for (const QString &id : all)
        QVERIFY2(seen.contains(id), qPrintable(id));
    const auto ended = [&] {
        for (int row = 0; row < m_runs->rowCount(); ++row)
            if (!m_runs->run(row) || !m_runs->run(row)->isEnded())
                return false;
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000);
}

void TestRemoteRestart::aWaitForTheEndOutlivesTheEngine()
{
    client::StartExecution command;
    command.flow = FlowName("slow");
    const Answer<client::Started> started;
    m_client->start(command, started.reply());
    QTRY_VERIFY_WITH_TIMEOUT(started.came(), 20'000);
    BATUTA_VERIFY_OK(started.value());
    const Answer<client::ExecutionRecord> end;
    m_client->waitForEnd(started.value()->id, end.reply());
    m_house->kill();
    QVERIFY(!end.came());
    QVERIFY(m_house->start());
    QTRY_VERIFY_WITH_TIMEOUT(end.came(), 40'000);
    BATUTA_VERIFY_OK(end.value());
    QCOMPARE(shown(end.value()->status), QString("success"));
}

void TestRemoteRestart::theWindowSaysWhenAndComesBackByItself()
{
    m_house->kill();
    const WallTime killed = SystemClock().wall();
    QTRY_VERIFY_WITH_TIMEOUT(m_link->state() == EngineLink::State::Unreachable, 20'000);
    QVERIFY(SystemClock().wall() - killed >= std::chrono::milliseconds(2500)); // a moment is not told
    QVERIFY(m_link->heardAt() <= killed);
    QCOMPARE(shown(codeName(m_link->reason().code)), shown(codeName(ErrorCode::NetConnect)));
    QVERIFY(m_link->isRetrying());
    QTRY_VERIFY_WITH_TIMEOUT(m_link->attempts() >= 2, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_link->nextAttempt() > 0, 20'000);
    QCOMPARE(m_link->flows().size(), std::size_t(3)); // what was known stays
    QVERIFY(m_house->start());
    m_link->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_link->isRunning(), 20'000);
    QCOMPARE(m_link->attempts(), 0);
    QCOMPARE(startSome(1).size(), 1);
}

QTEST_GUILESS_MAIN(TestRemoteRestart)
#include "tst_remote_restart.moc"
