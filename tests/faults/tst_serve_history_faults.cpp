// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/serve_process.h"
#include "tests/support/verify.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <csignal>
#include <filesystem>
#include <fstream>

using namespace batuta;

namespace {

constexpr const char *kFlow = R"(batuta: 1
name: keeps
steps:
  one: {set: {text: "${{ input.text }}"}}
)";

std::string codeOf(const kill::ServeProcess::Reply &reply)
{
    return std::to_string(reply.status) + " " + reply.body["error"]["code"].asString();
}

/// Another program's hand on the history file.
class Holder
{
public:
    explicit Holder(const std::string &file)
    {
        sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READWRITE, nullptr);
        sqlite3_busy_timeout(m_database, 5'000);
    }
    ~Holder() { sqlite3_close(m_database); }
    bool run(const char *sql)
    {
        return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }

private:
    sqlite3 *m_database = nullptr;
};

} // namespace

/// A disk that is full, a history that is locked, damaged or torn: `batuta serve` names what is wrong, shows
/// what can be shown, and loses nothing that it had answered.
class TestServeHistoryFaults : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        std::filesystem::create_directories(workspace() + "/flows/test");
        std::ofstream(workspace() + "/flows/test/keeps.yaml") << kFlow;
        m_serve = std::make_unique<kill::ServeProcess>(m_loop, BATUTA_BIN_DIR "/batuta", workspace());
        m_serve->setArguments({"--log-level", "ERROR"});
    }
    void cleanup()
    {
        m_serve->kill();
        m_serve.reset();
    }

    void aFullDiskIsNamedAndHeals()
    {
        const std::string script =
            "mkdir -p \"$0/.batuta\" && mount -t tmpfs -o size=6m tmpfs \"$0/.batuta\" && "
            "head -c 3000000 /dev/zero > \"$0/.batuta/ballast\" && exec \"$@\"";
        m_serve->setWrapper({"unshare", "-rm", "sh", "-c", script, workspace()});
        BATUTA_VERIFY_OK(m_serve->start());
        if (!m_serve->waitUntilReady())
            QSKIP("this machine lets nobody mount a small disk");
        std::vector<std::string> kept;
        kill::ServeProcess::Reply reply = keep(200'000);
        for (int i = 0; i < 100 && reply.status == 200; ++i, reply = keep(200'000))
            kept.push_back(reply.body["execution_id"].asString());
        QCOMPARE(codeOf(reply), std::string("503 store.full"));
        QVERIFY(!kept.empty());
        QCOMPARE(m_serve->getNow("/executions").status, 200); // what is there is shown
        QCOMPARE(m_serve->getNow("/executions/" + kept.front()).body["status"].asString(),
                 std::string("success"));
        QCOMPARE(m_serve->getNow("/health").status, 200);
        QVERIFY(std::filesystem::remove("/proc/" + std::to_string(m_serve->id()) + "/root" + workspace() +
                                        "/.batuta/ballast"));
        reply = keep(1'000);
        QCOMPARE(codeOf(reply), std::string("200 "));
        kept.push_back(reply.body["execution_id"].asString());
        for (const std::string &id : kept)
            QCOMPARE(m_serve->getNow("/executions/" + id).body["status"].asString(), std::string("success"));
    }

    void aLockedHistoryIsNamedAndHeals()
    {
        startServe();
        QCOMPARE(keep(10).status, 200);
        Holder holder(history());
        QVERIFY(holder.run("BEGIN IMMEDIATE"));
        kill::ServeProcess::Reply reply =
            keep(10); // its log takes some, as long as the tables are waited for
        const std::string kept = reply.body["execution_id"].asString();
        QCOMPARE(reply.status, 200);
        for (const QDeadlineTimer end(60'000); reply.status == 200 && !end.hasExpired();)
            reply = keep(10);
        QCOMPARE(codeOf(reply), std::string("503 store.busy"));
        QCOMPARE(m_serve->getNow("/executions").status, 200);
        QCOMPARE(m_serve->getNow("/executions/" + kept).body["status"].asString(), std::string("success"));
        QVERIFY(holder.run("COMMIT"));
        QCOMPARE(keep(10).status, 200);
        QCOMPARE(m_serve->getNow("/executions/" + kept).body["status"].asString(), std::string("success"));
        QCOMPARE(m_serve->stop(), 0);
    }

    void aTornTailTakesNothingThatWasAnswered()
    {
        startServe();
        std::vector<std::string> kept;
        for (int i = 0; i < 20; ++i)
            kept.push_back(keep(5'000).body["execution_id"].asString());
        m_serve->kill();
        const std::string tail = history() + "-wal";
        QVERIFY(std::filesystem::file_size(tail) > 0);
        std::ofstream(tail, std::ios::app | std::ios::binary) << std::string(5'000, '\x37');
        startServe();
        for (const std::string &id : kept)
            QCOMPARE(m_serve->getNow("/executions/" + id).body["status"].asString(), std::string("success"));
        QCOMPARE(keep(10).status, 200);
    }

    void whatIsNoHistoryIsNamedAndLeftAlone()
    {
        std::filesystem::create_directories(workspace() + "/.batuta");
        std::ofstream(history()) << "this is no database, and a long text at that, to be sure of it";
        BATUTA_VERIFY_OK(m_serve->start());
        QVERIFY(!m_serve->waitUntilReady());
        QCOMPARE(m_serve->stop(), 4);
        QVERIFY2(m_serve->output().find("[store.corrupt]") != std::string::npos, m_serve->output().c_str());
        std::ifstream file(history());
        std::string first;
        file >> first;
        QCOMPARE(first, std::string("this"));
    }

    void aDamagedPageIsNamedAndTheRestIsShown()
    {
        startServe();
        std::vector<std::string> kept;
        for (int i = 0; i < 20; ++i)
            kept.push_back(keep(50'000).body["execution_id"].asString());
        QCOMPARE(m_serve->stop(), 0); // all is in the file itself
        const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(history()) / 8192 * 4096);
        std::fstream file(history(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(middle) << std::string(4096, '\x5a');
        file.close();
        BATUTA_VERIFY_OK(m_serve->start());
        if (!m_serve->waitUntilReady()) { // the page may be one that is needed to begin at all
            m_serve->kill();
            QVERIFY2(m_serve->output().find("[store.corrupt]") != std::string::npos,
                     m_serve->output().c_str());
            return;
        }
        int whole = 0;
        for (const std::string &id : kept) {
            const auto reply = m_serve->getNow("/executions/" + id);
            whole += reply.status == 200 ? 1 : 0;
            if (reply.status != 200)
                QCOMPARE(reply.body["error"]["code"].asString(), std::string("store.corrupt"));
        }
        qInfo("%d of %d executions can be shown", whole, static_cast<int>(kept.size()));
        QVERIFY(whole > 0 && whole < static_cast<int>(kept.size()));
    }

private:
    std::string workspace() const { return m_folder->path().toStdString(); }
    std::string history() const { return workspace() + "/.batuta/history.db"; }
    void startServe()
    {
        BATUTA_VERIFY_OK(m_serve->start());
        QVERIFY2(m_serve->waitUntilReady(), "serve does not start");
    }
    kill::ServeProcess::Reply keep(int bytes)
    {
        std::string text; // which no packing makes small
        for (std::uint32_t x = 7; text.size() < static_cast<std::size_t>(bytes);
             x = x * 1'664'525 + 1'013'904'223)
            text += static_cast<char>('!' + (x >> 24) % 90);
        return m_serve->postNow("/flows/keeps/executions?wait=true", json::Object{{"text", text}});
    }

    net::Loop m_loop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<kill::ServeProcess> m_serve;
};

QTEST_GUILESS_MAIN(TestServeHistoryFaults)
#include "tst_serve_history_faults.moc"
