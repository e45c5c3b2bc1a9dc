// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/engines.h"
#include "engine/store/history.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

#include <QProcess>

#include <future>
#include <set>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

constexpr int kPatience = 20'000;

/// A history_helper on the test's file.
class Helper
{
public:
    explicit Helper(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(BATUTA_BIN_DIR "/history_helper"), arguments);
    }

    /// Reads acknowledged ids until there are `count`.
    bool waitFor(int count)
    {
        while (m_output.count('\n') < count) {
            if (!m_process.waitForReadyRead(kPatience))
                return false;
            m_output += m_process.readAllStandardOutput();
        }
        return true;
    }
    bool kill()
    {
        m_process.kill();
        return end();
    }
    bool leave()
    {
        m_process.closeWriteChannel();
        return end();
    }
    /// Without a line that the kill cut off.
    std::vector<std::string> ids() const
    {
        std::vector<std::string> ids;
        const QList<QByteArray> lines = m_output.left(m_output.lastIndexOf('\n')).split('\n');
        for (const QByteArray &line : lines)
            ids.push_back(line.toStdString());
        return ids;
    }

private:
    bool end()
    {
        const bool hasEnded = m_process.waitForFinished(kPatience);
        m_output += m_process.readAllStandardOutput();
        return hasEnded;
    }

    QProcess m_process;
    QByteArray m_output;
};

std::string statusOf(History &history, const std::string &id)
{
    const auto found = history.findNow(id);
    if (!found)
        return errorText(found.error());
    return *found ? (*found)->status : "nothing";
}

} // namespace

class TestHistoryProcesses : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aKillLosesNothingThatWasAcknowledged();
    void readsAfterAKillWithoutWriting();
    void aKilledEnginesExecutionsAreClaimedOnce();
    void executionsOfALiveEngineAreLeftAlone();
    void executionsOfAnEngineThatLeftAreClaimed();
    void twoEnginesInOneProcessLeaveEachOtherAlone();
    void twoProcessesWriteOneFile();
    void knowsProcessesByMoreThanTheirPid();

private:
    std::unique_ptr<History> open(bool readOnly = false) { return m_store->open(Durability::Full, readOnly); }

    std::unique_ptr<AnyStore> m_store;
    QString m_path;
};

void TestHistoryProcesses::init()
{
    m_store = std::make_unique<AnyStore>();
    m_path = QString::fromStdString(m_store->name());
}

void TestHistoryProcesses::aKillLosesNothingThatWasAcknowledged()
{
    std::vector<std::string> acknowledged;
    for (const int enough : {1, 50, 500}) {
        Helper helper({"write", m_path});
        QVERIFY(helper.waitFor(enough));
        QVERIFY(helper.kill());
        for (const std::string &id : helper.ids())
            acknowledged.push_back(id);
    }
    const auto history = open();
    QVERIFY(history);
    QVERIFY(acknowledged.size() >= 551);
    for (const std::string &id : acknowledged)
        QCOMPARE(shown(statusOf(*history, id)), QString("success"));
}

void TestHistoryProcesses::readsAfterAKillWithoutWriting()
{
    Helper helper({"write", m_path});
    QVERIFY(helper.waitFor(20));
    QVERIFY(helper.kill());
    const auto history = open(true);
    QVERIFY(history);
    for (const std::string &id : helper.ids())
        QCOMPARE(shown(statusOf(*history, id)), QString("success"));
}

void TestHistoryProcesses::aKilledEnginesExecutionsAreClaimedOnce()
{
    Helper helper({"begin", m_path, "300"});
    QVERIFY(helper.waitFor(300));
    QVERIFY(helper.kill());
    std::vector<std::unique_ptr<History>> engines;
    for (int i = 0; i < 4; ++i)
        engines.push_back(open());
    std::vector<std::future<Result<std::vector<Unfinished>>>> answers;
    for (const auto &engine : engines)
        answers.push_back(std::async(std::launch::async, [&engine] { return claimNow(*engine); }));
    std::set<std::string> claimed;
    for (auto &answer : answers) {
        const Result<std::vector<Unfinished>> unfinished = answer.get();
        QCOMPARE(outcome(unfinished), QString("ok"));
        for (const Unfinished &one : *unfinished) {
            QVERIFY(claimed.insert(one.record.id).second);
            QCOMPARE(one.resume, "resume " + one.record.id);
            QVERIFY(one.entries == (std::vector<std::string>{"first", "second"}));
            QCOMPARE(one.record.status, std::string("running"));
            QCOMPARE(one.record.input.asString().size(), std::size_t(300));
        }
    }
    const std::vector<std::string> ids = helper.ids();
    QVERIFY(claimed == std::set<std::string>(ids.begin(), ids.end()));
}

void TestHistoryProcesses::executionsOfALiveEngineAreLeftAlone()
{
    Helper helper({"begin", m_path, "3"});
    QVERIFY(helper.waitFor(3));
    const auto history = open();
    QVERIFY(history);
    QCOMPARE(claimNow(*history)->size(), std::size_t(0));
    for (const std::string &id : helper.ids()) // what others acknowledge is seen soon after
        QTRY_COMPARE(shown(statusOf(*history, id)), QString("running"));
    QVERIFY(helper.kill());
    QCOMPARE(claimNow(*history)->size(), std::size_t(3));
    QCOMPARE(claimNow(*history)->size(), std::size_t(0));
}

void TestHistoryProcesses::executionsOfAnEngineThatLeftAreClaimed()
{
    Helper helper({"begin", m_path, "2"});
    QVERIFY(helper.waitFor(2));
    QVERIFY(helper.leave());
    QCOMPARE(claimNow(*open())->size(), std::size_t(2));
}

void TestHistoryProcesses::twoEnginesInOneProcessLeaveEachOtherAlone()
{
    const auto first = open();
    QCOMPARE(outcome(beginNow(*first, begun(1))), QString("ok"));
    const auto second = open();
    QCOMPARE(claimNow(*second)->size(), std::size_t(0));
    first->close();
    const auto third = open();
    QCOMPARE(claimNow(*third)->size(), std::size_t(1));
}

void TestHistoryProcesses::twoProcessesWriteOneFile()
{
    Helper helper({"write", m_path});
    QVERIFY(helper.waitFor(1));
    const auto history = open();
    QVERIFY(history);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(outcome(finishNow(*history, ended(i))), QString("ok"));
    QVERIFY(helper.waitFor(100));
    QVERIFY(helper.kill());
    QCOMPARE(outcome(finishNow(*history, ended(30))), QString("ok"));
    for (int i = 0; i <= 30; ++i)
        QCOMPARE(shown(statusOf(*history, idOf(i))), QString("success"));
    for (const std::string &id : helper.ids()) // its log is found, soon after
        QTRY_COMPARE(shown(statusOf(*history, id)), QString("success"));
}

void TestHistoryProcesses::knowsProcessesByMoreThanTheirPid()
{
    const ProcessIdentity self = thisProcess();
    QVERIFY(self.pid > 0 && self.start > 0 && !self.boot.empty());
    QVERIFY(isAlive(self));
    QVERIFY(!isAlive({self.boot, self.pid, self.start + 1}));
    QVERIFY(!isAlive({"another boot", self.pid, self.start}));
    QVERIFY(!isAlive({self.boot, 1 << 30, self.start}));
}

BATUTA_EVERY_STORE_MAIN(TestHistoryProcesses)
#include "tst_history_processes.moc"
